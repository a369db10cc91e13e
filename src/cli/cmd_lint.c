/* wireaudit lint FILE...: findings, for people, editors and CI. */
#include <string.h>
#include <unistd.h>

#include "base/suggest.h"
#include "cli/command.h"
#include "cli/pipeline.h"
#include "cli/run.h"
#include "cli/terminal.h"

struct lint_options {
	struct common common;
	struct text_list formats;
	const char *standard_name;
	unsigned jobs;
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
	OPTIONS_STANDARD_NAME(lint_options),
	OPTION_JOBS(lint_options),
	OPTIONS_OUTPUT(lint_options),
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

static void open_formats(struct run *run, enum wa_level level)
{
	for (size_t i = 0; i < run->output_count; i++) {
		struct run_output *output = &run->outputs[i];
		output->style.engine = run->engine;
		output->style.level = level;
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

static int lint_with(const struct session *session, const struct lint_options *options, struct run *run)
{
	enum wa_level level = level_of(session, options->level, "level", WA_LEVEL_WARNING),
		      fail_level = level_of(session, options->fail_level, "fail-level", WA_LEVEL_ERROR);
	bool ok;
	if (!run_open_outputs(run))
		return EXIT_TROUBLE;
	run->engine = session->engine;
	open_formats(run, level);
	ok = run_inputs(run);
	close_formats(run, options->common.quiet);
	ok = run_close_outputs(run) && ok;
	return exit_status(run, fail_level, ok);
}

static int lint(const struct command *command, const struct lint_options *options, struct run *run)
{
	struct session session;
	int status;
	if (!run->inputs.count)
		return command_usage_error(command, "lint needs a file, a folder or \"-\" for standard input");
	if (options->level == WA_LEVEL_OFF)
		return command_usage_error(command, "--level off would show nothing; --fail-level off never fails");
	if (!add_outputs(command, options, run) ||
		!session_open_for(&session, &options->common, &run->inputs, options->standard_name))
		return EXIT_TROUBLE;
	status = lint_with(&session, options, run);
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
			.inputs = {.operands = argv + first, .count = (size_t)(argc - first)},
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
};

const struct command command_lint = {
	.name = "lint",
	.summary = "Find claims nobody stands behind, and other faults of attribution",
	.operands = "FILE|FOLDER|- ...",
	.details = "Folders are walked in the order of names; hidden files in them are left out, and so are files that by their "
		   "names are pictures, programs or databases. The configuration is the nearest wireaudit.yaml upward from the "
		   "folder that holds all inputs (see config show).\n\n"
		   "Exit status: 0 clean; 1 findings from --fail-level on; 2 trouble: an input that could not be read, that is "
		   "damaged (cut off, wrongly declared), or that was not audited, for want of text or in another language: "
		   "silence is not approval.",
	.options = specs,
	.option_count = COUNT_OF(specs),
	.list_title = "Formats",
	.list = list_formats,
	.examples = examples,
	.example_count = COUNT_OF(examples),
	.run = run,
};
