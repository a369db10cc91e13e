#include "tag/layer.h"

typedef int16_t lanes __attribute__((vector_size(16)));
typedef uint16_t wraps __attribute__((vector_size(16))); /* sums that may pass their bounds on the way and come back */
typedef uint32_t words __attribute__((vector_size(16)));

enum { COLUMNS = 16 }; /* in a vector */

/* All rows first, then their weights: so that reads do not wait for each other. */
static void find_rows(const struct tag_layer *layer, const struct tag_features *features, uint32_t *rows)
{
	const struct tag_layer own = *layer; /* bytes may alias anything, this may not */
	for (size_t i = 0; i < features->count; i++)
		rows[i] = layer_find(&own, features->items[i]);
}

static inline __attribute__((always_inline)) lanes read_pairs(const uint8_t *row, uint32_t columns)
{
	lanes pairs;
	if (columns < COLUMNS) {
		uint32_t four;
		memcpy(&four, row, sizeof four);
		return (lanes)(words){four};
	}
	memcpy(&pairs, row, sizeof pairs);
	return pairs;
}

/*
 * `blocks` of sixteen columns, or the first four of one: a constant where this is called, so that the sums stay in registers.
 * Two columns share a lane: the sum of the odd one is kept apart, and taken from that of both it leaves the even one's.
 */
static inline __attribute__((always_inline)) void add_rows(
	const struct tag_layer *layer, const uint32_t *rows, uint32_t count, int16_t *sums, uint32_t blocks, uint32_t columns)
{
	wraps both[LAYER_COLUMNS_MAX / COLUMNS] = {{0}};
	lanes odd[LAYER_COLUMNS_MAX / COLUMNS] = {{0}};
	for (uint32_t i = 0; i < count; i++) {
		const uint8_t *row = layer->rows + (size_t)rows[i] * columns;
		for (uint32_t b = 0; b < blocks; b++) {
			lanes pairs = read_pairs(row + (size_t)b * COLUMNS, columns);
			both[b] += (wraps)pairs;
			odd[b] += pairs >> 8;
		}
	}
	for (uint32_t b = 0; b < blocks; b++) {
		lanes even = (lanes)(both[b] - ((wraps)odd[b] << 8) - (uint16_t)(LAYER_EVEN * count));
		lanes low = __builtin_shufflevector(even, odd[b], 0, 8, 1, 9, 2, 10, 3, 11);
		lanes high = __builtin_shufflevector(even, odd[b], 4, 12, 5, 13, 6, 14, 7, 15);
		memcpy(sums + (size_t)b * COLUMNS, &low, columns < COLUMNS ? columns * sizeof *sums : sizeof low);
		if (columns >= COLUMNS)
			memcpy(sums + (size_t)b * COLUMNS + COLUMNS / 2, &high, sizeof high);
	}
}

void layer_sum(const struct tag_layer *layer, const struct tag_features *features, int16_t *sums)
{
	uint32_t rows[TAG_FEATURES_MAX + 1];
	uint32_t count = (uint32_t)features->count;
	find_rows(layer, features, rows);
	switch (layer->columns) {
	case 4:
		add_rows(layer, rows, count, sums, 1, 4);
		break;
	case 16:
		add_rows(layer, rows, count, sums, 1, 16);
		break;
	default:
		add_rows(layer, rows, count, sums, 2, LAYER_COLUMNS_MAX);
	}
}
