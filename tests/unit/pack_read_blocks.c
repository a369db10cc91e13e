#include "tests/unit/pack_scratch.h"

#define HEAD "language: en\nblocks:\n"
#define BLOCK HEAD "  - id: t\n    class: [cue]\n"

static const struct mistake mistakes[] = {
	{"a.yaml", HEAD "  - class: [cue]\n", "3:5: this block lacks the key \"id\""},
	{"a.yaml", HEAD "  - id: t\n", "3:5: this block lacks the key \"class\""},
	{"a.yaml", HEAD "  - cue\n", "3:5: block is text; expected keys with values"},
	{"a.yaml", BLOCK "    wrods: [x]\n", "5:5: a block has no key \"wrods\"; did you mean \"words\"?"},
	{"a.yaml", HEAD "  - id: t\n    class: cue\n", "4:12: class is text; expected a list, [like, this]"},
	{"a.yaml", HEAD "  - id: t\n    class: []\n", "4:12: class is an empty list; expected at least one class"},
	{"a.yaml", HEAD "  - id: t\n    class: [cue, cue-beleif]\n",
		"4:18: there is no class \"cue-beleif\"; did you mean \"cue-belief\"?"},
	{"a.yaml", HEAD "  - id: t\n    class: [xyzzy]\n", "4:13: there is no class \"xyzzy\""},
	{"a.yaml", BLOCK "    words: [good, [bad]]\n", "5:19: a word is a list, [like, this]; expected text"},
	{"a.yaml", BLOCK "    words: [good, \"\"]\n", "5:19: \"\": a word is empty"},
	{"a.yaml", BLOCK "    words: [\"well, then\"]\n", "5:13: \"well, then\": only words can be found, no punctuation"},
	{"a.yaml", BLOCK "    words: [a b c d e f g h i j k l m]\n",
		"5:13: \"a b c d e f g h i j k l m\": a phrase has too many words"},
	{"a.yaml", BLOCK "    words: [good, fair,\n      good]\n", "6:7: \"good\" stands twice in the block; first in line 5"},
	{"a.yaml", BLOCK "    verbs: [a/b/c/d/e, a/b/c/d/e]\n", "5:24: \"a/b/c/d/e\" stands twice in the block; first in line 5"},
	{"a.yaml", BLOCK "    verbs: [say/says/said]\n",
		"5:13: \"say/says/said\" is no verb; expected five forms, what follows them, a weight from 1 to 100: "
		"point/points/pointed/pointed/pointing out 84"},
	{"a.yaml", BLOCK "    verbs: [a/b/c/d/e/f]\n",
		"5:13: \"a/b/c/d/e/f\" is no verb; expected five forms, what follows them, a weight from 1 to 100: "
		"point/points/pointed/pointed/pointing out 84"},
	{"a.yaml", BLOCK "    verbs: [say/says/said/said/saying 101]\n",
		"5:13: \"say/says/said/said/saying 101\" is no verb; expected five forms, what follows them, a weight from 1 to "
		"100: "
		"point/points/pointed/pointed/pointing out 84"},
	{"a.yaml", BLOCK "    verbs: [say/says/said/said/saying 0]\n",
		"5:13: \"say/says/said/said/saying 0\" is no verb; expected five forms, what follows them, a weight from 1 to 100: "
		"point/points/pointed/pointed/pointing out 84"},
	{"a.yaml", BLOCK "    values: [x]\n", "5:13: values is a list, [like, this]; expected keys with values"},
	{"a.yaml", BLOCK "    values: {dozen: twelve}\n", "5:21: \"twelve\" is no value; expected a number like 12 or 0.5"},
	{"a.yaml", BLOCK "    values: {dozen: -1}\n", "5:21: \"-1\" is no value; expected a number like 12 or 0.5"},
	{"a.yaml", BLOCK "    values: {dozen: 1.2.3}\n", "5:21: \"1.2.3\" is no value; expected a number like 12 or 0.5"},
	{"a.yaml", BLOCK "    values: {dozen: }\n", "5:21: \"\" is no value; expected a number like 12 or 0.5"},
	{"a.yaml", BLOCK "    yes: He said so.\n", "5:10: yes is text; expected a list, [like, this]"},
	{"a.yaml", BLOCK "    no: [{a: b}]\n", "5:10: an example is keys with values; expected text"},
	{"a.yaml", BLOCK "  - id: t\n    class: [cue]\n", "5:9: the block \"t\" stands twice; first in line 3"},
	/* a built-in block may be replaced */
	{"a.yaml", HEAD "  - id: cue.prepositions\n    class: [cue-prep]\n    words: [quoth]\n", ""},
};

static void blocks_are_strict(void **state)
{
	(void)state;
	check_mistakes(mistakes, sizeof mistakes / sizeof *mistakes);
}

int main(void)
{
	const struct CMUnitTest tests[] = {cmocka_unit_test(blocks_are_strict)};
	return cmocka_run_group_tests(tests, scratch_make, scratch_remove);
}
