/* Which day a document is filed under, and what counts as a day. */
#include "store/dating.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "base/str.h"

static void days(void **state)
{
	static const struct {
		const char *text;
		bool valid;
	} rows[] = {
		{"2024-05-06", true},
		{"2024-02-29", true},
		{"2023-02-29", false},
		{"1900-02-29", false},
		{"2000-02-29", true},
		{"2024-04-31", false},
		{"2024-13-01", false},
		{"2024-00-10", false},
		{"2024-01-00", false},
		{"2024-1-01", false},
		{"2024-01-01T", false},
		{"2024/01/01", false},
		{"yesterday", false},
		{"", false},
	};
	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		if (wa_day_valid(rows[i].text) != rows[i].valid)
			fail_msg("%s", rows[i].text);
}

static void published_then_modified_then_seen(void **state)
{
	static const struct {
		const char *published, *modified, *day;
		enum wa_dating dated;
	} rows[] = {
		{"2024-05-06T23:30:00-05:00", "2024-05-08", "2024-05-06", WA_DATED_PUBLISHED},
		{"2024-05-06", NULL, "2024-05-06", WA_DATED_PUBLISHED},
		{NULL, "2024-05-08T01:02:03Z", "2024-05-08", WA_DATED_MODIFIED},
		{"Monday, 6 May", "2024-05-08", "2024-05-08", WA_DATED_MODIFIED},
		{"2024-05-32", NULL, "2024-06-01", WA_DATED_FIRST_SEEN},
		{"2024", "", "2024-06-01", WA_DATED_FIRST_SEEN},
		{NULL, NULL, "2024-06-01", WA_DATED_FIRST_SEEN},
	};
	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct wa_document document = {.published = str_of(rows[i].published), .modified = str_of(rows[i].modified)};
		char day[DAY_SIZE];
		assert_int_equal(dating_choose(&document, "2024-06-01T10:00:00Z", day), rows[i].dated);
		assert_string_equal(day, rows[i].day);
	}
}

static void names_of_datings(void **state)
{
	(void)state;
	for (int i = 0; i < WA_DATING_COUNT; i++)
		assert_int_equal(wa_dating_from_name(wa_dating_name((enum wa_dating)i)), i);
	assert_int_equal(wa_dating_from_name("guessed"), -1);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(days),
		cmocka_unit_test(published_then_modified_then_seen),
		cmocka_unit_test(names_of_datings),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
