/* What follows a verb, and whether the verb's frame takes it. */
#include "attr/cue_verb.h"
#include "attr/mention.h"

enum {
	ADJUNCT_MAX = 16,     /* words of "at a news conference in the capital" before what is said */
	OBJECT_MAX = 12,      /* words of "the visit" in "saw the visit as" */
	CLAUSE_MAX = 30,      /* words from a verb to that of the clause it ascribes */
	WEIGHT_DOUBTFUL = 48, /* per cent below which a verb needs "that" or a quotation */
};

bool is_verbal(const struct sight *s, int32_t i)
{
	while (tag_at(s, i) == TAG_ADVERB)
		i++;
	return tag_at(s, i) == TAG_VERB || tag_at(s, i) == TAG_AUX || tag_at(s, i) == TAG_MODAL;
}

static bool opens_quotation(const struct sight *s, int32_t i)
{
	return quote_opens(s, i) || ((is_comma(s, i) || mark_at(s, i) == MARK_COLON) && quote_opens(s, i + 1));
}

/* "said at a rally in Ohio that", "wrote on the wall: ": where what is said begins behind the adjunct, 0 for nowhere. */
static int32_t over_adjunct(const struct sight *s, int32_t i)
{
	for (int32_t at = i; at < s->last && at - i < ADJUNCT_MAX; at++) {
		enum word_tag tag = tag_at(s, at);
		if (tag == TAG_THAT || mark_at(s, at) == MARK_COLON)
			return at;
		if (is_comma(s, at))
			return quote_opens(s, at + 1) ? at + 1 : 0;
		if (tag == TAG_PRONOUN && is_verbal(s, at + 1) && at > i + 1)
			return at;
		if (tag == TAG_MARK || tag == TAG_CONJ || tag == TAG_CONTRAST || tag == TAG_SUBORD || tag == TAG_RELATIVE)
			return 0;
	}
	return 0;
}

static bool is_finite_verb(const struct sight *s, int32_t i)
{
	enum word_tag tag = tag_at(s, i);
	if (tag == TAG_AUX || tag == TAG_MODAL)
		return true;
	if (tag != TAG_VERB || !(word_is(s, i, CLASS_FORM_PAST) || word_is(s, i, CLASS_FORM_S)))
		return false;
	return !(word_is(s, i, CLASS_FORM_PP) && (tag_at(s, i + 1) == TAG_PREP || tag_at(s, i + 1) == TAG_TO));
}

/* "said a set of proposals given to the parties was": the verb of the clause is still to come. */
static bool clause_follows(const struct sight *s, int32_t i)
{
	bool relative = false; /* the next verb is that of a relative clause */
	for (int32_t at = i; at < s->last && at - i < CLAUSE_MAX; at++) {
		enum word_tag tag = tag_at(s, at);
		if (is_finite_verb(s, at)) {
			if (!relative)
				return true;
			relative = false;
			while (tag_at(s, at + 1) == TAG_VERB || tag_at(s, at + 1) == TAG_ADVERB || tag_at(s, at + 1) == TAG_AUX)
				at++;
		} else if (tag == TAG_RELATIVE) {
			relative = true;
		} else if (tag == TAG_SUBORD || tag == TAG_CONTRAST || tag == TAG_THAT ||
			   (is_comma(s, at) && word_is(s, at + 1, CLASS_FORM_ING)) ||
			   (tag == TAG_MARK && !is_comma(s, at) && mark_at(s, at) != MARK_STOP)) {
			return false;
		}
	}
	return false;
}

