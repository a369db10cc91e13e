/* Figures: polls, votes, statistics, results of companies, crowds, money and what things cost. */
#include "attr/claim.h"

enum { POLL_REACH = 40, SHOWN_MAX = 12, COST_REACH = 8, TOPIC_REACH = 14, MARKET_REACH = 30, CHANGE_REACH = 8, SHARE_REACH = 4 };

/* A word of the class within `reach` tokens of [first, last), in the sentence. */
static bool near_is(const struct view *v, uint32_t first, uint32_t last, uint32_t reach, enum lex_class class)
{
	uint32_t from = first > v->first + reach ? first - reach : v->first, to = last + reach < v->last ? last + reach : v->last;
	for (uint32_t k = from; k < to; k++)
		if (at_is(v, k, class))
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

/* Pushes a figure; `reason` is why it needs no source, WA_REASON_NONE when it does. */
static bool push_amount(
	struct view *v, enum wa_claim_type type, uint32_t last, const struct amount *a, struct wa_span what, enum wa_reason reason)
{
	size_t before = v->attr->claims.count;
	struct claim *c;
	if (!claim_push(v, type, a->first, last, a->low, a->high))
		return false;
	if (v->attr->claims.count == before)
		return true;
	c = &v->attr->claims.items[before];
	c->row.unit = a->unit;
	c->row.what = what;
	c->row.reason = reason;
	return true;
}

/* "of voters", "of the vote" behind a share: what it is a share of. */
static struct wa_span share_of(const struct view *v, uint32_t last)
{
	struct group g;
	uint32_t from = last + 1;
	if (from >= v->last || !at_is(v, last, CLASS_PREP_OF))
		return (struct wa_span){0, 0};
	while (from + 1 < v->last && at_det(v, from))
		from++;
	if (!group_single(v, from, &g))
		return at_token(v, from)->kind == PIECE_WORD ? seg_span(v->seg, from, from + 1) : (struct wa_span){0, 0};
	return seg_span(v->seg, from, g.last);
}

/* What rises or stands at a share: the last words before the verb, "unemployment", "the price of bread". */
static struct wa_span subject_of(const struct view *v, uint32_t first)
{
	for (uint32_t n = 1; n <= CHANGE_REACH && first >= v->first + n; n++) {
		uint32_t k = first - n;
		if (at_token(v, k)->kind == PIECE_MARK)
			break;
		if (at_is(v, k, CLASS_TOPIC))
			return seg_span(v->seg, k, k + at_len(v, k, CLASS_TOPIC));
	}
	return (struct wa_span){0, 0};
}

/* Words behind a share that say more of it, as far as the clause goes. */
static uint32_t share_end(const struct view *v, uint32_t last)
{
	uint32_t end = last;
	while (end < v->last && end < last + 5 && at_token(v, end)->kind == PIECE_WORD)
		end++;
	return end;
}

/* "100 percent committed", "50 percent bigger" are no shares of anything; a chance is a forecast. */
static bool is_emphasis(const struct view *v, const struct amount *a)
{
	uint32_t next = a->last;
	return a->low == 100 && (next >= v->last || !at_is(v, next, CLASS_PREP));
}

/* Results that a company gives of itself: "Ford posted a profit of". */
static enum wa_reason earnings_reason(const struct view *v, const struct amount *a)
{
	return near_is(v, a->first, a->last, TOPIC_REACH, CLASS_POSTED) ? WA_REASON_SELF : WA_REASON_NONE;
}

static bool is_market(const struct view *v, const struct amount *a)
{
	return near_is(v, a->first, a->last, MARKET_REACH, CLASS_MARKET);
}

/* What is measured stands before a verb that says how it has changed: "unemployment rose to 7 percent". */
static bool tells_change(const struct view *v, const struct amount *a)
{
	uint32_t verb = UINT32_MAX;
	for (uint32_t n = 1; n <= TOPIC_REACH && a->first >= v->first + n; n++) {
		uint32_t k = a->first - n;
		if (at_token(v, k)->kind == PIECE_MARK || at_is(v, k, CLASS_CONDITIONAL))
			return false;
		if (verb == UINT32_MAX && n <= CHANGE_REACH &&
			(at_is(v, k, CLASS_TOLL_VERB) || at_is(v, k, CLASS_CHANGE) || at_is(v, k, CLASS_AUX_BE)))
			verb = k;
		else if (verb != UINT32_MAX &&
			 (at_is(v, k, CLASS_PREP_TO) || at_is(v, k, CLASS_MODAL) || at_is(v, k, CLASS_INTENT)))
			return false; /* "plans to raise taxes by" */
		else if (verb != UINT32_MAX && at_is(v, k, CLASS_TOPIC))
			return true;
	}
	return false;
}

/* "7 percent of children are": a share of people. */
static bool tells_share(const struct view *v, const struct amount *a)
{
	struct group g;
	if (a->last + 1 >= v->last || !at_is(v, a->last, CLASS_PREP_OF))
		return false;
	if (group_single(v, a->last + 1, &g) && g.person && g.plural)
		return true;
	for (uint32_t k = a->last + 2; k < v->last && k < a->last + 2 + SHARE_REACH && at_token(v, k)->kind != PIECE_MARK; k++)
		if (at_is(v, k, CLASS_AUX))
			return true; /* "of households have" */
	return false;
}

static bool push_statistic(struct view *v, const struct amount *a)
{
	struct wa_span what = share_of(v, a->last);
	uint32_t last = a->last;
	enum wa_reason reason = is_market(v, a) ? WA_REASON_PUBLIC : WA_REASON_NONE;
	if (what.end)
		while (last < v->last && at_token(v, last)->start < what.end)
			last++;
	else
		what = subject_of(v, a->first);
	return push_amount(v, WA_CLAIM_STATISTIC, last, a, what, reason);
}

static bool push_share(struct view *v, const struct amount *a)
{
	if (claim_covers(v, a->last - 1, WA_CLAIM_FORECAST))
		return true; /* "will rise by 5 percent" */
	if (near_is(v, a->first, a->last, POLL_REACH, CLASS_POLL) || people_say(v, a->last))
		return push_amount(v, WA_CLAIM_POLL, share_end(v, a->last), a, share_of(v, a->last), WA_REASON_NONE);
	if (near_is(v, a->first, a->last, CHANGE_REACH, CLASS_VOTE))
		return push_amount(v, WA_CLAIM_VOTE, share_end(v, a->last), a, share_of(v, a->last), WA_REASON_NONE);
	if (is_emphasis(v, a))
		return true;
	if (near_is(v, a->first, a->last, CHANGE_REACH, CLASS_EARNINGS))
		return push_amount(v, WA_CLAIM_EARNINGS, a->last, a, subject_of(v, a->first), earnings_reason(v, a));
	if (!tells_change(v, a) && !tells_share(v, a))
		return true;
	return push_statistic(v, a);
}

/* A percentage: of a poll or of respondents, of a vote, or of something else. */
bool frame_percent(struct view *v, uint32_t i, uint32_t len)
{
	struct amount a;
	return !amount_of_percent(v, i, len, &a) || push_share(v, &a);
}

/* "two thirds of pupils": of people, countries, firms; "half of the cake" tells nobody anything. */
bool frame_share(struct view *v, uint32_t i, uint32_t len)
{
	struct amount a;
	if (!amount_of_share(v, i, len, &a) || !at_is(v, a.last, CLASS_PREP_OF))
		return true;
	for (uint32_t k = a.last + 1; k < v->last && k < a.last + 1 + SHARE_REACH; k++) {
		if (at_token(v, k)->kind != PIECE_WORD || at_is(v, k, CLASS_PRONOUN_OBJECT) || at_is(v, k, CLASS_COUNT_THING))
			break;
		if (at_is(v, k, CLASS_PLURAL) && at_is(v, k, CLASS_PERSON_NOUN))
			return push_share(v, &a);
	}
	return true;
}

/* "by 52 votes to 48" */
bool frame_vote(struct view *v, uint32_t i, uint32_t len)
{
	struct count c;
	struct amount a;
	if (!at_is(v, i, CLASS_PLURAL) || !count_before(v, i, &c) || c.none || c.vague)
		return true;
	a = (struct amount){.first = c.first, .last = i + len, .low = c.low, .high = c.high, .unit = UNIT_COUNT};
	return push_amount(v, WA_CLAIM_VOTE, i + len, &a, seg_span(v->seg, i, i + len), WA_REASON_NONE);
}

/* "a crowd of 5,000", "2,000 protesters" */
bool frame_crowd(struct view *v, uint32_t i, uint32_t len)
{
	struct group g;
	uint32_t end = i + len;
	if (claim_covers(v, i, CLAIM_OF_ANY))
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
	if (claim_covers(v, s.group.first, CLAIM_OF_ANY) || (isnan(s.group.low) ? s.group.high : s.group.low) < 10)
		return true;
	return claim_push(v, WA_CLAIM_CROWD, s.group.first, i + len, s.group.low, s.group.high);
}

/*
 * Prices, deals, prizes and fines are published by those whose money it is, and need no source; damage, ransom and stolen
 * money are somebody's word, and results those of the firm that gives them.
 */
static bool push_money(struct view *v, const struct amount *a)
{
	struct wa_span none = {0, 0};
	if (claim_covers(v, a->last - 1, WA_CLAIM_FORECAST))
		return true; /* "could reach $120" */
	if (near_is(v, a->first, a->last, COST_REACH, CLASS_COST))
		return push_amount(v, WA_CLAIM_COST, a->last, a, none, WA_REASON_NONE);
	if (near_is(v, a->first, a->last, CHANGE_REACH, CLASS_EARNINGS))
		return push_amount(v, WA_CLAIM_EARNINGS, a->last, a, subject_of(v, a->first), earnings_reason(v, a));
	return push_amount(v, WA_CLAIM_MONEY, a->last, a, none, WA_REASON_PUBLIC);
}

/* Currency mark, then a number. */
bool frame_money(struct view *v, uint32_t i, uint32_t len)
{
	struct amount a;
	(void)len;
	return !amount_of_mark(v, i, &a) || push_money(v, &a);
}

/* A number, then the name of a currency. */
bool frame_currency_word(struct view *v, uint32_t i, uint32_t len)
{
	struct amount a;
	return !amount_of_currency(v, i, len, &a) || push_money(v, &a);
}
