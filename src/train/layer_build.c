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

/* A perfect hash being made. */
struct hashing {
	const uint32_t *keys; /* of the rows */
	const struct strength *rows;
	bool values; /* keys of a layer of one column */
	uint32_t count, places, groups, group_bits;
	uint32_t *starts;  /* [groups + 1]: index into `members` of each group's first */
	uint32_t *members; /* indexes into `rows`, group by group */
	uint32_t *order;   /* groups, those of many members first */
	uint32_t *taken;   /* of each place: row + 1, or 0 */
	uint16_t *moves;
};

static void hashing_release(struct hashing *h)
{
	free(h->starts);
	free(h->members);
	free(h->order);
	free(h->taken);
	free(h->moves);
}

static uint32_t key_of(const struct hashing *h, uint32_t member)
{
	uint32_t key = h->keys[h->rows[member].row];
	return h->values ? layer_key(key) : key;
}

static uint32_t place_of(const struct hashing *h, uint32_t member, uint32_t move)
{
	return layer_place(key_of(h, member), h->group_bits, move, h->places);
}

static void group_members(struct hashing *h)
{
	uint32_t *at = h->order; /* of use for something else later */
	for (uint32_t i = 0; i < h->count; i++)
		h->starts[layer_group(key_of(h, i), h->group_bits) + 1]++;
	for (uint32_t g = 0; g < h->groups; g++) {
		h->starts[g + 1] += h->starts[g];
		at[g] = h->starts[g];
	}
	for (uint32_t i = 0; i < h->count; i++)
		h->members[at[layer_group(key_of(h, i), h->group_bits)]++] = i;
}

/* By counting: groups of the most members first. */
static void order_groups(struct hashing *h)
{
	uint32_t most = 0, next = 0;
	for (uint32_t g = 0; g < h->groups; g++)
		most = h->starts[g + 1] - h->starts[g] > most ? h->starts[g + 1] - h->starts[g] : most;
	for (uint32_t size = most + 1; size-- > 0;)
		for (uint32_t g = 0; g < h->groups; g++)
			if (h->starts[g + 1] - h->starts[g] == size)
				h->order[next++] = g;
}

/* Puts the members of a group where `move` takes them; takes back what it did and returns false when a place is taken. */
static bool try_move(struct hashing *h, uint32_t group, uint32_t move)
{
	for (uint32_t i = h->starts[group]; i < h->starts[group + 1]; i++) {
		uint32_t place = place_of(h, h->members[i], move);
		if (!h->taken[place]) {
			h->taken[place] = h->rows[h->members[i]].row + 1;
			continue;
		}
		while (i-- > h->starts[group])
			h->taken[place_of(h, h->members[i], move)] = 0;
		return false;
	}
	h->moves[group] = (uint16_t)move;
	return true;
}

static bool place_all(struct hashing *h)
{
	for (uint32_t g = 0; g < h->groups; g++) {
		uint32_t move = 0;
		while (!try_move(h, h->order[g], move))
			if (++move > UINT16_MAX)
				return false;
	}
	return true;
}

/* Finds places for the rows; false when memory ran out. Where no moves do, a few more places are tried. */
static bool hashing_make(struct hashing *h, const uint32_t *keys, const struct strength *rows, uint32_t count, bool values)
{
	enum { MEMBERS = 6 }; /* at most, of a group, on the average */
	*h = (struct hashing){.keys = keys, .rows = rows, .count = count, .values = values, .group_bits = 1};
	while ((count >> h->group_bits) >= MEMBERS)
		h->group_bits++;
	h->groups = 1u << h->group_bits;
	h->places = count + count / 32 + 1;
	h->starts = calloc((size_t)h->groups + 1, sizeof *h->starts);
	h->members = calloc((size_t)count + 1, sizeof *h->members);
	h->order = calloc(h->groups, sizeof *h->order);
	h->moves = calloc(h->groups, sizeof *h->moves);
	if (!h->starts || !h->members || !h->order || !h->moves)
		return false;
	group_members(h);
	order_groups(h);
	for (;; h->places += h->places / 32 + 1) {
		free(h->taken);
		h->taken = calloc(h->places, sizeof *h->taken);
		if (!h->taken || place_all(h))
			return h->taken != NULL;
	}
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
	float top = rows && count ? rows[count / 100000].size : 1; /* the very strongest may be clipped */
	free(rows);
	return top > 0 ? 127 / top : 1;
}

