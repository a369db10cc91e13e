/* wireaudit lint FILE...: findings, for people, editors and CI. */
#include <string.h>
#include <unistd.h>

#include "base/suggest.h"
#include "cli/aside.h"
#include "cli/baseline.h"
#include "cli/command.h"
#include "cli/pipeline.h"
#include "cli/run.h"
#include "cli/terminal.h"
#include "cli/trouble.h"

struct lint_options {
	struct common common;
	struct text_list formats;
	const char *standard_name, *database, *baseline, *new_baseline;
	unsigned jobs;
	bool exempt;
	int level, fail_level; /* enum wa_level; -1 for what the configuration says */
};

/* The words of enum wa_level. */
#define LEVELS "off|note|warning|error"

static const struct option_spec specs[] = {
	{"format", 'f', "F[:FILE]", "output format (see below), and the file it goes to; may be given again", OPTION_LIST,
		offsetof(struct lint_options, formats), NULL},
	{"level", 0, "LEVEL", "show findings from this level on: note, warning (the default) or error", OPTION_CHOICE,
		offsetof(struct lint_options, level), LEVELS},
	{"fail-level", 0, "LEVEL", "exit with 1 for findings from this level on: note, warning, error (the default); or off",
		OPTION_CHOICE, offsetof(struct lint_options, fail_level), LEVELS},
	{"exempt", 0, NULL, "also show the claims that were let pass, each with its reason (in the format for people)", OPTION_FLAG,
		offsetof(struct lint_options, exempt), NULL},
	{"db", 0, "FILE", "leave out what the waivers in this database let pass, and show fingerprints (see waive)", OPTION_TEXT,
		offsetof(struct lint_options, database), NULL},
	{"baseline", 0, "FILE", "leave out the findings that this baseline holds, and count them", OPTION_TEXT,
		offsetof(struct lint_options, baseline), NULL},
	{"write-baseline", 0, "FILE", "write every finding, whatever its level, to a baseline: it counts as known from now on",
		OPTION_TEXT, offsetof(struct lint_options, new_baseline), NULL},
	OPTIONS_STANDARD_NAME(lint_options),
	OPTION_JOBS(lint_options),
	OPTIONS_OUTPUT(lint_options),
	OPTIONS_TAGGER(lint_options),
	OPTIONS_CONFIG(lint_options),
};

static bool is_for_people(const struct run_output *output)
{
	size_t count;
	return output->format == wa_lint_formats(&count)[0];
}

static void show(const struct run *run, const struct run_output *output, const struct wa_lint_document *document,
	struct wa_lint_tally *tally, struct wa_sink *sink)
{
	(void)run;
	if (document->result || !is_for_people(output) || strcmp(output->path, "-") != 0) {
		output->format->document(&output->style, document, tally, sink);
		return;
	}
	/* People see the message on standard error; once is enough. */
	tally->documents++;
	tally->not_audited++;
}

static bool unknown_format(const struct command *command, const char *name)
{
	struct suggestion suggestion;
	char hint[64];
	size_t count;
	const struct wa_lint_format *const *formats = wa_lint_formats(&count);
	suggest_start(&suggestion, name);
	for (size_t i = 0; i < count; i++)
		suggest_offer(&suggestion, formats[i]->name);
	command_usage_error(command, "lint has no format \"%s\"%s", name, suggest_text(&suggestion, "", hint, sizeof hint));
	return false;
}

static bool add_output(const struct command *command, const struct lint_options *options, const char *given, struct run *run)
{
	struct run_output *output = &run->outputs[run->output_count];
	bool standard;
	if (!run_add_output(run, command, given))
		return false;
	output->format = wa_lint_format_find(output->name);
	if (!output->format)
		return unknown_format(command, output->name);
	standard = strcmp(output->path, "-") == 0;
	run->shows_damage |= standard && is_for_people(output);
	output->between = output->format->between;
	output->style = (struct wa_lint_style){
		.colour = standard && terminal_colour((enum color_when)options->common.color, STDOUT_FILENO),
		.width = standard ? terminal_width(STDOUT_FILENO) : 0,
	};
	return true;
}

static bool add_outputs(const struct command *command, const struct lint_options *options, struct run *run)
{
	size_t count;
	bool ok = options->formats.count || add_output(command, options, wa_lint_formats(&count)[0]->name, run);
	for (size_t i = 0; ok && i < options->formats.count; i++)
		ok = add_output(command, options, options->formats.items[i], run);
	return ok;
}

/* The level given, else the configuration's. */
static enum wa_level level_of(const struct session *session, int given, const char *key, enum wa_level standing)
{
	const char *setting = session_setting(session, key);
	int level = given >= 0 ? given : wa_level_from_name(setting ? setting : "");
	return level >= 0 ? (enum wa_level)level : standing;
}

static void open_formats(struct run *run, enum wa_level level, bool fingerprints, bool exempt)
{
	for (size_t i = 0; i < run->output_count; i++) {
		struct run_output *output = &run->outputs[i];
		output->style.engine = run->engine;
		output->style.level = level;
		output->style.fingerprints = fingerprints;
		output->style.exempt = exempt;
		output->format->open(&output->style, output->sink);
	}
}

static void close_formats(struct run *run, bool quiet)
{
	for (size_t i = 0; i < run->output_count; i++) {
		struct run_output *output = &run->outputs[i];
		/* What machines read is whole or nothing. */
		if (!quiet || !is_for_people(output))
			output->format->close(&output->style, &output->tally, output->sink);
	}
}

static int exit_status(const struct run *run, enum wa_level fail_level, bool ok)
{
	if (!ok || run->troubles || run->not_audited)
		return EXIT_TROUBLE;
	return fail_level != WA_LEVEL_OFF && run->worst >= fail_level ? EXIT_FINDINGS : EXIT_CLEAN;
}

