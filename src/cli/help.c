#include "cli/help.h"

#include <string.h>

#include "cli/wrap.h"

#define HELP_COLUMN 26u

static void option_line(FILE *out, const struct option_spec *spec)
{
	char left[64];
	unsigned width = (unsigned)snprintf(left, sizeof left, "  %c%c%s--%s%s%s", spec->letter ? '-' : ' ',
		spec->letter ? spec->letter : ' ', spec->letter ? ", " : "  ", spec->name, spec->value ? " " : "",
		spec->value ? spec->value : "");
	if (width + 2 > HELP_COLUMN)
		fprintf(out, "%s\n%*s", left, (int)HELP_COLUMN, "");
	else
		fprintf(out, "%-*s", (int)HELP_COLUMN, left);
	wrap(out, WRAP_WIDTH, spec->help, HELP_COLUMN, HELP_COLUMN);
}

static const struct option_spec help_option = {"help", 'h', NULL, "show this help", OPTION_FLAG, 0, NULL};

static void print_list(const struct command *command, FILE *out)
{
	const char *name, *what;
	fprintf(out, "\n%s:\n", command->list_title);
	for (size_t i = 0; command->list(i, &name, &what); i++) {
		fprintf(out, "  %-*s", (int)HELP_COLUMN - 2, name);
		wrap(out, WRAP_WIDTH, what, HELP_COLUMN, HELP_COLUMN);
	}
}

void help_command(const struct command *command, FILE *out)
{
	fprintf(out, "Usage: " PROGRAM " %s [options]%s%s\n\n", command->name, *command->operands ? " " : "", command->operands);
	wrap(out, WRAP_WIDTH, command->summary, 0, 0);
	if (command->details) {
		fputc('\n', out);
		wrap(out, WRAP_WIDTH, command->details, 0, 0);
	}
	fputs("\nOptions:\n", out);
	for (size_t i = 0; i < command->option_count; i++)
		option_line(out, &command->options[i]);
	option_line(out, &help_option);
	if (command->list)
		print_list(command, out);
	if (command->example_count)
		fputs("\nExamples:\n", out);
	for (size_t i = 0; i < command->example_count; i++)
		fprintf(out, "  " PROGRAM " %s\n      %s\n", command->examples[i].line, command->examples[i].what);
}

void help_program(FILE *out)
{
	fputs("Usage: " PROGRAM " COMMAND [options] ...\n\n"
	      "Reads news copy, finds who is credited for what, and says which claims nobody\nstands behind.\n\nCommands:\n",
		out);
	for (size_t i = 0; i < command_count; i++)
		fprintf(out, "  %-10s %s\n", commands[i]->name, commands[i]->summary);
	fputs("\nOptions:\n  -h, --help     show this help\n  -V, --version  show the version\n\n"
	      "\"" PROGRAM " COMMAND --help\" tells more of a command, with examples.\n"
	      "Exit status: 0 clean, 1 findings at or above the level that fails, 2 trouble\nwith any input.\n",
		out);
}
