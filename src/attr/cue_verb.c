/*
 * Verbs that ascribe. What follows the verb (a clause, a quotation, a noun group, "to" and a verb) must be what its
 * frame in the pack takes, or what is ascribed must stand before it; the subject is the source, in a passive the
 * group behind "by".
 */
#include "attr/cue.h"

enum {
	AGENT_MAX = 12,   /* words from a passive verb to its "by" */
	ADJUNCT_MAX = 16, /* words of "at a news conference in the capital" before what is said */
};

/* What follows a verb. */
enum complement {
	COMP_NONE, /* a mark, or the end */
	COMP_THAT,
	COMP_CLAUSE,
	COMP_QUOTE,
	COMP_GROUP,
	COMP_TO,
	COMP_PREP,
	COMP_AS,
	COMP_OTHER,
};

struct verb {
	int32_t first, last; /* tokens of the cue */
	uint32_t id;         /* lexicon id of the word or phrase */
	struct chain chain;
	enum complement complement;
	int32_t content; /* where what is ascribed begins, when it follows */
};

static bool verb_is(const struct sight *s, const struct verb *v, enum lex_class class)
{
	return lex_is(s->seg->lex, v->id, class);
}

static bool is_verbal(const struct sight *s, int32_t i)
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

static enum complement complement_at(const struct sight *s, int32_t i, int32_t *content)
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
		return COMP_CLAUSE;
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
		return part_some(group) && is_verbal(s, group.last) ? COMP_CLAUSE : COMP_GROUP;
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

/* Over the hearer of "told reporters that". */
static void read_complement(const struct sight *s, struct verb *v)
{
	v->complement = complement_at(s, v->last, &v->content);
	if (verb_is(s, v, CLASS_CUE_TELL) && (v->complement == COMP_GROUP || v->complement == COMP_CLAUSE)) {
		struct part hearer = noun_at(s, v->content);
		if (part_some(hearer) && !is_verbal(s, hearer.last))
			v->complement = complement_at(s, hearer.last, &v->content);
	}
	if (v->complement == COMP_PREP && (verb_is(s, v, CLASS_CUE_QUOTE) || verb_is(s, v, CLASS_CUE_THAT))) {
		int32_t at = over_adjunct(s, v->content);
		if (at) {
			v->content = at;
			v->complement = quote_opens(s, at) ? COMP_QUOTE : COMP_THAT;
		}
	}
}

static enum wa_mode mode_of(const struct sight *s, const struct verb *v)
{
	if (verb_is(s, v, CLASS_CUE_ATTITUDE) &&
		(v->complement == COMP_TO || !(verb_is(s, v, CLASS_CUE_SPEECH) || verb_is(s, v, CLASS_CUE_BELIEF))))
		return WA_MODE_ATTITUDE;
	if (verb_is(s, v, CLASS_CUE_SPEECH))
		return WA_MODE_SPEECH;
	return verb_is(s, v, CLASS_CUE_BELIEF) ? WA_MODE_BELIEF : WA_MODE_FINDING;
}

static bool is_source_like(const struct sight *s, struct part p)
{
	int32_t head;
	if (!part_some(p))
		return false;
	head = noun_core(s, p).last - 1;
	if (tag_at(s, head) == TAG_NAME || tag_at(s, head) == TAG_PRONOUN)
		return true;
	return word_is(s, head, CLASS_ROLE_NOUN) || word_is(s, head, CLASS_UNNAMED) || word_is(s, head, CLASS_ORG_NOUN) ||
	       word_is(s, head, CLASS_VAGUE) || word_is(s, head, CLASS_PERSON_NOUN) || word_is(s, head, CLASS_MEDIA_NOUN) ||
	       word_is(s, head, CLASS_DOC_NOUN) || word_is(s, head, CLASS_AUTHORITY);
}

/* What is ascribed ends right before `i`: a comma, a dash, a quotation. */
static bool ends_content(const struct sight *s, int32_t i)
{
	enum mark mark = mark_at(s, i);
	return mark == MARK_COMMA || mark == MARK_DASH || mark == MARK_QUESTION || mark == MARK_EXCLAMATION || quote_ends(s, i);
}

