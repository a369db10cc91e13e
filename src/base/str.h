/* Slices of bytes. All functions take ASCII case only; text is UTF-8. */
#ifndef BASE_STR_H
#define BASE_STR_H

#include <stdbool.h>
#include <stdint.h>
#include <string.h>

#include "wireaudit/types.h"

#define STR(literal) ((struct wa_str){(literal), sizeof(literal) - 1})

static inline struct wa_str str_of(const char *text)
{
	return (struct wa_str){text, text ? strlen(text) : 0};
}

/* An empty string may be NULL, to which nothing may be added, not even zero. */
static inline struct wa_str str_cut(struct wa_str s, size_t start, size_t end)
{
	return (struct wa_str){start ? s.ptr + start : s.ptr, end - start};
}

static inline bool str_eq(struct wa_str a, struct wa_str b)
{
	return a.len == b.len && (a.len == 0 || memcmp(a.ptr, b.ptr, a.len) == 0);
}

static inline char ascii_lower(char c)
{
	return c >= 'A' && c <= 'Z' ? (char)(c + 32) : c;
}

static inline bool ascii_is_digit(char c)
{
	return c >= '0' && c <= '9';
}
static inline bool ascii_is_upper(char c)
{
	return c >= 'A' && c <= 'Z';
}
static inline bool ascii_is_lower(char c)
{
	return c >= 'a' && c <= 'z';
}
static inline bool ascii_is_alpha(char c)
{
	return ascii_is_upper(c) || ascii_is_lower(c);
}
static inline bool ascii_is_space(char c)
{
	return c == ' ' || (c >= '\t' && c <= '\r');
}

bool str_eq_nocase(struct wa_str a, struct wa_str b);
bool str_starts(struct wa_str s, struct wa_str prefix);
bool str_ends(struct wa_str s, struct wa_str suffix);
bool str_starts_nocase(struct wa_str s, struct wa_str prefix);
/* Offset of the first `needle`, or SIZE_MAX. */
size_t str_find(struct wa_str s, struct wa_str needle);
/* Without leading and trailing ASCII white space. */
struct wa_str str_trim(struct wa_str s);
/* FNV-1a over the bytes, chained through `seed` (start with HASH_SEED). */
#define HASH_SEED 14695981039346656037ull
uint64_t hash_bytes(uint64_t seed, const void *bytes, size_t size);

#endif
