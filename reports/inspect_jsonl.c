/* inspect: everything the engine saw, one JSON object a line. The rows are those scripts and measurements read: only append keys.
 */
#include "json_out.h"

static void open_row(struct jout *j, const char *type)
{
	jout_open(j, '{');
	jout_key(j, "type");
	jout_text(j, type);
}

static void close_row(struct jout *j)
{
	jout_close(j, '}');
	jout_line(j);
}

static void write_place(struct jout *j, uint32_t para, uint32_t item)
{
	jout_key(j, "para");
	if (para == WA_NONE)
		jout_null(j);
	else
		jout_uint(j, para);
	jout_key(j, "item");
	jout_uint(j, item);
}

static void write_document(struct jout *j, const struct wa_document *d)
{
	open_row(j, "document");
	jout_key(j, "uri");
	jout_string(j, d->uri);
	jout_key(j, "format");
	jout_text(j, d->format);
	jout_key(j, "lang");
	jout_string(j, d->lang);
	jout_key(j, "title");
	jout_string(j, d->title);
	jout_key(j, "byline");
	jout_string(j, d->byline);
	jout_key(j, "dateline");
	jout_string(j, d->dateline);
	jout_key(j, "provider");
	jout_string(j, d->provider);
	jout_key(j, "published");
	jout_string(j, d->published);
	jout_key(j, "modified");
	jout_string(j, d->modified);
	jout_key(j, "section");
	jout_string(j, d->section);
	jout_key(j, "items");
	jout_uint(j, d->items);
	jout_key(j, "skip");
	jout_text(j, d->skip == WA_SKIP_NONE ? NULL : wa_skip_name(d->skip));
	jout_key(j, "skip_detail");
	jout_string(j, d->skip_detail);
	jout_key(j, "damaged");
	jout_bool(j, d->damaged);
	jout_key(j, "credit");
	jout_string(j, d->credit);
	jout_key(j, "copyright");
	jout_string(j, d->copyright);
	jout_key(j, "source");
	jout_string(j, d->source);
	jout_key(j, "ednote");
	jout_string(j, d->ednote);
	jout_key(j, "urgency");
	jout_string(j, d->urgency);
	jout_key(j, "embargo");
	jout_string(j, d->embargo);
	jout_key(j, "version");
	jout_string(j, d->version);
	jout_key(j, "status");
	jout_string(j, d->status);
	close_row(j);
}

static void write_paragraphs(struct jout *j, const struct wa_result *result)
{
	size_t n;
	const struct wa_paragraph *p = wa_result_paragraphs(result, &n);
	for (size_t i = 0; i < n; i++, p++) {
		open_row(j, "paragraph");
		write_place(j, p->para, p->item);
		jout_key(j, "kind");
		jout_text(j, wa_para_kind_name(p->kind));
		jout_key(j, "text");
		jout_string(j, p->text);
		jout_key(j, "src");
		jout_span(j, p->src_start, p->src_end);
		close_row(j);
	}
}

static void write_mentions(struct jout *j, const struct wa_result *result)
{
	size_t n;
	const struct wa_mention *m = wa_result_mentions(result, &n);
	for (size_t i = 0; i < n; i++, m++) {
		open_row(j, "mention");
		write_place(j, m->para, m->item);
		jout_key(j, "span");
		jout_span(j, m->span.start, m->span.end);
		jout_key(j, "agency");
		jout_text(j, m->agency);
		jout_key(j, "role");
		jout_text(j, wa_role_name(m->role));
		close_row(j);
	}
}

static void write_content(struct jout *j, const struct wa_attribution *a)
{
	jout_key(j, "content");
	jout_open(j, '[');
	for (uint32_t i = 0; i < a->content_count; i++) {
		jout_open(j, '{');
		jout_key(j, "para");
		jout_uint(j, a->content[i].para);
		jout_key(j, "span");
		jout_span(j, a->content[i].span.start, a->content[i].span.end);
		jout_close(j, '}');
	}
	jout_close(j, ']');
}

/* 0 is for what nothing tells. */
static void write_percent(struct jout *j, unsigned percent)
{
	if (percent)
		jout_uint(j, percent);
	else
		jout_null(j);
}

static void write_source(struct jout *j, const struct wa_attribution *a)
{
	jout_key(j, "source");
	if (a->source_para == WA_NONE) {
		jout_null(j);
		return;
	}
	jout_span(j, a->source.start, a->source.end);
	if (a->source_para != a->para) {
		jout_key(j, "source_para");
		jout_uint(j, a->source_para);
	}
}

/* Why the row is there: for people who wonder. */
static void write_explanation(struct jout *j, const struct wa_attribution *a)
{
	jout_key(j, "explain");
	jout_open(j, '{');
	jout_key(j, "found");
	jout_text(j, wa_found_name(a->found));
	jout_key(j, "construction");
	jout_text(j, a->found == WA_FOUND_TAGGER ? NULL : a->why);
	jout_key(j, "classes");
	jout_open(j, '[');
	for (unsigned bit = 0; wa_cue_class_name(bit); bit++)
		if (a->cue_classes >> bit & 1)
			jout_text(j, wa_cue_class_name(bit));
	jout_close(j, ']');
	jout_key(j, "weight");
	write_percent(j, a->weight);
	jout_key(j, "confidence");
	write_percent(j, a->confidence);
	jout_close(j, '}');
}

