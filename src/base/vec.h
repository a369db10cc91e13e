/*
 * Growable arrays. `VEC(T)` is a struct of items, count and capacity; growth is by malloc, and like the
 * arena's, failure is sticky: vec_push returns NULL from then on.
 *
 *     VEC(struct token) tokens = {0};
 *     struct token *t = vec_push(&tokens);
 *     if (t) *t = ...;
 *     vec_release(&tokens);
 */
#ifndef BASE_VEC_H
#define BASE_VEC_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#define VEC(T)                          \
	struct {                        \
		T *items;               \
		size_t count, capacity; \
		bool failed;            \
	}

/* Address of a new, uninitialised last item, or NULL. */
#define vec_push(v)                                                                                                               \
	(((v)->count < (v)->capacity || vec_grow_(&(v)->items, sizeof *(v)->items, &(v)->capacity, (v)->count + 1, &(v)->failed)) \
			? &(v)->items[(v)->count++]                                                                               \
			: NULL)

/* Makes room for `n` items in all; false when memory ran out. */
#define vec_reserve(v, n) ((n) <= (v)->capacity || vec_grow_(&(v)->items, sizeof *(v)->items, &(v)->capacity, (n), &(v)->failed))

#define vec_release(v)                          \
	do {                                    \
		free((v)->items);               \
		(v)->items = NULL;              \
		(v)->count = (v)->capacity = 0; \
	} while (0)

/* `items` points at the array's pointer. */
bool vec_grow_(void *items, size_t item_size, size_t *capacity, size_t wanted, bool *failed);

#endif
