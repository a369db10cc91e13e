#include "read/html_meta.h"

#include "base/array.h"
#include "base/str.h"
#include "read/json_ld.h"
#include "read/news.h"
#include "read/writer.h"

static const struct {
	struct wa_str name;
	enum meta_field field;
	uint8_t rank;
} names[] = {
#define META(name, field, rank) {{name, sizeof name - 1}, META_##field, rank},
#include "read/html_meta.def"
#undef META
};

/* The head of a page stands in its first part; microdata far down belongs to comments and teasers. */
#define TITLE_RANK 15u

struct wa_str html_meta_text(struct arena *arena, struct wa_str raw)
{
	const char *at = raw.ptr, *end = raw.len ? at + raw.len : at;
	char *out = arena_alloc(arena, raw.len + 1);
	size_t len = 0;
	bool space = false;
	if (!out)
		return (struct wa_str){0};
	while (at < end) {
		char utf8[HTML_ENTITY_UTF8] = {*at};
		size_t taken = *at == '&' ? html_entity(at, end, utf8, &(size_t){0}) : 0, utf8_len = 1;
		if (taken)
			(void)html_entity(at, end, utf8, &utf8_len);
		at += taken ? taken : 1;
		if (ascii_is_space(utf8[0])) {
			space = len > 0;
			continue;
		}
		if (space)
			out[len++] = ' ';
		space = false;
		memcpy(out + len, utf8, utf8_len);
		len += utf8_len;
	}
	out[len] = '\0';
	return (struct wa_str){out, len};
}

bool html_meta_is_address(struct wa_str text)
{
	return str_starts_nocase(text, STR("http://")) || str_starts_nocase(text, STR("https://"));
}

/* "jfalk", "kevin-r": what somebody types to log in is nobody's name; "dpa" is an agency's. Letters beyond ASCII may be small. */
static bool is_login(struct wa_str s)
{
	enum { INITIALS = 4 };
	for (size_t i = 0; i < s.len; i++)
		if (!ascii_is_lower(s.ptr[i]) && !ascii_is_digit(s.ptr[i]) && !strchr("-_.", s.ptr[i]))
			return false;
	return s.len > INITIALS;
}

/* A value as the field wants it; empty for what is none, so that another place of the page may give it. */
static struct wa_str checked(enum meta_field field, struct wa_str value, struct arena *arena)
{
	if (field == META_PUBLISHED || field == META_MODIFIED)
		return news_date(arena, value);
	if (field == META_BYLINE && (html_meta_is_address(value) || is_login(value)))
		return (struct wa_str){0};
	return value;
}

void html_meta_set(struct html_meta *meta, enum meta_field field, unsigned rank, struct wa_str value, struct arena *arena)
{
	if (rank <= meta->ranks[field] || !value.len)
		return;
	value = checked(field, value, arena);
	if (!value.len)
		return;
	meta->ranks[field] = (uint8_t)rank;
	meta->fields[field] = value;
}

static void take_named(struct html_meta *meta, struct arena *arena, struct wa_str name, struct wa_str value)
{
	for (size_t i = 0; i < ARRAY_COUNT(names); i++)
		if (names[i].rank > meta->ranks[names[i].field] && str_eq_nocase(name, names[i].name))
			html_meta_set(meta, names[i].field, names[i].rank, html_meta_text(arena, value), arena);
}

static void read_meta(struct html_meta *meta, const struct html *html, const struct html_node *node, struct arena *arena)
{
	struct wa_str name = {0}, value = {0};
	struct markup_attr attr;
	size_t at = 0;
	while (html_next_attr(html, node, &at, &attr)) {
		if (str_eq_nocase(attr.name, STR("content")))
			value = attr.value;
		else if (str_eq_nocase(attr.name, STR("name")) || str_eq_nocase(attr.name, STR("property")) ||
			 str_eq_nocase(attr.name, STR("itemprop")))
			name = attr.value;
	}
	if (name.len && value.len)
		take_named(meta, arena, name, value);
}

/* <time itemprop="datePublished" datetime="...">: others are of comments and teasers. */
static void read_time(struct html_meta *meta, const struct html *html, const struct html_node *node, struct arena *arena)
{
	struct wa_str name = html_attr(html, node, "itemprop"), value = html_attr(html, node, "datetime");
	if (name.len && value.len)
		take_named(meta, arena, name, value);
}

static struct wa_str raw_content(const struct html *html, uint32_t i)
{
	const struct html_node *node = &html->nodes.items[i], *next = node + 1;
	if (node->end <= i + 1 || next->tag != TAG_TEXT)
		return (struct wa_str){0};
	return (struct wa_str){html->text + next->from, next->to - next->from};
}

static bool is_json_ld(const struct html *html, const struct html_node *node)
{
	return str_find(html_attr(html, node, "type"), STR("ld+json")) != SIZE_MAX;
}

bool html_meta_read(struct html_meta *meta, const struct html *html, struct arena *arena)
{
	bool ok = true;
	*meta = (struct html_meta){0};
	for (uint32_t i = 1; ok && i < html->nodes.count; i++) {
		const struct html_node *node = &html->nodes.items[i];
		struct wa_str raw;
		switch (node->tag) {
		case TAG_META:
			read_meta(meta, html, node, arena);
			break;
		case TAG_TIME:
			read_time(meta, html, node, arena);
			break;
		case TAG_TITLE:
			html_meta_set(meta, META_TITLE, TITLE_RANK, html_meta_text(arena, raw_content(html, i)), arena);
			break;
		case TAG_HTML:
			html_meta_set(meta, META_LANG, TITLE_RANK, html_meta_text(arena, html_attr(html, node, "lang")), arena);
			break;
		case TAG_SCRIPT:
			raw = raw_content(html, i);
			if (raw.len && is_json_ld(html, node))
				ok = json_ld_read(meta, html, raw, arena);
			break;
		}
	}
	return ok && !arena_failed(arena);
}
