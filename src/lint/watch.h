/*
 * Words that rules look for: noted while a paragraph stands cut into words, so that no paragraph is cut twice. Kept
 * are the words a finding may point at, and for each sentence what kinds of watched words stand in it.
 */
#ifndef LINT_WATCH_H
#define LINT_WATCH_H

#include "base/vec.h"
#include "seg/seg.h"

/* What is watched, and the classes that are it; those of WATCH_FINDS are kept one by one. */
#define WATCH_FINDS(X)                 \
	X(TOLL_WORD, RULE_TOLL_WORD)   \
	X(ALLEGED, RULE_ALLEGED)       \
	X(RUMOUR, RULE_RUMOUR)         \
	X(ANON_ROTE, RULE_ANON_ROTE)   \
	X(LOADED, RULE_LOADED)         \
	X(EVALUATIVE, RULE_EVALUATIVE) \
	X(MEDIA_UNNAMED, RULE_MEDIA_UNNAMED)
#define WATCH_SIGNS(X)                   \
	X(DEAD_OR_HURT, KILL)            \
	X(DEAD_OR_HURT, DIE)             \
	X(DEAD_OR_HURT, DEAD)            \
	X(DEAD_OR_HURT, INJURE)          \
	X(DEAD_OR_HURT, INJURED_NOUN)    \
	X(ANON_REASON, ANON_REASON)      \
	X(ACCUSER, AUTHORITY)            \
	X(COURT, COURT)                  \
	X(COURT, CHARGE)                 \
	X(COURT, ARREST)                 \
	X(DENIED, RULE_DENIES)           \
	X(ACCUSER, COURT)                \
	X(ACCUSER, ARREST)               \
	X(ACCUSER, CHARGE)               \
	X(ACCUSER, RULE_ACCUSER)         \
	X(STUDY_HOME, RULE_STUDY_HOME)   \
	X(VERIFY, RULE_VERIFY)           \
	X(POLL, POLL)                    \
	X(POLL_ASKED, RULE_POLL_ASKED)   \
	X(POLL_MARGIN, RULE_POLL_MARGIN) \
	X(DAY, WEEKDAY)                  \
	X(DAY, MONTH)                    \
	X(REVISED, RULE_REVISED)         \
	X(CITING, CITING)                \
	X(NEGATED, NO_COUNT)             \
	X(NEGATED, NEGATION)

enum watch_bit {
#define X(id, class) WATCH_##id,
	WATCH_FINDS(X)
#undef X
		WATCH_DEAD_OR_HURT,
	WATCH_ANON_REASON,
	WATCH_ACCUSER,
	WATCH_STUDY_HOME,
	WATCH_VERIFY,
	WATCH_POLL,
	WATCH_POLL_ASKED,
	WATCH_POLL_MARGIN,
	WATCH_DAY,
	WATCH_REVISED,
	WATCH_CITING,
	WATCH_NEGATED,
	WATCH_COURT,
	WATCH_DENIED,
	WATCH_HUNDREDS, /* a number of three digits or more that is no year */
	WATCH_BIT_COUNT
};

_Static_assert(WATCH_BIT_COUNT < 32, "sets of bits are 32 wide");

#define WATCH_HAS(set, id) ((set) >> WATCH_##id & 1u)

struct watch_sentence {
	uint32_t para;   /* index into doc.paras */
	uint32_t number; /* counted over the document, so that neighbours can be told */
	struct wa_span span;
	uint32_t has; /* bits 1u << enum watch_bit */
};

struct watch_word {
	uint32_t para, sentence; /* indexes into doc.paras and watch.sentences */
	struct wa_span span;
	uint32_t is;     /* bits 1u << enum watch_bit */
	uint32_t after;  /* the same of the two words before it */
	uint32_t quoted; /* words of the quotation it stands in, 0 for none: the speaker's own words */
};

/* Starts zeroed but for `of_set`. Both lists are in the order of the text. */
struct watch {
	const uint32_t *of_set;               /* watch_sets(), borrowed */
	VEC(struct watch_sentence) sentences; /* those in which something watched stands */
	VEC(struct watch_word) words;
	uint32_t sentence_count;
};

/* Bits 1u << enum watch_bit of each set of classes of the lexicon, by its index; the caller's to free, NULL when memory ran out. */
uint32_t *watch_sets(const struct lexicon *lex);
/* Notes the words of a paragraph whose phrases have been found. False when memory ran out. */
bool watch_paragraph(struct watch *watch, const struct seg *seg, uint32_t para_index);
/* Index of the first sentence noted that ends behind byte `at` of the paragraph, or stands in a later one. */
size_t watch_at(const struct watch *watch, uint32_t para_index, uint32_t at);
void watch_release(struct watch *watch);

#endif
