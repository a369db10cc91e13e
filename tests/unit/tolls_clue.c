/* What copy tells of the event a figure is of. */
#include <math.h>
#include <stdio.h>

#include "audit/engine.h"
#include "base/str.h"
#include "tests/unit/engine.h"
#include "tolls/clue.h"

static struct store_toll toll_of(const char *text, const char *figure, uint32_t para)
{
	const char *at = strstr(text, figure);
	assert_non_null(at);
	return (struct store_toll){
		.doc = {.id = 1, .date = "2025-03-04"},
		.claim = {.para = para, .span = {(uint32_t)(at - text), (uint32_t)(at - text + strlen(figure))}},
		.paragraph = str_of(text),
	};
}

/* The places, a comma between. */
static void list_places(const struct clue *clue, char *out, size_t size)
{
	*out = 0;
	for (uint32_t i = 0; i < clue->place_count; i++) {
		size_t len = strlen(out);
		(void)snprintf(
			out + len, size - len, "%s%.*s", len ? "," : "", (int)clue->places[i].name.len, clue->places[i].name.ptr);
	}
}

static void causes_and_places(void **state)
{
	static const struct {
		const char *text, *figure, *cause, *places;
		bool earlier;
	} rows[] = {
		{"A bomb went off in Mardan on Tuesday, killing nine people.", "nine", "bomb", "Mardan", false},
		{"A blast in the old Thracian port of Tavros killed nine people.", "nine", "blast", "Tavros", false},
		{"The Mardan bus crash killed nine people.", "nine", "crash", "Mardan", false},
		{"Nine people died when Hurricane Obrel struck.", "Nine", "Hurricane", "Obrel", false},
		{"Nine people died in a quake in Peru.", "Nine", "quake", "Peru", false},
		{"Nine people died in a bombing in Peru.", "Nine", "bombing", "", false},
		{"Nine people died in a fire in Africa.", "Nine", "fire", "", false},
		{"Gunmen killed nine people in Mardan.", "nine", "Gunmen", "Mardan", false},
		{"A blast killed nine people in Tavros, while shelling killed six in Orlo.", "nine", "blast", "Tavros", false},
		{"A blast killed nine people in Tavros, while shelling killed six in Orlo.", "six", "shelling", "Orlo", false},
		{"A ferry sank off Tavros in 1987, killing nine people.", "nine", "ferry", "Tavros", true},
		{"Storms in Peru Kill Nine People", "Nine", "Storms", "Peru", false},
		{"Nine people died in March.", "Nine", "", "", false},
		{"Nine people died. The fire broke out in Tavros.", "Nine", "fire", "Tavros", false},
	};
	struct clue_reader reader = {.lex = &engine_packs(*state)->lex};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct store_toll toll = toll_of(rows[i].text, rows[i].figure, 1);
		char places[128];
		struct clue clue;
		toll.doc.id = (int64_t)i + 1;
		assert_true(clue_read(&reader, &toll, &clue));
		list_places(&clue, places, sizeof places);
		if (strcmp(places, rows[i].places) != 0 || !str_eq(clue.cause, str_of(rows[i].cause)) ||
			clue.earlier != rows[i].earlier)
			fail_msg("%s: %.*s in %s", rows[i].text, (int)clue.cause.len, clue.cause.ptr ? clue.cause.ptr : "", places);
	}
	clue_release(&reader);
}

static void the_margin_helps_out(void **state)
{
	static const struct {
		const char *text, *headline, *dateline, *places;
	} rows[] = {
		{"Nine people died in the fire.", "Hotel Fire Kills Nine in Tavros", NULL, "Tavros"},
		{"Nine people died in the fire.", "Nine Die in Fire", "TAVROS, Ostland (Reuters) -", "TAVROS"},
		{"Nine people died in the fire in Orlo.", "Nine Die", "TAVROS (Reuters) -", "Orlo"},
		{"Nine people died in the blast.", NULL, "PERU (Reuters) -", ""},
		/* A lead and its headline tell of one event; a place that says more is the lead's own. */
		{"Nine miners died in a pit in Orlo.", "Hundreds Trapped in Russia Mine", NULL, "Orlo,Russia"},
		{"Nine miners died in a pit in Orlo.", "Mine Fire in Tavros", NULL, "Orlo"},
		{"Nine people drowned off Orlo when a ferry sank.", "Hundreds Trapped in Russia Mine", NULL, "Orlo"},
		{"Nine people died in the blast.", NULL, NULL, ""},
	};
	struct clue_reader reader = {.lex = &engine_packs(*state)->lex};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct store_toll toll = toll_of(rows[i].text, "Nine", 1);
		char places[128];
		struct clue clue;
		toll.doc.id = (int64_t)i + 1;
		toll.headline = str_of(rows[i].headline);
		toll.dateline = str_of(rows[i].dateline);
		assert_true(clue_read(&reader, &toll, &clue));
		list_places(&clue, places, sizeof places);
		assert_string_equal(places, rows[i].places);
	}
	clue_release(&reader);
}

static void a_day_of_the_week_is_told(void **state)
{
	static const char text[] =
		"A blast killed nine people in Tavros on Tuesday. Six died on Friday. Two died on Monday or on Sunday.";
	struct clue_reader reader = {.lex = &engine_packs(*state)->lex};
	struct clue nine, six, two;
	struct store_toll toll = toll_of(text, "nine", 2);
	assert_true(clue_read(&reader, &toll, &nine));
	toll = toll_of(text, "Six", 2);
	assert_true(clue_read(&reader, &toll, &six));
	toll = toll_of(text, "Two", 2);
	assert_true(clue_read(&reader, &toll, &two));
	assert_int_not_equal(nine.weekday, 0);
	assert_int_not_equal(six.weekday, 0);
	assert_int_not_equal(nine.weekday, six.weekday);
	assert_int_equal(two.weekday, 0);
	clue_release(&reader);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(causes_and_places),
		cmocka_unit_test(the_margin_helps_out),
		cmocka_unit_test(a_day_of_the_week_is_told),
	};
	return cmocka_run_group_tests_name("tolls_clue", tests, engine_open, engine_close);
}
