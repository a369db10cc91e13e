/*
 * The subject of a verb. From the verb one steps left over auxiliaries and adverbs; what stands there is the subject,
 * a relative pronoun, an insertion behind the subject, or a conjunction by which the verb shares the subject of the
 * clause before.
 */
#include "attr/cue.h"
#include "attr/mention.h"

enum {
	CHAIN_MAX = 12,     /* words between a verb and its first auxiliary */
	INSERTION_MAX = 45, /* words of "X, who ..., said" */
	CLAUSE_MAX = 60,    /* words back to the clause before */
	OPENING_MAX = 60,   /* words of "Noting that ..., X" */
};

/* "has over the past few months repeatedly warned": the auxiliary stands before the adjunct. */
static int32_t over_adjunct(const struct sight *s, int32_t i)
{
	int32_t at = skip_time_left(s, i);
	return at < i && (tag_at(s, at - 1) == TAG_AUX || tag_at(s, at - 1) == TAG_MODAL) ? at : i;
}

struct chain chain_of(const struct sight *s, int32_t verb)
{
	struct chain c = {.first = verb, .verb = verb};
	bool passive = word_is(s, verb, CLASS_FORM_PP);
	bool gerund = word_is(s, verb, CLASS_FORM_ING), nearest = true;
	int32_t i = verb;
	for (int n = 0; n < CHAIN_MAX && i > s->first; n++) {
		enum word_tag tag;
		i = over_adjunct(s, i);
		tag = tag_at(s, i - 1);
		if (tag == TAG_AUX) {
			bool be = word_is(s, i - 1, CLASS_AUX_BE) || tag_at(s, i - 1) == TAG_GENITIVE;
			if (nearest) {
				c.passive = passive && be;
				c.progressive = gerund && be;
				nearest = false;
			}
			c.helped = true;
		} else if (tag == TAG_MODAL) {
			c.modal = c.helped = true;
			nearest = false;
		} else if (tag == TAG_TO && !token_at(s, i - 1)->in_phrase) {
			c.infinitive = true;
			c.first = i - 1;
			return c;
		} else if (tag != TAG_ADVERB && !(tag == TAG_TIME && word_is(s, i - 1, CLASS_ADVERB))) {
			break;
		}
		c.negated |= word_is(s, i - 1, CLASS_NEGATION);
		i--;
	}
	c.first = i;
	return c;
}

/* What opens an insertion behind a name: who, a, 45, the mayor, speaking, of Leeds. */
static bool opens_insertion(const struct sight *s, int32_t i)
{
	switch (tag_at(s, i)) {
	case TAG_RELATIVE:
	case TAG_DET:
	case TAG_NUMBER:
	case TAG_PREP:
	case TAG_NOUN:
	case TAG_NAME:
	case TAG_ADJECTIVE:
	case TAG_ADVERB:
	case TAG_TIME:
	case TAG_SUBORD:
	case TAG_TO:
	case TAG_PRONOUN:
		return true;
	case TAG_VERB:
		return word_is(s, i, CLASS_FORM_PP) || word_is(s, i, CLASS_FORM_ING);
	case TAG_CONTRAST:
		return is_comma(s, i + 1);
	case TAG_NONE:
	case TAG_MARK:
	case TAG_GENITIVE:
	case TAG_OBJECT:
	case TAG_AUX:
	case TAG_MODAL:
	case TAG_CONJ:
	case TAG_THAT:
		return false;
	}
	return false;
}

static bool all_names(const struct sight *s, struct part p)
{
	for (int32_t i = p.first; i < p.last; i++)
		if (tag_at(s, i) != TAG_NAME && mark_at(s, i) != MARK_STOP)
			return false;
	return part_some(p);
}

/* Its head is a common noun: a description, not a name. */
static bool is_description(const struct sight *s, struct part p)
{
	struct part core = noun_core(s, p);
	if (!part_some(core))
		return false;
	return tag_at(s, core.last - 1) == TAG_NOUN ||
	       (tag_at(s, core.first) == TAG_DET && word_is(s, core.last - 1, CLASS_ROLE_NOUN));
}

/* "London's mayor, Sadiq Khan": the description before a name belongs to it. */
static struct part with_description(const struct sight *s, struct part name)
{
	struct part before;
	if (!all_names(s, name) || !is_comma(s, name.first - 1))
		return name;
	before = noun_before(s, name.first - 1);
	if (!part_some(before) || !is_description(s, before))
		return name;
	if (!word_is(s, noun_core(s, before).last - 1, CLASS_ROLE_NOUN) &&
		!word_is(s, noun_core(s, before).last - 1, CLASS_PERSON_NOUN))
		return name;
	return (struct part){before.first, name.last};
}

