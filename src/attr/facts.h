/*
 * What the words of each set of classes are to the passes of attr. Words share few sets, so that a pass asks one small table of
 * a word rather than one class after the other.
 */
#ifndef ATTR_FACTS_H
#define ATTR_FACTS_H

#include <stdint.h>

#include "pack/lexicon.h"

enum {
	SENSE_VERB = 1,
	SENSE_NOUN = 2,
	SENSE_ADJECTIVE = 4,
	SENSE_ADVERB = 8,
	SENSE_CUE = 16, /* worth showing to the frames of attributions */
};

/* Bits of set_fact.claims. */
enum {
	TRIGGER_EARLY = 1, /* makes a claim that is read first */
	TRIGGER_LATE = 2,  /* one that is read when the others are known */
	TRIGGER_FIGURATIVE = 4,
	TRIGGER_SPORT = 8,
};

struct set_fact {
	uint8_t may;    /* SENSE_ bits: what its words may be */
	uint8_t closed; /* enum word_tag of a function word, CLOSED_LOOSE or TAG_NONE */
	uint8_t claims; /* TRIGGER_ bits */
};

struct attr_facts {
	struct class_set early, late; /* classes that are triggers */
	struct set_fact of_set[];     /* by index into lexicon.sets */
};

/* cue_tag.c and claim.c fill in their part. */
void fact_of_senses(const struct class_set *set, struct set_fact *fact);
void fact_of_triggers(const struct attr_facts *facts, const struct class_set *set, struct set_fact *fact);
/* claim.c: the classes that have frames. */
void facts_find_triggers(struct attr_facts *facts);

#endif
