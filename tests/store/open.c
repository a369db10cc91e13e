/* Files that are refused as a database, each with a message that says why; and names that are only names. */
#include <sqlite3.h>
#include <sys/stat.h>
#include <sys/wait.h>

#include "tests/store/place.h"
#include "tests/store/result.h"

#define OURS "PRAGMA application_id = 2002875748;"

static void run_sql(const char *name, const char *sql)
{
	sqlite3 *db = NULL;
	assert_int_equal(sqlite3_open(place_path(name), &db), SQLITE_OK);
	if (sqlite3_exec(db, sql, NULL, NULL, NULL) != SQLITE_OK)
		fail_msg("%s", sqlite3_errmsg(db));
	sqlite3_close(db);
}

static void expect_refusal(const char *name, enum wa_store_mode mode, enum wa_status wanted, const char *words)
{
	struct wa_error trouble = {0};
	struct wa_store *store = NULL;
	enum wa_status status = wa_store_open(place_path(name), mode, &store, &trouble);
	if (status != wanted || store || !strstr(trouble.message, words))
		fail_msg("%s: %s, \"%s\" instead of %s, \"%s\"", name, wa_status_name(status), trouble.message,
			wa_status_name(wanted), words);
	assert_string_equal(trouble.file, place_path(name));
}

static void files_that_are_none(void **state)
{
	static const char text[] = "Nine people died when the ferry sank, and this text is longer than the head of a database.....";
	static const struct {
		const char *name;
		enum wa_status reading, writing; /* WA_OK: opens */
		const char *words_reading, *words_writing;
	} rows[] = {
		{"missing.db", WA_ERR_IO, WA_OK, "no such database", NULL},
		{"empty.db", WA_ERR_STORE, WA_OK, "is empty", NULL},
		{"folder", WA_ERR_IO, WA_ERR_IO, "is a folder", "is a folder"},
		{"pipe", WA_ERR_IO, WA_ERR_IO, "no ordinary file", "no ordinary file"},
		{"no-folder/a.db", WA_ERR_IO, WA_ERR_IO, "no such database", "No such file"},
		{"text.db", WA_ERR_STORE, WA_ERR_STORE, "not a database", "not a database"},
		{"short.db", WA_ERR_STORE, WA_ERR_STORE, "not a database", "not a database"},
		{"foreign.db", WA_ERR_STORE, WA_ERR_STORE, "another program", "another program"},
		{"marked.db", WA_ERR_STORE, WA_ERR_STORE, "another program", "another program"},
		{"newer.db", WA_ERR_STORE, WA_ERR_STORE, "newer wireaudit (schema 999", "newer wireaudit (schema 999"},
	};
	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		for (int writing = 0; writing < 2; writing++) {
			enum wa_status wanted = writing ? rows[i].writing : rows[i].reading;
			place_write("empty.db", "", 0);
			(void)mkdir(place_path("folder"), 0700);
			(void)mkfifo(place_path("pipe"), 0600);
			place_write("text.db", text, sizeof text);
			place_write("short.db", text, 7);
			(void)unlink(place_path("foreign.db"));
			run_sql("foreign.db", "CREATE TABLE bird (name TEXT)");
			(void)unlink(place_path("marked.db"));
			run_sql("marked.db", "PRAGMA application_id = 1; PRAGMA user_version = 1");
			(void)unlink(place_path("newer.db"));
			run_sql("newer.db", OURS "PRAGMA user_version = 999; CREATE TABLE document (id INTEGER PRIMARY KEY)");
			if (wanted == WA_OK)
				wa_store_close(store_open(rows[i].name, WA_STORE_WRITE));
			else
				expect_refusal(rows[i].name, writing ? WA_STORE_WRITE : WA_STORE_READ, wanted,
					writing ? rows[i].words_writing : rows[i].words_reading);
		}
	}
}

static long size_of(const char *name)
{
	struct stat info;
	return stat(place_path(name), &info) == 0 ? (long)info.st_size : -1;
}

/* Somebody else's database is not touched: no write-ahead log, no table of ours. */
static void a_foreign_database_stays_as_it_is(void **state)
{
	long size;
	(void)state;
	run_sql("bird.db", "CREATE TABLE bird (name TEXT)");
	size = size_of("bird.db");
	expect_refusal("bird.db", WA_STORE_WRITE, WA_ERR_STORE, "another program");
	assert_int_equal(size_of("bird.db"), size);
	assert_int_equal(size_of("bird.db-wal"), -1);
	run_sql("bird.db", "DELETE FROM bird");
}

static void names_that_mean_something_to_sqlite(void **state)
{
	static const char *const names[] = {
		":memory:", "a?mode=ro&x=1", "100%25.db", "a#b", "file:x.db", "two words", "caf\xc3\xa9.db", ""};
	char home[512];
	(void)state;
	assert_non_null(getcwd(home, sizeof home));
	assert_int_equal(chdir(place), 0);
	for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
		struct wa_store *store = NULL;
		enum wa_status status = wa_store_open(names[i], WA_STORE_WRITE, &store, NULL);
		assert_int_equal(status, *names[i] ? WA_OK : WA_ERR_USAGE);
		wa_store_close(store);
		if (*names[i])
			assert_true(size_of(names[i]) > 0);
	}
	assert_int_equal(chdir(home), 0);
}

