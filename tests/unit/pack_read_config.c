#include "tests/unit/pack_scratch.h"

#define CONFIG "wireaudit.yaml"

static const struct mistake mistakes[] = {
	{CONFIG, "", ""},
	{CONFIG, "# nothing yet\n", ""},
	{CONFIG, "ruels: {}\n", "1:1: a configuration has no key \"ruels\"; did you mean \"rules\"?"},
	{CONFIG, "rules: [WA101]\n", "1:8: rules is a list, [like, this]; expected keys with values"},
	{CONFIG, "rules:\n  WA101: loud\n", "2:10: there is no level \"loud\"; expected off, note, warning or error"},
	{CONFIG, "rules:\n  WA101: [off]\n", "2:10: the level of a rule is a list, [like, this]; expected text"},
	{CONFIG, "rules:\n  toll-unatributed: off\n",
		"2:3: there is no rule \"toll-unatributed\"; did you mean \"toll-unattributed\"?"},
	{CONFIG, "rules:\n  WA999: off\n", "2:3: there is no rule \"WA999\"; did you mean \"WA109\"?"},
	{CONFIG, "rules:\n  WA101: off\n  toll-unattributed: note\n",
		"3:3: the level of the rule \"toll-unattributed\" is set twice; first in line 2"},
	{CONFIG, "rules:\n  WA101: off\n  WA101: note\n", "3:3: the key \"WA101\" stands twice; first in line 2"},
	{CONFIG, "level: high\n", "1:8: there is no level \"high\"; expected off, note, warning or error"},
	{CONFIG, "level: off\n", "1:8: level off would show nothing; expected note, warning or error"},
	{CONFIG, "fail-level: off\n", ""},
	{CONFIG, "fail-level: high\n", "1:13: there is no level \"high\"; expected off, note, warning or error"},
	{CONFIG, "outlet: The Gazette\n", "1:9: outlet is text; expected a list, [like, this]"},
	{CONFIG, "outlet: [\"\"]\n", "1:10: a name of the outlet is empty"},
	{CONFIG, "outlet: []\n", "1:9: outlet is an empty list; expected the names of the publication"},
	{CONFIG, "outlet: [Reuters]\n", "1:0: the alias \"Reuters\" belongs to the agency \"reuters\" already"},
	{CONFIG, "desks: [world]\n", "1:9: desk is text; expected keys with values"},
	{CONFIG, "desks:\n  - paths: [world/**]\n", "2:5: this desk lacks the key \"desk\""},
	{CONFIG, "desks:\n  - desk: world\n", "2:5: the desk has neither paths nor sections, so it would get nothing"},
	{CONFIG, "desks:\n  - desk: world\n    path: [a]\n", "3:5: a desk has no key \"path\"; did you mean \"paths\"?"},
	{CONFIG, "desks:\n  - desk: world\n    paths: [\"\"]\n", "3:13: paths is empty"},
	{CONFIG, "desks:\n  - {desk: world, paths: [a]}\n  - {desk: world, paths: [b]}\n", "3:12: the desk \"world\" stands twice"},
	{CONFIG, "rules-page: rules.md\n", "1:13: rules-page is no address; expected https://... or http://..."},
	{CONFIG, "allowed-sources: [\"\"]\n", "1:19: an allowed source is empty"},
	{CONFIG, "profiles:\n  - profile: a\n    paths: [a]\n", "2:5: this profile lacks the key \"rules\""},
	{CONFIG, "profiles:\n  - {profile: a, rules: {WA101: off}}\n",
		"2:5: the profile has no desks, paths or sections, so it would hold for nothing"},
	{CONFIG, "desks:\n  - {desk: World, paths: [a]}\nprofiles:\n  - {profile: a, desks: [Wrld], rules: {WA101: off}}\n",
		"4:26: there is no desk \"Wrld\"; did you mean \"World\"?"},
	{CONFIG, "profiles:\n  - {profile: a, paths: [a], rules: {WA101: off, WA999: off}}\n",
		"2:50: there is no rule \"WA999\"; did you mean \"WA109\"?"},
	{CONFIG, "profiles:\n  - {profile: a, paths: [a], rules: {WA101: off, toll-unattributed: note}}\n",
		"2:50: the level of the rule \"toll-unattributed\" is set twice; first in line 2"},
	{CONFIG, "rules: {WA101: off}\nprofiles:\n  - {profile: a, paths: [a], rules: {WA101: note}}\n", ""},
	{CONFIG, "profiles:\n  - {profile: a, paths: [a], rules: {}}\n  - {profile: a, paths: [b], rules: {}}\n",
		"3:15: the profile \"a\" stands twice"},
	{CONFIG, "packs: agencies.tsv\n", "1:8: packs is text; expected a list, [like, this]"},
};

