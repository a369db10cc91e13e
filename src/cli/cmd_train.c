/* wireaudit train --corpus DIR: a model for the tagger from annotated text. */
#include <stdlib.h>

#include "audit/engine.h"
#include "cli/command.h"
#include "cli/session.h"
#include "cli/trouble.h"
#include "train/run.h"
#include "wireaudit/report.h"

struct train_command {
	struct common common;
	struct train_options train;
	const char *output;
};

static const struct option_spec specs[] = {
	{"corpus", 0, "DIR", "learn from DIR/text/NAME.txt and DIR/attributions/NAME.ann", OPTION_TEXT,
		offsetof(struct train_command, train.corpus), NULL},
	{"output", 'o', "FILE", "write the model here (default wireaudit.watag)", OPTION_TEXT,
		offsetof(struct train_command, output), NULL},
	{"treebank", 0, "FILE",
		"learn parts of speech from this treebank in CoNLL-U, instead of taking those of the built-in model", OPTION_TEXT,
		offsetof(struct train_command, train.treebank), NULL},
	{"measure", 0, "DIR", "measure on this corpus too, which is not learned from", OPTION_TEXT,
		offsetof(struct train_command, train.measure), NULL},
	{"jackknife", 0, NULL, "measure each fifth of the corpus by a model trained on the rest; takes some times as long",
		OPTION_FLAG, offsetof(struct train_command, train.jackknife), NULL},
	{"credit", 0, "TEXT", "what the model is to say of the terms of the data", OPTION_TEXT,
		offsetof(struct train_command, train.credit), NULL},
	{"quiet", 'q', NULL, "print no figures and no progress", OPTION_FLAG, offsetof(struct train_command, common.quiet), NULL},
	OPTIONS_CONFIG(train_command),
};

static void say(const char *what)
{
	fprintf(stderr, PROGRAM ": %s\n", what);
}

static void print_tally(const char *name, const struct tally *t)
{
	double precision = t->found ? (double)t->exact / t->found : 0, recall = t->gold ? (double)t->exact / t->gold : 0;
	printf("  %-8s exact P %.3f R %.3f F1 %.3f   half F1 %.3f   %u annotated, %u found\n", name, precision, recall,
		tally_exact(t), tally_half(t), t->gold, t->found);
}

static void print_measure(const char *name, const struct measure *m)
{
	printf("%s\n", name);
	print_tally("source", &m->source);
	print_tally("cue", &m->cue);
	print_tally("content", &m->content);
	printf("  sentences: unattributed F1 %.3f, balanced accuracy %.3f\n", measure_unattributed(m), measure_balanced(m));
}

static void print_figures(const struct train_figures *f)
{
	printf("%u documents, %u paragraphs, %u attributions\n", f->documents, f->paragraphs, f->attributions);
	print_measure("the corpus itself", &f->on_corpus);
	if (f->has_jackknifed)
		print_measure("the corpus, each fifth by a model trained on the rest", &f->jackknifed);
	if (f->has_measure)
		print_measure("the other corpus", &f->on_measure);
}

static bool write_model(const char *path, const byte_list *model)
{
	struct wa_error error = {0};
	struct wa_sink *sink;
	bool ok = wa_sink_open(path, &sink, &error) == WA_OK;
	if (ok) {
		wa_sink_write(sink, (const char *)model->items, model->count);
		ok = wa_sink_close(sink, &error) == WA_OK;
	}
	if (!ok)
		trouble_error(&error);
	return ok;
}

static int train(const struct command *command, const struct train_command *options, int operands)
{
	struct session session;
	struct train_figures figures;
	struct wa_error error = {0};
	byte_list model = {0};
	bool ok;
	if (operands)
		return command_usage_error(command, "train takes no operands; --corpus names the folder to learn from");
	if (!options->train.corpus)
		return command_usage_error(command, "train needs --corpus DIR");
	if (!session_open(&session, &options->common, NULL, 0))
		return EXIT_TROUBLE;
	ok = train_run(&options->train, &engine_packs(session.engine)->lex, engine_model(session.engine),
		     options->common.quiet ? NULL : say, &model, &figures, &error) == WA_OK;
	if (!ok)
		trouble_error(&error);
	ok = ok && write_model(options->output, &model);
	if (ok && !options->common.quiet)
		print_figures(&figures);
	vec_release(&model);
	session_close(&session);
	return ok ? EXIT_CLEAN : EXIT_TROUBLE;
}

static int run(const struct command *command, int argc, char **argv)
{
	struct train_command options = {.output = "wireaudit.watag"};
	int first, status = EXIT_TROUBLE;
	enum options_outcome outcome = options_parse(command, argc, argv, &options, &first);
	if (outcome == OPTIONS_GO)
		status = train(command, &options, argc - first);
	vec_release(&options.common.packs);
	return outcome == OPTIONS_DONE ? EXIT_CLEAN : status;
}

static const struct command_example examples[] = {
	{"train --corpus our-copy -o ours.watag", "a model of your own, from texts annotated in brat"},
	{"train --corpus our-copy --measure held-back", "the same, measured on texts it has not seen"},
	{"lint --model ours.watag story.txt", "lint with it"},
};

const struct command command_train = {
	.name = "train",
	.summary = "Train the tagger on annotated copy",
	.operands = "",
	.details = "The folder holds texts (text/NAME.txt) and their annotations in brat standoff (attributions/NAME.ann): spans "
		   "Source, Cue and Content, and an event for each attribution that joins them. Some hundred annotated articles "
		   "are needed before a model is of use. The model holds numbers only, no text.",
	.options = specs,
	.option_count = COUNT_OF(specs),
	.examples = examples,
	.example_count = COUNT_OF(examples),
	.run = run,
};
