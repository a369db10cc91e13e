/*
 * The trained tagger: for each paragraph the cues, and for each cue its source and contents. Stages, features and how
 * they are trained: README.md.
 */
#ifndef TAG_TAG_H
#define TAG_TAG_H

#include "tag/model.h"
#include "tag/view.h"

/* Tokens [first, last) of the paragraph; none when they are equal. */
struct tag_range {
	uint32_t first, last;
};

/* A cue with what belongs to it. */
struct tag_found {
	struct tag_range cue, source;
	uint32_t content, contents; /* ranges tagging.contents[content .. content + contents), from the left */
	uint8_t confidence;         /* that the cue is one, in per cent as the training saw it */
	bool shared;                /* the source is that of the cue before */
};

/* Scratch and answer; reused from paragraph to paragraph, all zero at first. */
struct tagging {
	VEC(struct tag_found) found; /* in the order of their cues */
	VEC(struct tag_range) contents;
	VEC(struct tag_range) loose; /* contents in a paragraph without a cue: what was said before goes on */
	struct tag_view view;
	struct chain_label *cue_labels, *part_labels;
	int16_t *scores, *cue_scores;
	uint16_t *allowed;
	uint8_t *contexts;
	struct chain_way *ways;
	size_t capacity; /* tokens the arrays have room for */
};

void tagging_release(struct tagging *tagging);
/* Fills found and contents. False when memory ran out. */
bool tag_paragraph(const struct tag_model *model, const struct seg *seg, struct tagging *tagging);
/* How likely a cue begins or goes on in tokens [first, last), in per cent, as the training saw it; found or not. */
uint8_t tag_confidence(const struct tag_model *model, const struct tagging *tagging, uint32_t first, uint32_t last);
/* Index of the first found whose cue begins at the token or later. */
size_t tagging_first(const struct tagging *tagging, uint32_t token);

/* The steps of tag_paragraph(), for training: the words with their groups; cues; sources and contents; what belongs together. */
bool tag_read(const struct tag_model *model, const struct seg *seg, struct tagging *tagging);
void tag_find_cues(const struct tag_model *model, struct tagging *tagging);
bool tag_find_parts(const struct tag_model *model, struct tagging *tagging);
bool tag_link(struct tagging *tagging, int32_t scale);

#endif
