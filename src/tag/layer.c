#include "tag/layer.h"

/* `columns` is a constant where this is called: the loop over it becomes a few vector additions. */
static inline __attribute__((always_inline)) void add(
	const struct tag_layer *layer, const struct tag_features *features, int16_t *sums, uint32_t columns)
{
	for (uint32_t i = 0; i < features->count; i++) {
		uint32_t row = layer_find(layer, features->items[i]);
		const int8_t *weights;
		if (row == LAYER_NO_ROW)
			continue;
		weights = layer->rows + (size_t)row * columns;
		for (uint32_t c = 0; c < columns; c++)
			sums[c] = (int16_t)(sums[c] + weights[c]);
	}
}

void layer_add(const struct tag_layer *layer, const struct tag_features *features, int16_t *sums)
{
	switch (layer->columns) {
	case 4:
		add(layer, features, sums, 4);
		break;
	case 24:
		add(layer, features, sums, 24);
		break;
	case 32:
		add(layer, features, sums, 32);
		break;
	default:
		add(layer, features, sums, layer->columns);
	}
}

int layer_value(const struct tag_layer *layer, uint32_t key, int absent)
{
	uint32_t row = layer_find(layer, key);
	return row == LAYER_NO_ROW ? absent : layer->rows[(size_t)row * layer->columns];
}
