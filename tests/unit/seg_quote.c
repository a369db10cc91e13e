#include "seg_rows.h"

/* Shown with how many words are inside, and '>' when it is not closed, '<' when it goes on from the paragraph before. */
static const struct seg_row rows[] = {
	{"Two men drowned.", "", false},
	{"\"We left,\" he said.", "\"We left,\" 2", false},
	{"\xE2\x80\x9CWe left,\xE2\x80\x9D he said.", "\xE2\x80\x9CWe left,\xE2\x80\x9D 2", false},
	{"``We left,'' he said.", "``We left,'' 2", false},
	/* two apostrophes are a straight mark */
	{"''We left,'' he said. ''It was cold. It snowed.''", "''We left,'' 2 | ''It was cold. It snowed.'' 5", false},
	{"''We left. It was cold.", "''We left. It was cold. 5>", false},
	{"He left ''in a hurry'' at noon.", "''in a hurry'' 3", false},
	{"The pipe was 12'' wide.", "", false},
	{"\xC2\xABWe left\xC2\xBB, he said.", "\xC2\xABWe left\xC2\xBB 2", false},
	{"'We left,' he said.", "'We left,' 2", false},
	{"\xE2\x80\x98We left,\xE2\x80\x99 he said.", "\xE2\x80\x98We left,\xE2\x80\x99 2", false},
	{"\"We left,\" he said, \"and it was cold.\"", "\"We left,\" 2 | \"and it was cold.\" 4", false},
	/* over paragraphs: no closing mark, and a mark again */
	{"\"We left. It was cold.", "\"We left. It was cold. 5>", false},
	{"\"And it snowed,\" he said.", "<\"And it snowed,\" 3", true},
	{"He wept. \"It snowed.\"", "\"It snowed.\" 2", true},
	/* quotations in quotations are words of the outer one */
	{"\"He said 'go' and went,\" she said.", "\"He said 'go' and went,\" 5", false},
	{"\xE2\x80\x9CHe said \xE2\x80\x98go\xE2\x80\x99 and went,\xE2\x80\x9D she said.",
		"\xE2\x80\x9CHe said \xE2\x80\x98go\xE2\x80\x99 and went,\xE2\x80\x9D 5", false},
	/* apostrophes and inches are no quotations */
	{"The soldiers' camp wasn't theirs.", "", false},
	{"The fishermen's '90s boats were lost.", "", false},
	{"A 12\" pipe burst.", "", false},
	/* the closing mark was lost */
	{"\"We left, he said. \"It was cold.\"", "\"We left, he said. 4> | \"It was cold.\" 3", false},
	/* scare quotes */
	{"The \"pier\" was a plank.", "\"pier\" 1", false},
	{"It was a (\"so-called\") pier.", "\"so-called\" 1", false},
	/* nothing but marks */
	{"\"", "\" 0>", false},
	{"\"\"", "\"\" 0", false},
};

static size_t count(const struct seg *seg)
{
	return seg->quotes.count;
}

static int show(char *out, size_t size, const struct seg *seg, size_t i)
{
	const struct quotation *q = &seg->quotes.items[i];
	struct wa_str text = seg_text(seg, q->first, q->last);
	return snprintf(out, size, "%s%.*s %u%s", q->continued ? "<" : "", (int)text.len, text.ptr, q->words, q->closed ? "" : ">");
}

static void quotations_are_as_tabled(void **state)
{
	(void)state;
	check_rows(rows, ARRAY_COUNT(rows), count, show);
}

/* The tokens know the quotation they stand in, and no others do. */
static void tokens_know_their_quotation(void **state)
{
	struct seg seg = {0};
	(void)state;
	for (size_t r = 0; r < ARRAY_COUNT(rows); r++) {
		assert_true(seg_paragraph(&seg, &packs->lex, str_of(rows[r].text), rows[r].open));
		for (uint32_t t = 0; t < seg.tokens.count; t++) {
			uint32_t inside = 0;
			for (uint32_t i = 0; i < seg.quotes.count; i++)
				if (t >= seg.quotes.items[i].first && t < seg.quotes.items[i].last)
					inside = i + 1;
			assert_int_equal(seg.tokens.items[t].quote, inside);
		}
	}
	seg_release(&seg);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(quotations_are_as_tabled),
		cmocka_unit_test(tokens_know_their_quotation),
	};
	return cmocka_run_group_tests(tests, load_packs, unload_packs);
}
