/* Training only: parts of speech, by an averaged perceptron that sees its own earlier answers. */
#ifndef TRAIN_POS_LEARN_H
#define TRAIN_POS_LEARN_H

#include "train/corpus.h"
#include "train/learn.h"

bool pos_learn(const struct bank *bank, uint32_t epochs, uint32_t max_rows, struct learned *out);
/* The share of words tagged as the bank has them. */
double pos_measure(const struct bank *bank, const struct tag_layer *pos);

#endif
