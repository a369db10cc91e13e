#include "train/learn_sums.h"

#include <math.h>
#include <stdlib.h>

void sums_release(struct sums *s)
{
	free(s->emit);
	free(s->end);
	free(s->open);
	free(s->start);
	free(s->after_end);
	free(s->after_open);
	free(s->begin);
	free(s->slope);
	*s = (struct sums){0};
}

static bool widen(void *array, size_t count, size_t size)
{
	void *wider = realloc(*(void **)array, count * size);
	if (wider)
		*(void **)array = wider;
	return wider != NULL;
}

static bool sums_reserve(struct sums *s, uint32_t count)
{
	size_t room = (size_t)count * 2;
	if (count <= s->capacity)
		return true;
	s->capacity = 0;
	if (!widen(&s->emit, room, sizeof *s->emit) || !widen(&s->end, room, sizeof *s->end) ||
		!widen(&s->open, room, sizeof *s->open) || !widen(&s->start, room, sizeof *s->start) ||
		!widen(&s->after_end, room, sizeof *s->after_end) || !widen(&s->after_open, room, sizeof *s->after_open) ||
		!widen(&s->begin, room, sizeof *s->begin) || !widen(&s->slope, room, sizeof *s->slope))
		return false;
	s->capacity = count * 2;
	return true;
}

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
		memset(s->slope[i], 0, sizeof s->slope[i]); /* a row may be wider than its types need */
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

static void emit(const struct learner *l, const struct learn_sample *sample, struct sums *s)
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
		for (uint32_t c = 0; c < columns; c++) {
			float x = total[c] > 30 ? 30 : total[c] < -30 ? -30 : total[c];
			s->emit[i][c] = expf(x);
		}
		s->emit[i][columns] = 1; /* of the types that are worth nothing by themselves */
	}
}

bool sums_of(const struct learner *l, const struct learn_sample *sample, struct sums *s, struct gradient *g)
{
	if (!sums_reserve(s, sample->count))
		return false;
	emit(l, sample, s);
	forward(l, sample, s, g);
	backward(l, sample, s, g);
	slopes(l, sample, s, g);
	return true;
}
