/* Paragraphs cut with the built-in packs, for tables of sentences, quotations and tokens. */
#ifndef TESTS_SEG_ROWS_H
#define TESTS_SEG_ROWS_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "base/array.h"
#include "base/str.h"
#include "pack/packs.h"
#include "seg/seg.h"

static struct packs *packs;

static int load_packs(void **state)
{
	(void)state;
	return packs_load(NULL, &packs, NULL) == WA_OK ? 0 : -1;
}

static int unload_packs(void **state)
{
	(void)state;
	packs_free(packs);
	return 0;
}

/* What one unit of a paragraph looks like in a table: appended to `out`. */
typedef int show_unit(char *out, size_t size, const struct seg *seg, size_t i);

struct seg_row {
	const char *text, *shown; /* units joined by " | " */
	bool open;                /* the paragraph before ended in a quotation */
};

/* Cuts each row's text and compares its units, `count` of them, with the table. */
static void check_rows(const struct seg_row *rows, size_t row_count, size_t (*count)(const struct seg *seg), show_unit *show)
{
	struct seg seg = {0};
	for (size_t r = 0; r < row_count; r++) {
		char shown[2048] = "";
		size_t len = 0;
		assert_true(seg_paragraph(&seg, &packs->lex, str_of(rows[r].text), rows[r].open));
		for (size_t i = 0; i < count(&seg); i++) {
			len += (size_t)snprintf(shown + len, sizeof shown - len, "%s", i ? " | " : "");
			len += (size_t)show(shown + len, sizeof shown - len, &seg, i);
			assert_true(len < sizeof shown);
		}
		if (strcmp(shown, rows[r].shown) != 0)
			fail_msg("%s\n  cut    %s\n  wanted %s", rows[r].text, shown, rows[r].shown);
	}
	seg_release(&seg);
}

#endif
