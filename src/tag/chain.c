#include "tag/chain.h"

#define LOW (-(1 << 28))

struct pass {
	const struct chain_shape *shape;
	const struct chain_turns *turns;
	const struct chain_input *in;
	struct chain_way *ways;
};

static const int16_t *turns_at(const struct pass *p, uint32_t context, uint32_t from)
{
	uint32_t side = p->shape->types + 1;
	return p->turns->turn + ((size_t)context * side + from) * side;
}

/*
 * What the best ways to begin a segment of each type are worth. `types` is a constant where this is called, so that all types
 * are looked at at once; which types the ways come from is found out afterwards, for the best chain only.
 */
static inline __attribute__((always_inline)) void begin_all(const struct pass *p, uint32_t i, int32_t *start, uint32_t types)
{
	const struct chain_way *before = &p->ways[i - 1];
	const int16_t *turns = turns_at(p, p->in->contexts[i], 0);
	int32_t best[CHAIN_TYPES_MAX];
	for (uint32_t t = 0; t < types; t++)
		best[t] = 2 * LOW;
	for (uint32_t left = p->in->allowed[i - 1]; left; left &= left - 1) {
		uint32_t from = (uint32_t)__builtin_ctz(left);
		int32_t end = before->end[from];
		const int16_t *turn = turns + (size_t)from * (types + 1);
		for (uint32_t t = 0; t < types; t++) {
			int32_t score = end + turn[t], better = -(score > best[t]);
			best[t] = (score & better) | (best[t] & ~better);
		}
	}
	for (uint32_t t = 0; t < types; t++)
		start[t] = best[t];
}

static void begin(const struct pass *p, uint32_t i, int32_t *start)
{
	uint32_t types = p->shape->types;
	const int16_t *first = turns_at(p, p->in->contexts[0], types);
	for (uint32_t t = 0; i == 0 && t < types; t++)
		start[t] = first[t];
	if (i && types == CHAIN_TYPES_MAX)
		begin_all(p, i, start, CHAIN_TYPES_MAX);
	else if (i && types == 2)
		begin_all(p, i, start, 2);
	else if (i)
		begin_all(p, i, start, types);
}

/* Only the types a token may have are looked at, here and from the token after it. */
static void step(const struct pass *p, uint32_t i, const int32_t *open_before, int32_t *open)
{
	static const int16_t nothing = 0;
	const struct chain_shape *shape = p->shape;
	const int16_t *scores = p->in->scores + (size_t)i * shape->columns;
	const int16_t *stay = p->turns->stay + (size_t)p->in->contexts[i] * shape->types;
	struct chain_way *now = &p->ways[i];
	uint32_t left = i ? p->in->allowed[i - 1] : 0;
	int32_t start[CHAIN_TYPES_MAX];
	begin(p, i, start);
	now->stays = 0;
	for (uint32_t types = p->in->allowed[i]; types; types &= types - 1) {
		uint32_t t = (uint32_t)__builtin_ctz(types);
		const int16_t *s = shape->column[t] < shape->columns ? scores + shape->column[t] : &nothing;
		int32_t begun = start[t] + s[0], stayed;
		now->end[t] = begun;
		if (shape->plain[t])
			continue;
		begun += s[1];
		stayed = left >> t & 1 ? open_before[t] + stay[t] + s[0] : 2 * LOW;
		now->stays |= (uint32_t)(stayed > begun) << t;
		open[t] = stayed > begun ? stayed : begun;
		now->end[t] = open[t] + s[2];
	}
}

/* After which type the segment of `type` came that token `i` begins; the first of equals. */
static uint8_t type_before(const struct pass *p, uint32_t i, uint32_t type)
{
	int32_t best = 2 * LOW;
	uint8_t before = 0;
	for (uint32_t types = p->in->allowed[i - 1]; types; types &= types - 1) {
		uint32_t from = (uint32_t)__builtin_ctz(types);
		int32_t score = p->ways[i - 1].end[from] + turns_at(p, p->in->contexts[i], from)[type];
		if (score > best) {
			best = score;
			before = (uint8_t)from;
		}
	}
	return before;
}

static void read_back(const struct pass *p, uint8_t type, struct chain_label *labels)
{
	bool open = false;
	for (uint32_t i = p->in->count; i-- > 0;) {
		bool stays = p->ways[i].stays >> type & 1;
		labels[i] = (struct chain_label){.type = type, .first = !stays, .last = !open};
		open = stays;
		if (!stays && i)
			type = type_before(p, i, type);
	}
}

void chain_best(const struct chain_shape *shape, const struct chain_turns *turns, const struct chain_input *in,
	struct chain_label *labels, struct chain_way *ways)
{
	const struct pass p = {shape, turns, in, ways};
	int32_t open[2][CHAIN_TYPES_MAX], best = 2 * LOW;
	uint8_t last = 0;
	for (uint32_t i = 0; i < in->count; i++)
		step(&p, i, open[(i + 1) & 1], open[i & 1]);
	for (uint32_t types = in->count ? in->allowed[in->count - 1] : 0; types; types &= types - 1) {
		uint32_t t = (uint32_t)__builtin_ctz(types);
		int32_t score = ways[in->count - 1].end[t] + turns_at(&p, 0, t)[shape->types];
		if (score > best) {
			best = score;
			last = (uint8_t)t;
		}
	}
	read_back(&p, last, labels);
}
