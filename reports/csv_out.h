/*
 * Comma-separated values after RFC 4180: CRLF, quotation marks where needed. Cells are written in order;
 * csv_row() ends a row.
 *
 * A spreadsheet runs a text cell that begins with = + - @ (or a tab or CR before one) as a formula. With
 * `guard`, such text gets a leading apostrophe; numbers are written by functions of their own and never
 * guarded, so that a negative one stays a number.
 */
#ifndef REPORTS_CSV_OUT_H
#define REPORTS_CSV_OUT_H

#include "sink.h"

struct csv {
	struct wa_sink *sink;
	bool guard;
	bool comma; /* a cell stands before in this row */
};

void csv_str(struct csv *csv, struct wa_str text); /* an empty cell when text.ptr is NULL */
void csv_text(struct csv *csv, const char *text);  /* an empty cell when NULL */
void csv_uint(struct csv *csv, uint64_t number);
void csv_number(struct csv *csv, double number); /* an empty cell when not a number */
void csv_empty(struct csv *csv);
void csv_row(struct csv *csv);

#endif
