/*
 * What a report shows, gathered from the database before a byte is written, so that the sections can tell
 * shares and scales. Every list is cut at a limit and knows how many rows there are in all: the page stays
 * small however large the database and its texts are, and says what it leaves out.
 */
#ifndef REPORTS_REPORT_DATA_H
#define REPORTS_REPORT_DATA_H

#include "date.h"
#include "excerpt.h"
#include "pool.h"
#include "wireaudit/report.h"

/* The standing title. */
#define REPORT_TITLE "Who answers for what we wrote"

/* What a report shows at most. */
enum report_limit {
	REPORT_AGENCIES = 40,
	REPORT_DESKS = 40,
	REPORT_RULES = 100,
	REPORT_SOURCES = 40,
	REPORT_SOURCE_CLAIMS = 3, /* kinds */
	REPORT_ITEMS = 25,        /* unless the options say otherwise */
	REPORT_ITEMS_MOST = 1000,
	REPORT_ITEM_FINDINGS = 8,
	REPORT_GAPS = 50,
	REPORT_PERIODS = 54, /* columns of the chart: a year's weeks; longer times have several weeks to a column */
	REPORT_QUOTE = 420,  /* columns of a paragraph quoted around a span */
	REPORT_LINE = 200,   /* columns of a headline, an address, a message */
	REPORT_NAME = 60,    /* columns of a name */
};

struct report_agency {
	struct wa_str name;
	uint64_t documents, mentions, roles[WA_ROLE_COUNT];
	uint64_t grave, flagged; /* claims in documents that credit it */
};

struct report_source {
	struct wa_str name;
	enum wa_source_kind kind;
	uint64_t attributions, said, documents;
	uint64_t answers, grave, claims[WA_CLAIM_TYPE_COUNT]; /* it is the first to answer for */
};

struct report_desk {
	struct wa_str name; /* empty for documents of no desk */
	struct wa_counts counts;
};

struct report_rule {
	struct wa_str code, name, summary, why; /* summary and why are empty when nothing is known of the rule */
	struct wa_str page;                     /* address of its explanation, empty for none */
	uint64_t documents, findings[WA_LEVEL_COUNT];
};

/* report_data.step weeks by publication. */
struct report_period {
	struct date start; /* a Monday */
	struct wa_counts counts;
};

struct report_finding {
	uint32_t para, item;        /* para is WA_NONE for one about a whole item */
	struct wa_str text;         /* the paragraph, or the words around the span; findings of one short paragraph share it */
	struct wa_span span;        /* in `text` */
	bool cut_before, cut_after; /* `text` is not the whole paragraph */
	struct wa_str code, name, message, mend;
	struct wa_str fingerprint; /* by which it is waived */
	enum wa_level level;
};

struct report_item {
	int64_t document;
	struct wa_str uri, title, desk;
	struct wa_str date; /* YYYY-MM-DD */
	enum wa_dating dated;
	bool several; /* a page of several stories */
	uint64_t findings[WA_LEVEL_COUNT];
	struct report_finding shown[REPORT_ITEM_FINDINGS]; /* the gravest, in the order of the text */
	size_t shown_count;
};

/* A document not audited or audited in part, or a finding suppressed. */
struct report_gap {
	struct wa_str uri, title, what, why;
};

struct report_gaps {
	struct report_gap rows[REPORT_GAPS];
	size_t count;
	uint64_t all;
};

struct report_data {
	struct pool pool; /* owns the rows and texts; to be released by who made the record */
	const char *title, *generated;
	const struct wa_filter *filter;
	const struct wa_engine *engine;
	struct wa_totals totals;
	struct report_agency agencies[REPORT_AGENCIES];
	size_t agency_count;
	uint64_t agency_all;
	struct report_source sources[REPORT_SOURCES];
	size_t source_count;
	uint64_t source_all;
	struct report_desk desks[REPORT_DESKS];
	size_t desk_count;
	uint64_t desk_all;
	struct report_rule rules[REPORT_RULES];
	size_t rule_count;
	uint64_t rule_all;
	unsigned step; /* weeks in a period */
	struct report_period periods[REPORT_PERIODS];
	size_t period_count;
	struct wa_counts without_date; /* in no period; empty where nothing has a date, for then the day first seen serves */
	struct report_item *items;
	size_t item_count;
	uint64_t item_all; /* documents with findings */
	struct report_gaps skipped, in_part, suppressed;
};

/* These fill parts of a record that holds its title, time and engine, and is zeroed else: sums, which come first, then items and
 * gaps. */
enum wa_status report_gather_sums(
	struct wa_store *store, const struct wa_filter *filter, struct report_data *data, struct wa_error *error);
enum wa_status report_gather_items(struct wa_store *store, size_t most, struct report_data *data, struct wa_error *error);
enum wa_status report_gather_gaps(struct wa_store *store, struct report_data *data, struct wa_error *error);

/* Puts a row of `size` bytes among the first `limit` in order of `compare` (negative: `a` comes first). False when it falls behind.
 */
bool report_rank(
	void *rows, size_t *count, size_t limit, size_t size, const void *row, int (*compare)(const void *a, const void *b));

/* The words of a reason for people. */
const char *report_skip_words(enum wa_skip skip);

#endif
