/*
 * Bump allocator: many small allocations, freed together. Failure is sticky, so that a stage may
 * allocate freely and ask once at its end: after the first failed request every later one returns NULL
 * and arena_failed() is true.
 */
#ifndef BASE_ARENA_H
#define BASE_ARENA_H

#include <stdbool.h>
#include <stddef.h>

#include "wireaudit/types.h"

struct arena_block;
struct arena {
	struct arena_block *blocks; /* newest first */
	char *at, *end;
	size_t next_size;
	bool failed;
};

void arena_init(struct arena *arena);
void arena_release(struct arena *arena);

/* Forgets everything allocated but keeps one block for reuse; clears the failure. */
void arena_reset(struct arena *arena);

/* Uninitialised memory aligned for any type, or NULL. A size of 0 yields a valid pointer. */
void *arena_alloc(struct arena *arena, size_t size);
/* Zeroed memory for `count` objects of `size` bytes, or NULL, also when the product overflows. */
void *arena_calloc(struct arena *arena, size_t count, size_t size);
/* Copies with a terminating NUL, or NULL. */
char *arena_strndup(struct arena *arena, const char *text, size_t len);
char *arena_strdup(struct arena *arena, const char *text);
struct wa_str arena_str(struct arena *arena, struct wa_str text);
/* Formatted text, or NULL. */
char *arena_printf(struct arena *arena, const char *format, ...) __attribute__((format(printf, 2, 3)));

bool arena_failed(const struct arena *arena);

#endif
