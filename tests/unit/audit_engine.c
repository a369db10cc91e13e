#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

#include "wireaudit/engine.h"

static int open_engine(void **state)
{
	struct wa_engine *engine = NULL;
	struct wa_error error = {0};
	if (wa_engine_open(NULL, &engine, &error) != WA_OK)
		fail_msg("%s:%u: %s", error.file, error.line, error.message);
	*state = engine;
	return 0;
}

static int close_engine(void **state)
{
	wa_engine_close(*state);
	return 0;
}

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

int main(void)
{
	const struct CMUnitTest tests[] = {cmocka_unit_test(rules_are_found), cmocka_unit_test(agencies_are_listed),
		cmocka_unit_test(settings_are_listed), cmocka_unit_test(engines_alike_have_one_fingerprint),
		cmocka_unit_test(trouble_leaves_no_engine)};
	return cmocka_run_group_tests(tests, open_engine, close_engine);
}
