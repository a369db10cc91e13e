/*
 * What the features of the stages look at beside the words: the nearest candidates for a cue, the cues once they are
 * found, quotations. Computed once a paragraph, so that each token costs the same however long its sentence is.
 */
#ifndef TAG_VIEW_H
#define TAG_VIEW_H

#include "tag/chain.h"
#include "tag/text.h"

#define TAG_NONE_NEAR UINT32_MAX

/* Tokens [first, last) that are a cue. */
struct tag_cue {
	uint32_t first, last;
	uint32_t head; /* its token that is a cue most often */
};

/* What stands to both sides of a token. */
struct tag_near {
	uint32_t left, right;         /* token of the nearest candidate in its sentence */
	uint32_t cue_left, cue_right; /* index of the nearest cue in the paragraph, itself not counted */
	uint32_t cue;                 /* index of the cue it is part of, plus 1 */
	bool maybe;                   /* it, or a word beside it, is a cue often enough for a look at it */
};

/* The strongest candidates of a sentence. */
struct tag_sentence {
	uint8_t band, second_band; /* of the best, of the next best */
	uint8_t strong;            /* how many are cues more often than not, at most 3 */
	uint32_t best;             /* token of the best */
	bool quotes;               /* it has a quotation */
	bool tells;                /* sources and contents may be in it: it has a quotation, a cue, or nearly one */
};

struct tag_view {
	struct tag_text text;
	VEC(struct tag_near) near; /* parallel to the tokens */
	VEC(uint64_t) kinds;       /* of the tokens before each: sums, a byte a kind (see tag_between) */
	VEC(struct tag_sentence) sentences;
	VEC(struct tag_cue) cues;
};

/* Quotation state of a token. */
struct tag_quote {
	uint8_t inside;            /* 0 outside, 1 the opening mark, 2 inside, 3 the closing mark */
	uint8_t length;            /* bucket of its words; 7 when it has no closing mark */
	uint8_t to_first, to_last; /* buckets of the distance to its ends */
	const struct quotation *quote;
};

/* Bands of candidates: those worth looking for, and those that are cues more often than not. */
enum { BAND_CANDIDATE = 4, BAND_STRONG = 5 };

void tag_view_release(struct tag_view *view);
/* Reads the words; bands and parts of speech are the caller's to fill. False when memory ran out. */
bool tag_view_read(struct tag_view *view, const struct seg *seg);
/* Once the bands are known: candidates, and which tokens may be cues. */
void tag_view_candidates(struct tag_view *view);
/* Once the parts of speech are known, for tag_between(). */
void tag_view_kinds(struct tag_view *view);
/* Takes over the cues of `labels` (tokens whose type is not 0). False when memory ran out. */
bool tag_view_cues(struct tag_view *view, const struct chain_label *labels);

struct tag_quote tag_quote_at(const struct tag_text *text, uint32_t i);
/* What stands between two tokens: their parts of speech when they are four or fewer, else how many and what kinds. */
uint32_t tag_between(const struct tag_view *view, uint32_t first, uint32_t last);
/* The kind of border before a token: below CHAIN_CONTEXTS. */
uint8_t tag_border(const struct tag_text *text, uint32_t i);

static inline uint32_t tag_bucket(uint32_t n)
{
	return n < 4 ? n : n < 6 ? 4 : n < 9 ? 5 : n < 14 ? 6 : n < 25 ? 7 : 8;
}

/* Part of speech; marks by which one they are. */
static inline uint32_t tag_pos_of(const struct tag_word *w)
{
	return w->pos == TAG_POS_MARK ? 64u + (w->id & 0x3F) : w->pos;
}

/* Of token `i`, or of what stands outside the sentence. */
static inline uint32_t tag_id_at(const struct tag_text *text, const struct sentence *s, int64_t i)
{
	return i >= (int64_t)s->first && i < (int64_t)s->last ? text->words.items[i].id : TAG_ID_OUTSIDE;
}

static inline uint32_t tag_pos_at(const struct tag_text *text, const struct sentence *s, int64_t i)
{
	return i >= (int64_t)s->first && i < (int64_t)s->last ? tag_pos_of(&text->words.items[i]) : 63u;
}

#endif
