/* wireaudit explain RULE: why a rule is there, and what would mend a finding. */
#include <stdint.h>
#include <string.h>

#include "base/str.h"
#include "base/suggest.h"
#include "cli/command.h"
#include "cli/session.h"
#include "cli/show.h"
#include "lint/lint.h"

struct explain_options {
	struct common common;
	bool all;
};

/* Examples of either kind that are shown unless all are asked for. */
enum { FEW = 3 };

static const struct option_spec specs[] = {
	{"all", 'a', NULL, "show all examples, not the first few", OPTION_FLAG, offsetof(struct explain_options, all), NULL},
	OPTIONS_CONFIG(explain_options),
};

/* What a claim's state means, for the table of levels. */
static const struct {
	enum wa_state state;
	bool named_near;
	const char *words;
} states[] = {
	{WA_STATE_NONE, false, "no source at all"},
	{WA_STATE_VAGUE, false, "a vague source alone"},
	{WA_STATE_VAGUE, true, "a vague source, with a named one for such a claim in the paragraph"},
	{WA_STATE_DATELINE, false, "an agency's dateline alone"},
	{WA_STATE_CREDIT, false, "an agency's credit line alone"},
	{WA_STATE_PARAGRAPH, false, "a source elsewhere in the paragraph"},
	{WA_STATE_LEAD, false, "a source in the lead"},
	{WA_STATE_HEADLINE, false, "in the headline, with a source in the story"},
	{WA_STATE_REPEATED, false, "said with its source before"},
	{WA_STATE_BACKGROUND, false, "background of another day"},
	{WA_STATE_CLAUSE, false, "a source in the sentence or the one before it, or the reporter saw it"},
};

static void print_levels(const struct wa_rule *rule)
{
	puts("\nLevel, by who answers for the claim");
	for (size_t i = 0; i < COUNT_OF(states); i++) {
		enum wa_level level = lint_level_in(rule->level, states[i].state, states[i].named_near);
		printf("  %-8s %s\n", level == WA_LEVEL_OFF ? "-" : wa_level_name(level), states[i].words);
	}
}

static void print_rule(const struct wa_rule *rule, bool all)
{
	size_t left_out;
	printf("%s %s (%s, %s)\n", rule->code, rule->name, rule->family, wa_level_name(rule->level));
	show_section("What it finds", rule->summary);
	show_section("Why", rule->why);
	show_section("What mends it", rule->mend);
	left_out = show_examples("Found", rule->bad, all ? SIZE_MAX : FEW);
	left_out += show_examples("Not found", rule->good, all ? SIZE_MAX : FEW);
	if (left_out)
		printf("\n%zu more examples: " PROGRAM " explain --all %s\n", left_out, rule->code);
	if (strcmp(rule->family, "claims") == 0)
		print_levels(rule);
	show_section("After", rule->source);
	printf("\nTo set one finding aside, with the reason, on a line of its own or in an HTML comment:\n"
	       "  wireaudit: ignore %s: the reason\n",
		rule->code);
}

static int unknown_rule(const struct command *command, const struct wa_engine *engine, const char *name)
{
	struct suggestion suggestion;
	char hint[64];
	size_t count;
	const struct wa_rule *rules = wa_rules(engine, &count);
	suggest_start(&suggestion, name);
	for (size_t i = 0; i < count; i++) {
		suggest_offer(&suggestion, rules[i].code);
		suggest_offer(&suggestion, rules[i].name);
	}
	return command_usage_error(command, "no rule is called \"%s\"%s", name, suggest_text(&suggestion, "", hint, sizeof hint));
}

/* By code or name, in whatever case. */
static const struct wa_rule *find_rule(const struct wa_engine *engine, const char *name)
{
	size_t count;
	const struct wa_rule *rules = wa_rules(engine, &count);
	for (size_t i = 0; i < count; i++) {
		if (str_eq_nocase(str_of(rules[i].code), str_of(name)) || str_eq_nocase(str_of(rules[i].name), str_of(name)))
			return &rules[i];
	}
	return NULL;
}

static int explain(const struct command *command, const struct explain_options *options, char **names, int count)
{
	struct session session;
	int status = EXIT_CLEAN;
	if (!count)
		return command_usage_error(command, "explain needs a rule's code or name; \"" PROGRAM " rules\" lists them");
	if (!session_open(&session, &options->common, NULL, 0))
		return EXIT_TROUBLE;
	for (int i = 0; i < count; i++) {
		const struct wa_rule *rule = find_rule(session.engine, names[i]);
		if (rule && i)
			putchar('\n');
		if (rule)
			print_rule(rule, options->all);
		else
			status = unknown_rule(command, session.engine, names[i]);
	}
	session_close(&session);
	return status;
}

static int run(const struct command *command, int argc, char **argv)
{
	struct explain_options options = {0};
	int first, status = EXIT_TROUBLE;
	enum options_outcome outcome = options_parse(command, argc, argv, &options, &first);
	if (outcome == OPTIONS_GO)
		status = explain(command, &options, argv + first, argc - first);
	vec_release(&options.common.packs);
	return outcome == OPTIONS_DONE ? EXIT_CLEAN : status;
}

static const struct command_example examples[] = {
	{"explain WA101", "by code"},
	{"explain --all WA101", "with every example; each is run as a test of the program"},
	{"explain toll-unattributed second-hand-report", "by name, several"},
};

const struct command command_explain = {
	.name = "explain",
	.summary = "Explain a rule: why it is there, what mends a finding, examples",
	.operands = "RULE ...",
	.options = specs,
	.option_count = COUNT_OF(specs),
	.examples = examples,
	.example_count = COUNT_OF(examples),
	.run = run,
};
