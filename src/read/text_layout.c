#include "read/text_layout.h"

#include <string.h>

#include "base/array.h"
#include "base/str.h"
#include "read/reader.h"
#include "read/writer.h"

/* Lines looked at to tell how a document is laid out. */
#define LAYOUT_LINES 2000u
/* Wires wrap at 60 to 80 columns; beyond this a line is a paragraph. */
#define WIDEST_WRAP 110u
#define NARROWEST_WRAP 40u
/* What begins further in is centred or a table, and no measure for the rest. */
#define DEEPEST_INDENT 8u
/* A table has one gap as wide as this in each row, or, if it has but one, one as wide as that; a longer line is none. */
#define ROW_GAP 3u
#define COLUMN_GAP 8u
#define COLUMN_WORDS 8u
#define WIDEST_ROW 200u
/* Fields parted by a sign of their own: so many, looked for so far. */
#define ROW_FIELDS 4u
#define FIELDS_REACH 400u
/* So many short lines with figures in a row are results, odds or prices; one of them has no more small words than that. */
#define AGATE_LINES 4u
#define AGATE_BYTES 60u
#define AGATE_WORDS 1u

static size_t find_byte(const struct line_reader *lines, char c)
{
	const char *found = memchr(lines->text + lines->at, c, lines->size - lines->at);
	return found ? (size_t)(found - lines->text) : lines->size;
}

struct line_reader line_reader_of(const struct source *source, size_t from, size_t to)
{
	struct line_reader lines = {.text = source->text, .size = to, .at = from};
	lines.lf = find_byte(&lines, '\n');
	lines.cr = find_byte(&lines, '\r');
	return lines;
}

bool line_reader_next(struct line_reader *lines, struct line *line)
{
	size_t start = lines->at, end;
	if (start >= lines->size)
		return false;
	end = lines->lf < lines->cr ? lines->lf : lines->cr;
	line->from = start;
	line->to = end;
	lines->at = end;
	if (end < lines->size)
		lines->at += end == lines->cr && lines->lf == end + 1 && lines->lf < lines->size ? 2 : 1;
	if (lines->lf < lines->at)
		lines->lf = find_byte(lines, '\n');
	if (lines->cr < lines->at)
		lines->cr = find_byte(lines, '\r');
	while (line->from < line->to && ascii_is_space(lines->text[line->from]))
		line->from++;
	while (line->to > line->from && ascii_is_space(lines->text[line->to - 1]))
		line->to--;
	line->indent = line->from - start;
	return true;
}

/* Length of the first word. */
static size_t first_word(const char *text, const struct line *line)
{
	size_t at = line->from;
	while (at < line->to && !ascii_is_space(text[at]))
		at++;
	return at - line->from;
}

bool text_is_closed(struct wa_str s)
{
	static const char *const marks[] = {".", "!", "?", ":", ";", ",", "\xE2\x80\xA6", "\xE3\x80\x82"};
	static const char *const wraps[] = {"\"", "'", ")", "]", "\xE2\x80\x9D", "\xE2\x80\x99", "\xC2\xBB", "\xE2\x80\x9C"};
	for (bool again = true; again && s.len;) {
		again = false;
		for (size_t i = 0; i < ARRAY_COUNT(wraps) && !again; i++)
			if (str_ends(s, str_of(wraps[i]))) {
				s.len -= strlen(wraps[i]);
				again = true;
			}
	}
	for (size_t i = 0; i < ARRAY_COUNT(marks); i++)
		if (str_ends(s, str_of(marks[i])))
			return true;
	return false;
}

static bool line_closed(const char *text, const struct line *line)
{
	return text_is_closed((struct wa_str){text + line->from, line->to - line->from});
}

struct layout {
	bool wrapped;
	size_t width;  /* the longest line */
	size_t indent; /* the least indent of any line */
	bool ragged;   /* wrapped by hand, some lines long before the margin */
};

/* True when the first word of `next` would not have stood on `line`: the break is the wrapper's, not the writer's. */
static bool is_forced(const char *text, const struct line *line, const struct line *next, size_t width)
{
	return line->indent + (line->to - line->from) + 1 + first_word(text, next) > width;
}

