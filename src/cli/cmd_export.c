/* wireaudit export: the rows of a database as a spreadsheet. */
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/stat.h>

#include "cli/clock.h"
#include "cli/command.h"
#include "cli/database.h"
#include "cli/session.h"
#include "cli/trouble.h"
#include "wireaudit/report.h"

enum { FORMAT_XLSX, FORMAT_CSV, FORMAT_UNTOLD, TABLE_UNTOLD = -1 };

struct export_options {
	struct common common;
	const char *database, *output;
	struct period period;
	int format, table; /* table: enum wa_table or TABLE_UNTOLD */
	struct wa_csv_options csv;
};

static const struct option_spec specs[] = {
	{"format", 'f', "F",
		"xlsx (the default) or csv (the default with --table, and where the output is a folder or its name ends in .csv)",
		OPTION_CHOICE, offsetof(struct export_options, format), "xlsx|csv"},
	OPTION_DATABASE(export_options, "read this database"),
	{"output", 'o', "FILE", "write here, \"-\" for standard output (default wireaudit-export.xlsx or .csv)", OPTION_TEXT,
		offsetof(struct export_options, output), NULL},
	{"table", 0, "T", "csv: documents, mentions, attributions, claims (the default), findings or sources", OPTION_CHOICE,
		offsetof(struct export_options, table), "documents|mentions|attributions|claims|findings|sources"},
	OPTIONS_PERIOD(export_options),
	{"bom", 0, NULL, "csv: begin with a byte order mark, by which some spreadsheets know UTF-8", OPTION_FLAG,
		offsetof(struct export_options, csv.mark), NULL},
	{"unguarded", 0, NULL, "csv: leave text that looks like a formula as it is; for programs, never for spreadsheets",
		OPTION_FLAG, offsetof(struct export_options, csv.unguarded), NULL},
	{"quiet", 'q', NULL, "do not say where the rows were written", OPTION_FLAG, offsetof(struct export_options, common.quiet),
		NULL},
	OPTIONS_CONFIG(export_options),
};

static void say_written(const struct export_options *options, const char *what, const char *path)
{
	if (!options->common.quiet && strcmp(path, "-") != 0)
		printf("%s written: %s\n", what, path);
}

/* Closes the sink of an export that came to `status`; false, told, when anything failed. */
static bool conclude(struct wa_sink *sink, enum wa_status status, struct wa_error *error)
{
	if (status == WA_OK)
		status = wa_sink_close(sink, error);
	else
		wa_sink_abandon(sink);
	if (status != WA_OK)
		trouble_error(error);
	return status == WA_OK;
}

static bool write_csv(const struct export_options *options, const struct wa_filter *filter, struct wa_store *store,
	enum wa_table table, const char *path)
{
	struct wa_error error = {0};
	struct wa_sink *sink = NULL;
	enum wa_status status = wa_sink_open(path, &sink, &error);
	if (status == WA_OK)
		status = wa_export_csv(store, filter, table, &options->csv, sink, &error);
	if (!conclude(sink, status, &error))
		return false;
	say_written(options, wa_table_name(table), path);
	return true;
}

/* Every table into a folder. */
static bool write_folder(const struct export_options *options, const struct wa_filter *filter, struct wa_store *store)
{
	for (int table = 0; table < WA_TABLE_COUNT; table++) {
		char path[4096];
		int length = snprintf(path, sizeof path, "%s%s%s.csv", options->output,
			options->output[strlen(options->output) - 1] == '/' ? "" : "/", wa_table_name((enum wa_table)table));
		if (length < 0 || (size_t)length >= sizeof path) {
			trouble_say(options->output, "the name is too long");
			return false;
		}
		if (!write_csv(options, filter, store, (enum wa_table)table, path))
			return false;
	}
	return true;
}

static bool is_folder(const char *path)
{
	struct stat found;
	return stat(path, &found) == 0 && S_ISDIR(found.st_mode);
}

