/*
 * Counts. What counts no people or things is refused here: years, ages, scores, times, ordinals, money,
 * percentages, spans of time.
 */
#include "attr/claim.h"

enum { LEAD_MAX = 6, WORDS_MAX = 10, AMOUNT_REACH = 12, YEAR_FIRST = 1500, YEAR_LAST = 2099 };

/* A number being put together from words: thousands close what stands before them. */
struct sum {
	double total, part;
	bool seen, vague;
};

bool count_is_year(const struct view *v, uint32_t i)
{
	const struct token *t = at_token(v, i);
	double value;
	if (t->kind != PIECE_NUMBER || t->end - t->start != 4 || (t->shape & SHAPE_SUFFIX))
		return false;
	value = count_digits(v, i);
	return value >= YEAR_FIRST && value <= YEAR_LAST;
}

static void add_scale(struct sum *sum, double value)
{
	sum->part = (sum->part > 0 ? sum->part : 1) * value;
	if (value >= 1000) {
		sum->total += sum->part;
		sum->part = 0;
	}
}

static bool is_vague_scale(const struct view *v, uint32_t i)
{
	return at_is(v, i, CLASS_NUMBER_VAGUE) && at_value(v, i) >= 200;
}

/* Adds the number word at `i`; returns its tokens, 0 when it is none or does not fit. */
static uint32_t add_word(const struct view *v, uint32_t i, struct sum *sum)
{
	double digits = NAN;
	uint32_t len = at_token(v, i)->shape & SHAPE_DIGIT ? count_number(v, i, &digits) : 0;
	if (len) {
		if (sum->seen)
			return 0;
		sum->part = digits;
		return len;
	}
	if (at_is(v, i, CLASS_NUMBER_SCALE)) {
		add_scale(sum, at_value(v, i));
		return at_len(v, i, CLASS_NUMBER_SCALE);
	}
	if (at_is(v, i, CLASS_NUMBER_VAGUE)) {
		if (sum->seen)
			return 0;
		sum->part = at_value(v, i);
		sum->vague = true;
		return at_len(v, i, CLASS_NUMBER_VAGUE);
	}
	if (at_is(v, i, CLASS_NUMBER)) {
		double value = at_value(v, i);
		if (sum->seen && sum->part > 0 && (sum->part < 20 || fmod(sum->part, value < 10 ? 10 : 100) != 0))
			return 0;
		sum->part += value;
		return at_len(v, i, CLASS_NUMBER);
	}
	return 0;
}

/* "hundreds of thousands": the second word counts in its unit, half its value as a count of its own. */
static uint32_t of_thousands(const struct view *v, uint32_t i, const struct sum *sum)
{
	return sum->vague && sum->part >= 20 && i + 1 < v->last && at_is(v, i, CLASS_PREP_OF) && is_vague_scale(v, i + 1) ? 2 : 0;
}

/* "two hundred and fifty" */
static bool and_goes_on(const struct view *v, uint32_t i, const struct sum *sum)
{
	bool round = (sum->part >= 100 && fmod(sum->part, 100) == 0) || (sum->part == 0 && sum->total >= 1000);
	return round && i + 1 < v->last && at_is(v, i, CLASS_CONJ) && at_token(v, i + 1)->kind == PIECE_WORD &&
	       at_is(v, i + 1, CLASS_NUMBER) && at_value(v, i + 1) < 100 && at_is(v, i - 1, CLASS_NUMBER_SCALE);
}

/* "two and a half", "one and a half million" */
static uint32_t half_more(const struct view *v, uint32_t i, struct sum *sum)
{
	const struct token *t = at_token(v, i);
	if (!sum->seen || sum->part <= 0 || sum->part >= 1000 || !t->phrase || !lex_is(v->seg->lex, t->phrase, CLASS_NUMBER_HALF))
		return 0;
	sum->part += lex_value(v->seg->lex, t->phrase);
	return t->phrase_len;
}

static bool read_core(const struct view *v, uint32_t *at, double *value, bool *vague)
{
	struct sum sum = {0};
	uint32_t i = *at, words = 0;
	while (i < v->last && words++ < WORDS_MAX) {
		uint32_t len = sum.seen && and_goes_on(v, i, &sum) ? 1 : add_word(v, i, &sum);
		if (!len && (len = of_thousands(v, i, &sum)))
			sum.part *= at_value(v, i + 1) / 2;
		if (!len)
			len = half_more(v, i, &sum);
		if (!len)
			break;
		sum.seen = true;
		i += len;
	}
	*at = i;
	*value = sum.total + sum.part;
	*vague = sum.vague;
	return sum.seen;
}