static struct layout measure(struct line_reader lines)
{
	struct layout layout = {.indent = SIZE_MAX};
	struct line line;
	for (unsigned n = 0; n < LAYOUT_LINES && line_reader_next(&lines, &line); n++) {
		if (line.from == line.to || line.indent > DEEPEST_INDENT)
			continue;
		if (line.indent + line.to - line.from > layout.width)
			layout.width = line.indent + line.to - line.from;
		if (line.indent < layout.indent)
			layout.indent = line.indent;
	}
	return layout;
}

/* Decides whether lines were wrapped: most breaks inside blocks are forced, and many stand in mid-sentence. */
static struct layout find_layout(struct line_reader lines)
{
	struct layout layout = measure(lines);
	struct line line, before = {0};
	size_t inner = 0, forced = 0, open = 0, low = 0;
	if (layout.width > WIDEST_WRAP || layout.width < NARROWEST_WRAP)
		return layout;
	for (unsigned n = 0; n < LAYOUT_LINES && line_reader_next(&lines, &line); n++) {
		if (line.from < line.to && before.from < before.to) {
			inner++;
			forced += is_forced(lines.text, &before, &line, layout.width);
			open += !line_closed(lines.text, &before);
			low += ascii_is_lower(lines.text[line.from]);
		}
		before = line;
	}
	layout.ragged = inner >= 4 && open * 10 >= inner * 7 && low * 10 >= inner * 4;
	layout.wrapped = layout.ragged || (inner >= 2 && forced * 10 >= inner * 5 && open * 10 >= inner * 4);
	return layout;
}

/* In wrapped text: does `line` begin a paragraph although no blank line stands before it? */
static bool begins_paragraph(const char *text, const struct layout *layout, const struct line *before, const struct line *line)
{
	size_t slack = layout->width / 10;
	if (line->indent > layout->indent && before->indent <= layout->indent && line->indent - layout->indent >= 1)
		return true;
	if (layout->ragged)
		return line_closed(text, before) && before->to - before->from < layout->width / 2;
	return !is_forced(text, before, line, layout->width - slack) &&
	       (line_closed(text, before) || before->to - before->from < layout->width / 2);
}

/* A word wrapped at its hyphen is put together again with the hyphen left: it may well be the word's own. */
static bool ends_in_hyphen(const char *text, const struct line *line, const struct line *next)
{
	return line->to - line->from >= 2 && text[line->to - 1] == '-' && ascii_is_alpha(text[line->to - 2]) &&
	       ascii_is_lower(text[next->from]);
}

/* Bytes of white space from one byte on. */
static size_t gap_at(const char *text, size_t at, size_t to)
{
	size_t end = at;
	while (end < to && ascii_is_space(text[end]))
		end++;
	return end - at;
}

/*
 * A row of a table: columns set apart by white space. Justified prose has gaps as well, but narrow ones and words in plenty
 * between them.
 */
static bool is_row(const char *text, const struct line *line)
{
	size_t gaps = 0, words = 1, widest = 0;
	for (size_t at = line->from; at < line->to;) {
		size_t gap = gap_at(text, at, line->to);
		if (gap) {
			bool wide = gap > 1 || text[at] == '\t';
			gaps += wide;
			words += !wide;
			widest = gap > widest ? gap : widest;
		}
		at += gap ? gap : 1;
	}
	if (gaps == 1)
		return widest >= COLUMN_GAP && words <= COLUMN_WORDS;
	return gaps >= 2 && (widest >= ROW_GAP || memchr(text + line->from, '\t', line->to - line->from)) && words <= gaps * 2;
}

/*
 * Where lines are not wrapped throughout, a break in mid-sentence is still the wrapper's: a long line that ends nothing, and the
 * next begins small.
 */
static bool goes_on(const char *text, const struct line *before, const struct line *line)
{
	size_t len = before->to - before->from;
	return len >= NARROWEST_WRAP && len <= WIDEST_WRAP && ascii_is_lower(text[line->from]) && !line_closed(text, before);
}

