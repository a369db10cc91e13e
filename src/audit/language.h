/* Which language a document is in, as far as the packs need to know: theirs, or another. */
#ifndef AUDIT_LANGUAGE_H
#define AUDIT_LANGUAGE_H

#include "doc/doc.h"
#include "pack/packs.h"

/*
 * Settles doc.lang and, for text in a language without a pack, doc.skip and doc.note. `wanted` overrides what
 * is declared and found; NULL to decide by the words.
 */
void language_settle(struct doc *doc, const struct packs *packs, const char *wanted);

#endif
