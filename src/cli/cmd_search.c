/* wireaudit search: paragraphs of the record that hold some words. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "cli/command.h"
#include "cli/database.h"
#include "cli/show.h"
#include "cli/trouble.h"
#include "wireaudit/report.h"

struct search_options {
	const char *database;
	struct period period;
	int format;
};

/* The words of --format, in this order. */
static void (*const formats[])(const struct wa_paragraph_row *, struct wa_sink *) = {wa_paragraph_text, wa_paragraph_jsonl};
enum { FORMAT_TEXT };

static const struct option_spec specs[] = {
	{"format", 'f', "F", "text (the default) or jsonl", OPTION_CHOICE, offsetof(struct search_options, format), "text|jsonl"},
	OPTION_DATABASE(search_options, "read this database"),
	OPTIONS_PERIOD(search_options),
};

static enum wa_status find(struct wa_store *store, const struct search_options *options, const struct wa_filter *filter,
	const char *query, struct wa_sink *sink, struct wa_error *error)
{
	const struct wa_paragraph_row *row;
	struct wa_cursor *cursor;
	size_t count = 0;
	enum wa_status status = wa_store_paragraphs(store, filter, query, &cursor, error);
	if (status != WA_OK)
		return status;
	for (; (row = wa_next_paragraph(cursor)); count++)
		formats[options->format](row, sink);
	status = wa_cursor_close(cursor, error);
	if (status == WA_OK && options->format == FORMAT_TEXT) {
		char line[48];
		int length = snprintf(line, sizeof line, "%zu paragraph%s\n", count, count == 1 ? "" : "s");
		wa_sink_write(sink, line, (size_t)length);
	}
	return status;
}

static int search(const struct search_options *options, const struct wa_filter *filter, const char *query)
{
	struct wa_store *store = database_open(options->database, WA_STORE_READ);
	struct wa_error error = {0};
	struct wa_sink *sink;
	enum wa_status status;
	if (!store)
		return EXIT_TROUBLE;
	sink = show_open();
	status = sink ? find(store, options, filter, query, sink, &error) : WA_OK;
	wa_store_close(store);
	if (status != WA_OK)
		trouble_error(&error);
	return show_close(sink) == EXIT_CLEAN && status == WA_OK ? EXIT_CLEAN : EXIT_TROUBLE;
}

/* The operands with spaces between, to be freed; NULL when memory ran out. */
static char *join(char **words, int count)
{
	size_t size = 1;
	char *query, *at;
	for (int i = 0; i < count; i++)
		size += strlen(words[i]) + 1;
	query = at = malloc(size);
	if (!query)
		return NULL;
	*query = '\0';
	for (int i = 0; i < count; i++)
		at += snprintf(at, size - (size_t)(at - query), "%s%s", i ? " " : "", words[i]);
	return query;
}

static int run(const struct command *command, int argc, char **argv)
{
	struct search_options options = {.database = DATABASE_NAME};
	struct wa_filter filter;
	char *query;
	int first, status;
	enum options_outcome outcome = options_parse(command, argc, argv, &options, &first);
	if (outcome != OPTIONS_GO)
		return outcome == OPTIONS_DONE ? EXIT_CLEAN : EXIT_TROUBLE;
	if (!database_filter(command, &options.period, &filter))
		return EXIT_TROUBLE;
	if (first == argc)
		return search(&options, &filter, NULL);
	query = join(argv + first, argc - first);
	if (!query) {
		trouble_say(NULL, "out of memory");
		return EXIT_TROUBLE;
	}
	status = search(&options, &filter, query);
	free(query);
	return status;
}

static const struct command_example examples[] = {
	{"search ferry", "every paragraph with the word, in whatever case"},
	{"search --db audit.db --since 2025-03-01 'ferry OR harbour*'", "either, and words that begin so, since a day"},
	{"search '\"coast guard\" NOT rescue'", "words that stand together, without another"},
	{"search --desk foreign --format jsonl > foreign.jsonl", "every paragraph of a desk, by date, for programs"},
};

const struct command command_search = {
	.name = "search",
	.summary = "Find paragraphs by their words in a database",
	.operands = "[WORD ...]",
	.details = "Paragraphs that hold all the words, the best first. WORD* is any word that begins so; words in double quotes "
		   "stand together; AND, OR, NOT and brackets join, and NEAR(a b, 5) asks for words within five of each other. "
		   "Marks of punctuation in a word need double quotes around it. Accents and case make no difference.",
	.options = specs,
	.option_count = COUNT_OF(specs),
	.examples = examples,
	.example_count = COUNT_OF(examples),
	.run = run,
};
