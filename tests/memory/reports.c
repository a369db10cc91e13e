/* Every allocation made in telling of audits, ours and SQLite's, fails once: what comes of it is whole, or said to be missing. */
#include "tests/memory/failing.h"
#include "tests/store/place.h"

#include "wireaudit/engine.h"
#include "wireaudit/report.h"

static const char *const stories[] = {
	"Ferry sinks off Orvost\n\nORVOST, May 6 (Reuters) - A ferry sank off Orvost on Monday, killing 12 people, the coast guard "
	"said.\n\nAbout 30 people were missing.\n",
	"Toll of Orvost ferry rises\n\nORVOST, May 7 (AFP) - The ferry that sank off Orvost on Monday killed 19 people.\n\n"
	"\"We wait,\" a port official said.\n",
};
enum { STORIES = sizeof stories / sizeof *stories };

static struct wa_engine *engine;
static struct wa_store *store;
static struct wa_result *results[STORIES];

static enum wa_status report(struct wa_sink *sink, struct wa_error *error)
{
	return wa_report_html(store, NULL, &(struct wa_report_options){.engine = engine}, sink, error);
}

static enum wa_status workbook(struct wa_sink *sink, struct wa_error *error)
{
	struct wa_xlsx_options options = {.engine = engine, .scratch = place, .generated = "2024-06-03T07:30:00Z"};
	return wa_export_xlsx(store, NULL, &options, sink, error);
}

static enum wa_status tables(struct wa_sink *sink, struct wa_error *error)
{
	enum wa_status status = WA_OK;
	for (int table = 0; table < WA_TABLE_COUNT && status == WA_OK; table++)
		status = wa_export_csv(store, NULL, table, &(struct wa_csv_options){0}, sink, error);
	return status;
}

static enum wa_status tolls(struct wa_sink *sink, struct wa_error *error)
{
	struct wa_tolls *found;
	enum wa_status status = wa_tolls_find(store, NULL, engine, &found, error);
	if (status != WA_OK)
		return status;
	wa_tolls_text(found, false, sink);
	wa_tolls_json(found, false, sink);
	wa_tolls_csv(found, false, sink);
	wa_tolls_free(found);
	return WA_OK;
}

static enum wa_status inspection(struct wa_sink *sink, struct wa_error *error)
{
	(void)error; /* the sink tells */
	for (size_t i = 0; i < STORIES; i++)
		wa_inspect_jsonl(results[i], sink);
	return WA_OK;
}

static enum wa_status findings(struct wa_sink *sink, struct wa_error *error)
{
	struct wa_lint_style style = {.engine = engine, .level = WA_LEVEL_NOTE};
	size_t count;
	const struct wa_lint_format *const *formats = wa_lint_formats(&count);
	(void)error;
	for (size_t f = 0; f < count; f++) {
		struct wa_lint_tally tally = {0};
		formats[f]->open(&style, sink);
		for (size_t i = 0; i < STORIES; i++) {
			struct wa_lint_document document = {
				.uri = "a.txt", .result = results[i], .bytes = stories[i], .size = strlen(stories[i])};
			formats[f]->document(&style, &document, &tally, sink);
		}
		formats[f]->close(&style, &tally, sink);
	}
	return WA_OK;
}

typedef enum wa_status output_fn(struct wa_sink *sink, struct wa_error *error);

/* Its text, a copy of the caller's; NULL when it said that memory ran out. */
static char *output(output_fn *write, size_t *size)
{
	struct wa_error trouble = {0};
	struct wa_sink *sink = wa_sink_memory();
	enum wa_status status = sink ? write(sink, &trouble) : WA_ERR_NOMEM;
	char *copy = NULL;
	if (status == WA_OK)
		status = wa_sink_flush(sink, &trouble);
	failing_paused = true;
	if (status == WA_OK) {
		*size = wa_sink_text(sink).len;
		copy = malloc(*size + 1);
		assert_non_null(copy);
		memcpy(copy, wa_sink_text(sink).ptr, *size);
	} else if (status != WA_ERR_NOMEM) {
		fail_msg("%s: %s", wa_status_name(status), trouble.message);
	}
	failing_paused = false;
	wa_sink_abandon(sink);
	return copy;
}

static void each_fails(output_fn *write)
{
	size_t whole_size, size, told = 0;
	char *whole = output(write, &whole_size), *text;
	bool reached = true;
	assert_non_null(whole);
	assert_true(whole_size > 0);
	for (size_t n = 1; reached; n = failing_next(n)) {
		failing_start(n);
		text = output(write, &size);
		reached = failing_stop();
		if (text) { /* SQLite does without some */
			assert_int_equal(size, whole_size);
			assert_memory_equal(text, whole, size);
		}
		told += text == NULL;
		free(text);
	}
	free(whole);
	assert_true(told > 0);
}

#define CASE(output)                             \
	static void output##_whole(void **state) \
	{                                        \
		(void)state;                     \
		each_fails(output);              \
	}
CASE(report)
CASE(workbook)
CASE(tables)
CASE(tolls)
CASE(inspection)
CASE(findings)
#undef CASE

static struct wa_result *audit(size_t i)
{
	struct wa_input input = {.uri = "a.txt", .bytes = stories[i], .size = strlen(stories[i])};
	struct wa_result *result = NULL;
	MUST(wa_audit(engine, &input, &result, &error));
	return result;
}

static int prepare(void **state)
{
	struct wa_scan *scan;
	if (place_make(state) != 0)
		return -1;
	MUST(wa_engine_open(&(struct wa_options){0}, &engine, &error));
	store = store_open("a.db", WA_STORE_WRITE);
	scan = scan_begin(store, ENGINE);
	for (size_t i = 0; i < STORIES; i++) {
		char uri[16];
		(void)snprintf(uri, sizeof uri, "%zu.txt", i);
		results[i] = audit(i);
		MUST(wa_scan_write(scan, &(struct wa_scanned){.uri = uri, .result = audit(i)}, &error));
	}
	MUST(wa_scan_finish(scan, NULL, &error));
	wa_store_close(store);
	store = store_open("a.db", WA_STORE_READ);
	return 0;
}

static int tidy(void **state)
{
	for (size_t i = 0; i < STORIES; i++)
		wa_result_free(results[i]);
	wa_store_close(store);
	wa_engine_close(engine);
	return place_remove(state);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(report_whole),
		cmocka_unit_test(workbook_whole),
		cmocka_unit_test(tables_whole),
		cmocka_unit_test(tolls_whole),
		cmocka_unit_test(inspection_whole),
		cmocka_unit_test(findings_whole),
	};
	return failing_sqlite() ? cmocka_run_group_tests(tests, prepare, tidy) : 1;
}
