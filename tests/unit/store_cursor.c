/* Filters, order, sums and the ways to use a cursor wrongly. */
#include "store/cursor.h"

#include "tests/store/place.h"
#include "tests/store/result.h"

static struct wa_store *store;

/* Six documents: see the table. All are of 6 paragraphs, 3 grave claims, 2 of them flagged. */
static const struct {
	const char *uri, *desk, *published;
	unsigned seed;
	enum wa_skip skip;
	const char *detail;
} documents[] = {
	{"b.txt", "world", "2024-05-05", 1, WA_SKIP_NONE, NULL}, /* a Sunday */
	{"a.txt", "world", "2024-05-06", 2, WA_SKIP_NONE, NULL}, /* the Monday after */
	{"c.txt", "sport", "2024-05-06", 3, WA_SKIP_NONE, NULL},
	{"d.txt", NULL, "2024-05-12", 5, WA_SKIP_NONE, "two boxes of text were left out"},
	{"e.txt", "world", "2024-05-06", 6, WA_SKIP_LANGUAGE, "language is es, no pack for it"},
	{"gone.txt", "sport", "2023-01-01", 7, WA_SKIP_NONE, NULL},
};
#define DOCUMENTS (sizeof documents / sizeof *documents)

static void write_document(struct wa_scan *scan, size_t i)
{
	struct wa_result *result = result_make(documents[i].seed, 5);
	struct wa_hash hash;
	wa_content_hash(&i, sizeof i, &hash);
	result->document.published = (struct wa_str){documents[i].published, 10};
	result->document.skip = documents[i].skip;
	if (documents[i].detail)
		result->document.skip_detail = (struct wa_str){documents[i].detail, strlen(documents[i].detail)};
	MUST(wa_scan_write(scan,
		&(struct wa_scanned){.uri = documents[i].uri, .hash = &hash, .desk = documents[i].desk, .result = result}, &error));
}

/* No two documents were first seen at one time, as after a long scan. */
static void spread_times(void)
{
	sqlite3 *db = NULL;
	assert_int_equal(sqlite3_open(place_path("cursor.db"), &db), SQLITE_OK);
	assert_int_equal(sqlite3_exec(db, "UPDATE document SET first_seen = '2024-05-1' || id || 'T10:00:00Z'", NULL, NULL, NULL),
		SQLITE_OK);
	sqlite3_close(db);
}

static int fill(void **state)
{
	struct wa_scan *scan;
	if (place_make(state) != 0)
		return -1;
	store = store_open("cursor.db", WA_STORE_WRITE);
	scan = scan_begin(store, ENGINE);
	for (size_t i = 0; i < DOCUMENTS; i++)
		write_document(scan, i);
	MUST(wa_scan_gone(scan, "gone.txt", &error)); /* seen in this scan: stays */
	MUST(wa_scan_finish(scan, NULL, &error));
	scan = scan_begin(store, ENGINE);
	MUST(wa_scan_gone(scan, "gone.txt", &error));
	MUST(wa_scan_finish(scan, NULL, &error));
	wa_store_close(store);
	spread_times();
	store = store_open("cursor.db", WA_STORE_READ);
	return 0;
}

static int empty(void **state)
{
	wa_store_close(store);
	return place_remove(state);
}

/* The URIs a cursor of documents yields, a space between. */
static void list(struct wa_cursor *cursor, char *out, size_t size)
{
	const struct wa_document_row *row;
	*out = 0;
	while ((row = wa_next_document(cursor))) {
		size_t len = strlen(out);
		(void)snprintf(out + len, size - len, "%s%.*s", len ? " " : "", (int)row->document.uri.len, row->document.uri.ptr);
	}
	MUST(wa_cursor_close(cursor, &error));
}

