/*
 * Training of the tagger's model from annotated text: what `wireaudit train` does. The stages are trained one after
 * the other, each on what those before it find in text they were not trained on (the corpus is cut into folds).
 */
#ifndef TRAIN_TRAIN_H
#define TRAIN_TRAIN_H

#include "train/bands_learn.h"
#include "train/measure.h"

struct train_settings {
	uint32_t folds;
	uint32_t pos_epochs, pos_rows;
	struct learn_options cue, part;
	uint32_t cue_rows, part_rows;
	float cue_bias[CHAIN_TYPES_MAX], part_bias[CHAIN_TYPES_MAX]; /* see learner_compile() */
};

extern const struct train_settings train_defaults;

/* What the stage of cues found in a paragraph. */
struct cue_answer {
	struct chain_label *labels; /* of each token */
	bool *tells;                /* of each sentence */
};

struct trainer {
	struct train_settings settings;
	const struct lexicon *lex;
	struct corpus corpus;
	struct learned known, pos;
	struct learned words[FOLDS_MAX + 1], stems[FOLDS_MAX + 1], cue[FOLDS_MAX + 1], part[FOLDS_MAX + 1]; /* [folds]: of all */
	struct cue_answer *cues; /* of each paragraph, as found by those not trained on it */
	struct tagging tagging;
};

/* The steps, in order. False when memory ran out. */
bool train_pos(struct trainer *t, const struct bank *bank);
bool train_bands(struct trainer *t);
bool train_cues(struct trainer *t);
bool train_parts(struct trainer *t, bool jackknife);
/* A model of the layers learned without a fold (or `folds`: with all). */
struct tag_model train_model(const struct trainer *t, uint32_t fold);
bool train_measure(const struct tag_model *model, const struct corpus *corpus, int fold, struct measure *out);
void trainer_release(struct trainer *t);

#endif
