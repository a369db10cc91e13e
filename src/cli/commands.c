#include "cli/command.h"

#include <stdarg.h>

#include "base/suggest.h"

#define COMMAND(name) extern const struct command command_##name;
#include "cli/commands.def"
#undef COMMAND

const struct command *const commands[] = {
#define COMMAND(name) &command_##name,
#include "cli/commands.def"
#undef COMMAND
};
const size_t command_count = COUNT_OF(commands);

const struct command *command_find(const char *name)
{
	for (size_t i = 0; i < command_count; i++) {
		if (strcmp(commands[i]->name, name) == 0)
			return commands[i];
	}
	return NULL;
}

int command_usage_error(const struct command *command, const char *format, ...)
{
	va_list args;
	va_start(args, format);
	fputs(PROGRAM ": ", stderr);
	(void)vfprintf(stderr, format, args);
	va_end(args);
	fprintf(stderr, "\nTry: " PROGRAM "%s%s --help\n", command ? " " : "", command ? command->name : "");
	return EXIT_TROUBLE;
}

int command_unknown(const char *name)
{
	struct suggestion suggestion;
	char hint[64];
	suggest_start(&suggestion, name);
	for (size_t i = 0; i < command_count; i++)
		suggest_offer(&suggestion, commands[i]->name);
	return command_usage_error(NULL, "unknown command \"%s\"%s", name, suggest_text(&suggestion, "", hint, sizeof hint));
}
