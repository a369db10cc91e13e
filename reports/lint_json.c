/* lint as one JSON document, suppressed findings included with their reason. */
#include "lint_formats.h"
#include "lint_rows.h"

static void open_run(const struct wa_lint_style *style, struct wa_sink *sink)
{
	struct jout j = jout_on(sink);
	jout_open(&j, '{');
	jout_key(&j, "version");
	jout_text(&j, WA_VERSION);
	jout_key(&j, "fingerprint");
	jout_text(&j, style->engine ? wa_engine_fingerprint(style->engine) : NULL);
	jout_key(&j, "level");
	jout_text(&j, wa_level_name(lint_least(style)));
	jout_key(&j, "documents");
	jout_open(&j, '[');
	sink_char(sink, '\n');
}

static void write_findings(
	const struct wa_lint_style *style, const struct wa_lint_document *d, struct wa_lint_tally *tally, struct jout *j)
{
	size_t n, shown = 0;
	const struct wa_finding *f = wa_result_findings(d->result, &n);
	for (size_t i = 0; i < n; i++) {
		bool counted = lint_count(style, &f[i], tally);
		if (!counted && !f[i].suppressed)
			continue;
		jout_open(j, '{');
		lint_row_finding(j, style, d, &f[i]);
		jout_close(j, '}');
		shown += counted;
	}
	tally->with_findings += shown > 0;
}

static void document(
	const struct wa_lint_style *style, const struct wa_lint_document *d, struct wa_lint_tally *tally, struct wa_sink *sink)
{
	struct jout j = jout_on(sink);
	char reason[LINT_REASON];
	const char *why = lint_not_audited(d, reason, sizeof reason);
	tally->documents++;
	jout_open(&j, '{');
	jout_key(&j, "uri");
	jout_text(&j, d->uri);
	jout_key(&j, "audited");
	jout_bool(&j, why == NULL);
	jout_key(&j, "not_audited");
	jout_text(&j, why);
	if (d->result) {
		jout_key(&j, "lang");
		jout_string(&j, wa_result_document(d->result)->lang);
	}
	if (!why) {
		jout_key(&j, "left_out");
		jout_string(&j, wa_result_document(d->result)->skip_detail);
	}
	jout_key(&j, "findings");
	jout_open(&j, '[');
	if (why)
		tally->not_audited++;
	else
		write_findings(style, d, tally, &j);
	jout_close(&j, ']');
	jout_close(&j, '}');
}

static void close_run(const struct wa_lint_style *style, const struct wa_lint_tally *tally, struct wa_sink *sink)
{
	struct jout j = jout_on(sink);
	(void)style;
	sink_literal(sink, "\n],\"summary\":");
	jout_open(&j, '{');
	lint_row_tally(&j, tally);
	jout_close(&j, '}');
	sink_literal(sink, "}\n");
}

const struct wa_lint_format lint_json = {
	.name = "json",
	.summary = "one JSON document, suppressed findings included",
	.between = ",\n",
	.open = open_run,
	.document = document,
	.close = close_run,
};
