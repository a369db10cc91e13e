/*
 * HTML pages as a flat tree with byte offsets. Our own tokenizer, not libxml2's: its tree has no offsets, its SAX
 * interface gives one position a callback, which is that of the parser's window and not of the text once an
 * entity, a CR or another encoding stands before it, and it drops text below a few hundred elements. Positions
 * here are exact by construction, text is never dropped, and the cost is linear in the page whatever it holds.
 *
 * The tree is what browsers build in all that matters for reading (implied ends of p, li, td ...), without their
 * repair of misnested formatting: a wrong nesting of b and i moves no text.
 */
#ifndef READ_HTML_TREE_H
#define READ_HTML_TREE_H

#include "base/vec.h"
#include "read/markup.h"
#include "wireaudit/types.h"

enum html_tag {
	TAG_TEXT,    /* not an element: text [from, to) */
	TAG_COMMENT, /* a comment that addresses us; its text is [from, to) */
	TAG_UNKNOWN,
#define TAG(id, name, flags) TAG_##id,
#include "read/html_tags.def"
#undef TAG
	TAG_COUNT
};

enum { HTML_VOID = 1, HTML_RAW = 2, HTML_SKIP = 4, HTML_BLOCK = 8, HTML_ENDS_P = 16 };

enum { HTML_LINK = 1, HTML_ANCHOR = 2 };

/* Flags of a tag. */
unsigned html_tag_flags(enum html_tag tag);

/* In order of the page; a subtree is the nodes [i, end). nodes[0] is the page itself (TAG_UNKNOWN). */
struct html_node {
	uint8_t tag;
	uint8_t link; /* HTML_LINK: text within <a href>; HTML_ANCHOR: that leads to a place in the same page */
	uint32_t parent, end;
	uint32_t from, to; /* text, or the start tag from '<' to behind '>' */
};

struct html {
	const char *text; /* borrowed */
	size_t size;
	VEC(struct html_node) nodes;
	bool truncated; /* the page ends within a tag, comment or script */
	bool deep;      /* elements nested beyond LIMIT_HTML_DEPTH */
};

/* Parses; with `xml`, elements written <x/> are closed, whatever they are. False when memory ran out. */
bool html_parse(struct html *html, const char *text, size_t size, bool xml);
void html_release(struct html *html);

/* The next attribute of an element; *at is 0 at first. False at the end. */
bool html_next_attr(const struct html *html, const struct html_node *node, size_t *at, struct markup_attr *attr);
/* Value of an attribute by its lower-case name; NULL when it is not there. */
struct wa_str html_attr(const struct html *html, const struct html_node *node, const char *name);

/*
 * The character reference at `at` ('&'): writes its UTF-8 (at most 8 bytes) to `out`, sets *out_len and returns its
 * length in the page, 0 when it is none.
 */
#define HTML_ENTITY_UTF8 8
size_t html_entity(const char *at, const char *end, char *out, size_t *out_len);

/* The character at `at`, a reference decoded; returns its length in the page. at < end. */
size_t html_decode_char(const char *at, const char *end, uint32_t *point);
static inline size_t html_next_char(const char *at, const char *end, uint32_t *point)
{
	*point = (unsigned char)*at;
	return *point < 0x80 && *point != '&' ? 1 : html_decode_char(at, end, point);
}

/* True when `node` is `of` or stands in it. */
static inline bool html_within(const struct html *html, uint32_t node, uint32_t of)
{
	return node >= of && node < html->nodes.items[of].end;
}

#endif
