#include "read/xml_write.h"

#include "base/array.h"
#include "base/str.h"
#include "read/html_write.h"
#include "read/text_layout.h"

/* Appends text [from, to) with its character references decoded. */
static void derive_decoded(struct derivation *d, size_t from, size_t to)
{
	const char *text = d->outer->text;
	while (from < to) {
		const char *ref = memchr(text + from, '&', to - from);
		size_t at = ref ? (size_t)(ref - text) : to, len, utf8_len;
		char utf8[HTML_ENTITY_UTF8];
		source_derive_text(d, from, at);
		if (!ref)
			return;
		len = html_entity(ref, text + to, utf8, &utf8_len);
		if (len)
			source_derive_char(d, RUN_ENTITY, utf8, utf8_len, at, at + len);
		else
			source_derive_text(d, at, at + 1);
		from = at + (len ? len : 1);
	}
}

/* Length of the character reference at `at` when it stands for `c`, however it is written; 0 else. */
static size_t ref_len(const char *at, const char *end, char c)
{
	char utf8[HTML_ENTITY_UTF8];
	size_t utf8_len, len = at < end && *at == '&' ? html_entity(at, end, utf8, &utf8_len) : 0;
	return len && utf8_len == 1 && utf8[0] == c ? len : 0;
}

/* Offset of the next reference that stands for '<', `to` when there is none. */
static size_t next_lt(const char *text, size_t at, size_t to)
{
	while (at < to) {
		const char *found = memchr(text + at, '&', to - at);
		if (!found)
			return to;
		at = (size_t)(found - text);
		if (ref_len(found, text + to, '<'))
			return at;
		at++;
	}
	return to;
}

/* Offset of what ends the escaped tag at `at` ("&lt;p&gt;"); 0 when it is none. */
static size_t escaped_tag(const char *text, size_t at, size_t to)
{
	size_t i = at + ref_len(text + at, text + to, '<');
	if (i < to && text[i] == '/')
		i++;
	if (i >= to || !(ascii_is_alpha(text[i]) || text[i] == '!'))
		return 0;
	for (; i < to && text[i] != '<'; i++) {
		if (text[i] == '>' || ref_len(text + i, text + to, '>'))
			return i;
		if (ref_len(text + i, text + to, '<'))
			return 0;
	}
	return 0;
}

/* Offset of the first escaped tag at or behind `at`; `to` when there is none. */
static size_t next_escaped_tag(const char *text, size_t at, size_t to)
{
	for (at = next_lt(text, at, to); at < to && !escaped_tag(text, at, to);)
		at = next_lt(text, at + 1, to);
	return at;
}

/* Appends text [from, to) with its references decoded, but for less-than signs, which would become tags. */
static void derive_between_tags(struct derivation *d, size_t from, size_t to)
{
	const char *text = d->outer->text;
	while (from < to) {
		size_t at = next_lt(text, from, to), len = at < to ? ref_len(text + at, text + to, '<') : 0;
		derive_decoded(d, from, at);
		source_derive_text(d, at, at + len);
		from = at + len;
	}
}

/* Appends text [from, to). Where tags were escaped, all of it was: it is taken one level up, the tags as tags. */
static void derive_tags(struct derivation *d, size_t from, size_t to)
{
	const char *text = d->outer->text;
	size_t tag = next_escaped_tag(text, from, to);
	if (tag == to) {
		source_derive_text(d, from, to);
		return;
	}
	while (tag < to) {
		size_t end = escaped_tag(text, tag, to), open = ref_len(text + tag, text + to, '<');
		size_t close = ref_len(text + end, text + to, '>');
		derive_between_tags(d, from, tag);
		source_derive_char(d, RUN_ENTITY, "<", 1, tag, tag + open);
		derive_decoded(d, tag + open, end);
		if (close)
			source_derive_char(d, RUN_ENTITY, ">", 1, end, end + close);
		from = end + close;
		tag = next_escaped_tag(text, from, to);
	}
	derive_between_tags(d, from, to);
}

/* Appends an element's content as a page has it: its markup, what CDATA holds, tags that were escaped. */
static void derive_markup(struct derivation *d, const struct xml *xml, uint32_t node)
{
	size_t from = xml->nodes.items[node].to;
	for (uint32_t i = node + 1; i < xml->nodes.items[node].end; i++) {
		const struct xml_node *n = &xml->nodes.items[i];
		if (n->type == XML_TEXT) {
			source_derive_text(d, from, n->from);
			derive_tags(d, n->from, n->to);
			from = n->to;
		} else if (n->type == XML_CDATA) {
			source_derive_text(d, from, n->from - strlen("<![CDATA["));
			source_derive_text(d, n->from, n->to);
			from = n->to + strlen("]]>");
		}
	}
	if (from < xml->nodes.items[node].close)
		source_derive_text(d, from, xml->nodes.items[node].close);
}

