/*
 * A layer of a model: for each feature that matters a row of 8-bit weights. Rows are found by a two-choice hash of
 * buckets of four 16-bit checks, so that a feature costs two reads of the checks and, where it has one, a row. A
 * feature that has none is taken for another's about once in ten thousand times: noise that training has seen too.
 */
#ifndef TAG_LAYER_H
#define TAG_LAYER_H

#include <stdint.h>
#include <string.h>

#include "tag/features.h"

#define LAYER_COLUMNS_MAX 32u
#define LAYER_NO_ROW UINT32_MAX
#define LAYER_LANES 4u

struct tag_layer {
	uint32_t buckets;       /* of LAYER_LANES rows each, at least 1 */
	uint32_t columns;       /* weights a row; 1, or a multiple of 4 */
	uint32_t scale;         /* weights were multiplied by a thousandth of it */
	const uint16_t *checks; /* 0 for an empty place */
	const int8_t *rows;
};

static inline uint16_t layer_check(uint32_t feature)
{
	uint16_t check = (uint16_t)(feature * 0xC2B2AE35u >> 16);
	return check ? check : 1;
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

/* The lane of the bucket that has the check, as a row's number. */
static inline uint32_t layer_lane(const struct tag_layer *layer, uint32_t bucket, uint16_t check)
{
	const uint64_t ones = UINT64_C(0x0001000100010001), tops = UINT64_C(0x8000800080008000);
	uint64_t lanes, zero;
	memcpy(&lanes, layer->checks + LAYER_LANES * (size_t)bucket, sizeof lanes);
	lanes ^= check * ones;
	zero = (lanes - ones) & ~lanes & tops;
	return zero ? LAYER_LANES * bucket + ((uint32_t)__builtin_ctzll(zero) >> 4) : LAYER_NO_ROW;
}

static inline uint32_t layer_find(const struct tag_layer *layer, uint32_t feature)
{
	uint16_t check = layer_check(feature);
	uint32_t row = layer_lane(layer, layer_bucket(feature, layer->buckets), check);
	return row != LAYER_NO_ROW ? row : layer_lane(layer, layer_other_bucket(feature, layer->buckets), check);
}

/* Adds the rows of the features to sums[columns]. */
void layer_add(const struct tag_layer *layer, const struct tag_features *features, int16_t *sums);
/* The one weight of a key in a layer of one column; `absent` when it has none. */
int layer_value(const struct tag_layer *layer, uint32_t key, int absent);

#endif
