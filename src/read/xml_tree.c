#include "read/xml_tree.h"

#include "base/limits.h"
#include "base/str.h"
#include "read/html_meta.h"
#include "read/markup.h"

/* Room made at once: metadata is a tag or a text every so many bytes. */
#define BYTES_A_NODE 24u
#define FIRST_NODES 4096u

struct parser {
	struct xml *xml;
	size_t at;
	uint32_t open[LIMIT_XML_DEPTH];
	unsigned depth;
	size_t beyond;                                /* elements open beyond the deepest one kept */
	bool no_cdata_end, no_comment_end, no_pi_end; /* searched for and not found before the end */
	bool no_quote[2];                             /* the same, of ' and " */
};

static struct xml_node *add(struct parser *p, enum xml_type type, size_t from, size_t to)
{
	struct xml_node *node = vec_push(&p->xml->nodes);
	if (node)
		*node = (struct xml_node){.type = (uint8_t)type,
			.parent = p->depth ? p->open[p->depth - 1] : 0,
			.end = (uint32_t)p->xml->nodes.count,
			.from = (uint32_t)from,
			.to = (uint32_t)to,
			.close = (uint32_t)to};
	return node;
}

static void pop(struct parser *p, size_t close)
{
	struct xml_node *node = &p->xml->nodes.items[p->open[--p->depth]];
	node->end = (uint32_t)p->xml->nodes.count;
	node->close = (uint32_t)close;
}

/* The local part of a name that begins at `at`; longer ones are cut. *end is where it ends. */
static struct wa_str local_name(const struct xml *xml, size_t at, size_t *end)
{
	size_t start = at;
	for (; at < xml->size && markup_is_name(xml->text[at]); at++)
		if (xml->text[at] == ':')
			start = at + 1;
	*end = at;
	return (struct wa_str){xml->text + start, at - start < UINT8_MAX ? at - start : UINT8_MAX};
}

static struct wa_str name_of(const struct xml *xml, uint32_t node)
{
	return (struct wa_str){xml->text + xml->nodes.items[node].name, xml->nodes.items[node].name_len};
}

/* Behind the '>' of the start tag the name of which ends at `at`, quotation marks heeded where they close; 0 when it never ends. */
static size_t tag_end(struct parser *p, size_t at)
{
	const struct xml *xml = p->xml;
	while (at < xml->size && xml->text[at] != '>') {
		char c = xml->text[at++];
		bool *none = &p->no_quote[c == '"'];
		const char *close;
		if ((c != '"' && c != '\'') || *none)
			continue;
		close = memchr(xml->text + at, c, xml->size - at);
		*none = !close;
		if (close)
			at = (size_t)(close - xml->text) + 1;
	}
	return at < xml->size ? at + 1 : 0;
}

static void read_start(struct parser *p, size_t from)
{
	struct xml *xml = p->xml;
	size_t name_end;
	struct wa_str name = local_name(xml, from + 1, &name_end);
	size_t to = tag_end(p, name_end);
	struct xml_node *node;
	if (!to) {
		xml->broken = true;
		p->at = xml->size;
		return;
	}
	p->at = to;
	if (p->depth == LIMIT_XML_DEPTH) {
		p->beyond += xml->text[to - 2] != '/';
		xml->deep = true;
		return;
	}
	node = add(p, XML_ELEMENT, from, to);
	if (!node)
		return;
	node->name = (uint32_t)(name.ptr - xml->text);
	node->name_len = (uint8_t)name.len;
	if (xml->text[to - 2] != '/')
		p->open[p->depth++] = (uint32_t)xml->nodes.count - 1;
}

static void read_end(struct parser *p, size_t from)
{
	struct xml *xml = p->xml;
	size_t name_end;
	struct wa_str name = local_name(xml, from + 2, &name_end);
	const char *close = memchr(xml->text + name_end, '>', xml->size - name_end);
	unsigned d = p->depth;
	p->at = close ? (size_t)(close - xml->text) + 1 : xml->size;
	if (p->beyond) {
		p->beyond--;
		return;
	}
	while (d && !str_eq(name_of(xml, p->open[d - 1]), name))
		d--;
	xml->broken |= d != p->depth || !close;
	while (d && p->depth >= d)
		pop(p, from);
}

