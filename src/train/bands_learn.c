#include "train/bands_learn.h"

#include "base/array.h"

void bands_release(struct band_counts *counts)
{
	table_release(&counts->words);
	table_release(&counts->stems);
	vec_release(&counts->word_counts);
	vec_release(&counts->stem_counts);
	vec_release(&counts->word_stems);
}

typedef VEC(struct band_count) count_list;

static struct band_count *count_of(struct tag_table *table, void *list, uint32_t key)
{
	count_list *counts = list;
	uint32_t n = table_add(table, key);
	while (n != TABLE_NONE && counts->count <= n) {
		struct band_count *c = vec_push(counts);
		if (!c)
			return NULL;
		*c = (struct band_count){0};
	}
	return n == TABLE_NONE ? NULL : &counts->items[n];
}

static bool add(struct band_counts *counts, const struct tag_word *w, uint8_t fold, bool cue)
{
	struct band_count *word = count_of(&counts->words, &counts->word_counts, w->id);
	struct band_count *stem = count_of(&counts->stems, &counts->stem_counts, w->stem);
	if (!word || !stem)
		return false;
	if (counts->word_stems.count < counts->words.count) {
		uint32_t *slot = vec_push(&counts->word_stems);
		if (!slot)
			return false;
		*slot = w->stem;
	}
	word->all[fold] += !cue;
	word->all[FOLDS_MAX] += !cue;
	stem->all[fold] += !cue;
	stem->all[FOLDS_MAX] += !cue;
	word->cues[fold] += cue;
	word->cues[FOLDS_MAX] += cue;
	stem->cues[fold] += cue;
	stem->cues[FOLDS_MAX] += cue;
	return true;
}

bool bands_count(struct band_counts *counts, const struct gold_para *para, const struct tag_view *view)
{
	for (size_t i = 0; i < view->text.words.count; i++)
		if (!add(counts, &view->text.words.items[i], para->fold, false))
			return false;
	for (size_t k = 0; k < para->spans.count; k++) {
		const struct gold_span *g = &para->spans.items[k];
		for (uint32_t i = g->first; g->kind == GOLD_CUE && i < g->last; i++)
			if (!add(counts, &view->text.words.items[i], para->fold, true))
				return false;
	}
	return true;
}

static void without(const struct band_count *count, int fold, double *all, double *cues)
{
	*all = count->all[FOLDS_MAX] - (fold < 0 ? 0 : count->all[fold]);
	*cues = count->cues[FOLDS_MAX] - (fold < 0 ? 0 : count->cues[fold]);
}

static float band_of(double share)
{
	static const double above[] = {.004, .02, .06, .15, .30, .50, .72};
	size_t band = 0;
	while (band < ARRAY_COUNT(above) && share >= above[band])
		band++;
	return (float)(band + 1); /* a row of nought would not be kept */
}

/* What a word that was hardly met is taken for, and how many meetings that is worth. */
enum { PRIOR_WEIGHT = 3, STEM_ENOUGH = 3 };
static const double prior = .02;

static double share_of_stem(const struct band_counts *counts, uint32_t stem, int fold)
{
	uint32_t n = table_find(&counts->stems, stem);
	double all = 0, cues = 0;
	if (n != TABLE_NONE)
		without(&counts->stem_counts.items[n], fold, &all, &cues);
	return all < STEM_ENOUGH ? prior : (cues + prior) / (all + 1);
}

bool bands_build(const struct band_counts *counts, int fold, struct learned *words, struct learned *stems)
{
	uint32_t word_count = counts->words.count, stem_count = counts->stems.count;
	float *bands = calloc(word_count + stem_count + 1, sizeof *bands);
	bool ok = bands != NULL;
	*words = *stems = (struct learned){0};
	for (uint32_t i = 0; ok && i < word_count; i++) {
		double all, cues, stem = share_of_stem(counts, counts->word_stems.items[i], fold);
		without(&counts->word_counts.items[i], fold, &all, &cues);
		bands[i] = band_of((cues + PRIOR_WEIGHT * stem) / (all + PRIOR_WEIGHT));
	}
	for (uint32_t i = 0; ok && i < stem_count; i++)
		bands[word_count + i] = band_of(share_of_stem(counts, counts->stems.keys[i], fold));
	ok = ok && layer_build(&(struct learn_rows){counts->words.keys, NULL, bands, word_count, 1, 1}, 0, words) &&
	     layer_build(&(struct learn_rows){counts->stems.keys, NULL, bands + word_count, stem_count, 1, 1}, 0, stems);
	free(bands);
	return ok;
}