static int8_t byte_of(float weight, float scale)
{
	float w = roundf(weight * scale);
	return (int8_t)(w > 127 ? 127 : w < -127 ? -127 : w);
}

/* NULL: the empty row. */
static void fill_row(const float *weights, uint32_t columns, float scale, uint8_t *row)
{
	for (uint32_t k = 0; k < columns; k++)
		row[k] = (uint8_t)((weights ? byte_of(weights[k], scale) : 0) + (k % 2 ? 0 : LAYER_EVEN));
}

/* Rows in the order of their use; in layers of one column the entries hold the weights. Takes over the moves of `h`. */
static bool fill_layer(struct hashing *h, const struct learn_rows *in, struct learned *out)
{
	bool values = in->columns == 1;
	out->entries = calloc(h->places, sizeof *out->entries);
	out->rows = calloc(values ? 1 : ((size_t)h->count + 1) * in->columns + 1, 1);
	if (!out->entries || !out->rows)
		return false;
	fill_row(NULL, in->columns, in->scale, out->rows);
	for (uint32_t i = 0; i < h->count; i++) {
		const float *weights = in->weights + (size_t)h->rows[i].row * in->columns;
		uint32_t key = key_of(h, i), move = h->moves[layer_group(key, h->group_bits)];
		if (!values)
			fill_row(weights, in->columns, in->scale, out->rows + (size_t)(i + 1) * in->columns);
		out->entries[layer_place(key, h->group_bits, move, h->places)] =
			layer_check(key) | (values ? (uint8_t)byte_of(*weights, in->scale) : i + 1);
	}
	out->moves = h->moves;
	h->moves = NULL;
	out->layer = (struct tag_layer){.places = h->places,
		.groups = h->groups,
		.group_bits = h->group_bits,
		.columns = in->columns,
		.row_count = values ? 0 : h->count + 1,
		.scale = (uint32_t)lroundf(in->scale * 1000),
		.moves = out->moves,
		.entries = out->entries,
		.rows = out->rows};
	out->kept = h->count;
	return true;
}

bool layer_build(const struct learn_rows *in, uint32_t max_rows, struct learned *out)
{
	struct strength *rows = rank_rows(in->weights, in->count, in->columns);
	struct hashing h;
	uint32_t kept = in->columns > 1 && (!max_rows || max_rows >= LAYER_ROWS_MAX) ? LAYER_ROWS_MAX - 1 : max_rows;
	bool ok;
	if (!rows)
		return false;
	kept = kept && kept < in->count ? kept : in->count;
	while (kept && rows[kept - 1].size * in->scale < 0.5f)
		kept--;
	for (uint32_t i = 0; in->uses && i < kept; i++)
		rows[i].size = (float)in->uses[rows[i].row];
	if (in->uses)
		qsort(rows, kept, sizeof *rows, stronger);
	ok = hashing_make(&h, in->keys, rows, kept, in->columns == 1) && fill_layer(&h, in, out);
	hashing_release(&h);
	free(rows);
	return ok;
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
	const struct learn_rows rows = {l->table.keys, l->uses, l->weights, l->table.count, l->shape.columns, scale};
	*out = (struct learned){0};
	out->turn = calloc(chain_turn_count(types), sizeof *out->turn);
	out->stay = calloc(chain_stay_count(types), sizeof *out->stay);
	if (!out->turn || !out->stay || !layer_build(&rows, max_rows, out))
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
	free(learned->moves);
	free(learned->entries);
	free(learned->rows);
	free(learned->turn);
	free(learned->stay);
	*learned = (struct learned){0};
}
