/* Every allocation of a scan and a report, ours and SQLite's, fails once: told as such, nothing leaked, nothing broken. */
#include "tests/memory/failing.h"
#include "tests/store/result.h"
#include "tests/store/rows.h"

/* Allocations whose failure is tried one by one; later ones are much alike, and every few are. */
#define ONE_BY_ONE 400u
#define STRIDE 13u

static enum wa_status scan(struct wa_store *store, struct wa_error *error)
{
	struct wa_scan *scan = NULL;
	enum wa_status status = wa_scan_begin(store, ENGINE, &scan, error);
	if (status != WA_OK)
		return status;
	for (unsigned i = 0; status == WA_OK && i < 3; i++) {
		char uri[16];
		struct wa_hash hash;
		bool unchanged;
		struct wa_result *result;
		wa_content_hash(&i, sizeof i, &hash);
		(void)snprintf(uri, sizeof uri, "%u.txt", i);
		status = wa_scan_unchanged(scan, uri, &hash, &unchanged, error);
		failing_paused = true;
		result = result_make(i, 2);
		failing_paused = false;
		if (status == WA_OK)
			status = wa_scan_write(
				scan, &(struct wa_scanned){.uri = uri, .hash = &hash, .desk = "d", .result = result}, error);
		else
			wa_result_free(result);
	}
	if (status == WA_OK)
		status = wa_scan_gone(scan, "stories", error);
	if (status != WA_OK) {
		wa_scan_abandon(scan);
		return status;
	}
	return wa_scan_finish(scan, NULL, error);
}

static enum wa_status read_rows(struct wa_store *store, struct wa_error *error)
{
	struct wa_filter filter = {.desk = "d", .since = "2000-01-01"};
	struct wa_totals totals;
	struct wa_cursor *cursor = NULL;
	enum wa_status status = wa_store_totals(store, &filter, &totals, error);
	if (status == WA_OK)
		status = wa_store_attributions(store, &filter, &cursor, error);
	if (status != WA_OK)
		return status;
	while (wa_next_attribution(cursor))
		;
	status = wa_cursor_close(cursor, error);
	if (status == WA_OK)
		status = wa_store_claims(store, &filter, &cursor, error);
	if (status != WA_OK)
		return status;
	while (wa_next_claim(cursor))
		;
	return wa_cursor_close(cursor, error);
}

static enum wa_status scan_and_read(const char *name, struct wa_error *error)
{
	struct wa_store *store = NULL;
	enum wa_status status = wa_store_open(place_path(name), WA_STORE_WRITE, &store, error);
	if (status == WA_OK)
		status = scan(store, error);
	wa_store_close(store);
	if (status != WA_OK)
		return status;
	status = wa_store_open(place_path(name), WA_STORE_READ, &store, error);
	if (status != WA_OK)
		return status;
	status = read_rows(store, error);
	wa_store_close(store);
	return status;
}

static void try_one(size_t which, size_t *survived, size_t *told)
{
	struct wa_error trouble = {0};
	enum wa_status status;
	(void)unlink(place_path("a.db"));
	(void)unlink(place_path("a.db-wal"));
	(void)unlink(place_path("a.db-shm"));
	failing_start(which);
	status = scan_and_read("a.db", &trouble);
	(void)failing_stop();
	if (status != WA_OK && status != WA_ERR_NOMEM)
		fail_msg("allocation %zu: %s: %s", which, wa_status_name(status), trouble.message);
	*survived += status == WA_OK;
	*told += status == WA_ERR_NOMEM;
	if (which % 50 == 0) {
		assert_int_equal(scan_and_read("a.db", &trouble), WA_OK);
		rows_expect_whole("a.db");
	}
}

static void every_allocation(void **state)
{
	size_t all, survived = 0, told = 0;
	struct wa_error trouble = {0};
	(void)state;
	failing_start(0);
	assert_int_equal(scan_and_read("first.db", &trouble), WA_OK);
	all = failing_count;
	for (size_t i = 1; i <= all; i += i < ONE_BY_ONE ? 1 : STRIDE)
		try_one(i, &survived, &told);
	assert_true(told > survived); /* SQLite does without some, such as a larger hash table */
}

int main(void)
{
	const struct CMUnitTest tests[] = {cmocka_unit_test(every_allocation)};
	if (!failing_sqlite())
		return 1;
	return cmocka_run_group_tests(tests, place_make, place_remove);
}