static void filters(void **state)
{
	static const struct {
		struct wa_filter filter;
		const char *uris;
	} rows[] = {
		{{0}, "b.txt a.txt c.txt d.txt"},
		{{.deleted = true}, "gone.txt b.txt a.txt c.txt d.txt"},
		{{.since = "2024-05-06"}, "a.txt c.txt d.txt"},
		{{.until = "2024-05-06"}, "b.txt a.txt c.txt"},
		{{.since = "2024-05-06", .until = "2024-05-06"}, "a.txt c.txt"},
		{{.since = "2024-05-07", .until = "2024-05-06"}, ""},
		{{.desk = "world"}, "b.txt a.txt"},
		{{.desk = ""}, "d.txt"},
		{{.desk = "none"}, ""},
		{{.document = 3}, "c.txt"},
		{{.document = 6}, ""},
		{{.document = 6, .deleted = true}, "gone.txt"},
		{{.since = "2024-05-06", .until = "2024-05-31", .desk = "sport", .document = 3}, "c.txt"},
	};
	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct wa_cursor *cursor = NULL;
		char got[128];
		MUST(wa_store_documents(store, &rows[i].filter, &cursor, &error));
		list(cursor, got, sizeof got);
		assert_string_equal(got, rows[i].uris);
	}
}

static void other_lists_of_documents(void **state)
{
	static const struct {
		enum wa_status (*open)(struct wa_store *, const struct wa_filter *, struct wa_cursor **, struct wa_error *);
		const char *uris;
	} rows[] = {
		{wa_store_not_audited, "e.txt"},
		{wa_store_audited_in_part, "d.txt"},
		{wa_store_worst, "d.txt a.txt c.txt b.txt"},
	};
	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct wa_cursor *cursor = NULL;
		char got[128];
		MUST(rows[i].open(store, NULL, &cursor, &error));
		list(cursor, got, sizeof got);
		assert_string_equal(got, rows[i].uris);
	}
}

static void totals(void **state)
{
	struct wa_totals totals = {0};
	(void)state;
	MUST(wa_store_totals(store, NULL, &totals, &error));
	assert_int_equal(totals.found, 5);
	assert_int_equal(totals.counts.documents, 4);
	assert_int_equal(totals.skipped[WA_SKIP_LANGUAGE], 1);
	assert_int_equal(totals.skipped[WA_SKIP_NONE], 0);
	assert_int_equal(totals.in_part, 1);
	assert_int_equal(totals.dated[WA_DATED_PUBLISHED], 4);
	assert_int_equal(totals.paragraphs, 24);
	assert_int_equal(totals.mentions, 8);
	assert_int_equal(totals.attributions, 24);
	assert_int_equal(totals.counts.claims, 24);
	assert_int_equal(totals.counts.grave, 12);
	assert_int_equal(totals.counts.flagged, 8);
	assert_int_equal(totals.counts.findings[WA_LEVEL_ERROR], 8);
	assert_int_equal(totals.counts.suppressed, 4);
	assert_int_equal(totals.claims[WA_CLAIM_DEATHS][WA_VERDICT_FLAG], 8);
	assert_int_equal(totals.claims[WA_CLAIM_DESTRUCTION][WA_VERDICT_OK], 12);
	assert_string_equal(totals.first, "2024-05-05");
	assert_string_equal(totals.last, "2024-05-12");
	MUST(wa_store_totals(store, &(struct wa_filter){.desk = "none"}, &totals, &error));
	assert_int_equal(totals.found, 0);
	assert_string_equal(totals.first, "");
}

static void groups(void **state)
{
	static const struct {
		enum wa_status (*open)(struct wa_store *, const struct wa_filter *, struct wa_cursor **, struct wa_error *);
		struct {
			const char *key; /* NULL for none */
			uint64_t documents;
		} groups[4];
		size_t count;
	} rows[] = {
		{wa_store_weeks, {{"2024-04-29", 1}, {"2024-05-06", 3}}, 2},
		{wa_store_desks, {{NULL, 1}, {"sport", 1}, {"world", 2}}, 3},
		{wa_store_agencies, {{"afp", 1}, {"efe", 2}, {"reuters", 1}}, 3},
	};
	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct wa_cursor *cursor = NULL;
		const struct wa_group_row *row;
		size_t count = 0;
		MUST(rows[i].open(store, NULL, &cursor, &error));
		while ((row = wa_next_group(cursor))) {
			const char *key = rows[i].groups[count].key;
			assert_int_equal(!row->key.ptr, !key);
			if (key)
				assert_memory_equal(row->key.ptr, key, strlen(key));
			assert_int_equal(row->counts.documents, rows[i].groups[count].documents);
			assert_int_equal(row->counts.grave, 3 * row->counts.documents);
			assert_int_equal(row->counts.flagged, 2 * row->counts.documents);
			assert_int_equal(row->counts.findings[WA_LEVEL_NOTE], 2 * row->counts.documents);
			count++;
		}
		MUST(wa_cursor_close(cursor, &error));
		assert_int_equal(count, rows[i].count);
	}
}

