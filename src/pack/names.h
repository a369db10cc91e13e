/* A map from names to indexes, for finding what stands twice. Names are borrowed. */
#ifndef PACK_NAMES_H
#define PACK_NAMES_H

#include <stdbool.h>
#include <stdint.h>

#include "wireaudit/types.h"

struct names_slot {
	struct wa_str name;
	uint32_t index;
};

struct names {
	struct names_slot *slots;
	size_t size, count;
};

void names_release(struct names *names);
/* The index of a name, WA_NONE when it is not there. */
uint32_t names_find(const struct names *names, struct wa_str name);
/* Adds a name that is not there yet; false when memory ran out. */
bool names_add(struct names *names, struct wa_str name, uint32_t index);

#endif
