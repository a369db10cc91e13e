#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "reports/json_out.h"

static struct wa_sink *sink;

static int setup(void **state)
{
	(void)state;
	sink = wa_sink_memory();
	return sink ? 0 : -1;
}

static int teardown(void **state)
{
	(void)state;
	wa_sink_abandon(sink);
	return 0;
}

static void expect(const char *wanted, size_t size)
{
	struct wa_str got = wa_sink_text(sink);
	assert_int_equal(got.len, size);
	assert_memory_equal(got.ptr, wanted, size);
	wa_sink_clear(sink);
}

#define BROKEN "\xEF\xBF\xBD"

static void strings_are_escaped_and_valid(void **state)
{
	static const struct {
		const char *text;
		size_t size;
		const char *json;
	} rows[] = {
		{"", 0, "\"\""},
		{"plain words that are longer than eight bytes", 44, "\"plain words that are longer than eight bytes\""},
		{"say \"no\" \\ twice", 16, "\"say \\\"no\\\" \\\\ twice\""},
		{"a\tb\nc\rd\be\ff", 11, "\"a\\tb\\nc\\rd\\be\\ff\""},
		{"nul\0bell\a", 9, "\"nul\\u0000bell\\u0007\""},
		{"\x1F\x7F", 2, "\"\\u001f\x7F\""},
		{"caf\xC3\xA9 \xE2\x80\x9C\xF0\x9F\x98\x80", 13, "\"caf\xC3\xA9 \xE2\x80\x9C\xF0\x9F\x98\x80\""},
		{"\x80lone", 5, "\"" BROKEN "lone\""},
		{"cut\xE2\x80", 5, "\"cut" BROKEN BROKEN "\""},
		{"\xC0\xAFlong \xED\xA0\x80", 10, "\"" BROKEN BROKEN "long " BROKEN BROKEN BROKEN "\""},
		{"\xF4\x90\x80\x80", 4, "\"" BROKEN BROKEN BROKEN BROKEN "\""},
	};
	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct jout j = jout_on(sink);
		jout_string(&j, (struct wa_str){rows[i].text, rows[i].size});
		expect(rows[i].json, strlen(rows[i].json));
	}
}

static void a_special_byte_is_found_in_any_place(void **state)
{
	(void)state;
	for (unsigned c = 0; c < 256; c++)
		for (size_t at = 0; at < 19; at++) {
			char text[19], wanted[32];
			memset(text, 'x', sizeof text);
			text[at] = (char)c;
			struct jout j = jout_on(sink);
			jout_string(&j, (struct wa_str){text, sizeof text});
			bool plain = c >= 0x20 && c < 0x80 && c != '"' && c != '\\';
			struct wa_str got = wa_sink_text(sink);
			snprintf(wanted, sizeof wanted, "\"%.*s\"", (int)sizeof text, text);
			if (plain)
				assert_memory_equal(got.ptr, wanted, got.len);
			else
				assert_true(got.len > sizeof text + 2);
			wa_sink_clear(sink);
		}
}

static void numbers_are_short_and_exact(void **state)
{
	static const struct {
		double number;
		const char *json;
	} rows[] = {
		{0, "0"},
		{12, "12"},
		{-3, "-3"},
		{2000000, "2000000"},
		{2.5, "2.5"},
		{0.1, "0.1"},
		{1.0 / 3, "0.3333333333333333"},
		{1e300, "1e+300"},
	};
	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct jout j = jout_on(sink);
		jout_number(&j, rows[i].number);
		expect(rows[i].json, strlen(rows[i].json));
	}
	struct jout j = jout_on(sink);
	jout_number(&j, (double)NAN);
	jout_number(&j, (double)INFINITY);
	jout_uint(&j, UINT64_MAX);
	expect("null,null,18446744073709551615", 30);
}

static void commas_look_after_themselves(void **state)
{
	static const char wanted[] = "{\"a\":[1,[2,3],{}],\"b\":null,\"c\":true}\n{\"d\":\"x\"}\n";
	struct jout j = jout_on(sink);
	(void)state;
	jout_open(&j, '{');
	jout_key(&j, "a");
	jout_open(&j, '[');
	jout_uint(&j, 1);
	jout_span(&j, 2, 3);
	jout_open(&j, '{');
	jout_close(&j, '}');
	jout_close(&j, ']');
	jout_key(&j, "b");
	jout_text(&j, NULL);
	jout_key(&j, "c");
	jout_bool(&j, true);
	jout_close(&j, '}');
	jout_line(&j);
	jout_open(&j, '{');
	jout_key(&j, "d");
	jout_text(&j, "x");
	jout_close(&j, '}');
	jout_line(&j);
	expect(wanted, sizeof wanted - 1);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(strings_are_escaped_and_valid),
		cmocka_unit_test(a_special_byte_is_found_in_any_place),
		cmocka_unit_test(numbers_are_short_and_exact),
		cmocka_unit_test(commas_look_after_themselves),
	};
	return cmocka_run_group_tests(tests, setup, teardown);
}
