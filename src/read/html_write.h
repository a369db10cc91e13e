/* Writing what stands in HTML into a document. */
#ifndef READ_HTML_WRITE_H
#define READ_HTML_WRITE_H

#include "read/html_blocks.h"
#include "read/writer.h"

/* Appends text [from, to) of the writer's source to the open paragraph, its character references decoded. */
void html_write_text(struct writer *writer, size_t from, size_t to);

/* Writes one block as a paragraph, and what comments in it tell us. False when there was no text in it. */
bool html_write_block(struct writer *writer, const struct html *html, const struct html_blocks *blocks,
	const struct html_block *block, enum wa_para_kind kind);

/*
 * Writes a source that is a story's text and nothing else, as feeds carry it: all of it is body, but for headings,
 * captions, tables and lists of links. `xml` as in html_parse. False when memory ran out.
 */
bool html_write_fragment(const struct source *source, struct doc *doc, bool xml);

#endif
