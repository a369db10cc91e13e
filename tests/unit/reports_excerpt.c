#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "reports/excerpt.h"

/* The excerpt as before[marked]after, with '~' where words were left out. */
static void show(const char *text, struct wa_span span, unsigned cells, char *out, size_t size)
{
	struct excerpt e = excerpt_make((struct wa_str){text, strlen(text)}, span, cells);
	snprintf(out, size, "%s%.*s[%.*s%s]%.*s%s", e.cut_before ? "~" : "", (int)e.before.len, e.before.ptr, (int)e.marked.len,
		e.marked.ptr, e.cut_marked ? "~" : "", (int)e.after.len, e.after.ptr, e.cut_after ? "~" : "");
}

static void excerpts_are_as_tabled(void **state)
{
	static const struct {
		const char *text;
		struct wa_span span;
		unsigned cells;
		const char *shown;
	} rows[] = {
		{"A blast killed two men.", {8, 22}, 40, "A blast [killed two men]."},
		{"A blast killed two men.", {8, 99}, 40, "A blast [killed two men.]"},
		{"A blast killed two men.", {50, 99}, 40, "A blast killed two men.[]"},
		{"", {0, 5}, 40, "[]"},
		{"In the early hours of the day a blast killed two men near the old market", {38, 52}, 30,
			"~blast [killed two men] near~"},
		{"In the early hours of the day a blast killed two men near the old market", {30, 72}, 22,
			"~[a blast killed two m~]"},
		{"In the early hours of the day", {0, 2}, 16, "[In] the early~"},
		{"In the early hours of the day", {26, 29}, 16, "~of the [day]"},
	};
	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		char got[256];
		show(rows[i].text, rows[i].span, rows[i].cells, got, sizeof got);
		assert_string_equal(got, rows[i].shown);
	}
}

static void characters_stay_whole(void **state)
{
	/* e with a combining acute, then CJK of two columns each, then a broken byte */
	static const char text[] = "e\xCC\x81\xE4\xB8\xAD\xE6\x96\x87\x80x";
	(void)state;
	assert_int_equal(excerpt_cells((struct wa_str){text, sizeof text - 1}), 7);
	for (uint32_t start = 0; start < sizeof text; start++)
		for (unsigned cells = 0; cells < 12; cells++) {
			struct excerpt e =
				excerpt_make((struct wa_str){text, sizeof text - 1}, (struct wa_span){start, start}, cells);
			assert_true(e.before.ptr >= text && e.after.ptr + e.after.len <= text + sizeof text - 1);
			assert_true(e.before.ptr + e.before.len == e.marked.ptr);
		}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(excerpts_are_as_tabled),
		cmocka_unit_test(characters_stay_whole),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
