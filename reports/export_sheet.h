/* Sheets of a workbook: the summary, and a table over as many sheets as it needs. */
#ifndef REPORTS_EXPORT_SHEET_H
#define REPORTS_EXPORT_SHEET_H

#include "book.h"
#include "report_data.h"
#include "table.h"

void export_summary(struct book *book, const struct report_data *data);

/* A table with at most `rows` rows to a sheet. What fails in the book is told by book_failed(). */
enum wa_status export_sheets(struct book *book, struct wa_store *store, const struct wa_filter *filter, enum wa_table table,
	uint32_t rows, struct wa_error *error);

/* The whole export, with a limit of rows of its own. */
enum wa_status export_book(struct wa_store *store, const struct wa_filter *filter, const struct wa_xlsx_options *options,
	uint32_t rows, struct wa_sink *sink, struct wa_error *error);

#endif
