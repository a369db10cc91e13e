#include "tests/unit/lint_story.h"

static void bare_witnesses_are_told(void **state)
{
	static const struct story stories[] = {
		{"WA308", "Witnesses said the plane had circled twice.", 1, "Witnesses"},
		{"WA308", "Three witnesses said the plane had circled twice.", 0, NULL},
		{"WA308", "Witnesses at the pier said the plane had circled twice.", 0, NULL},
	};
	STORIES(state, stories);
}

static void a_study_has_its_home_close_by(void **state)
{
	static const struct story stories[] = {
		{"WA309", "A new study shows that naps help.", 1, "A new study"},
		{"WA309", "A new study shows that naps help.\n\nIt was led by a professor of the clinic in Lund.", 0, NULL},
		{"WA309", "The study shows that naps help.", 0, NULL},
		{"WA309", "Study shows naps help\n\nChildren slept in class.", 0, NULL},
	};
	STORIES(state, stories);
}

static void an_agency_is_no_source_of_its_own_story(void **state)
{
	static const struct story stories[] = {
		{"WA312", "LISBON (Reuters) - The port will be closed, Reuters reported.", 1, "Reuters"},
		{"WA312", "LISBON (Reuters) - The port will be closed, AFP reported.", 0, NULL},
		{"WA312", "LISBON (Reuters) - Fewer ships came, a Reuters analysis showed.", 0, NULL},
	};
	STORIES(state, stories);
}

int main(void)
{
	const struct CMUnitTest tests[] = {cmocka_unit_test(bare_witnesses_are_told),
		cmocka_unit_test(a_study_has_its_home_close_by), cmocka_unit_test(an_agency_is_no_source_of_its_own_story)};
	return cmocka_run_group_tests(tests, engine_open, engine_close);
}
