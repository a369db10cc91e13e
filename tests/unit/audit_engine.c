#include <stdlib.h>
#include <string.h>

#include "tests/unit/engine.h"

#include "base/limits.h"

static void rules_are_found(void **state)
{
	const struct wa_engine *engine = *state;
	size_t count;
	const struct wa_rule *rules = wa_rules(engine, &count);
	assert_true(count > 10);
	for (size_t i = 0; i < count; i++) {
		assert_ptr_equal(wa_rule_find(engine, rules[i].code), &rules[i]);
		assert_ptr_equal(wa_rule_find(engine, rules[i].name), &rules[i]);
		assert_true(*rules[i].summary && *rules[i].why && *rules[i].mend && *rules[i].source);
		assert_true(*rules[i].good && *rules[i].bad && *rules[i].family);
	}
	assert_ptr_equal(wa_rule_find(engine, "wa101"), wa_rule_find(engine, "WA101"));
	assert_null(wa_rule_find(engine, "WA"));
	assert_null(wa_rule_find(engine, ""));
}

static void agencies_are_listed(void **state)
{
	size_t count, found = 0;
	const struct wa_agency *agencies = wa_agencies(*state, &count);
	assert_true(count > 300);
	for (size_t i = 0; i < count; i++) {
		assert_true(*agencies[i].id && *agencies[i].name && *agencies[i].aliases && *agencies[i].type);
		found += strcmp(agencies[i].id, "reuters") == 0 || strcmp(agencies[i].id, "afp") == 0;
	}
	assert_int_equal(found, 2);
}

static void settings_are_listed(void **state)
{
	size_t count;
	const struct wa_setting *settings = wa_settings(*state, &count);
	assert_true(count > 10);
	for (size_t i = 0; i < count; i++) {
		assert_true(*settings[i].key);
		assert_non_null(settings[i].value);
		assert_string_equal(settings[i].origin, "built-in");
		for (size_t k = 0; k < i; k++)
			assert_string_not_equal(settings[i].key, settings[k].key);
	}
}

static void engines_alike_have_one_fingerprint(void **state)
{
	struct wa_engine *other = NULL;
	assert_int_equal(wa_engine_open(&(struct wa_options){0}, &other, NULL), WA_OK);
	assert_int_equal(strlen(wa_engine_fingerprint(other)), 16);
	assert_string_equal(wa_engine_fingerprint(other), wa_engine_fingerprint(*state));
	wa_engine_close(other);
}

static void trouble_leaves_no_engine(void **state)
{
	struct wa_engine *engine = *state;
	struct wa_error error = {0};
	assert_int_equal(wa_engine_open(&(struct wa_options){.config = "/nowhere/wireaudit.yaml"}, &engine, &error), WA_ERR_IO);
	assert_null(engine);
	assert_string_equal(error.file, "/nowhere/wireaudit.yaml");
	assert_int_equal(wa_engine_open(&(struct wa_options){.config = "/nowhere/wireaudit.yaml"}, &engine, NULL), WA_ERR_IO);
	wa_engine_close(NULL);
	assert_null(wa_engine_desk(*state, "world/a.html", (struct wa_str){"World", 5}));
	assert_string_equal(wa_version(), WA_VERSION);
}

/* A paragraph of so many words, with one attribution; whether the tagger looked at that. */
static bool is_tagged(const struct wa_engine *engine, size_t words)
{
	static const char said[] = "The storm has passed, the mayor said. ", word[] = "and ";
	const size_t own = 9; /* words and marks of `said` */
	size_t size = sizeof said - 1 + (words - own) * (sizeof word - 1), count;
	char *text = malloc(size);
	struct wa_result *result = NULL;
	const struct wa_attribution *rows;
	bool tagged;
	assert_non_null(text);
	memcpy(text, said, sizeof said - 1);
	for (size_t i = 0; i < words - own; i++)
		memcpy(text + sizeof said - 1 + i * (sizeof word - 1), word, sizeof word - 1);
	assert_int_equal(wa_audit(engine, &(struct wa_input){.uri = "a.txt", .bytes = text, .size = size}, &result, NULL), WA_OK);
	rows = wa_result_attributions(result, &count);
	assert_int_equal(count, 1);
	tagged = rows[0].confidence > 0;
	wa_result_free(result);
	free(text);
	return tagged;
}

static void long_paragraphs_are_left_to_the_rules(void **state)
{
	assert_true(is_tagged(*state, 20));
	assert_true(is_tagged(*state, LIMIT_TAGGED_TOKENS));
	assert_false(is_tagged(*state, LIMIT_TAGGED_TOKENS + 1));
}

int main(void)
{
	const struct CMUnitTest tests[] = {cmocka_unit_test(rules_are_found), cmocka_unit_test(agencies_are_listed),
		cmocka_unit_test(settings_are_listed), cmocka_unit_test(engines_alike_have_one_fingerprint),
		cmocka_unit_test(trouble_leaves_no_engine), cmocka_unit_test(long_paragraphs_are_left_to_the_rules)};
	return cmocka_run_group_tests(tests, engine_open, engine_close);
}