struct lead {
	bool low, high, between, none;
};

/* Words that may stand before the number; returns where the number should begin. */
static uint32_t read_lead(const struct view *v, uint32_t i, struct lead *lead)
{
	for (uint32_t n = 0; n < LEAD_MAX && i < v->last; n++) {
		if (at_is(v, i, CLASS_BOUND_LOW)) {
			lead->low = true;
			i += at_len(v, i, CLASS_BOUND_LOW);
		} else if (at_is(v, i, CLASS_BOUND_HIGH)) {
			lead->high = true;
			i += at_len(v, i, CLASS_BOUND_HIGH);
		} else if (at_is(v, i, CLASS_APPROX)) {
			i += at_len(v, i, CLASS_APPROX);
		} else if (at_is(v, i, CLASS_BETWEEN)) {
			lead->between = true;
			i++;
		} else if (at_is(v, i, CLASS_NO_COUNT)) {
			lead->none = true;
			i += at_len(v, i, CLASS_NO_COUNT);
		} else if (at_is(v, i, CLASS_DET) && !at_is(v, i, CLASS_NUMBER) && !at_is(v, i, CLASS_NUMBER_VAGUE)) {
			i++;
		} else {
			break;
		}
	}
	return i;
}

/* The second number of "20 to 30", "two or three", "between 20 and 30". */
static bool read_range(const struct view *v, uint32_t *at, bool between, double *high)
{
	uint32_t i = *at;
	double second;
	bool vague;
	if (i + 1 >= v->last)
		return false;
	if (between ? !at_is(v, i, CLASS_CONJ) : !at_is(v, i, CLASS_PREP_TO) && !at_is(v, i, CLASS_OR) && !at_mark(v, i, MARK_DASH))
		return false;
	i++;
	if (!read_core(v, &i, &second, &vague) || second <= *high)
		return false;
	*high = second;
	*at = i;
	return true;
}

static bool is_unit(const struct view *v, uint32_t i)
{
	return at_is(v, i, CLASS_COUNT_THING) || at_is(v, i, CLASS_TIME_UNIT) || at_is(v, i, CLASS_CURRENCY) ||
	       at_is(v, i, CLASS_PERCENT) || at_is(v, i, CLASS_MONTH);
}

static bool mark_at(const struct view *v, uint32_t i, enum mark mark)
{
	return i < v->seg->tokens.count && at_mark(v, i, mark);
}

/* "Smith, 24, was hurt": an age, or a number that belongs to a name before it. */
static bool is_apposed(const struct view *v, uint32_t core, uint32_t after)
{
	bool ends = after >= v->seg->tokens.count || at_mark(v, after, MARK_STOP);
	if (core > v->first + 1 && ends && at_mark(v, core - 1, MARK_COMMA) && at_name(v, core - 2))
		return true; /* "killed Jan Koval, 45." */
	if (core == v->first || !(mark_at(v, after, MARK_COMMA) || mark_at(v, after, MARK_CLOSE)))
		return false;
	return at_mark(v, core - 1, MARK_COMMA) || at_mark(v, core - 1, MARK_OPEN) ||
	       (at_token(v, core - 1)->kind == PIECE_WORD && (at_token(v, core - 1)->shape & SHAPE_ALL_UPPER));
}

/* 60m: metres as well as millions; people follow when it counts them. */
static bool is_bare_suffix(const struct view *v, uint32_t core, uint32_t after)
{
	if (!(at_token(v, core)->shape & SHAPE_SUFFIX))
		return false;
	return after >= v->last ||
	       !(at_is(v, after, CLASS_PERSON_NOUN) || (after + 1 < v->last && at_is(v, after + 1, CLASS_PERSON_NOUN)));
}

/* "one in five children" */
static bool is_rate(const struct view *v, uint32_t core, uint32_t after)
{
	if (after + 1 >= v->last || !at_is(v, after, CLASS_PREP_IN) || !at_is(v, core, CLASS_NUMBER) || at_value(v, core) > 10)
		return false;
	return at_is(v, after + 1, CLASS_NUMBER) && at_value(v, after + 1) > at_value(v, core);
}

