/* tag/chain.c: the best chain is as good as the best of all chains there are. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "tag/chain.h"

enum { TOKENS = 4 };

static const struct chain_shape small = {.types = 3, .columns = 8, .column = {8, 0, 3}, .plain = {true, false, false}};
static const struct chain_shape wide = {.types = CHAIN_TYPES_MAX,
	.columns = 24,
	.column = {24, 0, 1, 4, 7, 10, 13, 16},
	.plain = {true, true, false, false, false, false, false, false}};

struct trial {
	const struct chain_shape *shape;
	int16_t turn[CHAIN_CONTEXTS * (CHAIN_TYPES_MAX + 1) * (CHAIN_TYPES_MAX + 1)], stay[CHAIN_CONTEXTS * CHAIN_TYPES_MAX];
	int16_t scores[TOKENS * 24];
	uint8_t contexts[TOKENS];
	uint16_t allowed[TOKENS];
	uint32_t count;
};

static uint32_t dice(uint32_t *random, uint32_t sides)
{
	*random = *random * 1664525u + 1013904223u;
	return (*random >> 8) % sides;
}

static void throw_trial(struct trial *t, const struct chain_shape *shape, uint32_t *random)
{
	t->shape = shape;
	for (size_t i = 0; i < chain_turn_count(shape->types); i++)
		t->turn[i] = (int16_t)((int)dice(random, 41) - 20);
	for (size_t i = 0; i < chain_stay_count(shape->types); i++)
		t->stay[i] = (int16_t)((int)dice(random, 41) - 20);
	for (size_t i = 0; i < sizeof t->scores / sizeof *t->scores; i++)
		t->scores[i] = (int16_t)((int)dice(random, 61) - 30);
	t->count = 1 + dice(random, TOKENS);
	for (uint32_t i = 0; i < t->count; i++) {
		t->contexts[i] = (uint8_t)dice(random, CHAIN_CONTEXTS);
		t->allowed[i] = (uint16_t)(1 + dice(random, (1u << shape->types) - 1));
	}
}

static int turn(const struct trial *t, uint32_t context, uint32_t from, uint32_t to)
{
	uint32_t side = t->shape->types + 1;
	return t->turn[(context * side + from) * side + to];
}

static int weight(const struct trial *t, uint32_t i, uint32_t type, uint32_t which)
{
	uint32_t column = t->shape->column[type];
	return column < t->shape->columns ? t->scores[i * t->shape->columns + column + which] : 0;
}

static int worth(const struct trial *t, const struct chain_label *labels)
{
	uint32_t types = t->shape->types, before = types;
	int sum = 0;
	for (uint32_t i = 0; i < t->count; i++) {
		uint32_t type = labels[i].type;
		assert_true(t->allowed[i] >> type & 1);
		sum += labels[i].first ? turn(t, t->contexts[i], before, type) : t->stay[t->contexts[i] * types + type];
		sum += weight(t, i, type, 0);
		if (!t->shape->plain[type])
			sum += (labels[i].first ? weight(t, i, type, 1) : 0) + (labels[i].last ? weight(t, i, type, 2) : 0);
		before = type;
	}
	return sum + turn(t, 0, before, types);
}

/* The best worth of labels from `i` on; those before it are given. */
static int best_of_all(const struct trial *t, struct chain_label *labels, uint32_t i)
{
	int best = INT32_MIN;
	if (i >= t->count || i >= TOKENS)
		return i && labels[i - 1].last ? worth(t, labels) : INT32_MIN;
	for (uint32_t kind = 0; kind < t->shape->types * 2; kind++) {
		struct chain_label l = {(uint8_t)(kind / 2), i == 0 || labels[i - 1].last, kind % 2};
		int score;
		if (!(t->allowed[i] >> l.type & 1) || (t->shape->plain[l.type] && !(l.first && l.last)) ||
			(!l.first && labels[i - 1].type != l.type))
			continue;
		labels[i] = l;
		score = best_of_all(t, labels, i + 1);
		best = score > best ? score : best;
	}
	return best;
}

static void test_best(void **state)
{
	uint32_t random = 1;
	(void)state;
	for (int round = 0; round < 600; round++) {
		struct trial t = {.shape = NULL};
		struct chain_label found[TOKENS], tried[TOKENS];
		struct chain_way ways[TOKENS];
		throw_trial(&t, round % 3 ? &small : &wide, &random);
		chain_best(t.shape, &(struct chain_turns){t.turn, t.stay},
			&(struct chain_input){t.count, t.scores, t.contexts, t.allowed}, found, ways);
		assert_int_equal(worth(&t, found), best_of_all(&t, tried, 0));
	}
}

static void test_nothing(void **state)
{
	static const int16_t none[CHAIN_CONTEXTS * 16];
	(void)state;
	chain_best(&small, &(struct chain_turns){none, none}, &(struct chain_input){.count = 0}, NULL, NULL);
}

int main(void)
{
	const struct CMUnitTest tests[] = {cmocka_unit_test(test_best), cmocka_unit_test(test_nothing)};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
