#include "base/vec.h"

#include <string.h>

#define FIRST_CAPACITY 16u

bool vec_grow_(void *items, size_t item_size, size_t *capacity, size_t wanted, bool *failed)
{
	size_t next = *capacity < FIRST_CAPACITY ? FIRST_CAPACITY : *capacity;
	void *old, *grown;
	while (next < wanted && next <= SIZE_MAX / 2)
		next *= 2;
	if (*capacity && next == *capacity)
		next = *capacity <= SIZE_MAX / 2 ? *capacity * 2 : *capacity;
	if (*failed || next < wanted || next > SIZE_MAX / item_size) {
		*failed = true;
		return false;
	}
	memcpy(&old, items, sizeof old); /* the caller's pointer has its own type */
	grown = realloc(old, next * item_size);
	if (!grown) {
		*failed = true;
		return false;
	}
	memcpy(items, &grown, sizeof grown);
	*capacity = next;
	return true;
}
