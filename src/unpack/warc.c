#include "unpack/warc.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/array.h"
#include "base/str.h"

#define MOST_HEADER_LINES 1000u

void warc_init(struct warc *warc, warc_source *read, void *context)
{
	memset(warc, 0, sizeof *warc);
	warc->read = read;
	warc->context = context;
}

/* Bytes at hand, reading on when there are none; 0 at the end, negative when damaged. */
static ssize_t at_hand(struct warc *warc)
{
	ssize_t got;
	if (warc->at < warc->end)
		return (ssize_t)(warc->end - warc->at);
	got = warc->read(warc->context, warc->buffer, sizeof warc->buffer);
	warc->at = 0;
	warc->end = got > 0 ? (size_t)got : 0;
	return got;
}

/* A line without its end, into warc->line, reading at most *most bytes of it all; false when there is no more. */
static bool read_line(struct warc *warc, uint64_t *most, bool *damaged)
{
	size_t length = 0;
	bool any = false;
	warc->line[0] = '\0';
	while (*most) {
		ssize_t have = at_hand(warc);
		char c;
		if (have <= 0) {
			*damaged |= have < 0;
			break;
		}
		c = warc->buffer[warc->at++];
		--*most;
		any = true;
		if (c == '\n')
			break;
		if (length + 1 < sizeof warc->line)
			warc->line[length++] = c;
	}
	if (length && warc->line[length - 1] == '\r')
		length--;
	warc->line[length] = '\0';
	return any;
}

/* The value of a header line of that name; NULL when it is another. */
static const char *value_of(const char *line, const char *name)
{
	size_t length = strlen(name);
	if (strncasecmp(line, name, length) != 0 || line[length] != ':')
		return NULL;
	for (line += length + 1; *line == ' ' || *line == '\t';)
		line++;
	return line;
}

/* Copies a value up to `end`. */
static void keep(char *into, size_t size, const char *value, const char *end)
{
	size_t length = strcspn(value, end);
	while (length && ascii_is_space(value[length - 1]))
		length--;
	(void)snprintf(into, size, "%.*s", (int)(length < size ? length : size - 1), value);
}

static void take_record_line(struct warc *warc, uint64_t *length, bool *sized)
{
	const char *value;
	if ((value = value_of(warc->line, "WARC-Type"))) {
		warc->wanted = strcasecmp(value, "response") == 0 || strcasecmp(value, "resource") == 0;
	} else if ((value = value_of(warc->line, "WARC-Target-URI"))) {
		keep(warc->address, sizeof warc->address, *value == '<' ? value + 1 : value, ">");
	} else if ((value = value_of(warc->line, "Content-Type"))) {
		warc->http = strncasecmp(value, "application/http", strlen("application/http")) == 0;
		keep(warc->type, sizeof warc->type, value, ";");
	} else if ((value = value_of(warc->line, "Content-Length"))) {
		char *end;
		*length = strtoull(value, &end, 10);
		*sized = ascii_is_digit(*value) && !end[strspn(end, " \t")];
	}
}

static void take_http_line(struct warc *warc)
{
	const char *value;
	if ((value = value_of(warc->line, "Content-Type")))
		keep(warc->type, sizeof warc->type, value, ";");
	else if ((value = value_of(warc->line, "Content-Encoding")))
		keep(warc->packing, sizeof warc->packing, value, "");
	else if ((value = value_of(warc->line, "Transfer-Encoding")))
		warc->chunked = strncasecmp(value, "chunked", strlen("chunked")) == 0;
}

/* Reads the head of the HTTP answer; false when the stream is damaged. */
static bool read_answer(struct warc *warc)
{
	bool damaged = false;
	warc->type[0] = '\0';
	if (!read_line(warc, &warc->left, &damaged))
		return !damaged;
	if (strncmp(warc->line, "HTTP/", 5) == 0 && strchr(warc->line, ' '))
		warc->answer = (unsigned)strtoul(strchr(warc->line, ' '), NULL, 10);
	while (read_line(warc, &warc->left, &damaged) && warc->line[0])
		take_http_line(warc);
	return !damaged;
}

