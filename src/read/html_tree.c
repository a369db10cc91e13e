#include "read/html_tree.h"

#include <string.h>

#include "base/limits.h"
#include "base/str.h"

#define VOID HTML_VOID
#define RAW HTML_RAW
#define SKIP HTML_SKIP
#define BLOCK HTML_BLOCK
#define ENDS_P HTML_ENDS_P
static const struct {
	struct wa_str name;
	unsigned flags;
} tags[TAG_COUNT] = {
#define TAG(id, name, flags) [TAG_##id] = {{name, sizeof name - 1}, flags},
#include "read/html_tags.def"
#undef TAG
};
#undef VOID
#undef RAW
#undef SKIP
#undef BLOCK
#undef ENDS_P

unsigned html_tag_flags(enum html_tag tag)
{
	return tags[tag].flags;
}

static int compare_nocase(struct wa_str a, struct wa_str b)
{
	size_t n = a.len < b.len ? a.len : b.len;
	for (size_t i = 0; i < n; i++) {
		int d = (unsigned char)ascii_lower(a.ptr[i]) - (unsigned char)b.ptr[i];
		if (d)
			return d;
	}
	return a.len < b.len ? -1 : a.len > b.len;
}

static enum html_tag find_tag(struct wa_str name)
{
	size_t low = TAG_UNKNOWN + 1, high = TAG_COUNT;
	while (low < high) {
		size_t middle = low + (high - low) / 2;
		int d = compare_nocase(name, tags[middle].name);
		if (d == 0)
			return (enum html_tag)middle;
		if (d < 0)
			high = middle;
		else
			low = middle + 1;
	}
	return TAG_UNKNOWN;
}

/* Room made at once: pages have a tag or a text every so many bytes, or less. */
#define BYTES_A_NODE 64u
#define FIRST_NODES 4096u

struct parser {
	struct html *html;
	size_t at;
	struct {
		uint32_t node;
		uint8_t tag;
	} open[LIMIT_HTML_DEPTH];
	unsigned depth;
	size_t beyond;                  /* elements open beyond the deepest one kept */
	uint32_t open_count[TAG_COUNT]; /* by tag, so that a stray end tag costs nothing */
	uint32_t link;                  /* depth of the open <a href>, 0 for none */
	uint8_t link_kind;
	bool xml;
	bool none_left[256]; /* a byte searched for and not found before the end */
	bool no_comment_end;
	bool no_raw_end[TAG_COUNT];
};

/* Offset of byte `c` at or behind `at`, or the size. A fruitless search is made once only. */
static size_t find_byte(struct parser *p, size_t at, char c)
{
	const char *found = p->none_left[(unsigned char)c] ? NULL : memchr(p->html->text + at, c, p->html->size - at);
	if (!found)
		p->none_left[(unsigned char)c] = true;
	return found ? (size_t)(found - p->html->text) : p->html->size;
}

static uint32_t add_node(struct parser *p, enum html_tag tag, size_t from, size_t to)
{
	uint32_t index = (uint32_t)p->html->nodes.count;
	struct html_node *node = vec_push(&p->html->nodes);
	if (!node)
		return 0;
	*node = (struct html_node){.tag = (uint8_t)tag,
		.link = p->link ? p->link_kind : 0,
		.end = index + 1,
		.from = (uint32_t)from,
		.to = (uint32_t)to};
	node->parent = p->depth ? p->open[p->depth - 1].node : 0;
	return index;
}

static void pop(struct parser *p)
{
	p->depth--;
	p->html->nodes.items[p->open[p->depth].node].end = (uint32_t)p->html->nodes.count;
	p->open_count[p->open[p->depth].tag]--;
	if (p->link > p->depth)
		p->link = 0;
}

static void pop_to(struct parser *p, unsigned depth)
{
	p->beyond = 0;
	while (p->depth > depth)
		pop(p);
}

static void push(struct parser *p, enum html_tag tag, uint32_t node)
{
	if (p->depth == LIMIT_HTML_DEPTH) {
		p->beyond++;
		p->html->deep = true;
		return;
	}
	p->open[p->depth].node = node;
	p->open[p->depth].tag = (uint8_t)tag;
	p->open_count[tag]++;
	p->depth++;
}

