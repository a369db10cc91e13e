/* wireaudit config show: the configuration in force, and where each value comes from. */
#include <string.h>

#include "cli/command.h"
#include "cli/session.h"
#include "cli/show.h"

struct config_options {
	struct common common;
	int format;
};

static const struct option_spec specs[] = {
	OPTIONS_FORMAT(config_options),
	OPTIONS_CONFIG(config_options),
};

static void print_why(const struct session *session, const struct common *common)
{
	if (common->config)
		printf("configuration: %s (given with --config)\n", session->config);
	else if (common->no_config)
		puts("configuration: none (--no-config)");
	else if (session->config)
		printf("configuration: %s (the nearest upward from %s)\n", session->config, session->above);
	else
		printf("configuration: none (no " CONFIG_NAME " in %s or above it)\n", session->above ? session->above : ".");
	for (size_t i = 0; i < common->packs.count; i++)
		printf("pack: %s (given with --pack)\n", common->packs.items[i]);
}

static void print_settings(const struct wa_engine *engine)
{
	size_t count;
	const struct wa_setting *settings = wa_settings(engine, &count);
	int key = 0, value = 0;
	for (size_t i = 0; i < count; i++) {
		int k = (int)strlen(settings[i].key), v = (int)strlen(settings[i].value);
		key = k > key ? k : key;
		value = v > value && v <= 40 ? v : value;
	}
	if (count)
		putchar('\n');
	for (size_t i = 0; i < count; i++)
		printf("%-*s  %-*s  %s\n", key, settings[i].key, value, settings[i].value, settings[i].origin);
}

static int show_rows(const struct wa_engine *engine)
{
	size_t count;
	const struct wa_setting *settings = wa_settings(engine, &count);
	struct wa_sink *sink = show_open();
	if (sink)
		wa_settings_json(settings, count, sink);
	return show_close(sink);
}

static int show(const struct config_options *options, char **paths, int count)
{
	struct session session;
	int status = EXIT_CLEAN;
	if (!session_open(&session, &options->common, paths, (size_t)count))
		return EXIT_TROUBLE;
	if (options->format == SHOW_JSON) {
		status = show_rows(session.engine);
	} else {
		print_why(&session, &options->common);
		print_settings(session.engine);
	}
	session_close(&session);
	return status;
}

static int run(const struct command *command, int argc, char **argv)
{
	struct config_options options = {0};
	int first, status = EXIT_TROUBLE;
	enum options_outcome outcome = options_parse(command, argc, argv, &options, &first);
	if (outcome == OPTIONS_GO && first < argc && strcmp(argv[first], "show") == 0)
		status = show(&options, argv + first + 1, argc - first - 1);
	else if (outcome == OPTIONS_GO && first < argc)
		status = command_usage_error(command, "config has no \"%s\"; it has show", argv[first]);
	else if (outcome == OPTIONS_GO)
		status = command_usage_error(command, "config needs to be told what to do: config show");
	vec_release(&options.common.packs);
	return outcome == OPTIONS_DONE ? EXIT_CLEAN : status;
}

static const struct command_example examples[] = {
	{"config show", "what holds in the working folder"},
	{"config show copy/sport/match.txt", "what holds for a file"},
};

const struct command command_config = {
	.name = "config",
	.summary = "Show the configuration in force, and where each value comes from",
	.operands = "show [FILE|FOLDER ...]",
	.details = "The configuration is a file called " CONFIG_NAME
		   ". A run has one: the nearest upward from the folder that holds all "
		   "its inputs, or from the working folder when it has none; --config names another, --no-config does without.",
	.options = specs,
	.option_count = COUNT_OF(specs),
	.examples = examples,
	.example_count = COUNT_OF(examples),
	.run = run,
};
