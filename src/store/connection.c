#include "store/connection.h"

#include "base/error.h"

/* How long another program may hold the database before we give up. */
#define PATIENCE_MS 60000u

/* Short naps, so that the gap between two transactions of another scan is not slept through. */
static int wait_turn(void *data, int attempt)
{
	struct connection *db = data;
	struct timespec nap = {.tv_nsec = attempt < 50 ? 1000000 : 10000000};
	db->waited = attempt ? db->waited : 0;
	if (db->waited >= db->patience)
		return 0;
	(void)nanosleep(&nap, NULL);
	db->waited += (uint64_t)nap.tv_nsec / 1000000u;
	return 1;
}

/* A file name as SQLite's URI, so that no name has a meaning of its own (":memory:", "a?mode=ro"). */
static char *uri_of(const char *path, enum connection_access access)
{
	static const char *const tails[] = {
		[CONNECTION_READ] = "?mode=ro",
		[CONNECTION_FIXED] = "?mode=ro&immutable=1",
		[CONNECTION_WRITE] = "?mode=rwc",
	};
	sqlite3_str *uri = sqlite3_str_new(NULL);
	sqlite3_str_appendall(uri, path[0] == '/' ? "file://" : "file:./");
	for (const unsigned char *at = (const unsigned char *)path; *at; at++) {
		if (*at <= ' ' || *at >= 127 || strchr("%?#&", *at))
			sqlite3_str_appendf(uri, "%%%02X", *at);
		else
			sqlite3_str_appendchar(uri, 1, (char)*at);
	}
	sqlite3_str_appendall(uri, tails[access]);
	return sqlite3_str_finish(uri);
}

static enum wa_status configure(struct connection *db, enum connection_access access, struct wa_error *error)
{
	sqlite3_extended_result_codes(db->sqlite, 1);
	sqlite3_busy_handler(db->sqlite, wait_turn, db);
	return connection_run(db,
		access == CONNECTION_WRITE ? "PRAGMA foreign_keys = ON; PRAGMA cache_size = -16000; PRAGMA secure_delete = OFF"
					   : "PRAGMA query_only = ON; PRAGMA cache_size = -8000",
		error);
}

enum wa_status connection_open(struct connection *db, const char *path, enum connection_access access, struct wa_error *error)
{
	int flags = SQLITE_OPEN_URI | SQLITE_OPEN_NOMUTEX;
	char *uri = uri_of(path, access);
	enum wa_status status;
	int code;
	*db = (struct connection){.path = path, .patience = PATIENCE_MS};
	if (!uri)
		return error_nomem(error);
	flags |= access == CONNECTION_WRITE ? SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE : SQLITE_OPEN_READONLY;
	code = sqlite3_open_v2(uri, &db->sqlite, flags, NULL);
	sqlite3_free(uri);
	status = code == SQLITE_OK ? configure(db, access, error) : connection_fail(db, code, error);
	if (status != WA_OK)
		connection_close(db);
	return status;
}

void connection_close(struct connection *db)
{
	(void)sqlite3_close_v2(db->sqlite);
	db->sqlite = NULL;
}

/* What SQLite's codes mean to somebody whose scan stopped; an extended code is looked for before its primary one. */
static const struct {
	int code;
	enum wa_status status;
	const char *message;
	bool system; /* followed by what the system says */
} meanings[] = {
	{SQLITE_NOMEM, WA_ERR_NOMEM, "out of memory", false},
	{SQLITE_NOTADB, WA_ERR_STORE, "this file is not a database", false},
	{SQLITE_CORRUPT, WA_ERR_STORE, "the database is damaged; scan into a new one, or recover it with \"sqlite3 FILE .recover\"",
		false},
	{SQLITE_FULL, WA_ERR_STORE, "the disk is full; what was written before is kept, scan again when there is room", false},
	{SQLITE_BUSY, WA_ERR_BUSY, "the database is locked by another program", false},
	{SQLITE_LOCKED, WA_ERR_BUSY, "the database is locked by another part of this program", false},
	{SQLITE_READONLY, WA_ERR_IO, "the database cannot be written: the file or its folder is read-only", false},
	{SQLITE_PERM, WA_ERR_IO, "permission denied", false},
	{SQLITE_AUTH, WA_ERR_IO, "permission denied", false},
	{SQLITE_CANTOPEN, WA_ERR_IO, "cannot open the database or a file beside it", true},
	{SQLITE_IOERR_NOMEM, WA_ERR_NOMEM, "out of memory", false},
	{SQLITE_IOERR_WRITE, WA_ERR_IO, "cannot write to the database", true},
	{SQLITE_IOERR_SHORT_READ, WA_ERR_STORE, "the database is cut short; scan into a new one", false},
	{SQLITE_IOERR, WA_ERR_IO, "cannot read or write the database", true},
	{SQLITE_TOOBIG, WA_ERR_LIMIT, "a text is too long for the database", false},
};

static size_t meaning_of(int code)
{
	size_t at = 0;
	while (at < sizeof meanings / sizeof *meanings && meanings[at].code != code)
		at++;
	return at;
}

enum wa_status connection_fail(const struct connection *db, int code, struct wa_error *error)
{
	int extended = db->sqlite ? sqlite3_extended_errcode(db->sqlite) : code;
	int system = db->sqlite ? sqlite3_system_errno(db->sqlite) : 0;
	size_t count = sizeof meanings / sizeof *meanings, at;
	if ((extended & 0xff) != (code & 0xff))
		extended = code;
	at = meaning_of(extended);
	if (at == count)
		at = meaning_of(extended & 0xff);
	if (at == count)
		return error_set(
			error, WA_ERR_INTERNAL, db->path, 0, "%s", db->sqlite ? sqlite3_errmsg(db->sqlite) : sqlite3_errstr(code));
	if (meanings[at].system && system)
		return error_set(error, meanings[at].status, db->path, 0, "%s: %s", meanings[at].message, strerror(system));
	return error_set(error, meanings[at].status, db->path, 0, "%s", meanings[at].message);
}

enum wa_status connection_run(struct connection *db, const char *sql, struct wa_error *error)
{
	int code = sqlite3_exec(db->sqlite, sql, NULL, NULL, NULL);
	return code == SQLITE_OK ? WA_OK : connection_fail(db, code, error);
}

enum wa_status connection_number(struct connection *db, const char *sql, int64_t *number, struct wa_error *error)
{
	sqlite3_stmt *statement = NULL;
	int code = sqlite3_prepare_v2(db->sqlite, sql, -1, &statement, NULL);
	enum wa_status status = WA_OK;
	*number = 0;
	if (code == SQLITE_OK)
		code = sqlite3_step(statement);
	if (code == SQLITE_ROW)
		*number = sqlite3_column_int64(statement, 0);
	else if (code != SQLITE_DONE)
		status = connection_fail(db, code, error);
	(void)sqlite3_finalize(statement);
	return status;
}

enum wa_status connection_begin(struct connection *db, struct wa_error *error)
{
	return connection_run(db, "BEGIN IMMEDIATE", error);
}

enum wa_status connection_commit(struct connection *db, struct wa_error *error)
{
	enum wa_status status = connection_run(db, "COMMIT", error);
	if (status != WA_OK)
		connection_rollback(db);
	return status;
}

void connection_rollback(struct connection *db)
{
	if (!sqlite3_get_autocommit(db->sqlite))
		(void)sqlite3_exec(db->sqlite, "ROLLBACK", NULL, NULL, NULL);
}