/* A row of fields: Amsterdam;42;50;rn or "Hale","4/3/2018","true". A semicolon with a space behind it parts clauses. */
static bool has_fields(const char *text, const struct line *line)
{
	size_t end = line->to - line->from < FIELDS_REACH ? line->to : line->from + FIELDS_REACH;
	unsigned semicolons = 0, bars = 0, carets = 0, quotes = 0;
	for (size_t at = line->from; at + 1 < end; at++) {
		char c = text[at], next = text[at + 1];
		semicolons += c == ';' && next != ' ';
		bars += c == '|';
		carets += c == '^';
		quotes += c == ',' && next == '"' && at > line->from && (text[at - 1] == '"' || text[at - 1] == ',');
	}
	return semicolons >= ROW_FIELDS || bars >= ROW_FIELDS || carets >= ROW_FIELDS || (quotes >= 2 && text[line->from] == '"');
}

static bool has_gap(const char *text, const struct line *line)
{
	size_t len = line->to - line->from;
	return len <= WIDEST_ROW && (memmem(text + line->from, len, "  ", 2) || memchr(text + line->from, '\t', len));
}

static void write_lines(struct writer *writer, struct line_reader lines, const struct layout *layout)
{
	struct line line, before = {0};
	while (line_reader_next(&lines, &line)) {
		bool open = doc_open_len(writer->doc) > 0;
		if (line.from == line.to || reader_directive(writer->source, writer->doc, line.from, line.to)) {
			(void)writer_close(writer, WA_PARA_BODY);
			continue;
		}
		if ((has_gap(lines.text, &line) && is_row(lines.text, &line)) || has_fields(lines.text, &line)) {
			(void)writer_close(writer, WA_PARA_BODY);
			writer_text(writer, line.from, line.to);
			(void)writer_close(writer, WA_PARA_LISTING);
			continue;
		}
		if (open && !goes_on(lines.text, &before, &line) &&
			(!layout->wrapped || begins_paragraph(lines.text, layout, &before, &line)))
			(void)writer_close(writer, WA_PARA_BODY);
		else if (open && !ends_in_hyphen(lines.text, &before, &line))
			writer_space(writer, before.to, line.from);
		writer_text(writer, line.from, line.to);
		before = line;
	}
	(void)writer_close(writer, WA_PARA_BODY);
}

/* "2.90 Hipparchus", "Hale 6, Orvost 5", "Talin at Hale, 7:05 p.m.": names and figures, no sentence. */
static bool is_agate(struct wa_str s)
{
	unsigned small = 0;
	bool digit = false;
	if (!s.len || s.len > AGATE_BYTES || (text_is_closed(s) && !str_ends(s, STR(".m."))))
		return false;
	for (size_t i = 0; i < s.len; i++) {
		digit |= ascii_is_digit(s.ptr[i]);
		small += ascii_is_lower(s.ptr[i]) && (i == 0 || s.ptr[i - 1] == ' ') && i + 2 < s.len &&
			 ascii_is_lower(s.ptr[i + 1]) && ascii_is_lower(s.ptr[i + 2]);
	}
	return digit && small <= AGATE_WORDS;
}

/* Lines of agate that stand together, from a paragraph on. */
static void find_agate(struct doc *doc, size_t from)
{
	size_t run = 0;
	for (size_t i = from; i <= doc->paras.count; i++) {
		if (i < doc->paras.count && doc->paras.items[i].kind == WA_PARA_BODY && is_agate(doc_para_text(doc, i))) {
			run++;
			continue;
		}
		for (size_t k = i - run; run >= AGATE_LINES && k < i; k++)
			doc->paras.items[k].kind = WA_PARA_LISTING;
		run = 0;
	}
}

void text_write(const struct source *source, struct doc *doc, size_t from, size_t to)
{
	struct writer writer = {.doc = doc, .source = source};
	struct line_reader lines = line_reader_of(source, from, to);
	struct layout layout = find_layout(lines);
	size_t first = doc->paras.count;
	(void)vec_reserve(&doc->text, doc->text.count + (to - from) + 2);
	write_lines(&writer, lines, &layout);
	find_agate(doc, first);
}
