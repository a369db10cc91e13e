/*
 * Plain text: paragraphs by blank lines, one a line, or hard-wrapped as wires send them. Which of these a
 * document is, its own line lengths tell; nothing here looks at words.
 */
#include "base/array.h"
#include "base/str.h"
#include "base/utf8.h"
#include "read/reader.h"
#include "read/writer.h"

/* Lines looked at to tell how a document is laid out. */
#define LAYOUT_LINES 2000u
/* Wires wrap at 60 to 80 columns; beyond this a line is a paragraph. */
#define WIDEST_WRAP 110u
#define NARROWEST_WRAP 40u
#define LONGEST_HEADING 140u
/* Lines that may stand between a headline and the story: byline, date, dateline. */
#define HEADLINE_REACH 4u

/* Goes over lines ended by LF, CRLF or CR. The next LF and CR are kept, so that a file with only one kind is searched once for the
 * other. */
struct lines {
	const char *text;
	size_t size, at, lf, cr;
};

struct line {
	size_t from, to; /* without white space around it */
	size_t indent;
};

static size_t find_byte(const struct lines *lines, char c)
{
	const char *found = memchr(lines->text + lines->at, c, lines->size - lines->at);
	return found ? (size_t)(found - lines->text) : lines->size;
}

static struct lines lines_of(const struct source *source)
{
	struct lines lines = {.text = source->text, .size = source->size};
	lines.lf = find_byte(&lines, '\n');
	lines.cr = find_byte(&lines, '\r');
	return lines;
}

static bool next_line(struct lines *lines, struct line *line)
{
	size_t start = lines->at, end;
	if (start >= lines->size)
		return false;
	end = lines->lf < lines->cr ? lines->lf : lines->cr;
	line->from = start;
	line->to = end;
	lines->at = end < lines->size ? end + (end == lines->cr && lines->lf == end + 1 ? 2 : 1) : end;
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

/* True when text ends in a mark that closes a sentence or leads on to something, quotation marks and brackets aside. */
static bool is_closed(struct wa_str s)
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
	return is_closed((struct wa_str){text + line->from, line->to - line->from});
}

struct layout {
	bool wrapped;
	size_t width;  /* the longest line */
	size_t indent; /* the least indent of any line */
};

/* True when the first word of `next` would not have stood on `line`: the break is the wrapper's, not the writer's. */
static bool is_forced(const char *text, const struct line *line, const struct line *next, size_t width)
{
	return line->indent + (line->to - line->from) + 1 + first_word(text, next) > width;
}

static struct layout measure(const struct source *source)
{
	struct lines lines = lines_of(source);
	struct layout layout = {.indent = SIZE_MAX};
	struct line line;
	for (unsigned n = 0; n < LAYOUT_LINES && next_line(&lines, &line); n++) {
		if (line.from == line.to)
			continue;
		if (line.indent + line.to - line.from > layout.width)
			layout.width = line.indent + line.to - line.from;
		if (line.indent < layout.indent)
			layout.indent = line.indent;
	}
	return layout;
}

/* Decides whether lines were wrapped: most breaks inside blocks are forced, and many stand in mid-sentence. */
static struct layout find_layout(const struct source *source)
{
	struct layout layout = measure(source);
	struct lines lines = lines_of(source);
	struct line line, before = {0};
	size_t inner = 0, forced = 0, open = 0;
	if (layout.width > WIDEST_WRAP || layout.width < NARROWEST_WRAP)
		return layout;
	for (unsigned n = 0; n < LAYOUT_LINES && next_line(&lines, &line); n++) {
		if (line.from < line.to && before.from < before.to) {
			inner++;
			forced += is_forced(lines.text, &before, &line, layout.width);
			open += !line_closed(lines.text, &before);
		}
		before = line;
	}
	layout.wrapped = inner >= 2 && forced * 10 >= inner * 5 && open * 10 >= inner * 4;
	return layout;
}

