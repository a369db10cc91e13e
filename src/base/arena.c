#include "base/arena.h"

#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#define FIRST_BLOCK 8192u
#define LARGEST_BLOCK (1024u * 1024u)
#define ALIGNMENT _Alignof(max_align_t)

struct arena_block {
	struct arena_block *next;
	size_t size;
	max_align_t data[];
};

void arena_init(struct arena *arena)
{
	*arena = (struct arena){.next_size = FIRST_BLOCK};
}

static void free_blocks(struct arena_block *block)
{
	while (block) {
		struct arena_block *next = block->next;
		free(block);
		block = next;
	}
}

void arena_release(struct arena *arena)
{
	free_blocks(arena->blocks);
	arena_init(arena);
}

void arena_reset(struct arena *arena)
{
	struct arena_block *newest = arena->blocks;
	if (!newest) {
		arena_init(arena);
		return;
	}
	free_blocks(newest->next);
	newest->next = NULL;
	arena->at = (char *)newest->data;
	arena->end = arena->at + newest->size;
	arena->failed = false;
}

static bool grow(struct arena *arena, size_t size)
{
	size_t want = size > arena->next_size ? size : arena->next_size;
	struct arena_block *block;
	if (want > SIZE_MAX - sizeof *block)
		return false;
	block = malloc(sizeof *block + want);
	if (!block)
		return false;
	block->size = want;
	block->next = arena->blocks;
	arena->blocks = block;
	arena->at = (char *)block->data;
	arena->end = arena->at + want;
	if (arena->next_size < LARGEST_BLOCK)
		arena->next_size *= 2;
	return true;
}

void *arena_alloc(struct arena *arena, size_t size)
{
	void *memory;
	if (arena->failed || size > SIZE_MAX - ALIGNMENT) {
		arena->failed = true;
		return NULL;
	}
	size = (size + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
	if (!arena->at || size > (size_t)(arena->end - arena->at)) {
		if (!grow(arena, size)) {
			arena->failed = true;
			return NULL;
		}
	}
	memory = arena->at;
	arena->at += size;
	return memory;
}

void *arena_calloc(struct arena *arena, size_t count, size_t size)
{
	void *memory;
	if (size && count > SIZE_MAX / size) {
		arena->failed = true;
		return NULL;
	}
	memory = arena_alloc(arena, count * size);
	if (memory)
		memset(memory, 0, count * size);
	return memory;
}

char *arena_strndup(struct arena *arena, const char *text, size_t len)
{
	char *copy = arena_alloc(arena, len + 1);
	if (!copy)
		return NULL;
	if (len)
		memcpy(copy, text, len);
	copy[len] = '\0';
	return copy;
}

char *arena_strdup(struct arena *arena, const char *text)
{
	return arena_strndup(arena, text, strlen(text));
}

struct wa_str arena_str(struct arena *arena, struct wa_str text)
{
	char *copy = text.ptr ? arena_strndup(arena, text.ptr, text.len) : NULL;
	return copy ? (struct wa_str){copy, text.len} : (struct wa_str){0};
}

char *arena_printf(struct arena *arena, const char *format, ...)
{
	va_list args, again;
	char *text;
	int len;
	va_start(args, format);
	va_copy(again, args);
	len = vsnprintf(NULL, 0, format, args);
	va_end(args);
	text = len < 0 ? NULL : arena_alloc(arena, (size_t)len + 1);
	if (text)
		(void)vsnprintf(text, (size_t)len + 1, format, again);
	va_end(again);
	return text;
}

bool arena_failed(const struct arena *arena)
{
	return arena->failed;
}