static bool write_xlsx(const struct export_options *options, const struct wa_filter *filter, struct wa_store *store)
{
	struct wa_error error = {0};
	struct session session;
	struct wa_sink *sink = NULL;
	char generated[CLOCK_SIZE];
	struct wa_xlsx_options how = {.generated = clock_now(generated), .scratch = getenv("TMPDIR")};
	enum wa_status status;
	if (!session_open(&session, &options->common, NULL, 0))
		return false;
	how.engine = session.engine;
	status = wa_sink_open(options->output, &sink, &error);
	if (status == WA_OK)
		status = wa_export_xlsx(store, filter, &how, sink, &error);
	session_close(&session);
	if (!conclude(sink, status, &error))
		return false;
	say_written(options, "workbook", options->output);
	return true;
}

static bool export_rows(const struct export_options *options, const struct wa_filter *filter, struct wa_store *store)
{
	if (options->format == FORMAT_XLSX)
		return write_xlsx(options, filter, store);
	if (is_folder(options->output))
		return write_folder(options, filter, store);
	return write_csv(options, filter, store, (enum wa_table)options->table, options->output);
}

static bool wants_csv(const struct export_options *options)
{
	size_t length = options->output ? strlen(options->output) : 0;
	if (options->table != TABLE_UNTOLD)
		return true;
	return length && (is_folder(options->output) || (length > 4 && strcasecmp(options->output + length - 4, ".csv") == 0));
}

static void settle_output(struct export_options *options)
{
	if (options->format == FORMAT_UNTOLD)
		options->format = wants_csv(options) ? FORMAT_CSV : FORMAT_XLSX;
	if (options->table == TABLE_UNTOLD)
		options->table = WA_TABLE_CLAIMS;
	if (!options->output)
		options->output = options->format == FORMAT_CSV ? "wireaudit-export.csv" : "wireaudit-export.xlsx";
}

static int export_from(const struct command *command, struct export_options *options, int operands)
{
	struct wa_filter filter;
	struct wa_store *store;
	bool ok;
	if (operands)
		return command_usage_error(command, "export takes no operands; --db names the database");
	if (options->format == FORMAT_XLSX && options->table != TABLE_UNTOLD)
		return command_usage_error(command, "--table is for csv; a workbook has every table");
	if (!database_filter(command, &options->period, &filter))
		return EXIT_TROUBLE;
	settle_output(options);
	store = database_open(options->database, WA_STORE_READ);
	if (!store)
		return EXIT_TROUBLE;
	ok = export_rows(options, &filter, store);
	wa_store_close(store);
	return ok ? EXIT_CLEAN : EXIT_TROUBLE;
}

static int run(const struct command *command, int argc, char **argv)
{
	struct export_options options = {.database = DATABASE_NAME, .format = FORMAT_UNTOLD, .table = TABLE_UNTOLD};
	int first, status = EXIT_TROUBLE;
	enum options_outcome outcome = options_parse(command, argc, argv, &options, &first);
	if (outcome == OPTIONS_GO)
		status = export_from(command, &options, argc - first);
	vec_release(&options.common.packs);
	return outcome == OPTIONS_DONE ? EXIT_CLEAN : status;
}

static const struct command_example examples[] = {
	{"export --db audit.db --format xlsx -o audit.xlsx", "a workbook: a summary, and a sheet for each table"},
	{"export --since 2025-03-01 --table findings -o findings.csv", "the findings since a day"},
	{"export --table sources -o -", "who is credited, how often and for what, to standard output"},
	{"export -o rows/", "every table, into an existing folder"},
};

const struct command command_export = {
	.name = "export",
	.summary = "Write a database's rows as a spreadsheet",
	.operands = "",
	.details = "Tables: documents; mentions of agencies; attributions, who is credited for which words; claims, with who "
		   "answers for them; findings of rules; sources, how often each is credited and for what.\n\n"
		   "In CSV, text that a spreadsheet would take for a formula gets an apostrophe before it; numbers and dates never "
		   "do.",
	.options = specs,
	.option_count = COUNT_OF(specs),
	.examples = examples,
	.example_count = COUNT_OF(examples),
	.run = run,
};
