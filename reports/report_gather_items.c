/* From the database to what a report shows: the worst items with their findings, and what was not audited. */
#include <string.h>

#include "fail.h"
#include "report_data.h"

static struct wa_str name(struct pool *pool, struct wa_str text)
{
	return pool_text(pool, text, REPORT_NAME);
}

static struct wa_str line(struct pool *pool, struct wa_str text)
{
	return pool_text(pool, text, REPORT_LINE);
}

static struct wa_str text_of(const char *text)
{
	return (struct wa_str){text, text ? strlen(text) : 0};
}

/* Only the words around the span are kept: a paragraph may be a whole megabyte. */
static void quote(struct pool *pool, struct report_finding *shown, const struct wa_finding_row *row)
{
	struct excerpt e = excerpt_make(row->paragraph, row->finding.span, REPORT_QUOTE);
	size_t length = e.before.len + e.marked.len + e.after.len;
	shown->text = pool_copy(pool, (struct wa_str){e.before.ptr, length});
	shown->span = (struct wa_span){(uint32_t)e.before.len, (uint32_t)(e.before.len + e.marked.len)};
	shown->cut_before = e.cut_before;
	shown->cut_after = e.cut_marked || e.cut_after;
}

static const struct report_finding *same_paragraph(const struct report_item *item, const struct wa_finding *f)
{
	for (size_t i = 0; i < item->shown_count; i++) {
		const struct report_finding *shown = &item->shown[i];
		if (shown->para == f->para && shown->item == f->item && !shown->cut_before && !shown->cut_after)
			return shown;
	}
	return NULL;
}

/* Several findings in one paragraph are shown together, where it is short enough to be shown whole. */
static void set_text(
	struct pool *pool, struct report_finding *shown, const struct report_item *item, const struct wa_finding_row *row)
{
	const struct wa_finding *f = &row->finding;
	const struct report_finding *earlier = same_paragraph(item, f);
	if (f->para == WA_NONE)
		return;
	if (!earlier || f->span.end > earlier->text.len) {
		quote(pool, shown, row);
		return;
	}
	shown->text = earlier->text;
	shown->span = f->span;
}

/* The place of a finding among those shown: the next free one, or that of the last of a lesser level. */
static struct report_finding *make_room(struct report_item *item, enum wa_level level)
{
	if (item->shown_count < REPORT_ITEM_FINDINGS)
		return &item->shown[item->shown_count++];
	size_t least = item->shown_count - 1;
	for (size_t i = item->shown_count; i-- > 0;)
		if (item->shown[i].level < item->shown[least].level)
			least = i;
	if (item->shown[least].level >= level)
		return NULL;
	memmove(&item->shown[least], &item->shown[least + 1], (item->shown_count - 1 - least) * sizeof *item->shown);
	return &item->shown[item->shown_count - 1];
}

static void put_finding(struct pool *pool, struct report_item *item, const struct wa_finding_row *row)
{
	const struct wa_finding *f = &row->finding;
	struct report_finding next = {.para = f->para, .item = f->item, .level = f->level};
	if (f->suppressed)
		return;
	set_text(pool, &next, item, row);
	struct report_finding *shown = make_room(item, f->level);
	if (!shown)
		return;
	next.code = pool_copy(pool, text_of(f->code));
	next.name = name(pool, text_of(f->name));
	next.message = line(pool, f->message);
	next.mend = line(pool, f->mend);
	next.fingerprint = pool_copy(pool, text_of(f->fingerprint));
	*shown = next;
}

static enum wa_status gather_findings(
	struct wa_store *store, struct report_data *data, struct report_item *item, struct wa_error *error)
{
	struct wa_filter one = *data->filter;
	struct wa_cursor *cursor;
	const struct wa_finding_row *row;
	one.document = item->document;
	enum wa_status status = wa_store_findings(store, &one, &cursor, error);
	if (status != WA_OK)
		return status;
	while ((row = wa_next_finding(cursor)))
		put_finding(&data->pool, item, row);
	return wa_cursor_close(cursor, error);
}