static void write_dated(struct wa_scan *scan, const char *uri, const char *published)
{
	struct wa_result *result = result_make(1, 5);
	result->document.published = (struct wa_str){published, published ? strlen(published) : 0};
	result->document.modified = (struct wa_str){NULL, 0};
	MUST(wa_scan_write(scan, &(struct wa_scanned){.uri = uri, .result = result}, &error));
}

/* The week of a scan is not one of publication: it has a row apart, and does not stretch the dates there are. */
static void weeks_without_a_date(void **state)
{
	struct wa_store *other = store_open("undated.db", WA_STORE_WRITE);
	struct wa_scan *scan = scan_begin(other, ENGINE);
	struct wa_totals sums = {0};
	struct wa_cursor *cursor = NULL;
	const struct wa_group_row *row;
	(void)state;
	write_dated(scan, "seen.txt", NULL);
	MUST(wa_scan_finish(scan, NULL, &error));
	MUST(wa_store_totals(other, NULL, &sums, &error));
	assert_int_equal(sums.dated[WA_DATED_FIRST_SEEN], 1);
	assert_true(strcmp(sums.first, "2024-05-08") > 0);
	assert_string_equal(sums.first, sums.last);
	scan = scan_begin(other, ENGINE);
	write_dated(scan, "dated.txt", "2024-05-08");
	MUST(wa_scan_finish(scan, NULL, &error));
	MUST(wa_store_totals(other, NULL, &sums, &error));
	assert_string_equal(sums.first, "2024-05-08");
	assert_string_equal(sums.last, "2024-05-08");
	MUST(wa_store_weeks(other, NULL, &cursor, &error));
	row = wa_next_group(cursor);
	assert_non_null(row);
	assert_memory_equal(row->key.ptr, "2024-05-06", 10);
	assert_false(row->first_seen);
	row = wa_next_group(cursor);
	assert_non_null(row);
	assert_true(row->first_seen);
	assert_int_equal(row->counts.documents, 1);
	assert_null(wa_next_group(cursor));
	MUST(wa_cursor_close(cursor, &error));
	wa_store_close(other);
}

static void roles(void **state)
{
	static const struct wa_role_row wanted[] = {
		{"afp", WA_ROLE_REPORTER, 1, 1, 2},
		{"afp", WA_ROLE_SUBJECT, 1, 1, 2},
		{"efe", WA_ROLE_REPORTER, 2, 2, 3},
		{"efe", WA_ROLE_SUBJECT, 1, 1, 3},
		{"reuters", WA_ROLE_REPORTER, 1, 1, 3},
		{"reuters", WA_ROLE_SUBJECT, 2, 2, 3},
	};
	struct wa_cursor *cursor = NULL;
	const struct wa_role_row *row;
	size_t count = 0;
	(void)state;
	MUST(wa_store_roles(store, NULL, &cursor, &error));
	for (; (row = wa_next_role(cursor)); count++) {
		assert_string_equal(row->agency, wanted[count].agency);
		assert_int_equal(row->role, wanted[count].role);
		assert_int_equal(row->mentions, wanted[count].mentions);
		assert_int_equal(row->documents, wanted[count].documents);
		assert_int_equal(row->any_role, wanted[count].any_role);
	}
	MUST(wa_cursor_close(cursor, &error));
	assert_int_equal(count, 6);
}

