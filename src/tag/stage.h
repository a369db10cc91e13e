/*
 * The stages: each makes features of a token from the view of its paragraph. Parts of speech are settled word by word
 * from the left; cues, and then sources and contents, are chains over the paragraph.
 */
#ifndef TAG_STAGE_H
#define TAG_STAGE_H

#include "tag/layer.h"
#include "tag/view.h"

/* Adds the features of token `i` to *out, and those it shares with its neighbours to `groups`, if its stage has any. */
typedef void tag_feature_fn(const struct tag_view *view, uint32_t i, struct tag_features *out, struct tag_group *groups);

/* Types of the chain of cues. */
enum { CUE_TYPE_NONE, CUE_TYPE_CUE };

/* Types of the chain of sources and contents; left and right: the side on which their cue stands. */
enum part_type {
	PART_NONE,   /* outside every attribution */
	PART_WITHIN, /* inside one, and no part of it */
	PART_CUE,    /* given by the stage before */
	PART_SOURCE_LEFT,
	PART_SOURCE_RIGHT,
	PART_CONTENT_LEFT,
	PART_CONTENT_RIGHT,
	PART_CONTENT_LOOSE, /* of a cue that was not found */
	PART_TYPES
};

static inline bool part_is_source(uint8_t type)
{
	return type == PART_SOURCE_LEFT || type == PART_SOURCE_RIGHT;
}

static inline bool part_is_content(uint8_t type)
{
	return type == PART_CONTENT_LEFT || type == PART_CONTENT_RIGHT || type == PART_CONTENT_LOOSE;
}

struct tag_stage {
	struct chain_shape shape;
	tag_feature_fn *features;
	uint32_t groups; /* that it has, the first of TAG_GROUPS */
	/* The types the token may have, given the stage before. */
	uint16_t (*allowed)(const struct tag_view *view, uint32_t i);
};

extern const struct tag_stage tag_stage_cue, tag_stage_part;

/* Features of the part of speech of token `i`, those of the tokens before it in the sentence being settled. */
void tag_pos_features(const struct tag_view *view, uint32_t i, struct tag_features *out);
/*
 * Settles the parts of speech of a sentence: those of words that hardly ever have another (`known`: tags plus one, by
 * tag_pos_key) without a look at what stands around them.
 */
void tag_pos(const struct tag_layer *known, const struct tag_layer *layer, struct tag_view *view, const struct sentence *sentence);

/* What a word's part of speech is known by; 0 for words whose capital may make them a name. */
static inline uint32_t tag_pos_key(const struct tag_word *w)
{
	return w->casing == CASE_LOWER || w->casing == CASE_UPPER_FIRST || w->casing == CASE_NUMBER ? w->id : 0;
}

/* The band of words that training did not meet, nor their like. */
enum { TAG_BAND_UNKNOWN = 1 };
/* Sets the bands of all words, from layers of one column: their own, else that of their stem. */
void tag_bands(const struct tag_layer *words, const struct tag_layer *stems, struct tag_view *view);

#endif
