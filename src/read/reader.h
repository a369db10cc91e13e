/* What a reader is: one row of the table in read.c. */
#ifndef READ_READER_H
#define READ_READER_H

#include "read/reading.h"

struct reader {
	const char *name; /* the format's name: wa_input.format, wa_document.format */
	/* How surely the text is of this format, 0 (no) to 100. Reads no more than the first few kilobytes. */
	unsigned (*sniff)(const struct source *source, struct wa_str uri);
	/* Fills reading->doc with paragraphs and metadata; files of several stories go on with reading_next. Memory that ran out is
	 * seen by the caller in doc_failed(); false only for memory of its own. */
	bool (*read)(struct reading *reading);
};

/* The readers, in the order in which those equally sure are preferred: the registry. */
/* clang-format off */
#define READERS(X) \
	X(nitf) \
	X(newsml1) \
	X(newsmlg2) \
	X(rss) \
	X(atom) \
	X(apjson) \
	X(ninjs) \
	X(iptc7901) \
	X(anpa) \
	X(aap) \
	X(mail) \
	X(docx) \
	X(odt) \
	X(html) \
	X(xml) \
	X(markdown) \
	X(text)
/* clang-format on */

#define READER_EXTERN_(name) extern const struct reader reader_##name;
READERS(READER_EXTERN_)
#undef READER_EXTERN_

/*
 * Reads a suppression, `wireaudit: ignore RULE: reason` or `wireaudit: ignore-file [RULE]: reason`, out of a line or comment
 * at source text [from, to); adds it before the next paragraph to be written. False when it is none.
 */
bool reader_directive(const struct source *source, struct doc *doc, size_t from, size_t to);

#endif