/* What is known of findings before they are shown. */
struct known {
	struct aside aside;
	struct baseline written;
	bool writes;
};

static void settle(void *context, struct wa_result *result)
{
	struct known *known = context;
	aside_apply(&known->aside, result);
	if (known->writes)
		baseline_note(&known->written, result);
}

static bool gather_known(const struct lint_options *options, struct known *known)
{
	return (!options->database || aside_add_waivers(&known->aside, options->database)) &&
	       (!options->baseline || aside_add_baseline(&known->aside, options->baseline)) && aside_ready(&known->aside);
}

static bool write_baseline(struct baseline *baseline, const char *path)
{
	struct wa_error error = {0};
	if (baseline_write(baseline, path, &error) == WA_OK)
		return true;
	trouble_error(&error);
	return false;
}

static int lint_with(const struct session *session, const struct lint_options *options, struct known *known, struct run *run)
{
	enum wa_level level = level_of(session, options->level, "level", WA_LEVEL_WARNING),
		      fail_level = level_of(session, options->fail_level, "fail-level", WA_LEVEL_ERROR);
	bool ok;
	if (!gather_known(options, known) || !run_open_outputs(run))
		return EXIT_TROUBLE;
	run->engine = session->engine;
	run->settle = settle;
	run->settle_context = known;
	open_formats(run, level, options->database, options->exempt);
	ok = run_inputs(run);
	close_formats(run, options->common.quiet);
	ok = run_close_outputs(run) && ok;
	if (ok && known->writes)
		ok = write_baseline(&known->written, options->new_baseline);
	return exit_status(run, fail_level, ok);
}

static int lint_known(const struct session *session, const struct lint_options *options, struct run *run)
{
	struct known known = {.writes = options->new_baseline};
	int status;
	baseline_init(&known.written);
	status = lint_with(session, options, &known, run);
	baseline_release(&known.written);
	aside_release(&known.aside);
	return status;
}

static int lint(const struct command *command, const struct lint_options *options, struct run *run)
{
	struct session session;
	int status;
	if (!run->inputs.count)
		return command_usage_error(command, "lint needs a file, a folder or \"-\" for standard input");
	if (options->level == WA_LEVEL_OFF)
		return command_usage_error(command, "--level off would show nothing; --fail-level off never fails");
	if (options->baseline && options->new_baseline)
		return command_usage_error(command, "--baseline reads a baseline and --write-baseline makes one; give one of them");
	if (!add_outputs(command, options, run) ||
		!session_open_for(&session, &options->common, &run->inputs, options->standard_name))
		return EXIT_TROUBLE;
	status = lint_known(&session, options, run);
	session_close(&session);
	return status;
}

static int run(const struct command *command, int argc, char **argv)
{
	struct lint_options options = {.jobs = 1, .level = -1, .fail_level = -1};
	int first, status = EXIT_TROUBLE;
	enum options_outcome outcome = options_parse(command, argc, argv, &options, &first);
	if (outcome == OPTIONS_GO) {
		struct run all = {
			.jobs = pipeline_jobs(options.jobs),
			.standard_name = options.standard_name,
			.inputs = {.operands = argv + first,
				.count = (size_t)(argc - first),
				.standard_name = options.standard_name},
			.show = show,
		};
		status = lint(command, &options, &all);
		inputs_release(&all.inputs);
	}
	vec_release(&options.formats);
	vec_release(&options.common.packs);
	return outcome == OPTIONS_DONE ? EXIT_CLEAN : status;
}

static bool list_formats(size_t index, const char **name, const char **what)
{
	size_t count;
	const struct wa_lint_format *const *formats = wa_lint_formats(&count);
	if (index >= count)
		return false;
	*name = formats[index]->name;
	*what = formats[index]->summary;
	return true;
}

static const struct command_example examples[] = {
	{"lint story.txt", "findings of one story"},
	{"lint --level note -j 0 copy/", "all findings of a folder, by all processors"},
	{"lint --stdin-filename desk/story.html - < draft", "a draft on its way, with the configuration that holds in desk/"},
	{"lint --format text --format json:lint.json copy/", "for people on the terminal, for programs in a file"},
	{"lint --write-baseline baseline.txt archive/", "what an archive has now, so that it does not drown what is new"},
	{"lint --baseline baseline.txt archive/", "only what is not in the baseline"},
	{"lint --db audit.db copy/", "without what an editor waived"},
};

const struct command command_lint = {
	.name = "lint",
	.summary = "Find claims nobody stands behind, and other faults of attribution",
	.operands = "FILE|FOLDER|ARCHIVE|- ...",
	.details = "Folders are walked in the order of names; hidden files in them are left out, and so are files that by their "
		   "names are pictures, programs or databases. Archives (zip, tar, WARC, also packed) are read member by "
		   "member: copy.zip!/story.xml. The configuration is the nearest wireaudit.yaml upward from the "
		   "folder that holds all inputs (see config show).\n\n"
		   "Exit status: 0 clean; 1 findings from --fail-level on; 2 trouble: an input that could not be read, that is "
		   "damaged (cut off, wrongly declared), or that was not audited, for want of text or in another language: "
		   "silence is not approval.\n\n"
		   "A baseline is a text file with a line for each finding, sorted: its fingerprint, rule, file and words. The "
		   "fingerprint is of the rule, the words and their paragraph, so that it holds on when lines move or a file is "
		   "renamed; a changed paragraph is a new finding. Lines may be removed by hand. What a baseline holds is counted "
		   "in the summary and fails nothing.",
	.options = specs,
	.option_count = COUNT_OF(specs),
	.list_title = "Formats",
	.list = list_formats,
	.examples = examples,
	.example_count = COUNT_OF(examples),
	.run = run,
};