static void write_attribution(struct jout *j, const struct wa_attribution *a, bool explained)
{
	open_row(j, "attribution");
	write_place(j, a->para, a->item);
	write_source(j, a);
	jout_key(j, "cue");
	if (a->cue.end > a->cue.start)
		jout_span(j, a->cue.start, a->cue.end);
	else
		jout_null(j);
	write_content(j, a);
	jout_key(j, "kind");
	jout_text(j, wa_source_kind_name(a->kind));
	jout_key(j, "mode");
	jout_text(j, wa_mode_name(a->mode));
	jout_key(j, "agency");
	jout_text(j, a->agency);
	jout_key(j, "resolved");
	jout_string(j, a->resolved);
	jout_key(j, "why");
	jout_text(j, a->why);
	jout_key(j, "name");
	jout_string(j, a->name);
	jout_key(j, "resolved_confidence");
	write_percent(j, a->resolved_confidence);
	if (explained)
		write_explanation(j, a);
	close_row(j);
}

/* [start, end), or null where the sentence does not say. */
static void write_detail(struct jout *j, struct wa_span span)
{
	if (span.end > span.start)
		jout_span(j, span.start, span.end);
	else
		jout_null(j);
}

static void write_claim(struct jout *j, const struct wa_claim *c)
{
	open_row(j, "claim");
	write_place(j, c->para, c->item);
	jout_key(j, "span");
	jout_span(j, c->span.start, c->span.end);
	jout_key(j, "claim");
	jout_text(j, wa_claim_type_name(c->type));
	jout_key(j, "low");
	jout_number(j, c->low);
	jout_key(j, "high");
	jout_number(j, c->high);
	jout_key(j, "state");
	jout_text(j, wa_state_name(c->state));
	jout_key(j, "verdict");
	jout_text(j, wa_verdict_name(c->verdict));
	jout_key(j, "reason");
	jout_text(j, c->reason == WA_REASON_NONE ? NULL : wa_reason_name(c->reason));
	jout_key(j, "attributions");
	jout_open(j, '[');
	for (uint32_t i = 0; i < c->attribution_count; i++)
		jout_uint(j, c->attributions[i]);
	jout_close(j, ']');
	jout_key(j, "nearest");
	if (c->nearest == WA_NONE)
		jout_null(j);
	else
		jout_uint(j, c->nearest);
	jout_key(j, "gap");
	jout_text(j, c->nearest == WA_NONE ? NULL : wa_gap_name(c->gap));
	jout_key(j, "unit");
	jout_text(j, c->unit);
	jout_key(j, "what");
	write_detail(j, c->what);
	jout_key(j, "where");
	write_detail(j, c->where);
	jout_key(j, "when");
	write_detail(j, c->when);
	close_row(j);
}

static void write_finding(struct jout *j, const struct wa_finding *f)
{
	open_row(j, "finding");
	write_place(j, f->para, f->item);
	jout_key(j, "span");
	if (f->para == WA_NONE)
		jout_null(j);
	else
		jout_span(j, f->span.start, f->span.end);
	jout_key(j, "rule");
	jout_text(j, f->code);
	jout_key(j, "name");
	jout_text(j, f->name);
	jout_key(j, "level");
	jout_text(j, wa_level_name(f->level));
	jout_key(j, "message");
	jout_string(j, f->message);
	jout_key(j, "mend");
	jout_string(j, f->mend);
	jout_key(j, "fingerprint");
	jout_text(j, f->fingerprint);
	if (f->suppressed) {
		jout_key(j, "suppressed");
		jout_bool(j, true);
		jout_key(j, "suppression");
		jout_string(j, f->suppression);
		if (f->until.ptr) {
			jout_key(j, "until");
			jout_string(j, f->until);
		}
	}
	close_row(j);
}

static void inspect(const struct wa_result *result, struct wa_sink *sink, bool explained)
{
	struct jout j = jout_on(sink);
	size_t attributions, claims, findings;
	const struct wa_attribution *a = wa_result_attributions(result, &attributions);
	const struct wa_claim *c = wa_result_claims(result, &claims);
	const struct wa_finding *f = wa_result_findings(result, &findings);
	write_document(&j, wa_result_document(result));
	write_paragraphs(&j, result);
	write_mentions(&j, result);
	for (size_t i = 0; i < attributions; i++)
		write_attribution(&j, &a[i], explained);
	for (size_t i = 0; i < claims; i++)
		write_claim(&j, &c[i]);
	for (size_t i = 0; i < findings; i++)
		write_finding(&j, &f[i]);
}

void wa_inspect_jsonl(const struct wa_result *result, struct wa_sink *sink)
{
	inspect(result, sink, false);
}

void wa_inspect_explained_jsonl(const struct wa_result *result, struct wa_sink *sink)
{
	inspect(result, sink, true);
}
