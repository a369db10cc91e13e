/* Training only: puts weights into a layer's tables. */
#include <math.h>
#include <stdlib.h>

#include "train/learn.h"

struct strength {
	float size;
	uint32_t row;
};

static int stronger(const void *a, const void *b)
{
	const struct strength *x = a, *y = b;
	if (x->size != y->size)
		return x->size < y->size ? 1 : -1;
	return x->row < y->row ? -1 : 1;
}

struct cuckoo {
	uint32_t buckets;
	uint32_t *places; /* row + 1 */
	const uint32_t *keys;
};

/* Puts a row into one of its two buckets, moving others to theirs. */
static bool put(struct cuckoo *c, uint32_t row, uint32_t *random)
{
	uint32_t bucket = layer_bucket(c->keys[row], c->buckets);
	for (unsigned tries = 0; tries < 2000; tries++) {
		for (uint32_t side = 0; side < 2; side++) {
			uint32_t b = side ? layer_other_bucket(c->keys[row], c->buckets) : layer_bucket(c->keys[row], c->buckets);
			for (uint32_t k = 0; k < 4; k++) {
				if (!c->places[4 * b + k]) {
					c->places[4 * b + k] = row + 1;
					return true;
				}
			}
		}
		*random = *random * 1664525u + 1013904223u;
		{
			uint32_t lane = 4 * bucket + (*random >> 30), out = c->places[lane] - 1, other;
			c->places[lane] = row + 1;
			row = out;
			other = layer_bucket(c->keys[row], c->buckets);
			bucket = other == bucket ? layer_other_bucket(c->keys[row], c->buckets) : other;
		}
	}
	return false;
}

static bool place_all(struct cuckoo *c, const struct strength *rows, uint32_t count)
{
	uint32_t random = 1;
	for (uint32_t i = 0; i < count; i++)
		if (!put(c, rows[i].row, &random))
			return false;
	return true;
}

static struct strength *rank_rows(const float *weights, uint32_t count, uint32_t columns)
{
	struct strength *rows = malloc((count + 1) * sizeof *rows);
	for (uint32_t i = 0; rows && i < count; i++) {
		float size = 0;
		for (uint32_t k = 0; k < columns; k++)
			size = fmaxf(size, fabsf(weights[(size_t)i * columns + k]));
		rows[i] = (struct strength){size, i};
	}
	if (rows)
		qsort(rows, count, sizeof *rows, stronger);
	return rows;
}

float layer_scale(const float *weights, uint32_t count, uint32_t columns)
{
	struct strength *rows = rank_rows(weights, count, columns);
	/* the very strongest may be clipped */
	float top = rows && count ? rows[count / 100000].size : 1;
	free(rows);
	return top > 0 ? (float)(127 << LAYER_SHIFT_MAX) / top : 1;
}

/* Of weights that are too large for a byte the last bits go. */
static void fill_row(const float *weights, uint32_t columns, float scale, uint16_t check, uint16_t *place, int8_t *row)
{
	uint16_t shift = 0;
	float most = 0;
	for (uint32_t k = 0; k < columns; k++)
		most = fmaxf(most, fabsf(weights[k]) * scale);
	while (shift < LAYER_SHIFT_MAX && most > (float)(127 << shift))
		shift++;
	*place = check | shift;
	for (uint32_t k = 0; k < columns; k++) {
		float w = roundf(weights[k] * scale / (float)(1 << shift));
		row[k] = (int8_t)(w > 127 ? 127 : w < -127 ? -127 : w);
	}
}

bool layer_build(const uint32_t *keys, const float *weights, uint32_t count, uint32_t columns, float scale, uint32_t max_rows,
	struct learned *out)
{
	struct strength *rows = rank_rows(weights, count, columns);
	struct cuckoo c = {.keys = keys};
	uint32_t kept, bits = 64;
	bool ok;
	if (!rows)
		return false;
	kept = max_rows && max_rows < count ? max_rows : count;
	while (kept && rows[kept - 1].size * scale < 0.5f)
		kept--;
	c.buckets = kept / 4 + kept / 64 + 2;
	do {
		free(c.places);
		c.places = calloc((size_t)c.buckets * 4, sizeof *c.places);
		ok = c.places && place_all(&c, rows, kept);
		if (!ok)
			c.buckets += c.buckets / 64 + 1;
	} while (c.places && !ok);
	out->checks = calloc((size_t)c.buckets * 4, sizeof *out->checks);
	out->rows = calloc((size_t)c.buckets * 4, columns);
	while (bits < kept * 8)
		bits *= 2;
	out->filter = calloc(bits / 8, 1);
	if (!ok || !out->checks || !out->rows || !out->filter)
		return false;
	for (uint32_t i = 0; i < kept; i++) {
		uint32_t bit = keys[rows[i].row] & (bits - 1);
		out->filter[bit >> 3] |= (uint8_t)(1u << (bit & 7));
	}
	for (uint32_t i = 0; i < c.buckets * 4; i++)
		if (c.places[i])
			fill_row(weights + (size_t)(c.places[i] - 1) * columns, columns, scale, layer_check(keys[c.places[i] - 1]),
				&out->checks[i], out->rows + (size_t)i * columns);
	out->layer = (struct tag_layer){.buckets = c.buckets,
		.columns = columns,
		.scale = (uint32_t)lroundf(scale * 1000),
		.filter_mask = bits - 1,
		.filter = out->filter,
		.checks = out->checks,
		.rows = out->rows};
	out->kept = kept;
	free(c.places);
	free(rows);
	return true;
}

static int16_t quantised(float weight, float scale)
{
	float w = roundf(weight * scale);
	return (int16_t)(w > 30000 ? 30000 : w < -30000 ? -30000 : w);
}

bool learner_compile(const struct learner *l, uint32_t max_rows, const float *bias, struct learned *out)
{
	uint32_t types = l->shape.types;
	float scale = layer_scale(l->weights, l->table.count, l->shape.columns);
	*out = (struct learned){0};
	out->turn = calloc(chain_turn_count(types), sizeof *out->turn);
	out->stay = calloc(chain_stay_count(types), sizeof *out->stay);
	if (!out->turn || !out->stay ||
		!layer_build(l->table.keys, l->weights, l->table.count, l->shape.columns, scale, max_rows, out))
		return false;
	for (uint32_t x = 0; x < CHAIN_CONTEXTS; x++) {
		for (uint32_t a = 0; a <= types; a++) {
			for (uint32_t b = 0; b <= types; b++)
				out->turn[(x * (types + 1) + a) * (types + 1) + b] =
					quantised(l->turn[x][a][b] + (bias && b < types ? bias[b] : 0), scale);
			if (a < types)
				out->stay[x * types + a] = quantised(l->stay[x][a], scale);
		}
	}
	return true;
}

struct chain_turns learned_turns(const struct learned *learned, uint32_t types)
{
	(void)types;
	return (struct chain_turns){learned->turn, learned->stay};
}

void learned_release(struct learned *learned)
{
	free(learned->filter);
	free(learned->checks);
	free(learned->rows);
	free(learned->turn);
	free(learned->stay);
	*learned = (struct learned){0};
}
