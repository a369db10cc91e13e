/* A file while it is read: readers fill one document after the other, each is handed on as soon as the next begins. */
#ifndef READ_READING_H
#define READ_READING_H

#include "base/vec.h"
#include "read/id_set.h"
#include "read/read.h"
#include "read/source.h"
#include "unpack/member.h"

struct reading {
	const struct source *source;
	struct doc *doc; /* the document being filled; of a file with one story the only one */
	const char *format;
	struct member *member; /* the part of the file that is read, which the first document takes over; NULL for the whole */
	read_visit *visit;
	void *context;
	struct id_set ids; /* of the documents begun */
	VEC(char) id;      /* of the document about to begin: what readers give may stand in the one before */
	uint32_t count;    /* documents begun with reading_next */
	bool stopped;      /* the visitor wants no more */
	bool failed;       /* memory ran out */
};

/*
 * For files that hold several stories: begins one, the first as well. `id` names it within the file and becomes the fragment of
 * its URI; empty: it is numbered, and if another has it already, its number is added. False when the reader should stop.
 */
bool reading_next(struct reading *reading, struct wa_str id);

/* For read.c: opens the first document, lets the reader fill it and hands on the last. False when memory ran out. */
bool reading_run(struct reading *reading, bool (*read)(struct reading *reading));

#endif
