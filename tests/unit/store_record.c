/* What goes into the record comes out again, and what becomes of documents over several scans. */
#include "tests/store/hand.h"

static void expect_str(struct wa_str got, struct wa_str wanted)
{
	assert_int_equal(got.len, wanted.len);
	assert_int_equal(!got.ptr, !wanted.ptr);
	if (wanted.len)
		assert_memory_equal(got.ptr, wanted.ptr, wanted.len);
}

static void expect_text(const char *got, const char *wanted)
{
	assert_int_equal(!got, !wanted);
	if (wanted)
		assert_string_equal(got, wanted);
}

static void expect_number(double got, double wanted)
{
	assert_int_equal(isnan(got), isnan(wanted));
	if (!isnan(wanted))
		assert_true(got == wanted);
}

static void check_attributions(struct wa_store *store, const struct wa_result *result)
{
	struct wa_cursor *cursor = NULL;
	const struct wa_attribution_row *row;
	size_t count = 0;
	MUST(wa_store_attributions(store, NULL, &cursor, &error));
	while ((row = wa_next_attribution(cursor))) {
		const struct wa_attribution *wanted = &result->attributions[count], *got = &row->attribution;
		assert_int_equal(row->index, count++);
		assert_int_equal(got->para, wanted->para);
		assert_int_equal(got->cue.end, wanted->cue.end);
		assert_int_equal(got->source_para, wanted->source_para);
		assert_int_equal(got->source.end, wanted->source.end);
		assert_int_equal(got->kind, wanted->kind);
		assert_int_equal(got->mode, wanted->mode);
		expect_text(got->agency, wanted->agency);
		expect_str(got->resolved, wanted->resolved);
		expect_str(got->name, wanted->name);
		expect_text(got->why, wanted->why);
		assert_int_equal(got->content_count, wanted->content_count);
		if (wanted->content_count)
			assert_memory_equal(got->content, wanted->content, wanted->content_count * sizeof *got->content);
		expect_str(row->content, wanted->content_count == 2   ? S("Passengers … waited")
					 : wanted->content_count == 1 ? S("Passengers")
								      : (struct wa_str){0});
		expect_str(row->paragraph, result->paragraphs[wanted->para].text);
	}
	MUST(wa_cursor_close(cursor, &error));
	assert_int_equal(count, result->attribution_count);
}

static void check_claims(struct wa_store *store, const struct wa_result *result)
{
	struct wa_cursor *cursor = NULL;
	const struct wa_claim_row *row;
	size_t count = 0;
	MUST(wa_store_claims(store, NULL, &cursor, &error));
	while ((row = wa_next_claim(cursor))) {
		const struct wa_claim *wanted = &result->claims[count], *got = &row->claim;
		assert_int_equal(row->index, count++);
		assert_int_equal(got->para, wanted->para);
		assert_int_equal(got->span.end, wanted->span.end);
		assert_int_equal(got->type, wanted->type);
		expect_number(got->low, wanted->low);
		expect_number(got->high, wanted->high);
		assert_int_equal(got->state, wanted->state);
		assert_int_equal(got->verdict, wanted->verdict);
		assert_int_equal(got->reason, wanted->reason);
		assert_int_equal(got->nearest, wanted->nearest);
		assert_int_equal(got->attribution_count, wanted->attribution_count);
		if (wanted->attribution_count)
			assert_memory_equal(got->attributions, wanted->attributions, wanted->attribution_count * sizeof(uint32_t));
		expect_str(row->source, wanted->attribution_count ? S("Reuters") : (struct wa_str){0});
		expect_str(row->paragraph, result->paragraphs[wanted->para].text);
	}
	MUST(wa_cursor_close(cursor, &error));
	assert_int_equal(count, result->claim_count);
}

