/*
 * What a claim counts, where and when, as far as its sentence says. The place and the time that stand nearest to the
 * claim are its own, unless they belong to who says so: "police in Brell said on Friday".
 */
#include "attr/claim.h"

enum { DETAIL_REACH = 40, NAME_WORDS = 4, ON_THE_WAY = 6, CUE_GAP = 3, STRETCHES = 12 };

/* A stretch of tokens; empty when first == last. */
struct stretch {
	uint32_t first, last;
};

static const struct stretch nowhere = {0, 0};

/* The token belongs to a source, or stands right behind a cue; who only reacts says nothing of a place. */
static bool belongs_to_source(const struct view *v, uint32_t first)
{
	const struct attr *attr = v->attr;
	const struct sentence_fact *fact = attr->sentences.count > v->sentence ? &attr->sentences.items[v->sentence] : NULL;
	uint32_t at = at_token(v, first)->start;
	uint32_t gap = at_token(v, first > v->first + CUE_GAP ? first - CUE_GAP : v->first)->start;
	for (uint32_t i = 0; fact && i < fact->attribution_count && i < DETAIL_REACH; i++) {
		const struct wa_attribution *a = &attr->attributions.items[fact->first_attribution + i];
		if (a->source_para == attr->para && at >= a->source.start && at < a->source.end)
			return true;
		if (a->mode != WA_MODE_ATTITUDE && a->cue.start >= gap && a->cue.end <= at)
			return true;
	}
	return false;
}

/* "May 2", "March 2003", "March 16, 1978" from the month on, or "2 May 2003" from the day on. */
static uint32_t date_end(const struct view *v, uint32_t month)
{
	uint32_t i = month + 1;
	if (i + 1 < v->last && at_mark(v, i, MARK_STOP) && at_token(v, i + 1)->kind == PIECE_NUMBER)
		i++; /* Sept. 30 */
	if (i < v->last && at_token(v, i)->kind == PIECE_NUMBER)
		i++;
	if (i + 1 < v->last && at_mark(v, i, MARK_COMMA) && count_is_year(v, i + 1))
		i += 2;
	else if (i < v->last && count_is_year(v, i))
		i++;
	return i > month + 1 && at_mark(v, i - 1, MARK_STOP) ? i - 1 : i;
}

/* A name of a month that is one: "may" and "march" are other words, too. */
static bool is_month(const struct view *v, uint32_t i)
{
	if (!at_is(v, i, CLASS_MONTH) || !(at_token(v, i)->shape & SHAPE_UPPER))
		return false;
	return (i > v->first && (at_is(v, i - 1, CLASS_PREP) || at_token(v, i - 1)->kind == PIECE_NUMBER)) ||
	       date_end(v, i) > i + 1;
}

/* The time that begins at `i`. */
static struct stretch time_at(const struct view *v, uint32_t i)
{
	uint32_t from = i;
	if (at_is(v, i, CLASS_TIME_WORD) && !(at_is(v, i, CLASS_AGO) && !at_token(v, i)->phrase))
		return (struct stretch){i, i + at_len(v, i, CLASS_TIME_WORD)};
	if (at_is(v, i, CLASS_LONG_AGO))
		return (struct stretch){i, i + at_len(v, i, CLASS_LONG_AGO)};
	if (is_month(v, i)) {
		if (i > v->first && at_token(v, i - 1)->kind == PIECE_NUMBER && count_digits(v, i - 1) <= 31)
			from--;
		return (struct stretch){from, date_end(v, i)};
	}
	if (count_is_year(v, i) && i > v->first && at_is(v, i - 1, CLASS_PREP) && !at_is(v, i - 1, CLASS_BOUND_LOW))
		return (struct stretch){i, i + 1};
	if (i + 2 < v->last && at_is(v, i + 1, CLASS_TIME_UNIT) && at_is(v, i + 2, CLASS_AGO) && !at_is(v, i + 2, CLASS_SUBORD) &&
		(at_token(v, i)->kind == PIECE_NUMBER || at_is(v, i, CLASS_NUMBER) || at_is(v, i, CLASS_DET)))
		return (struct stretch){i, i + 3};
	return nowhere;
}

static bool is_place_name(const struct view *v, uint32_t i)
{
	const struct token *t = at_token(v, i);
	if (t->kind != PIECE_WORD || !(t->shape & SHAPE_UPPER) || at_is(v, i, CLASS_MONTH) || at_is(v, i, CLASS_WEEKDAY) ||
		at_is(v, i, CLASS_TITLE) || at_is(v, i, CLASS_GENITIVE) || at_is(v, i, CLASS_NATIONALITY))
		return false;
	return at_name(v, i) || at_is(v, i, CLASS_COUNTRY) || at_is(v, i, CLASS_CITY) || at_is(v, i, CLASS_WIDE_PLACE) ||
	       at_is(v, i, CLASS_CONTINENT) || at_is(v, i, CLASS_PLACE_NOUN);
}

static bool is_place_noun(const struct view *v, uint32_t i)
{
	return at_is(v, i, CLASS_PLACE_NOUN) || at_is(v, i, CLASS_OF_PLACE) || at_is(v, i, CLASS_WIDE_PLACE) ||
	       at_is(v, i, CLASS_CONTINENT) || at_is(v, i, CLASS_BUILDING);
}

