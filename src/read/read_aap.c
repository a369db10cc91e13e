/*
 * AAP's plain text: "ZCZC", control lines told by their first character, the copy, "NNNN"; or fields named by two letters and
 * '#'.
 */
#include "base/array.h"
#include "base/str.h"
#include "read/news.h"
#include "read/reader.h"
#include "read/wire.h"

#define SNIFF_BYTES 64u

enum field { FIELD_NONE, FIELD_HEADLINE, FIELD_SUMMARY, FIELD_BYLINE, FIELD_SOURCE, FIELD_DATE, FIELD_TEXT };

static const struct {
	const char *name;
	enum field field;
} fields[] = {
	{"TI#", FIELD_HEADLINE},
	{"AB#", FIELD_SUMMARY},
	{"BY#", FIELD_BYLINE},
	{"SO#", FIELD_SOURCE},
	{"PD#", FIELD_DATE},
	{"TX#", FIELD_TEXT},
};

static bool is_field(struct wa_str line)
{
	return line.len >= 3 && ascii_is_upper(line.ptr[0]) && ascii_is_upper(line.ptr[1]) && line.ptr[2] == '#';
}

/* A field; true when the copy begins with it. */
static bool take_field(struct reading *reading, const struct line *line)
{
	struct wa_str text = wire_text(reading->source, line);
	enum field field = FIELD_NONE;
	size_t from = line->from + 3;
	for (size_t i = 0; i < ARRAY_COUNT(fields); i++)
		if (str_starts(text, str_of(fields[i].name)))
			field = fields[i].field;
	text = str_cut(text, 3, text.len);
	switch (field) {
	case FIELD_HEADLINE:
		wire_write(reading, from, line->to, WA_PARA_HEADLINE);
		break;
	case FIELD_SUMMARY:
		wire_write(reading, from, line->to, WA_PARA_SUMMARY);
		break;
	case FIELD_BYLINE:
		wire_byline(reading, from, line->to);
		break;
	case FIELD_SOURCE:
		wire_set(reading, &reading->doc->source, text);
		break;
	case FIELD_DATE:
		news_set(&reading->doc->published, news_date(&reading->doc->arena, text));
		break;
	case FIELD_TEXT:
		return true;
	case FIELD_NONE:
		break;
	}
	return false;
}

/* Lines of codes, slugs and places before the copy, one kind a first character. */
static bool is_control(struct wa_str line)
{
	return line.len && strchr("%$:#=*^&+@~", line.ptr[0]) != NULL;
}

static void take_control(struct reading *reading, const struct line *where)
{
	struct wa_str line = wire_text(reading->source, where), text = str_trim(str_cut(line, 1, line.len));
	if (line.ptr[0] == '^' || (line.ptr[0] == '$' && str_find(text, STR(" ")) != SIZE_MAX))
		wire_write(reading, where->from + 1, where->to, WA_PARA_HEADLINE);
	else if (line.ptr[0] == ':' && text.len > 2 && text.ptr[0] == '(')
		wire_set(reading, &reading->doc->dateline, str_cut(text, 1, text.len - 1));
	else if (line.ptr[0] == ':' && !ascii_is_digit(text.len ? text.ptr[0] : '0'))
		wire_set(reading, &reading->doc->source, text);
}

/* "YY TDA", "HH RFG (3RR)": where the copy is to go. */
static bool is_routing(struct wa_str line)
{
	return line.len > 3 && ascii_is_upper(line.ptr[0]) && line.ptr[1] == line.ptr[0] && line.ptr[2] == ' ';
}

/* Goes over the lines before the copy; returns where it begins. */
static size_t read_head(struct reading *reading)
{
	const struct source *source = reading->source;
	struct line_reader lines = line_reader_of(source, 0, source->size);
	struct line line;
	size_t body = 0;
	while (line_reader_next(&lines, &line)) {
		struct wa_str text = wire_text(source, &line);
		body = lines.at;
		if (!text.len || str_starts_nocase(text, STR("ZCZC")) || is_routing(text))
			continue;
		if (is_field(text)) {
			if (take_field(reading, &line))
				return body;
		} else if (is_control(text)) {
			take_control(reading, &line);
		} else {
			return line.from;
		}
	}
	return body;
}

static size_t find_end(const struct source *source, size_t from)
{
	struct line_reader lines = line_reader_of(source, from, source->size);
	struct line line;
	while (line_reader_next(&lines, &line))
		if (str_eq(wire_text(source, &line), STR("NNNN")))
			return line.from;
	return source->size;
}

static bool read_aap(struct reading *reading)
{
	size_t body = read_head(reading);
	text_write(reading->source, reading->doc, body, find_end(reading->source, body));
	text_find_headings(reading->doc);
	wire_set(reading, &reading->doc->provider, STR("AAP"));
	return true;
}

static unsigned sniff_aap(const struct source *source, struct wa_str uri)
{
	struct wa_str head = str_trim((struct wa_str){source->text, source->size < SNIFF_BYTES ? source->size : SNIFF_BYTES});
	(void)uri;
	return str_starts_nocase(head, STR("ZCZC")) ? 90 : 0;
}

const struct reader reader_aap = {"aap", sniff_aap, read_aap};
