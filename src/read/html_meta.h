/* What a page says about its story: meta elements, microdata, JSON-LD. */
#ifndef READ_HTML_META_H
#define READ_HTML_META_H

#include "base/arena.h"
#include "read/html_tree.h"
#include "read/json_tree.h"

enum meta_field {
	META_TITLE,
	META_DESCRIPTION,
	META_BYLINE,
	META_PUBLISHED,
	META_MODIFIED,
	META_SECTION,
	META_PROVIDER,
	META_DATELINE,
	META_LANG,
	META_FIELD_COUNT
};

struct html_meta {
	struct wa_str fields[META_FIELD_COUNT]; /* decoded, in the arena; NULL when not given */
	uint8_t ranks[META_FIELD_COUNT];
	size_t body_from,
		body_to; /* the story's text in JSON-LD: offsets in the page of a JSON string's content; equal when none */
};

/* False when memory ran out. */
bool html_meta_read(struct html_meta *meta, const struct html *html, struct arena *arena);

/*
 * Sets a field unless it has been set with the same rank or a higher one, or the value is none: a date that cannot be read, a
 * byline that is an address or a name to log in with.
 */
void html_meta_set(struct html_meta *meta, enum meta_field field, unsigned rank, struct wa_str value, struct arena *arena);
bool html_meta_is_address(struct wa_str text);

/* Text of [from, to) with its character references decoded and white space folded, in the arena. */
struct wa_str html_meta_text(struct arena *arena, struct wa_str raw);

#endif
