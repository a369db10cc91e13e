/*
 * migrations FOLDER: every earlier schema is brought up to date with what it holds, by one program or several at
 * once; released migrations are as they were.
 */
#include <pthread.h>
#include <sqlite3.h>

#include "store/migrate.h"
#include "tests/store/place.h"

static const char *fixtures;

/* Migrations that databases out there have had. A change would leave two kinds of databases with one number. */
static const char *const released[] = {
	"337ebb4b61765d4523ac58dc0a6cdee0fa018a7c83ceaa80c9a95bb5b17ee80a",
	"70d1cbc2aa9bcb424b40f426119f6d0593f0d8b3e1bbb239eb9838fb984bd74f",
	"88d663375634212ac4d15afbcdbf09b163e420c99ede9e52ba8e296f3dc4baba",
	"0a9b79266a14030d122995fdb4d8f1f9275fae6709f6309dac0a92970cb3c51f",
	"1e13523af568ec0c0d4839997a6b218f1d37a924dbb075a9adf41394b8d0c560",
	"b8875abc8eabb2d79ef98f95dc4abd0316ef843d6efa7cce607ea81266c974ae",
	"1e7876360e62c750a6ed13cc20f94867b5abef34bb2ff3a3ae250f27dfc086c2",
	"950ec44c6da6db26df9c139dcdb16d25c3ff8f67b4f3c89e980e8d57738ba9d0",
};

static void released_migrations_are_as_they_were(void **state)
{
	(void)state;
	assert_int_equal(migration_count, sizeof released / sizeof *released);
	for (size_t i = 0; i < sizeof released / sizeof *released; i++) {
		struct wa_hash hash;
		wa_content_hash(migrations[i].sql, strlen(migrations[i].sql), &hash);
		if (strcmp(hash.hex, released[i]) != 0)
			fail_msg("%s has changed: add a migration instead (%s)", migrations[i].name, hash.hex);
	}
}

static sqlite3 *open_plain(const char *name)
{
	sqlite3 *db = NULL;
	assert_int_equal(sqlite3_open(place_path(name), &db), SQLITE_OK);
	return db;
}

static void run_sql(sqlite3 *db, const char *sql)
{
	if (sqlite3_exec(db, sql, NULL, NULL, NULL) != SQLITE_OK)
		fail_msg("%s: %.60s", sqlite3_errmsg(db), sql);
}

static long long number(sqlite3 *db, const char *sql)
{
	sqlite3_stmt *statement = NULL;
	long long n;
	if (sqlite3_prepare_v2(db, sql, -1, &statement, NULL) != SQLITE_OK)
		fail_msg("%s: %s", sqlite3_errmsg(db), sql);
	assert_int_equal(sqlite3_step(statement), SQLITE_ROW);
	n = sqlite3_column_int64(statement, 0);
	sqlite3_finalize(statement);
	return n;
}

/* A database of an earlier schema: that of the fixture, and the migrations after it. */
static void make_earlier(const char *name, int version)
{
	char path[600], sql[16384], stamp[40];
	sqlite3 *db = open_plain(name);
	size_t size;
	FILE *file;
	(void)snprintf(path, sizeof path, "%s/version1.sql", fixtures);
	file = fopen(path, "rb");
	assert_non_null(file);
	size = fread(sql, 1, sizeof sql - 1, file);
	assert_int_equal(fclose(file), 0);
	assert_true(size < sizeof sql - 1);
	sql[size] = 0;
	run_sql(db, sql);
	for (int i = 1; i < version; i++)
		run_sql(db, migrations[i].sql);
	(void)snprintf(stamp, sizeof stamp, "PRAGMA user_version = %d", version);
	run_sql(db, stamp);
	sqlite3_close(db);
}

static void expect_whole(const char *name)
{
	sqlite3 *db = open_plain(name);
	assert_int_equal(number(db, "PRAGMA user_version"), migration_count);
	assert_int_equal(number(db, "PRAGMA application_id"), APPLICATION_ID);
	assert_int_equal(number(db, "SELECT count(*) FROM pragma_integrity_check WHERE integrity_check = 'ok'"), 1);
	assert_int_equal(number(db, "SELECT count(*) FROM pragma_foreign_key_check"), 0);
	assert_int_equal(number(db, "SELECT count(*) FROM pragma_journal_mode WHERE journal_mode = 'wal'"), 1);
	sqlite3_close(db);
}

