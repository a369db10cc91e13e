/* What stands above a story in copy that people mail, fill in or send out to the press. */
#ifndef READ_COPY_HEAD_H
#define READ_COPY_HEAD_H

#include "read/source.h"

/*
 * Reads the lines above a story in text [from, to): labelled ones ("Headline:", "Embargo:", "Contact:"), marks of a press release
 * ("FOR IMMEDIATE RELEASE") and the headline below them. Writes them as paragraphs of their kinds, the headline first unless the
 * document has one, and fills the document's fields. Returns where the story begins: `from` when it has no such head.
 */
size_t copy_head_write(const struct source *source, struct doc *doc, size_t from, size_t to);

#endif
