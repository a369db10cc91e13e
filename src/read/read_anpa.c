/*
 * ANPA 1312, the text format of American wires: a header behind SOH with the service's letter and number, the copy between STX
 * and ETX. The copy opens with lines in "^...<" (slug, headline, pictures, notes) and "^...=" (byline); a line that begins with
 * an unprintable character is a row of a table.
 */
#include "base/str.h"
#include "read/copy.h"
#include "read/news.h"
#include "read/reader.h"
#include "read/wire.h"

#define SNIFF_BYTES 256u
#define LONGEST_HEADLINE 140u

struct head {
	struct reading *reading;
	unsigned lines; /* in carets, so far */
	bool byline;    /* one was read: lines that end in '=' go on with it */
};

/* A table's heading, not the second line of a byline. */
static bool is_in_capitals(struct wa_str text)
{
	for (size_t i = 0; i < text.len; i++)
		if (ascii_is_lower(text.ptr[i]))
			return false;
	return true;
}

/* One line in carets, [from, to) being what is between the caret and its end mark. */
static void take_caret(struct head *head, size_t from, size_t to, char end)
{
	struct reading *reading = head->reading;
	struct wa_str text = {reading->source->text + from, to - from};
	enum copy_line kind = copy_line(reading->source->packs, text);
	head->lines++;
	if (head->lines == 1 && end == '<') {
		wire_set(reading, &reading->doc->section, text); /* the slug */
	} else if (kind == COPY_BYLINE) {
		head->byline = true;
		wire_byline(reading, from, to);
	} else if (end == '=' && head->byline && !is_in_capitals(text)) {
		wire_write(reading, from, to, WA_PARA_CREDIT);
	} else if (kind == COPY_ADVISORY) {
		wire_set(reading, &reading->doc->ednote, text);
		wire_write(reading, from, to, WA_PARA_OTHER);
	} else if (!reading->doc->has_headline && text.len <= LONGEST_HEADLINE) {
		wire_write(reading, from, to, WA_PARA_HEADLINE);
	} else if (text.len > LONGEST_HEADLINE) {
		wire_write(reading, from, to, WA_PARA_SUMMARY);
	} else {
		wire_write(reading, from, to, WA_PARA_OTHER);
	}
}

/* Goes over the lines in carets; returns where the copy begins. */
static size_t read_carets(struct reading *reading, size_t from, size_t to)
{
	const struct source *source = reading->source;
	struct line_reader lines = line_reader_of(source, from, to);
	struct head head = {.reading = reading};
	struct line line;
	size_t body = from;
	while (line_reader_next(&lines, &line)) {
		size_t stop = line.to;
		char end = '\0';
		if (line.from == line.to)
			continue;
		if (source->text[line.from] != '^')
			break;
		if (source->text[stop - 1] == '<' || source->text[stop - 1] == '=')
			end = source->text[--stop];
		take_caret(&head, line.from + 1, stop, end);
		body = lines.at;
	}
	return body;
}

/* A line of a table, a rule, or a heading in carets within the copy. */
static bool is_table(const struct source *source, const struct line *line)
{
	unsigned char first = (unsigned char)source->text[line->from];
	unsigned fields = 0;
	if (first < ' ' || first == '^')
		return true;
	for (size_t i = line->from; i < line->to; i++)
		fields += source->text[i] == ';';
	return fields >= 4 && source->text[line->to - 1] == '<';
}

/* The copy: stretches of prose by their layout, tables line by line between them. */
static void write_copy(struct reading *reading, size_t from, size_t to)
{
	const struct source *source = reading->source;
	struct line_reader lines = line_reader_of(source, from, to);
	struct line line;
	size_t start = from;
	while (line_reader_next(&lines, &line)) {
		if (line.from == line.to || !is_table(source, &line))
			continue;
		text_write(source, reading->doc, start, line.from);
		wire_write(reading, line.from, line.to, WA_PARA_LISTING);
		start = lines.at;
	}
	text_write(source, reading->doc, start, to);
}

/* AP-WF-11-13-13 1509GMT< behind the copy. */
static void read_time(struct reading *reading, size_t at)
{
	struct line_reader lines = line_reader_of(reading->source, at, reading->source->size);
	struct line line;
	struct wa_str text;
	char date[48];
	if (!line_reader_next(&lines, &line))
		return;
	text = wire_text(reading->source, &line);
	if (!str_starts(text, STR("AP-")) || text.len < 22 || !ascii_is_digit(text.ptr[6]))
		return;
	wire_set(reading, &reading->doc->provider, STR("AP"));
	(void)snprintf(date, sizeof date, "20%.2s-%.2s-%.2sT%.2s:%.2sZ", text.ptr + 12, text.ptr + 6, text.ptr + 9, text.ptr + 15,
		text.ptr + 17);
	news_set(&reading->doc->published, news_date(&reading->doc->arena, str_of(date)));
}

/* Copy without lines in carets opens with its headline, which a '+' may end. */
static size_t read_plain_head(struct reading *reading, size_t from, size_t to)
{
	const struct source *source = reading->source;
	struct line_reader lines = line_reader_of(source, from, to);
	struct line line, slug = {0};
	while (line_reader_next(&lines, &line)) {
		size_t stop = line.to;
		if (line.from == line.to)
			continue;
		if (line.indent > 0)
			break;
		if (!slug.to) {
			slug = line;
			continue;
		}
		if (source->text[stop - 1] == '+')
			stop--;
		wire_set(reading, &reading->doc->section, wire_text(source, &slug));
		wire_write(reading, line.from, stop, WA_PARA_HEADLINE);
		return lines.at;
	}
	return from;
}

static bool read_anpa(struct reading *reading)
{
	const struct source *source = reading->source;
	size_t stx = wire_find(source, 0, WIRE_STX), from = stx < source->size ? stx + 1 : 0,
	       etx = wire_find(source, from, WIRE_ETX);
	if (from < etx && source->text[from] == '^')
		from = read_carets(reading, from, etx);
	else
		from = read_plain_head(reading, from, etx);
	write_copy(reading, from, etx);
	if (etx < source->size)
		read_time(reading, etx + 1);
	return true;
}

/* SOH, a letter and four digits; a unit separator or an agency's name follows. */
static unsigned sniff_anpa(const struct source *source, struct wa_str uri)
{
	size_t window = source->size < SNIFF_BYTES ? source->size : SNIFF_BYTES, soh = wire_find(source, 0, WIRE_SOH);
	(void)uri;
	if (soh + 40 > window || wire_find(source, soh, WIRE_STX) > window || !ascii_is_alpha(source->text[soh + 1]))
		return 0;
	for (size_t i = 2; i < 6; i++)
		if (!ascii_is_digit(source->text[soh + i]))
			return 0;
	return wire_find(source, soh, 0x1F) < soh + 16 ? 90 : 0;
}

const struct reader reader_anpa = {"anpa", sniff_anpa, read_anpa};
