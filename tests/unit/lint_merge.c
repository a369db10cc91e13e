#include "tests/unit/lint_story.h"

static void an_echo_is_told_below(void **state)
{
	struct found found =
		story_find(state, "Blast kills 17 in market\n\nA blast killed 17 people in a market on Monday.", "WA101");
	assert_int_equal(found.count, 1);
	assert_int_equal(found.para, 1);
}

static void another_figure_or_a_milder_echo_is_none(void **state)
{
	static const struct story stories[] = {
		{"WA101", "Blast kills 17 in market\n\nA blast killed 15 people in a market on Monday.", 2, "kills 17"},
		{"WA101", "Blast kills 17 in market\n\nA blast killed 17 people in a market on Monday, police said.", 1,
			"kills 17"},
	};
	STORIES(state, stories);
}

static void a_headline_may_leave_the_number_to_the_text(void **state)
{
	static const struct story stories[] = {
		{"WA101", "Hundreds trapped in mine\n\nThe shaft collapsed on Monday, and up to 240 miners were trapped.", 1,
			"up to 240 miners were trapped"},
		{"WA101",
			"Hundreds trapped in mine\n\nThe shaft collapsed on Monday, and up to 240 miners were trapped, police "
			"said.",
			1, "Hundreds trapped"},
	};
	STORIES(state, stories);
}

int main(void)
{
	const struct CMUnitTest tests[] = {cmocka_unit_test(an_echo_is_told_below),
		cmocka_unit_test(another_figure_or_a_milder_echo_is_none),
		cmocka_unit_test(a_headline_may_leave_the_number_to_the_text)};
	return cmocka_run_group_tests(tests, engine_open, engine_close);
}
