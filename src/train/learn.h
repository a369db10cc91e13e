/*
 * Training of a layer that scores chains: a conditional random field, learned one paragraph at a time with
 * AdaGrad. What it learns from is collected first: the features of each token, and the true chain.
 */
#ifndef TRAIN_LEARN_H
#define TRAIN_LEARN_H

#include "base/vec.h"
#include "tag/chain.h"
#include "tag/layer.h"
#include "train/table.h"

struct learn_sample {
	size_t token;   /* index of its first token in tokens */
	uint32_t count; /* tokens */
	uint8_t fold;
};

struct learn_token {
	size_t features; /* first index into `features` */
	uint32_t feature_count;
	uint16_t allowed;
	uint8_t context;
	struct chain_label truth;
};

struct learn_options {
	uint32_t epochs;
	uint32_t min_count; /* features met less often are left out */
	int without_fold;   /* -1: learn from all */
	float rate, decay;
	uint32_t seed;
	uint32_t max_rows; /* the strongest are kept, and learned once more; 0: all */
};

struct learner {
	struct chain_shape shape;
	VEC(struct learn_sample) samples;
	VEC(struct learn_token) tokens;
	VEC(uint32_t) features; /* hashes; numbers of rows once indexed */
	VEC(struct chain_label) labels;
	struct tag_table table;
	uint32_t *uses;           /* of each feature, how often it was met */
	float *weights, *squares; /* table.count * columns */
	float turn[CHAIN_CONTEXTS][CHAIN_TYPES_MAX + 1][CHAIN_TYPES_MAX + 1], stay[CHAIN_CONTEXTS][CHAIN_TYPES_MAX];
	float turn_squares[CHAIN_CONTEXTS][CHAIN_TYPES_MAX + 1][CHAIN_TYPES_MAX + 1], stay_squares[CHAIN_CONTEXTS][CHAIN_TYPES_MAX];
	uint8_t *dropped; /* rows found too weak to be kept */
};

/* A trained layer in memory. */
struct learned {
	struct tag_layer layer; /* points into moves, entries and rows */
	uint16_t *moves;
	uint32_t *entries;
	uint8_t *rows;
	int16_t *turn, *stay; /* NULL for layers that are no chain */
	uint32_t kept;        /* rows that are not empty */
};

/* Puts the numbers in an order that depends on *random alone. */
void learn_shuffle(uint32_t *order, uint32_t count, uint32_t *random);
void learner_release(struct learner *learner);
bool learner_train(struct learner *learner, const struct learn_options *options);
/* Quantises; the `max_rows` strongest rows are kept (0: all that are not nought). `bias` is added to every begin of the type. */
bool learner_compile(const struct learner *learner, uint32_t max_rows, const float *bias, struct learned *out);
struct chain_turns learned_turns(const struct learned *learned, uint32_t types);
/* What a layer is made of. */
struct learn_rows {
	const uint32_t *keys; /* of each row */
	const uint32_t *uses; /* how often it is wanted; NULL: it does not matter */
	const float *weights; /* count * columns */
	uint32_t count, columns;
	float scale; /* what the weights are multiplied by */
};
/*
 * A layer of the `max_rows` strongest rows (0: all that are not nought). False when memory ran out; *out is to be
 * released in any case.
 */
bool layer_build(const struct learn_rows *rows, uint32_t max_rows, struct learned *out);
/* What the strongest weights may be multiplied by. */
float layer_scale(const float *weights, uint32_t count, uint32_t columns);
void learned_release(struct learned *learned);

#endif
