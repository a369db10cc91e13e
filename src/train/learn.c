#include "train/learn.h"

#include <math.h>
#include <stdlib.h>

#include "train/learn_sums.h"

void learner_release(struct learner *l)
{
	vec_release(&l->samples);
	vec_release(&l->tokens);
	vec_release(&l->features);
	vec_release(&l->labels);
	table_release(&l->table);
	free(l->uses);
	free(l->weights);
	free(l->squares);
	free(l->dropped);
	*l = (struct learner){0};
}

static void update(struct learner *l, const struct learn_sample *sample, const struct sums *s, const struct learn_options *o)
{
	const struct learn_token *tokens = l->tokens.items + sample->token;
	uint32_t columns = l->shape.columns;
	for (uint32_t i = 0; i < sample->count; i++) {
		const uint32_t *f = l->features.items + tokens[i].features;
		float most = 0;
		for (uint32_t c = 0; c < columns; c++)
			most = fmaxf(most, fabsf(s->slope[i][c]));
		if (most < 1e-3f)
			continue;
		for (uint32_t k = 0; k < tokens[i].feature_count; k++) {
			float *w, *q;
			if (f[k] == TABLE_NONE || l->dropped[f[k]])
				continue;
			w = l->weights + (size_t)f[k] * columns;
			q = l->squares + (size_t)f[k] * columns;
			for (uint32_t c = 0; c < columns; c++) {
				float slope = s->slope[i][c] - o->decay * w[c];
				q[c] += slope * slope;
				w[c] += o->rate * slope / sqrtf(q[c]);
			}
		}
	}
}

static void update_turns(struct learner *l, struct gradient *g, float rate)
{
	for (uint32_t x = 0; x < CHAIN_CONTEXTS; x++) {
		for (uint32_t a = 0; a <= l->shape.types; a++) {
			if (a < l->shape.types && g->stay[x][a] != 0) {
				l->stay_squares[x][a] += g->stay[x][a] * g->stay[x][a];
				l->stay[x][a] += rate * g->stay[x][a] / sqrtf(l->stay_squares[x][a]);
				g->stay[x][a] = 0;
			}
			for (uint32_t b = 0; b <= l->shape.types; b++) {
				float slope = g->turn[x][a][b];
				if (slope != 0) {
					l->turn_squares[x][a][b] += slope * slope;
					l->turn[x][a][b] += rate * slope / sqrtf(l->turn_squares[x][a][b]);
					g->turn[x][a][b] = 0;
				}
				g->turn_exp[x][a][b] = expf(l->turn[x][a][b]);
			}
			if (a < l->shape.types)
				g->stay_exp[x][a] = expf(l->stay[x][a]);
		}
	}
}

void learn_shuffle(uint32_t *order, uint32_t count, uint32_t *random)
{
	for (uint32_t i = count; i > 1; i--) {
		uint32_t k, swap = order[i - 1];
		*random = *random * 1664525u + 1013904223u;
		k = (*random >> 8) % i;
		order[i - 1] = order[k];
		order[k] = swap;
	}
}

static int by_size(const void *a, const void *b)
{
	float x = *(const float *)a, y = *(const float *)b;
	return x < y ? 1 : x > y ? -1 : 0;
}

/* Numbers the features; those met too seldom are left out. Done once, for all folds. */
static bool index_features(struct learner *l, uint32_t min_count)
{
	uint32_t *counts, kept = 0;
	for (size_t i = 0; i < l->features.count; i++) {
		uint32_t n = table_add(&l->table, l->features.items[i]);
		if (n == TABLE_NONE)
			return false;
		l->features.items[i] = n;
	}
	counts = calloc((size_t)l->table.count + 1, sizeof *counts);
	if (!counts)
		return false;
	for (size_t i = 0; i < l->features.count; i++)
		counts[l->features.items[i]]++;
	l->uses = calloc((size_t)l->table.count + 1, sizeof *l->uses);
	for (uint32_t i = 0; l->uses && i < l->table.count; i++) {
		if (counts[i] >= min_count) {
			l->uses[kept] = counts[i];
			l->table.keys[kept++] = l->table.keys[i];
		}
		counts[i] = counts[i] >= min_count ? kept - 1 : TABLE_NONE;
	}
	for (size_t i = 0; i < l->features.count; i++)
		l->features.items[i] = counts[l->features.items[i]];
	l->table.count = kept; /* its slots are of no use from here on */
	free(counts);
	return l->uses != NULL;
}

