/* Templates of the rule catalogue filled in. */
#ifndef LINT_MESSAGE_H
#define LINT_MESSAGE_H

#include "base/arena.h"
#include "base/vec.h"
#include "pack/packs.h"
#include "wireaudit/types.h"

/* A text being made; works with vec_push() and vec_release(). */
struct text {
	char *items;
	size_t count, capacity;
	bool failed;
};

void text_append(struct text *text, const char *bytes, size_t size);

enum message_key {
#define X(id, name) MESSAGE_##id,
	RULE_PLACEHOLDERS(X)
#undef X
		MESSAGE_KEY_COUNT
};

/* Texts for placeholders; empty ones make the [group] around them disappear. */
struct fill {
	struct wa_str values[MESSAGE_KEY_COUNT];
};

/* Longest text a placeholder gets, in bytes: enough to find the place, not the place again. */
#define MESSAGE_VALUE_BYTES 90u

/* The template with its placeholders filled, made in `arena`; ptr NULL when memory ran out. `scratch` is reused. */
struct wa_str message_fill(const char *template, const struct fill *fill, struct text *scratch, struct arena *arena);

#endif
