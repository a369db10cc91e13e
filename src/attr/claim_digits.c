/*
 * Numbers written in digits, with their groups: 1,200 and 1.2m in English, 1.200 and 1,2 where the comma is the decimal
 * mark, 1 200 and 1.200.000 in both.
 */
#include "attr/claim.h"

#include <string.h>

#include "base/str.h"

enum { GROUP = 3, GROUPS_MAX = 4, RANGE_LAST = 1500, DIGITS_MAX = 15, CALL_FIRST = 3, CALL_SECOND = 4 };

static size_t digit_run(const char *at, const char *end)
{
	size_t n = 0;
	while (at + n < end && ascii_is_digit(at[n]))
		n++;
	return n;
}

static double run_value(double value, const char *at, size_t n)
{
	for (size_t i = 0; i < n; i++)
		value = value * 10 + (at[i] - '0');
	return value;
}

/* Groups of three digits behind the first run: "1,200", "1.200.000". How many there are. */
static size_t groups_behind(const char *at, const char *end, char mark)
{
	size_t n = 0;
	while (at < end && *at == mark && digit_run(at + 1, end) == GROUP) {
		at += 1 + GROUP;
		n++;
	}
	return n;
}

/* A full stop parts groups where the comma is the decimal mark, or where it stands twice. */
static char group_mark(const char *at, const char *end, bool comma)
{
	size_t stops = groups_behind(at, end, '.'), commas = groups_behind(at, end, ',');
	if (stops > 1 || (stops == 1 && comma))
		return '.';
	return commas > 0 && (!comma || commas > 1) ? ',' : 0;
}

static bool parse_digits(const char *at, const char *end, bool comma, double *value, const char **rest)
{
	size_t run = digit_run(at, end);
	double fraction = 0, unit = 1;
	char mark;
	if (!run || run > DIGITS_MAX)
		return false;
	*value = run_value(0, at, run);
	at += run;
	mark = run <= GROUP ? group_mark(at, end, comma) : 0;
	for (size_t n = mark ? groups_behind(at, end, mark) : 0; n > 0; n--) {
		*value = run_value(*value, at + 1, GROUP);
		at += 1 + GROUP;
	}
	if (at + 1 < end && (*at == '.' || (comma && *at == ',')) && *at != mark && ascii_is_digit(at[1]))
		for (at++; at < end && ascii_is_digit(*at); at++)
			fraction += (*at - '0') * (unit /= 10);
	*value += fraction;
	*rest = at;
	return true;
}

static uint32_t word_at(const struct view *v, const char *at, const char *end)
{
	struct piece piece;
	split_next(at, end, &piece);
	return piece.kind == PIECE_WORD && piece.ptr + piece.len == end ? lex_find(v->seg->lex, &piece) : 0;
}

/* Suffixes are words of the pack ("m", "bn", "k"). */
static double suffix_scale(const struct view *v, const char *at, const char *end)
{
	uint32_t id = word_at(v, at, end);
	return id && lex_is(v->seg->lex, id, CLASS_NUMBER_SCALE) ? lex_value(v->seg->lex, id) : NAN;
}

double count_digits(const struct view *v, uint32_t i)
{
	const struct token *t = at_token(v, i);
	const char *at = v->seg->text.ptr + t->start, *end = v->seg->text.ptr + t->end;
	double value;
	if (!(t->shape & SHAPE_DIGIT) || !parse_digits(at, end, v->attr->decimal_comma, &value, &at))
		return NAN;
	if (t->kind == PIECE_WORD) /* 20-odd, 60-plus */
		return at < end && *at == '-' && lex_is(v->seg->lex, word_at(v, at + 1, end), CLASS_NUMBER_TAIL) ? value : NAN;
	if (t->kind != PIECE_NUMBER)
		return NAN;
	if (at == end)
		return value;
	return t->shape & SHAPE_SUFFIX ? value * suffix_scale(v, at, end) : NAN;
}

/* Three digits and nothing else. */
static bool is_group(const struct view *v, uint32_t i)
{
	const struct token *t = at_token(v, i);
	return t->kind == PIECE_NUMBER && t->end - t->start == GROUP &&
	       digit_run(v->seg->text.ptr + t->start, v->seg->text.ptr + t->end) == GROUP;
}

/* Something that numbers are given to stands before: "May 2 300 people", "Flight 93". */
static bool is_numbered(const struct view *v, uint32_t i)
{
	return i > v->first && (at_is(v, i - 1, CLASS_MONTH) || at_token(v, i - 1)->kind == PIECE_NUMBER || at_name(v, i - 1));
}

uint32_t count_number(const struct view *v, uint32_t i, double *value)
{
	const struct token *t = at_token(v, i);
	const char *at = v->seg->text.ptr + t->start;
	uint32_t next = i + 1;
	double whole;
	*value = count_digits(v, i);
	if (isnan(*value))
		return 0;
	if (t->end - t->start > GROUP || digit_run(at, at + (t->end - t->start)) != t->end - t->start || *at == '0' ||
		next >= v->last || !is_group(v, next) || is_numbered(v, i))
		return 1;
	for (whole = *value; next < v->last && next <= i + GROUPS_MAX && is_group(v, next); next++)
		whole = whole * 1000 + count_digits(v, next);
	if (next < v->last && at_token(v, next)->kind == PIECE_NUMBER)
		return 1; /* 020 7946 0000 */
	*value = whole;
	return next - i;
}

/* "20-30": the numbers of a range rise; those of a score may not, and 555-1234 is somebody's telephone. */
bool count_digits_range(const struct view *v, uint32_t i, double *low, double *high)
{
	const struct token *t = at_token(v, i);
	const char *at = v->seg->text.ptr + t->start, *end = v->seg->text.ptr + t->end, *second;
	if (t->kind != PIECE_NUMBER || !(t->shape & SHAPE_HYPHEN) || !parse_digits(at, end, v->attr->decimal_comma, low, &at))
		return false;
	if (at >= end || *at != '-' || *at == '0')
		return false;
	second = ++at;
	if (!parse_digits(at, end, v->attr->decimal_comma, high, &at) || at != end)
		return false;
	if (digit_run(v->seg->text.ptr + t->start, end) == CALL_FIRST && digit_run(second, end) == CALL_SECOND)
		return false;
	return *low < *high && *low >= 2 && (*high < RANGE_LAST || memchr(second, ',', (size_t)(end - second)));
}
