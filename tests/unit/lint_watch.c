#include "engine.h"

#include "audit/engine.h"
#include "base/str.h"
#include "lint/watch.h"
#include "scan/scan.h"

static void read(const struct wa_engine *engine, struct watch *watch, uint32_t para, const char *text)
{
	struct seg seg = {0};
	watch->of_set = engine_watched(engine);
	assert_true(seg_paragraph(&seg, &engine_packs(engine)->lex, str_of(text), false));
	scan_phrases(&seg);
	assert_true(watch_paragraph(watch, &seg, para));
	seg_release(&seg);
}

static void sentences_keep_their_number(void **state)
{
	struct watch watch = {0};
	read(*state, &watch, 0, "It rained. Police came on Monday. The dog slept. Casualties were many.");
	read(*state, &watch, 1, "They surveyed 1,004 voters in 2019.");
	assert_int_equal(watch.sentence_count, 5);
	assert_int_equal(watch.sentences.count, 3);
	assert_int_equal(watch.sentences.items[0].number, 1);
	assert_true(WATCH_HAS(watch.sentences.items[0].has, ACCUSER));
	assert_true(WATCH_HAS(watch.sentences.items[0].has, DAY));
	assert_false(WATCH_HAS(watch.sentences.items[1].has, DEAD_OR_HURT));
	assert_true(WATCH_HAS(watch.sentences.items[2].has, HUNDREDS));
	assert_int_equal(watch.words.count, 1);
	assert_int_equal(watch.words.items[0].sentence, 1);
	assert_int_equal(watch_at(&watch, 0, 12), 0);
	assert_int_equal(watch_at(&watch, 1, 0), 2);
	assert_int_equal(watch_at(&watch, 2, 0), 3);
	watch_release(&watch);
}

static void hundreds_are_no_years(void **state)
{
	static const struct {
		const char *text;
		bool hundreds;
	} rows[] = {
		{"They asked 900 voters.", true},
		{"They asked 12,000 voters.", true},
		{"They asked in 2019.", false},
		{"They asked 44 voters.", false},
	};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct watch watch = {0};
		uint32_t has;
		read(*state, &watch, 0, rows[i].text);
		has = watch.sentences.count ? watch.sentences.items[0].has : 0;
		assert_int_equal(WATCH_HAS(has, HUNDREDS), rows[i].hundreds);
		watch_release(&watch);
	}
}

static void words_know_their_quotation_and_what_stands_before(void **state)
{
	struct watch watch = {0};
	read(*state, &watch, 0, "He spoke of \"one long and costly disaster\", citing local media.");
	assert_int_equal(watch.words.count, 2);
	assert_true(WATCH_HAS(watch.words.items[0].is, EVALUATIVE));
	assert_int_equal(watch.words.items[0].quoted, 5);
	assert_true(WATCH_HAS(watch.words.items[1].is, MEDIA_UNNAMED));
	assert_int_equal(watch.words.items[1].quoted, 0);
	assert_true(WATCH_HAS(watch.words.items[1].after, CITING));
	watch_release(&watch);
}

int main(void)
{
	const struct CMUnitTest tests[] = {cmocka_unit_test(sentences_keep_their_number), cmocka_unit_test(hundreds_are_no_years),
		cmocka_unit_test(words_know_their_quotation_and_what_stands_before)};
	return cmocka_run_group_tests(tests, engine_open, engine_close);
}