static void check_findings(struct wa_store *store, const struct wa_result *result)
{
	struct wa_cursor *cursor = NULL;
	const struct wa_finding_row *row;
	size_t count = 0;
	MUST(wa_store_findings(store, NULL, &cursor, &error));
	while ((row = wa_next_finding(cursor))) {
		const struct wa_finding *wanted = &result->findings[count++], *got = &row->finding;
		assert_int_equal(got->para, wanted->para);
		assert_int_equal(got->span.end, wanted->span.end);
		expect_text(got->code, wanted->code);
		expect_text(got->name, wanted->name);
		assert_int_equal(got->level, wanted->level);
		expect_str(got->message, wanted->message);
		expect_str(got->mend, wanted->mend);
		assert_int_equal(got->claim, wanted->claim);
		expect_text(got->fingerprint, wanted->fingerprint);
		assert_int_equal(got->suppressed, wanted->suppressed);
		expect_str(got->suppression, wanted->suppression);
		assert_int_equal(row->kind, wanted->para == WA_NONE ? WA_PARA_OTHER : WA_PARA_BODY);
		expect_str(row->paragraph, wanted->para == WA_NONE ? (struct wa_str){0} : result->paragraphs[wanted->para].text);
	}
	MUST(wa_cursor_close(cursor, &error));
	assert_int_equal(count, result->finding_count);
}

static void check_paragraphs(struct wa_store *store, const struct wa_result *result)
{
	struct wa_cursor *cursor = NULL;
	const struct wa_paragraph_row *row;
	size_t count = 0;
	MUST(wa_store_paragraphs(store, NULL, NULL, &cursor, &error));
	while ((row = wa_next_paragraph(cursor))) {
		const struct wa_paragraph *wanted = &result->paragraphs[count++];
		assert_int_equal(row->paragraph.para, wanted->para);
		assert_int_equal(row->paragraph.item, wanted->item);
		assert_int_equal(row->paragraph.kind, wanted->kind);
		assert_int_equal(row->paragraph.src_end, wanted->src_end);
		expect_str(row->paragraph.text, wanted->text);
		expect_str(row->doc.uri, S("a.txt"));
		expect_str(row->doc.title, result->document.title);
		expect_str(row->doc.desk, S("world"));
		expect_text(row->doc.date, "2024-05-06");
	}
	MUST(wa_cursor_close(cursor, &error));
	assert_int_equal(count, result->paragraph_count);
}

static void check_mentions(struct wa_store *store, const struct wa_result *result)
{
	struct wa_cursor *cursor = NULL;
	const struct wa_mention_row *row;
	size_t count = 0;
	MUST(wa_store_mentions(store, NULL, &cursor, &error));
	while ((row = wa_next_mention(cursor))) {
		const struct wa_mention *wanted = &result->mentions[count++];
		assert_int_equal(row->mention.span.end, wanted->span.end);
		expect_text(row->mention.agency, wanted->agency);
		assert_int_equal(row->mention.role, wanted->role);
		expect_str(row->paragraph, result->paragraphs[0].text);
	}
	MUST(wa_cursor_close(cursor, &error));
	assert_int_equal(count, result->mention_count);
}

static void check_document(struct wa_store *store, const struct wa_result *result)
{
	struct wa_cursor *cursor = NULL;
	const struct wa_document_row *row;
	struct wa_hash hash;
	hash_of(1, &hash);
	MUST(wa_store_documents(store, NULL, &cursor, &error));
	row = wa_next_document(cursor);
	assert_non_null(row);
	expect_str(row->document.uri, S("a.txt"));
	expect_text(row->document.format, "text");
	expect_str(row->document.title, result->document.title);
	expect_str(row->document.byline, result->document.byline);
	expect_str(row->document.dateline, (struct wa_str){0});
	expect_str(row->document.published, result->document.published);
	assert_int_equal(row->document.skip, WA_SKIP_NONE);
	expect_text(row->date, "2024-05-06");
	assert_int_equal(row->dated, WA_DATED_PUBLISHED);
	expect_text(row->deleted, NULL);
	expect_text(row->hash, hash.hex);
	expect_text(row->fingerprint, ENGINE);
	assert_int_equal(row->size, 101);
	assert_int_equal(row->counts.documents, 1);
	assert_int_equal(row->counts.claims, 6);
	assert_int_equal(row->counts.grave, 3);
	assert_int_equal(row->counts.flagged, 2);
	assert_int_equal(row->counts.findings[WA_LEVEL_ERROR], 2);
	assert_int_equal(row->counts.findings[WA_LEVEL_WARNING], 1);
	assert_int_equal(row->counts.findings[WA_LEVEL_NOTE], 2);
	assert_int_equal(row->counts.suppressed, 1);
	assert_null(wa_next_document(cursor));
	assert_null(wa_next_document(cursor));
	MUST(wa_cursor_close(cursor, &error));
}

