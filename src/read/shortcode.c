#include "read/shortcode.h"

#include "base/str.h"

/* A document uses a handful of them. */
#define MOST_NAMES 16u
/* From the bracket to the end of its attributes. */
#define LONGEST 500u

struct names {
	struct wa_str items[MOST_NAMES];
	size_t count;
};

static bool is_name(char c)
{
	return ascii_is_lower(c) || ascii_is_digit(c) || c == '_' || c == '-';
}

/* The name at `at`, behind the bracket and its slash; empty for none. */
static struct wa_str name_at(const char *at, const char *end)
{
	struct wa_str name = {at, 0};
	while (at + name.len < end && is_name(at[name.len]))
		name.len++;
	if (!name.len || !ascii_is_lower(at[0]) || at + name.len == end)
		name.len = 0;
	return name;
}

static bool has(const struct names *names, struct wa_str name)
{
	for (size_t i = 0; i < names->count; i++)
		if (str_eq(names->items[i], name))
			return true;
	return false;
}

/* The names of those that are closed anywhere, as many as there is room for. */
static struct names find_closed(const struct source *source)
{
	const char *at = source->text, *end = at + source->size;
	struct names names = {0};
	while (names.count < MOST_NAMES && at < end && (at = memchr(at, '[', (size_t)(end - at))) != NULL) {
		struct wa_str name = ++at < end && *at == '/' ? name_at(at + 1, end) : (struct wa_str){0};
		if (name.len && name.ptr[name.len] == ']' && !has(&names, name))
			names.items[names.count++] = name;
	}
	return names;
}

bool shortcode_is_in(const struct source *source)
{
	return find_closed(source).count > 0;
}

/* Bytes of the shortcode at the bracket `at`, 0 for brackets of the copy. */
static size_t length_at(const struct names *names, const char *at, const char *end)
{
	bool closes = at + 1 < end && at[1] == '/';
	struct wa_str name = name_at(at + 1 + closes, end);
	const char *behind = name.ptr + name.len, *close;
	if (!name.len || !has(names, name) || (*behind != ']' && *behind != ' '))
		return 0;
	close = memchr(behind, ']', (size_t)(end - behind) < LONGEST ? (size_t)(end - behind) : LONGEST);
	return close ? (size_t)(close - at) + 1 : 0;
}

static void derive_one(struct derivation *derivation, size_t from, size_t to)
{
	struct wa_str code = {derivation->outer->text + from, to - from};
	struct wa_str tag = str_starts(code, STR("[caption")) ? STR("<figcaption>") : STR("</figcaption>");
	if (str_starts(code, STR("[caption")) || str_starts(code, STR("[/caption")))
		source_derive_char(derivation, RUN_ENTITY, tag.ptr, tag.len, from, to);
}

void shortcode_derive(struct derivation *derivation)
{
	const struct source *outer = derivation->outer;
	const char *text = outer->text, *end = text + outer->size, *at = text;
	struct names names = find_closed(outer);
	size_t from = 0;
	while (at < end && (at = memchr(at, '[', (size_t)(end - at))) != NULL) {
		size_t length = length_at(&names, at, end), start = (size_t)(at - text);
		at += length ? length : 1;
		if (!length)
			continue;
		source_derive_text(derivation, from, start);
		derive_one(derivation, start, start + length);
		from = start + length;
	}
	source_derive_text(derivation, from, outer->size);
}
