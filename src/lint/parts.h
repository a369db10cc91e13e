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
	X(SECOND_HAND_UNNAMED, "second-hand-unnamed")      \
	X(CIRCULAR, "circular-report")                     \
	X(AGENCY_HEADLINE, "agency-only-in-headline")      \
	X(ANON_UNEXPLAINED, "anonymity-unexplained")       \
	X(ANON_ROTE, "anonymity-rote-reason")              \
	X(ANON_OPINION, "anonymous-opinion")               \
	X(ANON_ONLY, "anonymous-only-source")              \
	X(ONE_OR_MANY, "one-source-or-many")               \
	X(ALLEGED, "alleged-without-accuser")              \
	X(WITNESS_BARE, "witness-bare")                    \
	X(STUDY_UNNAMED, "study-unnamed")                  \
	X(RUMOUR, "rumour-repeated")                       \
	X(UNVERIFIED, "claim-unverified")                  \
	X(OWN_OUTLET, "own-outlet-cited")                  \
	X(POLL_SAMPLE, "poll-without-sample")              \
	X(POLL_DATES, "poll-without-dates")                \
	X(POLL_MARGIN, "poll-without-margin")              \
	X(POLL_LEADS, "poll-leads")                        \
	X(HEADLINE_FIGURE, "headline-figure")              \
	X(LEAD_UNSOURCED, "lead-unsourced")                \
	X(TOLL_WORD, "toll-word")                          \
	X(LOADED_VERB, "loaded-verb")                      \
	X(TOLL_CONFLICT, "toll-conflict")                  \
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
	const struct profile *profile; /* of the document; NULL for the project's own levels */
	struct arena *arena;
	VEC(struct draft) drafts;
	uint32_t claim_rule[WA_CLAIM_TYPE_COUNT]; /* index into packs.rules, WA_NONE when no rule is about it */
	uint32_t rule[LINT_RULE_COUNT];           /* the same of the rules above */
	bool *told;                               /* per attribution: a finding already complains of its source */
	struct seg paragraph;                     /* of paragraph seg_of, for questions about quotations */
	uint32_t seg_of;
	struct seg source;  /* of a source's few words */
	uint32_t *item_has; /* per item: bits 1u << enum watch_bit of all its sentences */
	struct text text;   /* scratch for messages */
};

/* One family of checks each; they only add drafts. False when memory ran out. */
bool claim_rules(struct lint *lint);
bool source_rules(struct lint *lint);
bool agency_rules(struct lint *lint);
bool anonymous_rules(struct lint *lint);
bool credit_rules(struct lint *lint);
bool word_rules(struct lint *lint);
bool poll_rules(struct lint *lint);
bool story_rules(struct lint *lint);
bool toll_rules(struct lint *lint);

/*
 * Of findings of one rule whose words overlap, the gravest stays: the editor mends one place once. Drafts must be in order,
 * and are afterwards.
 */
void merge_overlaps(struct lint *lint);
/* A headline or summary that only says what the text below it says is told there. The same holds. */
void merge_echoes(struct lint *lint);

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

/* The level that holds for the rule in this document. */
static inline enum wa_level lint_level(const struct lint *lint, uint32_t rule)
{
	return lint->profile ? lint->profile->levels[rule] : lint->packs->rules[rule].level;
}

/* Index into doc.paras of a paragraph number. */
uint32_t lint_para_index(const struct lint *lint, uint32_t para);
/* The words of a span; empty when the span does not fit its paragraph. */
struct wa_str lint_words(const struct lint *lint, uint32_t para, struct wa_span span);
/* The paragraph of an index into doc.paras, cut, without phrases; valid until another is asked for. NULL when memory ran out. */
const struct seg *lint_paragraph_seg(struct lint *lint, uint32_t para_index);
/* The words of an attribution's source, cut: valid until the next question about a source. NULL when memory ran out. */
const struct seg *lint_source_seg(struct lint *lint, const struct wa_attribution *attribution);
bool lint_source_has(struct lint *lint, const struct wa_attribution *attribution, enum lex_class class);
/* The first word of the cue has the class. */
bool lint_cue_is(struct lint *lint, const struct wa_attribution *attribution, enum lex_class class);
/* A word or phrase of the class stands in the claim's span. */
bool lint_claim_says(struct lint *lint, const struct wa_claim *claim, enum lex_class class);
/* The configuration lets the source pass without a better name. */
bool lint_is_allowed(const struct lint *lint, const struct wa_attribution *attribution);
/* The cue stands inside quotation marks: such words are the speaker's own, not the desk's. */
bool lint_cue_quoted(struct lint *lint, const struct wa_attribution *attribution);
/* The source is one word that only grades what passed for a cue: "settled some claims", "gave them some hope". */
bool lint_only_grades(struct lint *lint, const struct wa_attribution *attribution);
/* Rows [returned, *end) around a place: at most LINT_ROWS_NEAR to either side, whatever the text. */
size_t lint_attributions_near(const struct lint *lint, uint32_t para, uint32_t at, size_t *end);
enum { LINT_ROWS_NEAR = 8 };
/* Id of the agency in the item's dateline, NULL for none. */
const char *lint_dateline_agency(const struct lint *lint, uint32_t item);

/* The first paragraph of body text in its item. */
bool lint_is_lead(const struct lint *lint, uint32_t para);

/* A grave claim in the first paragraph whose source comes only later. */
bool lint_leads_unsourced(const struct lint *lint, const struct wa_claim *claim);

static inline bool lint_names_source(const struct wa_attribution *a)
{
	return a->source_para != WA_NONE && a->source.end > a->source.start;
}

/* Somebody who could be asked says it. */
static inline bool lint_answers(const struct wa_attribution *a)
{
	return lint_names_source(a) && a->kind != WA_SOURCE_VAGUE && a->mode != WA_MODE_ATTITUDE;
}

static inline uint32_t lint_item(const struct lint *lint, uint32_t para_index)
{
	return lint->rows->paragraphs[para_index].item;
}

/* Who is credited, as messages name him: the name behind a pronoun, the source's words, else the cue. */
struct wa_str lint_source(const struct lint *lint, const struct wa_attribution *attribution);

#endif
