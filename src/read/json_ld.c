#include "read/json_ld.h"

#include "base/array.h"
#include "base/str.h"
#include "read/json_write.h"

#define JSON_LD_RANK 50u
/* Names of authors listed; more is a newsroom. */
#define MOST_AUTHORS 12u

static const struct {
	const char *key;
	enum meta_field field;
} texts[] = {
	{"headline", META_TITLE},
	{"description", META_DESCRIPTION},
	{"datePublished", META_PUBLISHED},
	{"dateModified", META_MODIFIED},
	{"articleSection", META_SECTION},
	{"inLanguage", META_LANG},
	{"dateline", META_DATELINE},
};

/* A string, or the first of a list of strings. */
static uint32_t first_text(const struct json *json, uint32_t node)
{
	if (node && json->nodes.items[node].type == JSON_ARRAY && json->nodes.items[node].end > node + 1)
		node++;
	return node && json_is_text(json, node) ? node : 0;
}

/* A name: a string, an object's "name", or the first of a list of these. */
static struct wa_str name_of(const struct json *json, uint32_t node, struct arena *arena)
{
	if (node && json->nodes.items[node].type == JSON_OBJECT)
		node = json_member(json, node, "name");
	node = first_text(json, node);
	return node ? json_text(json, node, arena) : (struct wa_str){0};
}

static struct wa_str names_of(const struct json *json, uint32_t node, struct arena *arena)
{
	struct wa_str names = {0};
	uint32_t end, count = 0;
	if (!node || json->nodes.items[node].type != JSON_ARRAY)
		return name_of(json, node, arena);
	end = json->nodes.items[node].end;
	for (uint32_t i = node + 1; i < end && count < MOST_AUTHORS; i = json->nodes.items[i].end) {
		struct wa_str name = name_of(json, i, arena);
		char *joined;
		if (!name.len || html_meta_is_address(name))
			continue;
		joined = count++ ? arena_printf(arena, "%.*s, %.*s", (int)names.len, names.ptr, (int)name.len, name.ptr)
				 : arena_strndup(arena, name.ptr, name.len);
		names = str_of(joined);
	}
	return names;
}

/* The kinds of schema.org that are stories: all that end in these words. */
static bool names_story(struct wa_str type)
{
	return str_ends(type, STR("Article")) || str_ends(type, STR("Posting")) || str_ends(type, STR("Report"));
}

static bool is_story(const struct json *json, uint32_t object)
{
	uint32_t type = json_member(json, object, "@type");
	if (!type)
		return false;
	if (json->nodes.items[type].type == JSON_STRING)
		return names_story(json_raw(json, type));
	for (uint32_t i = type + 1; i < json->nodes.items[type].end; i = json->nodes.items[i].end)
		if (names_story(json_raw(json, i)))
			return true;
	return false;
}

static void read_story(
	struct html_meta *meta, const struct html *html, const struct json *json, uint32_t story, struct arena *arena)
{
	uint32_t body = json_member(json, story, "articleBody");
	struct wa_str byline = names_of(json, json_member(json, story, "author"), arena);
	for (size_t i = 0; i < ARRAY_COUNT(texts); i++) {
		uint32_t node = first_text(json, json_member(json, story, texts[i].key));
		if (node)
			html_meta_set(meta, texts[i].field, JSON_LD_RANK, json_text(json, node, arena), arena);
	}
	html_meta_set(meta, META_BYLINE, JSON_LD_RANK, byline, arena);
	html_meta_set(meta, META_PROVIDER, JSON_LD_RANK, name_of(json, json_member(json, story, "publisher"), arena), arena);
	if (body && json_is_text(json, body) && json_raw(json, body).len > meta->body_to - meta->body_from) {
		meta->body_from = (size_t)(json_raw(json, body).ptr - html->text);
		meta->body_to = meta->body_from + json_raw(json, body).len;
	}
}

bool json_ld_read(struct html_meta *meta, const struct html *html, struct wa_str block, struct arena *arena)
{
	struct json json;
	size_t from = (size_t)(block.ptr - html->text);
	bool ok = json_parse(&json, html->text, from, from + block.len);
	for (uint32_t i = 0; ok && i < json.nodes.count; i++)
		if (json.nodes.items[i].type == JSON_OBJECT && is_story(&json, i))
			read_story(meta, html, &json, i, arena);
	json_release(&json);
	return ok;
}
