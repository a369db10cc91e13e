/*
 * How claims are read. A sentence is looked at once for words of the trigger classes; each trigger word is
 * handed to the frames of its classes (claim.c holds the table), which look a bounded number of words to
 * either side. Every look is bounded, so that the work is linear whatever the text.
 *
 *   claim_digits.c    numbers in digits: 1,200 and 1 200 and 1.3m
 *   claim_number.c    counts: "at least 12", "between 20 and 30", "two hundred and fifty"
 *   claim_amount.c    shares and money: "two thirds of", "5 to 6 percent", "$1.3 billion"
 *   claim_group.c     noun groups with their counts, summed over "and"
 *   claim_subject.c   the group before a verb: whom something happened to
 *   claim_casualty.c  deaths, injured, missing
 *   claim_damage.c    destruction, force, materiel, territory
 *   claim_conduct.c   responsibility, crime
 *   claim_figures.c   poll, vote, statistic, earnings, crowd, money, cost
 *   claim_outlook.c   forecast, intent, mental
 *   claim_finding.c   science, cause, atrocity, superlative, media, rumour, denial
 *   claim_exempt.c    exemptions and dates that the sentence itself shows
 *   claim_detail.c    what is counted, where and when
 */
#ifndef ATTR_CLAIM_H
#define ATTR_CLAIM_H

#include <math.h>

#include "attr/attr.h"
#include "attr/facts.h"

/* The sentence being read. */
struct view {
	struct attr *attr;
	const struct seg *seg;
	uint32_t first, last; /* tokens [first, last) */
	uint32_t sentence;    /* index into attr.sentences */
	uint32_t number;      /* index into seg.sentences */
	size_t claims_before; /* claims pushed before this sentence */
	bool all_capitals;    /* a headline in Title Case: capitals tell nothing */
	bool question;
};

/* A count as written. `low` and `high` are NAN where not given. */
struct count {
	uint32_t first, last; /* tokens [first, last), bounds and approximations with it */
	double low, high;
	bool vague; /* dozens, several */
	bool none;  /* no, none, zero */
};

/* A noun group that may be people. */
struct group {
	uint32_t first, last; /* tokens [first, last) */
	double low, high;     /* the sum over coordinated groups */
	uint32_t whole_first;
	double whole; /* five, in "one of five soldiers"; else NAN */
	bool counted; /* by a number */
	bool person;  /* its head is a person noun */
	bool named;   /* a name without a person noun */
	bool thing;   /* its head is known to be no person */
	bool plural, pronoun, reflexive, definite;
	bool everybody; /* of a place: "all on board" */
	bool none;      /* "no one", "no soldiers" */
};

/* The word at `i`, or the phrase that begins there, has the class. */
static inline bool at_is(const struct view *v, uint32_t i, enum lex_class class)
{
	return seg_says(v->seg, i, class);
}

static inline const struct token *at_token(const struct view *v, uint32_t i)
{
	return &v->seg->tokens.items[i];
}

/* Tokens of what stands at `i`: those of the phrase when the phrase has the class, else 1. */
static inline uint32_t at_len(const struct view *v, uint32_t i, enum lex_class class)
{
	const struct token *t = at_token(v, i);
	return seg_phrase_is(v->seg, i, class) ? t->phrase_len : 1;
}

static inline bool at_mark(const struct view *v, uint32_t i, enum mark mark)
{
	return at_token(v, i)->kind == PIECE_MARK && at_token(v, i)->mark == mark;
}

static inline double at_value(const struct view *v, uint32_t i)
{
	const struct token *t = at_token(v, i);
	const struct lexicon *lex = v->seg->lex;
	return t->phrase && lex_value(lex, t->phrase) != 0 ? lex_value(lex, t->phrase) : lex_value(lex, t->word);
}

/* A preposition that is one, and no part of a count ("about 20", "over 100", "up to 30"). */
static inline bool at_prep(const struct view *v, uint32_t i)
{
	return at_is(v, i, CLASS_PREP) && !at_token(v, i)->in_phrase && !at_is(v, i, CLASS_BOUND_LOW) &&
	       !at_is(v, i, CLASS_BOUND_HIGH) && !at_is(v, i, CLASS_APPROX) && !at_is(v, i, CLASS_BETWEEN);
}

/* An article or its like; "that" after a noun is taken for the relative pronoun. */
static inline bool at_det(const struct view *v, uint32_t i)
{
	return at_is(v, i, CLASS_DET) && !at_is(v, i, CLASS_RELATIVE);
}

/* A capitalised word that may be a name. */
bool at_name(const struct view *v, uint32_t i);

/* Reads a count that begins at `i`; false when there is none, or what stands there counts no people or things. */
bool count_read(const struct view *v, uint32_t i, struct count *count);
/* The widest amount that ends right before `end`, whatever it counts: "between 5 and 6" before "percent". */
bool count_before(const struct view *v, uint32_t end, struct count *count);
/* The value of a piece of digits with its groups and suffix: 1,200 1.3 60m; NAN when it is no plain number. */
double count_digits(const struct view *v, uint32_t i);
/* The same over groups parted by spaces: 1 200 000. The tokens it takes, 0 when no number stands at `i`. */
uint32_t count_number(const struct view *v, uint32_t i, double *value);
/* A range in one piece: 20-30. */
bool count_digits_range(const struct view *v, uint32_t i, double *low, double *high);
/* A number of four digits that stands for a year. */
bool count_is_year(const struct view *v, uint32_t i);

