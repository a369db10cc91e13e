/* What the files of lint share. */
#ifndef LINT_PARTS_H
#define LINT_PARTS_H

#include "base/vec.h"
#include "lint/lint.h"
#include "lint/message.h"
#include "seg/seg.h"

/* Rules about something else than a claim: their checks are code, and know them by name. */
#define LINT_RULES(X)                                      \
	X(VAGUE_ATTRIBUTION, "vague-attribution")          \
	X(UNNAMED_BARE, "unnamed-source-bare")             \
	X(GENERIC_AGENCY, "generic-agency")                \
	X(SECOND_HAND, "second-hand-report")               \
	X(SUPPRESSION_MALFORMED, "suppression-malformed")  \
	X(SUPPRESSION_UNKNOWN, "suppression-unknown-rule") \
	X(SUPPRESSION_UNUSED, "suppression-unused")        \
	X(SUPPRESSION_EXPIRED, "suppression-expired")

enum lint_rule {
#define X(id, name) LINT_##id,
	LINT_RULES(X)
#undef X
		LINT_RULE_COUNT
};

/* A finding being made. */
struct draft {
	struct wa_finding row;
	uint32_t para_index; /* index into doc.paras, for order and text */
	uint32_t rule;       /* index into packs.rules */
	uint32_t serial;     /* keeps the order of drafts that stand at one place */
};

struct lint {
	const struct packs *packs;
	const struct doc *doc;
	const struct lint_rows *rows;
	struct arena *arena;
	VEC(struct draft) drafts;
	uint32_t claim_rule[WA_CLAIM_TYPE_COUNT]; /* index into packs.rules, WA_NONE when no rule is about it */
	uint32_t rule[LINT_RULE_COUNT];           /* the same of the rules above */
	bool *told;                               /* per attribution: a claim's finding already complains of it */
	struct seg paragraph;                     /* of paragraph seg_of, for questions about quotations */
	uint32_t seg_of;
	struct seg source; /* of a source's few words */
	struct text text;  /* scratch for messages */
};

/* One family of checks each; they only add drafts. False when memory ran out. */
bool claim_rules(struct lint *lint);
bool source_rules(struct lint *lint);
bool agency_rules(struct lint *lint);

/* Marks what inline suppressions cover and adds findings about bad ones; drafts must be in order, and are not afterwards. */
bool suppress(struct lint *lint);

/* Fills every draft's fingerprint; drafts must be in order. */
bool fingerprint(struct lint *lint);

/*
 * A new finding at `level` (OFF makes none), its message and advice filled from the templates. `message` or
 * `mend` NULL: the rule's own. The row's claim is WA_NONE until the caller sets it. NULL when none was made.
 */
struct draft *lint_add(struct lint *lint, uint32_t rule, enum wa_level level, uint32_t para, struct wa_span span,
	const char *message, const char *mend, struct fill *fill);

/* Index into doc.paras of a paragraph number. */
uint32_t lint_para_index(const struct lint *lint, uint32_t para);
/* The words of a span; empty when the span does not fit its paragraph. */
struct wa_str lint_words(const struct lint *lint, uint32_t para, struct wa_span span);
/* Who is credited, as messages name him: the name behind a pronoun, the source's words, else the cue. */
struct wa_str lint_source(const struct lint *lint, const struct wa_attribution *attribution);

#endif
