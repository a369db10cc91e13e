/* Waivers: what they take off every count, what holds, and who may not have one. */
#include "store/cursor.h"
#include "store/dating.h"

#include "tests/store/place.h"
#include "tests/store/result.h"

/* Findings 0 to 4 of a document of seed 1: a note, an error, a note suppressed in the copy, a warning, a note. */
#define NOTE "00000000000003e8"
#define ERROR "00000000000003e9"
#define SUPPRESSED_NOTE "00000000000003ea"

static struct wa_store *store;

static void write_document(struct wa_scan *scan, const char *uri, unsigned seed)
{
	struct wa_hash hash;
	wa_content_hash(uri, strlen(uri), &hash);
	MUST(wa_scan_write(
		scan, &(struct wa_scanned){.uri = uri, .hash = &hash, .desk = "world", .result = result_make(seed, 4)}, &error));
}

static int fill(void **state)
{
	struct wa_scan *scan;
	if (place_make(state) != 0)
		return -1;
	store = store_open("waiver.db", WA_STORE_WRITE);
	scan = scan_begin(store, "engine");
	write_document(scan, "a.txt", 1);
	write_document(scan, "b.txt", 2);
	MUST(wa_scan_finish(scan, NULL, &error));
	return 0;
}

static int empty(void **state)
{
	wa_store_close(store);
	return place_remove(state);
}

static void waive(const char *fingerprint, const char *author, const char *until)
{
	MUST(wa_store_waive(store,
		&(struct wa_waiver){.fingerprint = fingerprint, .reason = "seen by us", .author = author, .until = until}, &error));
}

static void withdraw(const char *fingerprint, bool expected)
{
	bool found = !expected;
	MUST(wa_store_withdraw(store, fingerprint, &found, &error));
	assert_int_equal(found, expected);
}

static void expect_counts(const struct wa_counts *counts, uint64_t errors, uint64_t notes, uint64_t suppressed)
{
	assert_int_equal(counts->findings[WA_LEVEL_ERROR], errors);
	assert_int_equal(counts->findings[WA_LEVEL_WARNING], counts->documents);
	assert_int_equal(counts->findings[WA_LEVEL_NOTE], notes);
	assert_int_equal(counts->suppressed, suppressed);
}

/* All ways to count must agree: of both documents, and of a.txt alone. */
static void expect_everywhere(uint64_t errors, uint64_t notes, uint64_t suppressed)
{
	static enum wa_status (*const groups[])(struct wa_store *, const struct wa_filter *, struct wa_cursor **,
		struct wa_error *) = {wa_store_weeks, wa_store_desks};
	struct wa_totals totals;
	struct wa_cursor *cursor = NULL;
	uint64_t counted[4] = {0};
	const struct wa_rule_row *rule;
	const struct wa_finding_row *finding;
	MUST(wa_store_totals(store, NULL, &totals, &error));
	expect_counts(&totals.counts, errors, notes, suppressed);
	for (size_t i = 0; i < sizeof groups / sizeof *groups; i++) {
		MUST(groups[i](store, NULL, &cursor, &error));
		expect_counts(&wa_next_group(cursor)->counts, errors, notes, suppressed);
		MUST(wa_cursor_close(cursor, &error));
	}
	MUST(wa_store_rules(store, NULL, &cursor, &error));
	while ((rule = wa_next_rule(cursor))) {
		counted[0] += rule->findings[WA_LEVEL_ERROR];
		counted[1] += rule->findings[WA_LEVEL_NOTE];
		counted[2] += rule->suppressed;
	}
	MUST(wa_cursor_close(cursor, &error));
	MUST(wa_store_findings(store, NULL, &cursor, &error));
	while ((finding = wa_next_finding(cursor)))
		counted[3] += finding->finding.suppressed;
	MUST(wa_cursor_close(cursor, &error));
	assert_int_equal(counted[0], errors);
	assert_int_equal(counted[1], notes);
	assert_int_equal(counted[2], suppressed);
	assert_int_equal(counted[3], suppressed);
}

static void waived_findings_count_as_suppressed(void **state)
{
	const struct wa_document_row *document;
	struct wa_cursor *cursor = NULL;
	(void)state;
	expect_everywhere(2, 4, 2);
	waive(ERROR, "A. Quist", "2999-12-31");
	expect_everywhere(1, 4, 3);
	waive(NOTE, NULL, NULL);
	expect_everywhere(1, 3, 4);
	waive(SUPPRESSED_NOTE, NULL, NULL); /* in the copy already */
	expect_everywhere(1, 3, 4);
	MUST(wa_store_worst(store, NULL, &cursor, &error));
	document = wa_next_document(cursor);
	assert_memory_equal(document->document.uri.ptr, "b.txt", 5);
	document = wa_next_document(cursor);
	assert_memory_equal(document->document.uri.ptr, "a.txt", 5);
	assert_int_equal(document->counts.findings[WA_LEVEL_ERROR], 0);
	assert_int_equal(document->counts.findings[WA_LEVEL_WARNING], 1);
	MUST(wa_cursor_close(cursor, &error));
	withdraw(ERROR, true);
	withdraw(NOTE, true);
	withdraw(SUPPRESSED_NOTE, true);
	withdraw(ERROR, false);
	expect_everywhere(2, 4, 2);
}

