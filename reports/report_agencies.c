/* By agency: in how many documents, and what its name does there. */
#include "report_page.h"

/* The attributing roles first; the last four credit nobody. */
static const struct {
	enum wa_role role;
	const char *words;
} columns[] = {
	{WA_ROLE_REPORTER, "Reporter"},
	{WA_ROLE_RECIPIENT, "Recipient"},
	{WA_ROLE_WITNESS, "Witness"},
	{WA_ROLE_CHAIN, "Chain"},
	{WA_ROLE_DATELINE, "Dateline"},
	{WA_ROLE_CREDIT, "Credit"},
	{WA_ROLE_DISCLAIMER, "Disclaimer"},
	{WA_ROLE_PHOTO, "Photo"},
	{WA_ROLE_SUBJECT, "Subject"},
	{WA_ROLE_OTHER, "Other"},
};
enum { COLUMNS = sizeof columns / sizeof *columns, ATTRIBUTING = 6 };

static void write_heads(struct page *page)
{
	page_open(page, "thead", (char *)NULL);
	page_open(page, "tr", "class", "spans", (char *)NULL);
	page_element(page, "td", "", (char *)NULL);
	page_element(page, "td", "", "class", "graph", (char *)NULL);
	page_element(page, "td", "", "colspan", "2", (char *)NULL);
	page_element(page, "th", "Credited as", "scope", "colgroup", "colspan", "6", (char *)NULL);
	page_element(page, "th", "Named otherwise", "scope", "colgroup", "colspan", "4", (char *)NULL);
	page_element(page, "th", "Where credited", "scope", "colgroup", "colspan", "2", (char *)NULL);
	page_close(page);
	page_open(page, "tr", (char *)NULL);
	report_heading(page, "Agency", false);
	page_element(page, "td", "", "class", "graph", (char *)NULL);
	report_heading(page, "Documents", true);
	report_heading(page, "Mentions", true);
	for (size_t i = 0; i < COLUMNS; i++)
		report_heading(page, columns[i].words, true);
	report_heading(page, "Grave claims", true);
	report_heading(page, "Rate", true);
	page_close(page);
	page_close(page);
}

static uint64_t credited(const struct report_agency *agency)
{
	uint64_t sum = 0;
	for (size_t i = 0; i < ATTRIBUTING; i++)
		sum += agency->roles[columns[i].role];
	return sum;
}

static void write_row(struct page *page, const struct report_agency *agency, uint64_t longest)
{
	page_open(page, "tr", (char *)NULL);
	page_open(page, "th", "scope", "row", (char *)NULL);
	page_open(page, "bdi", (char *)NULL);
	page_str(page, agency->name);
	page_close(page);
	page_close(page);
	report_bar(page, "graph calm", credited(agency), agency->mentions, longest);
	report_number(page, agency->documents);
	report_number(page, agency->mentions);
	for (size_t i = 0; i < COLUMNS; i++)
		report_number(page, agency->roles[columns[i].role]);
	report_number(page, agency->grave);
	report_rate(page, agency->flagged, agency->grave);
	page_close(page);
}

void report_agencies(struct page *page, const struct report_data *data)
{
	uint64_t longest = 0;
	report_section(page, "agencies", "Agencies",
		"Each mention of a wire agency and what its name does there. A dateline or credit tells who published the words, "
		"not who counted the dead. Bars show mentions, those that credit it in green.");
	if (!data->agency_count) {
		report_nothing(page, data, "No agency is named.");
		report_section_end(page);
		return;
	}
	for (size_t i = 0; i < data->agency_count; i++)
		if (data->agencies[i].mentions > longest)
			longest = data->agencies[i].mentions;
	report_table(page, "agencies", "Documents and mentions by agency and role");
	write_heads(page);
	page_open(page, "tbody", (char *)NULL);
	for (size_t i = 0; i < data->agency_count; i++)
		write_row(page, &data->agencies[i], longest);
	page_close(page);
	report_table_end(page);
	report_more(page, data->agency_count, data->agency_all, "agencies named in fewer documents");
	report_section_end(page);
}
