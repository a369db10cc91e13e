/* Claims by what they assert and what the audit says of them. */
#include "report_page.h"

static uint64_t row_sum(const uint64_t verdicts[WA_VERDICT_COUNT])
{
	uint64_t sum = 0;
	for (int v = 0; v < WA_VERDICT_COUNT; v++)
		sum += verdicts[v];
	return sum;
}

static void write_row(struct page *page, enum wa_claim_type type, const uint64_t verdicts[WA_VERDICT_COUNT], uint64_t longest)
{
	page_open(page, "tr", (char *)NULL);
	page_element(page, "th", report_claim_words(type), "scope", "row", (char *)NULL);
	report_bar(page, "graph", verdicts[WA_VERDICT_FLAG], row_sum(verdicts), longest);
	report_number(page, row_sum(verdicts));
	report_number(page, verdicts[WA_VERDICT_FLAG]);
	report_rate(page, verdicts[WA_VERDICT_FLAG], row_sum(verdicts));
	report_number(page, verdicts[WA_VERDICT_SOFT]);
	report_number(page, verdicts[WA_VERDICT_OK]);
	report_number(page, verdicts[WA_VERDICT_EXEMPT]);
	page_close(page);
}

static void write_group(struct page *page, const struct wa_totals *totals, bool grave, uint64_t longest)
{
	page_open(page, "tbody", (char *)NULL);
	page_open(page, "tr", "class", "group", (char *)NULL);
	page_element(page, "th", grave ? "Grave" : "Other", "scope", "rowgroup", "colspan", "8", (char *)NULL);
	page_close(page);
	for (int type = 0; type < WA_CLAIM_TYPE_COUNT; type++)
		if (wa_claim_grave(type) == grave && row_sum(totals->claims[type]))
			write_row(page, type, totals->claims[type], longest);
	page_close(page);
}

static uint64_t longest_row(const struct wa_totals *totals)
{
	uint64_t longest = 0;
	for (int type = 0; type < WA_CLAIM_TYPE_COUNT; type++)
		if (row_sum(totals->claims[type]) > longest)
			longest = row_sum(totals->claims[type]);
	return longest;
}

void report_claims(struct page *page, const struct report_data *data)
{
	uint64_t longest = longest_row(&data->totals);
	report_section(page, "claims", "Claims",
		"What the copy asserts that a reader would want to know the source of. Only the grave kinds count for the rate "
		"above.");
	if (!longest) {
		report_nothing(page, data, "No claims were found.");
		report_section_end(page);
		return;
	}
	report_table(page, "claims", "Claims by kind and verdict");
	page_open(page, "thead", (char *)NULL);
	page_open(page, "tr", (char *)NULL);
	report_heading(page, "Kind", false);
	page_element(page, "td", "", "class", "graph", (char *)NULL);
	report_heading(page, "Claims", true);
	report_heading(page, "Flagged", true);
	report_heading(page, "Rate", true);
	report_heading(page, "Softly", true);
	report_heading(page, "Sourced", true);
	report_heading(page, "Exempt", true);
	page_close(page);
	page_close(page);
	write_group(page, &data->totals, true, longest);
	write_group(page, &data->totals, false, longest);
	report_table_end(page);
	report_section_end(page);
}
