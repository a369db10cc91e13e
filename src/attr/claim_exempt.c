/* What the sentence itself shows: that nothing has happened yet, that it is told in a film, that it is long past. */
#include "attr/claim.h"

#include "base/str.h"

/* Undated copy is taken to be of the year this was written: a stage reads no clock. */
enum { IF_REACH = 24, MODAL_REACH = 4, LONG_PAST = 5, UNDATED_YEAR = 2026 };
#define MONTH 0.08 /* in years */

struct past {
	bool dated;   /* an earlier month or year */
	bool history; /* more than five years before */
};

/* The item's year: from its date, 0 when it has none. */
static int item_year(const struct doc *doc)
{
	struct wa_str date = doc ? (doc->published.ptr ? doc->published : doc->modified) : (struct wa_str){0};
	int year = 0;
	for (size_t i = 0; i < 4 && i < date.len && ascii_is_digit(date.ptr[i]); i++)
		year = year * 10 + (date.ptr[i] - '0');
	return year >= 1000 ? year : 0;
}

/* "20 years ago", "two decades after": the span of time in years, 0 for none. */
static double years_at(const struct view *v, uint32_t i, uint32_t *after)
{
	const struct token *t = at_token(v, i);
	double years;
	if (i + 1 >= v->last || !at_is(v, i + 1, CLASS_TIME_UNIT))
		return 0;
	years = t->kind == PIECE_NUMBER                                        ? count_digits(v, i)
		: at_is(v, i, CLASS_NUMBER) || at_is(v, i, CLASS_NUMBER_VAGUE) ? at_value(v, i)
									       : 0;
	*after = i + 2;
	return years * at_value(v, i + 1); /* the pack gives units of time their length in years */
}

/* "the 1963 bombing": an event known by its year. */
static bool names_event(const struct view *v, uint32_t i)
{
	if (i == v->first || !at_is(v, i - 1, CLASS_DET_DEF))
		return false;
	for (uint32_t k = i + 1; k < v->last && k < i + 6 && at_token(v, k)->kind == PIECE_WORD; k++)
		if (at_is(v, k, CLASS_EVENT))
			return true;
	return false;
}

static void note_year(const struct view *v, uint32_t i, struct past *past)
{
	int year = (int)count_digits(v, i), now = item_year(v->attr->doc);
	if (i > v->first && at_is(v, i - 1, CLASS_SINCE))
		return; /* a running total */
	if (i + 1 < v->last && at_mark(v, i + 1, MARK_DASH))
		return; /* a dateline */
	if (year >= (now ? now : UNDATED_YEAR))
		return;
	past->dated = true;
	past->history |= (now ? now : UNDATED_YEAR) - year > LONG_PAST || names_event(v, i);
}

static struct past read_past(const struct view *v)
{
	struct past past = {0};
	for (uint32_t i = v->first; i < v->last; i++) {
		uint32_t after;
		double years;
		if (count_is_year(v, i)) {
			note_year(v, i, &past);
			continue;
		}
		if (at_is(v, i, CLASS_LONG_AGO))
			past.dated = true;
		years = years_at(v, i, &after);
		if (years > 0 && after < v->last && at_is(v, after, CLASS_AGO)) {
			past.dated |= years >= MONTH;
			past.history |= years > LONG_PAST;
		}
	}
	return past;
}

static bool has_between(const struct view *v, uint32_t from, uint32_t to, enum lex_class class)
{
	for (uint32_t i = from; i < to; i++)
		if (at_is(v, i, class))
			return true;
	return false;
}

static bool is_hypothetical(const struct view *v, const struct claim *c)
{
	uint32_t near = c->first > v->first + MODAL_REACH ? c->first - MODAL_REACH : v->first;
	uint32_t far = c->first > v->first + IF_REACH ? c->first - IF_REACH : v->first;
	struct subject s;
	if (at_mark(v, v->last - 1, MARK_QUESTION) || has_between(v, far, c->first, CLASS_HYPOTHETICAL))
		return true;
	if (c->row.type != WA_CLAIM_POLL && has_between(v, near, c->last, CLASS_CONDITIONAL))
		return true;
	if (!at_is(v, c->first, CLASS_FORM_BASE))
		return false;
	subject_chain(v, c->first, &s);
	return s.infinitive && !s.said;
}

static enum wa_reason reason_of(const struct view *v, const struct claim *c, const struct past *past, bool fiction, bool sport)
{
	if (c->row.reason != WA_REASON_NONE)
		return c->row.reason;
	if (is_hypothetical(v, c))
		return WA_REASON_HYPOTHETICAL;
	if (past->history)
		return WA_REASON_HISTORY;
	if (fiction)
		return WA_REASON_FICTION;
	if (sport && ((c->row.type == WA_CLAIM_INJURED && !(c->row.low > 1)) || c->row.type == WA_CLAIM_RESPONSIBILITY))
		return WA_REASON_SPORT;
	return WA_REASON_NONE;
}

void claim_exempt(struct view *v)
{
	struct past past = read_past(v);
	bool fiction = has_between(v, v->first, v->last, CLASS_FICTION), sport = has_between(v, v->first, v->last, CLASS_SPORT);
	for (size_t i = v->claims_before; i < v->attr->claims.count; i++) {
		struct claim *c = &v->attr->claims.items[i];
		c->past_dated = past.dated;
		c->row.reason = reason_of(v, c, &past, fiction, sport);
	}
}
