/* Writes paragraphs for readers: folds white space to single spaces and keeps every byte's way back to the file. */
#ifndef READ_WRITER_H
#define READ_WRITER_H

#include "read/source.h"

struct writer {
	struct doc *doc;
	const struct source *source;
	bool space;                  /* white space is waiting for a character to stand before */
	size_t space_from, space_to; /* in source.text */
};

/* Appends text [from, to) of the source to the open paragraph. */
void writer_text(struct writer *writer, size_t from, size_t to);
/* Appends `utf8`, which source text [from, to) stands for; white space is folded as in writer_text. */
void writer_char(struct writer *writer, const char *utf8, size_t len, size_t from, size_t to);
/* Notes white space at [from, to) that may have no bytes of its own (a tag that parts words). */
void writer_space(struct writer *writer, size_t from, size_t to);
/* Closes the paragraph; false when there was no text in it. */
bool writer_close(struct writer *writer, enum wa_para_kind kind);

/* Length of the white space at `at` as it is folded everywhere here (Unicode's White_Space), 0 for anything else. */
size_t writer_is_space(const char *at, const char *end);

#endif
