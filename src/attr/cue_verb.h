/* A verb that may ascribe, and what follows it. */
#ifndef ATTR_CUE_VERB_H
#define ATTR_CUE_VERB_H

#include "attr/cue.h"

/* What follows a verb. */
enum complement {
	COMP_NONE, /* a mark, or the end */
	COMP_THAT,
	COMP_CLAUSE,
	COMP_QUOTE,
	COMP_GROUP,
	COMP_TO,
	COMP_PREP,
	COMP_AS,
	COMP_OTHER,
};

struct verb {
	int32_t first, last; /* tokens of the cue */
	uint32_t id;         /* lexicon id of the word or phrase */
	struct chain chain;
	enum complement complement;
	bool heard;      /* a hearer follows: "told reporters" */
	int32_t content; /* where what is ascribed begins, when it follows */
};

enum { WEIGHT_SAYS = 90 /* per cent from which a verb is hardly ever anything but a cue */ };

static inline bool verb_is(const struct sight *s, const struct verb *v, enum lex_class class)
{
	return lex_is(s->seg->lex, v->id, class);
}

static inline uint8_t verb_weight(const struct sight *s, const struct verb *v)
{
	return s->seg->lex->entries[v->id].weight;
}

static inline bool is_as(const struct sight *s, int32_t i)
{
	return word_is(s, i, CLASS_AS);
}

/* A verb, auxiliary or modal stands at `i`, adverbs before it let pass. */
bool is_verbal(const struct sight *s, int32_t i);

/* cue_complement.c */
/* What follows behind the word before `i`; `content` gets the first token of it. */
enum complement verb_complement_at(const struct sight *s, int32_t i, int32_t *content);
/* Sets complement, content and heard. */
void verb_read_complement(const struct sight *s, struct verb *v);
/* The frame of the verb takes what follows it. */
bool verb_takes(const struct sight *s, const struct verb *v);

/* cue_verb.c */
void verb_fill(const struct sight *s, const struct verb *v, enum cue_why why, struct find *find);
/* What is ascribed stands before the source and cue. */
bool verb_is_trailing(const struct sight *s, const struct verb *v, struct part source);
/* A name, or a noun that can speak. */
bool is_source_like(const struct sight *s, struct part p);

/* cue_passive.c */
/* A participle that needs no auxiliary: "a campaign blamed on rebels", "areas thought to be", "seen off Tarn". */
bool verb_is_reduced(const struct sight *s, const struct verb *v);
bool verb_read_passive(const struct sight *s, struct verb *v, struct find *find);

#endif
