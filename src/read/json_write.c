#include "read/json_write.h"

#include "base/str.h"
#include "read/html_meta.h"
#include "read/html_write.h"
#include "read/text_layout.h"

struct wa_str json_text(const struct json *json, uint32_t node, struct arena *arena)
{
	struct wa_str raw = json_raw(json, node);
	const char *at = raw.ptr, *end = raw.ptr + raw.len;
	char *out = arena_alloc(arena, raw.len + 1);
	size_t len = 0;
	if (!out)
		return (struct wa_str){0};
	while (at < end) {
		char utf8[JSON_ESCAPE_UTF8] = {*at};
		size_t utf8_len = 1, taken = *at == '\\' ? json_escape(at, end, utf8, &utf8_len) : 1;
		memcpy(out + len, utf8, utf8_len);
		len += utf8_len;
		at += taken;
	}
	return html_meta_text(arena, (struct wa_str){out, len});
}

/* Opens a string's content as a source; false when memory ran out. Closed by the caller in either case. */
static bool open_string(const struct json *json, uint32_t node, const struct source *source, struct source *inner)
{
	struct derivation derivation;
	source_derive(&derivation, inner, source);
	json_derive(&derivation, json->nodes.items[node].from, json->nodes.items[node].to);
	return source_derive_close(&derivation);
}

bool json_write_line(const struct json *json, uint32_t node, const struct source *source, struct doc *doc, enum wa_para_kind kind)
{
	struct source inner;
	struct writer writer = {.doc = doc, .source = &inner};
	bool wrote = false;
	if (!node || !json_is_text(json, node))
		return false;
	if (open_string(json, node, source, &inner)) {
		html_write_text(&writer, 0, inner.size);
		wrote = writer_close(&writer, kind);
	} else {
		doc->text.failed = true;
	}
	source_close(&inner);
	return wrote;
}

static bool has_tag(const struct source *source)
{
	const char *at = source->text, *end = at + source->size;
	while (at < end && (at = memchr(at, '<', (size_t)(end - at))) != NULL) {
		at++;
		if (at < end && (ascii_is_alpha(*at) || *at == '/' || *at == '!'))
			return true;
	}
	return false;
}

bool json_write_copy(const struct json *json, uint32_t node, const struct source *source, struct doc *doc)
{
	struct source inner;
	bool ok;
	if (!node || !json_is_text(json, node))
		return true;
	ok = open_string(json, node, source, &inner);
	if (ok && has_tag(&inner))
		ok = html_write_fragment(&inner, doc, false);
	else if (ok)
		text_write(&inner, doc, 0, inner.size);
	source_close(&inner);
	return ok;
}