/* "D-Maine", "74": a tail of what stands before it, not a group of its own. */
static bool is_tail(const struct sight *s, struct part p)
{
	return p.last - p.first == 1 &&
	       (tag_at(s, p.first) == TAG_NUMBER || shape_at(s, p.first, SHAPE_HYPHEN) || tag_at(s, p.first) == TAG_ADJECTIVE);
}

/* The group before the insertion that the mark at `close` ends. */
static struct part over_insertion(const struct sight *s, int32_t close)
{
	enum mark want = mark_at(s, close);
	for (int32_t q = close - 1; q > s->first && close - q < INSERTION_MAX; q--) {
		struct part p;
		enum mark mark = mark_at(s, q);
		if (mark == MARK_SEMICOLON || mark == MARK_COLON || (tag_at(s, q) == TAG_THAT && want == MARK_COMMA))
			break;
		if (mark != want || !opens_insertion(s, q + 1))
			continue;
		p = noun_before(s, skip_time_left(s, q));
		if (!part_some(p) || is_tail(s, p) || !is_boundary(s, p.first - 1))
			continue;
		if (want == MARK_COMMA && all_names(s, (struct part){q + 1, close}) && is_description(s, p))
			return (struct part){p.first, close};
		return with_description(s, p);
	}
	return NO_PART;
}

static bool is_finite(const struct sight *s, int32_t i)
{
	if (tag_at(s, i) == TAG_AUX || tag_at(s, i) == TAG_MODAL)
		return true;
	return tag_at(s, i) == TAG_VERB && (word_is(s, i, CLASS_FORM_PAST) || word_is(s, i, CLASS_FORM_S) ||
						   word_is(s, i, CLASS_FORM_BASE) || !token_at(s, i)->word);
}

static bool opens_main(const struct sight *s, int32_t i)
{
	enum word_tag tag = tag_at(s, i);
	return tag == TAG_NONE || tag == TAG_MARK || tag == TAG_CONJ || tag == TAG_CONTRAST || tag == TAG_TIME ||
	       (tag == TAG_ADVERB && i == s->first);
}

static uint32_t quote_of(const struct sight *s, int32_t i)
{
	return i >= s->first && i < s->last ? token_at(s, i)->quote : 0;
}

/* Looks left from verb to verb for one that has a subject of its own. */
static struct part search_left(const struct sight *s, int32_t pos, bool main_only)
{
	uint32_t quote = quote_of(s, pos);
	for (int32_t i = pos - 1; i >= s->first && pos - i < CLAUSE_MAX; i--) {
		struct chain c;
		struct part p;
		if (quote_of(s, i) != quote || !is_finite(s, i))
			continue;
		c = chain_of(s, i);
		if (c.infinitive)
			continue;
		i = c.first;
		if (tag_at(s, i - 1) == TAG_RELATIVE && !main_only) {
			int32_t end = i - 1 - is_comma(s, i - 2);
			p = noun_before(s, end);
		} else if (is_comma(s, i - 1)) {
			p = over_insertion(s, i - 1);
		} else {
			p = noun_before(s, skip_time_left(s, i));
		}
		if (!part_some(p) || quote_of(s, p.first) != quote || tag_at(s, p.first) == TAG_OBJECT)
			continue;
		if (!main_only || opens_main(s, p.first - 1))
			return p;
	}
	return NO_PART;
}

struct part subject_of_clause(const struct sight *s, int32_t pos)
{
	return search_left(s, pos, true);
}

struct part subject_after(const struct sight *s, int32_t pos)
{
	for (int32_t i = pos; i < s->last && i - pos < OPENING_MAX; i++) {
		struct part p;
		int32_t v;
		if (!is_comma(s, i))
			continue;
		p = noun_at(s, i + 1);
		if (!part_some(p))
			continue;
		v = skip_time_right(s, p.last);
		while (tag_at(s, v) == TAG_ADVERB)
			v++;
		if (is_finite(s, v) || (is_comma(s, v) && opens_insertion(s, v + 1) && tag_at(s, p.last - 1) == TAG_NAME))
			return p;
	}
	return NO_PART;
}

/* "an advertisement which described": the group the relative pronoun stands for. */
static struct part antecedent(const struct sight *s, int32_t relative)
{
	int32_t end = skip_time_left(s, relative - (is_comma(s, relative - 1) || mark_at(s, relative - 1) == MARK_DASH));
	bool person = word_is(s, relative, CLASS_RELATIVE_PERSON);
	struct part p = person ? noun_near(s, end) : noun_before(s, end);
	if (end < relative && part_some(p))
		return with_description(s, p);
	return p;
}

/* "told Reuters Trump's retweets showed": whom one told is no part of the subject. */
static struct part without_hearer(const struct sight *s, struct part p)
{
	const struct wa_mention *m = part_some(p) ? mention_at(s->attr, token_at(s, p.first)->start) : NULL;
	int32_t i = p.first;
	if (!m || m->role != WA_ROLE_RECIPIENT)
		return p;
	while (i < p.last && token_at(s, i)->start < m->span.end)
		i++;
	return (struct part){i, p.last};
}

