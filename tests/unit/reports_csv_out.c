#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "reports/csv_out.h"

static void text_is_quoted_and_guarded(void **state)
{
	static const struct {
		const char *text, *guarded, *bare;
	} rows[] = {
		{"plain", "plain", "plain"},
		{"", "", ""},
		{"one, two", "\"one, two\"", "\"one, two\""},
		{"he said \"no\"", "\"he said \"\"no\"\"\"", "\"he said \"\"no\"\"\""},
		{"two\nlines", "\"two\nlines\"", "\"two\nlines\""},
		{" space", "\" space\"", "\" space\""},
		{"=1+1", "'=1+1", "=1+1"},
		{"+44 20", "'+44 20", "+44 20"},
		{"-5", "'-5", "-5"},
		{"@sum", "'@sum", "@sum"},
		{"\t=1", "'\t=1", "\t=1"},
		{"\r=1", "\"'\r=1\"", "\"\r=1\""},
		{"=a,\"b\"", "\"'=a,\"\"b\"\"\"", "\"=a,\"\"b\"\"\""},
		{"\xEF\xBC\x9Dx", "'\xEF\xBC\x9Dx", "\xEF\xBC\x9Dx"},
		{"\xE2\x80\x94 dash", "\xE2\x80\x94 dash", "\xE2\x80\x94 dash"},
		{"bro\x80ken", "bro\xEF\xBF\xBDken", "bro\xEF\xBF\xBDken"},
	};
	struct wa_sink *sink = wa_sink_memory();
	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		for (int guard = 0; guard < 2; guard++) {
			struct csv csv = {.sink = sink, .guard = guard};
			const char *wanted = guard ? rows[i].guarded : rows[i].bare;
			csv_text(&csv, rows[i].text);
			struct wa_str got = wa_sink_text(sink);
			assert_int_equal(got.len, strlen(wanted));
			assert_memory_equal(got.ptr, wanted, got.len);
			wa_sink_clear(sink);
		}
	wa_sink_abandon(sink);
}

static void numbers_are_never_guarded(void **state)
{
	static const char wanted[] = "-3,2.5,,7,,\r\nx\r\n";
	struct wa_sink *sink = wa_sink_memory();
	struct csv csv = {.sink = sink, .guard = true};
	(void)state;
	csv_number(&csv, -3);
	csv_number(&csv, 2.5);
	csv_number(&csv, (double)NAN);
	csv_uint(&csv, 7);
	csv_empty(&csv);
	csv_text(&csv, NULL);
	csv_row(&csv);
	csv_text(&csv, "x");
	csv_row(&csv);
	struct wa_str got = wa_sink_text(sink);
	assert_int_equal(got.len, sizeof wanted - 1);
	assert_memory_equal(got.ptr, wanted, got.len);
	wa_sink_abandon(sink);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(text_is_quoted_and_guarded),
		cmocka_unit_test(numbers_are_never_guarded),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
