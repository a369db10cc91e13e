/* A workbook: summary, then the tables. */
#include <stdlib.h>

#include "export_sheet.h"
#include "fail.h"

static enum wa_status write_sheets(
	struct book *book, struct wa_store *store, const struct report_data *data, uint32_t rows, struct wa_error *error)
{
	export_summary(book, data);
	for (int table = 0; table < WA_TABLE_COUNT && !book_failed(book); table++) {
		enum wa_status status = export_sheets(book, store, data->filter, table, rows, error);
		if (status != WA_OK)
			return status;
	}
	return WA_OK;
}

static enum wa_status gather(struct wa_store *store, const struct wa_filter *filter, const struct wa_xlsx_options *options,
	struct report_data *data, struct wa_error *error)
{
	data->title = options->title ? options->title : REPORT_TITLE;
	data->generated = options->generated;
	data->engine = options->engine;
	return report_gather_sums(store, filter, data, error);
}

enum wa_status export_book(struct wa_store *store, const struct wa_filter *filter, const struct wa_xlsx_options *options,
	uint32_t rows, struct wa_sink *sink, struct wa_error *error)
{
	struct report_data *data = calloc(1, sizeof *data);
	struct book book = {0};
	if (!data)
		return fail_nomem(error);
	enum wa_status status = gather(store, filter, options, data, error);
	if (status == WA_OK)
		status = book_open(&book, options->scratch, options->generated, error);
	if (status == WA_OK) {
		status = write_sheets(&book, store, data, rows, error);
		if (status == WA_OK)
			status = book_close(&book, sink, error);
		else
			book_abandon(&book);
	}
	pool_release(&data->pool);
	free(data);
	return status;
}

enum wa_status wa_export_xlsx(struct wa_store *store, const struct wa_filter *filter, const struct wa_xlsx_options *options,
	struct wa_sink *sink, struct wa_error *error)
{
	return export_book(store, filter, options, BOOK_ROWS, sink, error);
}
