/*
 * A prepared statement whose parameters and columns are C structs: each part of it is a struct described by a table
 * of fields; parameter ":x" and column "x" belong to the field "x". Names are looked up once, when it is prepared.
 */
#ifndef STORE_STATEMENT_H
#define STORE_STATEMENT_H

#include "store/connection.h"
#include "store/field.h"

#define STATEMENT_PARTS 5u
#define STATEMENT_FIELDS 32u

struct statement {
	struct connection *db;
	sqlite3_stmt *sqlite;
	struct statement_part {
		const struct fields *fields;
		int8_t place[STATEMENT_FIELDS]; /* of each field: parameter from 1, column from 0 */
	} parts[STATEMENT_PARTS];
	size_t count;
	int trouble; /* a bind that failed, told when the statement runs */
};

/* Prepares; a field of `parts` (ended by NULL) that has no parameter or column is a mistake (WA_ERR_INTERNAL). */
enum wa_status statement_writing(
	struct statement *s, struct connection *db, const char *sql, const struct fields *const *parts, struct wa_error *error);
enum wa_status statement_reading(
	struct statement *s, struct connection *db, const char *sql, const struct fields *const *parts, struct wa_error *error);
void statement_close(struct statement *s);

/* Binds the struct of a part; its texts must live until the statement has run. */
void statement_bind(struct statement *s, size_t part, const void *row);
/* Parameters that belong to no part; absent ones are ignored. Text is copied; NULL is NULL. */
void statement_bind_str(struct statement *s, const char *parameter, struct wa_str text);
void statement_bind_text(struct statement *s, const char *parameter, const char *text);
void statement_bind_id(struct statement *s, const char *parameter, int64_t id);

/* Runs a statement that yields no rows and makes it ready to be bound again. */
enum wa_status statement_run(struct statement *s, struct wa_error *error);
/* The next row; *more is false at the end. After the end, or to leave early: statement_reset(). */
enum wa_status statement_step(struct statement *s, bool *more, struct wa_error *error);
/* Reads a part of the row at hand; its texts live until the next step. A name unknown here is WA_ERR_STORE. */
enum wa_status statement_read(struct statement *s, size_t part, void *row, struct wa_error *error);
void statement_reset(struct statement *s);

/* Writes "INSERT INTO table (a, b) VALUES (:a, :b)" with the columns of `parts`. */
void statement_insert_sql(sqlite3_str *sql, const char *table, const struct fields *const *parts);

#endif
