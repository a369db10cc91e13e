/*
 * Lines and paragraphs of plain text: by blank lines, one a line, or hard-wrapped as wires send them. Which of these a
 * text is, its own line lengths tell; nothing here looks at words.
 */
#ifndef READ_TEXT_LAYOUT_H
#define READ_TEXT_LAYOUT_H

#include "read/source.h"

/* Goes over the lines of a text, ended by LF, CRLF or CR. The next LF and CR are kept, so that a text with only one kind is
 * searched once for the other. */
struct line_reader {
	const char *text;
	size_t size, at, lf, cr;
};

struct line {
	size_t from, to; /* without white space around it */
	size_t indent;   /* bytes of white space before it */
};

/* from <= to */
struct line_reader line_reader_of(const struct source *source, size_t from, size_t to);
/* False at the end. */
bool line_reader_next(struct line_reader *lines, struct line *line);

/* Writes text [from, to) as paragraphs of kind body; lines that speak to us become directives. */
void text_write(const struct source *source, struct doc *doc, size_t from, size_t to);

/* Tells the headline and subheads from body, by their shape and what stands around them. */
void text_find_headings(struct doc *doc);

/* True when text ends in a mark that closes a sentence or leads on to something, quotation marks and brackets aside. */
bool text_is_closed(struct wa_str text);

#endif