static void every_earlier_schema(void **state)
{
	(void)state;
	for (int version = 1; version < migration_count; version++) {
		char name[32];
		struct wa_store *store = NULL;
		struct wa_error trouble = {0};
		struct wa_cursor *cursor = NULL;
		const struct wa_claim_row *claim;
		struct wa_totals totals;
		sqlite3 *db;
		(void)snprintf(name, sizeof name, "schema%d.db", version);
		make_earlier(name, version);
		assert_int_equal(wa_store_open(place_path(name), WA_STORE_READ, &store, &trouble), WA_ERR_STORE);
		assert_non_null(strstr(trouble.message, "older"));
		wa_store_close(store_open(name, WA_STORE_WRITE));
		expect_whole(name);
		store = store_open(name, WA_STORE_READ);
		MUST(wa_store_totals(store, &(struct wa_filter){.deleted = true}, &totals, &error));
		assert_int_equal(totals.found, 2);
		assert_int_equal(totals.claims[WA_CLAIM_DEATHS][WA_VERDICT_FLAG], 1);
		MUST(wa_store_paragraphs(store, NULL, "harbour", &cursor, &error));
		assert_non_null(wa_next_paragraph(cursor));
		assert_null(wa_next_paragraph(cursor));
		MUST(wa_cursor_close(cursor, &error));
		MUST(wa_store_claims(store, NULL, &cursor, &error));
		claim = wa_next_claim(cursor);
		assert_non_null(claim);
		assert_memory_equal(claim->source.ptr, "the harbour office", claim->source.len);
		MUST(wa_cursor_close(cursor, &error));
		wa_store_close(store);
		db = open_plain(name);
		assert_int_equal(number(db, "SELECT count(*) FROM current_claim WHERE words = 'Nine people died'"), 1);
		assert_int_equal(number(db, "SELECT count(*) FROM current_finding WHERE level = 'error'"), 1);
		assert_int_equal(number(db, "SELECT count(*) FROM current_mention WHERE words = 'Reuters'"), 1);
		assert_int_equal(
			number(db, "SELECT count(*) FROM current_attribution WHERE source = 'the harbour office' AND cue = 'told'"),
			1);
		assert_int_equal(number(db, "SELECT count(*) FROM current_document"), 1);
		assert_int_equal(number(db, "SELECT count(*) FROM current_paragraph"), 2);
		sqlite3_close(db);
	}
}

static void *open_and_close(void *path)
{
	struct wa_store *store = NULL;
	struct wa_error trouble = {0};
	enum wa_status status = wa_store_open(path, WA_STORE_WRITE, &store, &trouble);
	wa_store_close(store);
	return status == WA_OK ? NULL : strdup(trouble.message);
}

/* New, and of an earlier schema: whoever comes first brings it up to date, the others find it so. */
static void several_at_once(void **state)
{
	(void)state;
	for (int round = 0; round < 6; round++) {
		pthread_t threads[4];
		char name[32];
		(void)snprintf(name, sizeof name, "several%d.db", round);
		if (round % 2)
			make_earlier(name, 1);
		for (size_t i = 0; i < 4; i++)
			assert_int_equal(pthread_create(&threads[i], NULL, open_and_close, (void *)place_path(name)), 0);
		for (size_t i = 0; i < 4; i++) {
			void *message;
			assert_int_equal(pthread_join(threads[i], &message), 0);
			if (message)
				fail_msg("%s", (char *)message);
		}
		expect_whole(name);
	}
}

/* A migration that fails leaves the database as it was. */
static void all_or_nothing(void **state)
{
	struct wa_store *store = NULL;
	sqlite3 *db;
	(void)state;
	make_earlier("stuck.db", 1);
	db = open_plain("stuck.db");
	run_sql(db, "CREATE TABLE current_claim (in_the_way)");
	sqlite3_close(db);
	assert_int_not_equal(wa_store_open(place_path("stuck.db"), WA_STORE_WRITE, &store, NULL), WA_OK);
	assert_null(store);
	db = open_plain("stuck.db");
	assert_int_equal(number(db, "PRAGMA user_version"), 1);
	assert_int_equal(number(db, "SELECT count(*) FROM sqlite_schema WHERE name = 'paragraph_text'"), 0);
	sqlite3_close(db);
}

int main(int argc, char **argv)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(released_migrations_are_as_they_were),
		cmocka_unit_test(every_earlier_schema),
		cmocka_unit_test(several_at_once),
		cmocka_unit_test(all_or_nothing),
	};
	fixtures = argc > 1 ? argv[1] : ".";
	return cmocka_run_group_tests(tests, place_make, place_remove);
}
