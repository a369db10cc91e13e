/*
 * Chains of segments: every token of a paragraph belongs to a segment of some type. Types are plain (each token for
 * itself: outside, part of a given cue) or have weights for their inside, their first token and their last. A layer's
 * rows give these; what a type is worth after another (`turn`), or going on (`stay`), depends on the context of the
 * border between two tokens. The best chain is found by dynamic programming, in time linear in the tokens.
 */
#ifndef TAG_CHAIN_H
#define TAG_CHAIN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define CHAIN_TYPES_MAX 8u
#define CHAIN_CONTEXTS 20u

struct chain_shape {
	uint32_t types, columns;         /* columns: 1 a plain type, 3 another, rounded up to a multiple of 4 */
	uint8_t column[CHAIN_TYPES_MAX]; /* the first column of the type's; `columns`: none, it is worth nothing by itself */
	bool plain[CHAIN_TYPES_MAX];
};

/* Tables of 16-bit weights as they stand in the model; the paragraph's start and end count as type `types`. */
struct chain_turns {
	const int16_t *turn; /* [CHAIN_CONTEXTS][types + 1][types + 1]: from, to */
	const int16_t *stay; /* [CHAIN_CONTEXTS][types] */
};

static inline size_t chain_turn_count(uint32_t types)
{
	return (size_t)CHAIN_CONTEXTS * (types + 1) * (types + 1);
}

static inline size_t chain_stay_count(uint32_t types)
{
	return (size_t)CHAIN_CONTEXTS * types;
}

/* One token of the answer. */
struct chain_label {
	uint8_t type;
	bool first, last; /* of its segment; both for plain types */
};

struct chain_input {
	uint32_t count;
	const int16_t *scores;   /* count * columns */
	const uint8_t *contexts; /* of the border before each token, below CHAIN_CONTEXTS */
	const uint16_t *allowed; /* bit of each type a token may have; never 0 */
};

/* Scratch: the best ways that end a segment of each type with a token, and which types better go on than begin with it. */
struct chain_way {
	int32_t end[CHAIN_TYPES_MAX];
	uint32_t stays; /* a bit a type */
};

/* Fills labels[count]; `ways` is of `count`, too. */
void chain_best(const struct chain_shape *shape, const struct chain_turns *turns, const struct chain_input *in,
	struct chain_label *labels, struct chain_way *ways);

#endif