/* "A poll released on Tuesday found": a participle behind the head, with its adjunct, belongs to the group. */
static struct part subject_before(const struct sight *s, int32_t end, int32_t chain)
{
	struct part p;
	if (tag_at(s, end - 1) != TAG_VERB || !word_is(s, end - 1, CLASS_FORM_PP) || chain_of(s, end - 1).helped)
		return without_hearer(s, noun_before(s, end));
	p = noun_before(s, end - 1);
	return part_some(p) ? (struct part){p.first, chain} : p;
}

/* "said A and warned B": of the cue before, unless a clause with a subject of its own begins in between. */
static struct part shared_subject(const struct sight *s, int32_t conj)
{
	struct part p = search_left(s, conj, is_comma(s, conj - 1));
	for (size_t i = s->count; i > 0; i--) {
		const struct find *f = &s->finds[i - 1];
		if (!f->subject || quote_of(s, f->cue.first) != quote_of(s, conj))
			continue;
		if (part_some(p) && p.first > f->cue.last && tag_at(s, p.first - 1) != TAG_THAT && opens_main(s, p.first - 1))
			return p;
		return f->source;
	}
	return p;
}

/* "A group which backs the dam says", "which claimed to have built it says": the object of a relative clause stands before the
 * verb. */
static bool over_relative(const struct sight *s, struct part *subject)
{
	struct chain c;
	struct part p;
	if (tag_at(s, subject->first - 1) != TAG_VERB)
		return false;
	c = chain_of(s, subject->first - 1);
	if (c.infinitive && tag_at(s, c.first - 1) == TAG_VERB)
		c = chain_of(s, c.first - 1);
	else if (has_class(s, subject->first - 1, CLASS_CUE_THAT))
		return false;
	if (tag_at(s, c.first - 1) != TAG_RELATIVE || is_comma(s, c.first - 2))
		return false;
	p = antecedent(s, c.first - 1);
	if (!part_some(p) || !is_boundary(s, p.first - 1))
		return false;
	*subject = p;
	return true;
}

/* "A prosecutor investigating the blast": the participle and its object belong to the group. */
static struct part with_participle(const struct sight *s, struct part subject)
{
	struct part p;
	int32_t verb = subject.first - 1;
	if (tag_at(s, verb) != TAG_VERB || !word_is(s, verb, CLASS_FORM_ING) || chain_of(s, verb).first != verb)
		return subject;
	p = noun_before(s, verb);
	return part_some(p) && is_boundary(s, p.first - 1) ? (struct part){p.first, subject.last} : subject;
}

/* The comma behind the subject is a slip: "In Oslo, the mayor, said", "Bank analyst Jane Roe, said". */
static bool is_stray(const struct sight *s, struct part subject, int32_t comma)
{
	if (!part_some(subject) || !is_comma(s, comma))
		return false;
	return is_comma(s, subject.first - 1) ||
	       (subject.first == s->first && tag_at(s, comma - 1) == TAG_NAME && tag_at(s, s->first) != TAG_NUMBER);
}

enum subject_how subject_of(const struct sight *s, const struct chain *chain, struct part *subject)
{
	int32_t end = skip_time_left(s, chain->first);
	enum word_tag tag = tag_at(s, end - 1);
	if (end <= s->first)
		return SUBJECT_NONE;
	if (tag == TAG_RELATIVE) {
		*subject = antecedent(s, end - 1);
		return part_some(*subject) ? SUBJECT_RELATIVE : SUBJECT_NONE;
	}
	if (tag == TAG_CONJ || tag == TAG_CONTRAST) {
		*subject = shared_subject(s, end - 1);
		return part_some(*subject) ? SUBJECT_SHARED : SUBJECT_NONE;
	}
	if (is_comma(s, end - 1) || mark_at(s, end - 1) == MARK_DASH) {
		*subject = over_insertion(s, end - 1);
		if (part_some(*subject))
			return SUBJECT_INSERTION;
		*subject = noun_before(s, end - 1); /* a stray comma: "In Oslo, the mayor, said" */
		return is_stray(s, *subject, end - 1) ? SUBJECT_BEFORE : SUBJECT_NONE;
	}
	*subject = subject_before(s, end, chain->first);
	if (!part_some(*subject) || tag_at(s, subject->first) == TAG_OBJECT)
		return SUBJECT_NONE;
	if (tag_at(s, subject->first - 1) == TAG_PREP && tag_at(s, subject->first - 2) == TAG_RELATIVE) {
		*subject = antecedent(s, subject->first - 2); /* "who in the campaign called for" */
		return part_some(*subject) ? SUBJECT_RELATIVE : SUBJECT_NONE;
	}
	if (over_relative(s, subject))
		return SUBJECT_INSERTION;
	*subject = with_participle(s, *subject);
	return SUBJECT_BEFORE;
}
