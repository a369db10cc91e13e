/* The first sheet: what it comes to, with charts. Rows are written downwards, as the library asks. */
#include <math.h>
#include <stdio.h>

#include "export_sheet.h"
#include "figure.h"

#define SHEET "Summary"

enum { FLAGGED = 0xA32D1C, OTHERS = 0xC9C1B1, CHART_ROW = 4 };

static lxw_row_t put_line(struct book *book, lxw_row_t row, const char *words, double number, lxw_format *format)
{
	book_words(book, row, 0, words, NULL);
	book_number(book, row, 1, number, format);
	return row + 1;
}

static lxw_row_t put_head(struct book *book, lxw_row_t row, const struct report_data *data)
{
	char period[128];
	const struct wa_filter *filter = data->filter;
	snprintf(period, sizeof period, "%s to %s", filter->since ? filter->since : data->totals.first,
		filter->until ? filter->until : data->totals.last);
	book_check(book, worksheet_set_row(book->sheet, row, 26, NULL));
	book_words(book, row++, 0, data->title, book->title);
	book_words(book, row, 0, "Period", NULL);
	book_words(book, row++, 1, period, NULL);
	book_words(book, row, 0, "Desk", NULL);
	book_words(book, row++, 1, !filter->desk ? "all" : *filter->desk ? filter->desk : "documents of no desk", NULL);
	if (data->generated) {
		book_words(book, row, 0, "Made (UTC)", NULL);
		book_time(book, row++, 1, data->generated);
	}
	return row + 1;
}

static lxw_row_t put_totals(struct book *book, lxw_row_t row, const struct wa_totals *t)
{
	const struct wa_counts *c = &t->counts;
	book_words(book, row, 0, "In all", book->heading);
	book_words(book, row++, 1, "Number", book->heading_right);
	row = put_line(book, row, "Documents audited", (double)c->documents, NULL);
	row = put_line(book, row, "Documents not audited", (double)(t->found - c->documents), NULL);
	row = put_line(book, row, "Documents audited in part", (double)t->in_part, NULL);
	row = put_line(book, row, "Agency mentions", (double)t->mentions, NULL);
	row = put_line(book, row, "Attributions", (double)t->attributions, NULL);
	row = put_line(book, row, "Claims", (double)c->claims, NULL);
	row = put_line(book, row, "Grave claims", (double)c->grave, NULL);
	row = put_line(book, row, "Grave claims flagged", (double)c->flagged, NULL);
	row = put_line(book, row, "Rate (grave claims flagged \xC3\xB7 grave claims)",
		c->grave ? (double)c->flagged / (double)c->grave : NAN, book->share);
	row = put_line(book, row, "Errors", (double)c->findings[WA_LEVEL_ERROR], NULL);
	row = put_line(book, row, "Warnings", (double)c->findings[WA_LEVEL_WARNING], NULL);
	row = put_line(book, row, "Notes", (double)c->findings[WA_LEVEL_NOTE], NULL);
	row = put_line(book, row, "Findings suppressed in the copy or waived", (double)c->suppressed, NULL);
	return row + 1;
}

/* Columns 1 to 8 of the tables by week and by desk. */
static void put_count_headings(struct book *book, lxw_row_t row)
{
	static const char *const words[] = {"Documents", "Grave claims", "Flagged", "Not flagged", "Rate", "Errors", "Warnings"};
	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		book_words(book, row, (lxw_col_t)(i + 2), words[i], book->heading_right);
}

static void put_counts(struct book *book, lxw_row_t row, const struct wa_counts *c)
{
	book_number(book, row, 2, (double)c->documents, NULL);
	book_number(book, row, 3, (double)c->grave, NULL);
	book_number(book, row, 4, (double)c->flagged, NULL);
	book_number(book, row, 5, (double)(c->grave - c->flagged), NULL);
	book_number(book, row, 6, c->grave ? (double)c->flagged / (double)c->grave : NAN, book->share);
	book_number(book, row, 7, (double)c->findings[WA_LEVEL_ERROR], NULL);
	book_number(book, row, 8, (double)c->findings[WA_LEVEL_WARNING], NULL);
}

static void add_series(
	struct book *book, lxw_chart *chart, const char *name, lxw_color_t color, lxw_col_t column, lxw_row_t first, lxw_row_t last)
{
	lxw_chart_series *series = chart_add_series(chart, NULL, NULL);
	lxw_chart_fill fill = {.color = color};
	if (!series) {
		book_check(book, LXW_ERROR_MEMORY_MALLOC_FAILED);
		return;
	}
	chart_series_set_name(series, name);
	chart_series_set_categories(series, SHEET, first, 0, last, 0);
	chart_series_set_values(series, SHEET, first, column, last, column);
	chart_series_set_fill(series, &fill);
}

/* Grave claims, flagged ones at the foot, of the rows `first` to `last` of a table written above; beside the totals, from column
 * `at`. */
