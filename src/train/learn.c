#include "train/learn.h"

#include <math.h>
#include <stdio.h>

#define T_MAX CHAIN_TYPES_MAX

void learner_release(struct learner *l)
{
	vec_release(&l->samples);
	vec_release(&l->tokens);
	vec_release(&l->features);
	vec_release(&l->labels);
	table_release(&l->table);
	free(l->weights);
	free(l->squares);
	free(l->dropped);
	*l = (struct learner){0};
}

/* Scratch of forward and backward sums for one paragraph. */
struct sums {
	float (*emit)[LAYER_COLUMNS_MAX + 1];                             /* exp of each column's score */
	float (*end)[T_MAX], (*open)[T_MAX];                              /* ways to here, scaled */
	float (*start)[T_MAX];                                            /* ways to begin here */
	float (*after_end)[T_MAX], (*after_open)[T_MAX], (*begin)[T_MAX]; /* ways from here on */
	float (*slope)[LAYER_COLUMNS_MAX + 1];
	uint32_t capacity;
};

static bool sums_reserve(struct sums *s, uint32_t count)
{
	if (count <= s->capacity)
		return true;
	s->capacity = count * 2;
#define GROW(x) (((x) = realloc((x), s->capacity * sizeof *(x))) != NULL)
	return GROW(s->emit) && GROW(s->end) && GROW(s->open) && GROW(s->start) && GROW(s->after_end) && GROW(s->after_open) &&
	       GROW(s->begin) && GROW(s->slope);
#undef GROW
}

struct gradient {
	float turn[CHAIN_CONTEXTS][T_MAX + 1][T_MAX + 1], stay[CHAIN_CONTEXTS][T_MAX];
	float turn_exp[CHAIN_CONTEXTS][T_MAX + 1][T_MAX + 1], stay_exp[CHAIN_CONTEXTS][T_MAX];
};

static void forward(const struct learner *l, const struct learn_sample *sample, struct sums *s, const struct gradient *g)
{
	const struct learn_token *tokens = l->tokens.items + sample->token;
	uint32_t types = l->shape.types;
	for (uint32_t i = 0; i < sample->count; i++) {
		float total = 0;
		const float(*turn)[T_MAX + 1] = g->turn_exp[tokens[i].context];
		for (uint32_t t = 0; t < types; t++) {
			const float *e = s->emit[i] + l->shape.column[t];
			float start = 0;
			s->start[i][t] = s->end[i][t] = s->open[i][t] = 0;
			if (!(tokens[i].allowed >> t & 1))
				continue;
			if (i == 0)
				start = turn[types][t];
			else
				for (uint32_t k = 0; k < types; k++)
					start += s->end[i - 1][k] * turn[k][t];
			s->start[i][t] = start;
			if (l->shape.plain[t]) {
				s->end[i][t] = start * e[0];
			} else {
				s->open[i][t] = start * e[0] * e[1];
				if (i > 0)
					s->open[i][t] += s->open[i - 1][t] * g->stay_exp[tokens[i].context][t] * e[0];
				s->end[i][t] = s->open[i][t] * e[2];
			}
			total += s->end[i][t] + s->open[i][t];
		}
		total = 1 / total;
		for (uint32_t t = 0; t < types; t++) {
			s->end[i][t] *= total;
			s->open[i][t] *= total;
			s->start[i][t] *= total; /* so that start, end and open of one token share a scale */
		}
	}
}

static void backward(const struct learner *l, const struct learn_sample *sample, struct sums *s, const struct gradient *g)
{
	const struct learn_token *tokens = l->tokens.items + sample->token;
	uint32_t types = l->shape.types;
	for (uint32_t i = sample->count; i-- > 0;) {
		bool last = i + 1 == sample->count;
		float total = 0;
		for (uint32_t t = 0; t < types; t++) {
			float end = 0, open = 0;
			if (last) {
				end = g->turn_exp[0][t][types];
			} else {
				const float(*turn)[T_MAX + 1] = g->turn_exp[tokens[i + 1].context];
				const float *e = s->emit[i + 1] + l->shape.column[t];
				for (uint32_t k = 0; k < types; k++)
					end += turn[t][k] * s->begin[i + 1][k];
				if (!l->shape.plain[t] && (tokens[i + 1].allowed >> t & 1))
					open = g->stay_exp[tokens[i + 1].context][t] * e[0] *
					       (s->after_open[i + 1][t] + e[2] * s->after_end[i + 1][t]);
			}
			s->after_end[i][t] = end;
			s->after_open[i][t] = open;
			total += end + open;
		}
		total = 1 / total;
		for (uint32_t t = 0; t < types; t++) {
			const float *e = s->emit[i] + l->shape.column[t];
			s->after_end[i][t] *= total;
			s->after_open[i][t] *= total;
			s->begin[i][t] = 0;
			if (!(tokens[i].allowed >> t & 1))
				continue;
			s->begin[i][t] = l->shape.plain[t] ? e[0] * s->after_end[i][t]
							   : e[0] * e[1] * (s->after_open[i][t] + e[2] * s->after_end[i][t]);
		}
	}
}

