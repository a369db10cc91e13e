/* What science has found, what caused it, what it was the worst of, what pictures show; rumours, and that nothing happened. */
#include "attr/claim.h"

enum { TOPIC_REACH = 20, EVENT_REACH = 10, SINCE_REACH = 10, NONE_REACH = 7 };

static bool near_is(const struct view *v, uint32_t i, uint32_t reach, enum lex_class class)
{
	uint32_t from = i > v->first + reach ? i - reach : v->first, to = i + reach < v->last ? i + reach : v->last;
	for (uint32_t k = from; k < to; k++)
		if (at_is(v, k, class))
			return true;
	return false;
}

/* "smoking is linked to cancer", "cuts the risk of stroke" */
bool frame_science(struct view *v, uint32_t i, uint32_t len)
{
	struct subject s;
	uint32_t last = i + len, end;
	bool health = false;
	subject_chain(v, i, &s);
	if (s.negated || (s.infinitive && !s.said) || last >= v->last)
		return true;
	end = claim_tail(v, last);
	for (uint32_t k = last; k < end; k++)
		health |= at_is(v, k, CLASS_HEALTH);
	if (!health && !near_is(v, i, TOPIC_REACH, CLASS_HEALTH))
		return true;
	if (!health && at_is(v, i, CLASS_WEAK))
		return true; /* "linked to the group" */
	return claim_push(v, WA_CLAIM_SCIENCE, claim_head(v, s.verb_first), end, NAN, NAN);
}

/* "the crash was caused by fog": the cause of an event. */
bool frame_cause(struct view *v, uint32_t i, uint32_t len)
{
	struct subject s;
	uint32_t last = i + len, from;
	bool event = false;
	if (last >= v->last || at_is(v, last, CLASS_FORM_BASE))
		return true; /* "due to open" */
	subject_chain(v, i, &s);
	if (s.negated)
		return true;
	from = s.verb_first > v->first + EVENT_REACH ? s.verb_first - EVENT_REACH : v->first;
	for (uint32_t k = from; k < s.verb_first; k++)
		event |= at_is(v, k, CLASS_EVENT);
	if (!event)
		return true;
	return claim_push(v, WA_CLAIM_CAUSE, i, claim_tail(v, last), NAN, NAN);
}

/* "war crimes", "genocide"; a court's name and a charge's are no assertions. */
bool frame_atrocity(struct view *v, uint32_t i, uint32_t len)
{
	uint32_t last = i + len;
	if (last < v->last && (at_is(v, last, CLASS_COURT) || at_is(v, last, CLASS_CHARGE_NOUN) ||
				      at_is(v, last, CLASS_PERSON_NOUN) || at_is(v, last, CLASS_DOC_NOUN)))
		return true;
	return claim_push(v, WA_CLAIM_ATROCITY, i, last, NAN, NAN);
}

/* "the deadliest fire since 1980", "the largest ever" */
bool frame_superlative(struct view *v, uint32_t i, uint32_t len)
{
	for (uint32_t k = i + len; k < v->last && k < i + len + SINCE_REACH; k++) {
		uint32_t last = k + at_len(v, k, CLASS_EVER);
		if (at_token(v, k)->kind == PIECE_MARK || at_is(v, k, CLASS_CUE_STRONG))
			return true;
		if (!at_is(v, k, CLASS_EVER))
			continue;
		if (at_is(v, k, CLASS_SINCE) && last < v->last)
			last = claim_tail(v, last);
		return claim_push(v, WA_CLAIM_SUPERLATIVE, i, last, NAN, NAN);
	}
	return true;
}

/* "footage shows soldiers beating a man": what it shows. */
bool frame_media(struct view *v, uint32_t i, uint32_t len)
{
	uint32_t at = i + len, end;
	while (at < v->last && at < i + len + 2 && at_is(v, at, CLASS_ADVERB))
		at++;
	if (at < v->last && at_token(v, at)->phrase && at_is(v, at, CLASS_SHOWN))
		at += at_token(v, at)->phrase_len;
	else if (at < v->last && at_is(v, at, CLASS_SHOWN))
		at++;
	else
		return true;
	end = at < v->last ? claim_tail(v, at) : at;
	return end <= at + 1 || claim_push(v, WA_CLAIM_MEDIA, at, end, NAN, NAN);
}

/* "rumours of a coup", "the minister has reportedly resigned" */
bool frame_rumour(struct view *v, uint32_t i, uint32_t len)
{
	size_t before = v->attr->claims.count;
	uint32_t last = i + len, end = last < v->last ? claim_tail(v, last) : last;
	if (end == last || at_token(v, last)->kind == PIECE_MARK)
		return true;
	if (!claim_push(v, WA_CLAIM_RUMOUR, i, end, NAN, NAN))
		return false;
	if (v->attr->claims.count > before)
		v->attr->claims.items[before].alleged = true;
	return true;
}

/* Dead, hurt or damaged is what nobody and nothing was. */
static bool is_harm(const struct view *v, uint32_t i)
{
	return at_is(v, i, CLASS_INJURED_NOUN) || (at_is(v, i, CLASS_MURDER_NOUN) && at_is(v, i, CLASS_PLURAL)) ||
	       at_is(v, i, CLASS_DAMAGE) || at_is(v, i, CLASS_HARMED) ||
	       ((at_is(v, i, CLASS_KILL) || at_is(v, i, CLASS_INJURE) || at_is(v, i, CLASS_DIE)) &&
		       (at_is(v, i, CLASS_FORM_PP) || at_is(v, i, CLASS_FORM_PAST)));
}

/* "no casualties", "nobody was hurt", "none of the passengers died" */
bool frame_denial(struct view *v, uint32_t i, uint32_t len)
{
	for (uint32_t k = i + len; k < v->last && k < i + len + NONE_REACH; k++) {
		if (at_token(v, k)->phrase && at_is(v, k, CLASS_FIGURATIVE))
			return true;
		if (at_token(v, k)->kind == PIECE_MARK || at_is(v, k, CLASS_CUE_STRONG) || at_is(v, k, CLASS_SUBORD) ||
			at_is(v, k, CLASS_CONTRAST) || at_is(v, k, CLASS_RELATIVE))
			return true;
		if (is_harm(v, k))
			return claim_push(
				v, WA_CLAIM_DENIAL, i, k + at_token(v, k)->phrase_len + !at_token(v, k)->phrase_len, 0, NAN);
		if (at_is(v, k, CLASS_PREP) && !at_is(v, k, CLASS_PREP_OF))
			return true;
	}
	return true;
}
