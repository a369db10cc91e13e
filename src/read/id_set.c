#include "read/id_set.h"

#include <stdlib.h>

static uint64_t hash_of(struct wa_str id)
{
	uint64_t hash = 14695981039346656037u;
	for (size_t i = 0; i < id.len; i++)
		hash = (hash ^ (unsigned char)id.ptr[i]) * 1099511628211u;
	return hash ? hash : 1;
}

/* The slot that holds the hash or is free for it. */
static size_t slot_of(const struct id_set *set, uint64_t hash)
{
	size_t at = hash & (set->capacity - 1);
	while (set->hashes[at] && set->hashes[at] != hash)
		at = (at + 1) & (set->capacity - 1);
	return at;
}

static bool grow(struct id_set *set)
{
	struct id_set larger = {.count = set->count, .capacity = set->capacity ? set->capacity * 2 : 64};
	larger.hashes = calloc(larger.capacity, sizeof *larger.hashes);
	if (!larger.hashes)
		return false;
	for (size_t i = 0; i < set->capacity; i++)
		if (set->hashes[i])
			larger.hashes[slot_of(&larger, set->hashes[i])] = set->hashes[i];
	free(set->hashes);
	*set = larger;
	return true;
}

bool id_set_add(struct id_set *set, struct wa_str id, bool *is_new)
{
	uint64_t hash = hash_of(id);
	size_t at;
	if (set->count * 2 >= set->capacity && !grow(set))
		return false;
	at = slot_of(set, hash);
	*is_new = !set->hashes[at];
	set->hashes[at] = hash;
	set->count += *is_new;
	return true;
}

void id_set_release(struct id_set *set)
{
	free(set->hashes);
	*set = (struct id_set){0};
}