/*
 * Behind `end` at or behind `at`; 0 when it is not there, which is searched for once only. Looked for by its last character:
 * CDATA and comments hold markup, where that is no more common than any other and the rest of a tag is stepped over.
 */
static size_t behind(const struct parser *p, size_t at, struct wa_str end, bool *none)
{
	const char *text = p->xml->text, *found = text + at, *stop = text + p->xml->size;
	if (*none || at > p->xml->size)
		return 0;
	while ((found = memchr(found, '>', (size_t)(stop - found))) != NULL) {
		found++;
		if ((size_t)(found - text) >= at + end.len && memcmp(found - end.len, end.ptr, end.len) == 0)
			return (size_t)(found - text);
	}
	*none = true;
	return 0;
}

/* A less-than sign that nobody escaped. */
static size_t read_stray(struct parser *p, size_t from)
{
	p->xml->broken = true;
	add(p, XML_TEXT, from, from + 1);
	return from + 1;
}

/* What begins with "<!": behind it, 0 when it never ends. */
static size_t read_declaration(struct parser *p, size_t from)
{
	struct xml *xml = p->xml;
	struct wa_str rest = {xml->text + from, xml->size - from};
	size_t end;
	if (str_starts(rest, STR("<!--")))
		return behind(p, from + 4, STR("-->"), &p->no_comment_end);
	if (!str_starts(rest, STR("<![CDATA[")))
		return markup_doctype_end(xml->text, from, xml->size);
	end = behind(p, from + 9, STR("]]>"), &p->no_cdata_end);
	add(p, XML_CDATA, from + 9, end ? end - 3 : xml->size);
	return end;
}

static bool opens_name(char c)
{
	return ascii_is_alpha(c) || c == '_' || (unsigned char)c >= 0x80;
}

static void read_markup(struct parser *p, size_t from)
{
	struct xml *xml = p->xml;
	size_t left = xml->size - from, end;
	char next = left > 1 ? xml->text[from + 1] : '\0';
	if (opens_name(next)) {
		read_start(p, from);
		return;
	}
	if (next == '/' && left > 2) {
		read_end(p, from);
		return;
	}
	if (next == '!')
		end = read_declaration(p, from);
	else if (next == '?')
		end = behind(p, from + 2, STR("?>"), &p->no_pi_end);
	else
		end = read_stray(p, from);
	xml->broken |= !end;
	p->at = end ? end : xml->size;
}

bool xml_parse(struct xml *xml, const char *text, size_t size)
{
	struct parser p = {.xml = xml};
	*xml = (struct xml){.text = text, .size = size};
	(void)vec_reserve(&xml->nodes, size / BYTES_A_NODE < FIRST_NODES ? size / BYTES_A_NODE + 1 : FIRST_NODES);
	add(&p, XML_ELEMENT, 0, 0);
	while (p.at < size && !xml->nodes.failed) {
		const char *found = memchr(text + p.at, '<', size - p.at);
		size_t next = found ? (size_t)(found - text) : size;
		if (next > p.at)
			add(&p, XML_TEXT, p.at, next);
		p.at = next;
		if (next < size)
			read_markup(&p, next);
	}
	xml->broken |= p.depth > 0;
	while (p.depth && !xml->nodes.failed)
		pop(&p, size);
	if (!xml->nodes.failed)
		xml->nodes.items[0].end = (uint32_t)xml->nodes.count;
	return !xml->nodes.failed;
}

void xml_release(struct xml *xml)
{
	vec_release(&xml->nodes);
}

bool xml_has_prefix(const struct xml *xml, uint32_t node, const char *prefix)
{
	const struct xml_node *n = &xml->nodes.items[node];
	struct wa_str before = {xml->text + n->from, n->name - n->from};
	size_t len = strlen(prefix);
	return before.len == len + 2 && memcmp(before.ptr + 1, prefix, len) == 0 && before.ptr[len + 1] == ':';
}

