/* The pieces the sections of the report are made of. */
#include <stdio.h>
#include <string.h>

#include "report_page.h"
#include "svg.h"

enum { EXAMPLES = 4 };

void report_section(struct page *page, const char *id, const char *title, const char *intro)
{
	char name[64];
	snprintf(name, sizeof name, "%s-heading", id);
	page_open(page, "section", "id", id, "aria-labelledby", name, (char *)NULL);
	page_open(page, "div", "class", "aside", (char *)NULL);
	page_element(page, "h2", title, "id", name, (char *)NULL);
	if (intro)
		page_element(page, "p", intro, (char *)NULL);
	page_close(page);
	page_open(page, "div", "class", "content", (char *)NULL);
}

void report_section_end(struct page *page)
{
	page_close(page);
	page_close(page);
}

/* What scrolls must be reachable by the keyboard. */
void report_table(struct page *page, const char *class, const char *caption)
{
	page_open(page, "div", "class", "wide", "tabindex", "0", "role", "group", "aria-label", caption, (char *)NULL);
	page_open(page, "table", "class", class, (char *)NULL);
	page_element(page, "caption", caption, (char *)NULL);
}

void report_table_end(struct page *page)
{
	page_close(page);
	page_close(page);
}

void report_heading(struct page *page, const char *text, bool number)
{
	if (number)
		page_element(page, "th", text, "scope", "col", "class", "n", (char *)NULL);
	else
		page_element(page, "th", text, "scope", "col", (char *)NULL);
}

void report_number(struct page *page, uint64_t number)
{
	page_element(page, "td", figure_count(number).text, "class", number ? "n" : "n zero", (char *)NULL);
}

void report_rate(struct page *page, uint64_t part, uint64_t whole)
{
	page_element(page, "td", figure_rate(part, whole).text, "class", part ? "n rate" : "n zero", (char *)NULL);
}

void report_bar(struct page *page, const char *class, uint64_t part, uint64_t whole, uint64_t longest)
{
	page_open(page, "td", "class", class, (char *)NULL);
	svg_bar(page, part, whole, longest);
	page_close(page);
}

void report_nothing(struct page *page, const struct report_data *data, const char *words)
{
	page_element(page, "p", data->totals.counts.documents ? words : "Nothing was audited.", "class", "none", (char *)NULL);
}

void report_more(struct page *page, uint64_t shown, uint64_t all, const char *what)
{
	if (all <= shown)
		return;
	page_open(page, "p", "class", "more", (char *)NULL);
	page_textf(page, "%s more not shown here: %s.", figure_count(all - shown).text, what);
	page_close(page);
}

void report_examples(struct page *page, const struct report_data *data,
	bool (*fits)(const struct report_item *item, struct wa_str key), struct wa_str key)
{
	int written = 0;
	page_open(page, "td", "class", "examples", (char *)NULL);
	for (size_t i = 0; i < data->item_count && written < EXAMPLES; i++) {
		if (!fits(&data->items[i], key))
			continue;
		struct figure number = figure_count(i + 1);
		page_text(page, written++ ? " " : "");
		report_link(page, "item", i, (struct wa_str){number.text, strlen(number.text)});
	}
	page_close(page);
}

struct figure report_anchor(const char *kind, size_t index)
{
	struct figure anchor;
	snprintf(anchor.text, sizeof anchor.text, "%s-%zu", kind, index + 1);
	return anchor;
}

void report_link(struct page *page, const char *kind, size_t index, struct wa_str text)
{
	char target[40];
	snprintf(target, sizeof target, "#%s", report_anchor(kind, index).text);
	page_open(page, "a", "href", target, (char *)NULL);
	page_str(page, text);
	page_close(page);
}

bool report_same(struct wa_str a, struct wa_str b)
{
	return a.len == b.len && (a.len == 0 || memcmp(a.ptr, b.ptr, a.len) == 0);
}

size_t report_rule_index(const struct report_data *data, struct wa_str code)
{
	for (size_t i = 0; i < data->rule_count; i++)
		if (report_same(data->rules[i].code, code))
			return i;
	return SIZE_MAX;
}

size_t report_desk_index(const struct report_data *data, struct wa_str name)
{
	for (size_t i = 0; i < data->desk_count; i++)
		if (report_same(data->desks[i].name, name))
			return i;
	return SIZE_MAX;
}
