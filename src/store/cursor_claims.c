/* Attributions with their content, claims with what answers for them. */
#include "base/error.h"
#include "store/cursor.h"

#define OF(member) CURSOR_PART(fields_of, row.member.doc)

/* Words of a span; spans count bytes, and substr() counts bytes of a BLOB. */
#define WORDS(text, start, end) "CAST(substr(CAST(" text " AS BLOB), " start " + 1, " end " - " start ") AS TEXT)"

static const struct field attribution_text_fields[] = {
	FIELD(wa_attribution_row, U32, "attribution", index),
	FIELD(wa_attribution_row, STR, "paragraph", paragraph),
	FIELD(wa_attribution_row, STR, "source_paragraph", source_paragraph),
	FIELD(wa_attribution_row, STR, "content", content),
};
static const struct fields attribution_text = FIELDS(attribution_text_fields);

static const struct field attribution_key_fields[] = {
	FIELD(row_key, ID, "analysis", analysis), FIELD(row_key, U32, "attribution", row)};
static const struct fields attribution_key = FIELDS(attribution_key_fields);

static enum wa_status add_content(struct wa_cursor *cursor)
{
	struct wa_attribution *attribution = &cursor->row.attribution.attribution;
	struct wa_content *content = vec_push(&cursor->contents);
	if (!content)
		return error_nomem(&cursor->error);
	attribution->content = cursor->contents.items;
	attribution->content_count = (uint32_t)cursor->contents.count;
	return statement_read(&cursor->details, 0, content, &cursor->error);
}

static const struct cursor_plan plan_attributions = {
	.kind = CURSOR_ATTRIBUTION,
	.select = COLUMNS_OF
	", t.*, p.text AS paragraph, s.text AS source_paragraph,"
	" (SELECT group_concat(words, ' … ') FROM"
	"  (SELECT " WORDS("q.text", "c.span_start",
		"c.span_end") " AS words FROM attribution_content c"
			      "   JOIN paragraph q ON q.analysis = c.analysis AND q.para = c.para"
			      "   WHERE c.analysis = t.analysis AND c.attribution = t.attribution ORDER BY c.part)) AS "
			      "content" FROM_DOCUMENTS " CROSS JOIN attribution t ON t.analysis = a.id" WITH_PARAGRAPH
			      " LEFT JOIN paragraph s ON s.analysis = t.analysis AND s.para = t.source_para" AUDITED,
	.tail = BY_DATE ", t.attribution",
	.parts =
		{
			OF(attribution),
			CURSOR_PART(fields_attribution, row.attribution.attribution),
			CURSOR_PART(attribution_text, row.attribution),
			CURSOR_PART(attribution_key, key),
		},
	.details = "SELECT * FROM attribution_content WHERE analysis = :analysis AND attribution = :row ORDER BY part",
	.details_fields = &fields_content,
	.detail = add_content,
};

static const struct field claim_text_fields[] = {
	FIELD(wa_claim_row, U32, "claim", index),
	FIELD(wa_claim_row, STR, "paragraph", paragraph),
	FIELD(wa_claim_row, STR, "source", source),
};
static const struct fields claim_text = FIELDS(claim_text_fields);

static const struct field claim_key_fields[] = {FIELD(row_key, ID, "analysis", analysis), FIELD(row_key, U32, "claim", row)};
static const struct fields claim_key = FIELDS(claim_key_fields);

static const struct field link_fields[] = {FIELD(row_key, U32, "attribution", target)};
static const struct fields link_part = FIELDS(link_fields);

static enum wa_status add_link(struct wa_cursor *cursor)
{
	struct wa_claim *claim = &cursor->row.claim.claim;
	uint32_t *link = vec_push(&cursor->links);
	enum wa_status status;
	if (!link)
		return error_nomem(&cursor->error);
	status = statement_read(&cursor->details, 0, &cursor->key, &cursor->error);
	*link = cursor->key.target;
	claim->attributions = cursor->links.items;
	claim->attribution_count = (uint32_t)cursor->links.count;
	return status;
}

static const struct cursor_plan plan_claims = {
	.kind = CURSOR_CLAIM,
	.select = COLUMNS_OF
	", t.*, p.text AS paragraph,"
	" coalesce(r.name, r.resolved, nullif(" WORDS("s.text", "r.source_start",
		"r.source_end") ", ''), r.agency) AS source" FROM_DOCUMENTS
				" CROSS JOIN claim t ON t.analysis = a.id" WITH_PARAGRAPH
				" LEFT JOIN claim_attribution l ON l.analysis = t.analysis AND l.claim = t.claim AND l.place = 0"
				" LEFT JOIN attribution r ON r.analysis = l.analysis AND r.attribution = l.attribution"
				" LEFT JOIN paragraph s ON s.analysis = r.analysis AND s.para = r.source_para" AUDITED,
	.tail = BY_DATE ", t.claim",
	.parts =
		{
			OF(claim),
			CURSOR_PART(fields_claim, row.claim.claim),
			CURSOR_PART(claim_text, row.claim),
			CURSOR_PART(claim_key, key),
		},
	.details = "SELECT attribution FROM claim_attribution WHERE analysis = :analysis AND claim = :row ORDER BY place",
	.details_fields = &link_part,
	.detail = add_link,
};

CURSOR_OPEN(attributions)
CURSOR_OPEN(claims)
CURSOR_NEXT(attribution, wa_attribution_row, attribution, ATTRIBUTION)
CURSOR_NEXT(claim, wa_claim_row, claim, CLAIM)
