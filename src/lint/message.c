#include "lint/message.h"

#include <string.h>

#include "base/str.h"

static const char *const key_names[] = {
#define X(id, name) name,
	RULE_PLACEHOLDERS(X)
#undef X
};

void text_append(struct text *text, const char *bytes, size_t size)
{
	if (!size || !vec_reserve(text, text->count + size))
		return;
	memcpy(text->items + text->count, bytes, size);
	text->count += size;
}

/* Shortened at a space, so that no character is cut. */
static void append_value(struct text *text, struct wa_str value)
{
	size_t cut = MESSAGE_VALUE_BYTES;
	if (value.len <= MESSAGE_VALUE_BYTES) {
		text_append(text, value.ptr, value.len);
		return;
	}
	while (cut > 1 && value.ptr[cut] != ' ')
		cut--;
	if (cut == 1) {
		cut = MESSAGE_VALUE_BYTES;
		while (cut > 1 && ((unsigned char)value.ptr[cut] & 0xC0) == 0x80)
			cut--;
	}
	text_append(text, value.ptr, cut);
	text_append(text, " ...", 4);
}

/* At '{': the key named there, -1 when there is none; *end is behind its '}'. */
static int key_at(const char *at, const char **end)
{
	const char *close = strchr(at, '}');
	size_t len = close ? (size_t)(close - at) - 1 : 0;
	for (int i = 0; close && i < MESSAGE_KEY_COUNT; i++) {
		if (strlen(key_names[i]) == len && memcmp(key_names[i], at + 1, len) == 0) {
			*end = close + 1;
			return i;
		}
	}
	return -1;
}

struct wa_str message_fill(const char *template, const struct fill *fill, struct text *scratch, struct arena *arena)
{
	size_t group = 0;
	bool missing = false;
	scratch->count = 0;
	for (const char *at = template; *at;) {
		int key = *at == '{' ? key_at(at, &at) : -1;
		if (key >= 0) {
			append_value(scratch, fill->values[key]);
			missing = missing || !fill->values[key].len;
			continue;
		}
		if (*at == '[') {
			group = scratch->count;
			missing = false;
		} else if (*at == ']') {
			scratch->count = missing ? group : scratch->count;
		} else {
			text_append(scratch, at, 1);
		}
		at++;
	}
	if (scratch->failed)
		return (struct wa_str){0};
	return (struct wa_str){arena_strndup(arena, scratch->items, scratch->count), scratch->count};
}
