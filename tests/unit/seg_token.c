#include "seg_rows.h"

/* Words the packs know in brackets, marks as they are. */
static const struct seg_row rows[] = {
	{"", "", false},
	{"The minister said.", "[The] | [minister] | [said] | .", false},
	{"the MINISTER Said", "[the] | [MINISTER] | [Said]", false},
	{"Zzyzx said", "Zzyzx | [said]", false},
	{"He didn\xE2\x80\x99t say", "[He] | [didn\xE2\x80\x99t] | [say]", false},
	{"killed 1,200", "[killed] | 1,200", false},
};

static size_t count(const struct seg *seg)
{
	return seg->tokens.count;
}

static int show(char *out, size_t size, const struct seg *seg, size_t i)
{
	struct wa_str text = seg_text(seg, i, i + 1);
	const char *form = seg->tokens.items[i].word ? "[%.*s]" : "%.*s";
	return snprintf(out, size, form, (int)text.len, text.ptr);
}

static void tokens_are_as_tabled(void **state)
{
	(void)state;
	check_rows(rows, ARRAY_COUNT(rows), count, show);
}

static void classes_are_asked_for_by_token(void **state)
{
	struct seg seg = {0};
	(void)state;
	assert_true(seg_paragraph(&seg, &packs->lex, STR("The minister said."), false));
	assert_true(seg_is(&seg, 0, CLASS_DET));
	assert_false(seg_is(&seg, 1, CLASS_DET));
	assert_false(seg_is(&seg, 3, CLASS_DET)); /* marks have none */
	assert_int_equal(seg_span(&seg, 1, 3).start, 4);
	assert_int_equal(seg_span(&seg, 1, 3).end, 17);
	assert_true(seg.tokens.items[1].shape & SHAPE_SPACE);
	assert_false(seg.tokens.items[3].shape & SHAPE_SPACE);
	seg_release(&seg);
}

/* Paragraph after paragraph in the same arrays. */
static void what_was_before_is_gone(void **state)
{
	struct seg seg = {0};
	(void)state;
	assert_true(seg_paragraph(&seg, &packs->lex, STR("\"We left,\" he said. It was cold."), false));
	assert_int_equal(seg.sentences.count, 2);
	assert_true(seg_paragraph(&seg, &packs->lex, STR("It sank."), false));
	assert_int_equal(seg.tokens.count, 3);
	assert_int_equal(seg.sentences.count, 1);
	assert_int_equal(seg.quotes.count, 0);
	seg_release(&seg);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(tokens_are_as_tabled),
		cmocka_unit_test(classes_are_asked_for_by_token),
		cmocka_unit_test(what_was_before_is_gone),
	};
	return cmocka_run_group_tests(tests, load_packs, unload_packs);
}
