/* The fields of every row of the record. */
#ifndef STORE_ROWS_H
#define STORE_ROWS_H

#include "store/field.h"

/* Where a row of a table stands. `row` is the second column of its key, `part` the third; `target` is what a link leads to. */
struct row_key {
	int64_t analysis;
	uint32_t row, part, target;
};

/* An analysis beside what wa_document holds. */
struct analysis_row {
	int64_t version, run;
	const char *fingerprint;
	const char *analysed; /* when */
	const char *date;
	enum wa_dating dated;
	struct wa_str desk;
	uint64_t parts;
	uint64_t paragraphs, mentions, attributions;
};

/* A claim's grave mark, which wa_claim leaves to wa_claim_grave(). */
struct claim_extra {
	bool grave;
};

extern const struct fields fields_analysis;    /* struct analysis_row */
extern const struct fields fields_audited;     /* struct wa_document, without its URI */
extern const struct fields fields_counts;      /* struct wa_counts, without the number of documents */
extern const struct fields fields_paragraph;   /* struct wa_paragraph */
extern const struct fields fields_mention;     /* struct wa_mention */
extern const struct fields fields_attribution; /* struct wa_attribution, without its content */
extern const struct fields fields_content;     /* struct wa_content */
extern const struct fields fields_claim;       /* struct wa_claim, without its attributions */
extern const struct fields fields_grave;       /* struct claim_extra */
extern const struct fields fields_finding;     /* struct wa_finding */

/* Names for fields that stand in other tables. */
extern const struct field_names names_wa_dating, names_wa_skip, names_wa_role, names_wa_para_kind, names_wa_claim_type,
	names_wa_verdict, names_wa_source_kind;

#endif
