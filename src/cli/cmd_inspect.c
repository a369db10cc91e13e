/* wireaudit inspect [--format jsonl] FILE...: everything the engine saw. */
#include <string.h>

#include "cli/command.h"
#include "cli/pipeline.h"
#include "cli/run.h"

struct inspect_options {
	struct common common;
	struct text_list formats;
	const char *standard_name;
	unsigned jobs;
	bool explain;
};

static const struct option_spec specs[] = {
	{"format", 'f', "F[:FILE]", "output format, and the file it goes to; \"jsonl\" is the only one", OPTION_LIST,
		offsetof(struct inspect_options, formats), NULL},
	{"explain", 0, NULL, "say of each attribution what found it, by which words, and how sure that is", OPTION_FLAG,
		offsetof(struct inspect_options, explain), NULL},
	OPTIONS_STANDARD_NAME(inspect_options),
	OPTION_JOBS(inspect_options),
	OPTIONS_TAGGER(inspect_options),
	OPTIONS_CONFIG(inspect_options),
};

static void show(const struct run *run, const struct run_output *output, const struct wa_lint_document *document,
	struct wa_lint_tally *tally, struct wa_sink *sink)
{
	(void)run, (void)output, (void)tally;
	if (document->result)
		wa_inspect_jsonl(document->result, sink);
}

static void show_explained(const struct run *run, const struct run_output *output, const struct wa_lint_document *document,
	struct wa_lint_tally *tally, struct wa_sink *sink)
{
	(void)run, (void)output, (void)tally;
	if (document->result)
		wa_inspect_explained_jsonl(document->result, sink);
}

static bool add_outputs(const struct command *command, const struct text_list *formats, struct run *run)
{
	bool ok = formats->count || run_add_output(run, command, "jsonl");
	for (size_t i = 0; ok && i < formats->count; i++) {
		ok = run_add_output(run, command, formats->items[i]);
		if (!ok || strcmp(run->outputs[i].name, "jsonl") == 0)
			continue;
		command_usage_error(command, "inspect has no format \"%s\"; it has jsonl", run->outputs[i].name);
		ok = false;
	}
	return ok;
}

static int inspect(const struct command *command, const struct inspect_options *options, struct run *run)
{
	struct session session;
	bool ok;
	if (!run->inputs.count)
		return command_usage_error(command, "inspect needs a file, a folder or \"-\" for standard input");
	if (!add_outputs(command, &options->formats, run) ||
		!session_open_for(&session, &options->common, &run->inputs, options->standard_name))
		return EXIT_TROUBLE;
	run->engine = session.engine;
	ok = run_open_outputs(run);
	if (ok) {
		ok = run_inputs(run);
		ok = run_close_outputs(run) && ok;
	}
	session_close(&session);
	return ok && !run->troubles ? EXIT_CLEAN : EXIT_TROUBLE;
}

static int run(const struct command *command, int argc, char **argv)
{
	struct inspect_options options = {.jobs = 1};
	int first, status = EXIT_TROUBLE;
	enum options_outcome outcome = options_parse(command, argc, argv, &options, &first);
	if (outcome == OPTIONS_GO) {
		struct run all = {
			.jobs = pipeline_jobs(options.jobs),
			.standard_name = options.standard_name,
			.inputs = {.operands = argv + first,
				.count = (size_t)(argc - first),
				.standard_name = options.standard_name},
			.show = options.explain ? show_explained : show,
		};
		status = inspect(command, &options, &all);
		inputs_release(&all.inputs);
	}
	vec_release(&options.formats);
	vec_release(&options.common.packs);
	return outcome == OPTIONS_DONE ? EXIT_CLEAN : status;
}

static const struct command_example examples[] = {
	{"inspect story.txt", "the document, its paragraphs, mentions, attributions, claims, findings"},
	{"inspect --explain story.txt", "the same, with the reasons for each attribution"},
	{"inspect -j 0 --format jsonl:rows.jsonl copy/", "every story of a folder, by all processors, into a file"},
};

const struct command command_inspect = {
	.name = "inspect",
	.summary = "Show everything the engine sees in news copy",
	.operands = "FILE|FOLDER|ARCHIVE|- ...",
	.details =
		"One JSON object a line: for each input one \"document\", then its rows. Spans are [start, end) in UTF-8 bytes of "
		"the paragraph's text; \"src\" is [start, end) in bytes of the file, or of the archive's member. A document that "
		"was not audited says why in \"skip\" and \"skip_detail\".\n\nExit status: 0, or 2 when an input could not be read "
		"or is damaged.",
	.options = specs,
	.option_count = COUNT_OF(specs),
	.examples = examples,
	.example_count = COUNT_OF(examples),
	.run = run,
};
