/* Several programs at one database: two scans, a report and somebody who holds the lock. */
#include <sys/wait.h>

#include "store/store.h"
#include "tests/store/rows.h"
#include "tests/store/workload.h"

static pid_t start_scan(const char *name, unsigned first, unsigned last)
{
	pid_t child = fork();
	if (child == 0) {
		struct workload work = {.name = name, .first = first, .last = last, .progress = -1};
		enum wa_status status = workload_run(&work);
		if (status != WA_OK)
			(void)fprintf(stderr, "%s\n", work.error.message);
		_exit(status == WA_OK ? 0 : 1);
	}
	return child;
}

static void expect_success(pid_t child)
{
	int status = -1;
	assert_int_equal(waitpid(child, &status, 0), child);
	assert_int_equal(status, 0);
}

/* Two scans make the database together and audit many of the same documents. */
static void two_scans(void **state)
{
	struct workload alone = {.name = "alone.db", .last = 900, .progress = -1};
	struct wa_store *store;
	struct wa_totals totals;
	sqlite3 *db;
	pid_t one, two;
	(void)state;
	one = start_scan("both.db", 0, 600);
	two = start_scan("both.db", 300, 900);
	expect_success(one);
	expect_success(two);
	assert_int_equal(workload_run(&alone), WA_OK);
	rows_expect_whole("both.db");
	rows_expect_equal("both.db", "alone.db");
	db = rows_open("both.db");
	assert_int_equal(rows_number(db, "SELECT sum(seen) FROM run"), 1200);
	assert_int_equal(rows_number(db, "SELECT count(*) FROM run WHERE finished IS NOT NULL"), 2);
	sqlite3_close(db);
	store = store_open("both.db", WA_STORE_READ);
	MUST(wa_store_totals(store, NULL, &totals, &error));
	assert_int_equal(totals.found, 900);
	wa_store_close(store);
}

/* A report that is being read does not hold up a scan, nor the scan the report. */
static void a_report_meanwhile(void **state)
{
	struct workload before = {.name = "read.db", .last = 200, .progress = -1};
	struct workload meanwhile = {.name = "read.db", .first = 100, .last = 400, .progress = -1};
	struct wa_cursor *cursor = NULL;
	struct wa_store *store;
	size_t count = 0;
	(void)state;
	assert_int_equal(workload_run(&before), WA_OK);
	store = store_open("read.db", WA_STORE_READ);
	MUST(wa_store_documents(store, NULL, &cursor, &error));
	while (wa_next_document(cursor))
		if (++count == 50)
			assert_int_equal(workload_run(&meanwhile), WA_OK);
	MUST(wa_cursor_close(cursor, &error));
	assert_int_equal(count, 200);
	wa_store_close(store);
}

static void *let_go(void *db)
{
	(void)usleep(300000);
	(void)sqlite3_exec(db, "COMMIT", NULL, NULL, NULL);
	return NULL;
}

/* A scan waits for whoever writes, and gives up in the end with the database as it was. */
static void somebody_holds_the_lock(void **state)
{
	struct workload work = {.name = "held.db", .last = 20, .progress = -1};
	struct wa_error trouble = {0};
	struct wa_store *store;
	struct wa_scan *scan = NULL;
	pthread_t thread;
	sqlite3 *db;
	(void)state;
	assert_int_equal(workload_run(&work), WA_OK);
	db = rows_open("held.db");
	rows_run(db, "BEGIN IMMEDIATE");
	assert_int_equal(pthread_create(&thread, NULL, let_go, db), 0);
	work.last = 30;
	assert_int_equal(workload_run(&work), WA_OK);
	assert_int_equal(pthread_join(thread, NULL), 0);
	rows_run(db, "BEGIN IMMEDIATE");
	store = store_open("held.db", WA_STORE_WRITE);
	store->db.patience = 30;
	assert_int_equal(wa_scan_begin(store, ENGINE, &scan, &trouble), WA_ERR_BUSY);
	assert_null(scan);
	assert_non_null(strstr(trouble.message, "locked by another program"));
	rows_run(db, "COMMIT");
	scan = scan_begin(store, ENGINE);
	rows_run(db, "BEGIN IMMEDIATE");
	MUST(wa_scan_write(scan, &(struct wa_scanned){.uri = "late.txt", .result = result_make(1, 1)}, &error));
	assert_int_equal(wa_scan_gone(scan, "", &trouble), WA_ERR_BUSY);
	assert_int_equal(
		wa_scan_write(scan, &(struct wa_scanned){.uri = "later.txt", .result = result_make(1, 1)}, &trouble), WA_ERR_BUSY);
	assert_int_equal(wa_scan_finish(scan, NULL, &trouble), WA_ERR_BUSY);
	rows_run(db, "COMMIT");
	sqlite3_close(db);
	wa_store_close(store);
	db = rows_open("held.db");
	assert_int_equal(rows_number(db, "SELECT count(*) FROM document"), 30);
	sqlite3_close(db);
	rows_expect_whole("held.db");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(two_scans),
		cmocka_unit_test(a_report_meanwhile),
		cmocka_unit_test(somebody_holds_the_lock),
	};
	return cmocka_run_group_tests(tests, place_make, place_remove);
}
