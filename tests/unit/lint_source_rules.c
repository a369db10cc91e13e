#include "tests/unit/lint_story.h"

static void a_source_is_described_once(void **state)
{
	static const struct story stories[] = {
		{"WA302", "A source said the bank would close.", 1, "A source"},
		{"WA302", "Two sources in the bank said it would close. The sources said it had no money.", 0, NULL},
		{"WA302", "Sources said the bank would close. The sources said it had no money.", 2, "Sources"},
		{"WA302", "Two sources in the bank said it would close. A source said it had no money.", 1, "A source"},
		{"WA302", "\"Sources said it would close,\" said the clerk, Ada Holm.", 0, NULL},
	};
	STORIES(state, stories);
}

static void a_headline_leaves_it_to_the_text(void **state)
{
	static const struct story stories[] = {
		{"WA302",
			"Bank to close 40 branches: sources\n\nThe bank will close 40 branches, two sources close to its board "
			"said.",
			0, NULL},
		{"WA302", "Bank to close 40 branches: sources\n\nThe bank will close 40 branches by May, sources said on Monday.",
			1, "sources"},
		{"WA302", "Bank to close 40 branches: sources\n\nThe bank has 200 branches, most of them in small towns.", 1,
			"sources"},
	};
	STORIES(state, stories);
}

static void what_somebody_says_of_many_is_his_own(void **state)
{
	static const struct story stories[] = {
		{"WA301", "Some people say the bridge is too narrow.", 1, "Some people"},
		{"WA301", "The mayor, Ada Holm, said some people thought the bridge was too narrow.", 0, NULL},
		{"WA301", "Critics said some people thought the bridge was too narrow.", 2, "Critics"},
	};
	STORIES(state, stories);
}

int main(void)
{
	const struct CMUnitTest tests[] = {cmocka_unit_test(a_source_is_described_once),
		cmocka_unit_test(a_headline_leaves_it_to_the_text), cmocka_unit_test(what_somebody_says_of_many_is_his_own)};
	return cmocka_run_group_tests(tests, engine_open, engine_close);
}
