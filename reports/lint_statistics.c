/* lint as counts: which rules find most, and in how many documents. Where to begin with an archive, or with a new rule. */
#include "lint_formats.h"

#include <stdlib.h>
#include <string.h>

static const struct wa_rule *rules_of(const struct wa_lint_style *style, size_t *count)
{
	const struct wa_rule *rules = style->engine ? wa_rules(style->engine, count) : NULL;
	if (!rules)
		*count = 0;
	if (*count > WA_TALLY_RULES)
		*count = WA_TALLY_RULES;
	return rules;
}

static void open_run(const struct wa_lint_style *style, struct wa_sink *sink)
{
	(void)style, (void)sink;
}

static void count_rule(const struct wa_lint_style *style, const char *code, struct wa_lint_tally *tally, bool *seen)
{
	size_t count;
	const struct wa_rule *rules = rules_of(style, &count);
	for (size_t i = 0; i < count; i++) {
		if (strcmp(rules[i].code, code) != 0)
			continue;
		tally->rules[i].findings++;
		tally->rules[i].documents += !seen[i];
		seen[i] = true;
		return;
	}
}

static void document(
	const struct wa_lint_style *style, const struct wa_lint_document *d, struct wa_lint_tally *tally, struct wa_sink *sink)
{
	bool seen[WA_TALLY_RULES] = {false};
	char reason[LINT_REASON];
	size_t n, shown = 0;
	(void)sink;
	tally->documents++;
	if (lint_not_audited(d, reason, sizeof reason)) {
		tally->not_audited++;
		return;
	}
	const struct wa_finding *f = wa_result_findings(d->result, &n);
	for (size_t i = 0; i < n; i++) {
		if (!lint_count(style, &f[i], tally))
			continue;
		count_rule(style, f[i].code, tally, seen);
		shown++;
	}
	tally->with_findings += shown > 0;
}

struct line {
	const struct wa_rule *rule;
	struct wa_rule_tally tally;
};

/* Most findings first, then as in the catalogue. */
static int by_count(const void *left, const void *right)
{
	const struct line *a = left, *b = right;
	if (a->tally.findings != b->tally.findings)
		return a->tally.findings > b->tally.findings ? -1 : 1;
	return strcmp(a->rule->code, b->rule->code);
}

static void close_run(const struct wa_lint_style *style, const struct wa_lint_tally *t, struct wa_sink *sink)
{
	struct line lines[WA_TALLY_RULES];
	size_t count, n = 0;
	const struct wa_rule *rules = rules_of(style, &count);
	for (size_t i = 0; i < count; i++)
		if (t->rules[i].findings)
			lines[n++] = (struct line){&rules[i], t->rules[i]};
	qsort(lines, n, sizeof *lines, by_count);
	for (size_t i = 0; i < n; i++)
		sink_printf(sink, "%7u in %u file%s  %s %s\n", lines[i].tally.findings, lines[i].tally.documents,
			lines[i].tally.documents == 1 ? "" : "s", lines[i].rule->code, lines[i].rule->name);
	lint_write_summary(style, t, sink);
}

const struct wa_lint_format lint_statistics = {
	.name = "statistics",
	.summary = "how many findings there are by rule, and in how many files",
	.open = open_run,
	.document = document,
	.close = close_run,
};
