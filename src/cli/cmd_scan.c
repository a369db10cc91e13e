/* wireaudit scan PATH...: news copy into a database. */
#include <string.h>

#include "cli/command.h"
#include "cli/database.h"
#include "cli/interrupt.h"
#include "cli/pipeline.h"
#include "cli/record_name.h"
#include "cli/scan_run.h"
#include "cli/session.h"
#include "cli/trouble.h"

struct scan_options {
	struct common common;
	const char *database;
	const char *standard_name;
	unsigned jobs;
};

static const struct option_spec specs[] = {
	OPTION_DATABASE(scan_options, "write to this database; made when missing"),
	OPTIONS_STANDARD_NAME(scan_options),
	OPTION_JOBS(scan_options),
	{"quiet", 'q', NULL, "no progress and no summary", OPTION_FLAG, offsetof(struct scan_options, common.quiet), NULL},
	OPTIONS_TAGGER(scan_options),
	OPTIONS_CONFIG(scan_options),
};

static void release_roots(char **roots, size_t count)
{
	for (size_t i = 0; roots && i < count; i++)
		free(roots[i]);
	free(roots);
}

/* Names of the operands in the record; NULL when memory ran out. */
static char **name_roots(const struct inputs *inputs, const char *standard_name)
{
	char **roots = calloc(inputs->count + 1, sizeof *roots);
	for (size_t i = 0; roots && i < inputs->count; i++) {
		bool standard = strcmp(inputs->operands[i], "-") == 0;
		roots[i] = record_name(standard ? standard_name : inputs->operands[i]);
		if (roots[i])
			continue;
		release_roots(roots, inputs->count);
		return NULL;
	}
	return roots;
}

/* How many there will be, for the progress to know what is left. */
static size_t count_inputs(const struct inputs *inputs)
{
	struct inputs all = {.operands = inputs->operands, .count = inputs->count, .whole_archives = true};
	struct input input;
	size_t count = 0;
	while (!interrupt_asked() && inputs_next(&all, &input))
		count++;
	inputs_release(&all);
	return count;
}

/* Everything below the operands was looked at: what was not there is gone. */
static enum wa_status mark_gone(struct scan_run *run, struct wa_error *error)
{
	enum wa_status status = WA_OK;
	for (size_t i = 0; status == WA_OK && i < run->inputs.count; i++)
		status = wa_scan_gone(run->scan, run->roots[i], error);
	return status;
}

static void print_summary(const char *database, const struct wa_run *counts, const struct scan_run *run)
{
	printf("%s: %llu document%s in %.1f s: %llu new or changed, %llu unchanged, %llu gone\n", database,
		(unsigned long long)counts->seen, counts->seen == 1 ? "" : "s", progress_seconds(&run->progress),
		(unsigned long long)counts->analysed, (unsigned long long)counts->unchanged, (unsigned long long)counts->gone);
	if (counts->not_audited)
		printf("not audited: %llu of these; the report says which and why\n", (unsigned long long)counts->not_audited);
	inputs_tell_left_out(&run->inputs);
}

/* Closes the run in the record; returns the exit status. */
static int conclude(const struct scan_options *options, struct scan_run *run)
{
	struct wa_error error = {0};
	struct wa_run counts = {0};
	if (!run->failed && interrupt_asked()) {
		wa_scan_abandon(run->scan);
		trouble_say(NULL, "stopped; what was done is recorded, and the next scan goes on from there");
		return 128 + interrupt_asked();
	}
	if (!run->failed && mark_gone(run, &error) != WA_OK) {
		run->failed = true;
		trouble_error(&error);
	}
	if (run->failed) {
		wa_scan_abandon(run->scan);
		return EXIT_TROUBLE;
	}
	if (wa_scan_finish(run->scan, &counts, &error) != WA_OK) {
		trouble_error(&error);
		return EXIT_TROUBLE;
	}
	if (!options->common.quiet)
		print_summary(options->database, &counts, run);
	return run->troubles ? EXIT_TROUBLE : EXIT_CLEAN;
}

