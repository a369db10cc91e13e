/* JSON with offsets: sound, sloppy and broken. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/limits.h"
#include "base/str.h"
#include "read/json_tree.h"

/* A text, a path of keys in it, and the string found there (undecoded); NULL when there is none. */
static const struct {
	const char *text, *key, *inner, *value;
	bool broken;
} rows[] = {
	{"{\"a\":\"b\"}", "a", NULL, "b", false},
	{" \n{ \"x\" : {\"y\": \"no\"} , \"a\" : \"b\" } ", "a", NULL, "b", false},
	{"{\"x\":{\"a\":\"no\"},\"y\":[\"a\",\"no\"],\"a\":\"b\"}", "a", NULL, "b", false},
	{"{\"a\":{\"c\":\"d\"}}", "a", "c", "d", false},
	{"{\"a\":\"say \\\"b\\\"\"}", "a", NULL, "say \\\"b\\\"", false},
	{"{\"a\":\"line\nbreak\",}", "a", NULL, "line\nbreak", false},
	{"<!-- {\"n\":1,\"a\":\"b\"} -->", "a", NULL, "b", false},
	{"// note\n{\"n\":true, // note\n\"a\":\"b\"}", "a", NULL, "b", false},
	{"{\"a\":\"cut", "a", NULL, "cut", true},
	{"{\"a\":\"b\",\"c\":[1,2", "a", NULL, "b", true},
	{"{\"a\":7}", "a", NULL, NULL, false},
	{"{}", "a", NULL, NULL, false},
	{"[]", "a", NULL, NULL, false},
	{"nothing", "a", NULL, NULL, false},
	{"", "a", NULL, NULL, false},
};

static void members_are_as_tabled(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		struct json json;
		uint32_t node;
		assert_true(json_parse(&json, rows[i].text, 0, strlen(rows[i].text)));
		node = json_member(&json, 0, rows[i].key);
		if (node && rows[i].inner)
			node = json_member(&json, node, rows[i].inner);
		if (node && !json_is_text(&json, node))
			node = 0;
		if (rows[i].value) {
			struct wa_str raw = json_raw(&json, node);
			assert_int_not_equal(node, 0);
			assert_int_equal(raw.len, strlen(rows[i].value));
			assert_memory_equal(raw.ptr, rows[i].value, raw.len);
		} else {
			assert_int_equal(node, 0);
		}
		assert_int_equal(json.broken, rows[i].broken);
		json_release(&json);
	}
}

static const struct {
	const char *escape;
	size_t len;
	const char *utf8;
} escapes[] = {
	{"\\n", 2, "\n"},
	{"\\\"x", 2, "\""},
	{"\\/", 2, "/"},
	{"\\u00e9", 6, "\xC3\xA9"},
	{"\\ud83d\\ude00", 12, "\xF0\x9F\x98\x80"},
	{"\\ud83d", 6, "\xEF\xBF\xBD"},
	{"\\ud83d\\u0041", 6, "\xEF\xBF\xBD"},
	{"\\u00g9", 1, "\\"},
	{"\\u00", 1, "\\"},
	{"\\q", 1, "\\"},
	{"\\", 1, "\\"},
};

static void escapes_are_as_tabled(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof escapes / sizeof escapes[0]; i++) {
		char out[JSON_ESCAPE_UTF8];
		size_t len = 0;
		assert_int_equal(
			json_escape(escapes[i].escape, escapes[i].escape + strlen(escapes[i].escape), out, &len), escapes[i].len);
		assert_int_equal(len, strlen(escapes[i].utf8));
		assert_memory_equal(out, escapes[i].utf8, len);
	}
}

static void depth_has_a_limit(void **state)
{
	size_t size = LIMIT_JSON_DEPTH * 4u;
	char *text = malloc(size);
	struct json json;
	(void)state;
	assert_non_null(text);
	memset(text, '[', size);
	assert_true(json_parse(&json, text, 0, size));
	assert_true(json.broken);
	assert_int_equal(json.nodes.items[0].end, json.nodes.count);
	json_release(&json);
	free(text);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(members_are_as_tabled),
		cmocka_unit_test(escapes_are_as_tabled),
		cmocka_unit_test(depth_has_a_limit),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
