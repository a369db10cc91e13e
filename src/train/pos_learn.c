#include "train/pos_learn.h"

#include "tag/stage.h"

enum { COLUMNS = LAYER_COLUMNS_MAX };

struct perceptron {
	const struct tag_layer *known;
	struct tag_table table;
	float *weights, *moments; /* a row a feature; what was added times when */
	uint32_t *uses;           /* of each feature, how often it was met */
	uint32_t rows;            /* that there is room for */
	uint32_t step;
};

static bool make_room(struct perceptron *p)
{
	uint32_t rows = p->rows ? p->rows * 2 : 1u << 16;
	float *weights, *moments;
	uint32_t *uses;
	if (p->table.count < p->rows)
		return true;
	weights = realloc(p->weights, (size_t)rows * COLUMNS * sizeof *weights);
	p->weights = weights ? weights : p->weights;
	moments = realloc(p->moments, (size_t)rows * COLUMNS * sizeof *moments);
	p->moments = moments ? moments : p->moments;
	uses = realloc(p->uses, rows * sizeof *uses);
	p->uses = uses ? uses : p->uses;
	if (!weights || !moments || !uses)
		return false;
	memset(weights + (size_t)p->rows * COLUMNS, 0, (size_t)(rows - p->rows) * COLUMNS * sizeof *weights);
	memset(moments + (size_t)p->rows * COLUMNS, 0, (size_t)(rows - p->rows) * COLUMNS * sizeof *moments);
	memset(uses + p->rows, 0, (rows - p->rows) * sizeof *uses);
	p->rows = rows;
	return true;
}

/* Numbers of the features' rows; false when memory ran out. */
static bool find_rows(struct perceptron *p, const struct tag_features *f, uint32_t *rows)
{
	for (uint32_t k = 0; k < f->count; k++) {
		rows[k] = table_add(&p->table, f->items[k]);
		if (rows[k] == TABLE_NONE || !make_room(p))
			return false;
		p->uses[rows[k]]++;
	}
	return true;
}

static uint8_t best_tag(const struct perceptron *p, const uint32_t *rows, uint32_t count)
{
	float sums[COLUMNS] = {0};
	uint8_t best = 0;
	for (uint32_t k = 0; k < count; k++)
		for (uint32_t c = 0; c < TAG_POS_COUNT; c++)
			sums[c] += p->weights[(size_t)rows[k] * COLUMNS + c];
	for (uint32_t c = 1; c < TAG_POS_COUNT; c++)
		if (sums[c] > sums[best])
			best = (uint8_t)c;
	return best;
}

static void move(struct perceptron *p, const uint32_t *rows, uint32_t count, uint8_t tag, float by)
{
	for (uint32_t k = 0; k < count; k++) {
		p->weights[(size_t)rows[k] * COLUMNS + tag] += by;
		p->moments[(size_t)rows[k] * COLUMNS + tag] += by * (float)p->step;
	}
}

static bool learn_sentence(struct perceptron *p, const struct bank_sentence *s, struct tag_view *view)
{
	if (!tag_view_read(view, &s->seg))
		return false;
	for (uint32_t i = 0; i < s->seg.tokens.count; i++) {
		struct tag_features f = {.count = 0};
		uint32_t rows[TAG_FEATURES_MAX];
		uint8_t best;
		int sure = layer_value(p->known, tag_pos_key(&view->text.words.items[i]));
		if (s->pos[i] == TAG_POS_MARK)
			continue;
		if (sure) {
			view->text.words.items[i].pos = (uint8_t)(sure - 1);
			continue;
		}
		tag_pos_features(view, i, &f);
		if (!find_rows(p, &f, rows))
			return false;
		best = best_tag(p, rows, (uint32_t)f.count);
		p->step++;
		if (best != s->pos[i]) {
			move(p, rows, (uint32_t)f.count, best, -1);
			move(p, rows, (uint32_t)f.count, s->pos[i], 1);
		}
		view->text.words.items[i].pos = best;
	}
	return true;
}

static bool learn_all(struct perceptron *p, const struct bank *bank, uint32_t epochs)
{
	struct tag_view view = {0};
	uint32_t count = (uint32_t)bank->sentences.count, random = 1, *order = calloc(count + 1, sizeof *order);
	bool ok = order != NULL;
	for (uint32_t i = 0; ok && i < count; i++)
		order[i] = i;
	for (uint32_t e = 0; ok && e < epochs; e++) {
		learn_shuffle(order, count, &random);
		for (uint32_t i = 0; ok && i < count; i++)
			ok = learn_sentence(p, &bank->sentences.items[order[i]], &view);
	}
	for (size_t i = 0; ok && i < (size_t)p->table.count * COLUMNS; i++)
		p->weights[i] -= p->moments[i] / (float)(p->step + 1);
	tag_view_release(&view);
	free(order);
	return ok;
}

bool pos_learn(const struct bank *bank, const struct tag_layer *known, uint32_t epochs, uint32_t max_rows, struct learned *out)
{
	struct perceptron p = {.known = known};
	struct learn_rows rows;
	bool ok = learn_all(&p, bank, epochs);
	*out = (struct learned){0};
	if (ok) {
		rows = (struct learn_rows){p.table.keys, p.uses, p.weights, p.table.count, COLUMNS, 0};
		rows.scale = layer_scale(p.weights, p.table.count, COLUMNS);
		ok = layer_build(&rows, max_rows, out);
	}
	table_release(&p.table);
	free(p.weights);
	free(p.moments);
	free(p.uses);
	return ok;
}

double pos_measure(const struct bank *bank, const struct tag_layer *known, const struct tag_layer *pos)
{
	struct tag_view view = {0};
	size_t right = 0, all = 0;
	for (size_t q = 0; q < bank->sentences.count; q++) {
		const struct bank_sentence *s = &bank->sentences.items[q];
		if (!s->seg.sentences.count || !tag_view_read(&view, &s->seg))
			continue;
		tag_pos(known, pos, &view, &s->seg.sentences.items[0]);
		for (uint32_t i = 0; i < s->seg.tokens.count; i++) {
			all += s->pos[i] != TAG_POS_MARK;
			right += s->pos[i] != TAG_POS_MARK && s->pos[i] == view.text.words.items[i].pos;
		}
	}
	tag_view_release(&view);
	return all ? (double)right / (double)all : 0;
}
