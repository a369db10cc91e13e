/*
 * Write-ahead logging shares memory between the programs that use a database, which a network file system does not
 * offer between machines: two scans would destroy each other's work without either noticing.
 */
#include "store/filesystem.h"

#include <stddef.h>
#include <sys/stat.h>
#ifdef __linux__
#include <sys/vfs.h>
#else
#include <sys/mount.h>
#include <sys/param.h>
#endif

static const struct {
	uint32_t type;
	const char *name;
} networks[] = {
	{0x00006969u, "NFS"},
	{0x0000517Bu, "SMB"},
	{0xFE534D42u, "SMB"},
	{0xFF534D42u, "CIFS"},
	{0x0000564Cu, "NCP"},
	{0x5346414Fu, "AFS"},
	{0x6B414653u, "AFS"},
	{0x73757245u, "Coda"},
	{0x00C36400u, "Ceph"},
	{0x0BD00BD0u, "Lustre"},
	{0x7461636Fu, "OCFS2"},
	{0x01161970u, "GFS2"},
	{0x01021997u, "9P"},
	{0x47504653u, "GPFS"},
	{0x19830326u, "BeeGFS"},
	{0xAAD7AAEAu, "PanFS"},
};

const char *filesystem_network_type(uint32_t type)
{
	for (size_t i = 0; i < sizeof networks / sizeof *networks; i++)
		if (networks[i].type == type)
			return networks[i].name;
	return NULL;
}

static const char *network_of(const char *existing)
{
	struct statfs info;
	if (statfs(existing, &info) != 0)
		return NULL;
#ifdef __linux__
	return filesystem_network_type((uint32_t)info.f_type);
#elif defined(MNT_LOCAL)
	return info.f_flags & MNT_LOCAL ? NULL : "a network file system";
#else
	return NULL;
#endif
}

void filesystem_folder(const char *path, char folder[PATH_MAX])
{
	const char *slash = strrchr(path, '/');
	if (!slash)
		(void)snprintf(folder, PATH_MAX, ".");
	else
		(void)snprintf(folder, PATH_MAX, "%.*s", slash == path ? 1 : (int)(slash - path), path);
}

const char *filesystem_network(const char *path)
{
	char folder[PATH_MAX];
	struct stat info;
	if (stat(path, &info) == 0)
		return network_of(path);
	filesystem_folder(path, folder);
	return network_of(folder);
}
