#include "store/toll.h"

#include "base/error.h"
#include "base/str.h"
#include "store/cursor.h"

static const struct field toll_fields[] = {
	FIELD(store_toll, STR, "dateline", dateline),
	FIELD(store_toll, INDEX, "source_para", source_para),
	FIELD(store_toll, U32, "source_start", source_span.start),
	FIELD(store_toll, U32, "source_end", source_span.end),
	FIELD(store_toll, STR, "named", source),
	FIELD(store_toll, STR, "agency", agency),
};
static const struct fields fields_toll = FIELDS(toll_fields);

static const struct field toll_key_fields[] = {FIELD(row_key, ID, "analysis", analysis)};
static const struct fields toll_key = FIELDS(toll_key_fields);

struct text_row {
	struct wa_str text;
};
static const struct field text_fields[] = {FIELD(text_row, STR, "text", text)};
static const struct fields fields_text = FIELDS(text_fields);

static const struct cursor_plan plan_tolls = {
	.kind = CURSOR_TOLL,
	.select = COLUMNS_OF ", t.*, a.dateline AS dateline, r.source_para AS source_para, r.source_start AS source_start,"
			     " r.source_end AS source_end, coalesce(r.name, r.resolved) AS named, r.agency AS agency" FROM_DOCUMENTS
			     " CROSS JOIN claim t ON t.analysis = a.id"
			     " LEFT JOIN claim_attribution l ON l.analysis = t.analysis AND l.claim = t.claim AND l.place = 0"
			     " LEFT JOIN attribution r ON r.analysis = l.analysis AND r.attribution = l.attribution" AUDITED
			     " AND t.type IN ('deaths', 'injured', 'missing') AND coalesce(t.low, t.high) >= 2"
			     " AND t.state NOT IN ('exempt', 'background')",
	.tail = BY_DATE ", t.claim",
	.parts = {CURSOR_PART(fields_of, row.toll.doc), CURSOR_PART(fields_claim, row.toll.claim),
		CURSOR_PART(fields_toll, row.toll), CURSOR_PART(toll_key, key)},
};
static const char text_sql[] = "SELECT text FROM paragraph WHERE analysis = :analysis AND para = :para";

enum wa_status store_tolls(
	struct wa_store *store, const struct wa_filter *filter, struct wa_cursor **cursor, struct wa_error *error)
{
	const struct fields *parts[] = {&fields_text, NULL};
	enum wa_status status = cursor_open(store, &plan_tolls, filter, NULL, cursor, error);
	if (status != WA_OK)
		return status;
	status = statement_reading(&(*cursor)->details, &store->db, text_sql, parts, error);
	if (status != WA_OK) {
		(void)wa_cursor_close(*cursor, NULL);
		*cursor = NULL;
	}
	return status;
}

static enum wa_status keep(struct cursor_text *kept, struct wa_str text, struct wa_error *error)
{
	if (!vec_reserve(&kept->text, text.len + 1))
		return error_nomem(error);
	memcpy(kept->text.items, text.ptr ? text.ptr : "", text.len);
	kept->text.count = text.len;
	return WA_OK;
}

static enum wa_status load(struct wa_cursor *cursor, struct cursor_text *kept, uint32_t para)
{
	struct statement *statement = &cursor->details;
	struct text_row row = {{0}};
	bool more = false;
	enum wa_status status;
	statement_bind_id(statement, ":analysis", cursor->key.analysis);
	statement_bind_id(statement, ":para", para);
	status = statement_step(statement, &more, &cursor->error);
	if (status == WA_OK && more)
		status = statement_read(statement, 0, &row, &cursor->error);
	if (status == WA_OK)
		status = keep(kept, row.text, &cursor->error);
	statement_reset(statement);
	kept->analysis = status == WA_OK ? cursor->key.analysis : 0;
	kept->para = para;
	kept->missing = !more;
	return status;
}

/* The text of a paragraph of the row's document, NULL when there is none; false on failure. */
static bool text_of(struct wa_cursor *cursor, size_t which, uint32_t para, struct wa_str *text)
{
	struct cursor_text *kept = &cursor->texts[which];
	if (kept->analysis != cursor->key.analysis || kept->para != para)
		cursor->status = load(cursor, kept, para);
	*text = kept->missing ? (struct wa_str){0} : (struct wa_str){kept->text.items, kept->text.count};
	return cursor->status == WA_OK;
}

/* Who answers, by the name he has elsewhere, else as he is called there, else as the agency he is. */
static bool find_source(struct wa_cursor *cursor, struct store_toll *toll)
{
	struct wa_span span = toll->source_span;
	struct wa_str text = toll->paragraph;
	if (toll->source.ptr)
		return true;
	toll->source = toll->agency;
	if (toll->source_para == WA_NONE)
		return true;
	if (toll->source_para != toll->claim.para && !text_of(cursor, CURSOR_SOURCE_TEXT, toll->source_para, &text))
		return false;
	if (span.start < span.end && span.end <= text.len)
		toll->source = str_cut(text, span.start, span.end);
	return true;
}

static bool find_texts(struct wa_cursor *cursor, struct store_toll *toll)
{
	if (!text_of(cursor, CURSOR_OWN_TEXT, toll->claim.para, &toll->paragraph))
		return false;
	if (toll->claim.item == 1 && !text_of(cursor, CURSOR_HEADLINE_TEXT, 0, &toll->headline))
		return false;
	return find_source(cursor, toll);
}

const struct store_toll *store_next_toll(struct wa_cursor *cursor)
{
	if (!cursor_next(cursor, CURSOR_TOLL))
		return NULL;
	if (find_texts(cursor, &cursor->row.toll))
		return &cursor->row.toll;
	cursor->ended = true;
	return NULL;
}
