/* By rule: what was found, and among which of the items below it can be seen. */
#include "report_page.h"

static bool shows(const struct report_item *item, struct wa_str code)
{
	for (size_t i = 0; i < item->shown_count; i++)
		if (report_same(item->shown[i].code, code))
			return true;
	return false;
}

/* The reason unfolds where it stands; the newsroom's page has the examples. */
static void write_why(struct page *page, const struct report_rule *rule)
{
	char *address = rule->page.len ? strndup(rule->page.ptr, rule->page.len) : NULL;
	if (rule->why.len) {
		page_open(page, "details", "class", "gloss", (char *)NULL);
		page_element(page, "summary", "Why", (char *)NULL);
		page_str(page, rule->why);
		if (address) {
			page_text(page, " ");
			page_element(page, "a", "Examples", "href", address, "rel", "noopener noreferrer", (char *)NULL);
		}
		page_close(page);
	}
	free(address);
}

static void write_name(struct page *page, size_t index, const struct report_rule *rule)
{
	page_open(page, "th", "scope", "row", "id", report_anchor("rule", index).text, (char *)NULL);
	page_str(page, rule->name);
	page_text(page, " ");
	page_open(page, "span", "class", "code", (char *)NULL);
	page_str(page, rule->code);
	page_close(page);
	if (rule->summary.len) {
		page_open(page, "span", "class", "gloss", (char *)NULL);
		page_str(page, rule->summary);
		page_close(page);
	}
	write_why(page, rule);
	page_close(page);
}

static uint64_t count(const struct report_rule *rule)
{
	return rule->findings[WA_LEVEL_ERROR] + rule->findings[WA_LEVEL_WARNING] + rule->findings[WA_LEVEL_NOTE];
}

static void write_row(struct page *page, const struct report_data *data, size_t index, uint64_t longest)
{
	const struct report_rule *rule = &data->rules[index];
	page_open(page, "tr", (char *)NULL);
	write_name(page, index, rule);
	report_bar(page, "graph", rule->findings[WA_LEVEL_ERROR], count(rule), longest);
	report_number(page, rule->findings[WA_LEVEL_ERROR]);
	report_number(page, rule->findings[WA_LEVEL_WARNING]);
	report_number(page, rule->findings[WA_LEVEL_NOTE]);
	report_number(page, rule->documents);
	report_examples(page, data, shows, rule->code);
	page_close(page);
}

void report_rules(struct page *page, const struct report_data *data)
{
	uint64_t longest = 0;
	report_section(page, "rules", "Rules",
		"Findings by rule, errors in red. The numbers in the last column lead to items below. \xE2\x80\x9Cwireaudit "
		"explain\xE2\x80\x9D shows examples of a rule.");
	if (!data->rule_count) {
		report_nothing(page, data, "No findings.");
		report_section_end(page);
		return;
	}
	for (size_t i = 0; i < data->rule_count; i++)
		if (count(&data->rules[i]) > longest)
			longest = count(&data->rules[i]);
	report_table(page, "rules", "Findings by rule");
	page_open(page, "thead", (char *)NULL);
	page_open(page, "tr", (char *)NULL);
	report_heading(page, "Rule", false);
	page_element(page, "td", "", "class", "graph", (char *)NULL);
	report_heading(page, "Errors", true);
	report_heading(page, "Warnings", true);
	report_heading(page, "Notes", true);
	report_heading(page, "Documents", true);
	report_heading(page, "Seen in item", false);
	page_close(page);
	page_close(page);
	page_open(page, "tbody", (char *)NULL);
	for (size_t i = 0; i < data->rule_count; i++)
		write_row(page, data, i, longest);
	page_close(page);
	report_table_end(page);
	report_more(page, data->rule_count, data->rule_all, "rules with fewer findings");
	report_section_end(page);
}