/* Elements whose inside is a page of its own: nothing outside them is closed from within. */
static bool is_scope(enum html_tag tag)
{
	return tag == TAG_TABLE || tag == TAG_TD || tag == TAG_TH || tag == TAG_CAPTION || tag == TAG_TEMPLATE ||
	       tag == TAG_OBJECT || tag == TAG_SVG;
}

/* Depth of the innermost open `tag` that may be closed here, 0 for none. `stop` bounds the search besides scopes. */
static unsigned find_open(const struct parser *p, enum html_tag tag, enum html_tag stop1, enum html_tag stop2)
{
	if (!p->open_count[tag])
		return 0;
	for (unsigned d = p->depth; d > 0; d--) {
		enum html_tag open = p->open[d - 1].tag;
		if (open == tag)
			return d;
		if (open == stop1 || open == stop2 || is_scope(open))
			return 0;
	}
	return 0;
}

static void close_open(struct parser *p, enum html_tag tag, enum html_tag stop1, enum html_tag stop2)
{
	unsigned d = find_open(p, tag, stop1, stop2);
	if (d)
		pop_to(p, d - 1);
}

static bool is_heading(enum html_tag tag)
{
	return tag >= TAG_H1 && tag <= TAG_H6;
}

/* Pops table parts down to the innermost of the three, for a row or cell that begins. */
static void close_in_table(struct parser *p, enum html_tag a, enum html_tag b, enum html_tag c)
{
	if (!p->open_count[TAG_TABLE])
		return;
	for (unsigned d = p->depth; d > 0; d--) {
		enum html_tag open = p->open[d - 1].tag;
		if (open == TAG_TABLE)
			return;
		if (open == a || open == b || open == c) {
			pop_to(p, d - 1);
			close_in_table(p, a, b, c);
			return;
		}
	}
}

/* Closes what the start of `tag` closes by implication. */
static void close_implied(struct parser *p, enum html_tag tag)
{
	if (tags[tag].flags & HTML_ENDS_P)
		close_open(p, TAG_P, TAG_UNKNOWN, TAG_UNKNOWN);
	if (is_heading(tag) && p->depth && is_heading(p->open[p->depth - 1].tag))
		pop_to(p, p->depth - 1);
	else if (tag == TAG_LI)
		close_open(p, TAG_LI, TAG_UL, TAG_OL);
	else if (tag == TAG_DT || tag == TAG_DD)
		close_open(p, TAG_DT, TAG_DL, TAG_DD), close_open(p, TAG_DD, TAG_DL, TAG_DT);
	else if (tag == TAG_OPTION)
		close_open(p, TAG_OPTION, TAG_SELECT, TAG_DATALIST);
	else if (tag == TAG_TD || tag == TAG_TH)
		close_in_table(p, TAG_TD, TAG_TH, TAG_CAPTION);
	else if (tag == TAG_TR)
		close_in_table(p, TAG_TD, TAG_TH, TAG_TR);
	else if (tag == TAG_TBODY || tag == TAG_THEAD || tag == TAG_TFOOT)
		close_in_table(p, TAG_TR, TAG_TBODY, TAG_THEAD);
	else if (tag == TAG_BODY)
		close_open(p, TAG_HEAD, TAG_UNKNOWN, TAG_UNKNOWN);
}

/* Offset behind the raw content of `tag` that begins at `at`: where its end tag stands, or the page's end. */
static size_t raw_end(struct parser *p, enum html_tag tag, size_t at)
{
	struct wa_str name = tags[tag].name;
	size_t size = p->html->size;
	while (!p->no_raw_end[tag] && (at = find_byte(p, at, '<')) < size) {
		const char *text = p->html->text + at;
		if (size - at > name.len + 2 && text[1] == '/' && str_eq_nocase((struct wa_str){text + 2, name.len}, name) &&
			!ascii_is_alpha(text[2 + name.len]))
			return at;
		at++;
	}
	p->no_raw_end[tag] = true;
	p->html->truncated = true;
	return size;
}

