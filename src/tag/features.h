/*
 * Features of one token: 32-bit hashes, mixed from a template's number and the values it looks at. The same
 * functions make them for training and for reading copy, so that the two cannot differ.
 */
#ifndef TAG_FEATURES_H
#define TAG_FEATURES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#define TAG_FEATURES_MAX 192u /* of one token; the stages have about 20, 65 and 130 */

struct tag_features {
	size_t count; /* of another type than the items, so that the compiler may keep it at hand while it stores these */
	uint32_t items[TAG_FEATURES_MAX];
};

/*
 * Features that are the same for a run of tokens, as they depend on what stands around the run alone. They are made
 * anew, and their weights summed, only where `key`, the values they depend on, is another than that of the token before.
 */
#define TAG_GROUPS 3u
struct tag_group {
	uint32_t key[6];
	bool changed;
	struct tag_features features;
};

/* Mixes a value into a hash. What differs in any bit differs in the bits above it. */
static inline uint32_t tag_mix(uint32_t hash, uint32_t value)
{
	return (hash ^ value) * 0x9E3779B1u;
}

/*
 * A value as it is mixed into a feature beside others: its bits spread, the best of them lowest. A token has few such values and
 * many features, so that a feature costs one multiplication more than they.
 */
static inline uint32_t tag_spread(uint32_t value)
{
	uint32_t spread = value * 0xC2B2AE35u;
	return spread << 16 | spread >> 16;
}

static inline void feature(struct tag_features *f, uint32_t template, uint32_t a)
{
	f->items[f->count++] = tag_mix(template * 0x85EBCA6Bu, a);
}

static inline void feature2(struct tag_features *f, uint32_t template, uint32_t a, uint32_t b)
{
	feature(f, template, a ^ tag_spread(b));
}

static inline void feature3(struct tag_features *f, uint32_t template, uint32_t a, uint32_t b, uint32_t c)
{
	uint32_t spread = tag_spread(c);
	feature2(f, template, a ^ (spread << 7 | spread >> 25), b);
}

/* Before the first token. */
static inline void tag_groups_begin(struct tag_group *groups)
{
	for (uint32_t g = 0; g < TAG_GROUPS; g++) {
		memset(groups[g].key, 0xFF, sizeof groups[g].key);
		groups[g].features.count = 0;
	}
}

/* True when the features of the group are to be made anew. */
static inline bool tag_group_changes(struct tag_group *group, const uint32_t key[6])
{
	group->changed = memcmp(group->key, key, sizeof group->key) != 0;
	if (!group->changed)
		return false;
	memcpy(group->key, key, sizeof group->key);
	group->features.count = 0;
	return true;
}

#endif
