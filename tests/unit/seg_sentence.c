#include "seg_rows.h"

static const struct seg_row rows[] = {
	{"", "", false},
	{"Two men drowned.", "Two men drowned.", false},
	{"Two men drowned", "Two men drowned", false},
	{"Two men drowned. The boat was old. Nobody knew it.", "Two men drowned. | The boat was old. | Nobody knew it.", false},
	{"Who was it? Nobody knew! It was late.", "Who was it? | Nobody knew! | It was late.", false},
	/* abbreviations, titles, initials */
	{"Gen. Marek spoke. He left.", "Gen. Marek spoke. | He left.", false},
	{"J. K. Marsh spoke.", "J. K. Marsh spoke.", false},
	{"He met Mr. Holub and Mrs. Reis. They talked.", "He met Mr. Holub and Mrs. Reis. | They talked.", false},
	{"He lives in the U.S. The minister does not.", "He lives in the U.S. | The minister does not.", false},
	{"The U.S. Army left. It was cold.", "The U.S. Army left. | It was cold.", false},
	{"It began at 5 a.m. on Friday. It rained.", "It began at 5 a.m. on Friday. | It rained.", false},
	{"It was Plan B. The men left.", "It was Plan B. | The men left.", false},
	/* a stray stop before a small letter ends nothing */
	{"The president, Olaf Brandt. is in Hale.", "The president, Olaf Brandt. is in Hale.", false},
	{"It cost 3.5 million. Two paid.", "It cost 3.5 million. | Two paid.", false},
	/* closing marks stay with what they close */
	{"\"We left.\" He wept.", "\"We left.\" | He wept.", false},
	{"\xE2\x80\x9CWe left.\xE2\x80\x9D He wept.", "\xE2\x80\x9CWe left.\xE2\x80\x9D | He wept.", false},
	{"It sank (nobody saw it.) Two drowned.", "It sank (nobody saw it.) | Two drowned.", false},
	{"\"We left,\" he said. \"It was cold.\"", "\"We left,\" he said. | \"It was cold.\"", false},
	/* dots */
	{"We waited... and waited. Nobody came.", "We waited... and waited. | Nobody came.", false},
	{"We waited... Nobody came.", "We waited... | Nobody came.", false},
	/* no white space, no end */
	{"See hale.example.It is closed.", "See hale.example.It is closed.", false},
	{"It sank. 12 drowned.", "It sank. | 12 drowned.", false},
};

static size_t count(const struct seg *seg)
{
	return seg->sentences.count;
}

static int show(char *out, size_t size, const struct seg *seg, size_t i)
{
	const struct sentence *s = &seg->sentences.items[i];
	struct wa_str text = seg_text(seg, s->first, s->last);
	return snprintf(out, size, "%.*s", (int)text.len, text.ptr);
}

static void sentences_are_as_tabled(void **state)
{
	(void)state;
	check_rows(rows, ARRAY_COUNT(rows), count, show);
}

/* Every token stands in one sentence, in order. */
static void sentences_leave_no_token_out(void **state)
{
	struct seg seg = {0};
	(void)state;
	for (size_t r = 0; r < ARRAY_COUNT(rows); r++) {
		uint32_t at = 0;
		assert_true(seg_paragraph(&seg, &packs->lex, str_of(rows[r].text), false));
		for (size_t i = 0; i < seg.sentences.count; i++) {
			assert_int_equal(seg.sentences.items[i].first, at);
			at = seg.sentences.items[i].last;
		}
		assert_int_equal(at, seg.tokens.count);
	}
	seg_release(&seg);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(sentences_are_as_tabled),
		cmocka_unit_test(sentences_leave_no_token_out),
	};
	return cmocka_run_group_tests(tests, load_packs, unload_packs);
}
