#include "doc/lines.h"

#include <string.h>

/* Bytes of one code unit in which line ends are looked for. */
static unsigned unit_size(const struct lines *lines)
{
	return lines->set == CHARSET_UTF16LE || lines->set == CHARSET_UTF16BE ? 2 : 1;
}

static uint32_t unit_at(const struct lines *lines, const unsigned char *at)
{
	switch (lines->set) {
	case CHARSET_UTF16LE:
		return at[0] | (uint32_t)at[1] << 8;
	case CHARSET_UTF16BE:
		return at[1] | (uint32_t)at[0] << 8;
	case CHARSET_UTF8:
	case CHARSET_BYTES:
	case CHARSET_ICU:
		return at[0];
	}
	return 0;
}

/* True when a line ends with the unit at `i`: LF, or CR with no LF after it. */
static bool ends_line(const struct lines *lines, const unsigned char *bytes, size_t size, size_t i)
{
	unsigned step = unit_size(lines);
	uint32_t unit = unit_at(lines, bytes + i);
	return unit == '\n' || (unit == '\r' && !(i + 2 * step <= size && unit_at(lines, bytes + i + step) == '\n'));
}

/* What one byte can count. */
#define STRETCH 255u

/* How often a byte is there; written so that it vectorises. */
static uint32_t count_byte(const unsigned char *bytes, size_t size, unsigned char wanted)
{
	uint32_t count = 0;
	for (size_t at = 0; at < size; at += STRETCH) {
		size_t len = size - at < STRETCH ? size - at : STRETCH;
		uint8_t here = 0;
		for (size_t i = 0; i < len; i++)
			here = (uint8_t)(here + (bytes[at + i] == wanted));
		count += here;
	}
	return count;
}

/* How often an LF stands behind a CR that stands in [from, to). */
static uint32_t count_pairs(const unsigned char *bytes, size_t size, size_t from, size_t to)
{
	uint32_t count = 0;
	const unsigned char *at = bytes + from, *end = bytes + to;
	for (; at < end && (at = memchr(at, '\r', (size_t)(end - at))) != NULL; at++)
		count += (size_t)(at - bytes) + 1 < size && at[1] == '\n';
	return count;
}

/* As count_line_ends() for units of one byte. */
static uint32_t count_in_bytes(const unsigned char *bytes, size_t size, size_t from, size_t to)
{
	uint32_t count = count_byte(bytes + from, to - from, '\n'), returns = count_byte(bytes + from, to - from, '\r');
	return returns ? count + returns - count_pairs(bytes, size, from, to) : count;
}

/* Line ends in [from, to); `to` stands on a unit. */
static uint32_t count_line_ends(const struct lines *lines, const unsigned char *bytes, size_t size, size_t from, size_t to)
{
	uint32_t count = 0;
	unsigned step = unit_size(lines);
	if (step == 1)
		return count_in_bytes(bytes, size, from, to);
	for (size_t i = from; i + step <= to; i += step)
		count += ends_line(lines, bytes, size, i);
	return count;
}

void lines_mark(struct lines *lines, enum charset_kind set, const void *bytes, size_t size)
{
	uint32_t count = 0, *mark;
	*lines = (struct lines){.set = set};
	for (size_t at = 0; at < size; at += LINES_BLOCK) {
		mark = vec_push(&lines->marks);
		if (!mark)
			return;
		*mark = count;
		count += count_line_ends(lines, bytes, size, at, size - at < LINES_BLOCK ? size : at + LINES_BLOCK);
	}
}

void lines_keep(struct lines *part, const struct lines *lines, uint32_t from, uint32_t to)
{
	*part = (struct lines){.set = lines->set, .first = from / LINES_BLOCK};
	for (size_t i = part->first; i < lines->marks.count && i <= to / LINES_BLOCK; i++) {
		uint32_t *mark = vec_push(&part->marks);
		if (mark)
			*mark = lines->marks.items[i];
	}
}

void lines_release(struct lines *lines)
{
	vec_release(&lines->marks);
}

uint32_t lines_at(const struct lines *lines, const void *bytes, size_t size, uint32_t src)
{
	size_t block = src / LINES_BLOCK;
	if (src > size)
		src = (uint32_t)size;
	if (block < lines->first || block - lines->first >= lines->marks.count)
		return 1 + count_line_ends(lines, bytes, size, 0, src);
	return 1 + lines->marks.items[block - lines->first] + count_line_ends(lines, bytes, size, block * LINES_BLOCK, src);
}

/* Length of a byte order mark, which stands in no column. */
static size_t bom_len(const struct lines *lines, const unsigned char *bytes, size_t size)
{
	switch (lines->set) {
	case CHARSET_UTF8:
		return size >= 3 && memcmp(bytes, "\xEF\xBB\xBF", 3) == 0 ? 3 : 0;
	case CHARSET_UTF16LE:
	case CHARSET_UTF16BE:
		return size >= 2 && unit_at(lines, bytes) == 0xFEFF ? 2 : 0;
	case CHARSET_BYTES:
	case CHARSET_ICU:
		return 0;
	}
	return 0;
}

size_t lines_start(const struct lines *lines, const void *source, size_t size, size_t since, size_t at)
{
	const unsigned char *bytes = source;
	unsigned step = unit_size(lines);
	size_t bom = bom_len(lines, bytes, size);
	while (at >= since + step && !ends_line(lines, bytes, size, at - step))
		at -= step;
	return at < bom ? bom : at;
}
