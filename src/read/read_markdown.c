/*
 * Markdown, as writers use it for copy: headings, paragraphs, lists, quotations, emphasis, links, pictures. Marks are left
 * out of the text, what they mark stays. Front matter between "---" lines gives title, author and date.
 */
#include "base/array.h"
#include "base/str.h"
#include "read/html_write.h"
#include "read/news.h"
#include "read/reader.h"
#include "read/text_layout.h"
#include "read/wire.h"

#define SNIFF_BYTES 8192u

/* Where a bracket was searched for last and found: what lies between has none. */
struct search {
	size_t from, to, found;
};

struct markdown {
	struct reading *reading;
	struct writer writer;
	struct search square, round, angle;
	enum wa_para_kind kind; /* of the open paragraph */
	bool fenced;            /* within a block of code */
};

static void close_paragraph(struct markdown *md)
{
	struct doc *doc = md->reading->doc;
	bool headline = md->kind == WA_PARA_HEADLINE;
	if (writer_close(&md->writer, md->kind) && headline) {
		doc->has_headline = true;
		doc->title = arena_str(&doc->arena, doc_para_text(doc, 0));
	}
	md->kind = WA_PARA_BODY;
}

/* Offset of `c` in text [from, to) that no backslash precedes; `to` when there is none. Nothing is looked through twice. */
static size_t find_char(struct markdown *md, struct search *last, size_t from, size_t to, char c)
{
	const char *text = md->reading->source->text;
	size_t at = from;
	if (last->to == to && last->from <= from && from <= last->found)
		return last->found;
	while (at < to && text[at] != c)
		at += text[at] == '\\' ? 2 : 1;
	*last = (struct search){from, to, at < to ? at : to};
	return last->found;
}

static bool is_mark(const char *text, size_t at, size_t from, size_t to)
{
	char c = text[at];
	bool word_before = at > from && (ascii_is_alpha(text[at - 1]) || ascii_is_digit(text[at - 1]));
	bool word_after = at + 1 < to && (ascii_is_alpha(text[at + 1]) || ascii_is_digit(text[at + 1]));
	if (c == '_' || c == '~')
		return !(word_before && word_after); /* snake_case is no emphasis */
	if (c == '*')
		return (at > from && !ascii_is_space(text[at - 1])) || (at + 1 < to && !ascii_is_space(text[at + 1]));
	return c == '`';
}

/* Behind a link or picture at `at` ("[" or "!["); its text is [*text_from, *text_to). 0 when it is none. */
static size_t link_end(struct markdown *md, size_t at, size_t to, size_t *text_from, size_t *text_to)
{
	const char *text = md->reading->source->text;
	size_t close;
	*text_from = at + (text[at] == '!') + 1;
	close = find_char(md, &md->square, *text_from, to, ']');
	*text_to = close;
	if (close + 1 >= to || (text[close + 1] != '(' && text[close + 1] != '['))
		return 0;
	if (text[close + 1] == '(')
		close = find_char(md, &md->round, close + 2, to, ')');
	else
		close = find_char(md, &md->square, close + 2, to, ']');
	return close < to ? close + 1 : 0;
}

/* A tag of HTML within a line; 0 when it is none. */
static size_t tag_end(struct markdown *md, size_t at, size_t to)
{
	const char *text = md->reading->source->text;
	size_t close;
	if (at + 1 >= to || !(ascii_is_alpha(text[at + 1]) || text[at + 1] == '/' || text[at + 1] == '!'))
		return 0;
	close = find_char(md, &md->angle, at, to, '>');
	return close < to ? close + 1 : 0;
}