static void rows_come_out_as_they_went_in(void **state)
{
	struct wa_store *store = store_open("rows.db", WA_STORE_WRITE);
	struct wa_scan *scan = scan_begin(store, ENGINE);
	struct wa_result *result = result_make(1, 5);
	(void)state;
	hand_in(scan, "a.txt", 1);
	finish(scan);
	wa_store_close(store);
	store = store_open("rows.db", WA_STORE_READ);
	check_document(store, result);
	check_paragraphs(store, result);
	check_mentions(store, result);
	check_attributions(store, result);
	check_claims(store, result);
	check_findings(store, result);
	wa_store_close(store);
	wa_result_free(result);
}

static void unchanged_means_content_and_engine(void **state)
{
	struct wa_store *store = store_open("same.db", WA_STORE_WRITE);
	struct wa_scan *scan = scan_begin(store, ENGINE);
	struct wa_run run;
	(void)state;
	assert_true(hand_in(scan, "a.txt", 1));
	assert_true(hand_in(scan, "b.txt", 1));
	run = finish(scan);
	assert_int_equal(run.seen, 2);
	assert_int_equal(run.analysed, 2);

	scan = scan_begin(store, ENGINE);
	assert_false(hand_in(scan, "a.txt", 1));
	assert_true(hand_in(scan, "b.txt", 2)); /* other content */
	assert_true(hand_in(scan, "c.txt", 1)); /* other name */
	run = finish(scan);
	assert_int_equal(run.seen, 3);
	assert_int_equal(run.analysed, 2);
	assert_int_equal(run.unchanged, 1);

	scan = scan_begin(store, OTHER_ENGINE);
	assert_true(hand_in(scan, "a.txt", 1)); /* other engine */
	finish(scan);
	wa_store_close(store);
	assert_int_equal(ask("same.db", "SELECT count(*) FROM document"), 3);
	assert_int_equal(ask("same.db", "SELECT count(*) FROM version"), 4);
	assert_int_equal(ask("same.db", "SELECT count(*) FROM analysis"), 5);
	assert_int_equal(ask("same.db", "SELECT count(*) FROM current_document"), 3);
	assert_int_equal(ask("same.db", "SELECT count(*) FROM run WHERE finished IS NOT NULL"), 3);
}

/* A text taken back to what it was is known, and its first analysis is the current one again. */
static void back_to_an_earlier_version(void **state)
{
	struct wa_store *store = store_open("back.db", WA_STORE_WRITE);
	static const unsigned contents[] = {1, 4, 1}; /* published, modified, published */
	(void)state;
	for (size_t i = 0; i < 3; i++) {
		struct wa_scan *scan = scan_begin(store, ENGINE);
		assert_int_equal(hand_in(scan, "a.txt", contents[i]), i < 2);
		finish(scan);
		assert_int_equal(
			ask("back.db", "SELECT count(*) FROM current_document WHERE dated = 'modified' AND date = '2024-05-14'"),
			i == 1);
	}
	wa_store_close(store);
	assert_int_equal(ask("back.db", "SELECT count(*) FROM version"), 2);
	assert_int_equal(ask("back.db", "SELECT d.analysis = 1 AND d.date = '2024-05-06' FROM document d"), 1);
}