static bool ends_place(const struct view *v, uint32_t i)
{
	const struct token *t = at_token(v, i);
	return t->kind == PIECE_MARK || at_is(v, i, CLASS_AUX) || at_is(v, i, CLASS_SUBORD) || at_is(v, i, CLASS_CONJ) ||
	       at_is(v, i, CLASS_RELATIVE) || at_is(v, i, CLASS_PRONOUN) || at_is(v, i, CLASS_TIME_WORD) ||
	       at_is(v, i, CLASS_PERSON_NOUN) || (at_is(v, i, CLASS_PREP) && !at_is(v, i, CLASS_PREP_OF));
}

/* ", Ostland" behind a name, and the mark behind it. */
static uint32_t country_end(const struct view *v, uint32_t end)
{
	return end + 1 < v->last && at_mark(v, end, MARK_COMMA) && at_is(v, end + 1, CLASS_COUNTRY) ? end + 2 : end;
}

/* The place that a preposition at `i` leads to: "the northern port of Brell". */
static struct stretch place_at(const struct view *v, uint32_t i)
{
	uint32_t from = i + at_len(v, i, CLASS_PLACE_PREP), end = 0, most = from + ON_THE_WAY, at;
	if (!at_is(v, i, CLASS_PLACE_PREP) || at_token(v, i)->in_phrase)
		return nowhere;
	for (at = from; at < v->last && at < most; at++) {
		if (is_place_name(v, at)) {
			uint32_t name = at;
			while (at < v->last && at - name < NAME_WORDS && is_place_name(v, at))
				at++;
			return (struct stretch){from, country_end(v, at)};
		}
		if (ends_place(v, at) || at_token(v, at)->kind != PIECE_WORD)
			break;
		if (is_place_noun(v, at))
			end = at + 1;
	}
	return end ? (struct stretch){from, end} : nowhere;
}

typedef struct stretch reader(const struct view *v, uint32_t i);

/* The places, or the times, of the sentence that are not the source's. */
struct stretches {
	struct stretch items[STRETCHES];
	uint32_t count;
};

static void collect(const struct view *v, uint32_t from, uint32_t to, reader *read, struct stretches *found)
{
	found->count = 0;
	for (uint32_t i = from; i < to && found->count < STRETCHES; i++) {
		struct stretch s = read(v, i);
		if (s.first == s.last)
			continue;
		if (!belongs_to_source(v, s.first))
			found->items[found->count++] = s;
		i = s.last - 1;
	}
}

/* The stretch that stands nearest to the claim. What stands before it belongs to something else as often as not. */
static struct stretch nearest(const struct claim *c, const struct stretches *found)
{
	uint32_t best_away = DETAIL_REACH;
	struct stretch best = nowhere;
	for (uint32_t i = 0; i < found->count; i++) {
		struct stretch s = found->items[i];
		uint32_t away = s.first >= c->last ? s.first - c->last : s.last <= c->first ? (c->first - s.last) * 2 : 0;
		if (away < best_away) {
			best = s;
			best_away = away;
		}
	}
	return best;
}

/* What the first count within the claim counts, else the group it begins with. */
static struct stretch counted(const struct view *v, const struct claim *c)
{
	for (uint32_t i = c->first; i < c->last; i++) {
		struct count k;
		struct group g;
		uint32_t from;
		if (!count_read(v, i, &k) || k.none || k.last >= c->last || !group_single(v, i, &g) || g.last <= k.last)
			continue;
		from = k.last;
		while (from < g.last && (at_is(v, from, CLASS_PREP_OF) || at_det(v, from)))
			from++;
		return (struct stretch){from, g.last < c->last ? g.last : c->last};
	}
	if (!isnan(c->row.low) || c->row.type == WA_CLAIM_DESTRUCTION) {
		struct group g;
		for (uint32_t i = c->first; i < c->last; i++)
			if (group_single(v, i, &g) && (g.person || g.named || g.thing) && !g.pronoun)
				return (struct stretch){g.first, g.last < c->last ? g.last : c->last};
	}
	return nowhere;
}

static bool counts_people_or_things(enum wa_claim_type type)
{
	static const uint64_t types = 1ull << WA_CLAIM_DEATHS | 1ull << WA_CLAIM_INJURED | 1ull << WA_CLAIM_MISSING |
				      1ull << WA_CLAIM_DESTRUCTION | 1ull << WA_CLAIM_FORCE | 1ull << WA_CLAIM_MATERIEL |
				      1ull << WA_CLAIM_CRIME | 1ull << WA_CLAIM_CROWD;
	return types >> type & 1;
}

static struct wa_span span_of(const struct view *v, struct stretch s)
{
	return s.first == s.last ? (struct wa_span){0, 0} : seg_span(v->seg, s.first, s.last);
}

void claim_detail(struct view *v)
{
	struct claim *claims = v->attr->claims.items;
	size_t first = v->claims_before, count = v->attr->claims.count;
	uint32_t from = claims[first].first > v->first + DETAIL_REACH ? claims[first].first - DETAIL_REACH : v->first;
	uint32_t to = claims[count - 1].last + DETAIL_REACH < v->last ? claims[count - 1].last + DETAIL_REACH : v->last;
	struct stretches places, times;
	collect(v, from, to, place_at, &places);
	collect(v, from, to, time_at, &times);
	for (size_t i = first; i < count; i++) {
		struct claim *c = &claims[i];
		bool counts = counts_people_or_things(c->row.type);
		if (!c->row.unit && counts && !(isnan(c->row.low) && isnan(c->row.high)))
			c->row.unit = UNIT_COUNT;
		if (counts && c->row.what.start == c->row.what.end)
			c->row.what = span_of(v, counted(v, c));
		c->row.where = span_of(v, nearest(c, &places));
		c->row.when = span_of(v, nearest(c, &times));
	}
}
