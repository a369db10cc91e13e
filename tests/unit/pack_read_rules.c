#include "tests/unit/pack_scratch.h"

#include "base/limits.h"

#define NEW                                                                                                                 \
	"rules:\n  - code: WA199\n    name: test-rule\n    family: sources\n    level: note\n    mend: m\n    summary: s\n" \
	"    why: w\n    source: o\n    bad: [b]\n    good: [g]\n"

static const struct mistake mistakes[] = {
	{"a.yaml", "rules:\n  - name: x\n", "2:5: this rule lacks the key \"code\""},
	{"a.yaml", "rules:\n  - code: WA101\n    levle: off\n", "3:5: a rule has no key \"levle\"; did you mean \"level\"?"},
	{"a.yaml", "rules:\n  - code: WA101\n    level: loud\n",
		"3:12: there is no level \"loud\"; expected off, note, warning or error"},
	{"a.yaml", "rules:\n  - code: WA101\n    family: claim\n", "3:13: there is no family \"claim\"; did you mean \"claims\"?"},
	{"a.yaml", "rules:\n  - code: WA101\n    claims: [deads]\n",
		"3:14: there is no claim type \"deads\"; did you mean \"deaths\"?"},
	{"a.yaml", "rules:\n  - code: WA101\n    claims: [crime]\n", "2:5: crime claims belong to the rule WA107 already"},
	{"a.yaml", "rules:\n  - code: WA101\n    name: crime-unattributed\n",
		"2:5: the rule WA107 is named \"crime-unattributed\" already"},
	{"a.yaml", "rules:\n  - code: WA101\n    message: '{qoute} is bare'\n",
		"3:14: there is no placeholder \"qoute\"; did you mean \"quote\"?"},
	{"a.yaml", "rules:\n  - code: WA101\n    mend: '{quote'\n", "3:11: { is not closed in \"{quote\""},
	{"a.yaml", "rules:\n  - code: WA101\n    mend: 'a] b'\n", "3:11: [ and ] do not pair in \"a] b\""},
	{"a.yaml", "rules:\n  - code: WA101\n    mend: '[a'\n", "3:11: [ is not closed in \"[a\""},
	{"a.yaml", "rules:\n  - code: WA101\n    level: off\n  - code: WA101\n    level: note\n",
		"4:5: the rule \"WA101\" stands twice; first in line 2"},
	{"a.yaml", "rules:\n  - code: WA101\n    bad: one\n", "3:10: bad is text; expected a list, [like, this]"},
	{"a.yaml", "rules:\n  - code: WA101\n    good: []\n", "3:11: the list of examples is empty"},
	{"a.yaml", "rules:\n  - code: WA199\n", "2:5: the new rule WA199 lacks the key \"name\""},
	{"a.yaml", NEW, "2:5: the rule WA199 is about no claims, so it needs the key \"message\""},
	{"a.yaml", NEW "    message: m\n    claims: [money]\n",
		"2:5: the rule WA199 is about claims, so it needs the key \"noun\""},
	{"a.yaml", NEW "    message: m\n", ""},
	{"a.yaml", "rules:\n  - code: WA101\n    level: off\n", ""},
	{"a.yaml", "states:\n  - state: none\n", "2:5: this state lacks the key \"message\""},
	{"a.yaml", "states:\n  - {state: nome, message: a, mend: b}\n", "2:13: there is no state \"nome\"; did you mean \"none\"?"},
	{"a.yaml", "states:\n  - {state: none, message: a, mend: b}\n  - {state: none, message: a, mend: b}\n",
		"3:5: the state \"none\" stands twice; first in line 2"},
	{"a.yaml", "states:\n  - {state: none, message: \"{noun}: {quote}\", mend: b}\n", ""},
};

static void rules_are_strict(void **state)
{
	(void)state;
	check_mistakes(mistakes, sizeof mistakes / sizeof *mistakes);
}

/* What a pack says of a known rule takes the place of what was said; the rest stays. */
static void rules_are_overridden(void **state)
{
	static const char text[] =
		"rules:\n  - code: WA107\n    mend: Ask the desk\nstates:\n  - {state: none, message: a, mend: b}\n";
	const char *path = scratch_write("a.yaml", text, sizeof text - 1);
	struct packs *packs = NULL;
	const struct wa_rule *rule;
	(void)state;
	assert_int_equal(load_file(path, &packs, NULL), WA_OK);
	rule = packs_rule(packs, "wa107");
	assert_non_null(rule);
	assert_ptr_equal(rule, packs_rule(packs, "crime-unattributed"));
	assert_null(packs_rule(packs, "WA000"));
	assert_string_equal(rule->mend, "Ask the desk");
	assert_string_equal(rule->name, "crime-unattributed");
	assert_int_equal(rule->level, WA_LEVEL_ERROR);
	assert_string_equal(packs->state_texts[WA_STATE_NONE].mend, "b");
	assert_non_null(packs->state_texts[WA_STATE_VAGUE].message);
	packs_free(packs);
	(void)unlink(path);
}

static void too_many_rules_are_refused(void **state)
{
	const size_t room = 200000;
	char *text = malloc(room);
	size_t size;
	struct packs *packs = NULL;
	struct wa_error error = {0};
	const char *path;
	(void)state;
	assert_non_null(text);
	size = (size_t)snprintf(text, room, "rules:\n");
	for (unsigned i = 0; i < LIMIT_RULES; i++)
		size += (size_t)snprintf(text + size, room - size,
			"  - {code: c%u, name: n%u, family: sources, level: note, mend: m, summary: s, why: w, source: s, bad: "
			"[b], "
			"good: [g], message: m}\n",
			i, i);
	path = scratch_write("a.yaml", text, size);
	assert_int_equal(load_file(path, &packs, &error), WA_ERR_CONFIG);
	assert_string_equal(error.message, "more than 1000 rules");
	(void)unlink(path);
	free(text);
}

int main(void)
{
	const struct CMUnitTest tests[] = {cmocka_unit_test(rules_are_strict), cmocka_unit_test(rules_are_overridden),
		cmocka_unit_test(too_many_rules_are_refused)};
	return cmocka_run_group_tests(tests, scratch_make, scratch_remove);
}
