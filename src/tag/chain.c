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

/* The best way to begin a segment of the type after `before`. */
static int32_t begin(const struct pass *p, uint32_t context, const struct way *before, uint32_t type, uint8_t *from)
{
	int32_t best = LOW;
	*from = 0;
	for (uint32_t t = 0; t < p->shape->types; t++) {
		int32_t score = before->end[t] + turn_at(p, context, t, type);
		if (score > best) {
			best = score;
			*from = (uint8_t)t;
		}
	}
	return best;
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

static const int16_t nothing = 0;

static void step(const struct pass *p, uint32_t i, const struct way *before, struct way *now)
{
	const struct chain_shape *shape = p->shape;
	const int16_t *scores = p->in->scores + (size_t)i * shape->columns;
	uint32_t context = p->in->contexts[i];
	for (uint32_t t = 0; t < shape->types; t++) {
		const int16_t *s = shape->column[t] < shape->columns ? scores + shape->column[t] : &nothing;
		uint8_t *from = p->back + ((size_t)i * shape->types + t) * 2;
		int32_t start;
		now->end[t] = now->open[t] = LOW;
		if (!(p->in->allowed[i] >> t & 1))
			continue;
		from[0] = FROM_START;
		start = before ? begin(p, context, before, t, from) : turn_at(p, context, shape->types, t);
		from[1] = from[0];
		now->end[t] = start + s[0];
		if (shape->plain[t])
			continue;
		now->open[t] = start + s[0] + s[1];
		now->end[t] = now->open[t] + s[2];
		if (before && before->open[t] > LOW / 2)
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
		step(&p, i, i ? &ways[(i - 1) & 1] : NULL, &ways[i & 1]);
	for (uint32_t t = 0; in->count && t < shape->types; t++) {
		int32_t score = ways[(in->count - 1) & 1].end[t] + turn_at(&p, 0, t, shape->types);
		if (score > best) {
			best = score;
			last = (uint8_t)t;
		}
	}
	read_back(&p, last, labels);
}
