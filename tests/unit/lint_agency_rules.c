#include "tests/unit/lint_story.h"

static void a_chain_that_ends_at_home_is_a_circle(void **state)
{
	static const struct story stories[] = {
		{"WA403", "PARIS (AFP) - The bank will close, Interfax reported, citing AFP.", 1, "AFP"},
		{"WA402", "PARIS (AFP) - The bank will close, Interfax reported, citing AFP.", 0, NULL},
		{"WA402", "The bank will close, Interfax reported, citing AFP.", 1, "AFP"},
		{"WA403", "The bank will close, Interfax reported, citing AFP.", 0, NULL},
	};
	STORIES(state, stories);
}

static void a_credit_of_the_headline_stands_in_the_text_too(void **state)
{
	static const struct story stories[] = {
		{"WA405", "Bank to close, Reuters says\n\nThe bank will close in May. It was founded in 1880.", 1, "Reuters"},
		{"WA405", "Bank to close, Reuters says\n\nThe bank will close in May, its chairman told Reuters.", 0, NULL},
		{"WA405", "Bank to close, Reuters says\n\nLONDON (Reuters) - The bank will close in May.", 0, NULL},
		{"WA405", "Bank to close (Reuters)\n\nThe bank will close in May. It was founded in 1880.", 0, NULL},
	};
	STORIES(state, stories);
}

int main(void)
{
	const struct CMUnitTest tests[] = {cmocka_unit_test(a_chain_that_ends_at_home_is_a_circle),
		cmocka_unit_test(a_credit_of_the_headline_stands_in_the_text_too)};
	return cmocka_run_group_tests(tests, engine_open, engine_close);
}
