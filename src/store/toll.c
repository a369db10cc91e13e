#include "store/toll.h"

#include "store/cursor.h"

static const struct field toll_text_fields[] = {
	FIELD(store_toll, STR, "paragraph", paragraph),
	FIELD(store_toll, STR, "headline", headline),
	FIELD(store_toll, STR, "dateline", dateline),
	FIELD(store_toll, STR, "source", source),
};
static const struct fields toll_text = FIELDS(toll_text_fields);

static const struct cursor_plan plan_tolls = {
	.kind = CURSOR_TOLL,
	.select = COLUMNS_OF
	", t.*, p.text AS paragraph, iif(t.item = 1, h.text, NULL) AS headline, a.dateline AS dateline, coalesce(r.resolved,"
	" nullif(CAST(substr(CAST(s.text AS BLOB), r.source_start + 1, r.source_end - r.source_start) AS TEXT), ''), r.agency)"
	" AS source" FROM_DOCUMENTS " CROSS JOIN claim t ON t.analysis = a.id" WITH_PARAGRAPH
	" LEFT JOIN paragraph h ON h.analysis = t.analysis AND h.para = 0"
	" LEFT JOIN claim_attribution l ON l.analysis = t.analysis AND l.claim = t.claim AND l.place = 0"
	" LEFT JOIN attribution r ON r.analysis = l.analysis AND r.attribution = l.attribution"
	" LEFT JOIN paragraph s ON s.analysis = r.analysis AND s.para = r.source_para" AUDITED
	" AND t.type IN ('deaths', 'injured', 'missing') AND coalesce(t.low, t.high) >= 2"
	" AND t.state NOT IN ('exempt', 'background')",
	.tail = BY_DATE ", t.claim",
	.parts = {CURSOR_PART(fields_of, row.toll.doc), CURSOR_PART(fields_claim, row.toll.claim),
		CURSOR_PART(toll_text, row.toll)},
};

enum wa_status store_tolls(
	struct wa_store *store, const struct wa_filter *filter, struct wa_cursor **cursor, struct wa_error *error)
{
	return cursor_open(store, &plan_tolls, filter, NULL, cursor, error);
}

const struct store_toll *store_next_toll(struct wa_cursor *cursor)
{
	return cursor_next(cursor, CURSOR_TOLL) ? &cursor->row.toll : NULL;
}