/* Passes over what is left of the record; false when the stream ends in it or is damaged. */
static bool pass_over(struct warc *warc)
{
	while (warc->left) {
		ssize_t have = at_hand(warc);
		if (have <= 0)
			return false;
		if ((uint64_t)have > warc->left)
			have = (ssize_t)warc->left;
		warc->at += (size_t)have;
		warc->left -= (uint64_t)have;
	}
	return true;
}

static enum warc_outcome read_head(struct warc *warc)
{
	uint64_t most = UINT64_MAX, length = 0;
	bool damaged = false, sized = false;
	warc->wanted = warc->http = warc->chunked = false;
	warc->address[0] = warc->type[0] = warc->packing[0] = '\0';
	warc->answer = 0;
	do {
		if (!read_line(warc, &most, &damaged))
			return damaged ? WARC_DAMAGED_STREAM : WARC_END;
	} while (!warc->line[0]);
	if (strncmp(warc->line, "WARC/", 5) != 0)
		return WARC_BROKEN;
	warc->records++;
	for (unsigned lines = 0;; lines++) {
		if (!read_line(warc, &most, &damaged) || lines == MOST_HEADER_LINES)
			return damaged ? WARC_DAMAGED_STREAM : WARC_BROKEN;
		if (!warc->line[0])
			break;
		take_record_line(warc, &length, &sized);
	}
	warc->left = length;
	return sized ? WARC_RECORD : WARC_BROKEN;
}

enum warc_outcome warc_next(struct warc *warc)
{
	for (;;) {
		enum warc_outcome outcome;
		if (!pass_over(warc))
			return WARC_DAMAGED_STREAM;
		outcome = read_head(warc);
		if (outcome != WARC_RECORD)
			return outcome;
		if (!warc->wanted)
			continue;
		return !warc->http || read_answer(warc) ? WARC_RECORD : WARC_DAMAGED_STREAM;
	}
}

ssize_t warc_read(struct warc *warc, void *buffer, size_t size)
{
	ssize_t have;
	if (!warc->left)
		return 0;
	have = at_hand(warc);
	if (have <= 0)
		return -1;
	if ((size_t)have > size)
		have = (ssize_t)size;
	if ((uint64_t)have > warc->left)
		have = (ssize_t)warc->left;
	memcpy(buffer, warc->buffer + warc->at, (size_t)have);
	warc->at += (size_t)have;
	warc->left -= (uint64_t)have;
	return have;
}

bool warc_is_copy(const struct warc *warc)
{
	static const char *const others[] = {
		"application/font",
		"application/javascript",
		"application/octet-stream",
		"application/pdf",
		"application/vnd.ms-",
		"application/x-font",
		"application/x-javascript",
		"application/x-shockwave",
		"audio/",
		"font/",
		"image/",
		"text/css",
		"text/javascript",
		"video/",
	};
	if (warc->http && (warc->answer < 200 || warc->answer > 299))
		return false;
	for (size_t i = 0; i < ARRAY_COUNT(others); i++)
		if (strncasecmp(warc->type, others[i], strlen(others[i])) == 0)
			return false;
	return warc->left > 0;
}

bool warc_join_chunks(char *bytes, size_t *size)
{
	size_t from = 0, to = 0;
	for (;;) {
		size_t length = 0, digits = 0;
		const char *end;
		for (; from < *size && strchr("0123456789abcdefABCDEF", bytes[from]) && bytes[from] && digits < 8; digits++, from++)
			length = length * 16 +
				 (size_t)(ascii_is_digit(bytes[from]) ? bytes[from] - '0' : ascii_lower(bytes[from]) - 'a' + 10);
		end = from < *size ? memchr(bytes + from, '\n', *size - from) : NULL;
		if (!digits || !end || !length) {
			*size = to;
			return digits && !length;
		}
		from = (size_t)(end - bytes) + 1;
		if (length > *size - from)
			length = *size - from;
		memmove(bytes + to, bytes + from, length);
		to += length;
		from += length;
		while (from < *size && (bytes[from] == '\r' || bytes[from] == '\n'))
			from++;
	}
}
