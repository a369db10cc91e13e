/* Tables as CSV, the text of cells, and what becomes of folders and disks that do not take a workbook. */
#include "tests/store/place.h"
#include "tests/store/result.h"

#include "reports/export_sheet.h"
#include "reports/sink.h"

static struct wa_store *store;

static struct wa_result *with_title(const char *title)
{
	struct wa_result *result = result_make(1, 3);
	assert_non_null(result);
	result->document.title = (struct wa_str){title, strlen(title)};
	return result;
}

/* Two documents, the second with a headline that is a formula, and one that was not audited. */
static int fill(void **state)
{
	struct wa_scan *scan;
	struct wa_error trouble = {.status = WA_ERR_FORMAT, .message = "these bytes are no text"};
	if (place_make(state) != 0)
		return -1;
	store = store_open("export.db", WA_STORE_WRITE);
	scan = scan_begin(store, ENGINE);
	MUST(wa_scan_write(scan, &(struct wa_scanned){.uri = "a.txt", .desk = "world", .result = with_title("A, \"b\"")}, &error));
	MUST(wa_scan_write(scan, &(struct wa_scanned){.uri = "b.txt", .result = with_title("=HYPERLINK(\"http://x\")")}, &error));
	MUST(wa_scan_write(scan, &(struct wa_scanned){.uri = "c.bin", .trouble = &trouble}, &error));
	MUST(wa_scan_finish(scan, NULL, &error));
	wa_store_close(store);
	store = store_open("export.db", WA_STORE_READ);
	return 0;
}

static int empty(void **state)
{
	wa_store_close(store);
	return place_remove(state);
}

static char *csv_of(enum wa_table table, const struct wa_csv_options *options)
{
	struct wa_sink *sink = wa_sink_memory();
	assert_non_null(sink);
	MUST(wa_export_csv(store, NULL, table, options, sink, &error));
	struct wa_str got = wa_sink_text(sink);
	char *copy = strndup(got.ptr, got.len);
	assert_non_null(copy);
	wa_sink_abandon(sink);
	return copy;
}

/* Cells of the row that begins at *at, which is moved to the next. Quoted commas do not count. */
static size_t count_cells(const char **at)
{
	size_t cells = 1;
	bool quoted = false;
	for (; **at && (quoted || **at != '\r'); ++*at) {
		quoted ^= **at == '"';
		cells += !quoted && **at == ',';
	}
	*at += **at ? 2 : 0;
	return cells;
}

static void every_row_has_every_column(void **state)
{
	static const size_t rows[WA_TABLE_COUNT] = {3, 4, 8, 8, 8, 2};
	(void)state;
	for (int table = 0; table < WA_TABLE_COUNT; table++) {
		char *csv = csv_of(table, &(struct wa_csv_options){0});
		const char *at = csv;
		size_t columns, lines = 0;
		(void)table_columns(table, &columns);
		for (; *at; lines++)
			assert_int_equal(count_cells(&at), columns);
		assert_int_equal(lines, rows[table] + 1);
		free(csv);
	}
}

static void formulas_of_copy_are_defused(void **state)
{
	(void)state;
	char *csv = csv_of(WA_TABLE_DOCUMENTS, &(struct wa_csv_options){0});
	assert_memory_equal(csv, "document,title,date,", 20);
	assert_non_null(strstr(csv, "\r\na.txt,\"A, \"\"b\"\"\",2024-05-06,published,world,yes,,,4,2,1,0.5,"));
	assert_non_null(strstr(csv, "\r\nb.txt,\"'=HYPERLINK(\"\"http://x\"\")\",2024-05-06,published,,yes,"));
	free(csv);
	csv = csv_of(WA_TABLE_DOCUMENTS, &(struct wa_csv_options){.mark = true, .unguarded = true});
	assert_memory_equal(csv,
		"\xEF\xBB\xBF"
		"document,",
		12);
	assert_non_null(strstr(csv, "\r\nb.txt,\"=HYPERLINK("));
	free(csv);
}

/* No counts at all, for a 0 would read as "nothing found". */
static void what_was_not_audited_has_a_row_without_counts(void **state)
{
	(void)state;
	char *csv = csv_of(WA_TABLE_DOCUMENTS, &(struct wa_csv_options){0});
	const char *row = strstr(csv, "\r\nc.bin,");
	assert_non_null(row);
	assert_non_null(strstr(row, ",no,unreadable,these bytes are no text,,,,,,,,,"));
	free(csv);
}

static void tables_have_names(void **state)
{
	(void)state;
	for (int table = 0; table < WA_TABLE_COUNT; table++)
		assert_int_equal(wa_table_from_name(wa_table_name(table)), table);
	assert_int_equal(wa_table_from_name("paragraphs"), -1);
}

