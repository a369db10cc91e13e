/* From a span of a paragraph to where it stands in the source: bytes, line, and columns in four units. */
#ifndef DOC_PLACE_H
#define DOC_PLACE_H

#include "doc/doc.h"

/* All functions take the file's bytes; for a document out of an archive they look into the part that it came from instead. */

/* Source bytes [*start, *end) of text [from, to) (offsets in doc.text). Inside an entity or a folded space the whole of it counts.
 */
void doc_source(const struct doc *doc, const void *bytes, size_t size, uint32_t from, uint32_t to, uint32_t *start, uint32_t *end);

/*
 * How far the columns of a line are counted: places asked for in the order of the text cost no more than the text, however long
 * its lines are. Starts zeroed, and goes with one document and its bytes.
 */
struct place_walk {
	size_t line, at;               /* where a line begins, and the character of it up to which is counted */
	uint32_t utf16, points, cells; /* those of [line, at) */
};

/* Fills *place for a span of paras[para] (an index, not a number). `bytes` and `size` are the source. False when there is no such
 * paragraph. */
bool doc_place(const struct doc *doc, const void *bytes, size_t size, size_t para, struct wa_span span, struct place_walk *walk,
	struct wa_place *place);

#endif
