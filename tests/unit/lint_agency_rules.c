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

int main(void)
{
	const struct CMUnitTest tests[] = {cmocka_unit_test(a_chain_that_ends_at_home_is_a_circle)};
	return cmocka_run_group_tests(tests, story_open, story_close);
}
