/* Dates as feeds write them. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "base/array.h"
#include "base/str.h"
#include "read/news.h"

/* As written, as read; "" for none. */
static const struct {
	const char *raw, *iso;
} rows[] = {
	{"2025-03-04T08:15:00Z", "2025-03-04T08:15:00Z"},
	{"2025-03-04T08:15:00.123+01:00", "2025-03-04T08:15:00+01:00"},
	{"2025-03-04 08:15", "2025-03-04T08:15:00"},
	{"2025-03-04", "2025-03-04"},
	{"20250304", "2025-03-04"},
	{"20250304T081500Z", "2025-03-04T08:15:00Z"},
	{"20250304T081500+0100", "2025-03-04T08:15:00+01:00"},
	{"Tue, 04 Mar 2025 08:15:00 GMT", "2025-03-04T08:15:00Z"},
	{"4 Mar 2025 08:15 +0530", "2025-03-04T08:15:00+05:30"},
	{"04 March 2025 08:15:00", "2025-03-04T08:15:00"},
	{"10 Dez 2018 11:37 GMT", "2018-12-10T11:37:00Z"},
	{"10 Okt 2018", "2018-10-10"},
	{"March 4, 2025", "2025-03-04"},
	{"March 4, 2025, 07:47 PM EST", "2025-03-04T19:47:00"},
	{"Mar. 4, 2025 12:05 am", "2025-03-04T00:05:00"},
	{"March 2025", ""},
	{"March 4", ""},
	{" 2025-03-04 ", "2025-03-04"},
	{"0001-01-01T00:00:00", ""},
	{"2025-13-04", ""},
	{"2025-02-31", ""},
	{"2025-03-04T25:00", ""},
	{"VELL, March 4", ""},
	{"yesterday", ""},
	{"4", ""},
	{"", ""},
};

static void dates_are_as_tabled(void **state)
{
	struct arena arena = {0};
	(void)state;
	for (size_t i = 0; i < ARRAY_COUNT(rows); i++) {
		struct wa_str date = news_date(&arena, str_of(rows[i].raw));
		if (!str_eq(date, str_of(rows[i].iso)))
			fail_msg("%s: %.*s, not %s", rows[i].raw, (int)date.len, date.len ? date.ptr : "", rows[i].iso);
	}
	arena_release(&arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = {cmocka_unit_test(dates_are_as_tabled)};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
