/* wireaudit help [COMMAND] */
#include "cli/command.h"
#include "cli/help.h"

static int run(const struct command *command, int argc, char **argv)
{
	const struct command *about;
	int first;
	enum options_outcome outcome = options_parse(command, argc, argv, NULL, &first);
	if (outcome != OPTIONS_GO)
		return outcome == OPTIONS_DONE ? EXIT_CLEAN : EXIT_TROUBLE;
	if (first == argc) {
		help_program(stdout);
		return EXIT_CLEAN;
	}
	about = command_find(argv[first]);
	if (!about)
		return command_unknown(argv[first]);
	help_command(about, stdout);
	return EXIT_CLEAN;
}

static const struct command_example examples[] = {
	{"help lint", "what lint does, its options, examples"},
};

const struct command command_help = {
	.name = "help",
	.summary = "Explain a command",
	.operands = "[COMMAND]",
	.examples = examples,
	.example_count = COUNT_OF(examples),
	.run = run,
};