/* The frame of the verb takes what follows it. */
static bool takes(const struct sight *s, const struct verb *v)
{
	bool clause = verb_is(s, v, CLASS_CUE_THAT), np = verb_is(s, v, CLASS_CUE_NP), quote = verb_is(s, v, CLASS_CUE_QUOTE);
	switch (v->complement) {
	case COMP_THAT:
	case COMP_CLAUSE:
		return clause || quote || np;
	case COMP_QUOTE:
		return clause || quote || np;
	case COMP_GROUP:
		return np || verb_is(s, v, CLASS_CUE_STRONG) || verb_is(s, v, CLASS_CUE_FINDING);
	case COMP_TO:
		return verb_is(s, v, CLASS_CUE_INF) || verb_is(s, v, CLASS_CUE_STRONG);
	case COMP_PREP:
		return np || verb_is(s, v, CLASS_CUE_STRONG);
	case COMP_AS:
		return np;
	case COMP_OTHER:
		return verb_is(s, v, CLASS_CUE_STRONG);
	case COMP_NONE:
		return verb_is(s, v, CLASS_CUE_STRONG);
	}
	return false;
}

static void fill(const struct sight *s, const struct verb *v, enum cue_why why, struct find *find)
{
	find->cue = (struct part){v->first, v->last};
	find->mode = mode_of(s, v);
	find->why = why;
	find->after = v->complement == COMP_NONE ? 0 : v->content;
}

/* "..., said the mayor". */
static bool read_inverted(const struct sight *s, const struct verb *v, struct find *find)
{
	struct part p;
	enum word_tag next;
	if (v->chain.first != v->first || !(verb_is(s, v, CLASS_CUE_QUOTE) || verb_is(s, v, CLASS_CUE_STRONG)) ||
		verb_is(s, v, CLASS_CUE_TELL))
		return false;
	if (!(word_is(s, v->first, CLASS_FORM_PAST) || word_is(s, v->first, CLASS_FORM_S)) || v->last - v->first > 1)
		return false;
	if (v->first > s->first ? !ends_content(s, v->first - 1) : s->first == 0)
		return false;
	p = noun_at(s, v->last);
	if (!is_source_like(s, p) || tag_at(s, p.first) == TAG_OBJECT)
		return false;
	next = tag_at(s, p.last);
	if (next == TAG_VERB || next == TAG_AUX || next == TAG_MODAL || next == TAG_THAT)
		return false;
	find->source = p;
	fill(s, v, CUE_WHY_INVERTED, find);
	find->before = true;
	find->after = p.last;
	return true;
}

/* What is ascribed stands before the source and cue. */
static bool is_trailing(const struct sight *s, const struct verb *v, struct part source)
{
	bool mark = ends_content(s, source.first - 1) || source.first == s->first;
	return mark && (v->complement == COMP_NONE || v->complement == COMP_PREP || v->complement == COMP_QUOTE ||
			       v->complement == COMP_OTHER);
}

static const enum cue_why why_of[] = {
	[SUBJECT_NONE] = CUE_WHY_SUBJECT_VERB,
	[SUBJECT_BEFORE] = CUE_WHY_SUBJECT_VERB,
	[SUBJECT_INSERTION] = CUE_WHY_INSERTION,
	[SUBJECT_RELATIVE] = CUE_WHY_RELATIVE,
	[SUBJECT_SHARED] = CUE_WHY_SHARED,
};

static bool read_finite(const struct sight *s, const struct verb *v, struct find *find)
{
	struct part source = NO_PART;
	enum subject_how how = subject_of(s, &v->chain, &source);
	bool trailing;
	if (how == SUBJECT_NONE)
		return false;
	trailing = how != SUBJECT_SHARED && how != SUBJECT_RELATIVE && is_trailing(s, v, source);
	if (!takes(s, v) && !(trailing && (verb_is(s, v, CLASS_CUE_THAT) || verb_is(s, v, CLASS_CUE_QUOTE))))
		return false;
	find->source = source;
	fill(s, v, trailing ? CUE_WHY_VERB_AFTER : why_of[how], find);
	find->subject = true;
	find->shared = how == SUBJECT_SHARED;
	find->before = trailing;
	return true;
}

static bool read_participle(const struct sight *s, const struct verb *v, struct find *find)
{
	int32_t end = v->chain.first;
	enum word_tag tag = tag_at(s, end - 1);
	struct part source;
	if (!takes(s, v) || v->complement == COMP_NONE)
		return false;
	if (end == s->first) {
		source = subject_after(s, v->last);
	} else if (tag == TAG_NOUN || tag == TAG_NAME || tag == TAG_PRONOUN || tag == TAG_NUMBER) {
		source = noun_before(s, end);
	} else if (tag == TAG_MARK || tag == TAG_PREP || tag == TAG_CONJ || tag == TAG_SUBORD || tag == TAG_TIME ||
		   tag == TAG_CONTRAST) {
		source = subject_of_clause(s, end);
		if (!part_some(source))
			source = subject_after(s, v->last);
	} else {
		return false;
	}
	if (!part_some(source))
		return false;
	find->source = source;
	fill(s, v, CUE_WHY_PARTICIPLE, find);
	find->shared = true;
	return true;
}

