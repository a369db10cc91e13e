/* What the names that a page gives its elements tell of what stands in them; the names are data, html_hints.def. */
#ifndef READ_HTML_HINTS_H
#define READ_HTML_HINTS_H

#include "read/html_tree.h"

/* Bits; what each means is told in html_hints.def. */
enum {
	HINT_NEUTRAL = 0,
	HINT_BODY = 1,
	HINT_SUMMARY = 2,
	HINT_CAPTION = 4,
	HINT_BYLINE = 8,
	HINT_JUNK = 16,
	HINT_COMMENTS = 32,
	HINT_HIDDEN = 64, /* not shown at all: hidden, display: none */
	HINT_BREAK = 128,
};

/* Hints of one element's own attributes. */
unsigned html_hints(const struct html *html, const struct html_node *node);

/* Hints of one name ("story-body__text"). For tests. */
unsigned html_hints_of(struct wa_str name);

#endif
