/* Inside of a sink, so that short writes are inline. */
#ifndef REPORTS_SINK_H
#define REPORTS_SINK_H

#include <string.h>

#include "wireaudit/report.h"

struct wa_sink {
	char *start, *at, *end;
	int fd; /* -1 for memory */
	bool owns_fd;
	enum wa_status failed; /* first failure */
	int fault;             /* errno of it */
	char *name;            /* as the user knows it */
	char *temporary;       /* where a regular file is written until close; NULL otherwise */
};

/* Makes room for `size` bytes at `at`, or for a part of them after a flush; false when they must be dropped. */
bool sink_room(struct wa_sink *sink, size_t size);
void sink_write_slowly(struct wa_sink *sink, const void *bytes, size_t size);

static inline void sink_bytes(struct wa_sink *sink, const void *bytes, size_t size)
{
	if ((size_t)(sink->end - sink->at) >= size) {
		memcpy(sink->at, bytes, size);
		sink->at += size;
	} else {
		sink_write_slowly(sink, bytes, size);
	}
}

static inline void sink_char(struct wa_sink *sink, char c)
{
	if (sink->at < sink->end || sink_room(sink, 1))
		*sink->at++ = c;
}

static inline void sink_text(struct wa_sink *sink, const char *text)
{
	sink_bytes(sink, text, strlen(text));
}

static inline void sink_str(struct wa_sink *sink, struct wa_str text)
{
	if (text.len)
		sink_bytes(sink, text.ptr, text.len);
}

#define sink_literal(sink, literal) sink_bytes((sink), (literal), sizeof(literal) - 1)

/* Decimal digits. */
void sink_number(struct wa_sink *sink, uint64_t number);
void sink_printf(struct wa_sink *sink, const char *format, ...) __attribute__((format(printf, 2, 3)));

#endif
