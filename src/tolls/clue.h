/* What the words around a figure tell of its event: what happened, where, on which day of the week. */
#ifndef TOLLS_CLUE_H
#define TOLLS_CLUE_H

#include "seg/seg.h"
#include "store/toll.h"

#define CLUE_PLACES 4u /* more than a sentence names of one event */

struct clue_place {
	uint64_t key; /* hash of the folded name */
	struct wa_str name;
	bool wide; /* a country: tells disasters apart, not attacks */
};

struct clue {
	uint32_t causes;     /* bits of the kinds of events it speaks of; 0 for none */
	struct wa_str cause; /* the word for the first of them */
	struct clue_place places[CLUE_PLACES];
	uint32_t place_count;
	uint32_t weekday; /* lexicon id; 0 for none, or several */
	bool earlier;     /* it is of another year, or a running total */
};

/* The causes that are violence, what stands for any of them, and those of which a country has one in many days. */
extern const uint32_t clue_violent, clue_any_attack, clue_rare;

/* What was read of a document, so that a paragraph of many figures is read once. Zero-initialised it has read nothing. */
struct clue_reader {
	const struct lexicon *lex;
	int64_t document; /* of the paragraph and the headline at hand */
	uint32_t para;
	VEC(char) text;        /* of the paragraph */
	struct seg seg;        /* the same */
	struct clue paragraph; /* what all of it tells */
	VEC(char) margin;      /* headline and dateline */
	struct seg scratch;    /* for them */
	struct clue headline, dateline;
};
void clue_release(struct clue_reader *reader);

/*
 * Reads the figure's clause; what that leaves open comes from its sentence, its paragraph, then the headline, and the place at
 * last from the dateline. Names are borrowed from the reader until the next call. False when memory ran out.
 */
bool clue_read(struct clue_reader *reader, const struct store_toll *toll, struct clue *clue);

#endif
