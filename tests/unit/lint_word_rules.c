#include "tests/unit/lint_story.h"

static void words_are_pointed_at(void **state)
{
	static const struct story stories[] = {
		{"WA701", "The storm caused casualties in three provinces.", 1, "casualties"},
		{"WA701", "Casualty figures rose. Casualties were brought to the school.", 2, "Casualty figures"},
		{"WA310", "Unconfirmed reports of shots went round the port.", 1, "Unconfirmed reports"},
		{"WA304", "A diplomat who was not authorized to speak said the talks had failed.", 1, "not authorized to speak"},
		{"WA404", "The mine was flooded, Reuters reported, citing the local media.", 1, "local media"},
		{"WA404", "Local media were kept out by a cordon, Reuters reported, citing the mayor.", 0, NULL},
	};
	STORIES(state, stories);
}

static void accusers_settle_alleged(void **state)
{
	static const struct story stories[] = {
		{"WA307", "The guard allegedly sold the keys.", 1, "allegedly"},
		{"WA307", "Police searched the flat. The guard allegedly sold the keys.", 0, NULL},
		{"WA307", "Police searched the flat. It rained. The guard allegedly sold the keys.", 1, "allegedly"},
		{"WA307", "The guard allegedly sold the keys, the baker said.", 0, NULL},
		{"WA307",
			"Guard allegedly sold keys of museum\n\nThe museum was closed on Monday while its director, Ana Lopes, "
			"counted the keys of all its rooms.",
			0, NULL},
	};
	STORIES(state, stories);
}

static void only_the_desks_own_verbs_are_loaded(void **state)
{
	static const struct story stories[] = {
		{"WA702", "The minister claimed the bridge was safe.", 1, "claimed"},
		{"WA702", "\"The minister claimed the bridge was safe,\" said the engineer.", 0, NULL},
		{"WA702", "The group claimed responsibility for the bombing.", 0, NULL},
		{"WA702", "The driver admitted the theft before a judge.", 0, NULL},
	};
	STORIES(state, stories);
}

int main(void)
{
	const struct CMUnitTest tests[] = {cmocka_unit_test(words_are_pointed_at), cmocka_unit_test(accusers_settle_alleged),
		cmocka_unit_test(only_the_desks_own_verbs_are_loaded)};
	return cmocka_run_group_tests(tests, engine_open, engine_close);
}
