/* lint for people: the place, what is wrong, the words underlined, what would mend it. */
#include <stdio.h>

#include "excerpt.h"
#include "lint_formats.h"
#include "u8.h"

enum { WIDTH_UNKNOWN = 100, WIDTH_LEAST = 40, QUOTE_CELLS = 60 };

#define INDENT "    "
#define BAR INDENT "| "

/* Colours by level, as terminals number them: blue, yellow, red. */
static const char *const tints[WA_LEVEL_COUNT] = {
	[WA_LEVEL_NOTE] = "\033[1;34m", [WA_LEVEL_WARNING] = "\033[1;33m", [WA_LEVEL_ERROR] = "\033[1;31m"};
#define BOLD "\033[1m"
#define PLAIN "\033[0m"

static void tint(const struct wa_lint_style *style, struct wa_sink *sink, const char *code)
{
	if (style->colour && code)
		sink_text(sink, code);
}

static void write_clean(struct wa_sink *sink, const char *text)
{
	wa_sink_write_clean(sink, (struct wa_str){text, strlen(text)});
}

static void repeat(struct wa_sink *sink, char c, size_t n)
{
	while (n--)
		sink_char(sink, c);
}

/* uri:line:column: level[code name]: message */
static void write_head(
	const struct wa_lint_style *style, const struct wa_lint_document *d, const struct wa_finding *f, struct wa_sink *sink)
{
	struct wa_place place;
	tint(style, sink, BOLD);
	write_clean(sink, d->uri);
	if (f->para != WA_NONE && wa_result_place(d->result, d->bytes, d->size, f->para, f->span, &place))
		sink_printf(sink, ":%u:%u", place.line, place.column_points);
	sink_literal(sink, ": ");
	tint(style, sink, PLAIN);
	tint(style, sink, tints[f->level]);
	sink_printf(sink, "%s[%s %s]", wa_level_name(f->level), f->code, f->name);
	tint(style, sink, PLAIN);
	sink_literal(sink, ": ");
	wa_sink_write_clean(sink, f->message);
	sink_char(sink, '\n');
}

/* Where in the story, for those who see no line numbers. */
static void write_where(const struct wa_paragraph *p, const struct wa_finding *f, struct wa_sink *sink)
{
	struct wa_span all = {0, f->span.end > f->span.start ? f->span.end - f->span.start : 0};
	struct wa_str words = {p->text.ptr + f->span.start, all.end};
	sink_literal(sink, INDENT);
	if (p->para == 0)
		sink_literal(sink, "headline");
	else
		sink_printf(sink, "paragraph %u", p->para);
	if (f->span.end <= p->text.len && all.end) {
		struct excerpt e = excerpt_make(words, all, QUOTE_CELLS);
		sink_literal(sink, ": \"");
		wa_sink_write_clean(sink, e.marked);
		sink_text(sink, e.cut_marked ? "...\"" : "\"");
	}
	sink_char(sink, '\n');
}

static void write_marked(
	const struct wa_lint_style *style, const struct wa_paragraph *p, const struct wa_finding *f, struct wa_sink *sink)
{
	unsigned width = style->width ? style->width : WIDTH_UNKNOWN;
	if (width < WIDTH_LEAST)
		width = WIDTH_LEAST;
	struct excerpt e = excerpt_make(p->text, f->span, width - (unsigned)sizeof BAR - 6);
	sink_literal(sink, BAR);
	sink_text(sink, e.cut_before ? "... " : "");
	wa_sink_write_clean(sink, e.before);
	wa_sink_write_clean(sink, e.marked);
	wa_sink_write_clean(sink, e.after);
	sink_text(sink, e.cut_marked ? "..." : e.cut_after ? " ..." : "");
	sink_literal(sink, "\n" BAR);
	repeat(sink, ' ', (e.cut_before ? 4 : 0) + excerpt_cells(e.before));
	tint(style, sink, tints[f->level]);
	size_t carets = excerpt_cells(e.marked);
	repeat(sink, '^', carets ? carets : 1);
	tint(style, sink, PLAIN);
	sink_char(sink, '\n');
}

static void write_finding(
	const struct wa_lint_style *style, const struct wa_lint_document *d, const struct wa_finding *f, struct wa_sink *sink)
{
	const struct wa_paragraph *p = f->para == WA_NONE ? NULL : wa_result_paragraph(d->result, f->para);
	write_head(style, d, f, sink);
	if (p) {
		write_where(p, f, sink);
		write_marked(style, p, f, sink);
	}
	if (f->mend.len) {
		sink_literal(sink, INDENT "mend: ");
		wa_sink_write_clean(sink, f->mend);
		sink_char(sink, '\n');
	}
	if (style->fingerprints)
		sink_printf(sink, INDENT "fingerprint: %s\n", f->fingerprint);
	sink_char(sink, '\n');
}

