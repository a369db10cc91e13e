#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "reports/figure.h"

static void counts_have_their_thousands_marked(void **state)
{
	(void)state;
	assert_string_equal(figure_count(0).text, "0");
	assert_string_equal(figure_count(999).text, "999");
	assert_string_equal(figure_count(1000).text, "1,000");
	assert_string_equal(figure_count(1234567).text, "1,234,567");
	assert_string_equal(figure_count(UINT64_MAX).text, "18,446,744,073,709,551,615");
}

static void rates_never_round_to_nothing_or_all(void **state)
{
	static const struct {
		uint64_t part, whole;
		const char *text;
	} cases[] = {
		{0, 0, "\xE2\x80\x93"},
		{0, 7, "0%"},
		{7, 7, "100%"},
		{1, 2, "50.0%"},
		{1, 3, "33.3%"},
		{2, 3, "66.7%"},
		{1, 8, "12.5%"},
		{1, 2001, "<0.1%"},
		{1, 1000, "0.1%"},
		{1999, 2000, ">99.9%"},
		{9994, 10000, "99.9%"},
	};
	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
		assert_string_equal(figure_rate(cases[i].part, cases[i].whole).text, cases[i].text);
}

static void dates_are_written_out(void **state)
{
	(void)state;
	assert_string_equal(figure_date((struct date){2024, 5, 3}).text, "3 May 2024");
	assert_string_equal(figure_date((struct date){9999, 12, 31}).text, "31 Dec 9999");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(counts_have_their_thousands_marked),
		cmocka_unit_test(rates_never_round_to_nothing_or_all),
		cmocka_unit_test(dates_are_written_out),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