static void put_item(struct pool *pool, struct report_item *item, const struct wa_document_row *row)
{
	*item = (struct report_item){
		.document = row->id,
		.uri = line(pool, row->document.uri),
		.title = line(pool, row->document.title),
		.desk = pool_copy(pool, row->desk),
		.date = pool_copy(pool, text_of(row->date)),
		.dated = row->dated,
		.several = row->document.items > 1,
	};
	memcpy(item->findings, row->counts.findings, sizeof item->findings);
}

enum wa_status report_gather_items(struct wa_store *store, size_t most, struct report_data *data, struct wa_error *error)
{
	struct wa_cursor *cursor;
	const struct wa_document_row *row;
	data->items = pool_alloc(&data->pool, most * sizeof *data->items);
	if (!data->items)
		return fail_nomem(error);
	enum wa_status status = wa_store_worst(store, data->filter, &cursor, error);
	if (status != WA_OK)
		return status;
	while ((row = wa_next_document(cursor))) {
		if (data->item_count < most)
			put_item(&data->pool, &data->items[data->item_count++], row);
		data->item_all++;
	}
	status = wa_cursor_close(cursor, error);
	for (size_t i = 0; i < data->item_count && status == WA_OK; i++)
		status = gather_findings(store, data, &data->items[i], error);
	return status == WA_OK && pool_failed(&data->pool) ? fail_nomem(error) : status;
}

static void put_gap(struct pool *pool, struct report_gaps *gaps, const struct wa_document_row *row, const char *what)
{
	gaps->all++;
	if (gaps->count >= REPORT_GAPS)
		return;
	gaps->rows[gaps->count++] = (struct report_gap){
		.uri = line(pool, row->document.uri),
		.title = line(pool, row->document.title),
		.what = text_of(what),
		.why = line(pool, row->document.skip_detail),
	};
}

static enum wa_status gather_documents(
	enum wa_status (*list)(struct wa_store *, const struct wa_filter *, struct wa_cursor **, struct wa_error *),
	struct wa_store *store, struct report_data *data, struct report_gaps *gaps, struct wa_error *error)
{
	struct wa_cursor *cursor;
	const struct wa_document_row *row;
	enum wa_status status = list(store, data->filter, &cursor, error);
	if (status != WA_OK)
		return status;
	while ((row = wa_next_document(cursor)))
		put_gap(&data->pool, gaps, row, row->document.skip == WA_SKIP_NONE ? "" : report_skip_words(row->document.skip));
	return wa_cursor_close(cursor, error);
}

static enum wa_status gather_suppressed(struct wa_store *store, struct report_data *data, struct wa_error *error)
{
	struct report_gaps *gaps = &data->suppressed;
	struct wa_cursor *cursor;
	const struct wa_finding_row *row;
	gaps->all = data->totals.counts.suppressed;
	if (!gaps->all)
		return WA_OK;
	enum wa_status status = wa_store_findings(store, data->filter, &cursor, error);
	if (status != WA_OK)
		return status;
	while (gaps->count < REPORT_GAPS && gaps->count < gaps->all && (row = wa_next_finding(cursor)))
		if (row->finding.suppressed)
			gaps->rows[gaps->count++] = (struct report_gap){
				.uri = line(&data->pool, row->doc.uri),
				.title = line(&data->pool, row->doc.title),
				.what = name(&data->pool, text_of(row->finding.name)),
				.why = line(&data->pool, row->finding.suppression),
			};
	return wa_cursor_close(cursor, error);
}

enum wa_status report_gather_gaps(struct wa_store *store, struct report_data *data, struct wa_error *error)
{
	enum wa_status status = gather_documents(wa_store_not_audited, store, data, &data->skipped, error);
	if (status == WA_OK)
		status = gather_documents(wa_store_audited_in_part, store, data, &data->in_part, error);
	if (status == WA_OK)
		status = gather_suppressed(store, data, error);
	return status == WA_OK && pool_failed(&data->pool) ? fail_nomem(error) : status;
}
