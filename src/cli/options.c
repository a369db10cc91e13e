#include "cli/options.h"

#include <errno.h>
#include <getopt.h>
#include <stdlib.h>
#include <string.h>

#include "base/suggest.h"
#include "base/vec.h"
#include "cli/command.h"
#include "cli/help.h"

#define MOST_OPTIONS 40
#define FIRST_LONG 256 /* getopt's values for long options: above any letter */
#define HELP_VALUE (FIRST_LONG + MOST_OPTIONS)

/* What getopt_long() wants to know, made from a command's table. */
struct getopt_table {
	struct option longs[MOST_OPTIONS + 2];
	char letters[2 * MOST_OPTIONS + 3];
};

static void make_table(const struct command *command, struct getopt_table *table)
{
	char *letter = table->letters;
	size_t n = 0;
	*letter++ = ':'; /* tells a missing value from an unknown option */
	for (; n < command->option_count && n < MOST_OPTIONS; n++) {
		const struct option_spec *spec = &command->options[n];
		int takes = spec->value ? required_argument : no_argument;
		table->longs[n] = (struct option){spec->name, takes, NULL, FIRST_LONG + (int)n};
		if (!spec->letter)
			continue;
		*letter++ = spec->letter;
		if (spec->value)
			*letter++ = ':';
	}
	*letter++ = 'h';
	*letter = '\0';
	table->longs[n] = (struct option){"help", no_argument, NULL, HELP_VALUE};
	table->longs[n + 1] = (struct option){0};
}

const struct option_spec *options_find(const struct command *command, const char *name)
{
	for (size_t i = 0; i < command->option_count; i++) {
		if (strcmp(command->options[i].name, name) == 0)
			return &command->options[i];
	}
	return NULL;
}

static const struct option_spec *find_letter(const struct command *command, int letter)
{
	for (size_t i = 0; i < command->option_count; i++) {
		if (command->options[i].letter == letter)
			return &command->options[i];
	}
	return NULL;
}

static enum options_outcome unknown_option(const struct command *command, const char *given, int letter)
{
	struct suggestion suggestion;
	char hint[64], name[40];
	if (letter && letter < FIRST_LONG) {
		command_usage_error(command, "%s has no option \"-%c\"", command->name, letter);
		return OPTIONS_BAD;
	}
	(void)snprintf(name, sizeof name, "%.*s", (int)strcspn(given + 2, "="), given + 2);
	suggest_start(&suggestion, name);
	for (size_t i = 0; i < command->option_count; i++)
		suggest_offer(&suggestion, command->options[i].name);
	suggest_offer(&suggestion, "help");
	command_usage_error(
		command, "%s has no option \"--%s\"%s", command->name, name, suggest_text(&suggestion, "--", hint, sizeof hint));
	return OPTIONS_BAD;
}

static bool take_number(const struct command *command, const struct option_spec *spec, const char *value, unsigned *number)
{
	char *end;
	unsigned long n;
	errno = 0;
	n = strtoul(value, &end, 10);
	if (*value >= '0' && *value <= '9' && !*end && !errno && n <= OPTION_NUMBER_MAX) {
		*number = (unsigned)n;
		return true;
	}
	command_usage_error(command, "--%s takes a whole number from 0 to %u, not \"%s\"", spec->name, OPTION_NUMBER_MAX, value);
	return false;
}

static bool take_choice(const struct command *command, const struct option_spec *spec, const char *value, int *choice)
{
	size_t len = strlen(value);
	int index = 0;
	for (const char *word = spec->choices; word; index++) {
		size_t n = strcspn(word, "|");
		if (n == len && strncmp(word, value, n) == 0) {
			*choice = index;
			return true;
		}
		word = word[n] ? word + n + 1 : NULL;
	}
	command_usage_error(command, "--%s takes one of %s, not \"%s\"", spec->name, spec->choices, value);
	return false;
}

static bool take(const struct command *command, const struct option_spec *spec, const char *value, void *values)
{
	void *field = (char *)values + spec->offset;
	const char **item;
	switch (spec->kind) {
	case OPTION_FLAG:
		*(bool *)field = true;
		return true;
	case OPTION_TEXT:
		*(const char **)field = value;
		return true;
	case OPTION_LIST:
		item = vec_push((struct text_list *)field);
		if (item)
			*item = value;
		return item != NULL;
	case OPTION_NUMBER:
		return take_number(command, spec, value, field);
	case OPTION_CHOICE:
		return take_choice(command, spec, value, field);
	}
	return false;
}

enum options_outcome options_parse(const struct command *command, int argc, char **argv, void *values, int *first)
{
	struct getopt_table table;
	make_table(command, &table);
	opterr = 0;
	optind = 0; /* start afresh: glibc also forgets its place within an argument */
	for (;;) {
		int at = optind ? optind : 1;
		int got = getopt_long(argc, argv, table.letters, table.longs, NULL);
		const struct option_spec *spec;
		if (got == -1)
			break;
		if (got == 'h' || got == HELP_VALUE) {
			help_command(command, stdout);
			return OPTIONS_DONE;
		}
		if (got == ':') {
			command_usage_error(command, "%s needs a value", argv[optind - 1]);
			return OPTIONS_BAD;
		}
		if (got == '?')
			return unknown_option(
				command, strncmp(argv[optind - 1], "--", 2) == 0 ? argv[optind - 1] : argv[at], optopt);
		spec = got >= FIRST_LONG ? &command->options[got - FIRST_LONG] : find_letter(command, got);
		if (!take(command, spec, optarg, values))
			return OPTIONS_BAD;
	}
	*first = optind;
	return OPTIONS_GO;
}
