/* The items with the gravest findings, each with the words in their paragraph. */
#include "report_page.h"

static const char *const level_classes[WA_LEVEL_COUNT] = {"off", "note", "warning", "error"};
static const char *const level_words[WA_LEVEL_COUNT] = {"Off", "Note", "Warning", "Error"};

/* What of the spans is to be marked next at or behind `at`; an empty one when nothing is. */
static struct wa_span next_mark(const struct report_finding *findings, size_t count, uint32_t at)
{
	struct wa_span next = {UINT32_MAX, UINT32_MAX};
	for (size_t i = 0; i < count; i++) {
		struct wa_span span = findings[i].span;
		if (span.start < at)
			span.start = at; /* marked in part already */
		if (span.start < span.end && span.start < next.start)
			next = span;
	}
	return next;
}

static void write_text(struct page *page, const struct report_finding *findings, size_t count)
{
	struct wa_str text = findings->text;
	struct wa_span mark;
	uint32_t at = 0;
	while ((mark = next_mark(findings, count, at)).end <= text.len) {
		page_str(page, (struct wa_str){text.ptr + at, mark.start - at});
		page_open(page, "mark", (char *)NULL);
		page_str(page, (struct wa_str){text.ptr + mark.start, mark.end - mark.start});
		page_close(page);
		at = mark.end;
	}
	page_str(page, (struct wa_str){text.ptr + at, text.len - at});
}

static void write_quote(struct page *page, const struct report_finding *findings, size_t count)
{
	if (!findings->text.len)
		return;
	page_open(page, "blockquote", "dir", "auto", (char *)NULL);
	page_text(page, findings->cut_before ? "\xE2\x80\xA6 " : "");
	write_text(page, findings, count);
	page_text(page, findings->cut_after ? " \xE2\x80\xA6" : "");
	page_close(page);
}

static void write_para(struct page *page, const struct report_finding *finding, bool several)
{
	page_open(page, "p", "class", "para", (char *)NULL);
	if (several)
		page_textf(page, "Item %s, ", figure_count(finding->item).text);
	if (finding->para == WA_NONE)
		page_text(page, several ? "as a whole" : "Item as a whole");
	else if (finding->para == 0)
		page_text(page, several ? "headline" : "Headline");
	else
		page_textf(page, several ? "paragraph %s" : "Paragraph %s", figure_count(finding->para).text);
	page_close(page);
}

static void write_rule(struct page *page, const struct report_data *data, const struct report_finding *finding)
{
	size_t rule = report_rule_index(data, finding->code);
	if (rule != SIZE_MAX)
		report_link(page, "rule", rule, finding->name);
	else
		page_str(page, finding->name);
}

static void write_finding(struct page *page, const struct report_data *data, const struct report_finding *finding)
{
	page_open(page, "li", "class", level_classes[finding->level], (char *)NULL);
	page_open(page, "p", "class", "tag", (char *)NULL);
	page_element(page, "span", level_words[finding->level], "class", "level", (char *)NULL);
	page_text(page, " ");
	write_rule(page, data, finding);
	page_text(page, " ");
	page_open(page, "code", "class", "fingerprint", (char *)NULL);
	page_str(page, finding->fingerprint);
	page_close(page);
	page_close(page);
	page_open(page, "p", "class", "message", (char *)NULL);
	page_str(page, finding->message);
	page_text(page, ". ");
	if (finding->mend.len) {
		page_open(page, "span", "class", "mend", (char *)NULL);
		page_str(page, finding->mend);
		page_text(page, ".");
		page_close(page);
	}
	page_close(page);
	page_close(page);
}

/* A paragraph and what was found in it. */
static void write_passage(struct page *page, const struct report_data *data, const struct report_item *item,
	const struct report_finding *findings, size_t count)
{
	enum wa_level worst = WA_LEVEL_OFF;
	for (size_t i = 0; i < count; i++)
		if (findings[i].level > worst)
			worst = findings[i].level;
	page_open(page, "div", "class", "passage", (char *)NULL);
	write_para(page, findings, item->several);
	page_open(page, "div", "class", level_classes[worst], (char *)NULL);
	write_quote(page, findings, count);
	page_close(page);
	page_open(page, "ul", "class", "findings", (char *)NULL);
	for (size_t i = 0; i < count; i++)
		write_finding(page, data, &findings[i]);
	page_close(page);
	page_close(page);
}

/* How many findings from the first on are about the same text. */
static size_t passage_length(const struct report_finding *findings, size_t count)
{
	size_t n = 1;
	while (n < count && findings->text.len && findings[n].text.ptr == findings->text.ptr)
		n++;
	return n;
}

static bool is_web(struct wa_str uri)
{
	return (uri.len > 7 && memcmp(uri.ptr, "http://", 7) == 0) || (uri.len > 8 && memcmp(uri.ptr, "https://", 8) == 0);
}