enum complement verb_complement_at(const struct sight *s, int32_t i, int32_t *content)
{
	int32_t at = skip_time_right(s, i);
	struct part group;
	while (tag_at(s, at) == TAG_ADVERB && !has_class(s, at, CLASS_THERE) && !word_is(s, at, CLASS_NEGATION))
		at++;
	at = skip_time_right(s, at);
	*content = at;
	if (opens_quotation(s, at)) {
		*content = quote_opens(s, at) ? at : at + 1;
		return COMP_QUOTE;
	}
	switch (tag_at(s, at)) {
	case TAG_THAT:
		return COMP_THAT;
	case TAG_PRONOUN:
		return is_verbal(s, at + 1) || tag_at(s, at + 1) == TAG_MARK ? COMP_CLAUSE : COMP_GROUP;
	case TAG_OBJECT:
		return COMP_GROUP;
	case TAG_SUBORD:
		if (word_is(s, at, CLASS_COMPLEMENTIZER))
			return COMP_CLAUSE;
		return word_is(s, at, CLASS_AS) ? COMP_AS : COMP_OTHER;
	case TAG_TO:
		return tag_at(s, at + 1) == TAG_VERB || tag_at(s, at + 1) == TAG_AUX || tag_at(s, at + 1) == TAG_ADVERB ? COMP_TO
															: COMP_PREP;
	case TAG_PREP:
		return COMP_PREP;
	case TAG_ADVERB:
		return tag_at(s, at + 1) == TAG_TO ? COMP_TO : COMP_CLAUSE; /* "vowed not to leave"; "said not all had left" */
	case TAG_AUX:
	case TAG_MODAL:
	case TAG_VERB:
		return COMP_OTHER;
	case TAG_NAME:
	case TAG_NOUN:
	case TAG_ADJECTIVE:
	case TAG_NUMBER:
	case TAG_DET:
	case TAG_TIME:
		group = noun_at(s, at);
		return part_some(group) && (is_verbal(s, group.last) || clause_follows(s, group.last)) ? COMP_CLAUSE : COMP_GROUP;
	case TAG_MARK:
		if (mark_at(s, at) == MARK_COLON) {
			*content = at + 1;
			return COMP_CLAUSE;
		}
		return COMP_NONE;
	case TAG_NONE:
	case TAG_GENITIVE:
	case TAG_CONJ:
	case TAG_CONTRAST:
	case TAG_RELATIVE:
		return COMP_NONE;
	}
	return COMP_NONE;
}

/* Whom one told: the whole name of an agency, where it is one. */
static struct part hearer_at(const struct sight *s, int32_t i)
{
	struct part p = noun_at(s, i);
	for (int32_t k = p.first; k < p.last; k++) {
		const struct wa_mention *m = mention_at(s->attr, token_at(s, k)->start);
		if (!m)
			continue;
		while (k < p.last && token_at(s, k)->start < m->span.end)
			k++;
		if (tag_at(s, k) == TAG_NAME || tag_at(s, k) == TAG_DET)
			p.last = k;
		break;
	}
	return p;
}

/* Over the hearer of "told reporters that". */
void verb_read_complement(const struct sight *s, struct verb *v)
{
	v->complement = verb_complement_at(s, v->last, &v->content);
	if (verb_is(s, v, CLASS_CUE_TELL) && (v->complement == COMP_GROUP || v->complement == COMP_CLAUSE)) {
		struct part hearer = hearer_at(s, v->content);
		if (part_some(hearer) && !is_verbal(s, hearer.last)) {
			v->heard = true;
			v->complement = verb_complement_at(s, hearer.last, &v->content);
		}
	}
	if (v->complement == COMP_PREP && (verb_is(s, v, CLASS_CUE_QUOTE) || verb_is(s, v, CLASS_CUE_THAT))) {
		int32_t at = over_adjunct(s, v->content);
		if (at) {
			v->content = at;
			v->complement = quote_opens(s, at) ? COMP_QUOTE : COMP_THAT;
		}
	}
}

/* "saw the visit as": the word stands behind the object. */
static bool as_follows(const struct sight *s, const struct verb *v)
{
	for (int32_t i = v->content; i < s->last && i - v->content < OBJECT_MAX; i++) {
		if (word_is(s, i, CLASS_AS))
			return true;
		if (tag_at(s, i) == TAG_VERB || (tag_at(s, i) == TAG_MARK && !token_at(s, i)->quote))
			break;
	}
	return false;
}

