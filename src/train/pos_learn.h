/* Training only: parts of speech, by an averaged perceptron that sees its own earlier answers. */
#ifndef TRAIN_POS_LEARN_H
#define TRAIN_POS_LEARN_H

#include "train/corpus.h"
#include "train/learn.h"

/* Words that have one part of speech nearly always, and those, as tag_pos() wants them. False when memory ran out. */
bool pos_known(const struct bank *bank, struct learned *known);
/* The layer for the other words. False when memory ran out. */
bool pos_learn(const struct bank *bank, const struct tag_layer *known, uint32_t epochs, uint32_t max_rows, struct learned *out);
/* The share of words tagged as the bank has them. */
double pos_measure(const struct bank *bank, const struct tag_layer *known, const struct tag_layer *pos);

#endif