/* In wrapped text: does `line` begin a paragraph although no blank line stands before it? */
static bool begins_paragraph(const char *text, const struct layout *layout, const struct line *before, const struct line *line)
{
	size_t slack = layout->width / 10;
	if (line->indent > layout->indent && before->indent <= layout->indent && line->indent - layout->indent >= 1)
		return true;
	return !is_forced(text, before, line, layout->width - slack) &&
	       (line_closed(text, before) || before->to - before->from < layout->width / 2);
}

/* A word wrapped at its hyphen is put together again with the hyphen left: it may well be the word's own. */
static bool ends_in_hyphen(const char *text, const struct line *line, const struct line *next)
{
	return line->to - line->from >= 2 && text[line->to - 1] == '-' && ascii_is_alpha(text[line->to - 2]) &&
	       ascii_is_lower(text[next->from]);
}

static void write_lines(struct writer *writer, const struct layout *layout)
{
	struct lines lines = lines_of(writer->source);
	struct line line, before = {0};
	while (next_line(&lines, &line)) {
		bool open = doc_open_len(writer->doc) > 0;
		if (line.from == line.to || reader_directive(writer->source, writer->doc, line.from, line.to)) {
			(void)writer_close(writer, WA_PARA_BODY);
			continue;
		}
		if (open && (!layout->wrapped || begins_paragraph(lines.text, layout, &before, &line)))
			(void)writer_close(writer, WA_PARA_BODY);
		else if (open && !ends_in_hyphen(lines.text, &before, &line))
			writer_space(writer, before.to, line.from);
		writer_text(writer, line.from, line.to);
		before = line;
	}
	(void)writer_close(writer, WA_PARA_BODY);
}

/* A line that could be a heading: short, a few words, no closing mark. */
static bool is_heading(struct wa_str s)
{
	return s.len >= 3 && s.len <= LONGEST_HEADING && !is_closed(s);
}

/* Most words of four letters and more begin with a capital. */
static bool is_title_case(struct wa_str s)
{
	size_t words = 0, upper = 0;
	for (size_t at = 0; at < s.len;) {
		size_t start = at;
		uint32_t point;
		while (at < s.len && !ascii_is_space(s.ptr[at]))
			at++;
		if (at - start >= 4) {
			(void)utf8_decode(s.ptr + start, s.ptr + s.len, &point);
			words++;
			upper += utf8_is_upper(point) || ascii_is_digit(s.ptr[start]);
		}
		at++;
	}
	return words > 0 && upper * 4 >= words * 3;
}

/* A longer paragraph of prose follows within `reach`: a byline and a date may stand between a headline and its story. */
static bool leads_to_prose(const struct doc *doc, size_t i, size_t reach)
{
	size_t len = doc->paras.items[i].len;
	for (size_t next = i + 1; next < doc->paras.count && next <= i + reach; next++)
		if (doc->paras.items[next].len > len && is_closed(doc_para_text(doc, next)))
			return true;
	return false;
}

static void find_headings(struct doc *doc)
{
	for (size_t i = 0; i + 1 < doc->paras.count; i++) {
		struct wa_str s = doc_para_text(doc, i);
		if (!is_heading(s) || !leads_to_prose(doc, i, i == 0 ? HEADLINE_REACH : 1))
			continue;
		if (i == 0)
			doc->paras.items[i].kind = WA_PARA_HEADLINE;
		else if (is_closed(doc_para_text(doc, i - 1)) && is_title_case(s))
			doc->paras.items[i].kind = WA_PARA_SUBHEAD;
	}
	if (doc->paras.count && doc->paras.items[0].kind == WA_PARA_HEADLINE) {
		doc->has_headline = true;
		doc->title = arena_str(&doc->arena, doc_para_text(doc, 0));
	}
}

static bool read_text(const struct source *source, struct doc *doc)
{
	struct writer writer = {.doc = doc, .source = source};
	struct layout layout = find_layout(source);
	(void)vec_reserve(&doc->text, source->size + 2);
	write_lines(&writer, &layout);
	find_headings(doc);
	return true;
}

static unsigned sniff_text(const struct source *source, struct wa_str uri)
{
	(void)source;
	return str_ends(uri, STR(".txt")) ? 60 : 1;
}

const struct reader reader_text = {"text", sniff_text, read_text};
