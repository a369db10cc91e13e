/* wireaudit rules: the rule catalogue. */
#include <string.h>
#include <unistd.h>

#include "cli/command.h"
#include "cli/session.h"
#include "cli/show.h"
#include "cli/terminal.h"
#include "cli/wrap.h"
#include "wireaudit/report.h"

struct rules_options {
	struct common common;
	int format;
};

/* The words of --format, in this order. */
enum { FORMAT_TEXT, FORMAT_JSON, FORMAT_MARKDOWN };

static const struct option_spec specs[] = {
	{"format", 'f', "F", "text (the default), json or markdown", OPTION_CHOICE, offsetof(struct rules_options, format),
		"text|json|markdown"},
	OPTIONS_CONFIG(rules_options),
};

static int print_rules(const struct wa_rule *rules, size_t count)
{
	unsigned width = terminal_width(STDOUT_FILENO), name = 0, indent;
	for (size_t i = 0; i < count; i++) {
		unsigned length = (unsigned)strlen(rules[i].name);
		name = length > name ? length : name;
	}
	indent = 7 + 9 + name + 2;
	for (size_t i = 0; i < count; i++) {
		printf("%-6s %-8s %-*s  ", rules[i].code, wa_level_name(rules[i].level), (int)name, rules[i].name);
		wrap(stdout, width > indent + 20 ? width : 0, rules[i].summary, indent, indent);
	}
	return EXIT_CLEAN;
}

static int show_rows(int format, const struct wa_rule *rules, size_t count)
{
	struct wa_sink *sink = show_open();
	if (sink && format == FORMAT_JSON)
		wa_rules_json(rules, count, sink);
	else if (sink)
		wa_rules_markdown(rules, count, sink);
	return show_close(sink);
}

static int rules(const struct command *command, const struct rules_options *options, int operands)
{
	struct session session;
	const struct wa_rule *all;
	size_t count;
	int status;
	if (operands)
		return command_usage_error(command, "rules takes no operands; explain tells of one rule");
	if (!session_open(&session, &options->common, NULL, 0))
		return EXIT_TROUBLE;
	all = wa_rules(session.engine, &count);
	status = options->format == FORMAT_TEXT ? print_rules(all, count) : show_rows(options->format, all, count);
	session_close(&session);
	return status;
}

static int run(const struct command *command, int argc, char **argv)
{
	struct rules_options options = {0};
	int first, status = EXIT_TROUBLE;
	enum options_outcome outcome = options_parse(command, argc, argv, &options, &first);
	if (outcome == OPTIONS_GO)
		status = rules(command, &options, argc - first);
	vec_release(&options.common.packs);
	return outcome == OPTIONS_DONE ? EXIT_CLEAN : status;
}

static const struct command_example examples[] = {
	{"rules", "code, level and name of every rule, and what it finds"},
	{"rules --format json", "the same for programs, with reasons and examples"},
	{"rules --format markdown > rules.md", "a page of all rules"},
};

const struct command command_rules = {
	.name = "rules",
	.summary = "List the rules",
	.operands = "",
	.details = "Levels are those in force: the configuration may have changed them.",
	.options = specs,
	.option_count = COUNT_OF(specs),
	.examples = examples,
	.example_count = COUNT_OF(examples),
	.run = run,
};