/* By what the four documents of the filter hold; the last row but one is spelt with and without a capital. */
static void sources(void **state)
{
	static const struct {
		struct wa_filter filter;
		struct {
			const char *name;
			uint64_t attributions, documents, answers, grave, destruction;
			const char *first, *last;
		} sources[2];
	} rows[] = {
		{{0}, {{"the harbour office", 16, 4, 0, 0, 0, "2024-05-05", "2024-05-12"},
			      {"Reuters", 4, 4, 16, 4, 12, "2024-05-05", "2024-05-12"}}},
		{{.desk = "sport"}, {{"the harbour office", 4, 1, 0, 0, 0, "2024-05-06", "2024-05-06"},
					    {"Reuters", 1, 1, 4, 1, 3, "2024-05-06", "2024-05-06"}}},
		{{.deleted = true, .until = "2023-12-31"}, {{"the harbour office", 4, 1, 0, 0, 0, "2023-01-01", "2023-01-01"},
								   {"Reuters", 1, 1, 4, 1, 3, "2023-01-01", "2023-01-01"}}},
	};
	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct wa_cursor *cursor = NULL;
		const struct wa_source_row *row;
		size_t count = 0;
		MUST(wa_store_sources(store, &rows[i].filter, &cursor, &error));
		for (; (row = wa_next_source(cursor)); count++) {
			assert_true(count < 2);
			assert_int_equal(row->name.len, strlen(rows[i].sources[count].name));
			assert_memory_equal(row->name.ptr, rows[i].sources[count].name, row->name.len);
			assert_int_equal(row->kind, WA_SOURCE_ORGANISATION);
			assert_int_equal(row->attributions, rows[i].sources[count].attributions);
			assert_int_equal(row->modes[WA_MODE_FINDING], row->attributions);
			assert_int_equal(row->modes[WA_MODE_SPEECH], 0);
			assert_int_equal(row->documents, rows[i].sources[count].documents);
			assert_int_equal(row->answers, rows[i].sources[count].answers);
			assert_int_equal(row->grave, rows[i].sources[count].grave);
			assert_int_equal(row->claims[WA_CLAIM_DEATHS], rows[i].sources[count].grave);
			assert_int_equal(row->claims[WA_CLAIM_DESTRUCTION], rows[i].sources[count].destruction);
			assert_string_equal(row->first, rows[i].sources[count].first);
			assert_string_equal(row->last, rows[i].sources[count].last);
		}
		MUST(wa_cursor_close(cursor, &error));
		assert_int_equal(count, 2);
	}
}

/* A name is taken for the most definite of the kinds it was ever taken for; pronouns take that of their name. */
static void kinds_of_a_source(void **state)
{
	static const struct {
		enum wa_source_kind kinds[2], kind;
	} rows[] = {
		{{WA_SOURCE_PRONOUN, WA_SOURCE_VAGUE}, WA_SOURCE_VAGUE},
		{{WA_SOURCE_UNNAMED, WA_SOURCE_PERSON}, WA_SOURCE_PERSON},
		{{WA_SOURCE_ORGANISATION, WA_SOURCE_AGENCY}, WA_SOURCE_AGENCY},
		{{WA_SOURCE_PRONOUN, WA_SOURCE_PRONOUN}, WA_SOURCE_PRONOUN},
	};
	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		char name[32];
		(void)snprintf(name, sizeof name, "kinds%zu.db", i);
		struct wa_store *other = store_open(name, WA_STORE_WRITE);
		struct wa_scan *scan = scan_begin(other, ENGINE);
		struct wa_result *result = result_make(1, 2);
		struct wa_cursor *cursor = NULL;
		const struct wa_source_row *row;
		for (size_t k = 0; k < 2; k++) {
			result->attributions[k + 1].name = S("Ruiz");
			result->attributions[k + 1].kind = rows[i].kinds[k];
		}
		MUST(wa_scan_write(scan, &(struct wa_scanned){.uri = "a.txt", .result = result}, &error));
		MUST(wa_scan_finish(scan, NULL, &error));
		MUST(wa_store_sources(other, NULL, &cursor, &error));
		row = wa_next_source(cursor);
		assert_non_null(row);
		assert_int_equal(row->kind, rows[i].kind);
		assert_int_equal(row->attributions, 2);
		assert_null(wa_next_source(cursor));
		MUST(wa_cursor_close(cursor, &error));
		wa_store_close(other);
	}
}

