/*
 * One allocation that fails, for programs linked with --wrap=malloc, calloc and realloc. A trial runs between failing_start() and
 * failing_stop(); what other libraries allocate within themselves is their own, but for SQLite's (failing_sqlite()).
 */
#ifndef TESTS_MEMORY_FAILING_H
#define TESTS_MEMORY_FAILING_H

#include <sqlite3.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdlib.h>

static size_t failing_count; /* allocations since the start */
static size_t failing_at;    /* the number of the one that fails; 0 for none */
static bool failing_paused;  /* the test's own memory is not what is tested */

static inline void failing_start(size_t at)
{
	failing_count = 0;
	failing_at = at;
}

/* Whether the allocation was reached. */
static inline bool failing_stop(void)
{
	bool reached = failing_at && failing_count >= failing_at;
	failing_at = 0;
	return reached;
}

/* The first allocations one by one, then in growing steps: later ones are much alike. */
static inline size_t failing_next(size_t at)
{
	return at + 1 + at / 25;
}

static inline bool failing_now(void)
{
	return !failing_paused && ++failing_count == failing_at;
}

/* The linker's names. */
// NOLINTBEGIN
void *__real_malloc(size_t size);
void *__real_calloc(size_t count, size_t size);
void *__real_realloc(void *memory, size_t size);
void *__wrap_malloc(size_t size);
void *__wrap_calloc(size_t count, size_t size);
void *__wrap_realloc(void *memory, size_t size);

void *__wrap_malloc(size_t size)
{
	return failing_now() ? NULL : __real_malloc(size);
}

void *__wrap_calloc(size_t count, size_t size)
{
	return failing_now() ? NULL : __real_calloc(count, size);
}

void *__wrap_realloc(void *memory, size_t size)
{
	return failing_now() ? NULL : __real_realloc(memory, size);
}

/* SQLite's, with the size in front as it wants to know it. */
static void *failing_sqlite_malloc(int size)
{
	max_align_t *memory = failing_now() ? NULL : __real_malloc((size_t)size + sizeof *memory);
	if (!memory)
		return NULL;
	*(int *)memory = size;
	return memory + 1;
}

static void failing_sqlite_free(void *memory)
{
	free((max_align_t *)memory - 1);
}

static int failing_sqlite_size(void *memory)
{
	return memory ? *(int *)((max_align_t *)memory - 1) : 0;
}

static void *failing_sqlite_realloc(void *memory, int size)
{
	max_align_t *larger = failing_now() ? NULL : __real_realloc((max_align_t *)memory - 1, (size_t)size + sizeof *larger);
	if (!larger)
		return NULL;
	*(int *)larger = size;
	return larger + 1;
}
// NOLINTEND

static int failing_sqlite_round(int size)
{
	return (size + 7) & ~7;
}

static int failing_sqlite_begin(void *data)
{
	(void)data;
	return SQLITE_OK;
}

static void failing_sqlite_end(void *data)
{
	(void)data;
}

/* Before anything else is asked of SQLite. */
static inline bool failing_sqlite(void)
{
	static const sqlite3_mem_methods methods = {
		.xMalloc = failing_sqlite_malloc,
		.xFree = failing_sqlite_free,
		.xRealloc = failing_sqlite_realloc,
		.xSize = failing_sqlite_size,
		.xRoundup = failing_sqlite_round,
		.xInit = failing_sqlite_begin,
		.xShutdown = failing_sqlite_end,
	};
	return sqlite3_config(SQLITE_CONFIG_MALLOC, &methods) == SQLITE_OK;
}

#endif
