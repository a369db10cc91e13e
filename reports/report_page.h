/* The parts of the report page. Each writes one section from the data; report_html.c puts them in order. */
#ifndef REPORTS_REPORT_PAGE_H
#define REPORTS_REPORT_PAGE_H

#include "figure.h"
#include "page.h"
#include "report_data.h"

/* The whole page. Errors: WA_ERR_NOMEM; what becomes of the bytes the sink tells. */
enum wa_status report_write(const struct report_data *data, struct wa_sink *sink, struct wa_error *error);

/* Up to the opening of <main>. */
void report_head(struct page *page, const struct report_data *data);
/* From the closing of <main>. */
void report_foot(struct page *page, const struct report_data *data);

void report_summary(struct page *page, const struct report_data *data);
void report_claims(struct page *page, const struct report_data *data);
void report_periods(struct page *page, const struct report_data *data);
void report_desks(struct page *page, const struct report_data *data);
void report_rules(struct page *page, const struct report_data *data);
void report_sources(struct page *page, const struct report_data *data);
void report_agencies(struct page *page, const struct report_data *data);
void report_items(struct page *page, const struct report_data *data);
void report_gaps(struct page *page, const struct report_data *data);
void report_terms(struct page *page, const struct report_data *data);

/* A section with its heading and a few words on how to read it; report_section_end() closes it. */
void report_section(struct page *page, const char *id, const char *title, const char *intro);
void report_section_end(struct page *page);

/* A table that may be wider than the screen, with its caption (for those who hear the page); ends with report_table_end(). */
void report_table(struct page *page, const char *class, const char *caption);
void report_table_end(struct page *page);
/* A heading cell; numbers stand to the right. */
void report_heading(struct page *page, const char *text, bool number);
/* Cells with a number, a share, a bar. */
void report_number(struct page *page, uint64_t number);
void report_rate(struct page *page, uint64_t part, uint64_t whole);
void report_bar(struct page *page, const char *class, uint64_t part, uint64_t whole, uint64_t longest);
/* Says `words` in a section that has nothing to show, or that nothing was audited: these are not the same. */
void report_nothing(struct page *page, const struct report_data *data, const char *words);
/* How many more there are below a list that was cut; nothing when it was not. */
void report_more(struct page *page, uint64_t shown, uint64_t all, const char *what);
/* A cell with links to the first few items that `fits` takes. */
void report_examples(struct page *page, const struct report_data *data,
	bool (*fits)(const struct report_item *item, struct wa_str key), struct wa_str key);
/* The anchor of a row: "rule-3". */
struct figure report_anchor(const char *kind, size_t index);
/* A link within the page. */
void report_link(struct page *page, const char *kind, size_t index, struct wa_str text);

/* The index of the rule or desk; SIZE_MAX when the report does not show it. */
size_t report_rule_index(const struct report_data *data, struct wa_str code);
size_t report_desk_index(const struct report_data *data, struct wa_str name);
bool report_same(struct wa_str a, struct wa_str b);
/* The words of a claim type and of a kind of source for people. */
const char *report_claim_words(enum wa_claim_type type);
const char *report_source_words(enum wa_source_kind kind);

#endif