static void draw(struct book *book, const char *title, lxw_col_t at, lxw_row_t first, lxw_row_t last)
{
	lxw_chart_line faint = {.color = 0xD9D3C6, .width = 0.75};
	if (book_failed(book))
		return;
	lxw_chart *chart = workbook_add_chart(book->workbook, LXW_CHART_COLUMN_STACKED);
	if (!chart) {
		book_check(book, LXW_ERROR_MEMORY_MALLOC_FAILED);
		return;
	}
	add_series(book, chart, "Flagged", FLAGGED, 4, first, last);
	add_series(book, chart, "Not flagged", OTHERS, 5, first, last);
	chart_title_set_name(chart, title);
	chart_legend_set_position(chart, LXW_CHART_LEGEND_BOTTOM);
	chart_axis_major_gridlines_set_line(chart->y_axis, &faint);
	lxw_chart_options options = {.description = (char *)title};
	book_check(book, worksheet_insert_chart_opt(book->sheet, CHART_ROW, at, chart, &options));
}

static lxw_row_t put_weeks(struct book *book, lxw_row_t row, const struct report_data *data)
{
	lxw_row_t first = row + 1;
	char heading[40];
	snprintf(heading, sizeof heading, "%u weeks from", data->step);
	book_words(book, row, 0, data->step == 1 ? "Week" : "Weeks", book->heading);
	book_words(book, row, 1, data->step == 1 ? "Monday" : heading, book->heading);
	put_count_headings(book, row++);
	for (size_t i = 0; i < data->period_count; i++, row++) {
		book_words(book, row, 0, figure_date(data->periods[i].start).text, NULL);
		book_date(book, row, 1, data->periods[i].start);
		put_counts(book, row, &data->periods[i].counts);
	}
	lxw_row_t end = row;
	if (data->without_date.documents) {
		book_words(book, row, 0, "No date", NULL);
		put_counts(book, row++, &data->without_date);
	}
	if (data->period_count)
		draw(book, "Grave claims by week of publication", 3, first, end - 1);
	return row + 1;
}

static lxw_row_t put_desks(struct book *book, lxw_row_t row, const struct report_data *data)
{
	lxw_row_t first = row + 1;
	book_words(book, row, 0, "Desk", book->heading);
	book_words(book, row, 1, " ", book->heading);
	put_count_headings(book, row++);
	for (size_t i = 0; i < data->desk_count; i++, row++) {
		struct wa_str name = data->desks[i].name;
		book_text(book, row, 0, name.len ? name : (struct wa_str){"No desk", 7}, NULL);
		put_counts(book, row, &data->desks[i].counts);
	}
	if (data->desk_count)
		draw(book, "Grave claims by desk", 8, first, row - 1);
	return row + 1;
}

static lxw_row_t put_rules(struct book *book, lxw_row_t row, const struct report_data *data)
{
	static const char *const words[] = {"Documents", "Errors", "Warnings", "Notes"};
	book_words(book, row, 0, "Rule", book->heading);
	book_words(book, row, 1, "Code", book->heading);
	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		book_words(book, row, (lxw_col_t)(i + 2), words[i], book->heading_right);
	row++;
	for (size_t i = 0; i < data->rule_count; i++, row++) {
		const struct report_rule *rule = &data->rules[i];
		book_text(book, row, 0, rule->name, NULL);
		book_text(book, row, 1, rule->code, NULL);
		book_number(book, row, 2, (double)rule->documents, NULL);
		book_number(book, row, 3, (double)rule->findings[WA_LEVEL_ERROR], NULL);
		book_number(book, row, 4, (double)rule->findings[WA_LEVEL_WARNING], NULL);
		book_number(book, row, 5, (double)rule->findings[WA_LEVEL_NOTE], NULL);
	}
	return row + 1;
}

static void put_agencies(struct book *book, lxw_row_t row, const struct report_data *data)
{
	book_words(book, row, 0, "Agency", book->heading);
	book_words(book, row, 1, "Mentions", book->heading_right);
	book_words(book, row, 2, "Documents", book->heading_right);
	for (int role = 0; role < WA_ROLE_COUNT; role++)
		book_words(book, row, (lxw_col_t)(role + 3), wa_role_name(role), book->heading_right);
	row++;
	for (size_t i = 0; i < data->agency_count; i++, row++) {
		const struct report_agency *agency = &data->agencies[i];
		book_text(book, row, 0, agency->name, NULL);
		book_number(book, row, 1, (double)agency->mentions, NULL);
		book_number(book, row, 2, (double)agency->documents, NULL);
		for (int role = 0; role < WA_ROLE_COUNT; role++)
			book_number(book, row, (lxw_col_t)(role + 3), (double)agency->roles[role], NULL);
	}
}

void export_summary(struct book *book, const struct report_data *data)
{
	book_sheet(book, SHEET);
	if (book_failed(book))
		return;
	worksheet_set_landscape(book->sheet);
	worksheet_set_paper(book->sheet, 9); /* A4 */
	worksheet_fit_to_pages(book->sheet, 1, 0);
	worksheet_gridlines(book->sheet, LXW_HIDE_ALL_GRIDLINES);
	book_width(book, 0, 0, 42);
	book_width(book, 1, 1, 17);
	book_width(book, 2, 12, 14);
	lxw_row_t row = put_head(book, 0, data);
	row = put_totals(book, row, &data->totals);
	row = put_weeks(book, row, data);
	row = put_desks(book, row, data);
	row = put_rules(book, row, data);
	put_agencies(book, row, data);
}
