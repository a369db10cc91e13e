/* The property every reader must hold: decoding the source bytes of a document's runs gives its text. */
#ifndef TESTS_RUNS_H
#define TESTS_RUNS_H

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"
#include "doc/doc.h"
#include "read/html_tree.h"
#include "read/json_tree.h"

/* Decodes [at, end) under the document's charset into out; returns the length. */
static inline size_t runs_decode(const struct doc *doc, const unsigned char *at, const unsigned char *end, char *out)
{
	struct decoder decoder;
	size_t len = 0;
	if (!decoder_init(&decoder, &doc->charset))
		return 0;
	while (at < end) {
		uint32_t point;
		bool broken;
		at += decoder_step(&decoder, at, end, &point, &broken);
		len += utf8_encode(point, out + len);
	}
	decoder_release(&decoder);
	return len;
}

/* Decodes one layer of escapes in place, JSON's or character references; returns the length. */
static inline size_t runs_unescape(char *text, size_t len, bool json)
{
	size_t out = 0, wrote, taken;
	for (size_t i = 0; i < len; i += taken, out += wrote) {
		char utf8[16];
		wrote = taken = 0;
		if (json && text[i] == '\\')
			taken = json_escape(text + i, text + len, utf8, &wrote);
		else if (!json && text[i] == '&')
			taken = html_entity(text + i, text + len, utf8, &wrote);
		if (!taken) {
			utf8[0] = text[i];
			taken = wrote = 1;
		}
		memcpy(text + out, utf8, wrote);
	}
	return out;
}

/* Takes out what XML lets stand within a character reference's text: comments, instructions, the marks of CDATA. */
static inline size_t runs_strip(char *text, size_t len)
{
	static const char *const from[] = {"<![CDATA[", "]]>", "<!--", "<?"}, *const to[] = {NULL, NULL, "-->", "?>"};
	size_t out = 0;
	for (size_t i = 0, skip = 0; i < len; i += skip) {
		skip = 0;
		for (size_t k = 0; k < 4 && !skip; k++) {
			size_t mark = strlen(from[k]);
			char *end;
			if (len - i < mark || memcmp(text + i, from[k], mark) != 0)
				continue;
			end = to[k] ? memmem(text + i, len - i, to[k], strlen(to[k])) : NULL;
			skip = end ? (size_t)(end - text) - i + strlen(to[k]) : mark;
		}
		if (!skip)
			text[out++] = text[i++];
	}
	return out;
}

static inline bool runs_same(const struct doc *doc, const struct run *run, const void *bytes, size_t len)
{
	return len == run->text_len && memcmp(bytes, doc->text.items + run->text, len) == 0;
}

/* Whether one run leads back to its bytes. */
static inline bool runs_one(const struct doc *doc, const struct run *run, const unsigned char *bytes, size_t size)
{
	bool right = false;
	char *decoded;
	size_t len;
	if ((size_t)run->src + run->src_len > size || (size_t)run->text + run->text_len > doc->text.count)
		return false;
	decoded = malloc((size_t)run->src_len * 3 + 64);
	if (!decoded)
		return false;
	len = runs_decode(doc, bytes + run->src, bytes + run->src + run->src_len, decoded);
	switch (run->kind) {
	case RUN_VERBATIM:
		right = run->src_len == run->text_len && runs_same(doc, run, bytes + run->src, run->text_len);
		break;
	case RUN_SPACE:
		right = runs_same(doc, run, " ", 1);
		break;
	case RUN_ENTITY:
		len = runs_strip(decoded, len);
		/* JSON's first; then references, which may be escaped themselves */
		for (unsigned layer = 0; layer < 3 && !right; layer++) {
			len = runs_unescape(decoded, len, layer == 0);
			right = runs_same(doc, run, decoded, len);
		}
		break;
	case RUN_ENCODED: /* what its bytes hold is checked where it is made */
		right = run->src_len > 0;
		break;
	case RUN_CHARSET:
	case RUN_REPLACED:
		right = runs_same(doc, run, decoded, len);
		break;
	}
	free(decoded);
	return right;
}

/*
 * Index of the first run that is wrong, the count of runs when every byte of every paragraph stands in exactly one run and each
 * decodes to it. The bytes are those of the file; of a document out of an archive, the member's.
 */
static inline size_t runs_wrong(const struct doc *doc, const unsigned char *bytes, size_t size, bool *all_right)
{
	size_t next = 0;
	*all_right = false;
	for (size_t i = 0; i < doc->paras.count; i++) {
		uint32_t at = doc->paras.items[i].text, end = at + doc->paras.items[i].len;
		for (; next < doc->runs.count && doc->runs.items[next].text < end; next++) {
			if (doc->runs.items[next].text != at || !runs_one(doc, &doc->runs.items[next], bytes, size))
				return next;
			at += doc->runs.items[next].text_len;
		}
		if (at != end)
			return next;
	}
	*all_right = next == doc->runs.count;
	return next;
}

#endif
