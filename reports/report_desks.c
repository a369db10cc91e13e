/* By desk. */
#include "report_page.h"

static void write_name(struct page *page, size_t index, struct wa_str name)
{
	page_open(page, "th", "scope", "row", "id", report_anchor("desk", index).text, (char *)NULL);
	page_open(page, "bdi", (char *)NULL);
	if (name.len)
		page_str(page, name);
	else
		page_element(page, "i", "No desk", (char *)NULL);
	page_close(page);
	page_close(page);
}

static bool is_of_desk(const struct report_item *item, struct wa_str desk)
{
	return report_same(item->desk, desk);
}

static void write_row(struct page *page, const struct report_data *data, size_t index, uint64_t longest)
{
	const struct report_desk *desk = &data->desks[index];
	const struct wa_counts *c = &desk->counts;
	page_open(page, "tr", (char *)NULL);
	write_name(page, index, desk->name);
	report_bar(page, "graph", c->flagged, c->grave, longest);
	report_number(page, c->grave);
	report_number(page, c->flagged);
	report_rate(page, c->flagged, c->grave);
	report_number(page, c->documents);
	report_number(page, c->findings[WA_LEVEL_ERROR]);
	report_number(page, c->findings[WA_LEVEL_WARNING]);
	report_examples(page, data, is_of_desk, desk->name);
	page_close(page);
}

void report_desks(struct page *page, const struct report_data *data)
{
	uint64_t longest = 0;
	report_section(page, "desks", "Desks",
		"Bars show grave claims, the flagged ones in red. A rate over few claims says little. The numbers in the last "
		"column lead to items below.");
	if (!data->desk_count) {
		report_nothing(page, data, "No desks.");
		report_section_end(page);
		return;
	}
	for (size_t i = 0; i < data->desk_count; i++)
		if (data->desks[i].counts.grave > longest)
			longest = data->desks[i].counts.grave;
	report_table(page, "desks", "Documents, claims and findings by desk");
	page_open(page, "thead", (char *)NULL);
	page_open(page, "tr", (char *)NULL);
	report_heading(page, "Desk", false);
	page_element(page, "td", "", "class", "graph", (char *)NULL);
	report_heading(page, "Grave claims", true);
	report_heading(page, "Flagged", true);
	report_heading(page, "Rate", true);
	report_heading(page, "Documents", true);
	report_heading(page, "Errors", true);
	report_heading(page, "Warnings", true);
	report_heading(page, "Seen in item", false);
	page_close(page);
	page_close(page);
	page_open(page, "tbody", (char *)NULL);
	for (size_t i = 0; i < data->desk_count; i++)
		write_row(page, data, i, longest);
	page_close(page);
	report_table_end(page);
	report_more(page, data->desk_count, data->desk_all, "desks with fewer grave claims");
	report_section_end(page);
}
