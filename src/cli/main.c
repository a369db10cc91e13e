#include <string.h>

#include "cli/command.h"
#include "cli/help.h"

static bool is(const char *given, const char *letter, const char *name)
{
	return strcmp(given, letter) == 0 || strcmp(given, name) == 0;
}

static int run(int argc, char **argv)
{
	const struct command *command;
	if (argc < 2) {
		help_program(stderr);
		return EXIT_TROUBLE;
	}
	if (is(argv[1], "-h", "--help")) {
		help_program(stdout);
		return EXIT_CLEAN;
	}
	if (is(argv[1], "-V", "--version")) {
		puts(PROGRAM " " WA_VERSION);
		return EXIT_CLEAN;
	}
	if (argv[1][0] == '-' && argv[1][1])
		return command_usage_error(NULL, "unknown option \"%s\"; options come after the command", argv[1]);
	command = command_find(argv[1]);
	return command ? command->run(command, argc - 1, argv + 1) : command_unknown(argv[1]);
}

int main(int argc, char **argv)
{
	int status = run(argc, argv);
	/* A full disk or a closed pipe shows only when the last bytes go out. */
	if (fflush(stdout) != 0 || ferror(stdout)) {
		fputs(PROGRAM ": standard output: cannot write\n", stderr);
		return EXIT_TROUBLE;
	}
	return status;
}
