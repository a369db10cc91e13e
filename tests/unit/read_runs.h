/* What tests of readers share: the runs of what was read are right, and its paragraphs in a readable form. */
#ifndef TESTS_READ_RUNS_H
#define TESTS_READ_RUNS_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>

#include <cmocka.h>

#include "../runs.h"

static inline void check_runs(const struct doc *doc, const void *bytes, size_t size)
{
	bool right;
	size_t run = runs_wrong(doc, doc->member ? doc->member : bytes, doc->member ? doc->member_size : size, &right);
	if (!right)
		fail_msg("run %zu of %zu does not lead back to its bytes", run, doc->runs.count);
}

/* The paragraphs as KIND:text, joined by '|'; the caller frees it. */
static inline char *show_paragraphs(const struct doc *doc)
{
	size_t size = doc->text.count + 32 * doc->paras.count + 1, len = 0;
	char *out = malloc(size);
	assert_non_null(out);
	out[0] = '\0';
	for (size_t i = 0; i < doc->paras.count; i++) {
		struct wa_str text = doc_para_text(doc, i);
		int wrote = snprintf(out + len, size - len, "%s%s:%.*s", i ? "|" : "", wa_para_kind_name(doc->paras.items[i].kind),
			(int)text.len, text.ptr);
		assert_true(wrote > 0);
		len += (size_t)wrote;
	}
	return out;
}

#endif
