/*
 * Which attribution answers for which claim. link.c asks rules in the order of the states; the first that holds gives
 * the state and the attributions that answer. What lies in the paragraph is settled while it is read; what takes the
 * whole item waits for link_document(). Each rule looks at a bounded number of rows and words, so that the work is
 * linear whatever the text.
 *
 *   link.c             the order of the states; who stands nearest when nobody answers
 *   link_scope.c       what a cue governs, and where a contrast ends it
 *   link_clause.c      clause, witness, exempt, vague: who governs the claim's own clause
 *   link_sentence.c    sentence: another clause that carries over
 *   link_quote.c       who speaks in a quotation; quotations that nobody speaks
 *   link_near.c        inherited, paragraph: what the sentences around lend
 *   link_item.c        lead, repeated, headline, dateline, credit: what the item lends
 */
#ifndef ATTR_LINK_H
#define ATTR_LINK_H

#include "attr/attr.h"

enum {
	LINK_ROWS = 4,   /* attributions named as answering for one claim */
	LINK_REACH = 24, /* attributions looked at on either side of a place */
	LINK_WORDS = 80  /* words looked at between two places of a sentence */
};

/* The paragraph being read. */
struct link {
	struct attr *attr;
	const struct seg *seg;
	size_t first_sentence; /* its first in attr.sentences */
	size_t first_row;      /* its first in attr.attributions */
	size_t first_claim;    /* its first in attr.claims */
};

/* Who answers, nearest first. */
struct answer {
	uint32_t rows[LINK_ROWS];
	uint32_t count;
};

/* A rule: true when the claim is in its state; then `answer` holds who answers. */
typedef bool link_rule(const struct link *l, struct claim *c, struct answer *answer);

link_rule link_exempt_within, link_clause, link_witness, link_exempt, link_vague; /* link_clause.c */
link_rule link_sentence;                                                          /* link_sentence.c */
link_rule link_inherited, link_paragraph_near;                                    /* link_near.c */

/* Decides who speaks in each quotation, fills attr.speakers and the speaker of each sentence. */
bool link_speakers(struct link *l);
/* Adds the quotations nobody speaks to the claims; a quotation at the end waits for the next paragraph. */
bool link_quotations(struct link *l);
/* The speaker of the quotation a claim stands in, WA_NONE when it stands in none of three words or has no speaker. */
uint32_t link_speaker_of(const struct link *l, const struct claim *c);

/* Notes what the paragraph's sentences lend to others: who may answer, and for what. */
void link_note_answers(struct link *l);
void link_note_claim(struct link *l, const struct claim *c);

/* The source may know of dead and damage: police, a ministry, a hospital. */
bool link_has_authority(const struct link *l, const struct wa_attribution *a);

/* The states that take the whole document. */
bool link_items(struct attr *attr);

/* First token that ends behind byte `at`. */
uint32_t link_token(const struct seg *seg, uint32_t at);
/* Rows [from, to) of the paragraph whose cues stand nearest to byte `at`. */
void link_rows_near(const struct link *l, uint32_t at, size_t *from, size_t *to);
/* The row's contents cover half of the span, or its first third: spans are cut more or less wide. */
bool link_covers(const struct attr *attr, const struct wa_attribution *a, struct wa_span span);
/* The row governs the claim's clause: its content covers it and no contrast parts them. */
bool link_governs(const struct link *l, const struct claim *c, const struct wa_attribution *a);
/* Where the words of the row end on the side of what follows it. */
uint32_t link_row_end(const struct link *l, const struct wa_attribution *a);
/* Behind a cue that closed its content the claim goes on with what was said: ", killing three", ", and three were hurt". */
bool link_goes_on(const struct link *l, const struct wa_attribution *a, const struct claim *c);
/* A contrast ("but", "while") opens a clause in tokens [from, to). */
bool link_contrast(const struct seg *seg, uint32_t from, uint32_t to);
/* The word at `i`, or the phrase that begins there, has the class. */
static inline bool link_is(const struct seg *seg, uint32_t i, enum lex_class class)
{
	return seg_says(seg, i, class);
}

/* A word of the row's cue has the class. */
bool link_cue_is(const struct link *l, const struct wa_attribution *a, enum lex_class class);

/* Credits somebody who could be asked. */
static inline bool link_named(const struct wa_attribution *a)
{
	return a->kind != WA_SOURCE_VAGUE && a->mode != WA_MODE_ATTITUDE;
}

/* Adds a row to the answer unless it is full or has it. */
void link_add(struct answer *answer, uint32_t row);
/* Stores state and answer in the claim. False when memory ran out. */
bool link_settle(struct attr *attr, struct claim *c, enum wa_state state, const struct answer *answer);

/* Figures, forecasts, findings: whoever answers for one of them is no authority on the dead, nor the other way round. */
static inline bool link_is_light(enum wa_claim_type type)
{
	return type > WA_CLAIM_COST;
}

/* Headline, standfirst or subhead. */
static inline bool link_is_heading(enum wa_para_kind kind)
{
	return kind == WA_PARA_HEADLINE || kind == WA_PARA_SUMMARY || kind == WA_PARA_SUBHEAD;
}

#endif