static void start_element(struct parser *p, enum html_tag tag, size_t from, size_t to, bool self_closed)
{
	unsigned flags = tags[tag].flags;
	uint32_t node;
	close_implied(p, tag);
	if (tag == TAG_A)
		p->link = 0;
	node = add_node(p, tag, from, to);
	p->at = to;
	if (!node || (flags & HTML_VOID) || (self_closed && (p->xml || tag == TAG_UNKNOWN || tag == TAG_SVG)))
		return;
	push(p, tag, node);
	if (tag == TAG_A) {
		struct wa_str href = html_attr(p->html, &p->html->nodes.items[node], "href");
		if (href.ptr)
			p->link = p->depth;
		p->link_kind = href.len && href.ptr[0] == '#' ? HTML_ANCHOR : HTML_LINK;
	}
	if (flags & HTML_RAW) {
		size_t end = raw_end(p, tag, to);
		if (end == p->html->size && tag == TAG_TITLE)
			end = find_byte(p, to, '<');
		add_node(p, TAG_TEXT, to, end);
		p->at = end;
	}
}

/* True when the open element is the one an end tag names; elements not in the table are told by their names. */
static bool is_named(const struct parser *p, unsigned depth, enum html_tag tag, struct wa_str name)
{
	const struct html_node *node = &p->html->nodes.items[p->open[depth].node];
	const char *at = p->html->text + node->from + 1;
	if (p->open[depth].tag != tag || tag != TAG_UNKNOWN)
		return p->open[depth].tag == tag;
	return node->to - node->from >= name.len + 2 && !markup_is_name(at[name.len]) &&
	       str_eq_nocase((struct wa_str){at, name.len}, name);
}

static void end_element(struct parser *p, enum html_tag tag, struct wa_str name)
{
	bool inline_tag = !(tags[tag].flags & HTML_BLOCK);
	if (tag == TAG_A)
		p->link = 0;
	if (p->beyond) {
		p->beyond--;
		if (tags[tag].flags & HTML_BLOCK)
			add_node(p, TAG_HR, p->at, p->at);
		return;
	}
	if (!p->open_count[tag]) {
		if (tag == TAG_P || tag == TAG_BR)
			add_node(p, TAG_BR, p->at, p->at);
		return;
	}
	for (unsigned d = p->depth; d > 0; d--) {
		enum html_tag open = p->open[d - 1].tag;
		if (is_named(p, d - 1, tag, name)) {
			pop_to(p, d - 1);
			return;
		}
		if ((inline_tag && !(tags[tag].flags & HTML_SKIP) && (tags[open].flags & HTML_BLOCK)) ||
			(is_scope(open) && tag != TAG_TABLE && tag != TAG_TR && tag != TAG_TBODY && tag != TAG_BODY &&
				tag != TAG_HTML && tag != TAG_TEMPLATE))
			return;
	}
}

/* Behind the attribute value at `at`; size when its quotation never ends. */
static size_t skip_value(struct parser *p, size_t at)
{
	const char *text = p->html->text;
	size_t size = p->html->size;
	if (at < size && (text[at] == '"' || text[at] == '\'')) {
		at = find_byte(p, at + 1, text[at]);
		return at < size ? at + 1 : size;
	}
	while (at < size && !ascii_is_space(text[at]) && text[at] != '>')
		at++;
	return at;
}

static size_t skip_space(const struct html *html, size_t at)
{
	while (at < html->size && ascii_is_space(html->text[at]))
		at++;
	return at;
}

/* Behind the '>' of the start tag the name of which ends at `name_end`; 0 when it is cut off. */
static size_t tag_end(struct parser *p, size_t name_end)
{
	const struct html *html = p->html;
	size_t at = name_end;
	while (at < html->size && html->text[at] != '>') {
		if (html->text[at] != '=') {
			at++;
			continue;
		}
		at = skip_value(p, skip_space(html, at + 1));
	}
	return at < html->size ? at + 1 : 0;
}

/* The name of an element; in XML without the prefix of its namespace. */
static struct wa_str local_name(const struct parser *p, size_t from, size_t to)
{
	const char *colon = p->xml ? memchr(p->html->text + from, ':', to - from) : NULL;
	if (colon)
		from = (size_t)(colon - p->html->text) + 1;
	return (struct wa_str){p->html->text + from, to - from};
}

