#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

#include "reports/date.h"

static bool parse(const char *text, struct date *date)
{
	return date_parse((struct wa_str){text, strlen(text)}, date);
}

static void dates_are_parsed_strictly(void **state)
{
	static const struct {
		const char *text;
		bool good;
	} rows[] = {
		{"2024-05-17", true},
		{"2024-05-17T08:30:00Z", true},
		{"2024-02-29", true},
		{"2023-02-29", false},
		{"1900-02-29", false},
		{"2024-13-01", false},
		{"2024-00-10", false},
		{"0000-01-01", false},
		{"2024/05/17", false},
		{"2024-5-17", false},
		{"17 May 2024", false},
		{"", false},
	};
	struct date date;
	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		assert_int_equal(parse(rows[i].text, &date), rows[i].good);
}

static void days_and_dates_are_inverse(void **state)
{
	(void)state;
	assert_int_equal(date_days((struct date){1970, 1, 1}), 0);
	assert_int_equal(date_days((struct date){2000, 3, 1}), 11017);
	for (int32_t days = -800000; days < 800000; days += 13)
		assert_int_equal(date_days(date_of_days(days)), days);
}

static void weeks_begin_on_monday(void **state)
{
	(void)state;
	int32_t monday = date_days((struct date){2025, 1, 6});
	for (int32_t day = 0; day < 7; day++)
		assert_int_equal(date_monday(monday + day), monday);
	assert_int_equal(date_monday(monday - 1), monday - 7);
	assert_int_equal(date_monday(date_days((struct date){1969, 12, 31})), date_days((struct date){1969, 12, 29}));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(dates_are_parsed_strictly),
		cmocka_unit_test(days_and_dates_are_inverse),
		cmocka_unit_test(weeks_begin_on_monday),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
