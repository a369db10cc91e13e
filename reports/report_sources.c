/* By source: how often it is credited, and which claims it answers for. */
#include "report_page.h"

static void write_name(struct page *page, const struct report_source *source)
{
	page_open(page, "th", "scope", "row", (char *)NULL);
	page_open(page, "bdi", (char *)NULL);
	page_str(page, source->name);
	page_close(page);
	page_element(page, "span", report_source_words(source->kind), "class", "gloss", (char *)NULL);
	page_close(page);
}

struct kind {
	enum wa_claim_type type;
	uint64_t claims;
};

static int by_claims(const void *a, const void *b)
{
	const struct kind *x = a, *y = b;
	return x->claims > y->claims ? -1 : x->claims < y->claims;
}

/* "Deaths 12, Injured 4": the commonest kinds. */
static void write_claims(struct page *page, const struct report_source *source)
{
	struct kind kinds[REPORT_SOURCE_CLAIMS];
	size_t count = 0;
	for (int type = 0; type < WA_CLAIM_TYPE_COUNT; type++) {
		struct kind kind = {(enum wa_claim_type)type, source->claims[type]};
		if (kind.claims)
			report_rank(kinds, &count, REPORT_SOURCE_CLAIMS, sizeof kind, &kind, by_claims);
	}
	page_open(page, "td", "class", "kinds", (char *)NULL);
	for (size_t i = 0; i < count; i++)
		page_textf(page, "%s%s\xC2\xA0%s", i ? ", " : "", report_claim_words(kinds[i].type),
			figure_count(kinds[i].claims).text);
	page_close(page);
}

static void write_row(struct page *page, const struct report_source *source, uint64_t longest)
{
	page_open(page, "tr", (char *)NULL);
	write_name(page, source);
	report_bar(page, "graph calm", source->said, source->attributions, longest);
	report_number(page, source->attributions);
	report_number(page, source->said);
	report_number(page, source->documents);
	report_number(page, source->answers);
	report_number(page, source->grave);
	write_claims(page, source);
	page_close(page);
}

static void write_heads(struct page *page)
{
	page_open(page, "thead", (char *)NULL);
	page_open(page, "tr", (char *)NULL);
	report_heading(page, "Source", false);
	page_element(page, "td", "", "class", "graph", (char *)NULL);
	report_heading(page, "Credited", true);
	report_heading(page, "Said", true);
	report_heading(page, "Documents", true);
	report_heading(page, "Claims", true);
	report_heading(page, "Grave", true);
	report_heading(page, "Answers for", false);
	page_close(page);
	page_close(page);
}

void report_sources(struct page *page, const struct report_data *data)
{
	report_section(page, "sources", "Sources",
		"Who is credited, how often, and which claims they are the first to answer for. Bars show credits; green is what "
		"they said, the rest is believed, found or felt. First and later mentions within an item are one source; the same "
		"words in two items may mean two.");
	if (!data->source_count) {
		report_nothing(page, data, "Nobody is credited.");
		report_section_end(page);
		return;
	}
	report_table(page, "sources", "Credits and claims by source");
	write_heads(page);
	page_open(page, "tbody", (char *)NULL);
	for (size_t i = 0; i < data->source_count; i++)
		write_row(page, &data->sources[i], data->sources[0].attributions);
	page_close(page);
	report_table_end(page);
	report_more(page, data->source_count, data->source_all, "sources credited less often");
	report_section_end(page);
}
