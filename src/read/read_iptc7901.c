/*
 * IPTC 7901, the text format of the teleprinter: a header line behind SOH, a slug, the copy between STX and ETX, the time
 * of day behind it. The copy opens with lines up to one that ends in '=': status words, the headline, the byline.
 */
#include "base/str.h"
#include "read/copy.h"
#include "read/news.h"
#include "read/reader.h"
#include "read/wire.h"

#define SNIFF_BYTES 512u
/* Lines from STX to the one that ends in '='. */
#define HEAD_LINES 8u

/* eca0003 3 i 380  dpa 0045: service and number, priority, category, words, agency and its number. */
static void read_header(struct reading *reading, struct wa_str line)
{
	struct wa_str words[8];
	size_t count = 0;
	for (size_t i = 0; i < line.len && count < 8;) {
		size_t start = i;
		while (i < line.len && !ascii_is_space(line.ptr[i]))
			i++;
		if (i > start)
			words[count++] = str_cut(line, start, i);
		i++;
	}
	if (count > 1 && words[1].len == 1 && ascii_is_digit(words[1].ptr[0]))
		wire_set(reading, &reading->doc->urgency, words[1]);
	if (count > 2 && words[2].len <= 3)
		wire_set(reading, &reading->doc->section, words[2]);
	if (count > 4 && ascii_is_alpha(words[count - 2].ptr[0]))
		wire_set(reading, &reading->doc->provider, words[count - 2]);
}

/* eca00075 3 i 510    dpa 1003, where the characters around it were lost: letters and digits, a digit, letters, a number, a name.
 */
static bool is_header(struct wa_str line)
{
	size_t i = 0, digits = 0;
	while (i < line.len && ascii_is_lower(line.ptr[i]))
		i++;
	while (i + digits < line.len && ascii_is_digit(line.ptr[i + digits]))
		digits++;
	if (i < 2 || i > 4 || digits < 3 || digits > 6 || line.len < i + digits + 8)
		return false;
	line = str_cut(line, i + digits, line.len);
	return line.ptr[0] == ' ' && ascii_is_digit(line.ptr[1]) && line.ptr[2] == ' ' && ascii_is_lower(line.ptr[3]) &&
	       ascii_is_digit(line.ptr[line.len - 1]);
}

/* Slugs between slashes. */
static bool is_slug(struct wa_str line)
{
	return line.len > 2 && line.ptr[line.len - 1] == '/' && !memchr(line.ptr, ' ', line.len);
}

/* A line of status words: EXTRA, 1ST LEAD, REFILE. */
static bool is_status(struct wa_str line)
{
	unsigned words = 1;
	for (size_t i = 0; i < line.len; i++) {
		if (ascii_is_lower(line.ptr[i]) || (unsigned char)line.ptr[i] >= 0x80)
			return false;
		words += line.ptr[i] == ' ';
	}
	return line.len > 0 && words <= 3;
}

static void write_head(struct reading *reading, const struct line *lines, size_t count)
{
	const struct source *source = reading->source;
	size_t from = 0, to = 0;
	for (size_t i = 0; i < count; i++) {
		struct wa_str text = wire_text(source, &lines[i]);
		bool byline = i && copy_opens_byline(source->packs, text);
		if (!from && is_status(text)) {
			wire_set(reading, &reading->doc->status, text);
		} else if (!byline) {
			from = from ? from : lines[i].from;
			to = lines[i].to;
		}
	}
	if (to > from)
		wire_write(reading, from, to, WA_PARA_HEADLINE);
	for (size_t i = 1; i < count; i++)
		if (copy_opens_byline(source->packs, wire_text(source, &lines[i])))
			wire_byline(reading, lines[i].from, lines[i].to);
}

