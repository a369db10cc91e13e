#include "read/wire.h"

#include "base/str.h"
#include "read/copy.h"
#include "read/writer.h"

size_t wire_find(const struct source *source, size_t from, char byte)
{
	const char *found = from < source->size ? memchr(source->text + from, byte, source->size - from) : NULL;
	return found ? (size_t)(found - source->text) : source->size;
}

struct wa_str wire_text(const struct source *source, const struct line *line)
{
	return (struct wa_str){source->text + line->from, line->to - line->from};
}

void wire_write(struct reading *reading, size_t from, size_t to, enum wa_para_kind kind)
{
	struct doc *doc = reading->doc;
	struct writer writer = {.doc = doc, .source = reading->source};
	if (kind == WA_PARA_HEADLINE && doc->paras.count)
		kind = WA_PARA_SUMMARY;
	writer_text(&writer, from, to);
	if (!writer_close(&writer, kind) || kind != WA_PARA_HEADLINE)
		return;
	doc->has_headline = true;
	doc->title = arena_str(&doc->arena, doc_para_text(doc, 0));
}

void wire_set(struct reading *reading, struct wa_str *field, struct wa_str value)
{
	value = str_trim(value);
	if (!field->len && value.len)
		*field = arena_str(&reading->doc->arena, value);
}

void wire_byline(struct reading *reading, size_t from, size_t to)
{
	struct wa_str text = {reading->source->text + from, to - from};
	wire_set(reading, &reading->doc->byline, copy_opens_byline(reading->source->packs, text) ? copy_byline(text) : text);
	wire_write(reading, from, to, WA_PARA_CREDIT);
}

void wire_rest(struct reading *reading, size_t from, size_t to)
{
	struct doc *doc = reading->doc;
	size_t first = doc->paras.count;
	text_write(reading->source, doc, from, to);
	for (size_t i = first; i < doc->paras.count; i++)
		doc->paras.items[i].kind = WA_PARA_OTHER;
}
