#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "base/split.h"

/* Each row: text, and its pieces joined by '|'. */
static const struct {
	const char *text, *pieces;
} rows[] = {
	{"", ""},
	{"The army said.", "The|army|said|."},
	{"Biden's warning", "Biden|'s|warning"},
	{"Biden\xE2\x80\x99s warning", "Biden|\xE2\x80\x99s|warning"},
	{"don't won\xE2\x80\x99t", "don't|won\xE2\x80\x99t"},
	{"the soldiers' camp", "the|soldiers|'|camp"},
	{"the U.S. Army", "the|U.S.|Army"},
	{"in the U.S", "in|the|U.S"},
	{"at 5 a.m. Friday", "at|5|a.m.|Friday"},
	{"J. Smith", "J|.|Smith"},
	{"1,200 people, 3.5 tons", "1,200|people|,|3.5|tons"},
	{"a 23-year-old, 60m, the 1990s", "a|23-year-old|,|60m|,|the|1990s"},
	{"won 7-6.", "won|7-6|."},
	{"$1.3 billion 5%", "$|1.3|billion|5|%"},
	{"Reuters/Ipsos AP-NORC", "Reuters|/|Ipsos|AP-NORC"},
	{"SEOUL (AP) -- It", "SEOUL|(|AP|)|--|It"},
	{"``No,'' he said", "``|No|,|''|he|said"},
	{"'''a' `b```", "''|'|a|'|`|b|``|`"},
	{"U.S.S.R. A.B.Cd", "U.S.S.R.|A|.|B|.|Cd"},
	{"wait... \xE2\x80\xA6", "wait|...|\xE2\x80\xA6"},
	{"Andr\xC3\xA9s Pe\xC3\xB1\x61", "Andr\xC3\xA9s|Pe\xC3\xB1\x61"},
	{"a\xC2\xA0"
	 "b",
		"a|b"},
};

static void pieces_are_as_tabled(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		const char *at = rows[i].text, *end = at + strlen(at);
		char got[256] = "";
		size_t n = 0;
		struct piece piece;
		for (at = split_next(at, end, &piece); piece.kind != PIECE_END; at = split_next(at, end, &piece))
			n += (size_t)snprintf(got + n, sizeof got - n, "%s%.*s", n ? "|" : "", (int)piece.len, piece.ptr);
		assert_string_equal(got, rows[i].pieces);
	}
}

static void hash_is_of_the_fold(void **state)
{
	struct piece a, b;
	const char *x = "DON\xE2\x80\x99T", *y = "don't";
	(void)state;
	split_next(x, x + strlen(x), &a);
	split_next(y, y + strlen(y), &b);
	assert_int_equal(a.hash, b.hash);
	assert_true(split_fold_eq(a.ptr, a.len, y, strlen(y)));
	assert_false(split_fold_eq(a.ptr, a.len, "don'", 4));
}

/* However a word is read, long or short, amid text or where it ends: hash and head are those of its fold. */
static void short_words_are_read_at_once(void **state)
{
	static const struct {
		const char *text;
		size_t len;
		bool plain;
		unsigned shape;
	} words[] = {
		{"a miller ran", 1, true, 0},
		{"Dam broke on Friday", 3, true, SHAPE_UPPER},
		{"TARN broke in", 4, true, SHAPE_UPPER | SHAPE_ALL_UPPER},
		{"millers ran off", 7, true, 0},
		{"harbours were shut", 8, false, 0},
		{"dam", 3, false, 0}, /* fewer than eight bytes are left */
		{"d\xC3\xA9j\xC3\xA0 vu, she said", 6, false, 0},
		{"don't go there", 5, false, 0},
	};
	(void)state;
	for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
		char fold[16];
		size_t len = split_fold(words[i].text, words[i].len, fold, sizeof fold);
		struct piece piece;
		split_next(words[i].text, words[i].text + strlen(words[i].text), &piece);
		assert_int_equal(piece.len, words[i].len);
		assert_int_equal(piece.hash, split_hash(fold, len));
		assert_int_equal(piece.plain, words[i].plain);
		assert_true(piece.head == (words[i].plain ? split_head(fold, len) : 0));
		assert_int_equal(piece.shape & (SHAPE_UPPER | SHAPE_ALL_UPPER), words[i].shape);
	}
}

static void some_pieces_are_those_one_by_one(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		for (size_t max = 1; max < 4; max++) {
			const char *at = rows[i].text, *each = at, *end = at + strlen(at);
			struct piece some[4], one;
			size_t count;
			do {
				count = split_some(&at, end, some, max);
				for (size_t k = 0; k < count; k++) {
					each = split_next(each, end, &one);
					assert_ptr_equal(some[k].ptr, one.ptr);
					assert_true(some[k].len == one.len && some[k].kind == one.kind && some[k].mark == one.mark);
				}
			} while (count == max);
			split_next(each, end, &one);
			assert_int_equal(one.kind, PIECE_END);
		}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(pieces_are_as_tabled),
		cmocka_unit_test(hash_is_of_the_fold),
		cmocka_unit_test(short_words_are_read_at_once),
		cmocka_unit_test(some_pieces_are_those_one_by_one),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