/* A record of `count` documents. */
static void fill(const char *name, unsigned count)
{
	struct wa_store *store = store_open(name, WA_STORE_WRITE);
	struct wa_scan *scan = scan_begin(store, ENGINE);
	for (unsigned i = 0; i < count; i++) {
		struct wa_hash hash;
		char uri[32];
		wa_content_hash(&i, sizeof i, &hash);
		(void)snprintf(uri, sizeof uri, "%u.txt", i);
		MUST(wa_scan_write(scan, &(struct wa_scanned){.uri = uri, .hash = &hash, .result = result_make(i, 5)}, &error));
	}
	MUST(wa_scan_finish(scan, NULL, &error));
	wa_store_close(store);
}

/* Reads everything; the first failure. */
static enum wa_status read_all(struct wa_store *store, struct wa_error *trouble)
{
	struct wa_totals totals;
	struct wa_cursor *cursor = NULL;
	enum wa_status status = wa_store_totals(store, NULL, &totals, trouble);
	if (status != WA_OK)
		return status;
	status = wa_store_paragraphs(store, NULL, NULL, &cursor, trouble);
	if (status != WA_OK)
		return status;
	while (wa_next_paragraph(cursor))
		;
	return wa_cursor_close(cursor, trouble);
}

/* Cut anywhere or overwritten anywhere, a database is told damaged, or read without its rows; nothing breaks. */
static void damaged_files(void **state)
{
	long whole;
	unsigned told = 0, seed = 20240506;
	(void)state;
	fill("whole.db", 60);
	whole = size_of("whole.db");
	for (int i = 0; i < 60; i++) {
		char command[900];
		struct wa_store *store = NULL;
		struct wa_error trouble = {0};
		enum wa_status status;
		long at;
		seed = seed * 1103515245u + 12345u;
		at = (long)((seed >> 8) % (unsigned)whole);
		(void)snprintf(command, sizeof command, "cp '%s' '%s'", place_path("whole.db"), place_path("damaged.db"));
		assert_int_equal(system(command), 0);
		if (i % 2) {
			assert_int_equal(truncate(place_path("damaged.db"), at), 0);
		} else {
			char noise[4096];
			FILE *file = fopen(place_path("damaged.db"), "r+b");
			assert_non_null(file);
			memset(noise, (int)(seed >> 24), sizeof noise);
			assert_int_equal(fseek(file, at, SEEK_SET), 0);
			assert_int_equal(fwrite(noise, 1, sizeof noise, file), sizeof noise);
			assert_int_equal(fclose(file), 0);
		}
		status = wa_store_open(place_path("damaged.db"), WA_STORE_READ, &store, &trouble);
		if (status == WA_OK)
			status = read_all(store, &trouble);
		if (status != WA_OK && status != WA_ERR_STORE && status != WA_ERR_IO)
			fail_msg("cut or overwritten at %ld: %s: %s", at, wa_status_name(status), trouble.message);
		told += status != WA_OK;
		wa_store_close(store);
	}
	assert_true(told > 30);
}

/* Runs as somebody who may not write; root may write anything. */
static int as_nobody(void (*test)(void))
{
	int status = -1;
	pid_t child = fork();
	if (child == 0) {
		if (geteuid() == 0 && (setgid(65534) != 0 || setuid(65534) != 0))
			_exit(3);
		test();
		_exit(0);
	}
	assert_int_equal(waitpid(child, &status, 0), child);
	return status;
}

static void try_read_only(void)
{
	struct wa_store *store = NULL;
	struct wa_error trouble = {0};
	struct wa_totals totals;
	if (wa_store_open(place_path("shelf/a.db"), WA_STORE_WRITE, &store, &trouble) != WA_ERR_IO ||
		!strstr(trouble.message, "read-only"))
		_exit(4);
	if (wa_store_open(place_path("shelf/a.db"), WA_STORE_READ, &store, &trouble) != WA_OK)
		_exit(5);
	if (wa_store_totals(store, NULL, &totals, &trouble) != WA_OK || totals.found != 3)
		_exit(6);
	wa_store_close(store);
	if (wa_store_open(place_path("shelf/new.db"), WA_STORE_WRITE, &store, &trouble) != WA_ERR_IO ||
		!strstr(trouble.message, "Permission denied"))
		_exit(7);
	if (wa_store_open(place_path("shelf/closed.db"), WA_STORE_READ, &store, &trouble) != WA_ERR_IO ||
		!strstr(trouble.message, "Permission denied"))
		_exit(8);
}

/* On a shelf that cannot be written, a database can be read, and writing says why not. */
static void read_only(void **state)
{
	(void)state;
	assert_int_equal(chmod(place, 0755), 0);
	assert_int_equal(mkdir(place_path("shelf"), 0755), 0);
	fill("shelf/a.db", 3);
	fill("shelf/closed.db", 1);
	assert_int_equal(chmod(place_path("shelf/a.db"), 0444), 0);
	assert_int_equal(chmod(place_path("shelf/closed.db"), 0), 0);
	assert_int_equal(chmod(place_path("shelf"), 0555), 0);
	assert_int_equal(as_nobody(try_read_only), 0);
	assert_int_equal(chmod(place_path("shelf"), 0755), 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(files_that_are_none),
		cmocka_unit_test(a_foreign_database_stays_as_it_is),
		cmocka_unit_test(names_that_mean_something_to_sqlite),
		cmocka_unit_test(damaged_files),
		cmocka_unit_test(read_only),
	};
	return cmocka_run_group_tests(tests, place_make, place_remove);
}
