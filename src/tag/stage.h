/*
 * The stages: each makes features of a token from the view of its paragraph. Parts of speech are settled word by word
 * from the left; cues, and then sources and contents, are chains over the paragraph.
 */
#ifndef TAG_STAGE_H
#define TAG_STAGE_H

#include "tag/layer.h"
#include "tag/view.h"

typedef void tag_feature_fn(const struct tag_view *view, uint32_t i, struct tag_features *out);

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
	/* The types the token may have, given the stage before. */
	uint16_t (*allowed)(const struct tag_view *view, uint32_t i);
};

extern const struct tag_stage tag_stage_cue, tag_stage_part;

/* Features of the part of speech of token `i`, those of the tokens before it in the sentence being settled. */
tag_feature_fn tag_pos_features;
/* Settles the parts of speech of a sentence. */
void tag_pos(const struct tag_layer *layer, struct tag_view *view, const struct sentence *sentence);

/* The band of words that training did not meet, nor their like. */
enum { TAG_BAND_UNKNOWN = 1 };
/* Sets the bands of all words, from layers of one column: their own, else that of their stem. */
void tag_bands(const struct tag_layer *words, const struct tag_layer *stems, struct tag_view *view);

#endif