static int scan_into(const struct scan_options *options, struct wa_store *store, struct scan_run *run)
{
	struct wa_error error = {0};
	if (wa_scan_begin(store, wa_engine_fingerprint(run->engine), &run->scan, &error) != WA_OK) {
		trouble_error(&error);
		return EXIT_TROUBLE;
	}
	progress_start(&run->progress, options->common.quiet);
	if (run->progress.shown)
		run->progress.total = count_inputs(&run->inputs);
	run->failed = !scan_run(run);
	return conclude(options, run);
}

static int scan_with(const struct scan_options *options, struct scan_run *run)
{
	struct wa_store *store;
	int status = EXIT_TROUBLE;
	interrupt_catch();
	store = database_open(options->database, WA_STORE_WRITE);
	if (!store)
		return EXIT_TROUBLE;
	run->roots = name_roots(&run->inputs, options->standard_name);
	if (run->roots)
		status = scan_into(options, store, run);
	else
		trouble_say(NULL, "out of memory");
	release_roots(run->roots, run->inputs.count);
	wa_store_close(store);
	return status;
}

static int scan(const struct command *command, const struct scan_options *options, struct scan_run *run)
{
	struct session session;
	int status;
	if (!run->inputs.count)
		return command_usage_error(command, "scan needs a file or folder");
	for (size_t i = 0; i < run->inputs.count; i++) {
		if (strcmp(run->inputs.operands[i], "-") == 0 && !options->standard_name)
			return command_usage_error(command, "standard input needs a name in the record: --stdin-filename FILE");
	}
	if (!session_open_for(&session, &options->common, &run->inputs, options->standard_name))
		return EXIT_TROUBLE;
	run->engine = session.engine;
	status = scan_with(options, run);
	session_close(&session);
	return status;
}

static int run(const struct command *command, int argc, char **argv)
{
	struct scan_options options = {.database = DATABASE_NAME, .jobs = 1};
	int first, status = EXIT_TROUBLE;
	enum options_outcome outcome = options_parse(command, argc, argv, &options, &first);
	if (outcome == OPTIONS_GO) {
		struct scan_run all = {
			.jobs = pipeline_jobs(options.jobs),
			.standard_name = options.standard_name,
			.inputs = {.operands = argv + first,
				.count = (size_t)(argc - first),
				.standard_name = options.standard_name},
		};
		status = scan(command, &options, &all);
		inputs_release(&all.inputs);
	}
	vec_release(&options.common.packs);
	return outcome == OPTIONS_DONE ? EXIT_CLEAN : status;
}

static const struct command_example examples[] = {
	{"scan --db audit.db copy/", "every story of a folder; again, and only what changed is analysed"},
	{"scan 2024.tar.zst crawl.warc.gz", "archives, member by member: 2024.tar.zst!/may/story.xml"},
	{"scan -j 0 copy/2024 copy/2025", "two folders into ./" DATABASE_NAME ", by all processors"},
};

const struct command command_scan = {
	.name = "scan",
	.summary = "Audit news copy into a database",
	.operands = "FILE|FOLDER|ARCHIVE|- ...",
	.details = "Documents are known by their absolute path. What is unchanged, by content, program, packs and configuration, "
		   "is not analysed again; files that are gone from a folder named, and members that are gone from an archive, are "
		   "marked as deleted. A scan may be stopped or killed at any moment: the next one goes on from there. Two scans "
		   "may write to one database.\n\n"
		   "Exit status: 0; 2 when an input could not be read or is damaged, or the database not be written; 130 when "
		   "stopped by Ctrl-C.",
	.options = specs,
	.option_count = COUNT_OF(specs),
	.examples = examples,
	.example_count = COUNT_OF(examples),
	.run = run,
};
