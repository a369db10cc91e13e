#include "pack/names.h"

#include <stdlib.h>

#include "base/str.h"

#define FIRST_SIZE 256u

void names_release(struct names *names)
{
	free(names->slots);
	*names = (struct names){0};
}

/* The slot of a name: its own, or the empty one where it belongs. */
static struct names_slot *slot_of(const struct names *names, struct wa_str name)
{
	size_t at = hash_bytes(HASH_SEED, name.ptr, name.len) & (names->size - 1);
	while (names->slots[at].name.ptr && !str_eq(names->slots[at].name, name))
		at = (at + 1) & (names->size - 1);
	return &names->slots[at];
}

uint32_t names_find(const struct names *names, struct wa_str name)
{
	const struct names_slot *slot = names->size ? slot_of(names, name) : NULL;
	return slot && slot->name.ptr ? slot->index : WA_NONE;
}

static bool grow(struct names *names)
{
	struct names larger = {.size = names->size ? names->size * 2 : FIRST_SIZE, .count = names->count};
	larger.slots = calloc(larger.size, sizeof *larger.slots);
	if (!larger.slots)
		return false;
	for (size_t i = 0; i < names->size; i++)
		if (names->slots[i].name.ptr)
			*slot_of(&larger, names->slots[i].name) = names->slots[i];
	free(names->slots);
	*names = larger;
	return true;
}

bool names_add(struct names *names, struct wa_str name, uint32_t index)
{
	if (names->count * 2 >= names->size && !grow(names))
		return false;
	*slot_of(names, name) = (struct names_slot){name, index};
	names->count++;
	return true;
}
