#include "read/reading.h"

#include "base/str.h"
#include "read/copy.h"

/* Ids are kept readable but for what would end or part a URI. */
static struct wa_str fragment_of(struct arena *arena, struct wa_str id)
{
	static const char hex[] = "0123456789ABCDEF";
	char *out = arena_alloc(arena, id.len * 3 + 1);
	size_t len = 0;
	if (!out)
		return (struct wa_str){0};
	for (size_t i = 0; i < id.len; i++) {
		unsigned char c = (unsigned char)id.ptr[i];
		if (c > ' ' && c != '#' && c != '%' && c != '"' && c != '<' && c != '>' && c != 0x7F) {
			out[len++] = (char)c;
			continue;
		}
		out[len++] = '%';
		out[len++] = hex[c >> 4];
		out[len++] = hex[c & 15];
	}
	out[len] = '\0';
	return (struct wa_str){out, len};
}

static void open_doc(struct reading *reading)
{
	doc_init(reading->doc);
	reading->doc->format = reading->format;
	reading->doc->charset = reading->source->charset;
}

/* Hands the document on; what the visitor left of it is released. */
static void hand_on(struct reading *reading)
{
	struct doc *doc = reading->doc;
	copy_sort(doc, reading->source->packs);
	doc_keep_lines(doc, &reading->source->lines);
	if (reading->source->note[0]) {
		doc_note(doc, "%s", reading->source->note);
		doc->damaged = true;
	}
	if (reading->member) {
		doc->member = reading->member->bytes;
		doc->member_size = reading->member->size;
		*reading->member = (struct member){0};
	}
	reading->failed |= doc_failed(doc);
	if (!reading->failed)
		reading->stopped |= !reading->visit(reading->context, doc);
	doc_release(doc);
}

/* The fragment for the document just begun: its id, and its number when there is none or it is another's. */
static struct wa_str fragment_for(struct reading *reading)
{
	struct arena *arena = &reading->doc->arena;
	struct wa_str id = {reading->id.items, reading->id.count};
	bool is_new = true;
	if (!id.len)
		return str_of(arena_printf(arena, "%u", reading->count));
	id = fragment_of(arena, id);
	if (!id_set_add(&reading->ids, id, &is_new))
		reading->failed = true;
	return is_new ? id : str_of(arena_printf(arena, "%.*s~%u", (int)id.len, id.ptr, reading->count));
}

static void keep_id(struct reading *reading, struct wa_str id)
{
	id = str_trim(id);
	reading->id.count = 0;
	if (!id.len || !vec_reserve(&reading->id, id.len))
		return;
	memcpy(reading->id.items, id.ptr, id.len);
	reading->id.count = id.len;
}

bool reading_next(struct reading *reading, struct wa_str id)
{
	keep_id(reading, id);
	reading->failed |= reading->id.failed;
	if (reading->count) {
		hand_on(reading);
		if (reading->failed || reading->stopped) {
			reading->count++;
			doc_init(reading->doc);
			return false;
		}
		open_doc(reading);
	}
	reading->count++;
	reading->doc->id = fragment_for(reading);
	return true;
}

bool reading_run(struct reading *reading, bool (*read)(struct reading *reading))
{
	open_doc(reading);
	if (!read(reading))
		reading->failed = true;
	if (reading->failed || reading->stopped)
		doc_release(reading->doc);
	else
		hand_on(reading);
	id_set_release(&reading->ids);
	vec_release(&reading->id);
	return !reading->failed;
}
