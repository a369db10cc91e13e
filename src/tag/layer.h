/*
 * A layer of a model: for each feature that matters a row of weights. Where a feature's entry would be is told by a perfect
 * hash: a number of its group moves all features of the group so that each falls into a place of its own. 14 bits of an
 * entry tell whether it is the feature's, the others which row it has: rows stand in the order of their use, so that those that
 * nearly every word wants lie side by side. A feature without a row is taken for another's about once in sixteen
 * thousand times: noise that training has seen too.
 */
#ifndef TAG_LAYER_H
#define TAG_LAYER_H

#include <stdint.h>
#include <string.h>

#include "tag/features.h"

#define LAYER_COLUMNS_MAX 32u

struct tag_layer {
	uint32_t places; /* entries, empty ones among them, at least 1 */
	uint32_t groups; /* of features: 2 to the power of `group_bits`, of which there is at least one */
	uint32_t group_bits;
	uint32_t columns;   /* weights a row: 1, 4, 16 or LAYER_COLUMNS_MAX */
	uint32_t row_count; /* at most LAYER_ROWS_MAX; row 0 is empty. 0 in layers of one column, whose entries hold the weights */
	uint32_t scale;     /* weights were multiplied by a thousandth of it */
	const uint16_t *moves;   /* of each group */
	const uint32_t *entries; /* 14 bits of check above 18 of row, or of weight. 0: none */
	const uint8_t *rows;     /* of columns 0, 2, 4 ... weight + 128, of the others the weight in two's complement */
};

#define LAYER_EVEN 128       /* what is added to weights of even columns */
#define LAYER_ENTRY_BITS 18u /* that are no check */
#define LAYER_ROWS_MAX (1u << LAYER_ENTRY_BITS)

/* What the entry of a feature has at its top: bits that hardly tell where it is. */
static inline uint32_t layer_check(uint32_t feature)
{
	return feature << LAYER_ENTRY_BITS;
}

static inline uint32_t layer_group(uint32_t feature, uint32_t group_bits)
{
	return feature >> (32 - group_bits);
}

/* Where a feature's entry is, its group being moved by `move`: of what the members of a group do not share. */
static inline uint32_t layer_place(uint32_t feature, uint32_t group_bits, uint32_t move, uint32_t places)
{
	uint32_t moved = (feature << group_bits) * (2 * move + 1);
	return (uint32_t)(((uint64_t)moved * places) >> 32);
}

/* The row, or weight, of the feature; 0 for features that have none. Without a branch: nobody can guess. */
static inline uint32_t layer_find(const struct tag_layer *layer, uint32_t feature)
{
	uint32_t move = layer->moves[layer_group(feature, layer->group_bits)];
	uint32_t entry = layer->entries[layer_place(feature, layer->group_bits, move, layer->places)] ^ layer_check(feature);
	return entry & -(uint32_t)(entry < 1u << LAYER_ENTRY_BITS);
}

/* What a layer of one column has for a key, which may be any number: mixed, as features are. */
static inline uint32_t layer_key(uint32_t key)
{
	return tag_mix(0, key);
}

/* The one weight of a key in a layer of one column; 0 when it has none. */
static inline int layer_value(const struct tag_layer *layer, uint32_t key)
{
	return (int8_t)(layer_find(layer, layer_key(key)) & 0xFF);
}

/* The sums of the features' rows, into sums[columns]; not for layers of one column. */
void layer_sum(const struct tag_layer *layer, const struct tag_features *features, int16_t *sums);

#endif
