#include "tests/unit/lint_story.h"

#define FIRST "The blast killed 17 people, police said.\n\n"

static void figures_told_alike_must_agree(void **state)
{
	static const struct story stories[] = {
		{"WA801", FIRST "The blast killed 23 people, the mayor said.", 1, "killed 23 people"},
		{"WA801", FIRST "The blast killed 17 people, the mayor said.", 0, NULL},
		{"WA801", FIRST "The blast killed 23 soldiers, the mayor said.", 0, NULL},
		{"WA801", FIRST "The blast injured 23 people, the mayor said.", 0, NULL},
		{"WA801", FIRST "Earlier, the mayor said the blast had killed 23 people.", 0, NULL},
		{"WA801", FIRST "The blast killed 23 people, a third paper said. The blast killed 17 people, the mayor said.", 1,
			NULL},
	};
	STORIES(state, stories);
}

static void another_day_place_or_event_tells_figures_apart(void **state)
{
	static const struct story stories[] = {
		{"WA801", "A blast killed 17 people in Mardan, police said. A blast killed 23 people in Orlo, police said.", 0,
			NULL},
		{"WA801", "A blast killed 17 people on Monday, police said. A blast killed 23 people on Friday, police said.", 0,
			NULL},
		{"WA801", "The blast killed 17 people, police said. The crash killed 23 people, police said.", 0, NULL},
		{"WA801", "The blast killed 17 people, police said. After the blast, 23 people died, the mayor said.", 1,
			"23 people died"},
		{"WA801", "Police said 17 people were killed. The mayor said 23 people had died.", 0, NULL},
	};
	STORIES(state, stories);
}

static void the_other_figure_is_quoted(void **state)
{
	struct found found = story_find(state, FIRST "The blast killed 23 people, the mayor said.", "WA801");
	assert_non_null(strstr(found.message, "killed 17 people"));
	assert_int_equal(found.para, 2);
}

int main(void)
{
	const struct CMUnitTest tests[] = {cmocka_unit_test(figures_told_alike_must_agree),
		cmocka_unit_test(another_day_place_or_event_tells_figures_apart), cmocka_unit_test(the_other_figure_is_quoted)};
	return cmocka_run_group_tests(tests, engine_open, engine_close);
}