uint32_t xml_root(const struct xml *xml)
{
	return xml_child(xml, 0, NULL);
}

/* The first of the siblings from `i` to `end` that is an element of that name. */
static uint32_t first_of(const struct xml *xml, uint32_t i, uint32_t end, const char *name)
{
	struct wa_str wanted = str_of(name);
	for (; i < end; i = xml->nodes.items[i].end)
		if (name ? xml_is_named(xml, i, wanted) : xml->nodes.items[i].type == XML_ELEMENT)
			return i;
	return 0;
}

uint32_t xml_child(const struct xml *xml, uint32_t node, const char *name)
{
	return first_of(xml, node + 1, xml->nodes.items[node].end, name);
}

uint32_t xml_next(const struct xml *xml, uint32_t node, const char *name)
{
	return first_of(xml, xml->nodes.items[node].end, xml->nodes.items[xml->nodes.items[node].parent].end, name);
}

uint32_t xml_path(const struct xml *xml, uint32_t node, const char *path)
{
	char name[64];
	while (*path) {
		size_t len = strcspn(path, "/");
		if (len >= sizeof name)
			return 0;
		memcpy(name, path, len);
		name[len] = '\0';
		node = xml_child(xml, node, name);
		if (!node)
			return 0;
		path += len + (path[len] == '/');
	}
	return node;
}

uint32_t xml_find(const struct xml *xml, uint32_t node, uint32_t after, const char *name)
{
	struct wa_str wanted = str_of(name);
	for (uint32_t i = (after > node ? after : node) + 1; i < xml->nodes.items[node].end; i++)
		if (xml_is_named(xml, i, wanted))
			return i;
	return 0;
}

struct wa_str xml_attr_raw(const struct xml *xml, uint32_t node, const char *name)
{
	struct wa_str wanted = str_of(name);
	struct markup_attr attr;
	size_t at = 0;
	if (!node)
		return (struct wa_str){0};
	while (markup_next_attr(xml->text, xml->nodes.items[node].from, xml->nodes.items[node].to, &at, &attr)) {
		size_t colon = str_find(attr.name, STR(":"));
		struct wa_str local = colon == SIZE_MAX ? attr.name : str_cut(attr.name, colon + 1, attr.name.len);
		if (str_eq(local, wanted))
			return attr.value;
	}
	return (struct wa_str){0};
}

struct wa_str xml_attr(const struct xml *xml, uint32_t node, const char *name, struct arena *arena)
{
	struct wa_str raw = xml_attr_raw(xml, node, name);
	return raw.ptr ? html_meta_text(arena, raw) : raw;
}

bool xml_has_text(const struct xml *xml, uint32_t node)
{
	for (uint32_t i = node; node && i < xml->nodes.items[node].end; i++) {
		const struct xml_node *n = &xml->nodes.items[i];
		if (n->type != XML_ELEMENT && str_trim((struct wa_str){xml->text + n->from, n->to - n->from}).len)
			return true;
	}
	return false;
}

struct wa_str xml_text(const struct xml *xml, uint32_t node, struct arena *arena)
{
	size_t size = 0, len = 0;
	char *raw;
	if (!node)
		return (struct wa_str){0};
	for (uint32_t i = node; i < xml->nodes.items[node].end; i++)
		if (xml->nodes.items[i].type != XML_ELEMENT)
			size += xml->nodes.items[i].to - xml->nodes.items[i].from + 1;
	raw = arena_alloc(arena, size + 1);
	if (!raw)
		return (struct wa_str){0};
	for (uint32_t i = node; i < xml->nodes.items[node].end; i++) {
		const struct xml_node *n = &xml->nodes.items[i];
		if (n->type == XML_ELEMENT)
			continue;
		if (len)
			raw[len++] = ' '; /* parts of names stand in elements side by side */
		memcpy(raw + len, xml->text + n->from, n->to - n->from);
		len += n->to - n->from;
	}
	return html_meta_text(arena, (struct wa_str){raw, len});
}
