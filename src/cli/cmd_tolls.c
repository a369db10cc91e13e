/* wireaudit tolls: events, with the figures reported for them over time. */
#include <string.h>

#include "cli/command.h"
#include "cli/database.h"
#include "cli/session.h"
#include "cli/show.h"
#include "cli/trouble.h"
#include "wireaudit/report.h"

struct tolls_options {
	struct common common;
	const char *database;
	struct period period;
	int format;
	bool differ;
};

/* The words of --format, in this order. */
static void (*const formats[])(const struct wa_tolls *, bool, struct wa_sink *) = {wa_tolls_text, wa_tolls_json, wa_tolls_csv};

static const struct option_spec specs[] = {
	{"format", 'f', "F", "text (the default), json or csv", OPTION_CHOICE, offsetof(struct tolls_options, format),
		"text|json|csv"},
	OPTION_DATABASE(tolls_options, "read this database"),
	OPTIONS_PERIOD(tolls_options),
	{"differ", 0, NULL, "only events whose figures differ", OPTION_FLAG, offsetof(struct tolls_options, differ), NULL},
	OPTIONS_CONFIG(tolls_options),
};

static int show(const struct tolls_options *options, const struct wa_tolls *tolls)
{
	struct wa_sink *sink = show_open();
	if (sink)
		formats[options->format](tolls, options->differ, sink);
	return show_close(sink);
}

static int tolls_of(const struct tolls_options *options, const struct wa_filter *filter, const struct wa_engine *engine)
{
	struct wa_store *store = database_open(options->database, WA_STORE_READ);
	struct wa_tolls *found = NULL;
	struct wa_error error = {0};
	int status = EXIT_TROUBLE;
	if (!store)
		return EXIT_TROUBLE;
	if (wa_tolls_find(store, filter, engine, &found, &error) == WA_OK)
		status = show(options, found);
	else
		trouble_error(&error);
	wa_tolls_free(found);
	wa_store_close(store);
	return status;
}

static int tolls(const struct command *command, const struct tolls_options *options, int operands)
{
	struct wa_filter filter;
	struct session session;
	int status;
	if (operands)
		return command_usage_error(command, "tolls takes no operands; --db names the database");
	if (!database_filter(command, &options->period, &filter) || !session_open(&session, &options->common, NULL, 0))
		return EXIT_TROUBLE;
	status = tolls_of(options, &filter, session.engine);
	session_close(&session);
	return status;
}

static int run(const struct command *command, int argc, char **argv)
{
	struct tolls_options options = {.database = DATABASE_NAME};
	int first, status = EXIT_TROUBLE;
	enum options_outcome outcome = options_parse(command, argc, argv, &options, &first);
	if (outcome == OPTIONS_GO)
		status = tolls(command, &options, argc - first);
	vec_release(&options.common.packs);
	return outcome == OPTIONS_DONE ? EXIT_CLEAN : status;
}

static const struct command_example examples[] = {
	{"tolls --db audit.db", "every event with the figures reported for it"},
	{"tolls --differ --since 2025-03-01 --until 2025-03-31 --desk foreign", "figures that differ, of a month of one desk"},
	{"tolls --format csv > tolls.csv", "a figure a row, for a spreadsheet"},
};

const struct command command_tolls = {
	.name = "tolls",
	.summary = "List events with the casualty figures reported for them over time",
	.operands = "",
	.details = "Figures of two or more dead, injured or missing belong to one event when they name the same place, speak of "
		   "the same kind of event (a blast, a quake, a crash), were reported within days of each other and name no "
		   "different days of the week. Of the figures of one document the largest of its type is shown. A figure is stale "
		   "when an earlier day had a larger one.\n\n"
		   "Precise rather than exhaustive: a figure near which no place smaller than a country and no kind of event is "
		   "named is left out, and so is one of an earlier year or month.",
	.options = specs,
	.option_count = COUNT_OF(specs),
	.examples = examples,
	.example_count = COUNT_OF(examples),
	.run = run,
};
