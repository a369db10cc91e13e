#include "tests/unit/lint_story.h"

#define POLL "A poll by Lindgren Research put support for the plan at 52 percent."

static void what_is_missing_is_told_once(void **state)
{
	static const struct story stories[] = {
		{"WA501", POLL " Another of its polls put it at 49 percent.", 1, NULL},
		{"WA501", POLL "\n\nThe institute surveyed 1,004 voters.", 0, NULL},
		{"WA501", POLL "\n\nThe institute surveyed nine voters.", 1, NULL},
		{"WA501", "A poll of 1,200 voters by Lindgren Research put support at 52 percent.", 0, NULL},
		{"WA502", POLL "\n\nThe institute surveyed voters from Monday on.", 0, NULL},
		{"WA502", POLL "\n\nParliament meets on Monday.", 1, NULL},
		{"WA503", POLL "\n\nThe margin of error is three points.", 0, NULL},
		{"WA503", "A poll is planned for the spring.", 0, NULL},
	};
	STORIES(state, stories);
}

static void a_poll_leads_from_headline_or_first_paragraph(void **state)
{
	static const struct story stories[] = {
		{"WA504", POLL, 1, NULL},
		{"WA504", "Parliament votes on Friday.\n\n" POLL, 0, NULL},
		{"WA504", "Poll puts support for plan at 52 percent\n\nParliament votes on the plan on Friday.", 1, NULL},
	};
	STORIES(state, stories);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(what_is_missing_is_told_once), cmocka_unit_test(a_poll_leads_from_headline_or_first_paragraph)};
	return cmocka_run_group_tests(tests, engine_open, engine_close);
}
