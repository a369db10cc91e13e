#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>
#include <string.h>

#include "reports/report_data.h"

static void pieces_do_not_overlap(void **state)
{
	struct pool pool = {0};
	(void)state;
	for (int i = 0; i < 2000; i++) {
		unsigned char *piece = pool_alloc(&pool, 100);
		assert_non_null(piece);
		for (int k = 0; k < 100; k++)
			assert_int_equal(piece[k], 0);
		memset(piece, 0xFF, 100);
	}
	assert_non_null(pool_alloc(&pool, 1000000));
	assert_false(pool_failed(&pool));
	pool_release(&pool);
}

static void too_much_is_refused_for_good(void **state)
{
	struct pool pool = {0};
	(void)state;
	assert_null(pool_alloc(&pool, SIZE_MAX - 8));
	assert_true(pool_failed(&pool));
	assert_null(pool_alloc(&pool, 1));
	assert_int_equal(pool_copy(&pool, (struct wa_str){"abc", 3}).len, 0);
	pool_release(&pool);
}

static void expect_text(struct wa_str text, unsigned cells, const char *wanted)
{
	struct pool pool = {0};
	struct wa_str got = pool_text(&pool, text, cells);
	assert_string_equal(got.ptr, wanted);
	assert_int_equal(got.len, strlen(wanted));
	pool_release(&pool);
}

static void long_text_is_cut_with_a_mark(void **state)
{
	(void)state;
	expect_text((struct wa_str){"a short line", 12}, 40, "a short line");
	expect_text((struct wa_str){NULL, 0}, 40, "");
	expect_text((struct wa_str){"several words that need more room", 33}, 20, "several words that\xE2\x80\xA6");
}

static int by_number(const void *a, const void *b)
{
	return *(const int *)b - *(const int *)a;
}

static void the_largest_are_kept_in_order(void **state)
{
	int rows[4], numbers[] = {3, 9, 1, 7, 7, 2, 8, 0};
	size_t count = 0;
	(void)state;
	assert_true(report_rank(rows, &count, 4, sizeof *rows, &numbers[0], by_number));
	assert_int_equal(count, 1);
	for (int i = 1; i < 8; i++)
		report_rank(rows, &count, 4, sizeof *rows, &numbers[i], by_number);
	assert_int_equal(count, 4);
	assert_memory_equal(rows, ((int[]){9, 8, 7, 7}), sizeof rows);
	assert_false(report_rank(rows, &count, 4, sizeof *rows, &numbers[5], by_number));
	assert_false(report_rank(rows, &count, 0, sizeof *rows, &numbers[5], by_number));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(pieces_do_not_overlap),
		cmocka_unit_test(too_much_is_refused_for_good),
		cmocka_unit_test(long_text_is_cut_with_a_mark),
		cmocka_unit_test(the_largest_are_kept_in_order),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
