/*
 * A workbook in the making, through libxlsxwriter in its constant-memory mode: rows must come in order, and go to files of
 * the scratch folder. Failure is sticky: write freely, ask at the end of a table and of the book.
 */
#ifndef REPORTS_BOOK_H
#define REPORTS_BOOK_H

#include <xlsxwriter.h>

#include "date.h"
#include "sink.h"

enum {
	BOOK_ROWS = LXW_ROW_MAX - 1, /* of a sheet, its headings apart */
	BOOK_TEXT = 32767,           /* UTF-16 units a cell may hold */
	BOOK_TEXT_BYTES = BOOK_TEXT * 3 + 1,
};

struct book {
	lxw_workbook *workbook;
	lxw_worksheet *sheet; /* the one being written */
	lxw_format *title, *heading, *heading_right, *text, *number, *plain, *share, *date, *time;
	char *cell; /* BOOK_TEXT_BYTES for the text of one cell */
	char *path; /* of the workbook in the scratch folder */
	lxw_error fault;
	bool spilled; /* a scratch file could not be written */
};

/* `scratch` may be NULL for /tmp; `generated` ("YYYY-MM-DDTHH:MM:SSZ", may be NULL) dates the book. Errors: WA_ERR_IO,
 * WA_ERR_NOMEM. */
enum wa_status book_open(struct book *book, const char *scratch, const char *generated, struct wa_error *error);
/* Completes the book, hands it to the sink and frees everything, also on failure. */
enum wa_status book_close(struct book *book, struct wa_sink *sink, struct wa_error *error);
/* Frees everything, leaving nothing behind. */
void book_abandon(struct book *book);
bool book_failed(const struct book *book);

/* Begins a sheet; `name` must be ours, never copy. */
void book_sheet(struct book *book, const char *name);
void book_width(struct book *book, lxw_col_t first, lxw_col_t last, double width);

/* Cells of the sheet. `format` may be NULL for the usual one. Nothing is written for what is empty, NAN or NULL. */
void book_text(struct book *book, lxw_row_t row, lxw_col_t column, struct wa_str text, lxw_format *format);
void book_words(struct book *book, lxw_row_t row, lxw_col_t column, const char *words, lxw_format *format);
void book_number(struct book *book, lxw_row_t row, lxw_col_t column, double number, lxw_format *format);
void book_date(struct book *book, lxw_row_t row, lxw_col_t column, struct date date);
/* "YYYY-MM-DD" or "YYYY-MM-DDTHH:MM:SSZ" as a date or time; as text where a sheet knows no such day. */
void book_day(struct book *book, lxw_row_t row, lxw_col_t column, const char *text);
void book_time(struct book *book, lxw_row_t row, lxw_col_t column, const char *text);
/* Takes note of a return code. */
void book_check(struct book *book, lxw_error code);

/*
 * Copy as a cell may hold it, with a terminating NUL, in `cell` (BOOK_TEXT_BYTES): characters that do no harm in a document, the
 * sheets' own escape "_x0041_" defused, cut with an ellipsis at the most a cell holds. False when nothing is left to write.
 */
bool book_clean(char *cell, struct wa_str text);

#endif
