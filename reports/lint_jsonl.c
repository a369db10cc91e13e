/* lint as JSON Lines: a finding a line, a line for each file not audited, a summary line last. */
#include "lint_formats.h"
#include "lint_rows.h"

static void open_row(struct jout *j, const char *type, const char *uri)
{
	jout_open(j, '{');
	jout_key(j, "type");
	jout_text(j, type);
	if (uri) {
		jout_key(j, "uri");
		jout_text(j, uri);
	}
}

static void close_row(struct jout *j)
{
	jout_close(j, '}');
	jout_line(j);
}

static void write_reason(struct jout *j, const char *type, const char *uri, struct wa_str why)
{
	open_row(j, type, uri);
	jout_key(j, "reason");
	jout_string(j, why);
	close_row(j);
}

static void document(
	const struct wa_lint_style *style, const struct wa_lint_document *d, struct wa_lint_tally *tally, struct wa_sink *sink)
{
	struct jout j = jout_on(sink);
	char reason[LINT_REASON];
	size_t n, shown = 0;
	tally->documents++;
	if (lint_not_audited(d, reason, sizeof reason)) {
		tally->not_audited++;
		write_reason(&j, "not-audited", d->uri, (struct wa_str){reason, strlen(reason)});
		return;
	}
	struct wa_str partly = wa_result_document(d->result)->skip_detail;
	if (partly.len)
		write_reason(&j, "audited-in-part", d->uri, partly);
	const struct wa_finding *f = wa_result_findings(d->result, &n);
	for (size_t i = 0; i < n; i++) {
		if (!lint_count(style, &f[i], tally))
			continue;
		open_row(&j, "finding", d->uri);
		lint_row_finding(&j, style, d, &f[i]);
		close_row(&j);
		shown++;
	}
	tally->with_findings += shown > 0;
}

static void open_run(const struct wa_lint_style *style, struct wa_sink *sink)
{
	(void)style, (void)sink;
}

static void close_run(const struct wa_lint_style *style, const struct wa_lint_tally *tally, struct wa_sink *sink)
{
	struct jout j = jout_on(sink);
	(void)style;
	open_row(&j, "summary", NULL);
	lint_row_tally(&j, tally);
	close_row(&j);
}

const struct wa_lint_format lint_jsonl = {
	.name = "jsonl",
	.summary = "one JSON object a line: findings, files not audited, a summary",
	.open = open_run,
	.document = document,
	.close = close_run,
};
