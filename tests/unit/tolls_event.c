/* Which figures come to one event. */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>

#include <cmocka.h>

#include "base/str.h"
#include "tolls/event.h"

enum { ATTACK = 1, BLAST = 2, RAID = 8, QUAKE = 64 };
enum { TAVROS = 7, ORLO = 8, PERU = 9 };
enum { TUESDAY = 2, FRIDAY = 5 };

struct figure {
	int64_t document;
	const char *date;
	uint32_t causes, weekday;
	uint64_t place;
	double dead;
};

static bool take(struct events *events, const struct figure *figure)
{
	const struct store_toll toll = {
		.doc = {.id = figure->document, .uri = STR("a.txt"), .date = figure->date},
		.claim = {.para = 1, .type = WA_CLAIM_DEATHS, .low = figure->dead, .high = (double)NAN},
		.paragraph = STR("text"),
	};
	const struct clue clue = {
		.causes = figure->causes,
		.cause = STR("blast"),
		.places = {{figure->place, STR("Tavros"), figure->place == PERU}},
		.place_count = 1,
		.weekday = figure->weekday,
	};
	return events_take(events, &toll, &clue);
}

static void what_belongs_together(void **state)
{
	static const struct {
		struct figure first, second;
		size_t events;
	} rows[] = {
		{{1, "2025-03-04", BLAST, 0, TAVROS, 9}, {2, "2025-03-04", BLAST, 0, TAVROS, 12}, 1},
		{{1, "2025-03-04", BLAST, 0, TAVROS, 9}, {2, "2025-03-04", BLAST, 0, ORLO, 12}, 2},
		{{1, "2025-03-04", BLAST, 0, TAVROS, 9}, {2, "2025-03-04", RAID, 0, TAVROS, 12}, 2},
		{{1, "2025-03-04", ATTACK, 0, TAVROS, 9}, {2, "2025-03-04", RAID, 0, TAVROS, 12}, 1},
		{{1, "2025-03-04", ATTACK, 0, TAVROS, 9}, {2, "2025-03-04", QUAKE, 0, TAVROS, 12}, 2},
		/* Attacks come one upon the other; disasters are counted for days. */
		{{1, "2025-03-04", BLAST, 0, TAVROS, 9}, {2, "2025-03-06", BLAST, 0, TAVROS, 12}, 2},
		{{1, "2025-03-04", BLAST, TUESDAY, TAVROS, 9}, {2, "2025-03-06", BLAST, TUESDAY, TAVROS, 12}, 1},
		{{1, "2025-03-04", BLAST, TUESDAY, TAVROS, 9}, {2, "2025-03-04", BLAST, FRIDAY, TAVROS, 12}, 2},
		{{1, "2025-02-27", QUAKE, 0, TAVROS, 9}, {2, "2025-03-03", QUAKE, 0, TAVROS, 12}, 1},
		{{1, "2024-12-30", QUAKE, 0, TAVROS, 9}, {2, "2025-01-03", QUAKE, 0, TAVROS, 12}, 1},
		{{1, "2025-02-27", QUAKE, 0, TAVROS, 9}, {2, "2025-03-06", QUAKE, 0, TAVROS, 12}, 2},
		/* A country tells a quake from the next one, no attack. */
		{{1, "2025-03-04", QUAKE, 0, PERU, 9}, {2, "2025-03-05", QUAKE, 0, PERU, 12}, 1},
		{{1, "2025-03-04", BLAST, 0, PERU, 9}, {2, "2025-03-04", BLAST, 0, PERU, 12}, 2},
	};
	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct arena arena;
		struct events events = {.arena = &arena};
		arena_init(&arena);
		assert_true(take(&events, &rows[i].first));
		assert_true(take(&events, &rows[i].second));
		if (events.all.count != rows[i].events)
			fail_msg("row %zu: %zu events", i, events.all.count);
		events_release(&events);
		arena_release(&arena);
	}
}

static void the_largest_of_a_document_stands(void **state)
{
	struct arena arena;
	struct events events = {.arena = &arena};
	(void)state;
	arena_init(&arena);
	assert_true(take(&events, &(struct figure){1, "2025-03-04", BLAST, 0, TAVROS, 9}));
	assert_true(take(&events, &(struct figure){1, "2025-03-04", BLAST, 0, TAVROS, 12}));
	assert_true(take(&events, &(struct figure){1, "2025-03-04", BLAST, 0, TAVROS, 3}));
	assert_true(take(&events, &(struct figure){2, "2025-03-04", BLAST, 0, TAVROS, 5}));
	assert_int_equal(events.all.count, 1);
	assert_int_equal(events.all.items[0].figures.count, 2);
	assert_true(events.all.items[0].figures.items[0].low == 12);
	assert_true(events.all.items[0].figures.items[1].low == 5);
	events_release(&events);
	arena_release(&arena);
}

static void many_places_are_kept_apart(void **state)
{
	struct arena arena;
	struct events events = {.arena = &arena};
	(void)state;
	arena_init(&arena);
	for (int round = 0; round < 2; round++)
		for (unsigned place = 0; place < 1000; place++)
			assert_true(take(
				&events, &(struct figure){round * 1000 + place, "2025-03-04", QUAKE, 0, 1000 + place * 256, 9}));
	assert_int_equal(events.all.count, 1000);
	for (size_t i = 0; i < events.all.count; i++)
		assert_int_equal(events.all.items[i].figures.count, 2);
	events_release(&events);
	arena_release(&arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(what_belongs_together),
		cmocka_unit_test(the_largest_of_a_document_stands),
		cmocka_unit_test(many_places_are_kept_apart),
	};
	return cmocka_run_group_tests_name("tolls_event", tests, NULL, NULL);
}
