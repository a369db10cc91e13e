/*
 * Reading: from a file's bytes to a document. The one door to all formats; readers are rows of the table in
 * read.c. src/read/README.md tells how to add one.
 */
#ifndef READ_READ_H
#define READ_READ_H

#include "doc/doc.h"
#include "pack/packs.h"
#include "wireaudit/engine.h"

/*
 * Reads input->bytes into *doc, which must be freshly initialised; the caller releases it also after a failure.
 * `packs` knows the words by which lines that are no copy are told (sign-offs, advisories); NULL: none are known.
 * The format is input->format, else told by content. No text at all is WA_OK with no paragraphs.
 * doc.note says in plain words what had to be guessed, repaired or left out.
 * Errors: WA_ERR_FORMAT (bytes that are no text), WA_ERR_USAGE (unknown format), WA_ERR_LIMIT, WA_ERR_NOMEM.
 */
enum wa_status read_document(const struct packs *packs, const struct wa_input *input, struct doc *doc, struct wa_error *error);

#endif
