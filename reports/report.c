/* The compliance report: gathered from the database, then written. */
#include <stdlib.h>

#include "fail.h"
#include "report_page.h"

enum wa_status wa_report_html(struct wa_store *store, const struct wa_filter *filter, const struct wa_report_options *options,
	struct wa_sink *sink, struct wa_error *error)
{
	struct report_data *data = calloc(1, sizeof *data);
	if (!data)
		return fail_nomem(error);
	enum wa_status status = report_gather(store, filter, options, data, error);
	if (status == WA_OK)
		status = report_write(data, sink, error);
	pool_release(&data->pool);
	free(data);
	return status;
}
