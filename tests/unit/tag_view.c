/* tag/view.c and tag/chunk.c: candidates and cues to both sides of a word, what lies between, quotations, groups of words. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "base/array.h"
#include "pack/packs.h"
#include "tag/view.h"

struct fixture {
	struct packs *packs;
	struct seg seg;
	struct tag_view view;
};

static int begin(void **state)
{
	struct fixture *f = calloc(1, sizeof *f);
	*state = f;
	return f && packs_load(NULL, &f->packs, NULL) == WA_OK ? 0 : -1;
}

static int end(void **state)
{
	struct fixture *f = *state;
	tag_view_release(&f->view);
	seg_release(&f->seg);
	packs_free(f->packs);
	free(f);
	return 0;
}

static void read_copy(struct fixture *f, const char *copy)
{
	assert_true(seg_paragraph(&f->seg, &f->packs->lex, (struct wa_str){copy, strlen(copy)}, false));
	assert_true(tag_view_read(&f->view, &f->seg));
}

/* Words of the same letters are one, however they are written; where a capital opens the sentence, that is told apart. */
static void test_words(void **state)
{
	struct fixture *f = *state;
	const struct tag_word *w;
	read_copy(f, "Talks on talks: TALKS 1998, a.m.");
	w = f->view.text.words.items;
	assert_int_equal(w[0].id, w[2].id);
	assert_int_equal(w[0].id, w[4].id);
	assert_int_equal(w[0].stem, w[2].stem);
	assert_int_not_equal(w[0].id, w[1].id);
	assert_int_equal(w[0].casing, CASE_UPPER_FIRST);
	assert_int_equal(w[2].casing, CASE_LOWER);
	assert_int_equal(w[3].casing, CASE_MARK);
	assert_int_equal(w[4].casing, CASE_ALL);
	assert_int_equal(w[5].casing, CASE_NUMBER);
	assert_int_equal(w[5].id, TAG_ID_NUMBER + 4);
}

/* One digit a token: its band. */
static void set_bands(struct fixture *f, const char *bands)
{
	assert_int_equal(strlen(bands), f->view.text.words.count);
	for (size_t i = 0; bands[i]; i++)
		f->view.text.words.items[i].band = (uint8_t)(bands[i] - '0');
	tag_view_candidates(&f->view);
}

static void test_candidates(void **state)
{
	struct fixture *f = *state;
	static const struct {
		const char *bands, *maybe;
	} cases[] = {
		{"000000", "000000"},
		{"000300", "000100"},
		{"001310", "001110"},
		{"000400", "001110"},
		{"020402", "011111"},
		{"000600", "011111"},
		{"002000", "000000"},
	};
	for (size_t c = 0; c < ARRAY_COUNT(cases); c++) {
		read_copy(f, "one two three four five six");
		set_bands(f, cases[c].bands);
		for (size_t i = 0; i < 6; i++)
			if (f->view.near.items[i].maybe != (cases[c].maybe[i] == '1'))
				fail_msg("bands %s: word %zu", cases[c].bands, i);
	}
	read_copy(f, "one two three four five six");
	set_bands(f, "040050");
	assert_int_equal(f->view.near.items[0].left, TAG_NONE_NEAR);
	assert_int_equal(f->view.near.items[0].right, 1);
	assert_int_equal(f->view.near.items[1].right, 4);
	assert_int_equal(f->view.near.items[3].left, 1);
	assert_int_equal(f->view.near.items[5].left, 4);
	assert_int_equal(f->view.sentences.items[0].best, 4);
	assert_int_equal(f->view.sentences.items[0].band, 5);
	assert_int_equal(f->view.sentences.items[0].second_band, 4);
	assert_int_equal(f->view.sentences.items[0].strong, 1);
}

static void test_cues(void **state)
{
	struct fixture *f = *state;
	const struct tag_near *near;
	struct chain_label labels[6] = {
		{0, true, true}, {1, true, false}, {1, false, true}, {0, true, true}, {1, true, true}, {0, true, true}};
	read_copy(f, "one two three four five six");
	set_bands(f, "012030");
	assert_true(tag_view_cues(&f->view, labels));
	near = f->view.near.items;
	assert_int_equal(f->view.cues.count, 2);
	assert_int_equal(f->view.cues.items[0].first, 1);
	assert_int_equal(f->view.cues.items[0].last, 3);
	assert_int_equal(f->view.cues.items[0].head, 2);
	assert_int_equal(near[0].cue_left, TAG_NONE_NEAR);
	assert_int_equal(near[0].cue_right, 0);
	assert_int_equal(near[1].cue, 1);
	assert_int_equal(near[1].cue_right, 1);
	assert_int_equal(near[3].cue_left, 0);
	assert_int_equal(near[3].cue_right, 1);
	assert_int_equal(near[4].cue_left, 0);
	assert_int_equal(near[5].cue_left, 1);
	assert_int_equal(near[5].cue_right, TAG_NONE_NEAR);
}

