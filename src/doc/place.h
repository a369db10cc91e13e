/* From a span of a paragraph to where it stands in the source: bytes, line, and columns in four units. */
#ifndef DOC_PLACE_H
#define DOC_PLACE_H

#include "doc/doc.h"

/* All functions take the file's bytes; for a document out of an archive they look into the part that it came from instead. */

/* Source bytes [*start, *end) of text [from, to) (offsets in doc.text). Inside an entity or a folded space the whole of it counts.
 */
void doc_source(const struct doc *doc, const void *bytes, size_t size, uint32_t from, uint32_t to, uint32_t *start, uint32_t *end);

/* Fills *place for a span of paras[para] (an index, not a number). `bytes` and `size` are the source. False when there is no such
 * paragraph. */
bool doc_place(const struct doc *doc, const void *bytes, size_t size, size_t para, struct wa_span span, struct wa_place *place);

#endif
