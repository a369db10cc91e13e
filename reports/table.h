/*
 * The tables of an export, told once: their columns, and their rows cell by cell. What a cell becomes (a field of CSV, a
 * cell of a sheet) is the business of the format behind `struct table_out`.
 */
#ifndef REPORTS_TABLE_H
#define REPORTS_TABLE_H

#include "wireaudit/report.h"

enum table_kind {
	TABLE_TEXT,
	TABLE_NUMBER,
	TABLE_SHARE, /* 0 to 1 */
	TABLE_DATE,  /* "YYYY-MM-DD" */
	TABLE_TIME,  /* "YYYY-MM-DDTHH:MM:SSZ" */
};

struct table_column {
	const char *name;    /* for programs: "last_seen" */
	const char *heading; /* for people: "Last seen" */
	enum table_kind kind;
	unsigned width; /* in characters */
};

/* Where cells go, in the order of the columns. */
struct table_out {
	void (*text)(struct table_out *out, struct wa_str text); /* copy, never to be trusted; an empty cell when there is none */
	void (*number)(struct table_out *out, double number);    /* an empty cell when not a number */
	void (*share)(struct table_out *out, double share);      /* likewise */
	void (*date)(struct table_out *out, const char *date);   /* an empty cell when NULL */
	void (*time)(struct table_out *out, const char *time);   /* likewise */
	bool (*end_row)(struct table_out *out);                  /* false ends the table: writing failed, the format knows why */
};

const struct table_column *table_columns(enum wa_table table, size_t *count);

/* Every row, by date, then document, then place in it; in the table of documents those not audited come last, in that of sources
 * those credited most come first. */
enum wa_status table_write(
	struct wa_store *store, const struct wa_filter *filter, enum wa_table table, struct table_out *out, struct wa_error *error);

#endif
