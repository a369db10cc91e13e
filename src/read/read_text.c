/* Plain text: a headline, subheads, paragraphs. */
#include "base/str.h"
#include "base/utf8.h"
#include "read/copy_head.h"
#include "read/reader.h"
#include "read/text_layout.h"

#define LONGEST_HEADING 140u
/* Lines that may stand between a headline and the story: byline, date, dateline. */
#define HEADLINE_REACH 4u

/* A line that could be a heading: short, a few words, no closing mark. */
static bool is_heading(struct wa_str s)
{
	return s.len >= 3 && s.len <= LONGEST_HEADING && !text_is_closed(s);
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
		if (doc->paras.items[next].len > len && text_is_closed(doc_para_text(doc, next)))
			return true;
	return false;
}

void text_find_headings(struct doc *doc)
{
	for (size_t i = doc->has_headline; i + 1 < doc->paras.count; i++) {
		struct wa_str s = doc_para_text(doc, i);
		if (doc->paras.items[i].kind != WA_PARA_BODY || !is_heading(s) ||
			!leads_to_prose(doc, i, i == 0 ? HEADLINE_REACH : 1))
			continue;
		if (i == 0)
			doc->paras.items[i].kind = WA_PARA_HEADLINE;
		else if (text_is_closed(doc_para_text(doc, i - 1)) && is_title_case(s))
			doc->paras.items[i].kind = WA_PARA_SUBHEAD;
	}
	if (doc->paras.count && doc->paras.items[0].kind == WA_PARA_HEADLINE) {
		doc->has_headline = true;
		doc->title = arena_str(&doc->arena, doc_para_text(doc, 0));
	}
}

static bool read_text(struct reading *reading)
{
	size_t body = copy_head_write(reading->source, reading->doc, 0, reading->source->size);
	text_write(reading->source, reading->doc, body, reading->source->size);
	text_find_headings(reading->doc);
	return true;
}

static unsigned sniff_text(const struct source *source, struct wa_str uri)
{
	(void)source;
	return str_ends(uri, STR(".txt")) ? 60 : 1;
}

const struct reader reader_text = {"text", sniff_text, read_text};
