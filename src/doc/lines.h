/* Lines of a source file: line ends are LF, CRLF and CR, counted once and marked, so that finding a line reads no more than a
 * block. */
#ifndef DOC_LINES_H
#define DOC_LINES_H

#include "base/vec.h"
#include "doc/charset.h"

/* One mark is kept for so many source bytes. */
#define LINES_BLOCK 32768u

struct lines {
	enum charset_kind set; /* what a code unit is */
	VEC(uint32_t) marks;   /* line ends before the byte (first + i) * LINES_BLOCK */
	uint32_t first;        /* of a part of a file: the block of marks[0] */
};

/* Marks all lines of a file. Memory that ran out is seen in marks.failed. */
void lines_mark(struct lines *lines, enum charset_kind set, const void *bytes, size_t size);
/* Keeps the marks that lead to source bytes [from, to] in *part, which is empty. */
void lines_keep(struct lines *part, const struct lines *lines, uint32_t from, uint32_t to);
void lines_release(struct lines *lines);

/* Line of a source byte, from 1. */
uint32_t lines_at(const struct lines *lines, const void *bytes, size_t size, uint32_t src);
/* Where the line of a source byte begins, behind a byte order mark; `since` when no line ends from there to it. */
size_t lines_start(const struct lines *lines, const void *bytes, size_t size, size_t since, size_t src);

#endif
