/*
 * Features of one token: 32-bit hashes, mixed from a template's number and the values it looks at. The same
 * functions make them for training and for reading copy, so that the two cannot differ.
 */
#ifndef TAG_FEATURES_H
#define TAG_FEATURES_H

#include <stdint.h>

#define TAG_FEATURES_MAX 192u /* of one token; the stages have about 20, 65 and 130 */

struct tag_features {
	uint32_t count;
	uint32_t items[TAG_FEATURES_MAX];
};

/* Mixes a value into a hash. */
static inline uint32_t tag_mix(uint32_t hash, uint32_t value)
{
	hash = (hash ^ value) * 0x9E3779B1u;
	return hash ^ (hash >> 15);
}

static inline void feature(struct tag_features *f, uint32_t template, uint32_t a)
{
	f->items[f->count++] = tag_mix(template * 0x85EBCA6Bu, a);
}

static inline void feature2(struct tag_features *f, uint32_t template, uint32_t a, uint32_t b)
{
	f->items[f->count++] = tag_mix(tag_mix(template * 0x85EBCA6Bu, a), b);
}

static inline void feature3(struct tag_features *f, uint32_t template, uint32_t a, uint32_t b, uint32_t c)
{
	f->items[f->count++] = tag_mix(tag_mix(tag_mix(template * 0x85EBCA6Bu, a), b), c);
}

#endif
