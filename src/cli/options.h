/*
 * Options of a command, as a table. Parsing, --help, the man page and shell completions are all made from
 * it, so that none of them can miss an option.
 *
 *     struct lint_options { struct common common; const char *level; };
 *     static const struct option_spec specs[] = {
 *             {"level", 0, "LEVEL", "show findings from LEVEL on", OPTION_CHOICE, offsetof(struct lint_options, level),
 * "note|warning|error"},
 *     };
 */
#ifndef CLI_OPTIONS_H
#define CLI_OPTIONS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

struct command;

enum option_kind {
	OPTION_FLAG,   /* bool */
	OPTION_TEXT,   /* const char * */
	OPTION_LIST,   /* struct text_list: may be given again */
	OPTION_NUMBER, /* unsigned, at most OPTION_NUMBER_MAX */
	OPTION_CHOICE, /* int: index of the word in `choices` */
};

#define OPTION_NUMBER_MAX 1000000u

struct option_spec {
	const char *name;  /* long name without dashes */
	char letter;       /* short name, 0 for none */
	const char *value; /* what --help calls its value; NULL when it takes none */
	const char *help;  /* one phrase */
	enum option_kind kind;
	size_t offset;       /* of the field in the command's options struct */
	const char *choices; /* OPTION_CHOICE: the words, '|' between them */
};

/* Values given, in order; works with vec_push() and vec_release(). */
struct text_list {
	const char **items;
	size_t count, capacity;
	bool failed;
};

enum options_outcome {
	OPTIONS_GO,   /* parsed: run the command */
	OPTIONS_DONE, /* --help was given and answered */
	OPTIONS_BAD,  /* a mistake, already told on standard error */
};

/*
 * Parses argv (argv[0] is the command's name) into the struct at `values`, which holds the defaults. On
 * OPTIONS_GO, *first is the index of the first operand; operands are moved behind the options.
 */
enum options_outcome options_parse(const struct command *command, int argc, char **argv, void *values, int *first);

/* "level" -> the spec, NULL when the command has none. */
const struct option_spec *options_find(const struct command *command, const char *name);

/* The options every command that audits takes; embed as `struct common common` and list OPTIONS_COMMON(struct x). */
struct common {
	const char *config;
	bool no_config;
	bool fast;
	const char *model;
	struct text_list packs;
	int color; /* enum color_when */
	bool quiet;
};

#define OPTIONS_CONFIG(S)                                                                                                      \
	{"config", 0, "FILE", "read this configuration file instead of the nearest wireaudit.yaml", OPTION_TEXT,               \
		offsetof(struct S, common.config), NULL},                                                                      \
		{"no-config", 0, NULL, "read no configuration file", OPTION_FLAG, offsetof(struct S, common.no_config), NULL}, \
	{                                                                                                                      \
		"pack", 0, "FILE", "load a pack of your own after the built-in ones; may be given again", OPTION_LIST,         \
			offsetof(struct S, common.packs), NULL                                                                 \
	}

#define OPTIONS_TAGGER(S)                                                                                                    \
	{"fast", 0, NULL, "find attributions by rules only: several times as fast, and fewer are found", OPTION_FLAG,        \
		offsetof(struct S, common.fast), NULL},                                                                      \
	{                                                                                                                    \
		"model", 0, "FILE", "tag attributions with this model (see train) instead of the built-in one", OPTION_TEXT, \
			offsetof(struct S, common.model), NULL                                                               \
	}

#define OPTIONS_OUTPUT(S)                                                                                                         \
	{"color", 0, "WHEN", "colour the output: auto (the default; on a terminal, unless NO_COLOR is set), always or never",     \
		OPTION_CHOICE, offsetof(struct S, common.color), "auto|always|never"},                                            \
	{                                                                                                                         \
		"quiet", 'q', NULL, "leave out what is not a finding or an error", OPTION_FLAG, offsetof(struct S, common.quiet), \
			NULL                                                                                                      \
	}

#define OPTIONS_STANDARD_NAME(S)                                                                                \
	{                                                                                                       \
		"stdin-filename", 0, "FILE", "what standard input is called in messages and rows", OPTION_TEXT, \
			offsetof(struct S, standard_name), NULL                                                 \
	}

#define OPTION_JOBS(S)                                                                                                      \
	{                                                                                                                   \
		"jobs", 'j', "N", "work on N files at once (0: as many as there are processors; default 1)", OPTION_NUMBER, \
			offsetof(struct S, jobs), NULL                                                                      \
	}

#endif
