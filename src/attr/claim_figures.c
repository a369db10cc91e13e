/* Poll figures, crowds, money. */
#include "attr/claim.h"

enum { POLL_REACH = 40, AMOUNT_MAX = 8, SHOWN_MAX = 12, CROWD_MAX = 6, COST_REACH = 8 };

static bool has_poll(const struct view *v, uint32_t i)
{
	uint32_t from = i > v->first + POLL_REACH ? i - POLL_REACH : v->first,
		 to = i + POLL_REACH < v->last ? i + POLL_REACH : v->last;
	for (uint32_t k = from; k < to; k++)
		if (at_is(v, k, CLASS_POLL))
			return true;
	return false;
}

/* "60 percent of Swedes say", "51 percent believe" */
static bool people_say(const struct view *v, uint32_t i)
{
	for (uint32_t k = i; k < v->last && k < i + 4; k++) {
		if (at_token(v, k)->kind == PIECE_MARK)
			return false;
		if ((at_is(v, k, CLASS_CUE_STRONG) || at_is(v, k, CLASS_CUE_BELIEF)) && (k == i || at_is(v, k - 1, CLASS_PLURAL)))
			return true;
	}
	return false;
}

/* "a poll shows a lead": what it shows, where no figure tells it. */
bool frame_poll(struct view *v, uint32_t i, uint32_t len)
{
	uint32_t at = i + len, end;
	while (at < v->last && at < i + len + 2 && at_is(v, at, CLASS_ADVERB))
		at++;
	if (at + 2 >= v->last || !at_is(v, at, CLASS_CUE_FINDING) || at_is(v, at, CLASS_FORM_ING))
		return true;
	at += 1 + at_is(v, at + 1, CLASS_THAT);
	for (end = at; end < v->last && end < at + SHOWN_MAX && at_token(v, end)->kind != PIECE_MARK; end++)
		if (at_is(v, end, CLASS_PERCENT))
			return true;
	if (end < v->last && at_mark(v, end, MARK_PERCENT))
		return true;
	return end == at || claim_push(v, WA_CLAIM_POLL, at, end, NAN, NAN);
}

/* A percentage in a sentence that speaks of a poll or of respondents. */
bool frame_percent(struct view *v, uint32_t i, uint32_t len)
{
	uint32_t first = i, last = i + len;
	double low;
	if (i == v->first)
		return true;
	first = i - 1;
	low = count_digits(v, first);
	if (isnan(low)) {
		if (!at_is(v, first, CLASS_NUMBER))
			return true;
		low = at_value(v, first);
	}
	if (!has_poll(v, i) && !people_say(v, last))
		return true;
	while (last < v->last && last < i + len + 5 && at_token(v, last)->kind == PIECE_WORD)
		last++;
	return claim_push(v, WA_CLAIM_POLL, first, last, low, NAN);
}

/* "a crowd of 5,000", "2,000 protesters" */
bool frame_crowd(struct view *v, uint32_t i, uint32_t len)
{
	struct group g;
	uint32_t end = i + len;
	if (claim_covers(v, i, -1))
		return true;
	if (end + 1 < v->last && at_is(v, end, CLASS_PREP_OF) && group_single(v, end + 1, &g) && g.counted && !g.none && !g.thing)
		return claim_push(v, WA_CLAIM_CROWD, i, g.last, g.low, g.high);
	return true;
}

/* "thousands marched", "about a dozen women were gathered" */
bool frame_gather(struct view *v, uint32_t i, uint32_t len)
{
	struct subject s;
	if (((at_token(v, i)->shape & SHAPE_UPPER) && !v->all_capitals) || at_is(v, i, CLASS_FORM_S) ||
		(i > v->first && at_det(v, i - 1)))
		return true; /* the month; the rally, three protests */
	if (!subject_find(v, i, false, &s) || !s.group.counted || s.group.none || s.negated || s.modal || s.infinitive)
		return true;
	for (uint32_t k = s.group.last; k < i; k++)
		if (at_is(v, k, CLASS_PREP_TO))
			return true; /* "thousands to attend a rally" */
	if (claim_covers(v, s.group.first, -1) || (isnan(s.group.low) ? s.group.high : s.group.low) < 10)
		return true;
	return claim_push(v, WA_CLAIM_CROWD, s.group.first, i + len, s.group.low, s.group.high);
}

