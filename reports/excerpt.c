#include "excerpt.h"

#include "u8.h"

/* A paragraph may hold marks that take no room without end: so many bytes for a column are looked at, no more. */
enum { BYTES_A_CELL = 8 };

static unsigned step(const char *at, const char *end, size_t *length)
{
	size_t n = u8_length(at, end);
	*length = n ? n : 1;
	return n ? wa_point_cells(u8_point(at, n)) : 1;
}

size_t excerpt_cells(struct wa_str text)
{
	const char *at = text.ptr, *end = text.ptr + text.len;
	size_t cells = 0, n;
	for (; at < end; at += n)
		cells += step(at, end, &n);
	return cells;
}

/* The furthest end from `at` within `cells` columns, which are lessened by what it takes. */
static const char *forward(const char *at, const char *end, unsigned *cells)
{
	size_t n, bytes = (size_t)*cells * BYTES_A_CELL;
	for (; at < end; at += n) {
		unsigned wide = step(at, end, &n);
		if (wide > *cells || n > bytes)
			break;
		*cells -= wide;
		bytes -= n;
	}
	return at;
}

static const char *before(const char *start, const char *at)
{
	const char *back = at - 1;
	while (back > start && at - back < 4 && ((unsigned char)*back & 0xC0) == 0x80)
		back--;
	return u8_length(back, at) == (size_t)(at - back) ? back : at - 1;
}

static const char *backward(const char *start, const char *at, unsigned *cells)
{
	size_t n, bytes = (size_t)*cells * BYTES_A_CELL;
	while (at > start) {
		const char *back = before(start, at);
		unsigned wide = step(back, at, &n);
		if (wide > *cells || n > bytes)
			break;
		*cells -= wide;
		bytes -= n;
		at = back;
	}
	return at;
}

/* Cuts fall between words where one is near. */
static const char *next_word(const char *at, const char *limit)
{
	for (const char *c = at; c < limit && c - at < 24; c++)
		if (*c == ' ')
			return c + 1;
	return at;
}

static const char *last_word(const char *limit, const char *at)
{
	for (const char *c = at; c > limit && at - c < 24; c--)
		if (c[-1] == ' ')
			return c - 1;
	return at;
}

static struct wa_str between(const char *start, const char *end)
{
	return (struct wa_str){start, (size_t)(end - start)};
}

struct excerpt excerpt_make(struct wa_str text, struct wa_span span, unsigned cells)
{
	if (!text.ptr)
		text = (struct wa_str){"", 0};
	size_t last = span.end < text.len ? span.end : text.len;
	size_t first = span.start < last ? span.start : last;
	const char *start = text.ptr, *end = start + text.len, *mark = start + first, *mark_end = start + last;
	unsigned left = cells > 2 ? cells - 2 : 0;
	struct excerpt e = {0};
	const char *shown = forward(mark, mark_end, &left);
	e.cut_marked = shown < mark_end;
	unsigned ahead = e.cut_marked ? 0 : left / 2, rest = left - ahead;
	const char *from = backward(start, mark, &rest);
	ahead += rest; /* what is not needed before serves behind, and the other way round */
	const char *to = e.cut_marked ? shown : forward(mark_end, end, &ahead);
	if (ahead && from > start)
		from = backward(start, from, &ahead);
	if (from > start && from < mark && from[-1] != ' ')
		from = next_word(from, mark);
	if (!e.cut_marked && to < end && to > mark_end && *to != ' ')
		to = last_word(mark_end, to);
	e.before = between(from, mark);
	e.marked = between(mark, shown);
	e.after = e.cut_marked ? between(shown, shown) : between(mark_end, to);
	e.cut_before = from > start;
	e.cut_after = !e.cut_marked && to < end;
	return e;
}
