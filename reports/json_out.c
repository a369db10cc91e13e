#include "json_out.h"

#include <math.h>

#include "number.h"
#include "u8.h"

/* Bytes that cannot stand in a JSON string as they are: controls, quotation mark, backslash; and bytes to be checked. */
#define ESCAPED 1
#define CHECKED 2
static const unsigned char special[256] = {
	[0x00 ... 0x1F] = ESCAPED,
	['"'] = ESCAPED,
	['\\'] = ESCAPED,
	[0x80 ... 0xFF] = CHECKED,
};

#define ONES 0x0101010101010101ull
#define HIGHS 0x8080808080808080ull

/* Nonzero when any of eight bytes is special; exact for bytes below 0x80, and every other byte counts as special. */
static inline uint64_t any_special(uint64_t w)
{
	uint64_t quote = w ^ (ONES * '"'), slash = w ^ (ONES * '\\');
	return ((w - ONES * 0x20) | (quote - ONES) | (slash - ONES) | w) & HIGHS;
}

static const char *skip_plain(const char *at, const char *end)
{
	uint64_t w;
	while (end - at >= 8) {
		memcpy(&w, at, 8);
		if (any_special(w))
			break;
		at += 8;
	}
	while (at < end && !special[(unsigned char)*at])
		at++;
	return at;
}

static void escape(struct wa_sink *sink, unsigned char c)
{
	static const char hex[] = "0123456789abcdef";
	static const char shorts[256] = {
		['"'] = '"', ['\\'] = '\\', ['\b'] = 'b', ['\f'] = 'f', ['\n'] = 'n', ['\r'] = 'r', ['\t'] = 't'};
	if (shorts[c]) {
		sink_char(sink, '\\');
		sink_char(sink, shorts[c]);
	} else {
		sink_literal(sink, "\\u00");
		sink_char(sink, hex[c >> 4]);
		sink_char(sink, hex[c & 15]);
	}
}

/* Runs of plain and valid characters go out in one piece. */
static void write_escaped(struct wa_sink *sink, const char *at, const char *end)
{
	const char *run = at;
	while ((at = skip_plain(at, end)) < end) {
		size_t length = (unsigned char)*at < 0x80 ? 0 : u8_length(at, end);
		if (length) {
			at += length;
			continue;
		}
		sink_bytes(sink, run, (size_t)(at - run));
		if ((unsigned char)*at < 0x80)
			escape(sink, (unsigned char)*at);
		else
			sink_literal(sink, U8_REPLACEMENT);
		run = ++at;
	}
	sink_bytes(sink, run, (size_t)(at - run));
}

void jout_string(struct jout *j, struct wa_str text)
{
	if (!text.ptr) {
		jout_null(j);
		return;
	}
	jout_separate(j);
	sink_char(j->sink, '"');
	write_escaped(j->sink, text.ptr, text.ptr + text.len);
	sink_char(j->sink, '"');
}

void jout_text(struct jout *j, const char *text)
{
	jout_string(j, (struct wa_str){text, text ? strlen(text) : 0});
}

void jout_uint(struct jout *j, uint64_t number)
{
	jout_separate(j);
	sink_number(j->sink, number);
}

void jout_number(struct jout *j, double number)
{
	if (!isfinite(number)) {
		jout_null(j);
		return;
	}
	jout_separate(j);
	number_write(j->sink, number);
}

void jout_bool(struct jout *j, bool value)
{
	jout_separate(j);
	sink_text(j->sink, value ? "true" : "false");
}

void jout_null(struct jout *j)
{
	jout_separate(j);
	sink_literal(j->sink, "null");
}

void jout_span(struct jout *j, uint32_t start, uint32_t end)
{
	jout_separate(j);
	sink_char(j->sink, '[');
	sink_number(j->sink, start);
	sink_char(j->sink, ',');
	sink_number(j->sink, end);
	sink_char(j->sink, ']');
}
