/* The property every reader must hold: decoding the source bytes of a document's runs gives its text. */
#ifndef TESTS_READ_RUNS_H
#define TESTS_READ_RUNS_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

#include "base/utf8.h"
#include "doc/doc.h"
#include "read/html_tree.h"
#include "read/json_tree.h"

/* Decodes [at, end) under the document's charset into out; returns the length. */
static inline size_t runs_decode(const struct doc *doc, const unsigned char *at, const unsigned char *end, char *out)
{
	struct decoder decoder;
	size_t len = 0;
	assert_true(decoder_init(&decoder, &doc->charset));
	while (at < end) {
		uint32_t point;
		bool broken;
		at += decoder_step(&decoder, at, end, &point, &broken);
		len += utf8_encode(point, out + len);
	}
	decoder_release(&decoder);
	return len;
}

/* What an escape stands for: JSON's backslashes first, then a character reference. */
static inline size_t runs_unescape(char *text, size_t len)
{
	char out[64];
	size_t count = 0, entity_len = 0;
	for (size_t i = 0; i < len && count + 8 < sizeof out;) {
		size_t wrote = 1, taken = text[i] == '\\' ? json_escape(text + i, text + len, out + count, &wrote) : 0;
		if (!taken) {
			out[count] = text[i];
			taken = 1;
		}
		count += wrote;
		i += taken;
	}
	if (count && out[0] == '&' && html_entity(out, out + count, text, &entity_len) == count)
		return entity_len;
	memcpy(text, out, count);
	return count;
}

static inline void check_run(const struct doc *doc, const struct run *run, const unsigned char *bytes, size_t size)
{
	const unsigned char *at = bytes + run->src, *end = at + run->src_len;
	char *decoded;
	size_t len;
	assert_true((size_t)run->src + run->src_len <= size);
	assert_true((size_t)run->text + run->text_len <= doc->text.count);
	decoded = malloc((size_t)run->src_len * 3 + 64);
	assert_non_null(decoded);
	len = runs_decode(doc, at, end, decoded);
	switch (run->kind) {
	case RUN_VERBATIM:
		assert_int_equal(run->src_len, run->text_len);
		assert_memory_equal(bytes + run->src, doc->text.items + run->text, run->text_len);
		break;
	case RUN_SPACE:
		assert_int_equal(run->text_len, 1);
		assert_int_equal(doc->text.items[run->text], ' ');
		break;
	case RUN_ENTITY:
		len = runs_unescape(decoded, len);
		assert_int_equal(len, run->text_len);
		assert_memory_equal(decoded, doc->text.items + run->text, len);
		break;
	case RUN_ENCODED: /* what its bytes hold is checked where it is made */
		assert_true(run->src_len > 0);
		break;
	case RUN_CHARSET:
	case RUN_REPLACED:
		assert_int_equal(len, run->text_len);
		assert_memory_equal(decoded, doc->text.items + run->text, len);
		break;
	}
	free(decoded);
}

/* Every byte of every paragraph stands in exactly one run, and each run decodes to it. */
static inline void check_runs(const struct doc *doc, const void *bytes, size_t size)
{
	size_t next = 0;
	for (size_t i = 0; i < doc->paras.count; i++) {
		uint32_t at = doc->paras.items[i].text, end = at + doc->paras.items[i].len;
		for (; next < doc->runs.count && doc->runs.items[next].text < end; next++) {
			assert_int_equal(doc->runs.items[next].text, at);
			check_run(doc, &doc->runs.items[next], bytes, size);
			at += doc->runs.items[next].text_len;
		}
		assert_int_equal(at, end);
	}
	assert_int_equal(next, doc->runs.count);
}

#endif
