#include "read/json_tree.h"

#include "base/limits.h"
#include "base/str.h"
#include "base/utf8.h"

struct parser {
	struct json *json;
	const char *text;
	size_t at, end;
	uint32_t open[LIMIT_JSON_DEPTH]; /* objects and arrays that are open */
	unsigned depth;
	size_t key, key_len; /* of the member that is about to be read */
};

/* White space, commas and colons carry nothing that brackets and quotation marks do not; comments are skipped as well. */
static void skip_between(struct parser *p)
{
	while (p->at < p->end) {
		char c = p->text[p->at];
		if (ascii_is_space(c) || c == ',' || c == ':')
			p->at++;
		else if (c == '/' && p->at + 1 < p->end && p->text[p->at + 1] == '/')
			while (p->at < p->end && p->text[p->at] != '\n')
				p->at++;
		else
			return;
	}
}

/* From behind an opening quotation mark to its closing one; the end of text when there is none. */
static size_t string_end(const struct parser *p, size_t at)
{
	while (at < p->end && p->text[at] != '"')
		at += p->text[at] == '\\' && at + 1 < p->end ? 2 : 1;
	return at;
}

static struct json_node *add(struct parser *p, enum json_type type, size_t from, size_t to)
{
	struct json_node *node = vec_push(&p->json->nodes);
	if (node)
		*node = (struct json_node){.type = (uint8_t)type,
			.end = (uint32_t)p->json->nodes.count,
			.key = (uint32_t)p->key,
			.key_len = (uint32_t)p->key_len,
			.from = (uint32_t)from,
			.to = (uint32_t)to};
	p->key_len = 0;
	return node;
}

static void open_node(struct parser *p, enum json_type type)
{
	if (!add(p, type, p->at, p->end))
		return;
	if (p->depth < LIMIT_JSON_DEPTH)
		p->open[p->depth] = (uint32_t)p->json->nodes.count - 1;
	p->depth++;
	p->at++;
}

static void close_node(struct parser *p)
{
	p->depth--;
	p->at++;
	if (p->depth < LIMIT_JSON_DEPTH) {
		struct json_node *node = &p->json->nodes.items[p->open[p->depth]];
		node->end = (uint32_t)p->json->nodes.count;
		node->to = (uint32_t)p->at;
	}
}

static bool in_object(const struct parser *p)
{
	return p->depth && p->depth <= LIMIT_JSON_DEPTH && p->json->nodes.items[p->open[p->depth - 1]].type == JSON_OBJECT;
}

static bool followed_by_colon(const struct parser *p, size_t at)
{
	while (at < p->end && ascii_is_space(p->text[at]))
		at++;
	return at < p->end && p->text[at] == ':';
}

static void read_string(struct parser *p)
{
	size_t from = p->at + 1, to = string_end(p, from);
	p->json->broken |= to >= p->end;
	if (to > p->end)
		to = p->end;
	p->at = to < p->end ? to + 1 : to;
	if (in_object(p) && !p->key_len && followed_by_colon(p, p->at)) {
		p->key = from;
		p->key_len = to - from;
		return;
	}
	add(p, JSON_STRING, from, to);
}

static void read_other(struct parser *p)
{
	size_t from = p->at;
	while (p->at < p->end && (!p->text[p->at] || !strchr(",:]}[{\"", p->text[p->at])) && !ascii_is_space(p->text[p->at]))
		p->at++;
	if (p->at == from)
		p->at++;
	add(p, JSON_OTHER, from, p->at);
}

static void read_value(struct parser *p)
{
	char c = p->text[p->at];
	if (c == '{')
		open_node(p, JSON_OBJECT);
	else if (c == '[')
		open_node(p, JSON_ARRAY);
	else if (c == '}' || c == ']')
		close_node(p);
	else if (c == '"')
		read_string(p);
	else
		read_other(p);
}