/* The same document twice in one scan, as a link beside a file. */
static void twice_in_one_scan(void **state)
{
	struct wa_store *store = store_open("twice.db", WA_STORE_WRITE);
	struct wa_scan *scan = scan_begin(store, ENGINE);
	(void)state;
	hand_in(scan, "a.txt", 1);
	hand_in(scan, "a.txt", 1);
	finish(scan);
	wa_store_close(store);
	assert_int_equal(ask("twice.db", "SELECT count(*) FROM analysis"), 1);
	assert_int_equal(ask("twice.db", "SELECT count(*) FROM paragraph"), 6);
}

static void what_could_not_be_audited(void **state)
{
	static const struct {
		enum wa_status status;
		const char *skip;
	} rows[] = {{WA_ERR_IO, "unreadable"}, {WA_ERR_FORMAT, "unreadable"}, {WA_ERR_LIMIT, "too-large"}};
	struct wa_store *store = store_open("trouble.db", WA_STORE_WRITE);
	struct wa_cursor *cursor = NULL;
	const struct wa_document_row *row;
	(void)state;
	for (size_t i = 0; i < 3; i++) {
		struct wa_scan *scan = scan_begin(store, ENGINE);
		struct wa_error trouble = {.status = rows[i].status, .message = "it is locked in a drawer"};
		char sql[100];
		MUST(wa_scan_write(scan, &(struct wa_scanned){.uri = "a.txt", .trouble = &trouble}, &error));
		assert_int_equal(finish(scan).not_audited, 1);
		(void)snprintf(sql, sizeof sql, "SELECT count(*) FROM current_document WHERE skip = '%s'", rows[i].skip);
		assert_int_equal(ask("trouble.db", sql), 1);
	}
	assert_int_equal(ask("trouble.db", "SELECT count(*) FROM analysis"), 1);
	MUST(wa_store_not_audited(store, NULL, &cursor, &error));
	row = wa_next_document(cursor);
	assert_non_null(row);
	assert_int_equal(row->document.skip, WA_SKIP_TOO_LARGE);
	expect_str(row->document.skip_detail, S("it is locked in a drawer"));
	expect_text(row->hash, "");
	assert_int_equal(row->dated, WA_DATED_FIRST_SEEN);
	MUST(wa_cursor_close(cursor, &error));
	MUST(wa_store_documents(store, NULL, &cursor, &error));
	assert_null(wa_next_document(cursor));
	MUST(wa_cursor_close(cursor, &error));
	wa_store_close(store);
}

/* Known not to be auditable: not audited again, and counted as not audited again. */
static void another_language_stays_known(void **state)
{
	struct wa_store *store = store_open("language.db", WA_STORE_WRITE);
	struct wa_hash hash;
	(void)state;
	hash_of(7, &hash);
	for (int i = 0; i < 2; i++) {
		struct wa_scan *scan = scan_begin(store, ENGINE);
		struct wa_run run;
		bool unchanged = false;
		MUST(wa_scan_unchanged(scan, "a.txt", &hash, &unchanged, &error));
		assert_int_equal(unchanged, i);
		if (!unchanged) {
			struct wa_result *result = result_make(7, 0);
			result->document.skip = WA_SKIP_LANGUAGE;
			result->document.skip_detail = S("language is es, no pack for it");
			result->claim_count = result->finding_count = result->attribution_count = result->mention_count = 0;
			MUST(wa_scan_write(scan, &(struct wa_scanned){.uri = "a.txt", .hash = &hash, .result = result}, &error));
		}
		run = finish(scan);
		assert_int_equal(run.not_audited, 1);
		assert_int_equal(run.unchanged, i);
	}
	wa_store_close(store);
}