/* Writes a line without its marks. A picture's text is a caption and has no place in a sentence. */
static void write_inline(struct markdown *md, size_t from, size_t to, unsigned depth)
{
	const char *text = md->reading->source->text;
	size_t start = from;
	for (size_t at = from; at < to;) {
		size_t inner_from = 0, inner_to = 0, end = 0, skip = 0;
		char c = text[at];
		if (c == '\\' && at + 1 < to && !ascii_is_alpha(text[at + 1]) && !ascii_is_digit(text[at + 1])) {
			html_write_text(&md->writer, start, at);
			start = at + 1;
			at += 2;
			continue;
		}
		if (c == '[' || (c == '!' && at + 1 < to && text[at + 1] == '['))
			end = link_end(md, at, to, &inner_from, &inner_to);
		else if (c == '<')
			skip = tag_end(md, at, to);
		else if ((c == '*' || c == '_' || c == '`' || c == '~') && is_mark(text, at, from, to))
			skip = at + 1;
		if (!end && !skip) {
			at++;
			continue;
		}
		html_write_text(&md->writer, start, at);
		if (end && c == '[' && depth < 2)
			write_inline(md, inner_from, inner_to, depth + 1);
		at = start = end ? end : skip;
	}
	if (start < to)
		html_write_text(&md->writer, start, to);
}

/* Length of the mark of a list item at the head of a line, 0 for none: "- ", "* ", "12. ". */
static size_t item_mark(struct wa_str line)
{
	size_t digits = 0;
	if (line.len > 1 && strchr("-*+", line.ptr[0]) && line.ptr[1] == ' ')
		return 2;
	while (digits < line.len && digits < 9 && ascii_is_digit(line.ptr[digits]))
		digits++;
	return digits && digits + 1 < line.len && (line.ptr[digits] == '.' || line.ptr[digits] == ')') &&
			       line.ptr[digits + 1] == ' '
		       ? digits + 2
		       : 0;
}

/* A line of one mark three times or more: a rule, or the line below a heading. */
static bool is_rule(struct wa_str line, const char *marks)
{
	if (line.len < 3 || !strchr(marks, line.ptr[0]))
		return false;
	for (size_t i = 0; i < line.len; i++)
		if (line.ptr[i] != line.ptr[0] && line.ptr[i] != ' ')
			return false;
	return true;
}

static void write_heading(struct markdown *md, size_t from, size_t to, unsigned level)
{
	const char *text = md->reading->source->text;
	close_paragraph(md);
	while (to > from && (text[to - 1] == '#' || ascii_is_space(text[to - 1])))
		to--;
	write_inline(md, from, to, 0);
	md->kind = level == 1 && !md->reading->doc->paras.count ? WA_PARA_HEADLINE : WA_PARA_SUBHEAD;
	close_paragraph(md);
}

/* A picture alone on its line is a caption. */
static bool write_picture(struct markdown *md, const struct line *line)
{
	const char *text = md->reading->source->text;
	size_t from, to;
	if (line->to - line->from < 4 || text[line->from] != '!' || text[line->from + 1] != '[' ||
		link_end(md, line->from, line->to, &from, &to) != line->to)
		return false;
	close_paragraph(md);
	write_inline(md, from, to, 1);
	md->kind = WA_PARA_CAPTION;
	close_paragraph(md);
	return true;
}

static void write_line(struct markdown *md, const struct line *line)
{
	struct wa_str text = wire_text(md->reading->source, line);
	size_t from = line->from, hashes = 0, mark;
	while (hashes < text.len && text.ptr[hashes] == '#')
		hashes++;
	if (hashes && hashes <= 6 && hashes < text.len && text.ptr[hashes] == ' ') {
		write_heading(md, from + hashes + 1, line->to, (unsigned)hashes);
		return;
	}
	if (write_picture(md, line))
		return;
	if (text.ptr[0] == '|') {
		close_paragraph(md);
		wire_write(md->reading, from, line->to, WA_PARA_LISTING);
		return;
	}
	while (from < line->to && (md->reading->source->text[from] == '>' || md->reading->source->text[from] == ' '))
		from++;
	mark = item_mark((struct wa_str){md->reading->source->text + from, line->to - from});
	if (mark)
		close_paragraph(md);
	if (doc_open_len(md->reading->doc))
		writer_space(&md->writer, from, from);
	write_inline(md, from + mark, line->to, 0);
}

/* The line below a paragraph that makes it a heading: the paragraph is the open one. */
static bool take_underline(struct markdown *md, struct wa_str text)
{
	if (!doc_open_len(md->reading->doc) || !(is_rule(text, "=") || is_rule(text, "-")))
		return false;
	md->kind = text.ptr[0] == '=' && !md->reading->doc->paras.count ? WA_PARA_HEADLINE : WA_PARA_SUBHEAD;
	close_paragraph(md);
	return true;
}