static void cells_hold_what_a_sheet_can(void **state)
{
	static const struct {
		const char *text, *cell;
	} cases[] = {
		{"plain", "plain"},
		{"=1+1", "=1+1"},
		{"a\nb\tc", "a\nb\tc"},
		{"\x01\x1B[0m", "\xEF\xBF\xBD\xEF\xBF\xBD[0m"},
		{"\xFF\x80", "\xEF\xBF\xBD\xEF\xBF\xBD"},
		{"a\xE2\x80\xAE"
		 "b",
			"a\xEF\xBF\xBD"
			"b"},
		{"_x0041_", "_x005F_x0041_"},
		{"_x00g1_ _x0041", "_x00g1_ _x0041"},
		{"__x0041__x0042_", "__x005F_x0041__x005F_x0042_"},
	};
	char *cell = malloc(BOOK_TEXT_BYTES);
	(void)state;
	assert_non_null(cell);
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		assert_true(book_clean(cell, (struct wa_str){cases[i].text, strlen(cases[i].text)}));
		assert_string_equal(cell, cases[i].cell);
	}
	assert_false(book_clean(cell, (struct wa_str){NULL, 0}));
	assert_false(book_clean(cell, (struct wa_str){"", 0}));
	free(cell);
}

/* `count` times `piece`, of `units` UTF-16 units, cut at the most a cell holds. */
static void expect_cut(const char *piece, size_t units, size_t count, size_t kept, bool cut)
{
	size_t size = strlen(piece);
	char *text = malloc(size * count), *cell = malloc(BOOK_TEXT_BYTES);
	assert_non_null(text);
	assert_non_null(cell);
	for (size_t i = 0; i < count; i++)
		memcpy(text + i * size, piece, size);
	assert_true(book_clean(cell, (struct wa_str){text, size * count}));
	assert_int_equal(strlen(cell), kept * size + (cut ? 3 : 0));
	assert_true(kept * units + cut <= BOOK_TEXT);
	assert_string_equal(cell + kept * size, cut ? "\xE2\x80\xA6" : "");
	free(text);
	free(cell);
}

static void long_text_is_cut_to_a_cell(void **state)
{
	(void)state;
	expect_cut("a", 1, 32767, 32767, false);
	expect_cut("a", 1, 32768, 32766, true);
	expect_cut("\xE2\x82\xAC", 1, 40000, 32766, true);
	expect_cut("\xF0\x9F\x98\x80", 2, 16383, 16383, false);
	expect_cut("\xF0\x9F\x98\x80", 2, 16384, 16383, true);
	expect_cut("a", 1, 1000000, 32766, true);
}

static void a_workbook_is_written(void **state)
{
	struct wa_sink *sink = wa_sink_memory();
	(void)state;
	MUST(wa_export_xlsx(store, NULL, &(struct wa_xlsx_options){.scratch = place}, sink, &error));
	assert_memory_equal(wa_sink_text(sink).ptr, "PK\x03\x04", 4);
	wa_sink_abandon(sink);
	/* Nothing is left in the scratch folder. */
	char command[400];
	(void)snprintf(command, sizeof command, "ls '%s' | grep -v '^export.db'", place);
	assert_int_not_equal(system(command), 0); /* NOLINT: the folder is our own */
}

static void a_scratch_folder_that_is_none_is_told(void **state)
{
	struct wa_sink *sink = wa_sink_memory();
	struct wa_error error = {0};
	(void)state;
	assert_int_equal(wa_export_xlsx(store, NULL, &(struct wa_xlsx_options){.scratch = "/nowhere"}, sink, &error), WA_ERR_IO);
	assert_string_equal(error.file, "/nowhere");
	assert_int_equal(wa_sink_text(sink).len, 0);
	wa_sink_abandon(sink);
}

static void a_full_disk_is_told(void **state)
{
	struct wa_sink *sink = NULL;
	struct wa_error error = {0};
	(void)state;
	if (wa_sink_open("/dev/full", &sink, &error) != WA_OK)
		skip();
	(void)wa_export_csv(store, NULL, WA_TABLE_CLAIMS, &(struct wa_csv_options){0}, sink, &error);
	assert_int_equal(wa_sink_close(sink, &error), WA_ERR_IO);
	assert_string_equal(error.file, "/dev/full");
}

static void a_bad_filter_is_told(void **state)
{
	struct wa_sink *sink = wa_sink_memory();
	const struct wa_filter filter = {.since = "May"};
	struct wa_error error = {0};
	(void)state;
	assert_int_equal(wa_export_csv(store, &filter, WA_TABLE_CLAIMS, &(struct wa_csv_options){0}, sink, &error), WA_ERR_USAGE);
	assert_int_equal(wa_export_xlsx(store, &filter, &(struct wa_xlsx_options){0}, sink, &error), WA_ERR_USAGE);
	assert_int_equal(wa_report_html(store, &filter, &(struct wa_report_options){0}, sink, &error), WA_ERR_USAGE);
	wa_sink_abandon(sink);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_row_has_every_column),
		cmocka_unit_test(formulas_of_copy_are_defused),
		cmocka_unit_test(what_was_not_audited_has_a_row_without_counts),
		cmocka_unit_test(tables_have_names),
		cmocka_unit_test(cells_hold_what_a_sheet_can),
		cmocka_unit_test(long_text_is_cut_to_a_cell),
		cmocka_unit_test(a_workbook_is_written),
		cmocka_unit_test(a_scratch_folder_that_is_none_is_told),
		cmocka_unit_test(a_full_disk_is_told),
		cmocka_unit_test(a_bad_filter_is_told),
	};
	return cmocka_run_group_tests(tests, fill, empty);
}