static void reasons_name_who_and_how_long(void **state)
{
	static const char *const told[] = {
		NULL, "waived by A. Quist until 2999-12-31: seen by us", "checked by the desk", NULL, NULL};
	const struct wa_finding_row *row;
	struct wa_cursor *cursor = NULL;
	(void)state;
	waive(ERROR, "A. Quist", "2999-12-31");
	waive(SUPPRESSED_NOTE, "A. Quist", NULL); /* what the copy says stands */
	MUST(wa_store_findings(store, &(struct wa_filter){.document = 1}, &cursor, &error));
	for (size_t i = 0; i < sizeof told / sizeof *told; i++) {
		row = wa_next_finding(cursor);
		assert_non_null(row);
		assert_int_equal(row->finding.suppressed, told[i] != NULL);
		if (told[i])
			assert_memory_equal(row->finding.suppression.ptr, told[i], strlen(told[i]) + 1);
	}
	MUST(wa_cursor_close(cursor, &error));
	withdraw(ERROR, true);
	withdraw(SUPPRESSED_NOTE, true);
}

static void a_day_that_is_past_ends_it(void **state)
{
	const struct wa_waiver *waiver;
	struct wa_cursor *cursor = NULL;
	char today[TIME_SIZE];
	(void)state;
	waive(ERROR, NULL, "2001-09-30");
	expect_everywhere(2, 4, 2);
	dating_now(today);
	today[10] = 0;
	waive(ERROR, NULL, today); /* the day itself still counts */
	expect_everywhere(1, 4, 3);
	MUST(wa_store_waivers(store, &cursor, &error));
	while ((waiver = wa_next_waiver(cursor)))
		assert_int_equal(waiver->holds, waiver->until && strcmp(waiver->until, today) == 0);
	MUST(wa_cursor_close(cursor, &error));
	withdraw(ERROR, true);
}

static void all_stay_on_record(void **state)
{
	static const struct {
		const char *author, *code;
		bool withdrawn;
	} expected[] = {{"Okon", "WA101", true}, {"Quist", "WA101", true}, {NULL, NULL, false}};
	struct wa_cursor *cursor = NULL;
	struct wa_store *fresh;
	struct wa_store *kept = store;
	size_t count = 0;
	const struct wa_waiver *waiver;
	(void)state;
	fresh = store_open("record.db", WA_STORE_WRITE);
	struct wa_scan *scan = scan_begin(fresh, "engine");
	write_document(scan, "a.txt", 1);
	write_document(scan, "again.txt", 1);
	MUST(wa_scan_finish(scan, NULL, &error));
	store = fresh;
	waive(ERROR, "Okon", NULL);
	waive(ERROR, "Quist", NULL);
	withdraw(ERROR, true);
	waive("feedfeedfeedfeed", NULL, NULL);
	MUST(wa_store_waivers(store, &cursor, &error));
	for (; (waiver = wa_next_waiver(cursor)); count++) {
		assert_true(count < sizeof expected / sizeof *expected);
		assert_int_equal(waiver->withdrawn != NULL, expected[count].withdrawn);
		assert_int_equal(waiver->holds, !expected[count].withdrawn);
		assert_int_equal(waiver->code != NULL, expected[count].code != NULL);
		if (waiver->code) {
			assert_string_equal(waiver->author, expected[count].author);
			assert_string_equal(waiver->code, expected[count].code);
			assert_memory_equal(waiver->uri.ptr, "a.txt", waiver->uri.len);
			assert_memory_equal(waiver->words.ptr, "Passengers", waiver->words.len);
		}
	}
	MUST(wa_cursor_close(cursor, &error));
	assert_int_equal(count, sizeof expected / sizeof *expected);
	wa_store_close(fresh);
	store = kept;
}

static void mistakes_are_told(void **state)
{
	static const struct {
		struct wa_waiver waiver;
		const char *message;
	} rows[] = {
		{{.fingerprint = "short", .reason = "r"}, "16 hex digits"},
		{{.fingerprint = "00000000000003E9", .reason = "r"}, "16 hex digits"},
		{{.fingerprint = ERROR, .reason = ""}, "needs a reason"},
		{{.fingerprint = ERROR, .reason = " \t"}, "needs a reason"},
		{{.fingerprint = ERROR, .reason = "r", .until = "2025-02-30"}, "YYYY-MM-DD"},
	};
	struct wa_error trouble = {0};
	struct wa_store *reading = store_open("waiver.db", WA_STORE_READ);
	struct wa_scan *scan;
	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		assert_int_equal(wa_store_waive(store, &rows[i].waiver, &trouble), WA_ERR_USAGE);
		assert_non_null(strstr(trouble.message, rows[i].message));
	}
	assert_int_equal(wa_store_waive(reading, &(struct wa_waiver){.fingerprint = ERROR, .reason = "r"}, &trouble), WA_ERR_USAGE);
	wa_store_close(reading);
	scan = scan_begin(store, "engine");
	assert_int_equal(wa_store_waive(store, &(struct wa_waiver){.fingerprint = ERROR, .reason = "r"}, &trouble), WA_ERR_USAGE);
	MUST(wa_scan_finish(scan, NULL, &error));
	expect_everywhere(2, 4, 2);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(waived_findings_count_as_suppressed),
		cmocka_unit_test(reasons_name_who_and_how_long),
		cmocka_unit_test(a_day_that_is_past_ends_it),
		cmocka_unit_test(all_stay_on_record),
		cmocka_unit_test(mistakes_are_told),
	};
	return cmocka_run_group_tests_name("store_waiver", tests, fill, empty);
}
