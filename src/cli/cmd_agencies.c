/* wireaudit agencies [NAME]: the agencies known, and how each is told from its namesakes. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "audit/engine.h"
#include "base/str.h"
#include "base/suggest.h"
#include "cli/command.h"
#include "cli/session.h"
#include "cli/show.h"

struct agencies_options {
	struct common common;
	int format;
};

static const struct option_spec specs[] = {
	OPTIONS_FORMAT(agencies_options),
	OPTIONS_CONFIG(agencies_options),
};

static void print_all(const struct wa_agency *agencies, size_t count)
{
	for (size_t i = 0; i < count; i++)
		printf("%-14s %-4s %-12s %s\n", agencies[i].id, agencies[i].country, agencies[i].type, agencies[i].name);
}

/* A section whose text is a list; nothing when it has no member. Memory that runs out leaves the rest of the list out. */
struct list {
	FILE *out;
	char *text;
	size_t size;
};

static void list_begin(struct list *list)
{
	*list = (struct list){0};
	list->out = open_memstream(&list->text, &list->size);
}

static void list_add(struct list *list, const char *member, size_t size)
{
	if (list->out)
		(void)fprintf(list->out, "%s%.*s", ftell(list->out) > 0 ? ", " : "", (int)size, member);
}

static void list_end(struct list *list, const char *title)
{
	if (list->out && fclose(list->out) == 0)
		show_section(title, list->text);
	free(list->text);
}

/* "en,fr" */
static void print_languages(const char *languages)
{
	struct list list;
	list_begin(&list);
	for (const char *at = languages; *at; at += strspn(at, ",")) {
		size_t size = strcspn(at, ",");
		list_add(&list, at, size);
		at += size;
	}
	list_end(&list, "Languages");
}

/* Aliases that count wherever they stand, or the weak ones, which are marked with "?". */
static void print_aliases(const char *title, const char *aliases, bool weak)
{
	struct list list;
	list_begin(&list);
	for (const char *at = aliases; *at;) {
		size_t size = strcspn(at, "|");
		if ((*at == '?') == weak)
			list_add(&list, at + weak, size - weak);
		at += size + (at[size] == '|');
	}
	list_end(&list, title);
}

/* The words that tell the agency from its namesakes. */
static void print_negatives(const struct packs *packs, uint32_t agency)
{
	static const char *const titles[] = {[NEGATIVE_BEFORE] = "Not the agency directly behind",
		[NEGATIVE_AFTER] = "Not the agency directly before",
		[NEGATIVE_NEAR] = "Not the agency within 30 words of"};
	for (size_t where = 0; where < COUNT_OF(titles); where++) {
		struct list list;
		list_begin(&list);
		for (uint32_t i = 0; i < packs->negative_count; i++) {
			const struct agency_negative *negative = &packs->negatives[i];
			if (negative->agency == agency && negative->where == where)
				list_add(&list, lex_text(&packs->lex, negative->phrase).ptr,
					lex_text(&packs->lex, negative->phrase).len);
		}
		list_end(&list, titles[where]);
	}
}

static void print_agency(const struct wa_engine *engine, const struct wa_agency *agency)
{
	size_t count;
	const struct wa_agency *agencies = wa_agencies(engine, &count);
	printf("%s: %s\n", agency->id, agency->name);
	printf("\nCountry, type\n  %s, %s\n", agency->country, agency->type);
	print_languages(agency->languages);
	print_aliases("Known as", agency->aliases, false);
	print_aliases("Known as, with words beside it that bear it out", agency->aliases, true);
	print_negatives(engine_packs(engine), (uint32_t)(agency - agencies));
	show_section("Note", agency->note);
}

static bool has_alias(const struct wa_agency *agency, const char *name)
{
	for (const char *at = agency->aliases; *at;) {
		size_t size = strcspn(at, "|"), mark = *at == '?';
		if (str_eq_nocase((struct wa_str){at + mark, size - mark}, str_of(name)))
			return true;
		at += size + (at[size] == '|');
	}
	return false;
}

