/*
 * Streaming JSON. Commas look after themselves; nesting is the caller's to keep straight.
 *
 *     struct jout j = jout_on(sink);
 *     jout_open(&j, '{'); jout_key(&j, "para"); jout_uint(&j, 3); jout_close(&j, '}');
 *
 * Broken UTF-8 becomes U+FFFD, so that what comes out is always valid.
 */
#ifndef REPORTS_JSON_OUT_H
#define REPORTS_JSON_OUT_H

#include "sink.h"

struct jout {
	struct wa_sink *sink;
	bool comma; /* a value stands before on this level */
};

static inline struct jout jout_on(struct wa_sink *sink)
{
	return (struct jout){sink, false};
}

static inline void jout_separate(struct jout *j)
{
	if (j->comma)
		sink_char(j->sink, ',');
	j->comma = true;
}

static inline void jout_open(struct jout *j, char bracket)
{
	jout_separate(j);
	sink_char(j->sink, bracket);
	j->comma = false;
}

static inline void jout_close(struct jout *j, char bracket)
{
	sink_char(j->sink, bracket);
	j->comma = true;
}

/* `name` must be a literal of plain characters: it is written as it stands. */
#define jout_key(j, name) jout_key_(j, "\"" name "\":", sizeof("\"" name "\":") - 1)
static inline void jout_key_(struct jout *j, const char *quoted, size_t size)
{
	jout_separate(j);
	sink_bytes(j->sink, quoted, size);
	j->comma = false;
}

void jout_string(struct jout *j, struct wa_str text); /* null when text.ptr is NULL */
void jout_text(struct jout *j, const char *text);     /* null when NULL */
void jout_uint(struct jout *j, uint64_t number);
/* Whole numbers without decimals, others in the fewest digits that give them back; not-a-number and infinities are null. */
void jout_number(struct jout *j, double number);
void jout_bool(struct jout *j, bool value);
void jout_null(struct jout *j);
/* [start,end] */
void jout_span(struct jout *j, uint32_t start, uint32_t end);

/* Ends a line of JSON Lines: the next value starts anew. */
static inline void jout_line(struct jout *j)
{
	sink_char(j->sink, '\n');
	j->comma = false;
}

#endif
