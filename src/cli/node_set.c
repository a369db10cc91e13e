#include "cli/node_set.h"

#include <stdlib.h>
#include <string.h>

#define FIRST_SIZE 64u /* a power of two */

static struct node_set_entry *find(struct node_set_entry *entries, size_t size, uint64_t device, uint64_t node)
{
	size_t at = (size_t)(((node ^ device << 32) * 0x9E3779B97F4A7C15u) >> 20) & (size - 1);
	while (entries[at].used && (entries[at].device != device || entries[at].node != node))
		at = (at + 1) & (size - 1);
	return &entries[at];
}

static bool grow(struct node_set *set)
{
	size_t size = set->size ? set->size * 2 : FIRST_SIZE;
	struct node_set_entry *entries = calloc(size, sizeof *entries);
	if (!entries)
		return false;
	for (size_t i = 0; i < set->size; i++) {
		if (set->entries[i].used)
			*find(entries, size, set->entries[i].device, set->entries[i].node) = set->entries[i];
	}
	free(set->entries);
	set->entries = entries;
	set->size = size;
	return true;
}

bool node_set_add(struct node_set *set, uint64_t device, uint64_t node)
{
	struct node_set_entry *entry;
	if (set->count * 2 >= set->size && !grow(set))
		return true;
	entry = find(set->entries, set->size, device, node);
	if (entry->used)
		return false;
	*entry = (struct node_set_entry){device, node, true};
	set->count++;
	return true;
}

void node_set_clear(struct node_set *set)
{
	if (set->count)
		memset(set->entries, 0, set->size * sizeof *set->entries);
	set->count = 0;
}

void node_set_release(struct node_set *set)
{
	free(set->entries);
	*set = (struct node_set){0};
}