/* By id, name or alias, in whatever case; aliases last, for several agencies may share one. */
static const struct wa_agency *find_agency(const struct wa_engine *engine, const char *name)
{
	size_t count;
	const struct wa_agency *agencies = wa_agencies(engine, &count);
	for (size_t i = 0; i < count; i++) {
		if (str_eq_nocase(str_of(agencies[i].id), str_of(name)) || str_eq_nocase(str_of(agencies[i].name), str_of(name)))
			return &agencies[i];
	}
	for (size_t i = 0; i < count; i++) {
		if (has_alias(&agencies[i], name))
			return &agencies[i];
	}
	return NULL;
}

static int unknown_agency(const struct command *command, const struct wa_engine *engine, const char *name)
{
	struct suggestion suggestion;
	char hint[64];
	size_t count;
	const struct wa_agency *agencies = wa_agencies(engine, &count);
	suggest_start(&suggestion, name);
	for (size_t i = 0; i < count; i++) {
		suggest_offer(&suggestion, agencies[i].id);
		suggest_offer(&suggestion, agencies[i].name);
	}
	return command_usage_error(command, "no agency is called \"%s\"%s", name, suggest_text(&suggestion, "", hint, sizeof hint));
}

static int show_rows(const struct wa_agency *agencies, size_t count)
{
	struct wa_sink *sink = show_open();
	if (sink)
		wa_agencies_json(agencies, count, sink);
	return show_close(sink);
}

/* The agencies named, one after the other. */
static int show_named(const struct command *command, const struct wa_engine *engine, int format, char **names, int count)
{
	int status = EXIT_CLEAN;
	VEC(struct wa_agency) found = {0};
	for (int i = 0; i < count; i++) {
		const struct wa_agency *agency = find_agency(engine, names[i]);
		struct wa_agency *row = agency ? vec_push(&found) : NULL;
		if (!agency) {
			status = unknown_agency(command, engine, names[i]);
		} else if (format == SHOW_TEXT) {
			fputs(i ? "\n" : "", stdout);
			print_agency(engine, agency);
		}
		if (row)
			*row = *agency;
	}
	if (format == SHOW_JSON && show_rows(found.items, found.count) != EXIT_CLEAN)
		status = EXIT_TROUBLE;
	vec_release(&found);
	return status;
}

static int agencies(const struct command *command, const struct agencies_options *options, char **names, int count)
{
	struct session session;
	const struct wa_agency *all;
	size_t all_count;
	int status = EXIT_CLEAN;
	if (!session_open(&session, &options->common, NULL, 0))
		return EXIT_TROUBLE;
	all = wa_agencies(session.engine, &all_count);
	if (count)
		status = show_named(command, session.engine, options->format, names, count);
	else if (options->format == SHOW_JSON)
		status = show_rows(all, all_count);
	else
		print_all(all, all_count);
	session_close(&session);
	return status;
}

static int run(const struct command *command, int argc, char **argv)
{
	struct agencies_options options = {0};
	int first, status = EXIT_TROUBLE;
	enum options_outcome outcome = options_parse(command, argc, argv, &options, &first);
	if (outcome == OPTIONS_GO)
		status = agencies(command, &options, argv + first, argc - first);
	vec_release(&options.common.packs);
	return outcome == OPTIONS_DONE ? EXIT_CLEAN : status;
}

static const struct command_example examples[] = {
	{"agencies", "id, country, type and name of every agency"},
	{"agencies afp", "how it is written, and the words that tell it from its namesakes"},
	{"agencies --format json", "all of it, for programs"},
};

const struct command command_agencies = {
	.name = "agencies",
	.summary = "List the news agencies, or tell of one",
	.operands = "[NAME ...]",
	.details = "NAME is an id, a name or an alias, in whatever case.",
	.options = specs,
	.option_count = COUNT_OF(specs),
	.examples = examples,
	.example_count = COUNT_OF(examples),
	.run = run,
};