/* "put the loss at about $3 million": a figure stands behind the object. */
static bool figure_follows(const struct sight *s, const struct verb *v)
{
	for (int32_t i = v->content; i < s->last && i - v->content < OBJECT_MAX; i++) {
		if (word_is(s, i, CLASS_SURVEY_PLACE)) {
			while (tag_at(s, i + 1) == TAG_ADVERB || tag_at(s, i + 1) == TAG_ADJECTIVE || tag_at(s, i + 1) == TAG_DET ||
				tag_at(s, i + 1) == TAG_PREP)
				i++;
			return tag_at(s, i + 1) == TAG_NUMBER;
		}
		if (tag_at(s, i) == TAG_VERB || (tag_at(s, i) == TAG_MARK && !token_at(s, i)->quote))
			break;
	}
	return false;
}

/* "called it a mistake", "called the visit “outdated”": an object and what it is called. */
static bool names_object(const struct sight *s, const struct verb *v)
{
	struct part object = noun_at(s, v->content);
	enum word_tag next = tag_at(s, object.last);
	if (quote_opens(s, v->content))
		return true;
	if (!part_some(object) || word_is(s, object.first, CLASS_REFLEXIVE))
		return false;
	if (quote_opens(s, object.last) || word_is(s, object.last, CLASS_AS))
		return true;
	for (int32_t i = object.first; i < object.last; i++)
		if (quote_opens(s, i))
			return true;
	if (tag_at(s, object.first) == TAG_OBJECT || tag_at(s, object.first) == TAG_PRONOUN)
		return next == TAG_DET || next == TAG_ADJECTIVE || next == TAG_NOUN || next == TAG_NAME || next == TAG_ADVERB;
	return next == TAG_DET;
}

/* Seldom a cue: only what can be nothing else counts. */
static bool is_doubtful(const struct sight *s, const struct verb *v)
{
	return verb_weight(s, v) < WEIGHT_DOUBTFUL && !verb_is(s, v, CLASS_CUE_ATTITUDE);
}

/* The frame of the verb takes what follows it. */
bool verb_takes(const struct sight *s, const struct verb *v)
{
	bool clause = verb_is(s, v, CLASS_CUE_THAT), np = verb_is(s, v, CLASS_CUE_NP), quote = verb_is(s, v, CLASS_CUE_QUOTE);
	bool strong = verb_is(s, v, CLASS_CUE_STRONG), says = verb_weight(s, v) >= WEIGHT_SAYS && strong;
	if (is_doubtful(s, v) && v->complement != COMP_THAT && v->complement != COMP_CLAUSE && v->complement != COMP_QUOTE)
		return false;
	if (verb_is(s, v, CLASS_CUE_NAMING))
		return names_object(s, v);
	if (verb_is(s, v, CLASS_CUE_AT))
		return figure_follows(s, v);
	if (verb_is(s, v, CLASS_CUE_AS) && (v->complement == COMP_GROUP || v->complement == COMP_CLAUSE))
		return as_follows(s, v);
	switch (v->complement) {
	case COMP_THAT:
	case COMP_CLAUSE:
		return clause || quote || np;
	case COMP_QUOTE:
		return clause || quote || np;
	case COMP_GROUP:
		return says || (v->heard && strong) || (np && !(v->chain.modal && !verb_is(s, v, CLASS_CUE_SPEECH)));
	case COMP_TO:
		return verb_is(s, v, CLASS_CUE_INF) || strong;
	case COMP_PREP:
		return (np && !verb_is(s, v, CLASS_CUE_ATTITUDE)) || strong;
	case COMP_AS:
		return np;
	case COMP_OTHER:
		return strong || (clause && tag_at(s, v->content) != TAG_VERB);
	case COMP_NONE:
		return strong;
	}
	return false;
}
