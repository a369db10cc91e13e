/* Handing documents to a scan by hand, and asking the database afterwards. */
#ifndef TESTS_STORE_HAND_H
#define TESTS_STORE_HAND_H

#include <sqlite3.h>

#include "tests/store/place.h"
#include "tests/store/result.h"

static inline void hash_of(unsigned content, struct wa_hash *hash)
{
	wa_content_hash(&content, sizeof content, hash);
}

/* Hands in a document as scan does: asks first, audits only when it must; returns whether it did. */
static inline bool hand_in(struct wa_scan *scan, const char *uri, unsigned content)
{
	struct wa_hash hash;
	bool unchanged = false;
	hash_of(content, &hash);
	MUST(wa_scan_unchanged(scan, uri, &hash, &unchanged, &error));
	if (!unchanged)
		MUST(wa_scan_write(scan,
			&(struct wa_scanned){.uri = uri,
				.hash = &hash,
				.size = 100 + content,
				.desk = "world",
				.result = result_make(content, 5)},
			&error));
	return !unchanged;
}

static inline struct wa_run finish(struct wa_scan *scan)
{
	struct wa_run run = {0};
	MUST(wa_scan_finish(scan, &run, &error));
	return run;
}

/* One number of the database, asked by hand. */
static inline long long ask(const char *name, const char *sql)
{
	sqlite3 *db = NULL;
	sqlite3_stmt *statement = NULL;
	long long number;
	assert_int_equal(sqlite3_open_v2(place_path(name), &db, SQLITE_OPEN_READWRITE, NULL), SQLITE_OK);
	if (sqlite3_prepare_v2(db, sql, -1, &statement, NULL) != SQLITE_OK)
		fail_msg("%s: %s", sql, sqlite3_errmsg(db));
	assert_int_equal(sqlite3_step(statement), SQLITE_ROW);
	number = sqlite3_column_int64(statement, 0);
	sqlite3_finalize(statement);
	sqlite3_close(db);
	return number;
}

#endif
