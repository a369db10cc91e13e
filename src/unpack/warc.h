/*
 * WARC files (ISO 28500), record by record, from a stream of bytes. Response and resource records are members, called by
 * the address they were fetched from; the rest (requests, metadata, revisits) is passed over.
 */
#ifndef UNPACK_WARC_H
#define UNPACK_WARC_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/types.h>

#define WARC_BUFFER 65536u
#define WARC_LINE 8192u /* longer lines of a header are cut off */

/* Reads up to `size` bytes; 0 at the end, negative when the stream is damaged. */
typedef ssize_t warc_source(void *context, void *buffer, size_t size);

struct warc {
	warc_source *read;
	void *context;
	char buffer[WARC_BUFFER], line[WARC_LINE];
	size_t at, end;
	uint64_t left;    /* bytes of the record's block not yet read */
	uint64_t records; /* begun so far */
	/* Of the current record. */
	char address[WARC_LINE];
	char type[128];   /* media type of the body; empty when not given */
	char packing[64]; /* content coding of the body; empty for none */
	bool wanted;      /* a response or resource */
	bool http;        /* the block begins with the head of an HTTP answer */
	bool chunked;     /* the body is in chunks */
	unsigned answer;  /* HTTP status, 0 when not given */
};

enum warc_outcome { WARC_RECORD, WARC_END, WARC_BROKEN, WARC_DAMAGED_STREAM };

void warc_init(struct warc *warc, warc_source *read, void *context);
/* The next response or resource record, its HTTP head read. WARC_BROKEN: what stands there is no record. */
enum warc_outcome warc_next(struct warc *warc);
/* Bytes of the record's body; 0 at its end, negative when the stream is damaged or ends before the record does. */
ssize_t warc_read(struct warc *warc, void *buffer, size_t size);
/* Whether the record may be copy: a good answer that is no picture, style sheet, script, sound, film or type. */
bool warc_is_copy(const struct warc *warc);

/* Takes the chunks of a body apart, in place; false when they are broken: what there was before is kept. */
bool warc_join_chunks(char *bytes, size_t *size);

#endif
