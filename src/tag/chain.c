#include "tag/chain.h"

#define LOW (-(1 << 28))

/* How the best way to a token came: from the end of a segment of this type, or one of these. */
enum { FROM_OPEN = 0x80, FROM_START = 0x40 };

/* The best ways that end a segment of each type with a token, and that leave one open. */
struct way {
	int32_t end[CHAIN_TYPES_MAX], open[CHAIN_TYPES_MAX];
};

struct pass {
	const struct chain_shape *shape;
	const struct chain_turns *turns;
	const struct chain_input *in;
	uint8_t *back;
};

static int32_t turn_at(const struct pass *p, uint32_t context, uint32_t from, uint32_t to)
{
	uint32_t side = p->shape->types + 1;
	return p->turns->turn[((size_t)context * side + from) * side + to];
}

/* The best ways to begin a segment of each type with a token, and after which type. */
struct start {
	int32_t score[CHAIN_TYPES_MAX], from[CHAIN_TYPES_MAX];
};

/* `types` is a constant where this is called, so that all types are looked at at once. */
static inline __attribute__((always_inline)) void begin_all(
	const struct pass *p, uint32_t i, const struct way *before, struct start *start, uint32_t types)
{
	const int16_t *turns = p->turns->turn + (size_t)p->in->contexts[i] * (types + 1) * (types + 1);
	struct start best;
	for (uint32_t t = 0; t < types; t++) {
		best.score[t] = 2 * LOW;
		best.from[t] = 0;
	}
	for (uint32_t left = p->in->allowed[i - 1]; left; left &= left - 1) {
		int32_t from = __builtin_ctz(left), end = before->end[from];
		const int16_t *turn = turns + (size_t)from * (types + 1);
		for (uint32_t t = 0; t < types; t++) {
			int32_t score = end + turn[t], better = -(score > best.score[t]);
			best.score[t] = (score & better) | (best.score[t] & ~better);
			best.from[t] = (from & better) | (best.from[t] & ~better);
		}
	}
	*start = best;
}

static void begin(const struct pass *p, uint32_t i, const struct way *before, struct start *start)
{
	uint32_t types = p->shape->types;
	for (uint32_t t = 0; i == 0 && t < types; t++) {
		start->score[t] = turn_at(p, p->in->contexts[0], types, t);
		start->from[t] = FROM_START;
	}
	if (i && types == CHAIN_TYPES_MAX)
		begin_all(p, i, before, start, CHAIN_TYPES_MAX);
	else if (i)
		begin_all(p, i, before, start, types);
}

static void go_on(const struct way *before, struct way *now, uint32_t type, int32_t inside, int32_t last, uint8_t *from)
{
	int32_t score = before->open[type] + inside;
	if (score > now->open[type]) {
		now->open[type] = score;
		from[1] = FROM_OPEN;
	}
	if (score + last > now->end[type]) {
		now->end[type] = score + last;
		from[0] = FROM_OPEN;
	}
}

/* Only the types a token may have are looked at, here and from the token after it. */
static void step(const struct pass *p, uint32_t i, const struct way *before, struct way *now)
{
	static const int16_t nothing = 0;
	const struct chain_shape *shape = p->shape;
	const int16_t *scores = p->in->scores + (size_t)i * shape->columns;
	uint32_t context = p->in->contexts[i];
	struct start start;
	begin(p, i, before, &start);
	for (uint32_t types = p->in->allowed[i]; types; types &= types - 1) {
		uint32_t t = (uint32_t)__builtin_ctz(types);
		const int16_t *s = shape->column[t] < shape->columns ? scores + shape->column[t] : &nothing;
		uint8_t *from = p->back + ((size_t)i * shape->types + t) * 2;
		from[0] = from[1] = (uint8_t)start.from[t];
		now->end[t] = start.score[t] + s[0];
		if (shape->plain[t])
			continue;
		now->open[t] = now->end[t] + s[1];
		now->end[t] = now->open[t] + s[2];
		if (i && p->in->allowed[i - 1] >> t & 1)
			go_on(before, now, t, p->turns->stay[context * shape->types + t] + s[0], s[2], from);
	}
}

static void read_back(const struct pass *p, uint8_t type, struct chain_label *labels)
{
	bool open = false;
	for (uint32_t i = p->in->count; i-- > 0;) {
		uint8_t from = p->back[((size_t)i * p->shape->types + type) * 2 + open];
		labels[i] = (struct chain_label){.type = type, .first = from != FROM_OPEN, .last = !open};
		open = from == FROM_OPEN;
		if (!open && from != FROM_START)
			type = from;
	}
}

void chain_best(const struct chain_shape *shape, const struct chain_turns *turns, const struct chain_input *in,
	struct chain_label *labels, uint8_t *back)
{
	const struct pass p = {shape, turns, in, back};
	struct way ways[2];
	int32_t best = 2 * LOW;
	uint8_t last = 0;
	for (uint32_t i = 0; i < in->count; i++)
		step(&p, i, &ways[(i + 1) & 1], &ways[i & 1]);
	for (uint32_t types = in->count ? in->allowed[in->count - 1] : 0; types; types &= types - 1) {
		uint32_t t = (uint32_t)__builtin_ctz(types);
		int32_t score = ways[(in->count - 1) & 1].end[t] + turn_at(&p, 0, t, shape->types);
		if (score > best) {
			best = score;
			last = (uint8_t)t;
		}
	}
	read_back(&p, last, labels);
}
