/* The order of the page. */
#include "fail.h"
#include "report_page.h"

enum wa_status report_write(const struct report_data *data, struct wa_sink *sink, struct wa_error *error)
{
	static void (*const sections[])(struct page * page, const struct report_data *data) = {
		report_head,
		report_summary,
		report_claims,
		report_periods,
		report_desks,
		report_rules,
		report_sources,
		report_agencies,
		report_items,
		report_gaps,
		report_terms,
		report_foot,
	};
	struct page page;
	if (!page_begin(&page, sink))
		return fail_nomem(error);
	for (size_t i = 0; i < sizeof sections / sizeof *sections; i++)
		sections[i](&page, data);
	return page_end(&page) ? WA_OK : fail_nomem(error);
}
