/* Grave claims over time: a chart, and the same figures as a table. */
#include <stdio.h>

#include "report_page.h"
#include "svg.h"

static void set_column(struct svg_column *column, const struct report_period *period)
{
	struct date start = period->start;
	*column = (struct svg_column){.part = period->counts.flagged, .whole = period->counts.grave};
	snprintf(column->label, sizeof column->label, "%u %s", start.day, date_month(start.month));
	snprintf(column->era, sizeof column->era, "%d", start.year);
	if (period->counts.grave)
		snprintf(column->above, sizeof column->above, "%.15s", figure_rate(column->part, column->whole).text);
}

static void draw(struct page *page, const struct report_data *data)
{
	struct svg_column columns[REPORT_PERIODS];
	for (size_t i = 0; i < data->period_count; i++)
		set_column(&columns[i], &data->periods[i]);
	page_open(page, "figure", "class", "chart", (char *)NULL);
	page_open(page, "figcaption", (char *)NULL);
	page_text(page, "Grave claims: ");
	page_element(page, "span", "", "class", "key v-flag", (char *)NULL);
	page_text(page, "flagged ");
	page_element(page, "span", "", "class", "key whole", (char *)NULL);
	page_text(page, "all others");
	page_close(page);
	svg_columns(page, "chart", "Grave claims over time, flagged ones in the strong colour",
		"A column for each period, oldest first. The table below holds the same figures.", columns, data->period_count);
	page_close(page);
}

static void write_counts(struct page *page, const struct wa_counts *counts)
{
	report_number(page, counts->grave);
	report_number(page, counts->flagged);
	report_rate(page, counts->flagged, counts->grave);
	report_number(page, counts->documents);
	report_number(page, counts->findings[WA_LEVEL_ERROR]);
	report_number(page, counts->findings[WA_LEVEL_WARNING]);
}

static void write_row(struct page *page, const char *name, const struct wa_counts *counts)
{
	page_open(page, "tr", (char *)NULL);
	page_element(page, "th", name, "scope", "row", (char *)NULL);
	write_counts(page, counts);
	page_close(page);
}

static void write_table(struct page *page, const struct report_data *data)
{
	char heading[40];
	snprintf(heading, sizeof heading, "%u weeks from", data->step);
	report_table(page, "periods", "The same figures as a table");
	page_open(page, "thead", (char *)NULL);
	page_open(page, "tr", (char *)NULL);
	report_heading(page, data->step == 1 ? "Week of" : heading, false);
	report_heading(page, "Grave claims", true);
	report_heading(page, "Flagged", true);
	report_heading(page, "Rate", true);
	report_heading(page, "Documents", true);
	report_heading(page, "Errors", true);
	report_heading(page, "Warnings", true);
	page_close(page);
	page_close(page);
	page_open(page, "tbody", (char *)NULL);
	for (size_t i = 0; i < data->period_count; i++)
		write_row(page, figure_date(data->periods[i].start).text, &data->periods[i].counts);
	if (data->without_date.documents)
		write_row(page, "No date", &data->without_date);
	page_close(page);
	report_table_end(page);
}

/* Dates that are not those of publication are told. */
static void write_datings(struct page *page, const struct report_data *data)
{
	const uint64_t *dated = data->totals.dated;
	if (dated[WA_DATED_MODIFIED]) {
		page_open(page, "p", "class", "more", (char *)NULL);
		page_counted(page, dated[WA_DATED_MODIFIED], "document");
		page_text(page, " without a date of publication placed by the last change.");
		page_close(page);
	}
	if (dated[WA_DATED_FIRST_SEEN] && !data->without_date.documents)
		page_element(page, "p", "No document has a date of its own: these are the weeks in which they were first seen.",
			"class", "more", (char *)NULL);
}

void report_periods(struct page *page, const struct report_data *data)
{
	report_section(page, "weeks", data->step == 1 ? "Week by week" : "Over time",
		"By the date of publication. The share above a column is the rate of flagged claims; it says little where columns "
		"are low.");
	if (data->period_count) {
		draw(page, data);
		write_table(page, data);
		write_datings(page, data);
	} else {
		report_nothing(page, data, "No document has a date.");
	}
	report_section_end(page);
}
