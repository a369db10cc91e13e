#include "store/statement.h"

#include <math.h>

#include "base/error.h"
#include "base/str.h"

static int find_parameter(sqlite3_stmt *sqlite, const char *column)
{
	char name[32];
	(void)snprintf(name, sizeof name, ":%s", column);
	return sqlite3_bind_parameter_index(sqlite, name) - 1;
}

static int find_column(sqlite3_stmt *sqlite, const char *column)
{
	int count = sqlite3_column_count(sqlite);
	for (int i = 0; i < count; i++)
		if (strcmp(sqlite3_column_name(sqlite, i), column) == 0)
			return i;
	return -1;
}

static enum wa_status prepare(struct statement *s, const char *sql, const struct fields *const *parts,
	int (*find)(sqlite3_stmt *, const char *), struct wa_error *error)
{
	int code = sqlite3_prepare_v3(s->db->sqlite, sql, -1, SQLITE_PREPARE_PERSISTENT, &s->sqlite, NULL);
	if (code != SQLITE_OK)
		return connection_fail(s->db, code, error);
	for (; *parts; parts++) {
		struct statement_part *part = &s->parts[s->count++];
		part->fields = *parts;
		if (part->fields->count > STATEMENT_FIELDS)
			return error_set(
				error, WA_ERR_INTERNAL, s->db->path, 0, "more than %u fields in: %s", STATEMENT_FIELDS, sql);
		for (size_t i = 0; i < part->fields->count; i++) {
			int place = find(s->sqlite, part->fields->items[i].column);
			if (place < 0)
				return error_set(error, WA_ERR_INTERNAL, s->db->path, 0, "no column %s in: %s",
					part->fields->items[i].column, sql);
			part->place[i] = (int8_t)place;
		}
	}
	return WA_OK;
}

static enum wa_status open_statement(struct statement *s, struct connection *db, const char *sql, const struct fields *const *parts,
	int (*find)(sqlite3_stmt *, const char *), struct wa_error *error)
{
	enum wa_status status;
	*s = (struct statement){.db = db};
	status = prepare(s, sql, parts, find, error);
	if (status != WA_OK)
		statement_close(s);
	return status;
}

enum wa_status statement_writing(
	struct statement *s, struct connection *db, const char *sql, const struct fields *const *parts, struct wa_error *error)
{
	return open_statement(s, db, sql, parts, find_parameter, error);
}

enum wa_status statement_reading(
	struct statement *s, struct connection *db, const char *sql, const struct fields *const *parts, struct wa_error *error)
{
	return open_statement(s, db, sql, parts, find_column, error);
}

void statement_close(struct statement *s)
{
	(void)sqlite3_finalize(s->sqlite);
	s->sqlite = NULL;
}

/* Binding fails only when memory ran out or a text is too long, which running the statement says again. */
static int bind_str(sqlite3_stmt *sqlite, int at, struct wa_str text)
{
	return text.ptr ? sqlite3_bind_text64(sqlite, at, text.ptr, text.len, SQLITE_STATIC, SQLITE_UTF8)
			: sqlite3_bind_null(sqlite, at);
}

static int bind_text(sqlite3_stmt *sqlite, int at, const char *text)
{
	return text ? sqlite3_bind_text(sqlite, at, text, -1, SQLITE_STATIC) : sqlite3_bind_null(sqlite, at);
}

static int bind_index(sqlite3_stmt *sqlite, int at, uint32_t index)
{
	return index == WA_NONE ? sqlite3_bind_null(sqlite, at) : sqlite3_bind_int64(sqlite, at, index);
}

static int bind_real(sqlite3_stmt *sqlite, int at, double number)
{
	return isnan(number) ? sqlite3_bind_null(sqlite, at) : sqlite3_bind_double(sqlite, at, number);
}

static int bind_field(sqlite3_stmt *sqlite, int at, const struct field *field, const void *from)
{
	switch (field->type) {
	case FIELD_STR:
		return bind_str(sqlite, at, *(const struct wa_str *)from);
	case FIELD_TEXT:
		return bind_text(sqlite, at, *(const char *const *)from);
	case FIELD_CHARS:
		return bind_text(sqlite, at, from);
	case FIELD_U32:
		return sqlite3_bind_int64(sqlite, at, *(const uint32_t *)from);
	case FIELD_INDEX:
		return bind_index(sqlite, at, *(const uint32_t *)from);
	case FIELD_COUNT:
		return sqlite3_bind_int64(sqlite, at, (int64_t) * (const uint64_t *)from);
	case FIELD_ID:
		return sqlite3_bind_int64(sqlite, at, *(const int64_t *)from);
	case FIELD_BOOL:
		return sqlite3_bind_int(sqlite, at, *(const bool *)from);
	case FIELD_REAL:
		return bind_real(sqlite, at, *(const double *)from);
	case FIELD_ENUM:
		return bind_text(sqlite, at, field->names->name((int)*(const unsigned *)from));
	}
	return SQLITE_MISUSE;
}

static void note(struct statement *s, int code)
{
	if (code != SQLITE_OK && s->trouble == SQLITE_OK)
		s->trouble = code;
}

