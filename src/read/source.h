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
	uint32_t src_len;   /* of an escape: all of it; else unused */
	enum run_kind kind; /* any but RUN_SPACE */
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
	struct lines lines;
	char note[256]; /* on wrong declarations and broken bytes; empty for none */
};

/*
 * Decides the encoding (byte order mark, then what the file declares where the bytes bear it out, then the bytes), decodes and
 * counts lines.
 * Errors: WA_ERR_FORMAT for bytes that are no text, naming `uri`; WA_ERR_NOMEM.
 */
enum wa_status source_open(struct source *source, const char *uri, const void *bytes, size_t size, struct wa_error *error);
void source_close(struct source *source);

/* Offset in the file of the character that begins at an offset in the text. */
uint32_t source_at(const struct source *source, size_t text);
/* Offset in the file of the end of the character that ends at an offset in the text. */
uint32_t source_end(const struct source *source, size_t text);

/* Appends text [from, to) to the document's open paragraph as it stands. */
void source_put(const struct source *source, struct doc *doc, size_t from, size_t to);

/*
 * A source made of parts of another: the content of a JSON string, of an XML element, of a mail's part, with its escapes
 * decoded. Offsets lead back to the same file. Derive from start to end, then close; `outer` is borrowed until then only.
 */
struct derivation {
	struct source *inner;
	const struct source *outer;
	VEC(char) text;
};
void source_derive(struct derivation *derivation, struct source *inner, const struct source *outer);
/* Appends outer text [from, to) as it stands. */
void source_derive_text(struct derivation *derivation, size_t from, size_t to);
/* Appends `utf8`, which outer text [from, to) stands for; `kind` is RUN_ENTITY or RUN_ENCODED. */
void source_derive_char(struct derivation *derivation, enum run_kind kind, const char *utf8, size_t len, size_t from, size_t to);
/* False when memory ran out. inner is to be closed in either case. */
bool source_derive_close(struct derivation *derivation);

#endif
