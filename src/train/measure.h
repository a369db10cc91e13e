/* Training only: spans found against spans annotated, as the corpus's own literature counts them. */
#ifndef TRAIN_MEASURE_H
#define TRAIN_MEASURE_H

#include "tag/tag.h"
#include "train/corpus.h"

struct tally {
	uint32_t gold, found, exact, half; /* half: matched with an overlap of half their union */
};

struct measure {
	struct tally source, cue, content;
	uint32_t sentences[2][2]; /* attributed by annotation, by the tagger */
};

double tally_exact(const struct tally *tally); /* F1 */
double tally_half(const struct tally *tally);
double measure_unattributed(const struct measure *measure); /* F1 of sentences without attribution */
double measure_balanced(const struct measure *measure);     /* balanced accuracy of sentences */
bool measure_add(struct measure *measure, const struct gold_para *para, const struct tagging *tagging);

#endif