/* "Sept. 30" */
static bool is_day(const struct view *v, uint32_t core)
{
	uint32_t i = core;
	if (i > v->first && at_mark(v, i - 1, MARK_STOP))
		i--;
	return i > v->first && at_is(v, i - 1, CLASS_MONTH);
}

/* What stands around the number tells that it counts something else. */
static bool counts_otherwise(const struct view *v, uint32_t core, uint32_t after)
{
	const struct token *t = at_token(v, core);
	if (core > v->first && (at_mark(v, core - 1, MARK_CURRENCY) || is_day(v, core) || at_is(v, core - 1, CLASS_AGE)))
		return true;
	if (after < v->last && (at_mark(v, after, MARK_PERCENT) || is_unit(v, after)))
		return true;
	if (t->kind != PIECE_NUMBER)
		return is_rate(v, core, after);
	if (is_apposed(v, core, after) || is_bare_suffix(v, core, after))
		return true;
	if (core > v->first + 1 && at_mark(v, core - 1, MARK_COLON) && at_token(v, core - 2)->kind == PIECE_NUMBER)
		return true; /* 4:30 */
	if (count_is_year(v, core) && after == core + 1)
		return after >= v->last || !at_is(v, after, CLASS_PERSON_NOUN);
	return mark_at(v, after, MARK_COLON) && after + 1 < v->last && at_token(v, after + 1)->kind == PIECE_NUMBER;
}

static void set_bounds(struct count *count, const struct lead *lead, double low, double high, bool range)
{
	count->low = low;
	count->high = range ? high : NAN;
	if (lead->high && !range) {
		count->high = low;
		count->low = NAN;
	}
}

/* Lead, number and range, whatever they count; *core is where the number itself begins. */
static bool read_amount(const struct view *v, uint32_t i, struct count *count, uint32_t *core)
{
	struct lead lead = {0};
	uint32_t at;
	double low, high;
	bool range;
	*count = (struct count){.first = i, .low = NAN, .high = NAN};
	at = *core = read_lead(v, i, &lead);
	range = at < v->last && count_digits_range(v, at, &low, &high);
	if (range) {
		at++;
	} else if (at < v->last && read_core(v, &at, &low, &count->vague)) {
		high = low;
		range = read_range(v, &at, lead.between, &high);
	} else {
		count->none = lead.none;
		count->last = *core;
		return lead.none;
	}
	set_bounds(count, &lead, low, high, range);
	count->none = lead.none || low == 0;
	count->last = at;
	return true;
}

bool count_read(const struct view *v, uint32_t i, struct count *count)
{
	uint32_t core, at;
	double value;
	if (!read_amount(v, i, count, &core))
		return false;
	if (count->last == core)
		return true; /* "no" */
	value = isnan(count->low) ? count->high : count->low;
	if (counts_otherwise(v, core, count->last) || (value != floor(value) && value < 1000))
		return false;
	at = count->last;
	if (at + 1 < v->last && at_token(v, at)->phrase && (at_is(v, at, CLASS_BOUND_LOW) || at_is(v, at, CLASS_APPROX)))
		count->last += at_token(v, at)->phrase_len; /* "12 or more"; "20 or so" */
	return true;
}

bool count_before(const struct view *v, uint32_t end, struct count *count)
{
	struct view w = *v;
	bool found = false;
	w.last = end;
	for (uint32_t n = 1; n <= AMOUNT_REACH && end >= v->first + n; n++) {
		struct count c;
		uint32_t core;
		if (n > 1 && at_token(v, end - n)->kind == PIECE_MARK && !at_mark(v, end - n, MARK_DASH))
			break;
		if (!read_amount(&w, end - n, &c, &core) || c.last != end || core == end)
			continue;
		if (found && core != end - n && !at_is(v, end - n, CLASS_BOUND_LOW) && !at_is(v, end - n, CLASS_BOUND_HIGH) &&
			!at_is(v, end - n, CLASS_APPROX) && !at_is(v, end - n, CLASS_BETWEEN))
			continue; /* "the 40 percent": articles tell nothing of the number */
		*count = c;
		found = true;
	}
	return found;
}
