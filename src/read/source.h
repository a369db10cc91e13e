/*
 * A source file as UTF-8, whatever it was, with the way back from each byte of that text to the file. Files that
 * are UTF-8 are not copied; for others one segment is kept for each stretch that decodes in one manner.
 */
#ifndef READ_SOURCE_H
#define READ_SOURCE_H

#include "base/vec.h"
#include "doc/doc.h"

struct packs;

/* From `text` on (offset in source.text) the text comes from source bytes at `src` on, until the next segment. */
struct source_segment {
	uint32_t text, src;
	enum run_kind kind; /* RUN_VERBATIM, RUN_CHARSET or RUN_REPLACED */
};

struct source {
	const char *text; /* UTF-8, valid; without a byte order mark */
	size_t size;
	size_t base; /* with no segments: source offset = text offset + base */
	VEC(struct source_segment) segments;
	char *owned;       /* text, when it had to be decoded */
	const void *bytes; /* the file, borrowed */
	size_t byte_count;
	struct charset charset;
	const struct packs *packs; /* words of the copy, NULL when none are known */
};

/*
 * Decides the encoding (byte order mark, then what the file declares where the bytes bear it out, then the bytes) and
 * decodes. Notes on wrong declarations and broken bytes go to doc->note, the encoding to doc->charset.
 * Errors: WA_ERR_FORMAT for bytes that are no text, naming `uri`; WA_ERR_NOMEM.
 */
enum wa_status source_open(
	struct source *source, const char *uri, const void *bytes, size_t size, struct doc *doc, struct wa_error *error);
void source_close(struct source *source);

/* Offset in the file of an offset in the text. */
uint32_t source_at(const struct source *source, size_t text);

/* Appends text [from, to) to the document's open paragraph as it stands. */
void source_put(const struct source *source, struct doc *doc, size_t from, size_t to);

#endif