/* The scale after a number: "$1.3 billion". */
static double scaled(const struct view *v, uint32_t *at, double value)
{
	while (*at < v->last && at_is(v, *at, CLASS_NUMBER_SCALE)) {
		value *= at_value(v, *at);
		++*at;
	}
	return value;
}

static uint32_t bound_before(const struct view *v, uint32_t i, bool *high)
{
	for (uint32_t n = 1; n <= 3 && i >= v->first + n; n++) {
		uint32_t k = i - n;
		const struct token *t = at_token(v, k);
		if ((at_is(v, k, CLASS_BOUND_HIGH) && at_len(v, k, CLASS_BOUND_HIGH) == n) ||
			(at_is(v, k, CLASS_BOUND_LOW) && at_len(v, k, CLASS_BOUND_LOW) == n) ||
			(n == 1 && at_is(v, k, CLASS_APPROX))) {
			*high = at_is(v, k, CLASS_BOUND_HIGH);
			return k;
		}
		if (t->kind == PIECE_MARK)
			break;
	}
	return i;
}

/*
 * Prices, results, deals, prizes and fines are published by those whose money it is, and need no source; damage, ransom
 * and stolen money are somebody's word.
 */
static bool push_money(struct view *v, uint32_t first, uint32_t last, double value, bool high)
{
	uint32_t from = first > v->first + COST_REACH ? first - COST_REACH : v->first,
		 to = last + COST_REACH < v->last ? last + COST_REACH : v->last;
	size_t before = v->attr->claims.count;
	bool cost = false;
	if (!claim_push(v, WA_CLAIM_MONEY, first, last, high ? NAN : value, high ? value : NAN))
		return false;
	for (uint32_t k = from; k < to && !cost; k++)
		cost = at_is(v, k, CLASS_COST);
	if (!cost && v->attr->claims.count > before)
		v->attr->claims.items[before].row.reason = WA_REASON_PUBLIC;
	return true;
}

/* Currency mark, then a number. */
bool frame_money(struct view *v, uint32_t i, uint32_t len)
{
	uint32_t at = i + len, first = i;
	bool high = false;
	double value = at < v->last ? count_digits(v, at) : NAN;
	if (isnan(value))
		return true;
	at++;
	value = scaled(v, &at, value);
	if (first > v->first && at_token(v, first - 1)->kind == PIECE_WORD && !(at_token(v, first)->shape & SHAPE_SPACE))
		first--; /* US$ */
	first = bound_before(v, first, &high);
	return push_money(v, first, at, value, high);
}

/* A number, then the name of a currency. */
bool frame_currency_word(struct view *v, uint32_t i, uint32_t len)
{
	double scale = 1, value;
	uint32_t at = i, first;
	bool high = false;
	while (at > v->first && i - at < AMOUNT_MAX && at_is(v, at - 1, CLASS_NUMBER_SCALE))
		scale *= at_value(v, --at);
	while (at > v->first && i - at < 3 && at_token(v, at - 1)->kind == PIECE_WORD &&
		(at_is(v, at - 1, CLASS_NATIONALITY) || at_is(v, at - 1, CLASS_COUNTRY)))
		at--;
	if (at == v->first)
		return true;
	value = count_digits(v, at - 1);
	if (isnan(value) && at_is(v, at - 1, CLASS_NUMBER) && at_token(v, at - 1)->kind == PIECE_WORD)
		value = at_value(v, at - 1);
	if (isnan(value))
		return true;
	first = bound_before(v, at - 1, &high);
	return push_money(v, first, i + len, value * scale, high);
}
