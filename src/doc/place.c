#include "doc/place.h"

#include <string.h>

#include "base/utf8.h"

/* Index of the last run that starts at or before `text`; 0 when there is none. */
static size_t run_at(const struct doc *doc, uint32_t text)
{
	size_t low = 0, high = doc->runs.count;
	while (high - low > 1) {
		size_t middle = low + (high - low) / 2;
		if (doc->runs.items[middle].text <= text)
			low = middle;
		else
			high = middle;
	}
	return low;
}

/* Source offset of text byte `into` of a run that has to be decoded to be counted; with `after`, the end of the character there. */
static uint32_t decoded_offset(
	const struct doc *doc, const struct run *run, const unsigned char *bytes, size_t size, uint32_t into, bool after)
{
	const unsigned char *at = bytes + run->src, *end = at + run->src_len;
	struct decoder decoder;
	uint32_t text = 0;
	if ((size_t)run->src + run->src_len > size || !decoder_init(&decoder, &doc->charset))
		return run->src;
	while (at < end) {
		uint32_t point;
		bool broken;
		char utf8[4];
		size_t len = decoder_step(&decoder, at, end, &point, &broken);
		uint32_t next = text + (uint32_t)utf8_encode(point, utf8);
		if (next > into) {
			at += after ? len : 0;
			break;
		}
		text = next;
		at += len;
	}
	decoder_release(&decoder);
	return (uint32_t)(at - bytes);
}

/* Source offset of one text byte: its start, or with `after` the end of what it came from. */
static uint32_t source_of(const struct doc *doc, const unsigned char *bytes, size_t size, uint32_t text, bool after)
{
	const struct run *run;
	uint32_t into;
	if (!doc->runs.count)
		return 0;
	run = &doc->runs.items[run_at(doc, text)];
	into = text - run->text;
	if (text < run->text || into >= run->text_len)
		return run->src + run->src_len;
	switch (run->kind) {
	case RUN_VERBATIM:
		return run->src + into + after;
	case RUN_SPACE:
	case RUN_ENTITY:
	case RUN_ENCODED:
		return run->src + (after ? run->src_len : 0);
	case RUN_CHARSET:
	case RUN_REPLACED:
		return decoded_offset(doc, run, bytes, size, into, after);
	}
	return run->src;
}

/* What `src` counts in: the part of an archive that was read, else the file. */
static void use_member(const struct doc *doc, const void **bytes, size_t *size)
{
	if (!doc->member)
		return;
	*bytes = doc->member;
	*size = doc->member_size;
}

void doc_source(const struct doc *doc, const void *bytes, size_t size, uint32_t from, uint32_t to, uint32_t *start, uint32_t *end)
{
	use_member(doc, &bytes, &size);
	*start = source_of(doc, bytes, size, from, false);
	*end = to > from ? source_of(doc, bytes, size, to - 1, true) : *start;
	if (*end < *start)
		*end = *start;
}

/* Counts on to source byte `to`: from where the walk stands, or from the start of the line when it stands in another or behind. */
static void walk_to(const struct doc *doc, const unsigned char *bytes, size_t size, size_t to, struct place_walk *walk)
{
	size_t start = lines_start(&doc->lines, bytes, size, walk->at <= to ? walk->at : 0, to);
	struct decoder decoder;
	if (start != walk->at)
		*walk = (struct place_walk){.line = start, .at = start};
	if (!decoder_init(&decoder, &doc->charset))
		return;
	while (walk->at < to) {
		uint32_t point;
		bool broken;
		walk->at += decoder_step(&decoder, bytes + walk->at, bytes + to, &point, &broken);
		walk->points++;
		walk->utf16 += point >= 0x10000 ? 2 : 1;
		walk->cells += point == '\t' ? 8 - walk->cells % 8 : wa_point_cells(point);
	}
	decoder_release(&decoder);
}

bool doc_place(const struct doc *doc, const void *bytes, size_t size, size_t para, struct wa_span span, struct place_walk *walk,
	struct wa_place *place)
{
	struct place_walk end;
	uint32_t from, to, len;
	use_member(doc, &bytes, &size);
	if (para >= doc->paras.count)
		return false;
	len = doc->paras.items[para].len;
	from = doc->paras.items[para].text + (span.start < len ? span.start : len);
	to = doc->paras.items[para].text + (span.end < len ? span.end : len);
	*place = (struct wa_place){0};
	doc_source(doc, bytes, size, from, to, &place->src_start, &place->src_end);
	if (place->src_end > size)
		return false;
	walk_to(doc, bytes, size, place->src_start, walk);
	place->line = lines_at(&doc->lines, bytes, size, place->src_start);
	place->column_bytes = (uint32_t)(place->src_start > walk->line ? place->src_start - walk->line : 0) + 1;
	place->column_utf16 = walk->utf16 + 1;
	place->column_points = walk->points + 1;
	place->column_cells = walk->cells + 1;
	end = *walk; /* the next place may begin before this one ends */
	walk_to(doc, bytes, size, place->src_end, &end);
	place->end_line = lines_at(&doc->lines, bytes, size, place->src_end);
	place->end_column_points = end.points + 1;
	return true;
}
