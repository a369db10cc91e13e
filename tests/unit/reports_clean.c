/* What copy may do to a terminal: nothing. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>
#include <string.h>

#include "reports/u8.h"
#include "wireaudit/report.h"

static void what_steers_is_replaced(void **state)
{
	static const struct {
		const char *text, *clean;
	} rows[] = {
		{"", ""},
		{"Nine died in Öland, 死者9人.", "Nine died in Öland, 死者9人."},
		{"\x1B[31mred", U8_REPLACEMENT "[31mred"},
		{"tab\tline\nend\x7F", "tab" U8_REPLACEMENT "line" U8_REPLACEMENT "end" U8_REPLACEMENT},
		{"\xC2\x9B"
		 "31m",
			U8_REPLACEMENT "31m"}, /* CSI of one character */
		{"a\xE2\x80\xAE"
		 "b\xE2\x81\xA6"
		 "c",
			"a" U8_REPLACEMENT "b" U8_REPLACEMENT "c"}, /* U+202E, U+2066 */
		{"a\xE2\x80\xA9"
		 "b\xE2\x81\xAA"
		 "c",
			"a\xE2\x80\xA9"
			"b\xE2\x81\xAA"
			"c"}, /* their neighbours */
		{"cut \xE2\x82", "cut " U8_REPLACEMENT U8_REPLACEMENT},
		{"\xC0\xAF", U8_REPLACEMENT U8_REPLACEMENT},
	};
	struct wa_sink *sink = wa_sink_memory();
	(void)state;
	assert_non_null(sink);
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		wa_sink_clear(sink);
		wa_sink_write_clean(sink, (struct wa_str){rows[i].text, strlen(rows[i].text)});
		struct wa_str got = wa_sink_text(sink);
		assert_int_equal(got.len, strlen(rows[i].clean));
		assert_memory_equal(got.ptr, rows[i].clean, got.len);
	}
	wa_sink_clear(sink);
	wa_sink_write_clean(sink, (struct wa_str){NULL, 0});
	assert_int_equal(wa_sink_text(sink).len, 0);
	wa_sink_abandon(sink);
}

int main(void)
{
	const struct CMUnitTest tests[] = {cmocka_unit_test(what_steers_is_replaced)};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
