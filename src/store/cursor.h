/*
 * A query as a plan: its SQL, where the filter goes, and which part of the row each table of fields fills. A new kind
 * of row is a plan and two functions.
 */
#ifndef STORE_CURSOR_H
#define STORE_CURSOR_H

#include "base/vec.h"
#include "store/rows.h"
#include "store/statement.h"
#include "store/store.h"
#include "store/toll.h"

enum cursor_kind {
	CURSOR_DOCUMENT,
	CURSOR_PARAGRAPH,
	CURSOR_MENTION,
	CURSOR_ATTRIBUTION,
	CURSOR_CLAIM,
	CURSOR_FINDING,
	CURSOR_RUN,
	CURSOR_GROUP,
	CURSOR_ROLE,
	CURSOR_RULE,
	CURSOR_WAIVER,
	CURSOR_TOLL,
	CURSOR_SOURCE,
};

/* A paragraph's text, kept while rows are about it: it may be the whole document, and the rows many. */
struct cursor_text {
	int64_t analysis; /* 0 while there is none */
	uint32_t para;
	bool missing; /* there is no such paragraph */
	VEC(char) text;
};
enum { CURSOR_OWN_TEXT, CURSOR_HEADLINE_TEXT, CURSOR_SOURCE_TEXT, CURSOR_TEXTS };

struct wa_cursor {
	const struct cursor_plan *plan;
	struct statement rows, details;
	struct row_key key; /* of the row at hand, for details */
	union cursor_row {
		struct wa_document_row document;
		struct wa_paragraph_row paragraph;
		struct wa_mention_row mention;
		struct wa_attribution_row attribution;
		struct wa_claim_row claim;
		struct wa_finding_row finding;
		struct wa_run run;
		struct wa_group_row group;
		struct wa_role_row role;
		struct wa_rule_row rule;
		struct wa_waiver waiver;
		struct store_toll toll;
		struct wa_source_row source;
	} row;
	VEC(struct wa_content) contents;
	VEC(uint32_t) links;
	struct cursor_text texts[CURSOR_TEXTS];
	enum wa_status status;
	struct wa_error error;
	bool ended;
};

struct cursor_plan {
	enum cursor_kind kind;
	const char *select; /* up to and with its WHERE; documents are `d`, their current analyses `a` */
	const char *tail;   /* what follows the filter */
	bool unfiltered;    /* rows that are of no document */
	bool searches;      /* by :query, which people write */
	struct {
		const struct fields *fields;
		size_t offset; /* of the part in struct wa_cursor */
	} parts[STATEMENT_PARTS];
	/* A second query for each row, by :analysis and :row, and what takes its rows in; NULL for none. */
	const char *details;
	const struct fields *details_fields;
	enum wa_status (*detail)(struct wa_cursor *cursor);
};

#define CURSOR_PART(fields, member)                         \
	{                                                   \
		&fields, offsetof(struct wa_cursor, member) \
	}

/* `query` is bound to :query; NULL for none. */
enum wa_status cursor_open(struct wa_store *store, const struct cursor_plan *plan, const struct wa_filter *filter,
	const char *query, struct wa_cursor **cursor, struct wa_error *error);

/* True when there is another row, now in cursor->row. A cursor of another kind than its reader takes is WA_ERR_USAGE. */
bool cursor_next(struct wa_cursor *cursor, enum cursor_kind kind);

/* Defines wa_next_X(). */
#define CURSOR_NEXT(row_name, S, member, KIND)                                          \
	const struct S *wa_next_##row_name(struct wa_cursor *cursor)                    \
	{                                                                               \
		return cursor_next(cursor, CURSOR_##KIND) ? &cursor->row.member : NULL; \
	}

/* Defines wa_store_X() for a plan_X. */
#define CURSOR_OPEN(rows)                                                                                                  \
	enum wa_status wa_store_##rows(                                                                                    \
		struct wa_store *store, const struct wa_filter *filter, struct wa_cursor **cursor, struct wa_error *error) \
	{                                                                                                                  \
		return cursor_open(store, &plan_##rows, filter, NULL, cursor, error);                                      \
	}

/* FROM and WHERE of audited documents; `d` comes first, so that the index of dates gives the order. */
#define FROM_DOCUMENTS " FROM document d CROSS JOIN analysis a ON a.id = d.analysis"
#define AUDITED " WHERE a.skip = 'none'"
#define BY_DATE " ORDER BY d.date, d.uri"
/* What waivers take off the counts of `a`, which hold the findings that no suppression in the copy covers. */
#define WITH_WAIVED " LEFT JOIN waived w ON w.analysis = a.id"
#define ERRORS "a.errors - coalesce(w.errors, 0)"
#define WARNINGS "a.warnings - coalesce(w.warnings, 0)"
#define NOTES "a.notes - coalesce(w.notes, 0)"
#define SUPPRESSED "a.suppressed + coalesce(w.findings, 0)"
/* The waiver of a finding `t`. */
#define WITH_WAIVER " LEFT JOIN standing_waiver w ON w.fingerprint = t.fingerprint"
/* The columns of fields_of and of the key's analysis. */
#define COLUMNS_OF "SELECT d.id AS document, d.uri AS uri, a.title AS title, a.desk AS desk, d.date AS date"
/* The paragraph that a row `t` stands in. */
#define WITH_PARAGRAPH " LEFT JOIN paragraph p ON p.analysis = t.analysis AND p.para = t.para"

extern const struct fields fields_of; /* struct wa_row_of */

/* Conditions of a filter, to be appended to a WHERE; WA_ERR_USAGE for a day that is none. */
#define FILTER_SIZE 160u
enum wa_status filter_sql(const struct wa_filter *filter, char sql[FILTER_SIZE], struct wa_error *error);
void filter_bind(const struct wa_filter *filter, struct statement *statement);

#endif
