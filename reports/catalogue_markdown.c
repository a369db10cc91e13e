/* The rule catalogue as a page: a table of all rules, then each with its reason and examples. */
#include "sink.h"

/* Text that must not be taken for markup. A line break becomes one followed by `indent`. */
static void write_text(struct wa_sink *sink, const char *text, const char *indent)
{
	for (; *text; text++) {
		if (*text == '\n') {
			if (text[1])
				sink_char(sink, '\n');
			if (text[1] && text[1] != '\n')
				sink_text(sink, indent);
			continue;
		}
		if (strchr("\\`*_<>[]|#", *text))
			sink_char(sink, '\\');
		sink_char(sink, *text);
	}
}

static void write_examples(struct wa_sink *sink, const char *title, const char *const *examples)
{
	sink_printf(sink, "\n%s:\n\n", title);
	for (; *examples; examples++) {
		sink_text(sink, "- ");
		write_text(sink, *examples, "  ");
		sink_char(sink, '\n');
	}
}

static void write_row(struct wa_sink *sink, const struct wa_rule *rule)
{
	sink_printf(sink, "| [%s](#%s) | %s | %s | ", rule->code, rule->name, rule->name, wa_level_name(rule->level));
	write_text(sink, rule->summary, " ");
	sink_text(sink, " |\n");
}

static void write_rule(struct wa_sink *sink, const struct wa_rule *rule)
{
	sink_printf(sink, "\n<a id=\"%s\"></a>\n\n## %s %s\n\n", rule->name, rule->code, rule->name);
	write_text(sink, rule->summary, "");
	sink_printf(sink, " (%s, %s).\n\n", rule->family, wa_level_name(rule->level));
	write_text(sink, rule->why, "");
	sink_text(sink, "\n\nWhat mends it: ");
	write_text(sink, rule->mend, "");
	sink_text(sink, ".\n");
	write_examples(sink, "Found", rule->bad);
	write_examples(sink, "Not found", rule->good);
	sink_text(sink, "\nAfter: ");
	write_text(sink, rule->source, "");
	sink_text(sink, ".\n");
}

void wa_rules_markdown(const struct wa_rule *rules, size_t count, struct wa_sink *sink)
{
	sink_text(sink, "# Rules\n\n| code | name | level | what it finds |\n|---|---|---|---|\n");
	for (size_t i = 0; i < count; i++)
		write_row(sink, &rules[i]);
	for (size_t i = 0; i < count; i++)
		write_rule(sink, &rules[i]);
}