/* Far from each other it is told which kinds of words lie between, not how many. */
static void test_between(void **state)
{
	struct fixture *f = *state;
	char copy[3000] = "";
	struct tag_word *w;
	size_t at = 0;
	for (int i = 0; i < 400; i++)
		at += (size_t)snprintf(copy + at, sizeof copy - at, "a%d ", i % 10);
	read_copy(f, copy);
	w = f->view.text.words.items;
	for (size_t i = 0; i < 400; i++)
		w[i].pos = i < 300 ? TAG_POS_VBD : TAG_POS_NN;
	tag_view_kinds(&f->view);
	assert_int_equal(
		tag_between(&f->view, 0, 10), tag_between(&f->view, 280, 290)); /* 280 of a kind are more than a byte holds */
	assert_int_equal(tag_between(&f->view, 310, 320), tag_between(&f->view, 380, 390));
	assert_int_not_equal(tag_between(&f->view, 0, 10), tag_between(&f->view, 310, 320));
	assert_int_equal(tag_between(&f->view, 295, 305), tag_between(&f->view, 0, 10));
	assert_int_equal(tag_between(&f->view, 0, 3), tag_between(&f->view, 5, 8));
	assert_int_not_equal(tag_between(&f->view, 0, 3), tag_between(&f->view, 0, 4));
	w[200].pos = TAG_POS_WDT;
	tag_view_kinds(&f->view);
	assert_int_not_equal(tag_between(&f->view, 196, 206), tag_between(&f->view, 0, 10));
}

static void test_quotes(void **state)
{
	struct fixture *f = *state;
	read_copy(f, "He said: \"We sailed.\" Then he left.");
	assert_int_equal(tag_quote_at(&f->view.text, 0).inside, 0);
	assert_int_equal(tag_quote_at(&f->view.text, 3).inside, 1);
	assert_int_equal(tag_quote_at(&f->view.text, 4).inside, 2);
	assert_int_equal(tag_quote_at(&f->view.text, 4).to_first, 1);
	assert_int_equal(tag_quote_at(&f->view.text, 7).inside, 3);
	for (uint32_t i = 0; i < f->view.near.count; i++)
		assert_true(tag_border(&f->view.text, i) < CHAIN_CONTEXTS);
	assert_int_not_equal(tag_border(&f->view.text, 1), tag_border(&f->view.text, 5)); /* inside and outside */
}

static void test_chunks(void **state)
{
	static const uint8_t tags[] = {
		TAG_POS_DT, TAG_POS_JJ, TAG_POS_NN, TAG_POS_MD, TAG_POS_VB, TAG_POS_PRP, TAG_POS_IN, TAG_POS_NNP};
	struct fixture *f = *state;
	struct tag_word *w;
	read_copy(f, "the old mayor will meet us in Hale");
	w = f->view.text.words.items;
	for (size_t i = 0; i < ARRAY_COUNT(tags); i++)
		w[i].pos = tags[i];
	tag_chunks(&f->view.text, &f->seg.sentences.items[0]);
	assert_int_equal(w[0].chunk, CHUNK_NOUN);
	assert_int_equal(w[0].head, 2);
	assert_int_equal(w[0].chunk_last, 3);
	assert_int_equal(w[3].chunk, CHUNK_VERB);
	assert_int_equal(w[3].head, 4);
	assert_int_equal(w[5].chunk, CHUNK_NOUN);
	assert_int_equal(w[5].chunk_first, 5);
	assert_int_equal(w[6].chunk, CHUNK_NONE);
	assert_int_equal(w[7].chunk, CHUNK_NOUN);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_words),
		cmocka_unit_test(test_candidates),
		cmocka_unit_test(test_cues),
		cmocka_unit_test(test_between),
		cmocka_unit_test(test_quotes),
		cmocka_unit_test(test_chunks),
	};
	return cmocka_run_group_tests(tests, begin, end);
}
