#include "cli/standard.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/error.h"
#include "cli/interrupt.h"

#define BLOCK 65536u

static enum wa_status cannot_read(const char *name, struct wa_error *error)
{
	return error_set(error, WA_ERR_IO, name, 0, "cannot be read: %s", strerror(errno));
}

static enum wa_status cannot_keep(const char *name, struct wa_error *error)
{
	return error_set(error, WA_ERR_IO, name, 0,
		"is an archive, and there is no room to keep it while it is read: %s; set TMPDIR to a folder with room, or give "
		"its file",
		strerror(errno));
}

static ssize_t read_some(void *bytes, size_t size)
{
	ssize_t got;
	do
		got = read(STDIN_FILENO, bytes, size);
	while (got < 0 && errno == EINTR);
	return got;
}

static enum wa_status read_head(struct standard *standard, const char *name, struct wa_error *error)
{
	while (standard->head_size < SORT_HEAD) {
		ssize_t got = read_some(standard->head + standard->head_size, SORT_HEAD - standard->head_size);
		if (got < 0)
			return cannot_read(name, error);
		if (got == 0)
			break;
		standard->head_size += (size_t)got;
	}
	return WA_OK;
}

/* A file that nobody else can open, gone when it is closed; -1 when none can be made. */
static int make_file(void)
{
	const char *set = getenv("TMPDIR"), *folders[] = {set && *set ? set : "/var/tmp", "/tmp"};
	for (size_t i = 0; i < sizeof folders / sizeof *folders; i++) {
		char path[4096];
		int fd;
		if ((size_t)snprintf(path, sizeof path, "%s/wireaudit-XXXXXX", folders[i]) >= sizeof path)
			continue;
		fd = mkstemp(path);
		if (fd < 0)
			continue;
		(void)unlink(path);
		return fd;
	}
	return -1;
}

static bool write_all(int fd, const char *bytes, size_t size)
{
	while (size) {
		ssize_t put = write(fd, bytes, size);
		if (put < 0 && errno == EINTR)
			continue;
		if (put < 0)
			return false;
		bytes += put;
		size -= (size_t)put;
	}
	return true;
}

static enum wa_status copy(struct standard *standard, const char *name, struct wa_error *error)
{
	char block[BLOCK];
	ssize_t got = (ssize_t)standard->head_size;
	if (!write_all(standard->kept, standard->head, standard->head_size))
		return cannot_keep(name, error);
	while (!interrupt_asked() && (got = read_some(block, sizeof block)) > 0)
		if (!write_all(standard->kept, block, (size_t)got))
			return cannot_keep(name, error);
	if (interrupt_asked())
		return error_set(error, WA_ERR_IO, name, 0, "was not read to its end");
	return got < 0 ? cannot_read(name, error) : WA_OK;
}

static void name_path(struct standard *standard, int fd)
{
	(void)snprintf(standard->path, sizeof standard->path, "/dev/fd/%d", fd);
}

/* A file redirected to standard input from its beginning is kept already. */
static bool is_kept(const struct standard *standard)
{
	struct stat found;
	return fstat(STDIN_FILENO, &found) == 0 && S_ISREG(found.st_mode) &&
	       lseek(STDIN_FILENO, 0, SEEK_CUR) == (off_t)standard->head_size;
}

static enum wa_status keep(struct standard *standard, const char *name, struct wa_error *error)
{
	enum wa_status status;
	int fd = STDIN_FILENO;
	if (!is_kept(standard)) {
		fd = standard->kept = make_file();
		if (fd < 0)
			return cannot_keep(name, error);
		status = copy(standard, name, error);
		if (status != WA_OK)
			return status;
	}
	name_path(standard, fd);
	return WA_OK;
}

/* Word and OpenDocument files are no archives: they are read from standard input after all. */
static void give_back(struct standard *standard)
{
	if (standard->kept)
		(void)dup2(standard->kept, STDIN_FILENO);
	(void)lseek(STDIN_FILENO, 0, SEEK_SET);
	standard->head_size = 0;
	standard->path[0] = '\0';
}

enum wa_status standard_look(struct standard *standard, const char *name, struct wa_error *error)
{
	enum wa_status status = read_head(standard, name, error);
	if (status == WA_OK && sort_is_packed(standard->head, standard->head_size)) {
		status = keep(standard, name, error);
		if (status == WA_OK && !sort_file_is_archive(standard->path))
			give_back(standard);
	}
	return status;
}

void standard_release(struct standard *standard)
{
	if (standard->kept > 0)
		(void)close(standard->kept);
	*standard = (struct standard){0};
}
