/* wireaudit help [COMMAND] */
#include "cli/command.h"
#include "cli/help.h"
#include "cli/man.h"

struct help_options {
	bool man, bash;
};

static const struct option_spec specs[] = {
	{"man", 0, NULL, "print the man page", OPTION_FLAG, offsetof(struct help_options, man), NULL},
	{"bash-completion", 0, NULL, "print completion for bash", OPTION_FLAG, offsetof(struct help_options, bash), NULL},
};

static int help(char **names, int count)
{
	int status = EXIT_CLEAN;
	if (!count)
		help_program(stdout);
	for (int i = 0; i < count; i++) {
		const struct command *about = command_find(names[i]);
		if (about)
			help_command(about, stdout);
		else
			status = command_unknown(names[i]);
	}
	return status;
}

static int run(const struct command *command, int argc, char **argv)
{
	struct help_options options = {0};
	int first;
	enum options_outcome outcome = options_parse(command, argc, argv, &options, &first);
	if (outcome != OPTIONS_GO)
		return outcome == OPTIONS_DONE ? EXIT_CLEAN : EXIT_TROUBLE;
	if (options.man)
		man_page(stdout);
	else if (options.bash)
		completion_bash(stdout);
	else
		return help(argv + first, argc - first);
	return EXIT_CLEAN;
}

static const struct command_example examples[] = {
	{"help lint", "what lint does, its options, examples"},
	{"help --man | man -l -", "all commands on one page"},
};

const struct command command_help = {
	.name = "help",
	.summary = "Explain a command",
	.operands = "[COMMAND ...]",
	.options = specs,
	.option_count = COUNT_OF(specs),
	.examples = examples,
	.example_count = COUNT_OF(examples),
	.run = run,
};
