#include "store/migrate.h"

#include "base/error.h"

/* Several programs may make a new database at once; the switch to write-ahead logging does not wait by itself. */
#define WAL_ATTEMPTS 6000
#define WAL_NAP_NS 10000000

struct identity {
	int64_t application, version, tables;
};

static enum wa_status read_identity(struct connection *db, struct identity *found, struct wa_error *error)
{
	enum wa_status status = connection_number(db, "PRAGMA application_id", &found->application, error);
	if (status == WA_OK)
		status = connection_number(db, "PRAGMA user_version", &found->version, error);
	if (status == WA_OK)
		status = connection_number(db, "SELECT count(*) FROM sqlite_schema", &found->tables, error);
	return status;
}

/* In one transaction: another program may be making the database between one question and the next. */
static enum wa_status identify(struct connection *db, struct identity *found, struct wa_error *error)
{
	enum wa_status status = connection_run(db, "BEGIN", error);
	if (status == WA_OK)
		status = read_identity(db, found, error);
	if (status == WA_OK)
		return connection_commit(db, error);
	connection_rollback(db);
	return status;
}

static bool is_empty(const struct identity *found)
{
	return !found->application && !found->version && !found->tables;
}

static enum wa_status check(const struct connection *db, const struct identity *found, bool writing, struct wa_error *error)
{
	if (is_empty(found))
		return writing ? WA_OK
			       : error_set(error, WA_ERR_STORE, db->path, 0, "the database is empty; \"wireaudit scan\" fills it");
	if (found->application != APPLICATION_ID)
		return error_set(error, WA_ERR_STORE, db->path, 0,
			"this database belongs to another program; give wireaudit a file of its own");
	if (found->version > migration_count)
		return error_set(error, WA_ERR_STORE, db->path, 0,
			"the database was made by a newer wireaudit (schema %lld, this program knows %d); use that version",
			(long long)found->version, migration_count);
	if (found->version < migration_count && !writing)
		return error_set(error, WA_ERR_STORE, db->path, 0,
			"the database was made by an older wireaudit (schema %lld of %d); \"wireaudit scan\" brings it up to date",
			(long long)found->version, migration_count);
	return WA_OK;
}

static enum wa_status apply(struct connection *db, struct wa_error *error)
{
	struct identity found = {0};
	enum wa_status status = read_identity(db, &found, error);
	char stamp[96];
	if (status == WA_OK)
		status = check(db, &found, true, error);
	for (int64_t i = found.version; status == WA_OK && i < migration_count; i++)
		status = connection_run(db, migrations[i].sql, error);
	if (status != WA_OK)
		return status;
	(void)snprintf(
		stamp, sizeof stamp, "PRAGMA application_id = %d; PRAGMA user_version = %d", APPLICATION_ID, migration_count);
	return connection_run(db, stamp, error);
}

/* All that is missing in one transaction: a database is of one version or of another, never between. */
static enum wa_status bring_up_to_date(struct connection *db, struct wa_error *error)
{
	enum wa_status status = connection_begin(db, error);
	if (status != WA_OK)
		return status;
	status = apply(db, error);
	if (status == WA_OK)
		return connection_commit(db, error);
	connection_rollback(db);
	return status;
}

static enum wa_status log_ahead(struct connection *db, struct wa_error *error)
{
	struct timespec nap = {.tv_nsec = WAL_NAP_NS};
	enum wa_status status = WA_ERR_BUSY;
	for (int i = 0; i < WAL_ATTEMPTS && status == WA_ERR_BUSY; i++) {
		if (i)
			(void)nanosleep(&nap, NULL);
		status = connection_run(db, "PRAGMA journal_mode = WAL", error);
	}
	if (status == WA_OK) /* a power cut may lose the last transactions, never the database */
		status = connection_run(db, "PRAGMA synchronous = NORMAL; PRAGMA journal_size_limit = 67108864", error);
	return status;
}

enum wa_status migrate(struct connection *db, bool writing, struct wa_error *error)
{
	struct identity found = {0};
	enum wa_status status = identify(db, &found, error);
	if (status == WA_OK)
		status = check(db, &found, writing, error);
	if (status != WA_OK || !writing)
		return status;
	if (sqlite3_db_readonly(db->sqlite, "main") == 1)
		return connection_fail(db, SQLITE_READONLY, error);
	status = log_ahead(db, error);
	if (status == WA_OK && found.version < migration_count)
		status = bring_up_to_date(db, error);
	return status;
}