static void configuration_is_strict(void **state)
{
	(void)state;
	check_mistakes(mistakes, sizeof mistakes / sizeof *mistakes);
}

static const char config[] = "# a newsroom's own\n"
			     "outlet: [The Orvost Gazette, Gazette]\n"
			     "level: note\n"
			     "rules:\n"
			     "  WA101: warning\n"
			     "  damage-unattributed: off\n"
			     "desks:\n"
			     "  - desk: World\n"
			     "    paths: [world/**, '*/foreign/*']\n"
			     "    sections: [World News]\n"
			     "  - desk: Sport\n"
			     "    sections: [Football, Rowing]\n"
			     "packs: [words.yaml]\n"
			     "profiles:\n"
			     "  - profile: results\n"
			     "    desks: [Sport]\n"
			     "    rules:\n"
			     "      WA101: note\n"
			     "  - profile: comment\n"
			     "    paths: [comment/**]\n"
			     "    sections: [Opinion]\n"
			     "    rules: {WA102: error, WA301: off}\n";
static const char words[] = "language: en\nblocks:\n  - {id: ours, class: [cue-strong], words: [quoth]}\n";

static struct packs *load_config(void)
{
	struct packs *packs = NULL;
	struct wa_error error = {0};
	(void)scratch_write("words.yaml", words, sizeof words - 1);
	if (load_file(scratch_write(CONFIG, config, sizeof config - 1), &packs, &error) != WA_OK)
		fail_msg("%s:%u: %s", error.file, error.line, error.message);
	(void)unlink(scratch_path("words.yaml"));
	(void)unlink(scratch_path(CONFIG));
	return packs;
}

static void check_setting(const struct packs *packs, const char *key, const char *value, const char *origin)
{
	char expected[160];
	const char *path = scratch_path(CONFIG);
	(void)snprintf(expected, sizeof expected, "%s%s", *origin == ':' ? path : "", origin);
	for (uint32_t i = 0; i < packs->setting_count; i++) {
		if (strcmp(packs->settings[i].key, key) != 0)
			continue;
		assert_string_equal(packs->settings[i].value, value);
		assert_string_equal(packs->settings[i].origin, expected);
		return;
	}
	fail_msg("no setting %s", key);
}

static void settings_tell_their_origin(void **state)
{
	struct packs *packs = load_config();
	(void)state;
	check_setting(packs, "outlet", "The Orvost Gazette|Gazette", ":2");
	check_setting(packs, "level", "note", ":3");
	check_setting(packs, "fail-level", "error", "built-in");
	check_setting(packs, "rules.WA101", "warning", ":5");
	check_setting(packs, "rules.WA102", "off", ":6");
	check_setting(packs, "rules.WA103", "error", "built-in");
	check_setting(packs, "desks.World.paths", "world/**|*/foreign/*", ":9");
	check_setting(packs, "desks.World.sections", "World News", ":10");
	check_setting(packs, "packs", "words.yaml", ":13");
	check_setting(packs, "profiles.results.desks", "Sport", ":16");
	check_setting(packs, "profiles.results.rules.WA101", "note", ":18");
	check_setting(packs, "profiles.comment.rules.WA301", "off", ":22");
	packs_free(packs);
}

static void configuration_takes_effect(void **state)
{
	struct packs *packs = load_config();
	const struct lexicon *lex = &packs->lex;
	(void)state;
	assert_int_equal(packs_rule(packs, "WA101")->level, WA_LEVEL_WARNING);
	assert_int_equal(packs_rule(packs, "WA102")->level, WA_LEVEL_OFF);
	assert_string_equal(packs->agencies[packs->agency_count - 1].id, "outlet");
	assert_string_equal(packs->agencies[packs->agency_count - 1].name, "The Orvost Gazette");
	assert_string_equal(packs->agencies[packs->agency_count - 1].aliases, "The Orvost Gazette|Gazette");
	assert_true(lex_is(lex, lex_find_text(lex, "quoth"), CLASS_CUE_STRONG));
	packs_free(packs);
}

