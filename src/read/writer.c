#include "read/writer.h"

#include "base/eight.h"
#include "base/utf8.h"

enum byte_class {
	B_PLAIN,
	B_SPACE,
	B_LEAD, /* may begin white space beyond ASCII */
};

static const uint8_t byte_classes[256] = {
	['\t'] = B_SPACE,
	['\n'] = B_SPACE,
	['\v'] = B_SPACE,
	['\f'] = B_SPACE,
	['\r'] = B_SPACE,
	[' '] = B_SPACE,
	[0x1C] = B_SPACE,
	[0x1D] = B_SPACE,
	[0x1E] = B_SPACE,
	[0x1F] = B_SPACE,
	[0xC2] = B_LEAD,
	[0xE1] = B_LEAD,
	[0xE2] = B_LEAD,
	[0xE3] = B_LEAD,
};

static bool is_wide_space(uint32_t point)
{
	return utf8_is_space(point) ? point != 0x200B && point != 0xFEFF : point == 0x85;
}

size_t writer_is_space(const char *at, const char *end)
{
	uint32_t point;
	size_t len;
	switch (byte_classes[(unsigned char)*at]) {
	case B_SPACE:
		return 1;
	case B_LEAD:
		len = utf8_decode(at, end, &point);
		return is_wide_space(point) ? len : 0;
	}
	return 0;
}

void writer_space(struct writer *writer, size_t from, size_t to)
{
	if (!writer->space)
		writer->space_from = from;
	writer->space = true;
	writer->space_to = to;
}

/* Puts the waiting space, if the paragraph has begun; `next` is where the next character stands. */
static void flush_space(struct writer *writer)
{
	const struct source *source = writer->source;
	size_t from = writer->space_from, to = writer->space_to;
	uint32_t src, end;
	if (!writer->space)
		return;
	writer->space = false;
	if (!doc_open_len(writer->doc))
		return;
	if (to - from == 1 && source->text[from] == ' ') {
		source_put(source, writer->doc, from, to);
		return;
	}
	src = source_at(source, from);
	end = source_end(source, to); /* before src when nothing stands between two parts of a derived source */
	doc_put(writer->doc, RUN_SPACE, " ", 1, src, end > src ? end - src : 0);
}

/* True when eight bytes are ASCII that needs no folding, and no space at their end has another behind it: nearly all of any copy.
 */
static bool is_plain8(const char *at)
{
	uint64_t x = eight_at(at), next = eight_at(at + 1);
	if (!eight_is_ascii(x | next) || eight_below(x, ' '))
		return false;
	return !(eight_below(x, ' ' + 1) & eight_below(next, ' ' + 1));
}

/* End of the text from `at` on that needs no folding: single spaces between other characters are left alone. */
static size_t plain_stretch(const char *text, size_t at, size_t to)
{
	while (at < to) {
		unsigned char c;
		while (to - at > 8 && is_plain8(text + at))
			at += 8;
		c = (unsigned char)text[at];
		if (byte_classes[c] == B_PLAIN) {
			at++;
		} else if (byte_classes[c] == B_LEAD) {
			if (writer_is_space(text + at, text + to))
				break;
			at++;
		} else if (c == ' ' && at + 1 < to && byte_classes[(unsigned char)text[at + 1]] == B_PLAIN) {
			at += 2;
		} else {
			break;
		}
	}
	return at;
}

void writer_text(struct writer *writer, size_t from, size_t to)
{
	const char *text = writer->source->text;
	while (from < to) {
		size_t len = writer_is_space(text + from, text + to), stop;
		if (len) {
			writer_space(writer, from, from + len);
			from += len;
			continue;
		}
		flush_space(writer);
		stop = plain_stretch(text, from, to);
		source_put(writer->source, writer->doc, from, stop);
		from = stop;
	}
}

void writer_char(struct writer *writer, const char *utf8, size_t len, size_t from, size_t to)
{
	uint32_t src;
	if (writer_is_space(utf8, utf8 + len)) {
		writer_space(writer, from, to);
		return;
	}
	flush_space(writer);
	src = source_at(writer->source, from);
	doc_put(writer->doc, RUN_ENTITY, utf8, len, src, source_end(writer->source, to) - src);
}

bool writer_close(struct writer *writer, enum wa_para_kind kind)
{
	writer->space = false;
	return doc_close(writer->doc, kind);
}