/* Slopes of the logarithm of the truth's probability. */
static void slopes(const struct learner *l, const struct learn_sample *sample, struct sums *s, struct gradient *g)
{
	const struct learn_token *tokens = l->tokens.items + sample->token;
	uint32_t types = l->shape.types;
	for (uint32_t i = 0; i < sample->count; i++) {
		float z = 0, inside;
		const struct learn_token *tok = &tokens[i];
		for (uint32_t t = 0; t < types; t++)
			z += s->end[i][t] * s->after_end[i][t] + s->open[i][t] * s->after_open[i][t];
		z = 1 / z;
		for (uint32_t t = 0; t < types; t++) {
			float *slope = s->slope[i] + l->shape.column[t];
			float end = s->end[i][t] * s->after_end[i][t] * z, open = s->open[i][t] * s->after_open[i][t] * z;
			bool here = tok->truth.type == t;
			if (l->shape.plain[t]) {
				slope[0] = (float)here - end;
				continue;
			}
			inside = end + open;
			slope[0] = (float)here - inside;
			slope[1] = (float)(here && tok->truth.first) - s->start[i][t] * s->begin[i][t] * z;
			slope[2] = (float)(here && tok->truth.last) - end;
		}
		/* borders: the ways from i - 1 to i must be scaled by what they add up to */
		if (i == 0) {
			g->turn[tok->context][types][tok->truth.type] += 1;
			for (uint32_t t = 0; t < types; t++)
				g->turn[tok->context][types][t] -= s->start[i][t] * s->begin[i][t] * z;
			continue;
		}
		{
			float pairs[T_MAX][T_MAX], stays[T_MAX], sum = 0;
			const float(*turn)[T_MAX + 1] = g->turn_exp[tok->context];
			for (uint32_t k = 0; k < types; k++) {
				const float *e = s->emit[i] + l->shape.column[k];
				stays[k] = 0;
				if (!l->shape.plain[k] && (tok->allowed >> k & 1))
					stays[k] = s->open[i - 1][k] * g->stay_exp[tok->context][k] * e[0] *
						   (s->after_open[i][k] + e[2] * s->after_end[i][k]);
				sum += stays[k];
				for (uint32_t t = 0; t < types; t++) {
					pairs[k][t] = s->end[i - 1][k] * turn[k][t] * s->begin[i][t];
					sum += pairs[k][t];
				}
			}
			sum = 1 / sum;
			for (uint32_t k = 0; k < types; k++) {
				g->stay[tok->context][k] -= stays[k] * sum;
				for (uint32_t t = 0; t < types; t++)
					g->turn[tok->context][k][t] -= pairs[k][t] * sum;
			}
			if (tok->truth.first)
				g->turn[tok->context][tok[-1].truth.type][tok->truth.type] += 1;
			else
				g->stay[tok->context][tok->truth.type] += 1;
		}
	}
}

static void emit(const struct learner *l, const struct learn_sample *sample, struct sums *s, float cost)
{
	const struct learn_token *tokens = l->tokens.items + sample->token;
	uint32_t columns = l->shape.columns;
	for (uint32_t i = 0; i < sample->count; i++) {
		float total[LAYER_COLUMNS_MAX + 1] = {0};
		const uint32_t *f = l->features.items + tokens[i].features;
		for (uint32_t k = 0; k < tokens[i].feature_count; k++) {
			const float *w;
			if (f[k] == TABLE_NONE || l->dropped[f[k]])
				continue;
			w = l->weights + (size_t)f[k] * columns;
			for (uint32_t c = 0; c < columns; c++)
				total[c] += w[c];
		}
		if (cost != 0) {
			uint32_t t = tokens[i].truth.type;
			total[l->shape.column[t]] -= cost;
		}
		for (uint32_t c = 0; c < columns; c++) {
			float x = total[c] > 30 ? 30 : total[c] < -30 ? -30 : total[c];
			s->emit[i][c] = expf(x);
		}
		s->emit[i][columns] = 1; /* of the types that are worth nothing by themselves */
	}
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
	for (uint32_t i = 0; i < l->table.count; i++) {
		if (counts[i] >= min_count)
			l->table.keys[kept++] = l->table.keys[i];
		counts[i] = counts[i] >= min_count ? kept - 1 : TABLE_NONE;
	}
	for (size_t i = 0; i < l->features.count; i++)
		l->features.items[i] = counts[l->features.items[i]];
	l->table.count = kept; /* its slots are of no use from here on */
	free(counts);
	return true;
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

static bool learn_epochs(struct learner *l, const struct learn_options *o)
{
	struct sums s = {0};
	struct gradient *g = calloc(1, sizeof *g);
	uint32_t *order = calloc(l->samples.count + 1, sizeof *order), count = 0, random = o->seed + 1;
	if (!g || !order)
		return false;
	for (uint32_t i = 0; i < l->samples.count; i++)
		if (o->without_fold < 0 || l->samples.items[i].fold != o->without_fold)
			order[count++] = i;
	update_turns(l, g, 0);
	for (uint32_t e = 0; e < o->epochs; e++) {
		float rate = o->rate;
		struct learn_options now = *o;
		now.rate = rate;
		learn_shuffle(order, count, &random);
		for (uint32_t i = 0; i < count; i++) {
			const struct learn_sample *sample = &l->samples.items[order[i]];
			if (!sums_reserve(&s, sample->count))
				return false;
			emit(l, sample, &s, o->cost);
			forward(l, sample, &s, g);
			backward(l, sample, &s, g);
			slopes(l, sample, &s, g);
			update(l, sample, &s, &now);
			if (i % 8 == 7)
				update_turns(l, g, rate);
		}
	}
	free(order);
	free(g);
	free(s.emit), free(s.end), free(s.open), free(s.start), free(s.after_end), free(s.after_open), free(s.begin), free(s.slope);
	return true;
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
