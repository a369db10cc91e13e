#include "read/source.h"

#include <string.h>

#include "base/error.h"
#include "base/str.h"
#include "base/utf8.h"
#include "doc/place.h"
#include "read/charset.h"

/* Index of the segment that holds text offset `text`. */
static size_t segment_at(const struct source *source, size_t text)
{
	size_t low = 0, high = source->segments.count;
	while (high - low > 1) {
		size_t middle = low + (high - low) / 2;
		if (source->segments.items[middle].text <= text)
			low = middle;
		else
			high = middle;
	}
	return low;
}

/* Long decoded segments are cut, so that counting into one stays cheap. */
#define SEGMENT_TEXT 1024u

static void add_segment(struct source *source, uint32_t text, uint32_t src, enum run_kind kind)
{
	struct source_segment *last = source->segments.count ? &source->segments.items[source->segments.count - 1] : NULL;
	if (last && last->kind == kind && (kind == RUN_VERBATIM || text - last->text < SEGMENT_TEXT))
		return;
	last = vec_push(&source->segments);
	if (last)
		*last = (struct source_segment){text, src, kind};
}

static enum run_kind kind_of(const struct charset *set, uint32_t point, size_t len, bool broken)
{
	if (broken)
		return RUN_REPLACED;
	if (set->kind == CHARSET_UTF8)
		return RUN_VERBATIM;
	return point < 0x80 && len == 1 ? RUN_VERBATIM : RUN_CHARSET;
}

/* Decodes everything from `base` on. Counts broken characters and finds the first. */
static bool decode(struct source *source, size_t *broken_count, size_t *first_broken)
{
	const unsigned char *bytes = source->bytes, *at = bytes + source->base, *end = bytes + source->byte_count;
	VEC(char) text = {0};
	struct decoder decoder;
	if (!decoder_init(&decoder, &source->charset))
		return false;
	(void)vec_reserve(&text, (size_t)(end - at) + (size_t)(end - at) / 8 + 8);
	while (at < end && !text.failed) {
		uint32_t point;
		bool broken;
		size_t len = decoder_step(&decoder, at, end, &point, &broken);
		if (!vec_reserve(&text, text.count + 4))
			break;
		add_segment(source, (uint32_t)text.count, (uint32_t)(at - bytes), kind_of(&source->charset, point, len, broken));
		if (broken && !(*broken_count)++)
			*first_broken = (size_t)(at - bytes);
		text.count += utf8_encode(point, text.items + text.count);
		at += len;
	}
	decoder_release(&decoder);
	source->owned = text.items;
	source->text = text.items ? text.items : "";
	source->size = text.count;
	return !text.failed && !source->segments.failed;
}

/* Guards against reading pictures and programs as text. */
static enum wa_status refuse_binary(const char *uri, const unsigned char *bytes, size_t size, struct wa_error *error)
{
	const char *what = charset_binary(bytes, size);
	if (!what)
		return WA_OK;
	return error_set(error, WA_ERR_FORMAT, uri, 0, "this is no text but %s; expected plain text or HTML", what);
}

enum wa_status source_open(
	struct source *source, const char *uri, const void *bytes, size_t size, struct doc *doc, struct wa_error *error)
{
	struct charset_choice choice;
	size_t broken = 0, first = 0;
	enum wa_status status;
	*source = (struct source){.bytes = bytes, .byte_count = size, .text = ""};
	choice = charset_choose(bytes, size);
	if (choice.set.kind != CHARSET_UTF16LE && choice.set.kind != CHARSET_UTF16BE) {
		status = refuse_binary(uri, bytes, size, error);
		if (status != WA_OK)
			return status;
	}
	source->base = choice.bom;
	source->charset = doc->charset = choice.set;
	doc_mark_lines(doc, bytes, size);
	if (choice.set.kind == CHARSET_UTF8 && choice.valid) {
		source->text = (const char *)bytes + choice.bom;
		source->size = size - choice.bom;
	} else if (!decode(source, &broken, &first)) {
		source_close(source);
		return error_nomem(error);
	}
	if (choice.declared_wrong)
		doc_note(doc, "declared as %s, read as %s", choice.declared, choice.set.name);
	if (broken)
		doc_note(doc, "%zu broken %s character%s shown as U+FFFD, the first at byte %zu (line %u)", broken, choice.set.name,
			broken == 1 ? "" : "s", first, doc_line(doc, bytes, size, (uint32_t)first));
	return WA_OK;
}

void source_close(struct source *source)
{
	free(source->owned);
	vec_release(&source->segments);
	*source = (struct source){.text = ""};
}

/* Source offset of text offset `text` inside a decoded segment: decodes from the segment's start. */
static uint32_t decode_to(const struct source *source, const struct source_segment *segment, size_t text)
{
	const unsigned char *bytes = source->bytes, *at = bytes + segment->src, *end = bytes + source->byte_count;
	struct decoder decoder;
	size_t done = segment->text;
	if (!decoder_init(&decoder, &source->charset))
		return segment->src;
	while (at < end && done < text) {
		uint32_t point;
		bool broken;
		char utf8[4];
		at += decoder_step(&decoder, at, end, &point, &broken);
		done += utf8_encode(point, utf8);
	}
	decoder_release(&decoder);
	return (uint32_t)(at - bytes);
}

uint32_t source_at(const struct source *source, size_t text)
{
	const struct source_segment *segment;
	if (!source->segments.count)
		return (uint32_t)(text + source->base);
	segment = &source->segments.items[segment_at(source, text)];
	if (segment->kind == RUN_VERBATIM)
		return segment->src + (uint32_t)(text - segment->text);
	return decode_to(source, segment, text);
}

void source_put(const struct source *source, struct doc *doc, size_t from, size_t to)
{
	size_t i;
	if (!source->segments.count) {
		doc_put(doc, RUN_VERBATIM, source->text + from, to - from, (uint32_t)(from + source->base), (uint32_t)(to - from));
		return;
	}
	for (i = segment_at(source, from); from < to; i++) {
		size_t stop = i + 1 < source->segments.count && source->segments.items[i + 1].text < to
				      ? source->segments.items[i + 1].text
				      : to;
		uint32_t src = source_at(source, from);
		doc_put(doc, source->segments.items[i].kind, source->text + from, stop - from, src, source_at(source, stop) - src);
		from = stop;
	}
}