static void start_weights(struct learner *l)
{
	memset(l->weights, 0, (size_t)l->table.count * l->shape.columns * sizeof *l->weights);
	for (size_t i = 0; i < (size_t)l->table.count * l->shape.columns; i++)
		l->squares[i] = 1;
	memset(l->turn, 0, sizeof l->turn);
	memset(l->stay, 0, sizeof l->stay);
	for (uint32_t x = 0; x < CHAIN_CONTEXTS; x++)
		for (uint32_t a = 0; a <= T_MAX; a++) {
			if (a < T_MAX)
				l->stay_squares[x][a] = 1;
			for (uint32_t b = 0; b <= T_MAX; b++)
				l->turn_squares[x][a][b] = 1;
		}
}

static bool learner_start(struct learner *l, const struct learn_options *o)
{
	if (!l->weights) {
		if (!index_features(l, o->min_count))
			return false;
		l->weights = malloc((size_t)l->table.count * l->shape.columns * sizeof *l->weights + 1);
		l->squares = malloc((size_t)l->table.count * l->shape.columns * sizeof *l->squares + 1);
		l->dropped = malloc((size_t)l->table.count + 1);
	}
	if (!l->weights || !l->squares || !l->dropped)
		return false;
	memset(l->dropped, 0, l->table.count);
	start_weights(l);
	return true;
}

static bool drop_weak(struct learner *l, uint32_t rows)
{
	uint32_t columns = l->shape.columns, count = l->table.count;
	float *sizes = malloc(((size_t)count + 1) * sizeof *sizes), *sorted = malloc(((size_t)count + 1) * sizeof *sorted), least;
	if (!sizes || !sorted) {
		free(sizes);
		free(sorted);
		return false;
	}
	for (uint32_t i = 0; i < count; i++) {
		sizes[i] = 0;
		for (uint32_t c = 0; c < columns; c++)
			sizes[i] = fmaxf(sizes[i], fabsf(l->weights[(size_t)i * columns + c]));
		sorted[i] = sizes[i];
	}
	qsort(sorted, count, sizeof *sorted, by_size);
	least = rows < count ? sorted[rows] : -1;
	for (uint32_t i = 0; i < count; i++)
		l->dropped[i] = sizes[i] <= least;
	free(sizes);
	free(sorted);
	return true;
}

/* What learning needs beside the learner. */
struct lesson {
	struct sums sums;
	struct gradient gradient;
	uint32_t *order; /* of the samples, `count` of them */
	uint32_t count;
};

static void lesson_free(struct lesson *lesson)
{
	if (!lesson)
		return;
	sums_release(&lesson->sums);
	free(lesson->order);
	free(lesson);
}

static struct lesson *lesson_new(const struct learner *l, const struct learn_options *o)
{
	struct lesson *lesson = calloc(1, sizeof *lesson);
	if (!lesson)
		return NULL;
	lesson->order = calloc(l->samples.count + 1, sizeof *lesson->order);
	if (!lesson->order) {
		lesson_free(lesson);
		return NULL;
	}
	for (uint32_t i = 0; i < l->samples.count; i++)
		if (o->without_fold < 0 || l->samples.items[i].fold != o->without_fold)
			lesson->order[lesson->count++] = i;
	return lesson;
}

static bool learn_epoch(struct learner *l, const struct learn_options *o, struct lesson *lesson)
{
	for (uint32_t i = 0; i < lesson->count; i++) {
		const struct learn_sample *sample = &l->samples.items[lesson->order[i]];
		if (!sums_of(l, sample, &lesson->sums, &lesson->gradient))
			return false;
		update(l, sample, &lesson->sums, o);
		if (i % 8 == 7)
			update_turns(l, &lesson->gradient, o->rate);
	}
	return true;
}

static bool learn_epochs(struct learner *l, const struct learn_options *o)
{
	struct lesson *lesson = lesson_new(l, o);
	uint32_t random = o->seed + 1;
	bool ok = lesson != NULL;
	if (ok)
		update_turns(l, &lesson->gradient, 0);
	for (uint32_t e = 0; ok && e < o->epochs; e++) {
		learn_shuffle(lesson->order, lesson->count, &random);
		ok = learn_epoch(l, o, lesson);
	}
	lesson_free(lesson);
	return ok;
}

bool learner_train(struct learner *l, const struct learn_options *o)
{
	bool ok = learner_start(l, o) && learn_epochs(l, o);
	if (ok && o->max_rows && o->max_rows < l->table.count) {
		ok = drop_weak(l, o->max_rows);
		start_weights(l);
		ok = ok && learn_epochs(l, o);
	}
	return ok;
}