static void rules(void **state)
{
	struct wa_cursor *cursor = NULL;
	const struct wa_rule_row *row;
	(void)state;
	MUST(wa_store_rules(store, NULL, &cursor, &error));
	row = wa_next_rule(cursor);
	assert_non_null(row);
	assert_string_equal(row->code, "WA101");
	assert_string_equal(row->name, "toll-unattributed");
	assert_int_equal(row->findings[WA_LEVEL_ERROR], 8);
	assert_int_equal(row->findings[WA_LEVEL_WARNING], 4);
	assert_int_equal(row->findings[WA_LEVEL_NOTE], 0);
	assert_int_equal(row->suppressed, 0);
	assert_int_equal(row->documents, 4);
	assert_int_equal(row->flagged, 8);
	row = wa_next_rule(cursor);
	assert_non_null(row);
	assert_string_equal(row->code, "WA205");
	assert_int_equal(row->findings[WA_LEVEL_NOTE], 8);
	assert_int_equal(row->suppressed, 4);
	assert_int_equal(row->flagged, 0);
	assert_null(wa_next_rule(cursor));
	MUST(wa_cursor_close(cursor, &error));
}

static void runs(void **state)
{
	struct wa_cursor *cursor = NULL;
	const struct wa_run *row;
	(void)state;
	MUST(wa_store_runs(store, &cursor, &error));
	row = wa_next_run(cursor);
	assert_non_null(row);
	assert_int_equal(row->id, 2);
	assert_int_equal(row->gone, 1);
	row = wa_next_run(cursor);
	assert_non_null(row);
	assert_int_equal(row->seen, 6);
	assert_int_equal(row->not_audited, 1);
	assert_int_equal(row->gone, 0);
	assert_non_null(row->finished);
	assert_string_equal(row->fingerprint, ENGINE);
	assert_null(wa_next_run(cursor));
	MUST(wa_cursor_close(cursor, &error));
}

static void wrong_use(void **state)
{
	static const struct wa_filter wrong[] = {{.since = "May"}, {.until = "2024-02-30"}};
	struct wa_cursor *cursor = NULL;
	struct wa_scan *scan = NULL;
	struct wa_error trouble;
	(void)state;
	for (size_t i = 0; i < 2; i++) {
		assert_int_equal(wa_store_claims(store, &wrong[i], &cursor, &trouble), WA_ERR_USAGE);
		assert_null(cursor);
		assert_non_null(strstr(trouble.message, "YYYY-MM-DD"));
		assert_int_equal(wa_store_totals(store, &wrong[i], &(struct wa_totals){0}, &trouble), WA_ERR_USAGE);
	}
	MUST(wa_store_claims(store, NULL, &cursor, &error));
	assert_null(wa_next_mention(cursor));
	assert_null(wa_next_claim(cursor));
	assert_int_equal(wa_cursor_close(cursor, &trouble), WA_ERR_USAGE);
	assert_int_equal(wa_scan_begin(store, ENGINE, &scan, &trouble), WA_ERR_USAGE);
	assert_int_equal(wa_store_prune(store, &(struct wa_prune){0}, NULL, &trouble), WA_ERR_USAGE);
}

/* A scan has its store to itself. */
static void reading_beside_a_scan(void **state)
{
	struct wa_store *own = store_open("busy.db", WA_STORE_WRITE);
	struct wa_scan *scan = scan_begin(own, ENGINE), *second = NULL;
	struct wa_cursor *cursor = NULL;
	(void)state;
	assert_int_equal(wa_store_documents(own, NULL, &cursor, NULL), WA_ERR_USAGE);
	assert_int_equal(wa_store_totals(own, NULL, &(struct wa_totals){0}, NULL), WA_ERR_USAGE);
	assert_int_equal(wa_scan_begin(own, ENGINE, &second, NULL), WA_ERR_USAGE);
	MUST(wa_scan_finish(scan, NULL, &error));
	MUST(wa_store_documents(own, NULL, &cursor, &error));
	assert_null(wa_next_document(cursor));
	MUST(wa_cursor_close(cursor, &error));
	wa_store_close(own);
}

static enum wa_status every_paragraph(
	struct wa_store *from, const struct wa_filter *filter, struct wa_cursor **cursor, struct wa_error *trouble)
{
	return wa_store_paragraphs(from, filter, NULL, cursor, trouble);
}