void statement_bind(struct statement *s, size_t part, const void *row)
{
	const struct fields *fields = s->parts[part].fields;
	for (size_t i = 0; i < fields->count; i++)
		note(s, bind_field(s->sqlite, s->parts[part].place[i] + 1, &fields->items[i],
				(const char *)row + fields->items[i].offset));
}

void statement_bind_str(struct statement *s, const char *parameter, struct wa_str text)
{
	int at = sqlite3_bind_parameter_index(s->sqlite, parameter);
	if (at)
		note(s, sqlite3_bind_text64(s->sqlite, at, text.ptr, text.len, SQLITE_TRANSIENT, SQLITE_UTF8));
}

void statement_bind_text(struct statement *s, const char *parameter, const char *text)
{
	statement_bind_str(s, parameter, str_of(text));
}

void statement_bind_id(struct statement *s, const char *parameter, int64_t id)
{
	int at = sqlite3_bind_parameter_index(s->sqlite, parameter);
	if (at)
		note(s, sqlite3_bind_int64(s->sqlite, at, id));
}

enum wa_status statement_step(struct statement *s, bool *more, struct wa_error *error)
{
	int code = s->trouble == SQLITE_OK ? sqlite3_step(s->sqlite) : s->trouble;
	*more = code == SQLITE_ROW;
	if (code == SQLITE_ROW || code == SQLITE_DONE)
		return WA_OK;
	return connection_fail(s->db, code, error);
}

enum wa_status statement_run(struct statement *s, struct wa_error *error)
{
	bool more;
	enum wa_status status = statement_step(s, &more, error);
	statement_reset(s);
	return status;
}

void statement_reset(struct statement *s)
{
	(void)sqlite3_reset(s->sqlite);
	s->trouble = SQLITE_OK;
}

/* Text of the column; an out-of-memory shows as NULL in a column that holds text. */
static bool read_str(sqlite3_stmt *sqlite, int at, struct wa_str *text)
{
	if (sqlite3_column_type(sqlite, at) == SQLITE_NULL) {
		*text = (struct wa_str){NULL, 0};
		return true;
	}
	text->ptr = (const char *)sqlite3_column_text(sqlite, at);
	text->len = (size_t)sqlite3_column_bytes(sqlite, at);
	return text->ptr;
}

static enum wa_status read_name(const struct statement *s, int at, const struct field *field, unsigned *to, struct wa_error *error)
{
	const char *name = (const char *)sqlite3_column_text(s->sqlite, at);
	int value = name ? field->names->from_name(name) : -1;
	if (value < 0)
		return error_set(error, WA_ERR_STORE, s->db->path, 0, "the database holds an unknown %s: %s", field->names->what,
			name ? name : "none");
	*to = (unsigned)value;
	return WA_OK;
}

static enum wa_status read_field(struct statement *s, int at, const struct field *field, void *to, struct wa_error *error)
{
	sqlite3_stmt *sqlite = s->sqlite;
	bool null = sqlite3_column_type(sqlite, at) == SQLITE_NULL;
	struct wa_str text;
	switch (field->type) {
	case FIELD_STR:
		return read_str(sqlite, at, to) ? WA_OK : error_nomem(error);
	case FIELD_TEXT:
	case FIELD_CHARS:
		if (!read_str(sqlite, at, &text))
			return error_nomem(error);
		if (field->type == FIELD_TEXT)
			*(const char **)to = text.ptr;
		else
			(void)snprintf(to, field->size, "%s", text.ptr ? text.ptr : "");
		return WA_OK;
	case FIELD_U32:
	case FIELD_INDEX:
		*(uint32_t *)to = null ? WA_NONE : (uint32_t)sqlite3_column_int64(sqlite, at);
		return WA_OK;
	case FIELD_COUNT:
	case FIELD_ID:
		*(int64_t *)to = sqlite3_column_int64(sqlite, at);
		return WA_OK;
	case FIELD_BOOL:
		*(bool *)to = sqlite3_column_int(sqlite, at) != 0;
		return WA_OK;
	case FIELD_REAL:
		*(double *)to = null ? (double)NAN : sqlite3_column_double(sqlite, at);
		return WA_OK;
	case FIELD_ENUM:
		return read_name(s, at, field, to, error);
	}
	return WA_ERR_INTERNAL;
}

enum wa_status statement_read(struct statement *s, size_t part, void *row, struct wa_error *error)
{
	const struct fields *fields = s->parts[part].fields;
	enum wa_status status = WA_OK;
	for (size_t i = 0; status == WA_OK && i < fields->count; i++)
		status = read_field(s, s->parts[part].place[i], &fields->items[i], (char *)row + fields->items[i].offset, error);
	return status;
}

static void list_columns(sqlite3_str *sql, const char *mark, const struct fields *const *parts)
{
	const char *between = "";
	for (; *parts; parts++) {
		for (size_t i = 0; i < (*parts)->count; i++) {
			sqlite3_str_appendf(sql, "%s%s%s", between, mark, (*parts)->items[i].column);
			between = ", ";
		}
	}
}

void statement_insert_sql(sqlite3_str *sql, const char *table, const struct fields *const *parts)
{
	sqlite3_str_appendf(sql, "INSERT INTO %s (", table);
	list_columns(sql, "", parts);
	sqlite3_str_appendall(sql, ") VALUES (");
	list_columns(sql, ":", parts);
	sqlite3_str_appendall(sql, ")");
}