/* Only web addresses become links: a path of another machine leads nowhere, and other schemes may do anything. */
static void write_uri(struct page *page, struct wa_str uri)
{
	char *address = is_web(uri) ? strndup(uri.ptr, uri.len) : NULL;
	if (address)
		page_open(page, "a", "class", "uri", "href", address, "rel", "noopener noreferrer", (char *)NULL);
	else
		page_open(page, "span", "class", "uri", (char *)NULL);
	page_open(page, "bdi", (char *)NULL);
	page_str(page, uri);
	page_close(page);
	page_close(page);
	free(address);
}

static void write_desk(struct page *page, const struct report_data *data, struct wa_str desk)
{
	if (!desk.len)
		return;
	size_t index = report_desk_index(data, desk);
	page_open(page, "span", (char *)NULL);
	page_open(page, "bdi", (char *)NULL);
	if (index != SIZE_MAX)
		report_link(page, "desk", index, desk);
	else
		page_str(page, desk);
	page_close(page);
	page_close(page);
	page_text(page, " ");
}

static void write_date(struct page *page, const struct report_item *item)
{
	static const char *const asides[WA_DATING_COUNT] = {"", " (last change)", " (first seen)"};
	struct date date;
	page_open(page, "span", (char *)NULL);
	if (date_parse(item->date, &date))
		page_text(page, figure_date(date).text);
	page_text(page, asides[item->dated]);
	page_close(page);
	page_text(page, " ");
}

static void write_tally(struct page *page, const uint64_t findings[WA_LEVEL_COUNT])
{
	static const char *const nouns[WA_LEVEL_COUNT] = {"", "note", "warning", "error"};
	page_open(page, "p", "class", "tally", (char *)NULL);
	for (int level = WA_LEVEL_ERROR; level >= WA_LEVEL_NOTE; level--) {
		if (!findings[level])
			continue;
		page_open(page, "span", "class", level_classes[level], (char *)NULL);
		page_counted(page, findings[level], nouns[level]);
		page_close(page);
		page_text(page, " ");
	}
	page_close(page);
}

static void write_item(struct page *page, const struct report_data *data, size_t index)
{
	const struct report_item *item = &data->items[index];
	uint64_t all = item->findings[WA_LEVEL_NOTE] + item->findings[WA_LEVEL_WARNING] + item->findings[WA_LEVEL_ERROR];
	page_open(page, "article", "class", "item", "id", report_anchor("item", index).text, (char *)NULL);
	page_open(page, "h3", (char *)NULL);
	page_open(page, "span", "class", "rank", (char *)NULL);
	page_count(page, index + 1);
	page_close(page);
	page_text(page, " ");
	page_open(page, "bdi", (char *)NULL);
	page_str(page, item->title.len ? item->title : item->uri);
	page_close(page);
	page_close(page);
	page_open(page, "p", "class", "place", (char *)NULL);
	write_desk(page, data, item->desk);
	write_date(page, item);
	write_uri(page, item->uri);
	page_close(page);
	write_tally(page, item->findings);
	for (size_t i = 0, n; i < item->shown_count; i += n) {
		n = passage_length(&item->shown[i], item->shown_count - i);
		write_passage(page, data, item, &item->shown[i], n);
	}
	if (all > item->shown_count) {
		page_open(page, "p", "class", "more", (char *)NULL);
		page_textf(page, "And %s more in this item.", figure_count(all - item->shown_count).text);
		page_close(page);
	}
	page_close(page);
}

static void write_index_row(struct page *page, const struct report_item *item, size_t index)
{
	page_open(page, "tr", (char *)NULL);
	page_open(page, "th", "scope", "row", (char *)NULL);
	page_textf(page, "%s. ", figure_count(index + 1).text);
	report_link(page, "item", index, item->title.len ? item->title : item->uri);
	page_close(page);
	report_number(page, item->findings[WA_LEVEL_ERROR]);
	report_number(page, item->findings[WA_LEVEL_WARNING]);
	report_number(page, item->findings[WA_LEVEL_NOTE]);
	page_close(page);
}

static void write_index(struct page *page, const struct report_data *data)
{
	report_table(page, "index", "The worst items, in the order they follow below");
	page_open(page, "thead", (char *)NULL);
	page_open(page, "tr", (char *)NULL);
	report_heading(page, "Item", false);
	report_heading(page, "Errors", true);
	report_heading(page, "Warnings", true);
	report_heading(page, "Notes", true);
	page_close(page);
	page_close(page);
	page_open(page, "tbody", (char *)NULL);
	for (size_t i = 0; i < data->item_count; i++)
		write_index_row(page, &data->items[i], i);
	page_close(page);
	report_table_end(page);
}

void report_items(struct page *page, const struct report_data *data)
{
	report_section(page, "items", "Worst items",
		"Ordered by errors, then warnings. The words a finding is about are marked in their paragraph. The digits behind a "
		"rule are the finding's fingerprint: wireaudit waive takes it to let the finding pass.");
	if (!data->item_count)
		page_element(page, "p", data->totals.counts.documents ? "No item has a finding." : "Nothing was audited.", "class",
			"none", (char *)NULL);
	else
		write_index(page, data);
	for (size_t i = 0; i < data->item_count; i++)
		write_item(page, data, i);
	report_more(page, data->item_count, data->item_all, "items with lesser findings");
	report_section_end(page);
}
