#include "read/html_hints.h"

#include "base/array.h"
#include "base/str.h"

static const struct {
	struct wa_str words;
	unsigned hint;
} table[] = {
#define HINT(words, what) {{words, sizeof words - 1}, HINT_##what},
#include "read/html_hints.def"
#undef HINT
};

/* First entry of table[] for each letter, found by the compiler's own order: the table is sorted. */
static size_t first_of(char letter)
{
	size_t low = 0, high = ARRAY_COUNT(table);
	while (low < high) {
		size_t middle = low + (high - low) / 2;
		if (table[middle].words.ptr[0] < letter)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

/* Words of a longer name than this are not looked at: generated class names. */
#define NAME_WORDS 16u
#define NAME_BYTES 96u

struct name {
	char text[NAME_BYTES + 1]; /* words in lower case, a space behind each */
	uint8_t starts[NAME_WORDS];
	unsigned count;
	size_t len;
};

static void cut_words(struct wa_str name, struct name *out)
{
	bool inside = false;
	out->len = out->count = 0;
	for (size_t i = 0; i < name.len && out->len + 2 < NAME_BYTES; i++) {
		char c = name.ptr[i];
		bool upper = ascii_is_upper(c);
		if (!ascii_is_alpha(c)) {
			inside = false;
			continue;
		}
		if (!inside || (upper && i && ascii_is_lower(name.ptr[i - 1]))) {
			if (out->count == NAME_WORDS)
				return;
			if (out->count)
				out->text[out->len++] = ' ';
			out->starts[out->count++] = (uint8_t)out->len;
			inside = true;
		}
		out->text[out->len++] = ascii_lower(c);
	}
}

/* The entry that fits at word `at`, as many words as it has; 0 when none does. */
static unsigned look_up(const struct name *name, unsigned at, unsigned *hint)
{
	struct wa_str rest = {name->text + name->starts[at], name->len - name->starts[at]};
	size_t best = 0;
	unsigned words = 1;
	for (size_t i = first_of(rest.ptr[0]); i < ARRAY_COUNT(table) && table[i].words.ptr[0] == rest.ptr[0]; i++) {
		struct wa_str entry = table[i].words;
		if (entry.len > best && entry.len <= rest.len && memcmp(entry.ptr, rest.ptr, entry.len) == 0 &&
			(entry.len == rest.len || rest.ptr[entry.len] == ' ')) {
			best = entry.len;
			*hint = table[i].hint;
		}
	}
	if (!best)
		return 0;
	for (size_t i = 0; i < best; i++)
		words += rest.ptr[i] == ' ';
	return words;
}

unsigned html_hints_of(struct wa_str text)
{
	struct name name = {0};
	unsigned hints = 0;
	cut_words(text, &name);
	for (unsigned i = 0; i < name.count;) {
		unsigned hint = 0, words = look_up(&name, i, &hint);
		hints |= hint;
		i += words ? words : 1;
	}
	return hints;
}

static unsigned hints_of_names(struct wa_str names)
{
	unsigned hints = 0;
	for (size_t i = 0; i < names.len;) {
		size_t start = i;
		while (i < names.len && !ascii_is_space(names.ptr[i]))
			i++;
		if (i > start && !memchr(names.ptr + start, ':', i - start))
			hints |= html_hints_of(str_cut(names, start, i));
		i++;
	}
	return hints;
}

static bool is_display_none(struct wa_str style)
{
	size_t at = str_find(style, STR("display"));
	if (at == SIZE_MAX)
		return false;
	style = str_trim(str_cut(style, at + strlen("display"), style.len));
	if (!style.len || style.ptr[0] != ':')
		return false;
	return str_starts_nocase(str_trim(str_cut(style, 1, style.len)), STR("none"));
}

unsigned html_hints(const struct html *html, const struct html_node *node)
{
	struct markup_attr attr;
	unsigned hints = 0;
	size_t at = 0;
	while (html_next_attr(html, node, &at, &attr)) {
		if (str_eq_nocase(attr.name, STR("class")) || str_eq_nocase(attr.name, STR("id")) ||
			str_eq_nocase(attr.name, STR("itemprop")) || str_eq_nocase(attr.name, STR("role")) ||
			str_eq_nocase(attr.name, STR("data-testid")) || str_eq_nocase(attr.name, STR("data-component")))
			hints |= hints_of_names(attr.value);
		else if (str_eq_nocase(attr.name, STR("hidden")) ||
			 (str_eq_nocase(attr.name, STR("style")) && is_display_none(attr.value)))
			hints |= HINT_HIDDEN;
	}
	return hints;
}
