/* Writing what stands in XML elements into a document. */
#ifndef READ_XML_WRITE_H
#define READ_XML_WRITE_H

#include "doc/doc.h"
#include "read/xml_tree.h"

/* Writes all text of an element as one paragraph, as far as it is not written there as markup. False for node 0 and when there
 * is none. */
bool xml_write_line(const struct xml *xml, uint32_t node, const struct source *source, struct doc *doc, enum wa_para_kind kind);

/*
 * Writes the copy in an element: XHTML and NITF by their elements; HTML that stands in CDATA or whose tags are escaped as HTML;
 * anything else, and all of it with `plain`, as plain text by its lines. False when memory ran out.
 */
bool xml_write_copy(const struct xml *xml, uint32_t node, const struct source *source, struct doc *doc, bool plain);

#endif
