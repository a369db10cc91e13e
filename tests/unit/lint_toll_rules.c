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

static void the_other_figure_is_quoted(void **state)
{
	struct found found = story_find(state, FIRST "The blast killed 23 people, the mayor said.", "WA801");
	assert_non_null(strstr(found.message, "killed 17 people"));
	assert_int_equal(found.para, 2);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(figures_told_alike_must_agree), cmocka_unit_test(the_other_figure_is_quoted)};
	return cmocka_run_group_tests(tests, story_open, story_close);
}
