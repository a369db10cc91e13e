/* The head of the page, its masthead and contents, and its foot. */
#include <stdio.h>

#include "report_page.h"

extern const char report_css[], report_css_hash[];

/* Only this style sheet is let in; no script, picture, font, frame or form, whatever the copy may hold. */
static void write_policy(struct page *page)
{
	char policy[256];
	snprintf(policy, sizeof policy, "default-src 'none'; style-src '%s'; base-uri 'none'; form-action 'none'", report_css_hash);
	page_void(page, "meta", "charset", "utf-8", (char *)NULL);
	page_void(page, "meta", "http-equiv", "Content-Security-Policy", "content", policy, (char *)NULL);
	page_void(page, "meta", "name", "viewport", "content", "width=device-width, initial-scale=1", (char *)NULL);
	page_void(page, "meta", "name", "color-scheme", "content", "light dark", (char *)NULL);
	page_void(page, "meta", "name", "referrer", "content", "no-referrer", (char *)NULL);
	page_void(page, "meta", "name", "robots", "content", "noindex", (char *)NULL);
}

static void write_date(struct page *page, const char *text)
{
	struct date date;
	if (date_parse((struct wa_str){text, strlen(text)}, &date))
		page_text(page, figure_date(date).text);
	else
		page_text(page, text);
}

static void write_range(struct page *page, const char *first, const char *last)
{
	write_date(page, first);
	if (strcmp(first, last) != 0) {
		page_text(page, " to ");
		write_date(page, last);
	}
}

static void write_period(struct page *page, const struct report_data *data)
{
	const struct wa_filter *filter = data->filter;
	if (filter->since && filter->until)
		write_range(page, filter->since, filter->until);
	else if (filter->since || filter->until) {
		page_text(page, filter->since ? "Since " : "Until ");
		write_date(page, filter->since ? filter->since : filter->until);
	} else {
		page_text(page, "The whole record");
	}
}

/* Which days there are is worth telling where none were asked for. */
static void write_extent(struct page *page, const struct report_data *data)
{
	page_counted(page, data->totals.counts.documents, "document");
	page_text(page, " audited");
	if (data->totals.counts.documents && !(data->filter->since && data->filter->until)) {
		page_text(page, ", ");
		write_range(page, data->totals.first, data->totals.last);
	}
}

static void write_desk(struct page *page, const char *desk)
{
	if (!desk || !*desk) {
		page_text(page, desk ? "Documents of no desk" : "All desks");
		return;
	}
	page_text(page, "Desk: ");
	page_element(page, "bdi", desk, (char *)NULL);
}

static void write_masthead(struct page *page, const struct report_data *data)
{
	page_open(page, "header", (char *)NULL);
	page_element(page, "p", "Compliance report", "class", "kicker", (char *)NULL);
	page_open(page, "h1", (char *)NULL);
	page_text(page, data->title);
	page_close(page);
	page_open(page, "p", "class", "period", (char *)NULL);
	page_open(page, "span", (char *)NULL);
	write_period(page, data);
	page_close(page);
	page_text(page, " ");
	page_open(page, "span", (char *)NULL);
	write_desk(page, data->filter->desk);
	page_close(page);
	page_text(page, " ");
	page_open(page, "span", (char *)NULL);
	write_extent(page, data);
	page_close(page);
	page_close(page);
	page_close(page);
}

static void write_contents(struct page *page)
{
	static const struct {
		const char *target, *words;
	} parts[] = {
		{"#claims", "Claims"},
		{"#weeks", "Over time"},
		{"#desks", "Desks"},
		{"#rules", "Rules"},
		{"#sources", "Sources"},
		{"#agencies", "Agencies"},
		{"#items", "Worst items"},
		{"#gaps", "Not audited"},
		{"#terms", "How to read this"},
	};
	page_open(page, "nav", "aria-label", "Contents", (char *)NULL);
	page_open(page, "ul", (char *)NULL);
	for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
		page_open(page, "li", (char *)NULL);
		page_element(page, "a", parts[i].words, "href", parts[i].target, (char *)NULL);
		page_close(page);
	}
	page_close(page);
	page_close(page);
}

void report_head(struct page *page, const struct report_data *data)
{
	page_literal(page, "<!DOCTYPE html>\n");
	page_open(page, "html", "lang", "en", (char *)NULL);
	page_open(page, "head", (char *)NULL);
	write_policy(page);
	page_open(page, "title", (char *)NULL);
	page_text(page, data->title);
	page_close(page);
	page_open(page, "style", (char *)NULL);
	page_literal(page, report_css);
	page_close(page);
	page_close(page);
	page_open(page, "body", "id", "top", (char *)NULL);
	write_masthead(page, data);
	write_contents(page);
	page_open(page, "main", (char *)NULL);
}

/* "2024-06-03T10:15:00Z" */
static void write_time(struct page *page, const char *time)
{
	size_t length = strlen(time);
	write_date(page, time);
	if (length < 16 || time[10] != 'T')
		return;
	page_text(page, ", ");
	page_str(page, (struct wa_str){time + 11, 5});
	page_text(page, time[length - 1] == 'Z' ? " UTC" : "");
}

void report_foot(struct page *page, const struct report_data *data)
{
	page_close(page);
	page_open(page, "footer", (char *)NULL);
	page_open(page, "p", (char *)NULL);
	page_text(page, "Made by wireaudit ");
	page_text(page, wa_version());
	if (data->generated) {
		page_text(page, " on ");
		write_time(page, data->generated);
	}
	page_text(page, ". A finding is a question to an editor, not a judgement; a document without findings is one in which none "
			"was found. ");
	page_element(page, "a", "Back to the top", "href", "#top", (char *)NULL);
	page_close(page);
	page_close(page);
	page_close(page);
	page_close(page);
}
