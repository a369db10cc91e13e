/*
 * XML as a flat tree with byte offsets. Our own reader, not libxml2's: its trees give no offsets, and copy must lead
 * back to its bytes. It reads no external entity, no DTD, expands no entity but the five of XML and HTML's named characters (so
 * that nothing grows), opens no file and no connection. Not well-formed is read as far as it makes sense: an end tag closes
 * the innermost element of its name, or nothing. The cost is linear.
 */
#ifndef READ_XML_TREE_H
#define READ_XML_TREE_H

#include <string.h>

#include "base/arena.h"
#include "base/vec.h"
#include "read/source.h"

enum xml_type { XML_ELEMENT, XML_TEXT, XML_CDATA };

/* In order of the text; a subtree is the nodes [i, end). nodes[0] is the document itself. */
struct xml_node {
	uint8_t type;
	uint8_t name_len; /* of the local name, without its prefix; longer names are cut */
	uint32_t name;    /* offset */
	uint32_t parent, end;
	uint32_t from, to; /* text; of an element: its start tag */
	uint32_t close;    /* of an element: where its content ends */
};

struct xml {
	const char *text; /* borrowed */
	size_t size;
	VEC(struct xml_node) nodes;
	bool broken; /* not well-formed */
	bool deep;   /* elements nested beyond LIMIT_XML_DEPTH: their text is there, in the deepest element kept */
};

/* False when memory ran out. */
bool xml_parse(struct xml *xml, const char *text, size_t size);
void xml_release(struct xml *xml);

/* Names are local names, compared as written. 0 is "none": no element is node 0. */
static inline bool xml_is_named(const struct xml *xml, uint32_t node, struct wa_str name)
{
	const struct xml_node *n = &xml->nodes.items[node];
	return node && n->name_len == name.len && n->type == XML_ELEMENT && memcmp(xml->text + n->name, name.ptr, name.len) == 0;
}
static inline bool xml_is(const struct xml *xml, uint32_t node, const char *name)
{
	return xml_is_named(xml, node, (struct wa_str){name, strlen(name)});
}
/* True when the name was written with that prefix, which tells elements of one name in two vocabularies apart. */
bool xml_has_prefix(const struct xml *xml, uint32_t node, const char *prefix);
/* The root element. */
uint32_t xml_root(const struct xml *xml);
/* The first element child of that name; name NULL: of any. */
uint32_t xml_child(const struct xml *xml, uint32_t node, const char *name);
/* The next element with the same parent; name NULL: of any name. */
uint32_t xml_next(const struct xml *xml, uint32_t node, const char *name);
/* Down along children: "itemMeta/provider". */
uint32_t xml_path(const struct xml *xml, uint32_t node, const char *path);
/* The first element of that name within `node`, behind `after` (0: from the start). */
uint32_t xml_find(const struct xml *xml, uint32_t node, uint32_t after, const char *name);

/* An attribute's value by its local name, raw; NULL when it is not there. */
struct wa_str xml_attr_raw(const struct xml *xml, uint32_t node, const char *name);
/* Decoded, in the arena. */
struct wa_str xml_attr(const struct xml *xml, uint32_t node, const char *name, struct arena *arena);
/* All text in an element, decoded, its white space folded, in the arena; NULL for node 0 or none. */
struct wa_str xml_text(const struct xml *xml, uint32_t node, struct arena *arena);
/* True when there is any but white space. */
bool xml_has_text(const struct xml *xml, uint32_t node);

#endif
