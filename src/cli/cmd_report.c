/* wireaudit report: the compliance report. */
#include <string.h>

#include "cli/clock.h"
#include "cli/command.h"
#include "cli/database.h"
#include "cli/session.h"
#include "cli/trouble.h"
#include "wireaudit/report.h"

struct report_options {
	struct common common;
	const char *database, *output, *title;
	struct period period;
	unsigned items;
};

static const struct option_spec specs[] = {
	OPTION_DATABASE(report_options, "read this database"),
	{"output", 'o', "FILE", "write the report here, \"-\" for standard output (default wireaudit-report.html)", OPTION_TEXT,
		offsetof(struct report_options, output), NULL},
	OPTIONS_PERIOD(report_options),
	{"title", 0, "TEXT", "the report's title", OPTION_TEXT, offsetof(struct report_options, title), NULL},
	{"items", 0, "N", "show the N worst items, up to 1000 (0: the usual number)", OPTION_NUMBER,
		offsetof(struct report_options, items), NULL},
	{"quiet", 'q', NULL, "do not say where the report was written", OPTION_FLAG, offsetof(struct report_options, common.quiet),
		NULL},
	OPTIONS_CONFIG(report_options),
};

static bool write_report(const struct report_options *options, const struct wa_filter *filter, struct wa_store *store,
	const struct wa_engine *engine, struct wa_error *error)
{
	char generated[CLOCK_SIZE];
	const struct wa_report_options how = {
		.title = options->title,
		.generated = clock_now(generated),
		.engine = engine,
		.items = options->items,
	};
	struct wa_sink *sink;
	if (wa_sink_open(options->output, &sink, error) != WA_OK)
		return false;
	if (wa_report_html(store, filter, &how, sink, error) == WA_OK)
		return wa_sink_close(sink, error) == WA_OK;
	wa_sink_abandon(sink);
	return false;
}

static int report_on(const struct report_options *options, const struct wa_filter *filter, const struct wa_engine *engine)
{
	struct wa_error error = {0};
	struct wa_store *store = database_open(options->database, WA_STORE_READ);
	bool ok;
	if (!store)
		return EXIT_TROUBLE;
	ok = write_report(options, filter, store, engine, &error);
	wa_store_close(store);
	if (!ok)
		trouble_error(&error);
	else if (!options->common.quiet && strcmp(options->output, "-") != 0)
		printf("report written: %s\n", options->output);
	return ok ? EXIT_CLEAN : EXIT_TROUBLE;
}

static int report(const struct command *command, const struct report_options *options, int operands)
{
	struct wa_filter filter;
	struct session session;
	int status;
	if (operands)
		return command_usage_error(command, "report takes no operands; --db names the database");
	if (options->items > 1000)
		return command_usage_error(command, "--items takes at most 1000, not %u", options->items);
	if (!database_filter(command, &options->period, &filter) || !session_open(&session, &options->common, NULL, 0))
		return EXIT_TROUBLE;
	status = report_on(options, &filter, session.engine);
	session_close(&session);
	return status;
}

static int run(const struct command *command, int argc, char **argv)
{
	struct report_options options = {.database = DATABASE_NAME, .output = "wireaudit-report.html"};
	int first, status = EXIT_TROUBLE;
	enum options_outcome outcome = options_parse(command, argc, argv, &options, &first);
	if (outcome == OPTIONS_GO)
		status = report(command, &options, argc - first);
	vec_release(&options.common.packs);
	return outcome == OPTIONS_DONE ? EXIT_CLEAN : status;
}

static const struct command_example examples[] = {
	{"report --db audit.db -o report.html", "everything in the database"},
	{"report --since 2025-03-01 --until 2025-03-31 --desk foreign", "a month of one desk"},
};

const struct command command_report = {
	.name = "report",
	.summary = "Write a compliance report from a database",
	.operands = "",
	.details = "One HTML page that needs nothing else: totals, the rate of grave claims nobody stands behind, agencies, rules, "
		   "desks, weeks, the worst items with their words marked, and what was not audited. The dates are of publication, "
		   "else of the last change, else of the first scan; the report says which.",
	.options = specs,
	.option_count = COUNT_OF(specs),
	.examples = examples,
	.example_count = COUNT_OF(examples),
	.run = run,
};
