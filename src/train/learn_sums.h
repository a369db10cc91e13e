/* Training only: what all chains of a paragraph add up to, and from it the slopes of the truth's probability. */
#ifndef TRAIN_LEARN_SUMS_H
#define TRAIN_LEARN_SUMS_H

#include "train/learn.h"

#define T_MAX CHAIN_TYPES_MAX

/* Scratch of forward and backward sums for one paragraph. */
struct sums {
	float (*emit)[LAYER_COLUMNS_MAX + 1];                             /* exp of each column's score */
	float (*end)[T_MAX], (*open)[T_MAX];                              /* ways to here, scaled */
	float (*start)[T_MAX];                                            /* ways to begin here */
	float (*after_end)[T_MAX], (*after_open)[T_MAX], (*begin)[T_MAX]; /* ways from here on */
	float (*slope)[LAYER_COLUMNS_MAX + 1];                            /* of each column's score */
	uint32_t capacity;
};

/* Slopes of what stands between tokens, and the exp of the weights as they are. */
struct gradient {
	float turn[CHAIN_CONTEXTS][T_MAX + 1][T_MAX + 1], stay[CHAIN_CONTEXTS][T_MAX];
	float turn_exp[CHAIN_CONTEXTS][T_MAX + 1][T_MAX + 1], stay_exp[CHAIN_CONTEXTS][T_MAX];
};

void sums_release(struct sums *sums);
/* Sums and slopes of a paragraph: sums->slope for its tokens, those of the borders are added to `gradient`. False when memory ran
 * out. */
bool sums_of(const struct learner *learner, const struct learn_sample *sample, struct sums *sums, struct gradient *gradient);

#endif
