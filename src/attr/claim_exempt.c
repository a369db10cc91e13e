/* What the sentence itself shows: that nothing has happened yet, that it is told in a film, that it is long past. */
#include "attr/claim.h"

#include "base/str.h"

/*
 * Undated copy is taken to be of the year this was written, for a stage reads no clock. It may be old itself, so that a year is
 * history in it only after longer.
 */
enum {
	IF_REACH = 24,
	MODAL_REACH = 4,
	CLAUSE_WORDS = 3,
	LONG_PAST = 5,
	LONG_PAST_UNDATED = 20,
	UNDATED_YEAR = 2026,
	CARRY_WORDS = 80
};
#define MONTH 0.08 /* in years */

struct past {
	bool dated;                    /* an earlier month or year */
	bool history;                  /* more than five years before */
	uint32_t year_at, year_clause; /* the year that says so, and the word that opens its clause; 0 for none */
	bool span_dated, span_history;
	uint32_t span_from; /* "20 years after X was killed": dates what follows */
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

/* "the 1951 bombing": an event known by its year. */
static bool names_event(const struct view *v, uint32_t i)
{
	for (uint32_t k = i + 1; k < v->last && k < i + 6 && at_token(v, k)->kind == PIECE_WORD; k++)
		if (at_is(v, k, CLASS_EVENT) || at_is(v, k, CLASS_MURDER_NOUN))
			return true;
	return false;
}

/* "in 1963", "March 2003", "March 16, 1978": the year dates the sentence. "the 2020 hopefuls" does not. */
static bool dates(const struct view *v, uint32_t i)
{
	if (i == v->first)
		return false;
	if (at_is(v, i - 1, CLASS_DET) && names_event(v, i))
		return true; /* "a 1963 bombing" */
	return at_is(v, i - 1, CLASS_PREP) || at_is(v, i - 1, CLASS_MONTH) || at_is(v, i - 1, CLASS_CONJ) ||
	       (i > v->first + 1 && at_mark(v, i - 1, MARK_COMMA) &&
		       (at_token(v, i - 2)->kind == PIECE_NUMBER || at_is(v, i - 2, CLASS_MONTH)));
}

/* Where a clause of its own opens before the year: "remain there, 18 years after the war of 1991"; 0 when none does. */
static uint32_t clause_of(const struct view *v, uint32_t year)
{
	for (uint32_t i = year, n = 0; i > v->first && n < IF_REACH; i--, n++) {
		if (at_is(v, i - 1, CLASS_SUBORD))
			return i - 1;
		if (at_token(v, i - 1)->kind == PIECE_MARK)
			return 0;
	}
	return 0;
}

static void note_year(const struct view *v, uint32_t i, struct past *past)
{
	int year = (int)count_digits(v, i), now = item_year(v->attr->doc), long_past = now ? LONG_PAST : LONG_PAST_UNDATED;
	bool named = i > v->first && (at_is(v, i - 1, CLASS_DET_DEF) || at_is(v, i - 1, CLASS_GENITIVE)) && names_event(v, i);
	if (!now)
		now = UNDATED_YEAR;
	if (year >= now || (i > v->first && at_is(v, i - 1, CLASS_SINCE)) || !(named || dates(v, i)))
		return; /* "since": a running total */
	if (i + 1 < v->last && at_mark(v, i + 1, MARK_DASH))
		return; /* a dateline */
	if (!past->dated && !past->history) {
		past->year_at = i;
		past->year_clause = clause_of(v, i);
	}
	past->dated = true;
	past->history |= now - year > long_past || named;
}

static void note_span(const struct view *v, uint32_t i, struct past *past)
{
	uint32_t after = v->last;
	double years = years_at(v, i, &after);
	if (years <= 0 || after >= v->last || !at_is(v, after, CLASS_AGO))
		return;
	if (!at_is(v, after, CLASS_SUBORD)) {
		past->dated |= years >= MONTH;
		past->history |= years > LONG_PAST;
		return;
	}
	past->span_dated |= years >= MONTH;
	past->span_history |= years > LONG_PAST;
	past->span_from = after;
}

/* A day or "this year": the sentence is of its own time. */
static bool has_own_time(const struct view *v)
{
	for (uint32_t i = v->first; i < v->last; i++)
		if (at_is(v, i, CLASS_TIME_WORD) && !at_is(v, i, CLASS_LONG_AGO))
			return true;
	return false;
}

/* The claim stands before a clause that only dates itself. */
static bool stands_before(const struct past *past, const struct claim *c)
{
	return past->year_clause && c->last <= past->year_clause;
}

/* "last year's election" */
static bool dates_noun(const struct view *v, uint32_t i)
{
	uint32_t after = i + at_len(v, i, CLASS_LONG_AGO);
	return after < v->last && at_is(v, after, CLASS_GENITIVE);
}

static struct past read_past(const struct view *v)
{
	struct past past = {.span_from = v->last};
	for (uint32_t i = v->first; i < v->last; i++) {
		if (count_is_year(v, i))
			note_year(v, i, &past);
		else if (at_is(v, i, CLASS_LONG_AGO) && !dates_noun(v, i))
			past.dated = true;
		else
			note_span(v, i, &past);
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

/* A modal in the claim's own clause: before it, up to the next verb that ascribes, or in its verb. "May" with a capital is a month.
 */
static bool in_modal_clause(const struct view *v, const struct claim *c)
{
	bool people = c->row.type == WA_CLAIM_DEATHS || c->row.type == WA_CLAIM_INJURED || c->row.type == WA_CLAIM_MISSING;
	uint32_t to = people || c->first + CLAUSE_WORDS > c->last ? c->last : c->first + CLAUSE_WORDS;
	for (uint32_t i = c->first; i < to; i++)
		if (at_is(v, i, CLASS_CONDITIONAL) && !(at_token(v, i)->shape & SHAPE_UPPER))
			return true;
	for (uint32_t i = c->first, n = 0; i > v->first && n < MODAL_REACH; i--, n++) {
		if (at_is(v, i - 1, CLASS_CONDITIONAL))
			return !(at_token(v, i - 1)->shape & SHAPE_UPPER);
		if (at_token(v, i - 1)->kind == PIECE_MARK || at_is(v, i - 1, CLASS_CUE) || at_is(v, i - 1, CLASS_THAT))
			return false;
	}
	return false;
}

/* "if 5,000 people die": in the condition itself, not in what a comma parts from it; a forecast hangs on it all the same. */
static bool in_condition(const struct view *v, const struct claim *c)
{
	for (uint32_t i = c->first, n = 0; i > v->first && n < IF_REACH; i--, n++) {
		if (at_is(v, i - 1, CLASS_HYPOTHETICAL))
			return true;
		if (at_token(v, i - 1)->kind == PIECE_MARK && c->row.type != WA_CLAIM_FORECAST)
			return false;
	}
	return false;
}

static bool is_hypothetical(const struct view *v, const struct claim *c)
{
	struct subject s;
	if (at_mark(v, v->last - 1, MARK_QUESTION) || in_condition(v, c))
		return true;
	if (c->row.type != WA_CLAIM_POLL && c->row.type != WA_CLAIM_FORECAST && in_modal_clause(v, c))
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
	if ((past->history && !stands_before(past, c)) || (past->span_history && c->first >= past->span_from))
		return WA_REASON_HISTORY;
	if (fiction)
		return WA_REASON_FICTION;
	if (sport && ((c->row.type == WA_CLAIM_INJURED && !(c->row.low > 1)) || c->row.type == WA_CLAIM_RESPONSIBILITY))
		return WA_REASON_SPORT;
	return WA_REASON_NONE;
}

/* "convicted of killing two girls": the victims are told of by the charge. */
static bool stands_in_record(const struct claim *c, const struct claim *before)
{
	return before->row.type == WA_CLAIM_CRIME && before->row.reason == WA_REASON_RECORD && c->first < before->last;
}

/* The sentence before in the paragraph dates this one too, when it has no time of its own: "... in 1996. He injured 12". */
static void carry_past(const struct view *v, struct past *past)
{
	struct view before = *v;
	if (v->number == 0 || past->dated || past->span_dated || has_own_time(v))
		return;
	before.first = v->seg->sentences.items[v->number - 1].first;
	before.last = v->seg->sentences.items[v->number - 1].last;
	if (before.last - before.first > CARRY_WORDS)
		return;
	*past = read_past(&before);
	past->span_dated = past->span_history = false;
	past->year_clause = 0;
}

void claim_exempt(struct view *v)
{
	struct past past = read_past(v);
	bool fiction = has_between(v, v->first, v->last, CLASS_FICTION), sport = has_between(v, v->first, v->last, CLASS_SPORT);
	carry_past(v, &past);
	for (size_t i = v->claims_before; i < v->attr->claims.count; i++) {
		struct claim *c = &v->attr->claims.items[i];
		c->past_dated = (past.dated && !stands_before(&past, c)) || (past.span_dated && c->first >= past.span_from);
		if (i > v->claims_before && stands_in_record(c, &v->attr->claims.items[i - 1]))
			c->row.reason = WA_REASON_RECORD;
		c->row.reason = reason_of(v, c, &past, fiction, sport);
	}
}
