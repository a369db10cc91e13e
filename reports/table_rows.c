/* The rows of the tables, cell by cell in the order of table_columns.c. */
#include <inttypes.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "table.h"

static void put_text(struct table_out *out, const char *text)
{
	out->text(out, (struct wa_str){text, text ? strlen(text) : 0});
}

static void put_yes(struct table_out *out, bool yes)
{
	put_text(out, yes ? "yes" : "no");
}

static void put_words(struct table_out *out, struct wa_str paragraph, struct wa_span span)
{
	bool inside = span.start < span.end && span.end <= paragraph.len;
	out->text(out, inside ? (struct wa_str){paragraph.ptr + span.start, span.end - span.start} : (struct wa_str){NULL, 0});
}

static void put_index(struct table_out *out, uint32_t index)
{
	out->number(out, index == WA_NONE ? NAN : index);
}

static void put_place(struct table_out *out, const struct wa_row_of *doc, uint32_t item, uint32_t para)
{
	out->text(out, doc->uri);
	out->text(out, doc->title);
	out->date(out, doc->date);
	out->text(out, doc->desk);
	out->number(out, item);
	put_index(out, para);
}

static void put_counts(struct table_out *out, const struct wa_counts *c)
{
	out->number(out, (double)c->claims);
	out->number(out, (double)c->grave);
	out->number(out, (double)c->flagged);
	out->share(out, c->grave ? (double)c->flagged / (double)c->grave : NAN);
	out->number(out, (double)c->findings[WA_LEVEL_ERROR]);
	out->number(out, (double)c->findings[WA_LEVEL_WARNING]);
	out->number(out, (double)c->findings[WA_LEVEL_NOTE]);
	out->number(out, (double)c->suppressed);
}

/* What was not audited has no counts: a 0 would read as "nothing to find". */
static void put_no_counts(struct table_out *out)
{
	for (int i = 0; i < 3; i++)
		out->number(out, NAN);
	out->share(out, NAN);
	for (int i = 0; i < 4; i++)
		out->number(out, NAN);
}

static bool document_row(struct table_out *out, const struct wa_document_row *row)
{
	const struct wa_document *d = &row->document;
	bool audited = d->skip == WA_SKIP_NONE;
	out->text(out, d->uri);
	out->text(out, d->title);
	out->date(out, row->date);
	put_text(out, wa_dating_name(row->dated));
	out->text(out, row->desk);
	put_text(out, !audited ? "no" : d->skip_detail.len ? "in part" : "yes");
	put_text(out, audited ? NULL : wa_skip_name(d->skip));
	out->text(out, d->skip_detail);
	if (audited)
		put_counts(out, &row->counts);
	else
		put_no_counts(out);
	out->number(out, d->items);
	out->text(out, d->byline);
	out->text(out, d->dateline);
	out->text(out, d->provider);
	out->text(out, d->section);
	out->text(out, d->lang);
	put_text(out, d->format);
	out->text(out, d->published);
	out->text(out, d->modified);
	out->time(out, row->first_seen);
	out->time(out, row->last_seen);
	out->number(out, (double)row->size);
	put_text(out, row->hash);
	put_text(out, row->fingerprint);
	return out->end_row(out);
}

static bool mention_row(struct table_out *out, const struct wa_mention_row *row)
{
	const struct wa_mention *m = &row->mention;
	put_place(out, &row->doc, m->item, m->para);
	put_text(out, m->agency);
	put_text(out, wa_role_name(m->role));
	put_yes(out, m->role <= WA_ROLE_CREDIT);
	put_words(out, row->paragraph, m->span);
	out->text(out, row->paragraph);
	return out->end_row(out);
}

static bool attribution_row(struct table_out *out, const struct wa_attribution_row *row)
{
	const struct wa_attribution *a = &row->attribution;
	put_place(out, &row->doc, a->item, a->para);
	put_index(out, row->index);
	put_words(out, row->source_paragraph, a->source);
	out->text(out, a->resolved);
	out->number(out, a->resolved_confidence ? a->resolved_confidence : NAN);
	out->text(out, a->name);
	put_text(out, wa_source_kind_name(a->kind));
	put_text(out, a->agency);
	put_words(out, row->paragraph, a->cue);
	put_text(out, wa_mode_name(a->mode));
	put_text(out, a->why);
	out->text(out, row->content);
	out->text(out, row->paragraph);
	return out->end_row(out);
}

