/* The compliance report: gathered from the database, then written. */
#include <stdlib.h>

#include "fail.h"
#include "report_page.h"

static enum wa_status gather(struct wa_store *store, const struct wa_filter *filter, const struct wa_report_options *options,
	struct report_data *data, struct wa_error *error)
{
	size_t items = options->items ? options->items : REPORT_ITEMS;
	data->title = options->title ? options->title : REPORT_TITLE;
	data->generated = options->generated;
	data->engine = options->engine;
	enum wa_status status = report_gather_sums(store, filter, data, error);
	if (status == WA_OK)
		status = report_gather_items(store, items < REPORT_ITEMS_MOST ? items : REPORT_ITEMS_MOST, data, error);
	if (status == WA_OK)
		status = report_gather_gaps(store, data, error);
	return status;
}

enum wa_status wa_report_html(struct wa_store *store, const struct wa_filter *filter, const struct wa_report_options *options,
	struct wa_sink *sink, struct wa_error *error)
{
	struct report_data *data = calloc(1, sizeof *data);
	if (!data)
		return fail_nomem(error);
	enum wa_status status = gather(store, filter, options, data, error);
	if (status == WA_OK)
		status = report_write(data, sink, error);
	pool_release(&data->pool);
	free(data);
	return status;
}
