/* Paragraphs, mentions and findings. */
#include "store/cursor.h"

#define OF(member) CURSOR_PART(fields_of, row.member.doc)

static const struct field mention_text_fields[] = {FIELD(wa_mention_row, STR, "paragraph", paragraph)};
static const struct fields mention_text = FIELDS(mention_text_fields);

static const struct field finding_text_fields[] = {
	FIELD(wa_finding_row, STR, "paragraph", paragraph),
	FIELD_NAMED(wa_finding_row, wa_para_kind, "paragraph_kind", kind),
};
static const struct fields finding_text = FIELDS(finding_text_fields);

static const struct cursor_plan plan_paragraphs = {
	.kind = CURSOR_PARAGRAPH,
	.select = COLUMNS_OF ", t.*" FROM_DOCUMENTS " CROSS JOIN paragraph t ON t.analysis = a.id" AUDITED,
	.tail = BY_DATE ", t.para",
	.parts = {OF(paragraph), CURSOR_PART(fields_paragraph, row.paragraph.paragraph)},
};

static const struct cursor_plan plan_search = {
	.kind = CURSOR_PARAGRAPH,
	.select = COLUMNS_OF ", t.* FROM paragraph_text CROSS JOIN paragraph t ON t.id = paragraph_text.rowid"
			     " CROSS JOIN analysis a ON a.id = t.analysis CROSS JOIN version v ON v.id = a.version"
			     " CROSS JOIN document d ON d.id = v.document AND d.analysis = a.id"
			     " WHERE paragraph_text MATCH :query",
	.tail = " ORDER BY paragraph_text.rank",
	.searches = true,
	.parts = {OF(paragraph), CURSOR_PART(fields_paragraph, row.paragraph.paragraph)},
};

static const struct cursor_plan plan_mentions = {
	.kind = CURSOR_MENTION,
	.select = COLUMNS_OF ", t.*, p.text AS paragraph" FROM_DOCUMENTS
			     " CROSS JOIN mention t ON t.analysis = a.id" WITH_PARAGRAPH AUDITED,
	.tail = BY_DATE ", t.mention",
	.parts = {OF(mention), CURSOR_PART(fields_mention, row.mention.mention), CURSOR_PART(mention_text, row.mention)},
};

static const struct cursor_plan plan_findings = {
	.kind = CURSOR_FINDING,
	.select = COLUMNS_OF
	", t.suppressed OR w.id IS NOT NULL AS suppressed, iif(t.suppressed, t.suppression, w.told) AS suppression, t.*,"
	" p.text AS paragraph, coalesce(p.kind, 'other') AS paragraph_kind" FROM_DOCUMENTS
	" CROSS JOIN finding t ON t.analysis = a.id" WITH_WAIVER WITH_PARAGRAPH AUDITED,
	.tail = BY_DATE ", t.finding",
	.parts = {OF(finding), CURSOR_PART(fields_finding, row.finding.finding), CURSOR_PART(finding_text, row.finding)},
};

CURSOR_OPEN(mentions)
CURSOR_OPEN(findings)
CURSOR_NEXT(paragraph, wa_paragraph_row, paragraph, PARAGRAPH)
CURSOR_NEXT(mention, wa_mention_row, mention, MENTION)
CURSOR_NEXT(finding, wa_finding_row, finding, FINDING)

enum wa_status wa_store_paragraphs(struct wa_store *store, const struct wa_filter *filter, const char *query,
	struct wa_cursor **cursor, struct wa_error *error)
{
	return cursor_open(store, query ? &plan_search : &plan_paragraphs, filter, query, cursor, error);
}
