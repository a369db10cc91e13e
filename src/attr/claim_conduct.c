/* Who did it, and who is said to have broken the law. */
#include "attr/claim.h"

enum { TAIL_MAX = 9, LINK_MAX = 9, SUBJECT_MAX = 5 };

/* The end of what is said after a trigger: to the next mark or clause, at most some words on. */
static uint32_t tail_end(const struct view *v, uint32_t from)
{
	uint32_t i = from;
	while (i < v->last && i < from + TAIL_MAX) {
		const struct token *t = at_token(v, i);
		if (t->kind == PIECE_MARK && t->mark != MARK_QUOTE_OPEN && t->mark != MARK_SINGLE_OPEN &&
			!(t->mark == MARK_QUOTE && (t->shape & SHAPE_SPACE)))
			break;
		if (i > from && (at_is(v, i, CLASS_SUBORD) || at_is(v, i, CLASS_CONTRAST) || at_is(v, i, CLASS_RELATIVE) ||
					at_is(v, i, CLASS_AUX)))
			break;
		i++;
	}
	while (i > from + 1 && (at_is(v, i - 1, CLASS_PREP) || at_is(v, i - 1, CLASS_CONJ)))
		i--;
	return i;
}

/* The subject's last words: a name, a pronoun or a group's end. */
static uint32_t subject_start(const struct view *v, uint32_t verb)
{
	uint32_t i = verb;
	for (uint32_t n = 0; n < SUBJECT_MAX && i > v->first; n++) {
		uint32_t t = i - 1;
		if (at_token(v, t)->kind == PIECE_MARK || at_is(v, t, CLASS_THAT) || at_is(v, t, CLASS_SUBORD) ||
			at_is(v, t, CLASS_PREP) || at_is(v, t, CLASS_CONJ) || at_is(v, t, CLASS_CUE_STRONG) ||
			at_is(v, t, CLASS_MOSTLY_VERB))
			break;
		i = t;
		if (at_is(v, t, CLASS_DET) || at_is(v, t, CLASS_PRONOUN))
			break;
	}
	return i;
}

bool frame_responsible(struct view *v, uint32_t i, uint32_t len)
{
	struct subject s;
	subject_chain(v, i, &s);
	if (s.negated || s.modal)
		return true;
	return claim_push(v, WA_CLAIM_RESPONSIBILITY, i, i + len < v->last ? tail_end(v, i + len) : i + len, NAN, NAN);
}

/* "was behind the attack", "carried out by the group": what follows must be an event or a doer. */
bool frame_responsible_of(struct view *v, uint32_t i, uint32_t len)
{
	struct subject s;
	uint32_t end, at = i + len;
	bool fits = false;
	if (at >= v->last)
		return true;
	end = tail_end(v, at);
	for (uint32_t k = at; k < end; k++)
		fits |= at_is(v, k, CLASS_EVENT) || at_is(v, k, CLASS_MURDER_NOUN) || at_is(v, k, CLASS_CRIME_NOUN) ||
			at_is(v, k, CLASS_FORCE_NOUN) || at_is(v, k, CLASS_NATIONALITY) || at_is(v, k, CLASS_COUNTRY);
	subject_chain(v, i, &s);
	if (!fits || s.negated || s.modal)
		return true;
	return claim_push(v, WA_CLAIM_RESPONSIBILITY, subject_start(v, s.verb_first), end, NAN, NAN);
}

static bool is_link(const struct view *v, uint32_t i)
{
	return at_is(v, i, CLASS_PREP_OF);
}

/* "accused the mayor of taking bribes", "on suspicion of" */
bool frame_accuse(struct view *v, uint32_t i, uint32_t len)
{
	uint32_t at = i + len;
	if (len == 1) {
		uint32_t link = at;
		while (link < v->last && link < at + LINK_MAX && !is_link(v, link)) {
			if (at_token(v, link)->kind == PIECE_MARK)
				return true;
			link++;
		}
		if (link >= v->last || link >= at + LINK_MAX)
			return true;
		at = link + 1;
	}
	if (at >= v->last)
		return true;
	return claim_push(v, WA_CLAIM_CRIME, i, tail_end(v, at), NAN, NAN);
}

bool frame_charge(struct view *v, uint32_t i, uint32_t len)
{
	size_t before = v->attr->claims.count;
	struct subject s;
	uint32_t end;
	subject_chain(v, i, &s);
	end = i + len < v->last ? tail_end(v, i + len) : i + len;
	if (!claim_push(v, WA_CLAIM_CRIME, i, end, NAN, NAN))
		return false;
	if (v->attr->claims.count > before)
		v->attr->claims.items[before].row.reason = WA_REASON_RECORD; /* the charge is named with it */
	return true;
}

/* "lied to investigators", "embezzled public money" */
bool frame_crime(struct view *v, uint32_t i, uint32_t len)
{
	struct subject s;
	subject_chain(v, i, &s);
	if (s.negated || (s.modal && !s.passive))
		return true;
	if (i + len >= v->last || (at_token(v, i + len)->kind == PIECE_MARK && len == 1))
		return true;
	return claim_push(v, WA_CLAIM_CRIME, s.infinitive ? i : subject_start(v, s.verb_first), tail_end(v, i + len), NAN, NAN);
}