/* "continued to assert", "led the maker to announce". */
static bool read_infinitive(const struct sight *s, const struct verb *v, struct find *find)
{
	int32_t end = v->chain.first;
	enum word_tag tag = tag_at(s, end - 1);
	struct part source;
	if (!takes(s, v) || v->complement == COMP_NONE || v->complement == COMP_OTHER)
		return false;
	source = tag == TAG_NOUN || tag == TAG_NAME ? noun_before(s, end) : subject_of_clause(s, end);
	if (!part_some(source))
		return false;
	find->source = source;
	fill(s, v, CUE_WHY_INFINITIVE, find);
	find->shared = true;
	return true;
}

/* "described on Monday by the mayor": the token of "by", -1 for none. */
static int32_t agent_of(const struct sight *s, const struct verb *v)
{
	for (int32_t i = v->last; i < s->last && i - v->last < AGENT_MAX; i++) {
		enum word_tag tag = tag_at(s, i);
		if (word_is(s, i, CLASS_PREP_BY))
			return i;
		if (tag == TAG_MARK || tag == TAG_VERB || tag == TAG_AUX || tag == TAG_MODAL || tag == TAG_CONJ ||
			tag == TAG_SUBORD || tag == TAG_THAT || tag == TAG_RELATIVE)
			break;
	}
	return -1;
}

static bool is_as(const struct sight *s, int32_t i)
{
	return word_is(s, i, CLASS_AS);
}

/* "was described by the mayor as", "as reported by Efe". */
static bool read_agent(const struct sight *s, const struct verb *v, struct find *find)
{
	int32_t by = agent_of(s, v);
	struct part source = by < 0 ? NO_PART : noun_at(s, by + 1);
	if (!is_source_like(s, source))
		return false;
	find->source = source;
	fill(s, v, CUE_WHY_AGENT, find);
	if (is_as(s, v->chain.first - 1) && by == v->last) {
		find->cue = (struct part){v->chain.first - 1, by + 1};
		find->why = CUE_WHY_AS_REPORTED;
	}
	find->before = true;
	find->after = source.last;
	return true;
}

/* "was reported to have", "is accused of": nobody is named who says so. */
static bool read_agentless(const struct sight *s, const struct verb *v, struct find *find)
{
	bool passive = verb_is(s, v, CLASS_CUE_PASSIVE), said = false;
	switch (v->complement) {
	case COMP_TO:
	case COMP_AS:
		said = passive;
		break;
	case COMP_THAT:
	case COMP_CLAUSE:
		said = verb_is(s, v, CLASS_CUE_THAT) || verb_is(s, v, CLASS_CUE_TELL);
		break;
	case COMP_GROUP:
	case COMP_PREP:
		said = verb_is(s, v, CLASS_CUE_NP) && verb_is(s, v, CLASS_CUE_SPEECH);
		break;
	case COMP_NONE:
	case COMP_QUOTE:
	case COMP_OTHER:
		break;
	}
	if (!said)
		return false;
	fill(s, v, CUE_WHY_PASSIVE, find);
	find->before = true;
	return true;
}

/* A participle that needs no auxiliary: "a campaign blamed on rebels", "areas thought to be". */
static bool is_reduced(const struct sight *s, const struct verb *v)
{
	enum word_tag tag = tag_at(s, v->chain.first - 1);
	if (!word_is(s, v->first, CLASS_FORM_PP) || v->chain.helped || v->chain.first != v->first)
		return false;
	if (tag != TAG_NOUN && tag != TAG_NAME && tag != TAG_MARK && tag != TAG_SUBORD)
		return false;
	if (v->complement == COMP_PREP || v->complement == COMP_AS)
		return verb_is(s, v, CLASS_CUE_NP) || agent_of(s, v) >= 0;
	return v->complement == COMP_TO && verb_is(s, v, CLASS_CUE_PASSIVE);
}

bool cue_verb(const struct sight *s, int32_t i, int32_t len, struct find *find)
{
	const struct token *t = token_at(s, i);
	struct verb v = {.first = i, .last = i + len, .id = len > 1 ? t->phrase : t->word};
	if (tag_at(s, i) != TAG_VERB)
		return false;
	v.chain = chain_of(s, i);
	read_complement(s, &v);
	if (v.chain.passive)
		return read_agent(s, &v, find) || read_agentless(s, &v, find);
	if (is_reduced(s, &v))
		return read_agent(s, &v, find) || read_agentless(s, &v, find);
	if (v.chain.infinitive)
		return read_infinitive(s, &v, find);
	if (word_is(s, i, CLASS_FORM_ING) && !v.chain.progressive)
		return read_participle(s, &v, find);
	return read_inverted(s, &v, find) || read_finite(s, &v, find);
}
