/* exports FOLDER: makes a record of ordinary and hostile documents, and of it the report, the workbook and the tables. */
#include "tests/store/place.h"
#include "tests/store/result.h"

#include "reports/export_sheet.h"

/* Rows to a sheet, few enough that some tables need several. */
enum { ROWS = 30, PLAIN = 20, LONG = 1024 * 1024 };

#define HOSTILE "=1+1 <script>alert(1)</script>\"'><img src=x onerror=alert(1)>\x01\x1B[2J\xE2\x80\xAE\xFF]]>&amp;--> _x0041_"

static struct wa_scan *scan;

static void put(const char *uri, const char *desk, struct wa_result *result)
{
	MUST(wa_scan_write(scan, &(struct wa_scanned){.uri = uri, .desk = desk, .result = result}, &error));
}

static void put_plain(unsigned i)
{
	static char dates[PLAIN][16]; /* until the scan has written them */
	char uri[32], *date = dates[i];
	struct wa_result *result = result_make(i, 3);
	assert_non_null(result);
	(void)snprintf(uri, sizeof uri, "plain-%02u.txt", i);
	(void)snprintf(date, sizeof dates[i], "2024-05-%02u", i + 1);
	result->document.published = (struct wa_str){date, strlen(date)};
	put(uri, i % 2 ? "world" : "sport", result);
}

/* Every text of copy is hostile. */
static void put_hostile(void)
{
	struct wa_result *result = result_make(1, 3);
	assert_non_null(result);
	result->document.title = result->document.byline = result->document.dateline = S(HOSTILE);
	result->document.provider = result->document.section = S(HOSTILE);
	for (size_t i = 0; i < result->paragraph_count; i++) {
		result->paragraphs[i].text = S(HOSTILE);
		result->findings[i].message = result->findings[i].mend = S(HOSTILE);
		result->attributions[i].resolved = result->attributions[i].name = S(HOSTILE);
	}
	put(HOSTILE, HOSTILE, result);
}

/* Findings at both ends of a paragraph of a megabyte, under dates that are none. */
static void put_long(void)
{
	struct wa_result *result = result_make(2, 3);
	static char text[LONG]; /* until the scan has written it */
	assert_non_null(result);
	for (size_t i = 0; i < LONG; i++)
		text[i] = i % 7 ? 'x' : ' ';
	for (size_t i = 0; i < result->paragraph_count; i++) {
		result->paragraphs[i].text = (struct wa_str){text, LONG};
		result->findings[i].span = (struct wa_span){i % 2 ? 0 : LONG - 9, i % 2 ? LONG : LONG - 2};
	}
	result->document.published = S("2024-02-31T25:00");
	result->document.modified = S("yesterday");
	put("long.txt", NULL, result);
}

static struct wa_store *make_record(void)
{
	struct wa_error trouble = {.status = WA_ERR_FORMAT, .message = "these bytes are no text"};
	struct wa_store *store = store_open("hostile.db", WA_STORE_WRITE);
	scan = scan_begin(store, ENGINE);
	for (unsigned i = 0; i < PLAIN; i++)
		put_plain(i);
	put_hostile();
	put_long();
	MUST(wa_scan_write(scan, &(struct wa_scanned){.uri = "bad.bin", .trouble = &trouble}, &error));
	MUST(wa_scan_finish(scan, NULL, &error));
	wa_store_close(store);
	return store_open("hostile.db", WA_STORE_READ);
}

static struct wa_sink *open_sink(const char *name)
{
	struct wa_sink *sink = NULL;
	MUST(wa_sink_open(place_path(name), &sink, &error));
	return sink;
}

static void make_report(struct wa_store *store)
{
	struct wa_sink *sink = open_sink("report.html");
	MUST(wa_report_html(store, NULL,
		&(struct wa_report_options){.title = HOSTILE, .generated = "2024-06-03T07:30:00Z", .items = 10}, sink, &error));
	MUST(wa_sink_close(sink, &error));
}

static void make_book(struct wa_store *store)
{
	struct wa_sink *sink = open_sink("book.xlsx");
	MUST(export_book(store, NULL,
		&(struct wa_xlsx_options){.title = HOSTILE, .generated = "2024-06-03T07:30:00Z", .scratch = place}, ROWS, sink,
		&error));
	MUST(wa_sink_close(sink, &error));
}

static void make_tables(struct wa_store *store)
{
	for (int table = 0; table < WA_TABLE_COUNT; table++) {
		char name[32];
		(void)snprintf(name, sizeof name, "%s.csv", wa_table_name(table));
		struct wa_sink *sink = open_sink(name);
		MUST(wa_export_csv(store, NULL, table, &(struct wa_csv_options){0}, sink, &error));
		MUST(wa_sink_close(sink, &error));
	}
}

static char *folder;

static void make_everything(void **state)
{
	(void)state;
	(void)snprintf(place, sizeof place, "%s", folder);
	struct wa_store *store = make_record();
	make_report(store);
	make_book(store);
	make_tables(store);
	wa_store_close(store);
}

int main(int argc, char **argv)
{
	const struct CMUnitTest tests[] = {cmocka_unit_test(make_everything)};
	if (argc != 2)
		return 2;
	folder = argv[1];
	return cmocka_run_group_tests(tests, NULL, NULL);
}