static void read_lines(struct markdown *md, struct line_reader lines)
{
	struct line line;
	while (line_reader_next(&lines, &line)) {
		struct wa_str text = wire_text(md->reading->source, &line);
		if (str_starts(text, STR("```")) || str_starts(text, STR("~~~"))) {
			close_paragraph(md);
			md->fenced = !md->fenced;
		} else if (md->fenced) {
			wire_write(md->reading, line.from, line.to, WA_PARA_LISTING);
		} else if (!text.len || reader_directive(md->reading->source, md->reading->doc, line.from, line.to)) {
			close_paragraph(md);
		} else if (!take_underline(md, text)) {
			if (is_rule(text, "-*_"))
				close_paragraph(md);
			else
				write_line(md, &line);
		}
	}
	close_paragraph(md);
}

/* "title: Ferry sinks" between two lines of "---" at the head of the file; returns where the text begins. */
static size_t read_front_matter(struct markdown *md)
{
	static const struct {
		const char *key;
		size_t field;
	} keys[] = {
		{"author", offsetof(struct doc, byline)},
		{"byline", offsetof(struct doc, byline)},
		{"lang", offsetof(struct doc, lang)},
		{"language", offsetof(struct doc, lang)},
		{"source", offsetof(struct doc, source)},
		{"section", offsetof(struct doc, section)},
		{"provider", offsetof(struct doc, provider)},
	};
	const struct source *source = md->reading->source;
	struct doc *doc = md->reading->doc;
	struct line_reader lines = line_reader_of(source, 0, source->size);
	struct line line;
	if (!line_reader_next(&lines, &line) || !str_eq(wire_text(source, &line), STR("---")))
		return 0;
	while (line_reader_next(&lines, &line)) {
		struct wa_str text = wire_text(source, &line), value;
		size_t colon = str_find(text, STR(":"));
		if (str_eq(text, STR("---")) || str_eq(text, STR("...")))
			return lines.at;
		if (colon == SIZE_MAX)
			continue;
		value = str_trim(str_cut(text, colon + 1, text.len));
		if (value.len >= 2 && (value.ptr[0] == '"' || value.ptr[0] == '\'') && value.ptr[value.len - 1] == value.ptr[0])
			value = str_cut(value, 1, value.len - 1);
		text.len = colon;
		if (str_eq(text, STR("title")))
			wire_write(md->reading, (size_t)(value.ptr - source->text), (size_t)(value.ptr - source->text) + value.len,
				WA_PARA_HEADLINE);
		else if (str_eq(text, STR("date")))
			news_set(&doc->published, news_date(&doc->arena, value));
		for (size_t i = 0; i < ARRAY_COUNT(keys); i++)
			if (str_eq(text, str_of(keys[i].key)))
				wire_set(md->reading, (struct wa_str *)((char *)doc + keys[i].field), value);
	}
	return 0;
}

static bool read_markdown(struct reading *reading)
{
	struct markdown md = {.reading = reading, .kind = WA_PARA_BODY, .writer = {.doc = reading->doc, .source = reading->source}};
	size_t from = read_front_matter(&md);
	read_lines(&md, line_reader_of(reading->source, from, reading->source->size));
	return true;
}

/* By its name, or by a first heading and some other mark that plain text does not have. */
static unsigned sniff_markdown(const struct source *source, struct wa_str uri)
{
	size_t size = source->size < SNIFF_BYTES ? source->size : SNIFF_BYTES;
	struct line_reader lines = line_reader_of(source, 0, size);
	struct line line;
	if (str_ends(uri, STR(".md")) || str_ends(uri, STR(".markdown")))
		return 75;
	if (str_find((struct wa_str){source->text, size}, STR("](")) == SIZE_MAX)
		return 0;
	while (line_reader_next(&lines, &line)) {
		struct wa_str text = wire_text(source, &line);
		if (str_starts(text, STR("# ")) || str_starts(text, STR("## ")))
			return 50;
	}
	return 0;
}
const struct reader reader_markdown = {"markdown", sniff_markdown, read_markdown};
