#include "store/store.h"

#include <errno.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/error.h"
#include "store/filesystem.h"
#include "store/migrate.h"

static enum wa_status check_kind(const char *path, const struct stat *info, struct wa_error *error)
{
	if (S_ISDIR(info->st_mode))
		return error_set(error, WA_ERR_IO, path, 0, "this is a folder; the database is a file");
	if (!S_ISREG(info->st_mode))
		return error_set(error, WA_ERR_IO, path, 0, "this is no ordinary file; the database is one");
	return WA_OK;
}

static enum wa_status check_missing(const char *path, enum wa_store_mode mode, struct wa_error *error)
{
	char folder[PATH_MAX];
	if (mode == WA_STORE_READ)
		return error_set(error, WA_ERR_IO, path, 0, "there is no such database; \"wireaudit scan\" makes one");
	filesystem_folder(path, folder);
	if (access(folder, W_OK | X_OK) != 0)
		return error_set(error, WA_ERR_IO, path, 0, "cannot make a database there: %s", strerror(errno));
	return WA_OK;
}

/* What can be told before SQLite looks at the file. */
static enum wa_status check_file(const char *path, enum wa_store_mode mode, struct wa_error *error)
{
	enum wa_status status;
	const char *network;
	struct stat info;
	if (!*path)
		return error_set(error, WA_ERR_USAGE, NULL, 0, "the database needs a file name");
	if (stat(path, &info) == 0)
		status = check_kind(path, &info, error);
	else if (errno == ENOENT)
		status = check_missing(path, mode, error);
	else
		status = error_set(error, WA_ERR_IO, path, 0, "cannot open the database: %s", strerror(errno));
	if (status != WA_OK)
		return status;
	if (mode != WA_STORE_READ && access(path, W_OK) != 0 && errno != ENOENT)
		return error_set(error, WA_ERR_IO, path, 0,
			"the database cannot be written: the file or its folder is read-only (%s)", strerror(errno));
	network = filesystem_network(path);
	if (network)
		return error_set(error, WA_ERR_IO, path, 0,
			"a database cannot be kept on a network file system (%s): its log needs memory shared between programs; "
			"use a local disk",
			network);
	return WA_OK;
}

static enum wa_status connect(struct wa_store *store, enum connection_access access, struct wa_error *error)
{
	enum wa_status status = connection_open(&store->db, store->path, access, error);
	if (status != WA_OK)
		return status;
	status = migrate(&store->db, access == CONNECTION_WRITE, error);
	if (status == WA_OK && access != CONNECTION_WRITE)
		status = connection_run(&store->db, "BEGIN; SELECT count(*) FROM sqlite_schema", error);
	if (status != WA_OK)
		connection_close(&store->db);
	return status;
}

/* A log beside the database that holds something. */
static bool has_log(const struct wa_store *store)
{
	struct stat info;
	char *log = sqlite3_mprintf("%s-wal", store->path);
	bool has = !log || (stat(log, &info) == 0 && info.st_size > 0);
	sqlite3_free(log);
	return has;
}

/*
 * Reading, too, wants files beside the database, which a read-only medium does not let SQLite make. With no log
 * there the database is complete as it lies, and nobody can change it.
 */
static enum wa_status connect_reading(struct wa_store *store, struct wa_error *error)
{
	struct wa_error why = {0};
	enum wa_status status = connect(store, CONNECTION_READ, &why);
	if (status == WA_ERR_IO && !has_log(store))
		status = connect(store, CONNECTION_FIXED, &why);
	if (status != WA_OK && error)
		*error = why;
	return status;
}

enum wa_status wa_store_open(const char *path, enum wa_store_mode mode, struct wa_store **out, struct wa_error *error)
{
	struct wa_store *store;
	enum wa_status status = check_file(path, mode, error);
	*out = NULL;
	if (status != WA_OK)
		return status;
	store = calloc(1, sizeof *store);
	if (!store)
		return error_nomem(error);
	store->mode = mode;
	store->path = strdup(path);
	if (!store->path)
		status = error_nomem(error);
	else
		status = mode == WA_STORE_READ ? connect_reading(store, error) : connect(store, CONNECTION_WRITE, error);
	if (status == WA_OK)
		*out = store;
	else
		wa_store_close(store);
	return status;
}

void wa_store_close(struct wa_store *store)
{
	if (!store)
		return;
	connection_close(&store->db);
	free(store->path);
	free(store);
}