bool json_parse(struct json *json, const char *text, size_t from, size_t to)
{
	struct parser *p = calloc(1, sizeof *p);
	*json = (struct json){.text = text};
	if (!p)
		return false;
	*p = (struct parser){.json = json, .text = text, .at = from, .end = to};
	/* what stands before the value: comment marks of old pages, a call it is the argument of */
	while (p->at < p->end && text[p->at] != '{' && text[p->at] != '[')
		p->at++;
	if (p->at < p->end) {
		do {
			read_value(p);
			skip_between(p);
		} while (p->depth && p->at < p->end && !json->nodes.failed);
		json->broken |= p->depth > 0;
		while (p->depth && !json->nodes.failed)
			close_node(p);
	}
	free(p);
	return !json->nodes.failed;
}

void json_release(struct json *json)
{
	vec_release(&json->nodes);
}

uint32_t json_member(const struct json *json, uint32_t object, const char *key)
{
	struct wa_str wanted = str_of(key);
	if (object >= json->nodes.count || json->nodes.items[object].type != JSON_OBJECT)
		return 0;
	for (uint32_t i = object + 1; i < json->nodes.items[object].end; i = json->nodes.items[i].end)
		if (str_eq((struct wa_str){json->text + json->nodes.items[i].key, json->nodes.items[i].key_len}, wanted))
			return i;
	return 0;
}

bool json_is_text(const struct json *json, uint32_t node)
{
	return node < json->nodes.count && json->nodes.items[node].type == JSON_STRING && str_trim(json_raw(json, node)).len > 0;
}

struct wa_str json_raw(const struct json *json, uint32_t node)
{
	const struct json_node *n = &json->nodes.items[node];
	return (struct wa_str){json->text + n->from, n->to - n->from};
}

/* Four hexadecimal digits; -1 when they are not there. */
static int32_t hex4(const char *at, const char *end)
{
	int32_t value = 0;
	if (end - at < 4)
		return -1;
	for (unsigned i = 0; i < 4; i++) {
		char c = ascii_lower(at[i]);
		if (!ascii_is_digit(c) && !(c >= 'a' && c <= 'f'))
			return -1;
		value = value * 16 + (ascii_is_digit(c) ? c - '0' : c - 'a' + 10);
	}
	return value;
}

static size_t unicode_escape(const char *at, const char *end, char *out, size_t *out_len)
{
	int32_t high = hex4(at + 2, end), low;
	if (high < 0)
		return 0;
	if (high >= 0xD800 && high < 0xDC00 && end - at >= 12 && at[6] == '\\' && at[7] == 'u') {
		low = hex4(at + 8, end);
		if (low >= 0xDC00 && low < 0xE000) {
			*out_len = utf8_encode(0x10000u + ((uint32_t)(high - 0xD800) << 10) + (uint32_t)(low - 0xDC00), out);
			return 12;
		}
	}
	*out_len = utf8_encode((uint32_t)high, out);
	return 6;
}

size_t json_escape(const char *at, const char *end, char *out, size_t *out_len)
{
	static const char names[] = "bfnrt\"\\/", values[] = "\b\f\n\r\t\"\\/";
	const char *found;
	size_t len;
	out[0] = '\\';
	*out_len = 1;
	if (end - at < 2)
		return 1;
	if (at[1] == 'u' && (len = unicode_escape(at, end, out, out_len)) > 0)
		return len;
	found = at[1] ? strchr(names, at[1]) : NULL;
	if (!found)
		return 1;
	out[0] = values[found - names];
	return 2;
}

void json_derive(struct derivation *derivation, size_t from, size_t to)
{
	const char *text = derivation->outer->text;
	while (from < to) {
		const char *found = memchr(text + from, '\\', to - from);
		size_t at = found ? (size_t)(found - text) : to, len, utf8_len;
		char utf8[JSON_ESCAPE_UTF8];
		source_derive_text(derivation, from, at);
		if (!found)
			return;
		len = json_escape(found, text + to, utf8, &utf8_len);
		source_derive_char(derivation, RUN_ENTITY, utf8, utf8_len, at, at + len);
		from = at + len;
	}
}
