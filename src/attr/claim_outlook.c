/* What is to come, what somebody plans, what somebody thinks: told as if the writer could know. */
#include "attr/claim.h"

enum { TAIL_MAX = 9, SUBJECT_MAX = 7, AMOUNT_REACH = 5 };

uint32_t claim_tail(const struct view *v, uint32_t from)
{
	uint32_t i = from;
	while (i < v->last && i < from + TAIL_MAX && at_token(v, i)->kind != PIECE_MARK &&
		(i == from || !(at_is(v, i, CLASS_AUX) || at_is(v, i, CLASS_SUBORD) || at_is(v, i, CLASS_CONTRAST) ||
				      at_is(v, i, CLASS_RELATIVE))))
		i++;
	while (i > from + 1 && (at_is(v, i - 1, CLASS_PREP) || at_is(v, i - 1, CLASS_CONJ) || at_is(v, i - 1, CLASS_DET)))
		i--;
	return i;
}

uint32_t claim_head(const struct view *v, uint32_t verb)
{
	uint32_t i = verb;
	for (uint32_t n = 0; n < SUBJECT_MAX && i > v->first; n++) {
		uint32_t t = i - 1;
		if (at_token(v, t)->kind == PIECE_MARK || at_is(v, t, CLASS_THAT) || at_is(v, t, CLASS_SUBORD) ||
			at_is(v, t, CLASS_CONTRAST) || at_is(v, t, CLASS_CONJ) || at_is(v, t, CLASS_RELATIVE) ||
			at_is(v, t, CLASS_CUE_STRONG))
			break;
		if (at_prep(v, t) && !at_is(v, t, CLASS_PREP_OF))
			break;
		i = t;
		if (at_is(v, t, CLASS_DET) && !at_is(v, t, CLASS_NUMBER) && (t == v->first || !at_is(v, t - 1, CLASS_PREP_OF)))
			break;
		if (at_is(v, t, CLASS_PRONOUN))
			break;
	}
	return i;
}

/* Who writes, or who reads. */
static bool is_own_person(const struct view *v, uint32_t i)
{
	return at_is(v, i, CLASS_FIRST_PERSON);
}

static bool has_subject(const struct view *v, uint32_t first, uint32_t verb)
{
	return first < verb && !is_own_person(v, verb - 1) && !at_is(v, verb - 1, CLASS_DET);
}

/* "is likely to fall", "is expected to reach": said of the future by the writer. */
bool frame_outlook(struct view *v, uint32_t i, uint32_t len)
{
	struct subject s;
	uint32_t first, last = i + len;
	bool set = at_is(v, i, CLASS_WEAK);
	subject_chain(v, i, &s);
	if (!s.passive || s.negated || s.modal || last >= v->last || !at_is(v, last, CLASS_FORM_BASE) ||
		!at_is(v, i - 1, CLASS_AUX_BE))
		return true;
	if (!at_is(v, last, CLASS_TOLL_VERB) && !at_is(v, last, CLASS_CHANGE) && (set || !at_is(v, last, CLASS_OUTCOME)))
		return true; /* "is expected to visit": in the diary */
	first = claim_head(v, s.verb_first);
	if (!has_subject(v, first, s.verb_first))
		return true;
	return claim_push(v, WA_CLAIM_FORECAST, first, claim_tail(v, last), NAN, NAN);
}

/* The amount that begins within the next words, of money, a share or a count. */
static bool amount_ahead(const struct view *v, uint32_t from, struct amount *a)
{
	for (uint32_t i = from; i < v->last && i < from + AMOUNT_REACH; i++) {
		struct count c;
		if (at_mark(v, i, MARK_CURRENCY))
			return amount_of_mark(v, i, a);
		if (at_is(v, i, CLASS_PERCENT) || at_mark(v, i, MARK_PERCENT))
			return amount_of_percent(v, i, 1, a);
		if (at_token(v, i)->kind == PIECE_MARK)
			return false;
		if (at_token(v, i)->kind == PIECE_NUMBER && count_read(v, i, &c) && !c.none && c.last < v->last &&
			at_token(v, c.last)->kind == PIECE_WORD) {
			*a = (struct amount){.first = i, .last = c.last, .low = c.low, .high = c.high, .unit = UNIT_COUNT};
			return true;
		}
	}
	return false;
}

/* "oil could reach $120", "prices will rise by 5 percent" */
bool frame_reach(struct view *v, uint32_t i, uint32_t len)
{
	struct subject s;
	struct amount a;
	size_t before = v->attr->claims.count;
	uint32_t first;
	if (i == v->first || !at_is(v, i, CLASS_FORM_BASE) || !(at_is(v, i - 1, CLASS_MODAL) || at_is(v, i - 1, CLASS_ADVERB)))
		return true;
	subject_chain(v, i, &s);
	if (!s.modal || s.negated || !amount_ahead(v, i + len, &a))
		return true;
	first = claim_head(v, s.verb_first);
	if (!has_subject(v, first, s.verb_first))
		return true;
	if (!claim_push(v, WA_CLAIM_FORECAST, first, a.last, a.low, a.high))
		return false;
	if (v->attr->claims.count > before)
		v->attr->claims.items[before].row.unit = a.unit;
	return true;
}

/* "the firm plans to cut", "the minister is preparing to": somebody else's intention. */
bool frame_intent(struct view *v, uint32_t i, uint32_t len)
{
	struct subject s;
	uint32_t first, last = i + len;
	bool plain = at_is(v, i, CLASS_FORM_S) || at_is(v, i, CLASS_FORM_PAST);
	subject_chain(v, i, &s);
	if (last + 1 >= v->last || !at_is(v, last, CLASS_PREP_TO) || !at_is(v, last + 1, CLASS_FORM_BASE) || s.negated || s.modal ||
		s.infinitive ||
		(!plain && !(at_is(v, i, CLASS_FORM_ING) && s.passive) && !at_is(v, i - (i > v->first), CLASS_PLURAL)))
		return true;
	if (s.passive && !at_is(v, i, CLASS_FORM_ING))
		return true; /* "was planned to" */
	first = claim_head(v, s.verb_first);
	if (!has_subject(v, first, s.verb_first))
		return true;
	return claim_push(v, WA_CLAIM_INTENT, first, claim_tail(v, last + 1), NAN, NAN);
}

/* The subject's last word is a person: a name, a pronoun, somebody's title. */
static bool is_person_before(const struct view *v, uint32_t verb)
{
	uint32_t t = verb - 1;
	return at_is(v, t, CLASS_PRONOUN_PERSON) || at_is(v, t, CLASS_PERSON_NOUN) || at_is(v, t, CLASS_ROLE_NOUN) || at_name(v, t);
}

/* "the minister fears defeat": what goes on in somebody's head. */
bool frame_mind(struct view *v, uint32_t i, uint32_t len)
{
	struct subject s;
	uint32_t first;
	if (!at_is(v, i, CLASS_FORM_S) && !at_is(v, i, CLASS_FORM_PAST))
		return true;
	subject_chain(v, i, &s);
	if (s.passive || s.negated || s.modal || s.infinitive || s.verb_first == v->first || i + len >= v->last ||
		at_token(v, i + len)->kind == PIECE_MARK || !is_person_before(v, s.verb_first))
		return true;
	first = claim_head(v, s.verb_first);
	if (!has_subject(v, first, s.verb_first))
		return true;
	return claim_push(v, WA_CLAIM_MENTAL, first, i + len, NAN, NAN);
}