/* A feed's items are on record under names of their own; the feed is unchanged when all of them are. */
static void parts_of_a_file(void **state)
{
	static const struct {
		const char *uris[3];
		uint64_t parts;
		const char *asked;
		bool unchanged;
	} rows[] = {
		{{"feed.xml#1", "feed.xml#2"}, 2, "feed.xml", true},
		{{"feed.xml#1", "feed.xml#2"}, 3, "feed.xml", false}, /* a scan that was cut off */
		{{"feed.xml#only"}, 1, "feed.xml", true},
		{{"feed.xml#1", "feed.xml#2"}, 2, "feed", false},
		{{"feed.xml#1", "feed.xml#2"}, 2, "feed.xml#1", false},
		{{"feed.xml$1", "feed.xml!1", "feed.xml1"}, 3, "feed.xml", false},
		{{"a.zip!/feed.xml#1", "a.zip!/feed.xml#2"}, 2, "a.zip!/feed.xml", true},
		{{"story#1.txt"}, 0, "story", false}, /* files that are called so */
		{{"story#1.txt"}, 0, "story#1.txt", true},
	};
	struct wa_hash hash;
	(void)state;
	hash_of(5, &hash);
	for (size_t r = 0; r < sizeof rows / sizeof *rows; r++) {
		struct wa_store *store;
		struct wa_scan *scan;
		bool unchanged;
		char name[32];
		(void)snprintf(name, sizeof name, "parts%zu.db", r);
		store = store_open(name, WA_STORE_WRITE);
		scan = scan_begin(store, ENGINE);
		for (size_t i = 0; i < 3 && rows[r].uris[i]; i++)
			MUST(wa_scan_write(scan,
				&(struct wa_scanned){
					.uri = rows[r].uris[i], .hash = &hash, .parts = rows[r].parts, .result = result_make(5, 5)},
				&error));
		finish(scan);
		scan = scan_begin(store, ENGINE);
		MUST(wa_scan_unchanged(scan, rows[r].asked, &hash, &unchanged, &error));
		if (unchanged != rows[r].unchanged)
			fail_msg("%s of %s", rows[r].asked, rows[r].uris[0]);
		assert_int_equal(finish(scan).unchanged, unchanged ? (rows[r].parts ? rows[r].parts : 1) : 0);
		wa_store_close(store);
	}
}

static void files_that_are_gone(void **state)
{
	static const struct {
		const char *root;
		const char *keep; /* NULL for none */
		uint64_t gone;
	} rows[] = {
		{"desk", NULL, 5},
		{"desk/", NULL, 5},
		{"desk/b", NULL, 1},
		{"desk/feed.xml", NULL, 1},
		{"desk/a", NULL, 1},
		{"des", NULL, 0},
		{"none", NULL, 0},
		{"", NULL, 7},
		{"", "desk", 2},
		{"desk", "desk/b", 4},
		{"/", NULL, 1},
	};
	static const char *const uris[] = {
		"desk/a", "desk/b/c", "desk/feed.xml#2", "desk#1", "desk2/a", "/desk/a", "desk!x", "seen"};
	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		char name[16];
		struct wa_store *store;
		struct wa_scan *scan;
		(void)snprintf(name, sizeof name, "gone%zu.db", i);
		store = store_open(name, WA_STORE_WRITE);
		scan = scan_begin(store, ENGINE);
		for (unsigned k = 0; k < 8; k++)
			hand_in(scan, uris[k], k);
		finish(scan);
		scan = scan_begin(store, ENGINE);
		hand_in(scan, "seen", 7);
		if (rows[i].keep)
			MUST(wa_scan_keep(scan, rows[i].keep, &error));
		MUST(wa_scan_gone(scan, rows[i].root, &error));
		assert_int_equal(finish(scan).gone, rows[i].gone);
		assert_int_equal(ask(name, "SELECT count(*) FROM document WHERE deleted IS NOT NULL"), rows[i].gone);
		assert_int_equal(ask(name, "SELECT count(*) FROM current_document"), 8 - rows[i].gone);
		wa_store_close(store);
	}
}