/* Appends CDATA without the tags in it. */
static void derive_untagged(struct derivation *d, size_t from, size_t to)
{
	const char *text = d->outer->text;
	while (from < to) {
		const char *open = memchr(text + from, '<', to - from);
		size_t at = open ? (size_t)(open - text) : to;
		const char *close = open ? memchr(open, '>', to - at) : NULL;
		source_derive_text(d, from, at);
		if (!open)
			return;
		if (!close || !(ascii_is_alpha(text[at + 1]) || text[at + 1] == '/')) {
			source_derive_text(d, at, at + 1);
			from = at + 1;
		} else {
			from = (size_t)(close - text) + 1;
		}
	}
}

/* Appends the text of an element. */
static void derive_text(struct derivation *d, const struct xml *xml, uint32_t node, bool untagged)
{
	for (uint32_t i = node; i < xml->nodes.items[node].end; i++) {
		const struct xml_node *n = &xml->nodes.items[i];
		if (n->type == XML_TEXT)
			derive_decoded(d, n->from, n->to);
		else if (n->type == XML_CDATA && untagged)
			derive_untagged(d, n->from, n->to);
		else if (n->type == XML_CDATA)
			source_derive_text(d, n->from, n->to);
	}
}

/* True when text [from, to) has a tag in it. */
static bool has_tag(const char *text, size_t from, size_t to)
{
	while (from < to) {
		const char *found = memchr(text + from, '<', to - from);
		if (!found)
			return false;
		from = (size_t)(found - text) + 1;
		if (from < to && (ascii_is_alpha(text[from]) || text[from] == '/' || text[from] == '!'))
			return true;
	}
	return false;
}

static bool is_markup(const struct xml *xml, uint32_t node)
{
	for (uint32_t i = node + 1; i < xml->nodes.items[node].end; i++) {
		const struct xml_node *n = &xml->nodes.items[i];
		if (n->type == XML_ELEMENT || (n->type == XML_CDATA && has_tag(xml->text, n->from, n->to)) ||
			(n->type == XML_TEXT && next_escaped_tag(xml->text, n->from, n->to) < n->to))
			return true;
	}
	return false;
}

/* Elements that mark words up within a line; between any others words end. */
static bool is_inline(const struct xml *xml, uint32_t node)
{
	static const char *const names[] = {"a", "b", "em", "i", "q", "s", "span", "strong", "sub", "sup", "u"};
	for (size_t i = 0; i < ARRAY_COUNT(names); i++)
		if (xml_is(xml, node, names[i]))
			return true;
	return false;
}

static bool parts_words(const struct xml *xml, uint32_t before, uint32_t after)
{
	uint32_t a = xml->nodes.items[before].parent, b = xml->nodes.items[after].parent;
	return before && a != b && !is_inline(xml, a) && !is_inline(xml, b);
}

/* Appends one text node to the open paragraph. */
static bool write_text_node(struct writer *writer, const struct xml *xml, uint32_t node, const struct source *outer, bool parted)
{
	struct derivation derivation;
	struct source inner;
	bool ok;
	source_derive(&derivation, &inner, outer);
	derive_text(&derivation, xml, node, true);
	ok = source_derive_close(&derivation);
	writer->source = &inner;
	parted |= writer->space;
	writer->space = false;
	if (parted)
		writer_space(writer, 0, 0);
	if (ok)
		html_write_text(writer, 0, inner.size);
	writer->source = NULL;
	source_close(&inner);
	return ok;
}

bool xml_write_line(const struct xml *xml, uint32_t node, const struct source *source, struct doc *doc, enum wa_para_kind kind)
{
	struct writer writer = {.doc = doc};
	uint32_t before = 0;
	for (uint32_t i = node; node && i < xml->nodes.items[node].end; i++) {
		if (xml->nodes.items[i].type == XML_ELEMENT)
			continue;
		if (!write_text_node(&writer, xml, i, source, parts_words(xml, before, i)))
			doc->text.failed = true;
		before = i;
	}
	return writer_close(&writer, kind);
}

bool xml_write_copy(const struct xml *xml, uint32_t node, const struct source *source, struct doc *doc, bool plain)
{
	struct derivation derivation;
	struct source inner;
	bool markup, ok;
	if (!node)
		return true;
	markup = !plain && is_markup(xml, node);
	source_derive(&derivation, &inner, source);
	if (markup)
		derive_markup(&derivation, xml, node);
	else
		derive_text(&derivation, xml, node, plain);
	ok = source_derive_close(&derivation);
	if (ok && markup)
		ok = html_write_fragment(&inner, doc, true);
	else if (ok)
		text_write(&inner, doc, 0, inner.size);
	source_close(&inner);
	return ok;
}