/* The lines up to the one that ends in '='; returns where the copy begins. */
static size_t read_head(struct reading *reading, size_t from, size_t to)
{
	const struct source *source = reading->source;
	struct line_reader reader = line_reader_of(source, from, to);
	struct line lines[HEAD_LINES], line;
	size_t count = 0;
	while (count < HEAD_LINES && line_reader_next(&reader, &line)) {
		bool last = line.to > line.from && source->text[line.to - 1] == '=';
		if (line.from == line.to || is_slug(wire_text(source, &line)))
			continue;
		lines[count] = line;
		if (last) {
			while (lines[count].to > line.from &&
				(source->text[lines[count].to - 1] == '=' || ascii_is_space(source->text[lines[count].to - 1])))
				lines[count].to--;
			write_head(reading, lines, count + 1);
			return reader.at;
		}
		count++;
	}
	return from;
}

/* Where the story ends: a heading of notes or a row of stars, behind which nothing is for publication. */
static size_t find_notes(const struct source *source, size_t from, size_t to)
{
	struct line_reader reader = line_reader_of(source, from, to);
	struct line line;
	while (line_reader_next(&reader, &line)) {
		struct wa_str text = wire_text(source, &line);
		if (str_starts(text, STR("# ")) || str_starts(text, STR("## ")) || str_starts(text, STR("* * *")))
			return line.from;
	}
	return to;
}

/* 212101 GMT Nov 18: day, hour and minute, month and year. */
static void read_time(struct reading *reading, size_t at)
{
	struct line_reader reader = line_reader_of(reading->source, at, reading->source->size);
	struct line line;
	struct wa_str text, rest;
	char date[48];
	do {
		if (!line_reader_next(&reader, &line))
			return;
	} while (line.from == line.to);
	text = wire_text(reading->source, &line);
	if (text.len < 13)
		return;
	for (size_t i = 0; i < 6; i++)
		if (!ascii_is_digit(text.ptr[i]))
			return;
	rest = str_trim(str_cut(text, 6, text.len));
	if (str_starts(rest, STR("GMT")))
		rest = str_trim(str_cut(rest, 3, rest.len));
	if (rest.len < 6)
		return;
	(void)snprintf(date, sizeof date, "%.2s %c%.2s 20%.2s %.2s:%.2s GMT", text.ptr, rest.ptr[0] & ~0x20, rest.ptr + 1,
		rest.ptr + rest.len - 2, text.ptr + 2, text.ptr + 4);
	news_set(&reading->doc->published, news_date(&reading->doc->arena, str_of(date)));
}

/* Where the last line begins. */
static size_t last_line(const struct source *source)
{
	size_t at = source->size;
	while (at && ascii_is_space(source->text[at - 1]))
		at--;
	while (at && source->text[at - 1] != '\n' && source->text[at - 1] != '\r')
		at--;
	return at;
}

static bool read_iptc7901(struct reading *reading)
{
	const struct source *source = reading->source;
	size_t soh = wire_find(source, 0, WIRE_SOH), start = soh < source->size ? soh + 1 : 0,
	       stx = wire_find(source, start, WIRE_STX), etx, body, notes;
	struct line_reader header = line_reader_of(source, start, stx);
	struct line line;
	if (line_reader_next(&header, &line))
		read_header(reading, wire_text(source, &line));
	start = stx < source->size ? stx + 1 : header.at;
	etx = wire_find(source, start, WIRE_ETX);
	body = read_head(reading, start, etx);
	notes = find_notes(source, body, etx);
	text_write(source, reading->doc, body, notes);
	wire_rest(reading, notes, etx);
	/* where a gateway took the marks out it is the last line */
	read_time(reading, etx < source->size ? etx + 1 : last_line(source));
	return true;
}

static unsigned sniff_iptc7901(const struct source *source, struct wa_str uri)
{
	size_t window = source->size < SNIFF_BYTES ? source->size : SNIFF_BYTES, soh = wire_find(source, 0, WIRE_SOH);
	size_t stx = wire_find(source, soh, WIRE_STX);
	struct line_reader lines = line_reader_of(source, 0, window);
	struct line line;
	(void)uri;
	if (soh < window && stx < window)
		return wire_find(source, stx, WIRE_ETX) < source->size ? 80 : 0;
	return line_reader_next(&lines, &line) && is_header(wire_text(source, &line)) ? 80 : 0;
}

const struct reader reader_iptc7901 = {"iptc7901", sniff_iptc7901, read_iptc7901};