static bool claim_row(struct table_out *out, const struct wa_claim_row *row)
{
	const struct wa_claim *c = &row->claim;
	put_place(out, &row->doc, c->item, c->para);
	put_index(out, row->index);
	put_text(out, wa_claim_type_name(c->type));
	put_yes(out, wa_claim_grave(c->type));
	out->number(out, c->low);
	out->number(out, c->high);
	put_text(out, c->unit);
	put_words(out, row->paragraph, c->what);
	put_words(out, row->paragraph, c->where);
	put_words(out, row->paragraph, c->when);
	put_text(out, wa_state_name(c->state));
	put_text(out, wa_verdict_name(c->verdict));
	put_text(out, c->reason == WA_REASON_NONE ? NULL : wa_reason_name(c->reason));
	out->text(out, row->source);
	put_words(out, row->paragraph, c->span);
	out->text(out, row->paragraph);
	return out->end_row(out);
}

static bool finding_row(struct table_out *out, const struct wa_finding_row *row)
{
	const struct wa_finding *f = &row->finding;
	put_place(out, &row->doc, f->item, f->para);
	put_text(out, wa_level_name(f->level));
	put_text(out, f->code);
	put_text(out, f->name);
	out->text(out, f->message);
	out->text(out, f->mend);
	put_words(out, row->paragraph, f->span);
	put_index(out, f->claim);
	put_yes(out, f->suppressed);
	out->text(out, f->suppression);
	put_text(out, f->fingerprint);
	out->text(out, row->paragraph);
	return out->end_row(out);
}

/* "deaths 12, injured 3", in the order of the types. */
static void put_answers(struct table_out *out, const uint64_t claims[WA_CLAIM_TYPE_COUNT])
{
	char words[WA_CLAIM_TYPE_COUNT * 40] = "";
	size_t at = 0;
	for (int type = 0; type < WA_CLAIM_TYPE_COUNT; type++)
		if (claims[type] && at < sizeof words)
			at += (size_t)snprintf(words + at, sizeof words - at, "%s%s %" PRIu64, at ? ", " : "",
				wa_claim_type_name((enum wa_claim_type)type), claims[type]);
	put_text(out, words);
}

static bool source_row(struct table_out *out, const struct wa_source_row *row)
{
	out->text(out, row->name);
	put_text(out, wa_source_kind_name(row->kind));
	out->number(out, (double)row->attributions);
	for (int mode = 0; mode < WA_MODE_COUNT; mode++)
		out->number(out, (double)row->modes[mode]);
	out->number(out, (double)row->documents);
	out->number(out, (double)row->answers);
	out->number(out, (double)row->grave);
	put_answers(out, row->claims);
	out->date(out, row->first);
	out->date(out, row->last);
	return out->end_row(out);
}

/* One function a table: opens the cursor, hands on each row, says how the reading ended. */
#define TABLE_(name, opener, next, type, put)                                                                          \
	static enum wa_status name(                                                                                    \
		struct wa_store *store, const struct wa_filter *filter, struct table_out *out, struct wa_error *error) \
	{                                                                                                              \
		const struct type *row;                                                                                \
		struct wa_cursor *cursor;                                                                              \
		enum wa_status status = opener(store, filter, &cursor, error);                                         \
		if (status != WA_OK)                                                                                   \
			return status;                                                                                 \
		while ((row = next(cursor)) && put(out, row))                                                          \
			continue;                                                                                      \
		return wa_cursor_close(cursor, error);                                                                 \
	}
TABLE_(write_audited, wa_store_documents, wa_next_document, wa_document_row, document_row)
TABLE_(write_not_audited, wa_store_not_audited, wa_next_document, wa_document_row, document_row)
TABLE_(write_mentions, wa_store_mentions, wa_next_mention, wa_mention_row, mention_row)
TABLE_(write_attributions, wa_store_attributions, wa_next_attribution, wa_attribution_row, attribution_row)
TABLE_(write_claims, wa_store_claims, wa_next_claim, wa_claim_row, claim_row)
TABLE_(write_findings, wa_store_findings, wa_next_finding, wa_finding_row, finding_row)
TABLE_(write_sources, wa_store_sources, wa_next_source, wa_source_row, source_row)
#undef TABLE_

static enum wa_status write_documents(
	struct wa_store *store, const struct wa_filter *filter, struct table_out *out, struct wa_error *error)
{
	enum wa_status status = write_audited(store, filter, out, error);
	return status == WA_OK ? write_not_audited(store, filter, out, error) : status;
}

enum wa_status table_write(
	struct wa_store *store, const struct wa_filter *filter, enum wa_table table, struct table_out *out, struct wa_error *error)
{
	static enum wa_status (*const writers[WA_TABLE_COUNT])(
		struct wa_store *, const struct wa_filter *, struct table_out *, struct wa_error *) = {
		[WA_TABLE_DOCUMENTS] = write_documents,
		[WA_TABLE_MENTIONS] = write_mentions,
		[WA_TABLE_ATTRIBUTIONS] = write_attributions,
		[WA_TABLE_CLAIMS] = write_claims,
		[WA_TABLE_FINDINGS] = write_findings,
		[WA_TABLE_SOURCES] = write_sources,
	};
	return writers[table](store, filter, out, error);
}
