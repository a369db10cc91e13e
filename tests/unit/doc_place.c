/* From a span of text to source bytes, line, and columns in four units. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

#include "doc/place.h"
#include "read/read.h"

/* A file, words in it, and where they stand. */
static const struct {
	const char *name, *bytes;
	size_t size;
	const char *words;
	struct wa_place place;
} rows[] = {
#define ROW(name, bytes, words, ...)                               \
	{                                                          \
		name, bytes, sizeof(bytes) - 1, words, __VA_ARGS__ \
	}
	ROW("the first word", "one two", "one", {0, 3, 1, 1, 1, 1, 1, 1, 4}),
	ROW("the second line", "one.\ntwo three.", "three", {9, 14, 2, 5, 5, 5, 5, 2, 10}),
	ROW("behind CRLF", "one.\r\ntwo.", "two", {6, 9, 2, 1, 1, 1, 1, 2, 4}),
	ROW("behind CR", "one.\rtwo.", "two", {5, 8, 2, 1, 1, 1, 1, 2, 4}),
	ROW("a byte order mark fills no column", "\xEF\xBB\xBFone two", "two", {7, 10, 1, 5, 5, 5, 5, 1, 8}),
	ROW("behind wide and astral letters", "\xC3\xA9\xF0\x9F\x98\x80 x", "x", {7, 8, 1, 8, 5, 4, 5, 1, 5}),
	ROW("behind a combining mark", "e\xCC\x81 x", "x", {4, 5, 1, 5, 4, 4, 3, 1, 5}),
	ROW("behind ideographs", "\xE6\x97\xA5\xE6\x9C\xAC x", "x", {7, 8, 1, 8, 4, 4, 6, 1, 5}),
	ROW("behind a tab", "a.\n\tx", "x", {4, 5, 2, 2, 2, 2, 9, 2, 3}),
	ROW("Latin-1", "caf\xE9 d\xE9j\xE0 x", "x", {10, 11, 1, 11, 11, 11, 11, 1, 12}),
	ROW("UTF-16",
		"\xFF\xFE"
		"a\0.\0\n\0b\0 \0x\0",
		"x", {12, 14, 2, 5, 3, 3, 3, 2, 4}),
#undef ROW
};

static void places_are_as_tabled(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		struct wa_input input = {.uri = "a.txt", .bytes = rows[i].bytes, .size = rows[i].size, .format = "text"};
		struct wa_error error = {0};
		struct wa_place place, want = rows[i].place;
		struct place_walk walk = {0};
		struct doc doc;
		bool found = false;
		doc_init(&doc);
		assert_int_equal(read_document(NULL, &input, &doc, &error), WA_OK);
		for (size_t p = 0; p < doc.paras.count && !found; p++) {
			struct wa_str text = doc_para_text(&doc, p);
			const char *at = memmem(text.ptr, text.len, rows[i].words, strlen(rows[i].words));
			struct wa_span span = {at ? (uint32_t)(at - text.ptr) : 0, 0};
			if (!at)
				continue;
			found = true;
			span.end = span.start + (uint32_t)strlen(rows[i].words);
			assert_true(doc_place(&doc, rows[i].bytes, rows[i].size, p, span, &walk, &place));
			print_message("%s\n", rows[i].name);
			assert_int_equal(place.src_start, want.src_start);
			assert_int_equal(place.src_end, want.src_end);
			assert_int_equal(place.line, want.line);
			assert_int_equal(place.column_bytes, want.column_bytes);
			assert_int_equal(place.column_utf16, want.column_utf16);
			assert_int_equal(place.column_points, want.column_points);
			assert_int_equal(place.column_cells, want.column_cells);
			assert_int_equal(place.end_line, want.end_line);
			assert_int_equal(place.end_column_points, want.end_column_points);
		}
		assert_true(found);
		assert_false(doc_place(&doc, rows[i].bytes, rows[i].size, doc.paras.count, (struct wa_span){0, 0}, &walk, &place));
		doc_release(&doc);
	}
}

static void assert_same_place(const struct wa_place *a, const struct wa_place *b)
{
	assert_int_equal(a->line, b->line);
	assert_int_equal(a->column_bytes, b->column_bytes);
	assert_int_equal(a->column_utf16, b->column_utf16);
	assert_int_equal(a->column_points, b->column_points);
	assert_int_equal(a->column_cells, b->column_cells);
	assert_int_equal(a->end_line, b->end_line);
	assert_int_equal(a->end_column_points, b->end_column_points);
}

/* In order, and back and forth: what was counted before changes no place. */
static void a_walk_gives_the_places_a_fresh_one_gives(void **state)
{
	static const char text[] =
		"\xEF\xBB\xBFThe dam\tat\xC3\xA9 held\r\nall of the night\rof the \xF0\x9F\x98\x80 flood.\n\nThe end came.";
	struct wa_input input = {.uri = "a.txt", .bytes = text, .size = sizeof text - 1, .format = "text"};
	struct wa_error error = {0};
	struct place_walk walk = {0};
	struct doc doc;
	(void)state;
	doc_init(&doc);
	assert_int_equal(read_document(NULL, &input, &doc, &error), WA_OK);
	for (size_t p = 0; p < doc.paras.count; p++) {
		struct wa_str words = doc_para_text(&doc, p);
		for (uint32_t at = 0; at + 2 < words.len; at++) {
			uint32_t starts[3] = {at, at / 2, at + 1};
			for (size_t k = 0; k < 3; k++) {
				struct wa_span span = {starts[k], starts[k] + 2};
				struct place_walk fresh = {0};
				struct wa_place place, want;
				if (((unsigned char)words.ptr[span.start] & 0xC0) == 0x80)
					continue;
				assert_true(doc_place(&doc, text, sizeof text - 1, p, span, &fresh, &want));
				assert_true(doc_place(&doc, text, sizeof text - 1, p, span, &walk, &place));
				assert_same_place(&place, &want);
			}
		}
	}
	doc_release(&doc);
}

/* A span that begins or ends inside a reference, a folded space or a broken character takes all of it. */
static void parts_of_an_entity_stand_for_all_of_it(void **state)
{
	static const char page[] = "<p>a&eacute;b  c</p>";
	struct wa_input input = {.uri = "a.html", .bytes = page, .size = sizeof page - 1, .format = "html"};
	struct wa_error error = {0};
	struct wa_place place;
	struct place_walk walk = {0};
	struct doc doc;
	(void)state;
	doc_init(&doc);
	assert_int_equal(read_document(NULL, &input, &doc, &error), WA_OK);
	assert_true(doc_place(&doc, page, sizeof page - 1, 0, (struct wa_span){2, 3}, &walk, &place));
	assert_int_equal(place.src_start, 4);
	assert_int_equal(place.src_end, 12);
	assert_true(doc_place(&doc, page, sizeof page - 1, 0, (struct wa_span){4, 5}, &walk, &place));
	assert_int_equal(place.src_start, 13);
	assert_int_equal(place.src_end, 15);
	doc_release(&doc);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(places_are_as_tabled),
		cmocka_unit_test(a_walk_gives_the_places_a_fresh_one_gives),
		cmocka_unit_test(parts_of_an_entity_stand_for_all_of_it),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
