/* unpack/sort.c: what is an archive, told by its first bytes. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "base/array.h"
#include "unpack/sort.h"

static void test_marks(void **state)
{
	static const struct {
		const char *head;
		size_t size;
		bool packed;
	} cases[] = {
		{"PK\x03\x04 rest", 9, true},
		{"PK\x05\x06 rest", 9, true},
		{"PK", 2, false},
		{"\x1F\x8B\x08", 3, true},
		{"\x1F", 1, false},
		{"BZh9", 4, true},
		{"BZ", 2, false},
		{"\xFD"
		 "7zXZ\0",
			6, true},
		{"\x28\xB5\x2F\xFD", 4, true},
		{"WARC/1.0\r\n", 10, true},
		{"WARC", 4, false},
		{"<html>", 6, false},
		{"", 0, false},
	};
	(void)state;
	for (size_t i = 0; i < ARRAY_COUNT(cases); i++)
		assert_int_equal(sort_is_packed(cases[i].head, cases[i].size), cases[i].packed);
}

/* A tar header is known by its sum, also without the mark of newer ones. */
static void test_tar(void **state)
{
	unsigned char head[512] = "story.txt";
	unsigned sum = 8 * ' ';
	(void)state;
	memset(head + 148, ' ', 8);
	for (size_t i = 0; i < sizeof head; i++)
		sum += i >= 148 && i < 156 ? 0 : head[i];
	(void)snprintf((char *)head + 148, 8, "%06o", sum);
	assert_true(sort_is_packed(head, sizeof head));
	assert_false(sort_is_packed(head, sizeof head - 1));
	head[0] = 'S';
	assert_false(sort_is_packed(head, sizeof head));
	memset(head, 0, sizeof head);
	assert_false(sort_is_packed(head, sizeof head));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_marks),
		cmocka_unit_test(test_tar),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