static void write_remark(
	const struct wa_lint_style *style, const char *uri, const char *what, struct wa_str why, struct wa_sink *sink)
{
	tint(style, sink, BOLD);
	write_clean(sink, uri);
	sink_literal(sink, ": ");
	sink_text(sink, what);
	tint(style, sink, PLAIN);
	sink_literal(sink, ": ");
	wa_sink_write_clean(sink, why);
	sink_literal(sink, "\n\n");
}

/* The findings of one level, in reading order; returns how many are shown. */
static size_t write_level(const struct wa_lint_style *style, const struct wa_lint_document *d, enum wa_level level,
	struct wa_lint_tally *tally, struct wa_sink *sink)
{
	size_t n, shown = 0;
	const struct wa_finding *f = wa_result_findings(d->result, &n);
	for (size_t i = 0; i < n; i++) {
		if (f[i].level != level || !lint_count(style, &f[i], tally))
			continue;
		write_finding(style, d, &f[i], sink);
		shown++;
	}
	return shown;
}

/* What was let pass, and why. */
static void write_exempt(const struct wa_lint_style *style, const struct wa_lint_document *d, struct wa_sink *sink)
{
	size_t n;
	const struct wa_claim *c = wa_result_claims(d->result, &n);
	for (size_t i = 0; i < n; i++) {
		const struct wa_paragraph *p = wa_result_paragraph(d->result, c[i].para);
		struct wa_place place;
		if (c[i].verdict != WA_VERDICT_EXEMPT || !p || c[i].span.end > p->text.len)
			continue;
		tint(style, sink, BOLD);
		write_clean(sink, d->uri);
		if (wa_result_place(d->result, d->bytes, d->size, c[i].para, c[i].span, &place))
			sink_printf(sink, ":%u:%u", place.line, place.column_points);
		sink_literal(sink, ": ");
		tint(style, sink, PLAIN);
		sink_printf(sink, "let pass (%s): %s: \"", wa_reason_name(c[i].reason), wa_claim_type_name(c[i].type));
		wa_sink_write_clean(sink, (struct wa_str){p->text.ptr + c[i].span.start, c[i].span.end - c[i].span.start});
		sink_literal(sink, "\"\n\n");
	}
}

static void document(
	const struct wa_lint_style *style, const struct wa_lint_document *d, struct wa_lint_tally *tally, struct wa_sink *sink)
{
	char reason[LINT_REASON];
	size_t shown = 0;
	tally->documents++;
	if (lint_not_audited(d, reason, sizeof reason)) {
		tally->not_audited++;
		write_remark(style, d->uri, "not audited", (struct wa_str){reason, strlen(reason)}, sink);
		return;
	}
	struct wa_str partly = wa_result_document(d->result)->skip_detail;
	if (partly.len)
		write_remark(style, d->uri, "audited in part", partly, sink);
	/* What matters most stands first: who reads on a screen may not read all. */
	for (int level = WA_LEVEL_COUNT; level-- > 0;)
		shown += write_level(style, d, (enum wa_level)level, tally, sink);
	if (style->exempt)
		write_exempt(style, d, sink);
	tally->with_findings += shown > 0;
}

static void write_count(struct wa_sink *sink, size_t n, const char *noun, const char **before)
{
	if (n)
		sink_printf(sink, "%s%zu %s%s", *before, n, noun, n == 1 ? "" : "s");
	*before = n ? ", " : *before;
}

static void write_aside(struct wa_sink *sink, size_t n, const char *what, const char **before)
{
	if (n)
		sink_printf(sink, "%s%zu %s", *before, n, what);
	*before = n ? ", " : *before;
}

void lint_write_summary(const struct wa_lint_style *style, const struct wa_lint_tally *t, struct wa_sink *sink)
{
	const char *before = "", *aside = " (";
	tint(style, sink, BOLD);
	if (t->documents == t->not_audited) {
		sink_printf(sink, "nothing was audited: %zu file%s\n", t->documents, t->documents == 1 ? "" : "s");
		tint(style, sink, PLAIN);
		return;
	}
	write_count(sink, t->errors, "error", &before);
	write_count(sink, t->warnings, "warning", &before);
	write_count(sink, t->notes, "note", &before);
	sink_printf(sink, "%s in %zu file%s", *before ? "" : "no findings", t->documents, t->documents == 1 ? "" : "s");
	tint(style, sink, PLAIN);
	write_aside(sink, t->not_audited, "not audited", &aside);
	write_aside(sink, t->suppressed, "suppressed", &aside);
	write_aside(sink, t->known, "in the baseline", &aside);
	write_aside(sink, t->hidden, "below the level shown", &aside);
	sink_text(sink, *aside == ',' ? ")\n" : "\n");
}

static void open_run(const struct wa_lint_style *style, struct wa_sink *sink)
{
	(void)style, (void)sink;
}

const struct wa_lint_format lint_text = {
	.name = "text",
	.summary = "for people: place, message, the words underlined, what would mend it",
	.open = open_run,
	.document = document,
	.close = lint_write_summary,
};
