/* The record as text: what two databases must have in common whatever order their rows were written in. */
#ifndef TESTS_STORE_ROWS_H
#define TESTS_STORE_ROWS_H

#include <sqlite3.h>

#include "tests/store/place.h"

static inline sqlite3 *rows_open(const char *name)
{
	sqlite3 *db = NULL;
	assert_int_equal(sqlite3_open(place_path(name), &db), SQLITE_OK);
	assert_int_equal(sqlite3_busy_timeout(db, 20000), SQLITE_OK);
	return db;
}

static inline void rows_run(sqlite3 *db, const char *sql)
{
	if (sqlite3_exec(db, sql, NULL, NULL, NULL) != SQLITE_OK)
		fail_msg("%s: %s", sql, sqlite3_errmsg(db));
}

static inline long long rows_number(sqlite3 *db, const char *sql)
{
	sqlite3_stmt *statement = NULL;
	long long number;
	if (sqlite3_prepare_v2(db, sql, -1, &statement, NULL) != SQLITE_OK || sqlite3_step(statement) != SQLITE_ROW)
		fail_msg("%s: %s", sql, sqlite3_errmsg(db));
	number = sqlite3_column_int64(statement, 0);
	sqlite3_finalize(statement);
	return number;
}

/* Appends every row of a query, a line each. */
static inline void rows_append(sqlite3 *db, const char *sql, sqlite3_str *text)
{
	sqlite3_stmt *statement = NULL;
	int code;
	if (sqlite3_prepare_v2(db, sql, -1, &statement, NULL) != SQLITE_OK)
		fail_msg("%s: %s", sql, sqlite3_errmsg(db));
	while ((code = sqlite3_step(statement)) == SQLITE_ROW) {
		for (int i = 0; i < sqlite3_column_count(statement); i++) {
			const char *value = (const char *)sqlite3_column_text(statement, i);
			sqlite3_str_appendf(text, "%s|", value ? value : "-");
		}
		sqlite3_str_appendchar(text, 1, '\n');
	}
	assert_int_equal(code, SQLITE_DONE);
	sqlite3_finalize(statement);
}

/* Everything but the times and the numbers of rows and runs; owned by the caller, freed by sqlite3_free(). */
static inline char *rows_text(const char *name)
{
	static const char *const tables[][2] = {
		{"paragraph", "para, item, kind, text, src_start, src_end"},
		{"mention", "mention, para, span_start, span_end, agency, role"},
		{"attribution", "attribution, para, cue_start, source_para, source_end, kind, mode, agency, resolved, why"},
		{"attribution_content", "attribution, part, t.para, span_start, span_end"},
		{"claim", "claim, para, span_start, span_end, type, t.grave, low, high, unit, what_start, what_end, where_end, "
			  "when_end, state, verdict, reason, nearest"},
		{"claim_attribution", "claim, place, attribution"},
		{"finding", "finding, para, code, name, level, message, mend, claim, t.fingerprint, t.suppressed, suppression"},
	};
	sqlite3 *db = rows_open(name);
	sqlite3_str *text = sqlite3_str_new(NULL);
	rows_append(db,
		"SELECT d.uri, d.deleted IS NULL, d.analysis = a.id, v.hash, v.size, a.fingerprint, a.dated, a.desk, a.title, "
		"a.skip,"
		" a.paragraphs, a.claims, a.grave, a.flagged, a.errors FROM document d JOIN version v ON v.document = d.id"
		" LEFT JOIN analysis a ON a.version = v.id ORDER BY 1, 4, 6",
		text);
	for (size_t i = 0; i < sizeof tables / sizeof *tables; i++) {
		char sql[512];
		(void)snprintf(sql, sizeof sql,
			"SELECT d.uri, v.hash, a.fingerprint, %s FROM document d JOIN version v ON v.document = d.id"
			" JOIN analysis a ON a.version = v.id JOIN %s t ON t.analysis = a.id ORDER BY 1, 2, 3, 4, 5",
			tables[i][1], tables[i][0]);
		rows_append(db, sql, text);
	}
	sqlite3_close(db);
	return sqlite3_str_finish(text);
}

static inline void rows_expect_equal(const char *name, const char *other)
{
	char *a = rows_text(name), *b = rows_text(other);
	if (strcmp(a, b) != 0) {
		size_t at = 0;
		while (a[at] && a[at] == b[at])
			at++;
		while (at && a[at - 1] != '\n')
			at--;
		fail_msg("%s has %.200s\nwhere %s has %.200s", name, a + at, other, b + at);
	}
	sqlite3_free(a);
	sqlite3_free(b);
}

/* SQLite's own checks, of tables, of what rows refer to and of the search index. */
static inline void rows_expect_whole(const char *name)
{
	sqlite3 *db = rows_open(name);
	assert_int_equal(rows_number(db, "SELECT count(*) FROM pragma_integrity_check WHERE integrity_check <> 'ok'"), 0);
	assert_int_equal(rows_number(db, "SELECT count(*) FROM pragma_foreign_key_check"), 0);
	rows_run(db, "INSERT INTO paragraph_text (paragraph_text, rank) VALUES ('integrity-check', 1)");
	sqlite3_close(db);
}

#endif