static void read_start_tag(struct parser *p, size_t from)
{
	const char *text = p->html->text;
	size_t size = p->html->size, name_end = from + 1, end;
	enum html_tag tag;
	while (name_end < size && markup_is_name(text[name_end]))
		name_end++;
	tag = find_tag(local_name(p, from + 1, name_end));
	end = tag_end(p, name_end);
	if (!end) {
		/* a quotation that never ends: the tag ends where it would without it */
		end = find_byte(p, name_end, '>');
		if (end == size) {
			p->html->truncated = true;
			p->at = size;
			return;
		}
		end++;
	}
	start_element(p, tag, from, end, text[end - 2] == '/');
}

static void read_end_tag(struct parser *p, size_t from)
{
	const char *text = p->html->text;
	size_t name_end = from + 2, end;
	while (name_end < p->html->size && markup_is_name(text[name_end]))
		name_end++;
	end = find_byte(p, name_end, '>');
	p->html->truncated |= end == p->html->size;
	p->at = end < p->html->size ? end + 1 : end;
	end_element(p, find_tag(local_name(p, from + 2, name_end)), (struct wa_str){text + from + 2, name_end - from - 2});
}

/* Comments are dropped, but for those that begin with our name. */
static void read_comment(struct parser *p, size_t from)
{
	const char *text = p->html->text, *found = NULL;
	size_t inside = from + 4, size = p->html->size, end;
	if (inside < size && text[inside] == '>') {
		p->at = inside + 1;
		return;
	}
	if (inside <= size && !p->no_comment_end)
		found = memmem(text + inside, size - inside, "-->", 3);
	if (!found) {
		/* never closed: only the tag itself is dropped, not the rest of the page */
		p->no_comment_end = p->html->truncated = true;
		end = find_byte(p, from, '>');
		p->at = end < size ? end + 1 : size;
		return;
	}
	end = (size_t)(found - text);
	p->at = end + 3;
	inside = skip_space(p->html, inside);
	if (inside < end && str_starts((struct wa_str){text + inside, end - inside}, STR("wireaudit:")))
		add_node(p, TAG_COMMENT, inside, end);
}

static void read_markup(struct parser *p, size_t from)
{
	const char *text = p->html->text;
	size_t size = p->html->size, left = size - from;
	char next = left > 1 ? text[from + 1] : '\0';
	if (left >= 4 && memcmp(text + from, "<!--", 4) == 0) {
		read_comment(p, from);
	} else if (next == '/' && left > 2 && ascii_is_alpha(text[from + 2])) {
		read_end_tag(p, from);
	} else if (ascii_is_alpha(next)) {
		read_start_tag(p, from);
	} else if (next == '!' || next == '?' || next == '/') {
		size_t end = find_byte(p, from, '>');
		p->at = end < size ? end + 1 : size;
	} else {
		/* a less-than sign in the copy */
		add_node(p, TAG_TEXT, from, from + 1);
		p->at = from + 1;
	}
}

bool html_parse(struct html *html, const char *text, size_t size, bool xml)
{
	struct parser p = {.html = html, .xml = xml};
	*html = (struct html){.text = text, .size = size};
	(void)vec_reserve(&html->nodes, size / BYTES_A_NODE < FIRST_NODES ? size / BYTES_A_NODE + 1 : FIRST_NODES);
	add_node(&p, TAG_UNKNOWN, 0, 0);
	while (p.at < size && !html->nodes.failed) {
		size_t next = find_byte(&p, p.at, '<');
		if (next > p.at)
			add_node(&p, TAG_TEXT, p.at, next);
		p.at = next;
		if (next < size)
			read_markup(&p, next);
	}
	if (!html->nodes.failed) {
		pop_to(&p, 0);
		html->nodes.items[0].end = (uint32_t)html->nodes.count;
	}
	return !html->nodes.failed;
}

void html_release(struct html *html)
{
	vec_release(&html->nodes);
}

bool html_next_attr(const struct html *html, const struct html_node *node, size_t *at, struct markup_attr *attr)
{
	return markup_next_attr(html->text, node->from, node->to, at, attr);
}

struct wa_str html_attr(const struct html *html, const struct html_node *node, const char *name)
{
	struct markup_attr attr;
	size_t at = 0;
	while (html_next_attr(html, node, &at, &attr))
		if (str_eq_nocase(attr.name, str_of(name)))
			return attr.value;
	return (struct wa_str){0};
}
