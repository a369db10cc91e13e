/*
 * Commands. To add one: a file cmd_NAME.c that defines `const struct command command_NAME`, its name in
 * commands.def and in meson.build.
 */
#ifndef CLI_COMMAND_H
#define CLI_COMMAND_H

#include "cli/options.h"

/* What the program returns to the shell. */
enum {
	EXIT_CLEAN = 0,
	EXIT_FINDINGS = 1,
	EXIT_TROUBLE = 2, /* wrong usage, or any input that could not be read or written; wins over findings */
};

struct command_example {
	const char *line; /* as typed, without the program's name */
	const char *what;
};

struct command {
	const char *name;
	const char *summary;  /* one line, begins with a verb */
	const char *operands; /* "FILE|FOLDER|- ..." */
	const char *details;  /* a paragraph or more for --help and the man page; NULL for none */
	const struct option_spec *options;
	size_t option_count;
	/* Rows of a registry that --help and the man page list under `list_title`; false beyond the last. NULL for none. */
	const char *list_title;
	bool (*list)(size_t index, const char **name, const char **what);
	const struct command_example *examples;
	size_t example_count;
	/* argv[0] is the command's name. Returns the exit status. */
	int (*run)(const struct command *command, int argc, char **argv);
};

#define COUNT_OF(array) (sizeof(array) / sizeof *(array))

/* All commands in the order --help lists them. */
extern const struct command *const commands[];
extern const size_t command_count;
const struct command *command_find(const char *name);

#define PROGRAM "wireaudit"

/* Says on standard error that there is no such command, and which was meant; returns EXIT_TROUBLE. */
int command_unknown(const char *name);

/* Says on standard error what is wrong with the command line and where help is; returns EXIT_TROUBLE. */
int command_usage_error(const struct command *command, const char *format, ...) __attribute__((format(printf, 2, 3)));

#endif
