#include "read/source.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "base/error.h"
#include "base/str.h"
#include "base/utf8.h"
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
		*last = (struct source_segment){.text = text, .src = src, .kind = kind};
}

static enum run_kind kind_of(const struct charset *set, uint32_t point, size_t len, bool broken)
{
	if (broken)
		return RUN_REPLACED;
	if (set->kind == CHARSET_UTF8)
		return RUN_VERBATIM;
	return point < 0x80 && len == 1 ? RUN_VERBATIM : RUN_CHARSET;
}

/* Length of the ASCII text at `at`, which is the same in all sets of single bytes and in UTF-8. */
static size_t plain_len(const struct charset *set, const unsigned char *at, const unsigned char *end)
{
	const unsigned char *start = at;
	if (set->kind != CHARSET_UTF8 && set->kind != CHARSET_BYTES)
		return 0;
	while (at < end && *at < 0x80 && *at)
		at++;
	return (size_t)(at - start);
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
		size_t len = plain_len(&source->charset, at, end);
		if (len) {
			if (!vec_reserve(&text, text.count + len))
				break;
			add_segment(source, (uint32_t)text.count, (uint32_t)(at - bytes), RUN_VERBATIM);
			memcpy(text.items + text.count, at, len);
			text.count += len;
			at += len;
			continue;
		}
		len = decoder_step(&decoder, at, end, &point, &broken);
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
	return error_set(error, WA_ERR_FORMAT, uri, 0,
		"this is no text but %s; expected text, a page, XML, JSON, mail, or a Word or OpenDocument file", what);
}

static void add_note(struct source *source, const char *format, ...) __attribute__((format(printf, 2, 3)));

static void add_note(struct source *source, const char *format, ...)
{
	size_t len = strlen(source->note);
	va_list args;
	va_start(args, format);
	if (len)
		len += (size_t)snprintf(source->note + len, sizeof source->note - len, "; ");
	(void)vsnprintf(source->note + len, sizeof source->note - len, format, args);
	va_end(args);
}

enum wa_status source_open(struct source *source, const char *uri, const void *bytes, size_t size, struct wa_error *error)
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
	source->charset = choice.set;
	lines_mark(&source->lines, choice.set.kind, bytes, size);
	if (source->lines.marks.failed) {
		source_close(source);
		return error_nomem(error);
	}
	if (choice.set.kind == CHARSET_UTF8 && choice.valid) {
		source->text = (const char *)bytes + choice.bom;
		source->size = size - choice.bom;
	} else if (!decode(source, &broken, &first)) {
		source_close(source);
		return error_nomem(error);
	}
	if (choice.declared_wrong)
		add_note(source, "declared as %s, read as %s", choice.declared, choice.set.name);
	if (broken)
		add_note(source, "%zu broken %s character%s shown as U+FFFD, the first at byte %zu (line %u)", broken,
			choice.set.name, broken == 1 ? "" : "s", first, lines_at(&source->lines, bytes, size, (uint32_t)first));
	return WA_OK;
}

void source_close(struct source *source)
{
	free(source->owned);
	vec_release(&source->segments);
	lines_release(&source->lines);
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

/* Source offset within a segment: where its text offset `text` begins. */
static uint32_t offset_in(const struct source *source, const struct source_segment *segment, size_t text)
{
	switch (segment->kind) {
	case RUN_VERBATIM:
		return segment->src + (uint32_t)(text - segment->text);
	case RUN_CHARSET:
	case RUN_REPLACED:
		return decode_to(source, segment, text);
	case RUN_ENTITY:
	case RUN_ENCODED:
	case RUN_SPACE:
		break;
	}
	return segment->src;
}

uint32_t source_at(const struct source *source, size_t text)
{
	if (!source->segments.count)
		return (uint32_t)(text + source->base);
	return offset_in(source, &source->segments.items[segment_at(source, text)], text);
}

uint32_t source_end(const struct source *source, size_t text)
{
	const struct source_segment *segment;
	if (!source->segments.count || !text)
		return source_at(source, text);
	segment = &source->segments.items[segment_at(source, text - 1)];
	return segment->kind == RUN_ENTITY || segment->kind == RUN_ENCODED ? segment->src + segment->src_len
									   : offset_in(source, segment, text);
}

/* End of the part of text [from, to) that lies in the i-th segment. */
static size_t segment_stop(const struct source *source, size_t i, size_t to)
{
	if (i + 1 < source->segments.count && source->segments.items[i + 1].text < to)
		return source->segments.items[i + 1].text;
	return to;
}

void source_put(const struct source *source, struct doc *doc, size_t from, size_t to)
{
	if (!source->segments.count) {
		doc_put(doc, RUN_VERBATIM, source->text + from, to - from, (uint32_t)(from + source->base), (uint32_t)(to - from));
		return;
	}
	for (size_t i = segment_at(source, from); from < to; i++) {
		size_t stop = segment_stop(source, i, to);
		uint32_t src = source_at(source, from);
		doc_put(doc, source->segments.items[i].kind, source->text + from, stop - from, src, source_end(source, stop) - src);
		from = stop;
	}
}

void source_derive(struct derivation *derivation, struct source *inner, const struct source *outer)
{
	*inner = (struct source){.text = "",
		.bytes = outer->bytes,
		.byte_count = outer->byte_count,
		.charset = outer->charset,
		.packs = outer->packs};
	*derivation = (struct derivation){.inner = inner, .outer = outer};
}

/* Appends text and the segment that leads back from it. */
static void derive(struct derivation *d, const char *text, size_t len, const struct source_segment *segment)
{
	struct source_segment *kept = vec_push(&d->inner->segments);
	if (!kept || !vec_reserve(&d->text, d->text.count + len))
		return;
	*kept = *segment;
	kept->text = (uint32_t)d->text.count;
	memcpy(d->text.items + d->text.count, text, len);
	d->text.count += len;
}

void source_derive_text(struct derivation *d, size_t from, size_t to)
{
	const struct source *outer = d->outer;
	struct source_segment segment = {.kind = RUN_VERBATIM, .src = (uint32_t)(from + outer->base)};
	if (from >= to)
		return;
	if (!outer->segments.count) {
		derive(d, outer->text + from, to - from, &segment);
		return;
	}
	for (size_t i = segment_at(outer, from); from < to; i++) {
		size_t stop = segment_stop(outer, i, to);
		segment = outer->segments.items[i];
		segment.src = source_at(outer, from);
		derive(d, outer->text + from, stop - from, &segment);
		from = stop;
	}
}

void source_derive_char(struct derivation *d, enum run_kind kind, const char *utf8, size_t len, size_t from, size_t to)
{
	struct source_segment segment = {.kind = kind, .src = source_at(d->outer, from)};
	segment.src_len = source_end(d->outer, to) - segment.src;
	derive(d, utf8, len, &segment);
}

bool source_derive_close(struct derivation *d)
{
	struct source *inner = d->inner;
	inner->owned = d->text.items;
	inner->text = d->text.items ? d->text.items : "";
	inner->size = d->text.count;
	return !d->text.failed && !inner->segments.failed;
}
