/* tag/layer.h, as train/layer_build.c makes it: every row is found again, sums are right, what has no row has hardly ever one. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "tag/layer.h"
#include "train/learn.h"

enum { ROWS = 3000 };

struct table {
	uint32_t keys[ROWS], uses[ROWS];
	float weights[ROWS * LAYER_COLUMNS_MAX];
};

static uint32_t key_of(uint32_t i)
{
	uint32_t word = (i + 1) * 0x85EBCA6Bu;
	word = (word ^ word >> 13) * 0xC2B2AE35u;
	return tag_mix(77, word ^ word >> 16);
}

/* Whole numbers from -100 to 100, none of them nought in column 0. */
static int weight_of(uint32_t i, uint32_t column)
{
	int w = (int)((i * 7919 + column * 104729) % 201) - 100;
	return column == 0 && w == 0 ? 1 : w;
}

static struct learn_rows rows_of(struct table *t, uint32_t count, uint32_t columns)
{
	for (uint32_t i = 0; i < count; i++) {
		t->keys[i] = key_of(i);
		t->uses[i] = i % 17;
		for (uint32_t c = 0; c < columns; c++)
			t->weights[(size_t)i * columns + c] = (float)weight_of(i, c);
	}
	return (struct learn_rows){t->keys, columns > 1 ? t->uses : NULL, t->weights, count, columns, 1};
}

static void test_sums(void **state)
{
	static const uint32_t widths[] = {4, 16, LAYER_COLUMNS_MAX};
	struct table *t = calloc(1, sizeof *t);
	(void)state;
	assert_non_null(t);
	for (size_t w = 0; w < sizeof widths / sizeof *widths; w++) {
		struct learn_rows rows = rows_of(t, ROWS, widths[w]);
		struct learned learned = {.kept = 0};
		assert_true(layer_build(&rows, 0, &learned));
		assert_int_equal(learned.kept, ROWS);
		for (uint32_t i = 0; i + TAG_FEATURES_MAX < ROWS; i += 97) {
			struct tag_features f = {.count = 0};
			int16_t sums[LAYER_COLUMNS_MAX];
			for (uint32_t k = 0; k < 1 + i % TAG_FEATURES_MAX; k++)
				f.items[f.count++] = key_of(i + k);
			layer_sum(&learned.layer, &f, sums);
			for (uint32_t c = 0; c < widths[w]; c++) {
				int expected = 0;
				for (uint32_t k = 0; k < f.count; k++)
					expected += weight_of(i + k, c);
				assert_int_equal(sums[c], expected);
			}
		}
		learned_release(&learned);
	}
	free(t);
}

static void test_values(void **state)
{
	struct table *t = calloc(1, sizeof *t);
	struct learned learned = {.kept = 0};
	struct learn_rows rows;
	uint32_t strangers = 0;
	(void)state;
	assert_non_null(t);
	rows = rows_of(t, ROWS, 1);
	assert_true(layer_build(&rows, 0, &learned));
	for (uint32_t i = 0; i < ROWS; i++)
		assert_int_equal(layer_value(&learned.layer, key_of(i)), weight_of(i, 0));
	for (uint32_t i = ROWS; i < 20 * ROWS; i++)
		strangers += layer_value(&learned.layer, key_of(i)) != 0;
	assert_true(strangers < 40); /* one in sixteen thousand, were they dice */
	learned_release(&learned);
	free(t);
}

static void test_nothing(void **state)
{
	struct table *t = calloc(1, sizeof *t);
	struct learned learned = {.kept = 0};
	struct learn_rows rows;
	struct tag_features f = {.count = 2, .items = {1, 2}};
	int16_t sums[4] = {9, 9, 9, 9};
	(void)state;
	assert_non_null(t);
	rows = rows_of(t, 0, 4);
	assert_true(layer_build(&rows, 0, &learned));
	layer_sum(&learned.layer, &f, sums);
	for (uint32_t c = 0; c < 4; c++)
		assert_int_equal(sums[c], 0);
	learned_release(&learned);
	free(t);
}

static void test_strongest_are_kept(void **state)
{
	struct table *t = calloc(1, sizeof *t);
	struct learned learned = {.kept = 0};
	struct learn_rows rows;
	(void)state;
	assert_non_null(t);
	rows = rows_of(t, 200, 1);
	assert_true(layer_build(&rows, 50, &learned));
	assert_int_equal(learned.kept, 50);
	for (uint32_t i = 0; i < 200; i++) {
		int size = weight_of(i, 0) < 0 ? -weight_of(i, 0) : weight_of(i, 0), stronger = 0, value;
		for (uint32_t k = 0; k < 200; k++)
			stronger += weight_of(k, 0) > size || -weight_of(k, 0) > size;
		value = layer_value(&learned.layer, key_of(i));
		if (stronger >= 50)
			assert_int_equal(value, 0);
		else if (value)
			assert_int_equal(value, weight_of(i, 0));
	}
	learned_release(&learned);
	free(t);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_sums),
		cmocka_unit_test(test_values),
		cmocka_unit_test(test_nothing),
		cmocka_unit_test(test_strongest_are_kept),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
