/* What an editor has decided to let pass. */
#include "base/error.h"
#include "base/str.h"
#include "store/cursor.h"
#include "store/dating.h"

static const struct field given_fields[] = {
	FIELD(wa_waiver, TEXT, "fingerprint", fingerprint),
	FIELD(wa_waiver, TEXT, "reason", reason),
	FIELD(wa_waiver, TEXT, "author", author),
	FIELD(wa_waiver, TEXT, "until", until),
};
static const struct fields fields_given = FIELDS(given_fields);

static const struct field found_fields[] = {
	FIELD(wa_waiver, TEXT, "created", created),
	FIELD(wa_waiver, TEXT, "withdrawn", withdrawn),
	FIELD(wa_waiver, BOOL, "holds", holds),
	FIELD(wa_waiver, TEXT, "told", told),
	FIELD(wa_waiver, TEXT, "code", code),
	FIELD(wa_waiver, STR, "uri", uri),
	FIELD(wa_waiver, STR, "words", words),
};
static const struct fields fields_found = FIELDS(found_fields);

static const char withdraw_sql[] = "UPDATE waiver SET withdrawn = :now WHERE fingerprint = :fingerprint AND withdrawn IS NULL";
static const char waive_sql[] = "INSERT INTO waiver (fingerprint, reason, author, until, created)"
				" VALUES (:fingerprint, :reason, :author, :until, :now)";

static bool is_fingerprint(const char *text)
{
	size_t length = strlen(text);
	return length == 16 && strspn(text, "0123456789abcdef") == length;
}

static enum wa_status check(const struct wa_store *store, const struct wa_waiver *waiver, struct wa_error *error)
{
	if (store->mode != WA_STORE_WRITE || store->scanning)
		return error_set(error, WA_ERR_USAGE, store->path, 0, "waivers need a store open for writing, with no scan");
	if (!is_fingerprint(waiver->fingerprint))
		return error_set(error, WA_ERR_USAGE, NULL, 0, "\"%.40s\" is no fingerprint; those of findings have 16 hex digits",
			waiver->fingerprint);
	if (!str_trim(str_of(waiver->reason)).len)
		return error_set(error, WA_ERR_USAGE, NULL, 0, "a waiver needs a reason");
	if (waiver->until && !wa_day_valid(waiver->until))
		return error_set(error, WA_ERR_USAGE, NULL, 0, "until: \"%s\" is no day written YYYY-MM-DD", waiver->until);
	return WA_OK;
}

/* Runs one of the statements above inside a transaction. */
static enum wa_status run(
	struct connection *db, const char *sql, const struct wa_waiver *waiver, const char *now, struct wa_error *error)
{
	static const struct fields *const none[] = {NULL};
	struct statement statement;
	enum wa_status status = statement_writing(&statement, db, sql, none, error);
	if (status != WA_OK)
		return status;
	statement_bind_text(&statement, ":fingerprint", waiver->fingerprint);
	statement_bind_text(&statement, ":reason", waiver->reason);
	statement_bind_text(&statement, ":author", waiver->author);
	statement_bind_text(&statement, ":until", waiver->until);
	statement_bind_text(&statement, ":now", now);
	status = statement_run(&statement, error);
	statement_close(&statement);
	return status;
}

/* Withdraws, and waives anew when `waive` is set. */
static enum wa_status change(struct connection *db, const struct wa_waiver *waiver, bool waive, bool *found, struct wa_error *error)
{
	char now[TIME_SIZE];
	enum wa_status status = connection_begin(db, error);
	if (status != WA_OK)
		return status;
	dating_now(now);
	status = run(db, withdraw_sql, waiver, now, error);
	*found = sqlite3_changes(db->sqlite) > 0;
	if (status == WA_OK && waive)
		status = run(db, waive_sql, waiver, now, error);
	if (status == WA_OK)
		return connection_commit(db, error);
	connection_rollback(db);
	return status;
}

enum wa_status wa_store_waive(struct wa_store *store, const struct wa_waiver *waiver, struct wa_error *error)
{
	enum wa_status status = check(store, waiver, error);
	bool replaced;
	return status == WA_OK ? change(&store->db, waiver, true, &replaced, error) : status;
}

enum wa_status wa_store_withdraw(struct wa_store *store, const char *fingerprint, bool *found, struct wa_error *error)
{
	const struct wa_waiver waiver = {.fingerprint = fingerprint, .reason = "withdrawn"};
	enum wa_status status = check(store, &waiver, error);
	*found = false;
	return status == WA_OK ? change(&store->db, &waiver, false, found, error) : status;
}

static const struct cursor_plan plan_waivers = {
	.kind = CURSOR_WAIVER,
	/* Of documents that repeat a finding's words one is named: the other columns are of the row with the least URI. */
	.select =
		"SELECT w.*, s.id IS NOT NULL AS holds, s.told AS told, min(d.uri) AS uri, iif(d.id, f.code, NULL) AS code,"
		" iif(d.id, CAST(substr(CAST(p.text AS BLOB), f.span_start + 1, f.span_end - f.span_start) AS TEXT), NULL) AS words"
		" FROM waiver w LEFT JOIN standing_waiver s ON s.id = w.id LEFT JOIN finding f ON f.fingerprint = w.fingerprint"
		" LEFT JOIN analysis a ON a.id = f.analysis LEFT JOIN version v ON v.id = a.version"
		" LEFT JOIN document d ON d.id = v.document AND d.analysis = a.id AND d.deleted IS NULL"
		" LEFT JOIN paragraph p ON p.analysis = f.analysis AND p.para = f.para GROUP BY w.id ORDER BY w.id",
	.tail = "",
	.unfiltered = true,
	.parts = {CURSOR_PART(fields_given, row.waiver), CURSOR_PART(fields_found, row.waiver)},
};

enum wa_status wa_store_waivers(struct wa_store *store, struct wa_cursor **cursor, struct wa_error *error)
{
	return cursor_open(store, &plan_waivers, NULL, NULL, cursor, error);
}
CURSOR_NEXT(waiver, wa_waiver, waiver, WAIVER)
