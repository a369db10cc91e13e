/* wireaudit config show: the configuration in force, and where each value comes from. */
#include <stdlib.h>
#include <string.h>

#include "cli/command.h"
#include "cli/load.h"
#include "cli/session.h"
#include "cli/show.h"
#include "cli/trouble.h"

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

/* What a file's desk and profile are chosen by, besides its path: the section of its (first) document. */
static void choose(const struct wa_engine *engine, const char *path, struct wa_choice *desk, struct wa_choice *profile)
{
	struct load_buffer buffer = {0};
	struct wa_result *result = NULL;
	struct wa_str section = {0};
	if (load_file(&buffer, path, NULL) == WA_OK) {
		const struct wa_input input = {.uri = path, .bytes = buffer.bytes, .size = buffer.size};
		if (wa_audit(engine, &input, &result, NULL) == WA_OK)
			section = wa_result_document(result)->section;
	}
	wa_engine_choose(engine, path, section, desk, profile);
	wa_result_free(result);
	load_release(&buffer);
}

static void print_choice(const char *what, const struct wa_choice *choice, const char *none)
{
	if (choice->name)
		printf("  %s: %s (%s \"%s\", %s)\n", what, choice->name, choice->key, choice->value, choice->origin);
	else
		printf("  %s: none%s\n", what, none);
}

static void print_choices(const struct wa_engine *engine, char **paths, int count)
{
	for (int i = 0; i < count; i++) {
		struct wa_choice desk, profile;
		choose(engine, paths[i], &desk, &profile);
		printf("%s\n", paths[i]);
		print_choice("desk", &desk, "");
		print_choice("profile", &profile, " (the levels of the project hold)");
	}
}

/* The level that a profile sets for "rules.CODE"; NULL when it leaves the project's. */
static const struct wa_setting *level_of(
	const struct wa_setting *settings, size_t count, const struct wa_choice *profile, const char *key)
{
	size_t length = profile->name ? strlen(profile->name) : 0;
	for (size_t i = 0; i < count && length; i++) {
		const char *at = settings[i].key;
		if (strncmp(at, "profiles.", 9) == 0 && strncmp(at + 9, profile->name, length) == 0 && at[9 + length] == '.' &&
			strcmp(at + 10 + length, key) == 0)
			return &settings[i];
	}
	return NULL;
}

/* The settings, those of one file when one is given, for its profile then counts; from malloc, NULL, told, when memory ran out. */
static struct wa_setting *settings_for(const struct wa_engine *engine, char **paths, int path_count, size_t *count)
{
	const struct wa_setting *all = wa_settings(engine, count);
	struct wa_setting *settings = malloc((*count ? *count : 1) * sizeof *settings);
	struct wa_choice desk, profile = {0};
	if (!settings) {
		trouble_say(NULL, "out of memory");
		return NULL;
	}
	if (path_count == 1)
		choose(engine, paths[0], &desk, &profile);
	for (size_t i = 0; i < *count; i++) {
		const struct wa_setting *set = level_of(all, *count, &profile, all[i].key);
		settings[i] = all[i];
		if (set)
			settings[i] = (struct wa_setting){all[i].key, set->value, set->origin};
	}
	return settings;
}

static void print_settings(const struct wa_setting *settings, size_t count)
{
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

static int show_rows(const struct wa_setting *settings, size_t count)
{
	struct wa_sink *sink = show_open();
	if (sink)
		wa_settings_json(settings, count, sink);
	return show_close(sink);
}

static int show(const struct config_options *options, char **paths, int count)
{
	struct session session;
	struct wa_setting *settings;
	size_t setting_count;
	int status = EXIT_TROUBLE;
	if (!session_open(&session, &options->common, paths, (size_t)count))
		return EXIT_TROUBLE;
	settings = settings_for(session.engine, paths, count, &setting_count);
	if (settings && options->format == SHOW_JSON) {
		status = show_rows(settings, setting_count);
	} else if (settings) {
		print_why(&session, &options->common);
		print_choices(session.engine, paths, count);
		print_settings(settings, setting_count);
		status = EXIT_CLEAN;
	}
	free(settings);
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
	.details =
		"The configuration is a file called " CONFIG_NAME
		". A run has one: the nearest upward from the folder that holds all "
		"its inputs, or from the working folder when it has none; --config names another, --no-config does without.\n\n"
		"Of each FILE its desk and its profile are shown, and what chose them: the path, the section its metadata give, or "
		"the desk. With one FILE the levels of rules are those that hold for it.",
	.options = specs,
	.option_count = COUNT_OF(specs),
	.examples = examples,
	.example_count = COUNT_OF(examples),
	.run = run,
};
