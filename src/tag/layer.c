#include "tag/layer.h"

typedef int8_t byte_lanes __attribute__((vector_size(8)));
typedef int16_t sum_lanes __attribute__((vector_size(16)));

enum { LANES = 8 };

/* Rows of all features first: their reads do not wait for each other. Returns how many have one. */
static uint32_t find_rows(const struct tag_layer *layer, const struct tag_features *features, struct layer_row *rows)
{
	const struct tag_layer own = *layer; /* bytes may alias anything, this may not */
	uint32_t likely[TAG_FEATURES_MAX + 1], some = 0, count = 0;
	for (uint32_t i = 0; i < features->count; i++) {
		likely[some] = features->items[i];
		some += layer_may_have(&own, features->items[i]);
	}
	for (uint32_t i = 0; i < some; i++)
		count += layer_find(&own, likely[i], &rows[count]);
	return count;
}

/* `blocks` of eight columns: a constant where this is called, so that the sums stay in registers. */
static inline __attribute__((always_inline)) void add_blocks(
	const int8_t *weights, const struct layer_row *rows, uint32_t count, int16_t *sums, uint32_t blocks)
{
	sum_lanes total[LAYER_COLUMNS_MAX / LANES] = {{0}};
	for (uint32_t i = 0; i < count; i++) {
		const int8_t *row = weights + (size_t)rows[i].row * ((size_t)blocks * LANES);
		for (uint32_t b = 0; b < blocks; b++) {
			byte_lanes bytes;
			memcpy(&bytes, row + (size_t)b * LANES, sizeof bytes);
			total[b] += __builtin_convertvector(bytes, sum_lanes) << (int16_t)rows[i].shift;
		}
	}
	memcpy(sums, total, (size_t)blocks * LANES * sizeof *sums);
}

static void add_four(const int8_t *weights, const struct layer_row *rows, uint32_t count, int16_t *sums)
{
	int32_t total[4] = {0};
	for (uint32_t i = 0; i < count; i++)
		for (uint32_t c = 0; c < 4; c++)
			total[c] += weights[(size_t)rows[i].row * 4 + c] * (1 << rows[i].shift);
	for (uint32_t c = 0; c < 4; c++)
		sums[c] = (int16_t)total[c];
}

void layer_sum(const struct tag_layer *layer, const struct tag_features *features, int16_t *sums)
{
	struct layer_row rows[TAG_FEATURES_MAX + 1];
	uint32_t count = find_rows(layer, features, rows);
	switch (layer->columns) {
	case 4:
		add_four(layer->rows, rows, count, sums);
		break;
	case 16:
		add_blocks(layer->rows, rows, count, sums, 2);
		break;
	default:
		add_blocks(layer->rows, rows, count, sums, LAYER_COLUMNS_MAX / LANES);
	}
}

int layer_value(const struct tag_layer *layer, uint32_t key, int absent)
{
	struct layer_row row;
	return !layer_find(layer, key, &row) ? absent : layer->rows[(size_t)row.row * layer->columns];
}
