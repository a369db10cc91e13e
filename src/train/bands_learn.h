/* Training only: counts how often each word, and each stem, is part of a cue, by fold of the corpus. */
#ifndef TRAIN_BANDS_LEARN_H
#define TRAIN_BANDS_LEARN_H

#include "tag/view.h"
#include "train/corpus.h"
#include "train/learn.h"

#define FOLDS_MAX 10u

struct band_count {
	uint32_t all[FOLDS_MAX + 1], cues[FOLDS_MAX + 1]; /* by fold; in [FOLDS_MAX] their sums */
};

struct band_counts {
	struct tag_table words, stems;
	VEC(struct band_count) word_counts, stem_counts;
	VEC(uint32_t) word_stems; /* of each word */
};

/* Adds a paragraph whose words are in `view`. False when memory ran out. */
bool bands_count(struct band_counts *counts, const struct gold_para *para, const struct tag_view *view);
/* Layers that hold the bands, counted without a fold (-1: with all). */
bool bands_build(const struct band_counts *counts, int without_fold, struct learned *words, struct learned *stems);
void bands_release(struct band_counts *counts);

#endif
