#include "pool.h"

#include <stdalign.h>
#include <stdlib.h>
#include <string.h>

#include "excerpt.h"

#define ELLIPSIS "\xE2\x80\xA6"

enum { BLOCK = 64 * 1024 };

struct pool_block {
	struct pool_block *before;
	size_t used, size;
	alignas(max_align_t) char bytes[];
};

static struct pool_block *add_block(struct pool *pool, size_t size)
{
	if (size < BLOCK)
		size = BLOCK;
	struct pool_block *block = size < SIZE_MAX / 2 ? calloc(1, sizeof *block + size) : NULL;
	if (!block) {
		pool->failed = true;
		return NULL;
	}
	block->size = size;
	block->before = pool->last;
	pool->last = block;
	return block;
}

void *pool_alloc(struct pool *pool, size_t size)
{
	struct pool_block *block = pool->last;
	size_t used = block ? (block->used + alignof(max_align_t) - 1) & ~(alignof(max_align_t) - 1) : 0;
	if (pool->failed)
		return NULL;
	if (!block || used > block->size || size > block->size - used) {
		block = add_block(pool, size);
		used = 0;
	}
	if (!block)
		return NULL;
	block->used = used + size;
	return block->bytes + used;
}

static struct wa_str join(struct pool *pool, struct wa_str head, const char *tail)
{
	size_t more = strlen(tail);
	char *copy = pool_alloc(pool, head.len + more + 1);
	if (!copy)
		return (struct wa_str){"", 0};
	if (head.len)
		memcpy(copy, head.ptr, head.len);
	memcpy(copy + head.len, tail, more + 1);
	return (struct wa_str){copy, head.len + more};
}

struct wa_str pool_copy(struct pool *pool, struct wa_str text)
{
	return join(pool, text, "");
}

struct wa_str pool_text(struct pool *pool, struct wa_str text, unsigned cells)
{
	struct excerpt e = excerpt_make(text, (struct wa_span){0, 0}, cells);
	return join(pool, e.after, e.cut_after ? ELLIPSIS : "");
}

bool pool_failed(const struct pool *pool)
{
	return pool->failed;
}

void pool_release(struct pool *pool)
{
	while (pool->last) {
		struct pool_block *before = pool->last->before;
		free(pool->last);
		pool->last = before;
	}
	*pool = (struct pool){0};
}
