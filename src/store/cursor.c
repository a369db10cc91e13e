#include "store/cursor.h"

#include "base/error.h"

static const struct field of_fields[] = {
	FIELD(wa_row_of, ID, "document", id),
	FIELD(wa_row_of, STR, "uri", uri),
	FIELD(wa_row_of, STR, "title", title),
	FIELD(wa_row_of, STR, "desk", desk),
	FIELD(wa_row_of, TEXT, "date", date),
};
const struct fields fields_of = FIELDS(of_fields);

static enum wa_status prepare_rows(struct wa_cursor *cursor, struct connection *db, const char *filter, struct wa_error *error)
{
	const struct fields *parts[STATEMENT_PARTS + 1] = {NULL};
	char *sql = sqlite3_mprintf("%s%s%s", cursor->plan->select, filter, cursor->plan->tail);
	enum wa_status status;
	if (!sql)
		return error_nomem(error);
	for (size_t i = 0; i < STATEMENT_PARTS; i++)
		parts[i] = cursor->plan->parts[i].fields;
	status = statement_reading(&cursor->rows, db, sql, parts, error);
	sqlite3_free(sql);
	return status;
}

static enum wa_status prepare(
	struct wa_cursor *cursor, struct connection *db, const struct wa_filter *filter, const char *query, struct wa_error *error)
{
	const struct cursor_plan *plan = cursor->plan;
	const struct fields *details[] = {plan->details_fields, NULL};
	char conditions[FILTER_SIZE] = "";
	enum wa_status status = plan->unfiltered ? WA_OK : filter_sql(filter, conditions, error);
	if (status == WA_OK)
		status = prepare_rows(cursor, db, conditions, error);
	if (status == WA_OK && plan->details)
		status = statement_reading(&cursor->details, db, plan->details, details, error);
	if (status == WA_OK) {
		filter_bind(filter, &cursor->rows);
		statement_bind_text(&cursor->rows, ":query", query);
	}
	return status;
}

enum wa_status cursor_open(struct wa_store *store, const struct cursor_plan *plan, const struct wa_filter *filter,
	const char *query, struct wa_cursor **out, struct wa_error *error)
{
	static const struct wa_filter everything = {0};
	struct wa_cursor *cursor;
	enum wa_status status;
	*out = NULL;
	if (store->scanning)
		return error_set(error, WA_ERR_USAGE, store->path, 0, "a scan has this store to itself; read through another");
	cursor = calloc(1, sizeof *cursor);
	if (!cursor)
		return error_nomem(error);
	cursor->plan = plan;
	status = prepare(cursor, &store->db, filter ? filter : &everything, query, error);
	if (status == WA_OK)
		*out = cursor;
	else
		(void)wa_cursor_close(cursor, NULL);
	return status;
}

static enum wa_status read_details(struct wa_cursor *cursor)
{
	struct statement *details = &cursor->details;
	bool more = true;
	enum wa_status status = WA_OK;
	statement_bind_id(details, ":analysis", cursor->key.analysis);
	statement_bind_id(details, ":row", cursor->key.row);
	while (status == WA_OK && more) {
		status = statement_step(details, &more, &cursor->error);
		if (status == WA_OK && more)
			status = cursor->plan->detail(cursor);
	}
	statement_reset(details);
	return status;
}

static enum wa_status next(struct wa_cursor *cursor, bool *more)
{
	const struct cursor_plan *plan = cursor->plan;
	enum wa_status status = statement_step(&cursor->rows, more, &cursor->error);
	if (status == WA_ERR_INTERNAL && plan->searches)
		return error_set(&cursor->error, WA_ERR_USAGE, NULL, 0, "the query cannot be read: %s",
			sqlite3_errmsg(cursor->rows.db->sqlite));
	if (status != WA_OK || !*more)
		return status;
	cursor->row = (union cursor_row){0};
	cursor->contents.count = 0;
	cursor->links.count = 0;
	for (size_t i = 0; status == WA_OK && i < cursor->rows.count; i++)
		status = statement_read(&cursor->rows, i, (char *)cursor + plan->parts[i].offset, &cursor->error);
	return status == WA_OK && plan->details ? read_details(cursor) : status;
}

bool cursor_next(struct wa_cursor *cursor, enum cursor_kind kind)
{
	bool more = false;
	if (cursor->ended)
		return false;
	if (cursor->plan->kind == kind)
		cursor->status = next(cursor, &more);
	else
		cursor->status = error_set(&cursor->error, WA_ERR_USAGE, NULL, 0, "the cursor yields rows of another kind");
	cursor->ended = !more || cursor->status != WA_OK;
	return !cursor->ended;
}

enum wa_status wa_cursor_close(struct wa_cursor *cursor, struct wa_error *error)
{
	enum wa_status status;
	if (!cursor)
		return WA_OK;
	status = cursor->status;
	if (status != WA_OK && error)
		*error = cursor->error;
	statement_close(&cursor->rows);
	statement_close(&cursor->details);
	vec_release(&cursor->contents);
	vec_release(&cursor->links);
	for (size_t i = 0; i < CURSOR_TEXTS; i++)
		vec_release(&cursor->texts[i].text);
	free(cursor);
	return status;
}