/* Units of a count; an amount of money has the code of its currency. */
#define UNIT_COUNT "count"     /* names: lasting names of the record */
#define UNIT_PERCENT "percent" /* names: lasting names of the record */
#define UNIT_POINTS "points"   /* names: lasting names of the record */

/* A measured amount over tokens [first, last); `low` and `high` as in a count. */
struct amount {
	uint32_t first, last;
	double low, high;
	const char *unit;
};

/* Money by its sign at `i` ("$1.3 billion"), and by its name ("40 million dollars"). */
bool amount_of_mark(const struct view *v, uint32_t i, struct amount *amount);
bool amount_of_currency(const struct view *v, uint32_t i, uint32_t len, struct amount *amount);
/* Shares by the word or sign at `i` ("7 percent"), and in fractions ("two thirds of the pupils": 66.67). */
bool amount_of_percent(const struct view *v, uint32_t i, uint32_t len, struct amount *amount);
bool amount_of_share(const struct view *v, uint32_t i, uint32_t len, struct amount *amount);

enum group_where { GROUP_OBJECT, GROUP_SUBJECT };

/* Reads a noun group that begins at `i` and what is coordinated with it; false when none begins there. */
bool group_read(const struct view *v, uint32_t i, enum group_where where, struct group *group);
/* The same without coordination. */
bool group_single(const struct view *v, uint32_t i, struct group *group);
/* The group that ends right before `end`, at most some words long. */
bool group_before(const struct view *v, uint32_t end, struct group *group);
/* Is it people, or counted and not known to be something else? */
bool group_is_people(const struct group *group, bool strict);

/* What stands before a verb. */
struct subject {
	struct group group;
	uint32_t verb_first;                                           /* where the verb group with its auxiliaries begins */
	bool found, passive, negated, modal, infinitive, shared, said; /* said: "were reported to have" */
	uint32_t members;                                              /* where "four of them stewards" begins, 0 for nowhere */
};

/* Steps left over the auxiliaries and adverbs of the verb at `i`. */
void subject_chain(const struct view *v, uint32_t i, struct subject *subject);
/* Where the insertion opens that the mark at `close` ends ("The mayor, John Reed, ..."): its opening mark; 0 for none. */
uint32_t subject_insertion(const struct view *v, uint32_t close);
/* subject_chain() and the group before it. */
bool subject_find(const struct view *v, uint32_t i, bool strict, struct subject *subject);

/* Adds a claim over tokens [first, last) unless one of the same type already stands there; false when memory ran out. */
bool claim_push(struct view *v, enum wa_claim_type type, uint32_t first, uint32_t last, double low, double high);
/* Adds one whatever stands there: a part counted out of a whole. */
bool claim_add(struct view *v, enum wa_claim_type type, uint32_t first, uint32_t last, double low, double high);
/* Instead of one type of claims: all of them; all but intentions and states of mind. */
enum { CLAIM_OF_ANY = -1, CLAIM_OF_FACTS = -2 };
/* Some claim of the sentence, of that type or those types, covers the token. */
bool claim_covers(const struct view *v, uint32_t token, int type);

/* A frame: reads the claim whose trigger stands at `i`, `len` tokens long. False only when memory ran out. */
typedef bool claim_frame(struct view *v, uint32_t i, uint32_t len);

claim_frame frame_kill, frame_die, frame_dead, frame_murder_noun, frame_toll, frame_body, frame_life, frame_to_death;
claim_frame frame_injure, frame_shoot, frame_injured_noun, frame_missing, frame_seize, frame_hold_noun, frame_flee, frame_hostage;
claim_frame frame_including;
claim_frame frame_destroy, frame_destroy_state, frame_damage, frame_force, frame_weapon, frame_capture, frame_territory;
claim_frame frame_responsible, frame_responsible_of, frame_accuse, frame_charge, frame_crime, frame_charge_noun, frame_arrest;
claim_frame frame_percent, frame_share, frame_poll, frame_vote, frame_crowd, frame_gather, frame_money, frame_currency_word;
claim_frame frame_outlook, frame_reach, frame_intent, frame_mind;
claim_frame frame_science, frame_cause, frame_atrocity, frame_superlative, frame_media, frame_rumour, frame_denial;

/* Where the subject before a verb begins, and where what follows a word ends: some words to either side. */
uint32_t claim_head(const struct view *v, uint32_t verb);
uint32_t claim_tail(const struct view *v, uint32_t from);

/* Sets the reason and past_dated of the sentence's claims. */
void claim_exempt(struct view *v);
/* Sets what they count, where and when. */
void claim_detail(struct view *v);

#endif