static void a_file_that_is_back(void **state)
{
	struct wa_store *store = store_open("returned.db", WA_STORE_WRITE);
	struct wa_scan *scan = scan_begin(store, ENGINE);
	(void)state;
	hand_in(scan, "a.txt", 1);
	finish(scan);
	scan = scan_begin(store, ENGINE);
	MUST(wa_scan_gone(scan, "", &error));
	assert_int_equal(finish(scan).gone, 1);
	scan = scan_begin(store, ENGINE);
	assert_false(hand_in(scan, "a.txt", 1));
	finish(scan);
	wa_store_close(store);
	assert_int_equal(ask("returned.db", "SELECT count(*) FROM document WHERE deleted IS NULL"), 1);
}

/* What a scan that began later has seen is not gone for an earlier one. */
static void seen_by_a_later_scan(void **state)
{
	struct wa_store *one = store_open("both.db", WA_STORE_WRITE), *two = store_open("both.db", WA_STORE_WRITE);
	struct wa_scan *first = scan_begin(one, ENGINE), *second = scan_begin(two, ENGINE);
	(void)state;
	hand_in(second, "a.txt", 1);
	finish(second);
	MUST(wa_scan_gone(first, "", &error));
	assert_int_equal(finish(first).gone, 0);
	wa_store_close(one);
	wa_store_close(two);
}

static size_t hits(struct wa_store *store, const struct wa_filter *filter, const char *query)
{
	struct wa_cursor *cursor = NULL;
	size_t count = 0;
	MUST(wa_store_paragraphs(store, filter, query, &cursor, &error));
	while (wa_next_paragraph(cursor))
		count++;
	MUST(wa_cursor_close(cursor, &error));
	return count;
}

static void search(void **state)
{
	struct wa_store *store = store_open("search.db", WA_STORE_WRITE);
	struct wa_scan *scan = scan_begin(store, ENGINE);
	struct wa_cursor *cursor = NULL;
	struct wa_error trouble = {0};
	(void)state;
	hand_in(scan, "a.txt", 100);
	hand_in(scan, "b.txt", 200);
	finish(scan);
	scan = scan_begin(store, ENGINE);
	hand_in(scan, "b.txt", 300);
	finish(scan);
	assert_int_equal(hits(store, NULL, "harbour office"), 12);
	assert_int_equal(hits(store, NULL, "oland"), 12);
	assert_int_equal(hits(store, NULL, "\"counted 101\""), 1);
	assert_int_equal(hits(store, NULL, "\"counted 201\""), 0); /* superseded */
	assert_int_equal(hits(store, NULL, "harb*"), 12);
	assert_int_equal(hits(store, &(struct wa_filter){.document = 1}, "harbour"), 6);
	MUST(wa_store_paragraphs(store, NULL, "\"open", &cursor, &error));
	assert_null(wa_next_paragraph(cursor));
	assert_int_equal(wa_cursor_close(cursor, &trouble), WA_ERR_USAGE);
	assert_non_null(strstr(trouble.message, "query"));
	wa_store_close(store);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(rows_come_out_as_they_went_in),
		cmocka_unit_test(unchanged_means_content_and_engine),
		cmocka_unit_test(back_to_an_earlier_version),
		cmocka_unit_test(twice_in_one_scan),
		cmocka_unit_test(what_could_not_be_audited),
		cmocka_unit_test(another_language_stays_known),
		cmocka_unit_test(parts_of_a_file),
		cmocka_unit_test(files_that_are_gone),
		cmocka_unit_test(a_file_that_is_back),
		cmocka_unit_test(seen_by_a_later_scan),
		cmocka_unit_test(search),
	};
	return cmocka_run_group_tests(tests, place_make, place_remove);
}
