#include "tests/unit/lint_story.h"

#define HEADLINE "Blast kills 17 in market\n\n"

static void a_headline_is_borne_out_by_number_or_sum(void **state)
{
	static const struct story stories[] = {
		{"WA601", HEADLINE "A blast killed 15 people, police said.", 1, "kills 17"},
		{"WA601", HEADLINE "A blast killed 17 people, police said.", 0, NULL},
		{"WA601", HEADLINE "A blast killed seventeen people, police said.", 0, NULL},
		{"WA601", HEADLINE "A blast killed 12 shoppers. Five guards died as well, police said.", 0, NULL},
		{"WA601", HEADLINE "A blast killed 16 people, police said. Of 17 brought in, one lived.", 0, NULL},
		{"WA601", HEADLINE "A blast tore through the fish hall, police said.", 0, NULL},
		{"WA601", "Blast kills 17, injures 30\n\nA blast killed 17 people and injured 28, police said.", 1, "injures 30"},
		{"WA601", "Blast kills 17, injures 30\n\nA blast killed 15 people and injured 28, police said.", 1, "kills 17"},
		{"WA601", "Dozens die in market blast\n\nA blast killed 15 people, police said.", 0, NULL},
		{"WA601", "Over 10 die in market blast\n\nA blast killed 15 people, police said.", 0, NULL},
	};
	STORIES(state, stories);
}

static void a_late_source_is_told_in_place_of_the_claim(void **state)
{
	const char *text = "A blast killed 17 people in a market on Monday.\n\nPolice said the blast tore through the fish hall.";
	struct found lead = story_find(state, text, "WA602");
	assert_int_equal(lead.count, 1);
	assert_int_equal(lead.para, 1);
	assert_non_null(strstr(lead.message, "Police"));
	assert_int_equal(story_find(state, text, "WA101").count, 0);
}

static void sides_of_a_fight_are_checked_once(void **state)
{
	static const struct story stories[] = {
		{"WA311", "The rebels said they had killed 30 soldiers. They said they had captured the town.", 1, NULL},
		{"WA311", "The rebels said they had killed 30 soldiers.\n\nNeither claim could be verified.", 0, NULL},
		{"WA311", "The hospital said 30 soldiers had been killed.", 0, NULL},
	};
	STORIES(state, stories);
}

int main(void)
{
	const struct CMUnitTest tests[] = {cmocka_unit_test(a_headline_is_borne_out_by_number_or_sum),
		cmocka_unit_test(a_late_source_is_told_in_place_of_the_claim), cmocka_unit_test(sides_of_a_fight_are_checked_once)};
	return cmocka_run_group_tests(tests, engine_open, engine_close);
}
