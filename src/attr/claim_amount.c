/* Shares of a whole, and money: an amount with its unit. */
#include "attr/claim.h"

#include <string.h>

#include "pack/locale.h"

enum { ADJECTIVES = 2, SHARE_WORDS = 3, NO_COUNTRY = 999, MARK_BYTES = 4 };

/* Letters right before a $ tell whose it is: A$, HK$. */
static const struct {
	char letters[3];
	uint16_t number;
} prefixes[] = {
	{"US", 840}, {"A", 36}, {"C", 124}, {"HK", 344}, {"NZ", 554}, {"S", 702}, {"R", 986}, /* names: letters, not words */
};

static const struct {
	char bytes[MARK_BYTES];
	uint16_t number;
} marks[] = {{"$", 840}, {"\xC2\xA3", 826}, {"\xE2\x82\xAC", 978}, {"\xC2\xA5", 392}};

static bool is_text(const struct view *v, uint32_t i, const char *text)
{
	const struct token *t = at_token(v, i);
	size_t len = strlen(text);
	return t->end - t->start == len && memcmp(v->seg->text.ptr + t->start, text, len) == 0;
}

/* The word before the mark belongs to it. */
static bool has_prefix(const struct view *v, uint32_t mark)
{
	return mark > v->first && at_token(v, mark - 1)->kind == PIECE_WORD && !(at_token(v, mark)->shape & SHAPE_SPACE);
}

static const char *mark_code(const struct view *v, uint32_t mark)
{
	for (size_t i = 0; has_prefix(v, mark) && i < sizeof prefixes / sizeof *prefixes; i++)
		if (is_text(v, mark - 1, prefixes[i].letters))
			return locale_currency(prefixes[i].number);
	for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
		if (is_text(v, mark, marks[i].bytes))
			return locale_currency(marks[i].number);
	return locale_currency(NO_COUNTRY);
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

/* Bounds and approximations before an amount of money: where it begins with them. */
static uint32_t bound_before(const struct view *v, uint32_t i, bool *high)
{
	for (uint32_t n = 1; n <= SHARE_WORDS && i >= v->first + n; n++) {
		uint32_t k = i - n;
		const struct token *t = at_token(v, k);
		if ((at_is(v, k, CLASS_BOUND_HIGH) && at_len(v, k, CLASS_BOUND_HIGH) == n) ||
			(at_is(v, k, CLASS_BOUND_LOW) && at_len(v, k, CLASS_BOUND_LOW) == n) ||
			(at_is(v, k, CLASS_APPROX) && at_len(v, k, CLASS_APPROX) == n)) {
			*high = at_is(v, k, CLASS_BOUND_HIGH);
			return k;
		}
		if (t->kind == PIECE_MARK)
			break;
	}
	return i;
}

/* "$5 million to $6 million", "$5-$6 billion", "between $5m and $6m": the second amount. */
static void read_second(const struct view *v, struct amount *a)
{
	uint32_t at = a->last, mark;
	double value;
	if (at + 2 >= v->last ||
		!(at_is(v, at, CLASS_PREP_TO) || at_mark(v, at, MARK_DASH) ||
			(at_is(v, at, CLASS_CONJ) && a->first > v->first && at_is(v, a->first - 1, CLASS_BETWEEN))))
		return;
	mark = ++at;
	if (at_mark(v, at, MARK_CURRENCY))
		at++;
	else if (!at_is(v, a->last, CLASS_PREP_TO))
		return;
	if (at >= v->last || isnan(value = count_digits(v, at)))
		return;
	at++;
	value = scaled(v, &at, value);
	if (!(value > a->low) || (mark + 1 == at && value < a->low * 2 && !at_mark(v, mark, MARK_CURRENCY)))
		return;
	a->high = value;
	a->last = at;
	if (a->first > v->first && at_is(v, a->first - 1, CLASS_BETWEEN))
		a->first--;
}

bool amount_of_mark(const struct view *v, uint32_t i, struct amount *a)
{
	uint32_t at = i + 1, core = i;
	bool high = false;
	double value = at < v->last ? count_digits(v, at) : NAN;
	if (isnan(value))
		return false;
	at++;
	value = scaled(v, &at, value);
	if (has_prefix(v, i))
		core--; /* US$ */
	*a = (struct amount){.first = bound_before(v, core, &high), .last = at, .low = value, .high = NAN, .unit = mark_code(v, i)};
	if (high) {
		a->low = NAN;
		a->high = value;
	} else {
		read_second(v, a);
	}
	return true;
}

bool amount_of_currency(const struct view *v, uint32_t i, uint32_t len, struct amount *a)
{
	uint32_t end = i;
	struct count c;
	for (uint32_t n = 0; n < ADJECTIVES && end > v->first && at_token(v, end - 1)->kind == PIECE_WORD &&
			     (at_is(v, end - 1, CLASS_NATIONALITY) || at_is(v, end - 1, CLASS_COUNTRY));
		n++)
		end--;
	if (!count_before(v, end, &c) || c.none || c.vague)
		return false;
	*a = (struct amount){
		.first = c.first, .last = i + len, .low = c.low, .high = c.high, .unit = locale_currency((unsigned)at_value(v, i))};
	return true;
}

/* "7 percent", "5 to 6 percent", "up to 20 percentage points": the sign or word stands at `i`. */
bool amount_of_percent(const struct view *v, uint32_t i, uint32_t len, struct amount *a)
{
	struct count c;
	uint32_t last = i + len;
	bool points;
	if (!count_before(v, i, &c) || c.vague)
		return false;
	points = last < v->last && at_is(v, last, CLASS_SHARE_POINT);
	*a = (struct amount){
		.first = c.first, .last = last + points, .low = c.low, .high = c.high, .unit = points ? UNIT_POINTS : UNIT_PERCENT};
	return true;
}

/* "two thirds of the pupils": with a whole behind it. */
bool amount_of_share(const struct view *v, uint32_t i, uint32_t len, struct amount *a)
{
	uint32_t last = i + len;
	bool high = false;
	if (last + 1 >= v->last || !(at_is(v, last, CLASS_PREP_OF) || at_det(v, last)) || at_is(v, last + 1, CLASS_TIME_UNIT))
		return false;
	*a = (struct amount){.first = bound_before(v, i, &high),
		.last = last,
		.low = high ? NAN : at_value(v, i) * 100,
		.high = high ? at_value(v, i) * 100 : NAN,
		.unit = UNIT_PERCENT};
	return true;
}