static void desks_are_told(void **state)
{
	static const struct {
		const char *uri, *section, *desk;
	} rows[] = {
		{"world/a.html", NULL, "World"},
		{"/srv/copy/world/2024/a.html", "Rowing", "World"},
		{"copy/foreign/a.txt", NULL, "World"},
		{"copy/a.txt", "world news", "World"},
		{"copy/a.txt", "ROWING", "Sport"},
		{"copy/a.txt", "Weather", NULL},
		{"underworld/a.txt", NULL, NULL},
		{NULL, NULL, NULL},
	};
	struct packs *packs = load_config();
	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct wa_str section = {rows[i].section, rows[i].section ? strlen(rows[i].section) : 0};
		const char *desk = packs_desk(packs, rows[i].uri, section);
		assert_string_equal(desk ? desk : "none", rows[i].desk ? rows[i].desk : "none");
	}
	packs_free(packs);
}

static uint32_t index_of(const struct packs *packs, const char *rule)
{
	return (uint32_t)(packs_rule(packs, rule) - packs->rules);
}

static void profiles_take_what_their_desks_have(void **state)
{
	static const struct {
		const char *uri, *section, *profile, *key, *value;
	} rows[] = {
		{"copy/a.txt", "Rowing", "results", "desks", "Sport"},
		{"comment/a.txt", "Rowing", "results", "desks", "Sport"},
		{"comment/a.txt", NULL, "comment", "paths", "comment/**"},
		{"copy/a.txt", "opinion", "comment", "sections", "Opinion"},
		{"world/a.txt", NULL, NULL, NULL, NULL},
	};
	struct packs *packs = load_config();
	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct wa_str section = {rows[i].section, rows[i].section ? strlen(rows[i].section) : 0};
		struct wa_choice choice;
		const struct profile *profile = packs_profile(packs, rows[i].uri, section, NULL, &choice);
		assert_string_equal(choice.name ? choice.name : "none", rows[i].profile ? rows[i].profile : "none");
		assert_int_equal(profile == NULL, rows[i].profile == NULL);
		if (!profile)
			continue;
		assert_string_equal(choice.key, rows[i].key);
		assert_string_equal(choice.value, rows[i].value);
	}
	packs_free(packs);
}

static void a_profile_changes_only_the_levels_it_names(void **state)
{
	struct packs *packs = load_config();
	const struct profile *results = &packs->profiles[0], *comment = &packs->profiles[1];
	(void)state;
	assert_int_equal(packs->profile_count, 2);
	assert_int_equal(results->levels[index_of(packs, "WA101")], WA_LEVEL_NOTE);
	assert_int_equal(results->levels[index_of(packs, "WA102")], WA_LEVEL_OFF);
	assert_int_equal(results->levels[index_of(packs, "WA103")], WA_LEVEL_ERROR);
	assert_int_equal(comment->levels[index_of(packs, "WA101")], WA_LEVEL_WARNING);
	assert_int_equal(comment->levels[index_of(packs, "WA102")], WA_LEVEL_ERROR);
	assert_int_equal(comment->levels[index_of(packs, "WA301")], WA_LEVEL_OFF);
	assert_int_equal(packs_rule(packs, "WA102")->level, WA_LEVEL_OFF);
	packs_free(packs);
}

/* Packs that a configuration names are looked for beside it, and their mistakes are told as theirs. */
static void mistakes_of_named_packs(void **state)
{
	static const char text[] = "packs: [no/words.yaml]\n";
	const char *path = scratch_write(CONFIG, text, sizeof text - 1);
	struct packs *packs = NULL;
	struct wa_error error = {0};
	(void)state;
	assert_int_equal(load_file(path, &packs, &error), WA_ERR_IO);
	assert_string_equal(error.file, scratch_path("no/words.yaml"));
	(void)unlink(path);
}

static void fingerprint_follows_what_is_said(void **state)
{
	struct packs *plain = NULL, *configured = load_config(), *again = load_config();
	(void)state;
	assert_int_equal(packs_load(NULL, &plain, NULL), WA_OK);
	assert_int_equal(strlen(plain->fingerprint), 16);
	assert_string_not_equal(plain->fingerprint, configured->fingerprint);
	assert_string_equal(again->fingerprint, configured->fingerprint);
	packs_free(plain);
	packs_free(configured);
	packs_free(again);
}

int main(void)
{
	const struct CMUnitTest tests[] = {cmocka_unit_test(configuration_is_strict), cmocka_unit_test(settings_tell_their_origin),
		cmocka_unit_test(configuration_takes_effect), cmocka_unit_test(desks_are_told),
		cmocka_unit_test(profiles_take_what_their_desks_have), cmocka_unit_test(a_profile_changes_only_the_levels_it_names),
		cmocka_unit_test(mistakes_of_named_packs), cmocka_unit_test(fingerprint_follows_what_is_said)};
	return cmocka_run_group_tests(tests, scratch_make, scratch_remove);
}
