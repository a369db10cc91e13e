/*
 * JSON as a flat tree with offsets, for readers that must lead back to the bytes of the file (jansson and its like
 * keep no position). Lenient where pages and feeds are sloppy: raw line breaks in strings, commas before a closing
 * bracket, comments, text around the value. The cost is linear in the text.
 */
#ifndef READ_JSON_TREE_H
#define READ_JSON_TREE_H

#include "base/vec.h"
#include "read/source.h"
#include "wireaudit/types.h"

enum json_type { JSON_OBJECT, JSON_ARRAY, JSON_STRING, JSON_OTHER /* number, true, false, null */ };

/* In order of the text; the members or items of i are the nodes [i + 1, end), each followed by its own subtree. */
struct json_node {
	uint8_t type;
	uint32_t end;
	uint32_t key, key_len; /* as written between its quotation marks; key_len 0 for items and the root */
	uint32_t from, to;     /* a string's content between its quotation marks, undecoded; any other value whole */
};

struct json {
	const char *text; /* borrowed; offsets count from here */
	VEC(struct json_node) nodes;
	bool broken; /* ended or went wrong before its end; what stands before is there */
};

/* Parses the value in text [from, to); nodes[0] is the root, no nodes when there is no value. False when memory ran out. */
bool json_parse(struct json *json, const char *text, size_t from, size_t to);
void json_release(struct json *json);

/* The member of an object by its key, 0 when it has none (the root is nobody's member). */
uint32_t json_member(const struct json *json, uint32_t object, const char *key);
/* True when the node is a string with text in it. */
bool json_is_text(const struct json *json, uint32_t node);
struct wa_str json_raw(const struct json *json, uint32_t node);

/* Decodes the escape at `at` ('\\') to UTF-8 in `out` (a pair of surrogates is one character); returns its length in the
 * text. A backslash that escapes nothing stands for itself. at < end. */
#define JSON_ESCAPE_UTF8 4
size_t json_escape(const char *at, const char *end, char *out, size_t *out_len);

/* Appends a string's content, text [from, to) of the outer source, with its escapes decoded. */
void json_derive(struct derivation *derivation, size_t from, size_t to);

#endif
