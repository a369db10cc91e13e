/* Mail's format: header fields, encoded words, transfer encodings, each with the way back to the bytes of the file. */
#ifndef READ_MIME_H
#define READ_MIME_H

#include "base/arena.h"
#include "read/source.h"

/* A part of a mail: its header fields and its body, as ranges of the source's text. */
struct mime_part {
	size_t head, body, end; /* fields are [head, body), the body is [body, end) */
};

/* The part that begins at `from` and ends at `to`. */
struct mime_part mime_part(const struct source *source, size_t from, size_t to);

/* Value of a header field by its name in any case, folded lines included; NULL when it is not there. */
struct wa_str mime_field(const struct source *source, const struct mime_part *part, const char *name);

/* A parameter of a field's value ("charset"), unquoted; NULL when it is not there. */
struct wa_str mime_parameter(struct wa_str value, const char *name);

/* True when a field's value begins with that word, up to ';' or the end. */
bool mime_is(struct wa_str value, const char *word);

/* Appends a field's value with its encoded words decoded. */
void mime_derive_words(struct derivation *derivation, struct wa_str value);

/* Appends a part's body, its transfer encoding, character set and flowed lines undone. False when a character set is not to be had:
 * then it is read as Windows-1252. */
bool mime_derive_body(struct derivation *derivation, const struct mime_part *part);

#endif
