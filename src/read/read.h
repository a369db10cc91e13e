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
 * Takes one document, in the order of the file. What it wants to keep of *doc it moves away, leaving it initialised. False: the
 * rest of the file is not read.
 */
typedef bool read_visit(void *context, struct doc *doc);

/*
 * Reads input->bytes, handing each document to `visit`: one for most files, several for feeds and packages (doc.id tells them
 * apart). `packs` knows the words by which lines that are no copy are told (sign-offs, notes); NULL: none are known. The format
 * is input->format, else told by content. No text at all is a document without paragraphs. doc.note says in plain words what
 * had to be guessed, repaired or left out.
 * Errors: WA_ERR_FORMAT (bytes that are no text), WA_ERR_USAGE (unknown format), WA_ERR_LIMIT, WA_ERR_NOMEM.
 */
enum wa_status read_documents(
	const struct packs *packs, const struct wa_input *input, read_visit *visit, void *context, struct wa_error *error);

/*
 * The first document of a file, into *doc, which must be freshly initialised; the caller releases it also after a failure. A note
 * says so when there are more.
 */
enum wa_status read_document(const struct packs *packs, const struct wa_input *input, struct doc *doc, struct wa_error *error);

#endif