/* Rows come off the index of dates: nothing is sorted, so nothing is held. */
static void rows_are_not_sorted(void **state)
{
	static enum wa_status (*const opens[])(struct wa_store *, const struct wa_filter *, struct wa_cursor **,
		struct wa_error *) = {wa_store_documents, wa_store_not_audited, wa_store_audited_in_part, every_paragraph,
		wa_store_mentions, wa_store_attributions, wa_store_claims, wa_store_findings};
	static const struct wa_filter filters[] = {{0}, {.since = "2024-05-06", .until = "2024-05-07", .desk = "world"}};
	(void)state;
	for (size_t i = 0; i < 2 * sizeof opens / sizeof *opens; i++) {
		struct wa_cursor *cursor = NULL;
		sqlite3_stmt *plan = NULL;
		char *sql;
		MUST(opens[i / 2](store, &filters[i % 2], &cursor, &error));
		sql = sqlite3_mprintf("EXPLAIN QUERY PLAN %s", sqlite3_sql(cursor->rows.sqlite));
		assert_int_equal(sqlite3_prepare_v2(store->db.sqlite, sql, -1, &plan, NULL), SQLITE_OK);
		while (sqlite3_step(plan) == SQLITE_ROW) {
			const char *detail = (const char *)sqlite3_column_text(plan, 3);
			if (strstr(detail, "TEMP B-TREE FOR ORDER BY")) /* waivers, which are few, are grouped */
				fail_msg("%s: %s", detail, sql);
		}
		sqlite3_finalize(plan);
		sqlite3_free(sql);
		MUST(wa_cursor_close(cursor, &error));
	}
}

/* What is written after a store was opened for reading is not seen by it. */
static void a_report_sees_one_moment(void **state)
{
	struct wa_store *writing = store_open("cursor.db", WA_STORE_WRITE), *later;
	struct wa_scan *scan = scan_begin(writing, ENGINE);
	struct wa_result *result = result_make(9, 1);
	struct wa_totals before = {0}, after = {0};
	struct wa_hash hash;
	(void)state;
	wa_content_hash("9", 1, &hash);
	MUST(wa_scan_write(scan, &(struct wa_scanned){.uri = "new.txt", .hash = &hash, .result = result}, &error));
	MUST(wa_scan_finish(scan, NULL, &error));
	wa_store_close(writing);
	MUST(wa_store_totals(store, NULL, &before, &error));
	later = store_open("cursor.db", WA_STORE_READ);
	MUST(wa_store_totals(later, NULL, &after, &error));
	wa_store_close(later);
	assert_int_equal(after.found, before.found + 1);
}

/* A name of an enumeration that this program does not know: somebody edited the database. */
static void an_unknown_name(void **state)
{
	struct wa_cursor *cursor = NULL;
	struct wa_error trouble = {0};
	struct wa_store *edited;
	sqlite3 *db = NULL;
	(void)state;
	assert_int_equal(sqlite3_open(place_path("cursor.db"), &db), SQLITE_OK);
	assert_int_equal(sqlite3_exec(db, "UPDATE mention SET role = 'poet'", NULL, NULL, NULL), SQLITE_OK);
	sqlite3_close(db);
	edited = store_open("cursor.db", WA_STORE_READ);
	MUST(wa_store_mentions(edited, NULL, &cursor, &error));
	assert_null(wa_next_mention(cursor));
	assert_int_equal(wa_cursor_close(cursor, &trouble), WA_ERR_STORE);
	assert_non_null(strstr(trouble.message, "unknown role: poet"));
	wa_store_close(edited);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(filters),
		cmocka_unit_test(other_lists_of_documents),
		cmocka_unit_test(totals),
		cmocka_unit_test(groups),
		cmocka_unit_test(weeks_without_a_date),
		cmocka_unit_test(roles),
		cmocka_unit_test(sources),
		cmocka_unit_test(kinds_of_a_source),
		cmocka_unit_test(rules),
		cmocka_unit_test(runs),
		cmocka_unit_test(wrong_use),
		cmocka_unit_test(reading_beside_a_scan),
		cmocka_unit_test(rows_are_not_sorted),
		cmocka_unit_test(a_report_sees_one_moment),
		cmocka_unit_test(an_unknown_name),
	};
	return cmocka_run_group_tests(tests, fill, empty);
}
