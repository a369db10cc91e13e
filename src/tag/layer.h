/*
 * A layer of a model: for each feature that matters a row of weights. Most features have none, and a bit of a filter tells
 * so for nearly all of these. Rows are found by a two-choice hash of buckets of four checks of 14 bits, each with the
 * row's shift in two more: a weight is a byte shifted to the left. A feature without a row is taken for another's about
 * once in twenty thousand times: noise that training has seen too.
 */
#ifndef TAG_LAYER_H
#define TAG_LAYER_H

#include <stdint.h>
#include <string.h>

#include "tag/features.h"

#define LAYER_COLUMNS_MAX 32u
#define LAYER_LANES 4u
#define LAYER_SHIFT_MAX 3u

struct tag_layer {
	uint32_t buckets;       /* of LAYER_LANES rows each, at least 1 */
	uint32_t columns;       /* weights a row: 1, 4, 16 or LAYER_COLUMNS_MAX */
	uint32_t scale;         /* weights were multiplied by a thousandth of it */
	uint32_t filter_mask;   /* bits of the filter, a power of two, minus 1 */
	const uint8_t *filter;  /* bit of each feature that has a row */
	const uint16_t *checks; /* 0 for an empty place; its row is empty, too */
	const int8_t *rows;
};

/* A row and its shift. */
struct layer_row {
	uint32_t row, shift;
};

/* The check of a feature whose row has no shift. */
static inline uint16_t layer_check(uint32_t feature)
{
	return (uint16_t)(feature * 0xC2B2AE35u >> 16 & 0xFFFCu);
}

/* 1 when the feature may have a row. */
static inline uint32_t layer_may_have(const struct tag_layer *layer, uint32_t feature)
{
	uint32_t bit = feature & layer->filter_mask;
	return layer->filter[bit >> 3] >> (bit & 7) & 1u;
}

/* The bucket a feature belongs in, and the other one. */
static inline uint32_t layer_bucket(uint32_t feature, uint32_t buckets)
{
	return (uint32_t)(((uint64_t)feature * buckets) >> 32);
}

static inline uint32_t layer_other_bucket(uint32_t feature, uint32_t buckets)
{
	return layer_bucket(feature * 0x27D4EB2Fu + 0x165667B1u, buckets);
}

/*
 * Finds the feature's row and returns 1; 0 for features that have none. Without a branch: whether a feature has a row is
 * anybody's guess.
 */
static inline uint32_t layer_find(const struct tag_layer *layer, uint32_t feature, struct layer_row *out)
{
	const uint64_t ones = UINT64_C(0x0001000100010001), tops = UINT64_C(0x8000800080008000), checks = ~(3 * ones);
	uint64_t wanted = layer_check(feature) * ones, lanes, other_lanes, found, other_found, second;
	uint32_t bucket = layer_bucket(feature, layer->buckets), other = layer_other_bucket(feature, layer->buckets), lane;
	memcpy(&lanes, layer->checks + LAYER_LANES * (size_t)bucket, sizeof lanes);
	memcpy(&other_lanes, layer->checks + LAYER_LANES * (size_t)other, sizeof other_lanes);
	found = (lanes & checks) ^ wanted;
	other_found = (other_lanes & checks) ^ wanted;
	found = (found - ones) & ~found & tops; /* the lowest set bit is at the first lane that is nought */
	other_found = (other_found - ones) & ~other_found & tops;
	second = (uint64_t)(found != 0) - 1; /* all bits where the first bucket has none */
	bucket ^= (bucket ^ other) & (uint32_t)second;
	lanes ^= (lanes ^ other_lanes) & second;
	found |= other_found & second;
	lane = (uint32_t)__builtin_ctzll(found | UINT64_C(1) << 63) & 48u; /* 0, 16, 32 or 48 */
	*out = (struct layer_row){LAYER_LANES * bucket + (lane >> 4), (uint32_t)(lanes >> lane) & LAYER_SHIFT_MAX};
	return found != 0;
}

/* The sums of the features' rows, into sums[columns]; not for layers of one column. */
void layer_sum(const struct tag_layer *layer, const struct tag_features *features, int16_t *sums);
/* The one weight of a key in a layer of one column; `absent` when it has none. */
int layer_value(const struct tag_layer *layer, uint32_t key, int absent);

#endif
