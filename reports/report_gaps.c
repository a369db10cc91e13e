/* What no figure covers, and why: documents not audited, parts left out, findings set aside. */
#include "report_page.h"

static void write_reasons(struct page *page, const struct wa_totals *totals)
{
	page_open(page, "ul", "class", "reasons", (char *)NULL);
	for (int skip = WA_SKIP_NONE + 1; skip < WA_SKIP_COUNT; skip++) {
		if (!totals->skipped[skip])
			continue;
		page_open(page, "li", (char *)NULL);
		page_open(page, "b", (char *)NULL);
		page_count(page, totals->skipped[skip]);
		page_close(page);
		page_textf(page, " %s", report_skip_words(skip));
		page_close(page);
	}
	page_close(page);
}

static void write_row(struct page *page, const struct report_gap *gap)
{
	page_open(page, "tr", (char *)NULL);
	page_open(page, "th", "scope", "row", (char *)NULL);
	if (gap->title.len) {
		page_open(page, "bdi", (char *)NULL);
		page_str(page, gap->title);
		page_close(page);
		page_text(page, " ");
	}
	page_open(page, "span", "class", "gloss", (char *)NULL);
	page_open(page, "bdi", (char *)NULL);
	page_str(page, gap->uri);
	page_close(page);
	page_close(page);
	page_close(page);
	page_open(page, "td", (char *)NULL);
	page_str(page, gap->what);
	page_text(page, gap->what.len && gap->why.len ? ": " : "");
	page_str(page, gap->why);
	page_close(page);
	page_close(page);
}

static void write_list(struct page *page, const struct report_gaps *gaps, const char *title, const char *caption, const char *why,
	const char *more)
{
	if (!gaps->all)
		return;
	page_element(page, "h3", title, (char *)NULL);
	report_table(page, "gaps", caption);
	page_open(page, "thead", (char *)NULL);
	page_open(page, "tr", (char *)NULL);
	report_heading(page, "Document", false);
	report_heading(page, why, false);
	page_close(page);
	page_close(page);
	page_open(page, "tbody", (char *)NULL);
	for (size_t i = 0; i < gaps->count; i++)
		write_row(page, &gaps->rows[i]);
	page_close(page);
	report_table_end(page);
	report_more(page, gaps->count, gaps->all, more);
}

void report_gaps(struct page *page, const struct report_data *data)
{
	const struct wa_totals *totals = &data->totals;
	bool nothing = !data->skipped.all && !data->in_part.all && !data->suppressed.all;
	report_section(page, "gaps", "Not audited", "A document that stands here may hold anything: no finding is no clearance.");
	if (nothing && totals->found)
		page_element(page, "p", "Every document of the period was audited in full, and no finding was set aside.", "class",
			"none", (char *)NULL);
	if (!totals->found)
		page_element(page, "p", "The record holds no document of this period and desk.", "class", "none", (char *)NULL);
	if (data->skipped.all)
		write_reasons(page, totals);
	write_list(page, &data->skipped, "Not audited", "Documents not audited", "Why not", "documents not audited");
	write_list(page, &data->in_part, "Audited in part", "Documents audited in part", "What was left out",
		"documents audited in part");
	write_list(page, &data->suppressed, "Set aside", "Findings suppressed in the copy or waived", "Rule and reason given",
		"findings set aside");
	report_section_end(page);
}
