#include "tests/unit/lint_story.h"

static void a_reason_serves_the_whole_story(void **state)
{
	static const struct story stories[] = {
		{"WA303", "An aide said the envoy would go. A senior official said he would stay.", 1, "An aide"},
		{"WA303",
			"An aide said the envoy would go.\n\nA senior official, who spoke on condition of anonymity because the "
			"order "
			"was secret, said he would stay.",
			0, NULL},
		{"WA303", "A deputy, Nora Feld, said the envoy would go.", 0, NULL},
		{"WA303", "A spokesman for an official said the envoy would go.", 0, NULL},
	};
	STORIES(state, stories);
}

static void harsh_words_need_a_name(void **state)
{
	static const struct story stories[] = {
		{"WA305", "\"The whole plan is a disaster,\" a senior official said.", 1, "disaster"},
		{"WA305", "\"The whole plan is a disaster,\" the mayor, Anna Lindqvist, said.", 0, NULL},
		{"WA305", "A senior official said the flood was a disaster.", 0, NULL},
		{"WA305", "A senior official spoke of the \"disaster\".", 0, NULL},
	};
	STORIES(state, stories);
}

static void one_voice_without_a_name_is_told(void **state)
{
	const char *alone = "A senior official said rebels had captured the airport.";
	static const struct story stories[] = {
		{"WA306", "A senior official said rebels had captured the airport. The mayor said shops were open.", 0, NULL},
		{"WA306", "Officials said rebels had captured the airport.", 0, NULL},
		{"WA306", "Rebels had captured the airport, a senior official said. He said nine soldiers were killed.", 1, NULL},
	};
	struct found found = story_find(state, alone, "WA306");
	assert_int_equal(found.count, 1);
	assert_non_null(strstr(found.message, "A senior official"));
	STORIES(state, stories);
}

static void a_plural_that_turns_out_one_is_told_once(void **state)
{
	static const struct story stories[] = {
		{"WA313", "Sources said the bank would close. The source said it had no money. The source said it was sad.", 1,
			"The source"},
		{"WA313", "Sources said the bank would close. One source said it had no money. The source gave no figure.", 0,
			NULL},
		{"WA313", "A source said the bank would close. Sources said it had no money. The source said it was sad.", 0, NULL},
		{"WA313", "Three sources said the bank would close. The source said it had no money.", 0, NULL},
		{"WA313", "Sources said the bank would close. The other source said it had no money.", 0, NULL},
		{"WA313", "Sources said the bank would close. \"The source said it had no money,\" said the clerk.", 0, NULL},
	};
	STORIES(state, stories);
}

/* A bare source needs describing; why it has no name is the smaller question, asked of the next. */
static void a_bare_source_is_not_told_of_again(void **state)
{
	static const struct story stories[] = {
		{"WA302", "A source said the bank would close.", 1, "A source"},
		{"WA303", "A source said the bank would close.", 0, NULL},
		{"WA303", "A source in the bank said it would close.", 1, "A source in the bank"},
		{"WA303", "A source said the bank would close. An aide to its chairman said it would not.", 1,
			"An aide to its chairman"},
	};
	STORIES(state, stories);
}

int main(void)
{
	const struct CMUnitTest tests[] = {cmocka_unit_test(a_reason_serves_the_whole_story),
		cmocka_unit_test(harsh_words_need_a_name), cmocka_unit_test(one_voice_without_a_name_is_told),
		cmocka_unit_test(a_bare_source_is_not_told_of_again), cmocka_unit_test(a_plural_that_turns_out_one_is_told_once)};
	return cmocka_run_group_tests(tests, engine_open, engine_close);
}
