#include "base/str.h"

bool str_eq_nocase(struct wa_str a, struct wa_str b)
{
	if (a.len != b.len)
		return false;
	for (size_t i = 0; i < a.len; i++)
		if (ascii_lower(a.ptr[i]) != ascii_lower(b.ptr[i]))
			return false;
	return true;
}

bool str_starts(struct wa_str s, struct wa_str prefix)
{
	return s.len >= prefix.len && str_eq(str_cut(s, 0, prefix.len), prefix);
}

bool str_ends(struct wa_str s, struct wa_str suffix)
{
	return s.len >= suffix.len && str_eq(str_cut(s, s.len - suffix.len, s.len), suffix);
}

bool str_starts_nocase(struct wa_str s, struct wa_str prefix)
{
	return s.len >= prefix.len && str_eq_nocase(str_cut(s, 0, prefix.len), prefix);
}

size_t str_find(struct wa_str s, struct wa_str needle)
{
	const char *at;
	if (!needle.len || s.len < needle.len)
		return needle.len ? SIZE_MAX : 0;
	at = memmem(s.ptr, s.len, needle.ptr, needle.len);
	return at ? (size_t)(at - s.ptr) : SIZE_MAX;
}

struct wa_str str_trim(struct wa_str s)
{
	while (s.len && ascii_is_space(s.ptr[0]))
		s = str_cut(s, 1, s.len);
	while (s.len && ascii_is_space(s.ptr[s.len - 1]))
		s.len--;
	return s;
}

uint64_t hash_bytes(uint64_t seed, const void *bytes, size_t size)
{
	const unsigned char *b = bytes;
	for (size_t i = 0; i < size; i++)
		seed = (seed ^ b[i]) * 1099511628211ull;
	return seed;
}
