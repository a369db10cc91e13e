/*
 * Verbs that ascribe. What follows the verb (a clause, a quotation, a noun group, "to" and a verb) must be what its
 * frame in the pack takes, or what is ascribed must stand before it; the subject is the source, in a passive the
 * group behind "by".
 */
#include "attr/cue.h"
#include "attr/mention.h"

enum {
	AGENT_MAX = 12,       /* words from a passive verb to its "by" */
	ADJUNCT_MAX = 16,     /* words of "at a news conference in the capital" before what is said */
	OBJECT_MAX = 12,      /* words of "the visit" in "saw the visit as" */
	CLAUSE_MAX = 30,      /* words from a verb to that of the clause it ascribes */
	WEIGHT_DOUBTFUL = 20, /* per cent below which a verb needs "that" or a quotation */
	WEIGHT_INFINITIVE = 50,
	WEIGHT_SAYS = 85, /* hardly ever anything but a cue: whatever follows */
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
	bool heard;      /* a hearer follows */
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

/* "said a set of proposals given to the parties was": the verb of the clause is still to come. */
static bool clause_follows(const struct sight *s, int32_t i)
{
	bool relative = false;
	for (int32_t at = i; at < s->last && at - i < CLAUSE_MAX; at++) {
		enum word_tag tag = tag_at(s, at);
		if (tag == TAG_AUX || tag == TAG_MODAL)
			return !relative;
		if (tag == TAG_VERB && (word_is(s, at, CLASS_FORM_PAST) || word_is(s, at, CLASS_FORM_S)) &&
			!(word_is(s, at, CLASS_FORM_PP) && (tag_at(s, at + 1) == TAG_PREP || tag_at(s, at + 1) == TAG_TO)))
			return !relative;
		if (tag == TAG_RELATIVE)
			relative = true;
		else if (is_comma(s, at))
			relative = false;
		else if (tag == TAG_SUBORD || tag == TAG_CONTRAST || tag == TAG_THAT ||
			 (tag == TAG_MARK && mark_at(s, at) != MARK_STOP))
			return false;
	}
	return false;
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
static void read_complement(const struct sight *s, struct verb *v)
{
	v->complement = complement_at(s, v->last, &v->content);
	if (verb_is(s, v, CLASS_CUE_TELL) && (v->complement == COMP_GROUP || v->complement == COMP_CLAUSE)) {
		struct part hearer = hearer_at(s, v->content);
		if (part_some(hearer) && !is_verbal(s, hearer.last)) {
			v->heard = true;
			v->complement = complement_at(s, hearer.last, &v->content);
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

static uint8_t weight_of(const struct sight *s, const struct verb *v)
{
	return s->seg->lex->entries[v->id].weight;
}

/* Seldom a cue: only what can be nothing else counts. */
static bool is_doubtful(const struct sight *s, const struct verb *v)
{
	return weight_of(s, v) < WEIGHT_DOUBTFUL && !verb_is(s, v, CLASS_CUE_ATTITUDE);
}

/* "Stop!" John said: the sentence before ended a quotation. */
static bool follows_quotation(const struct sight *s)
{
	const struct token *before = s->first > 0 ? token_at(s, s->first - 1) : NULL;
	return before && before->quote && (int32_t)s->seg->quotes.items[before->quote - 1].last == s->first;
}

/* The frame of the verb takes what follows it. */
static bool takes(const struct sight *s, const struct verb *v)
{
	bool clause = verb_is(s, v, CLASS_CUE_THAT), np = verb_is(s, v, CLASS_CUE_NP), quote = verb_is(s, v, CLASS_CUE_QUOTE);
	bool strong = verb_is(s, v, CLASS_CUE_STRONG), says = weight_of(s, v) >= WEIGHT_SAYS && strong;
	if (is_doubtful(s, v) && v->complement != COMP_THAT && v->complement != COMP_QUOTE)
		return false;
	if (verb_is(s, v, CLASS_CUE_NAMING))
		return names_object(s, v);
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
	if (v->first > s->first ? !ends_content(s, v->first - 1) : !follows_quotation(s))
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
	bool mark = source.first > s->first ? ends_content(s, source.first - 1) : follows_quotation(s);
	return mark && (v->complement == COMP_NONE || v->complement == COMP_PREP || v->complement == COMP_QUOTE ||
			       v->complement == COMP_OTHER || v->complement == COMP_AS);
}

static const enum cue_why why_of[] = {
	[SUBJECT_NONE] = CUE_WHY_SUBJECT_VERB,
	[SUBJECT_BEFORE] = CUE_WHY_SUBJECT_VERB,
	[SUBJECT_INSERTION] = CUE_WHY_INSERTION,
	[SUBJECT_RELATIVE] = CUE_WHY_RELATIVE,
	[SUBJECT_SHARED] = CUE_WHY_SHARED,
};

/* "I", "we" outside a quotation: whoever writes, no source. */
static bool is_speaker(const struct sight *s, struct part source)
{
	return word_is(s, source.last - 1, CLASS_PRONOUN_SPEAKER) && source.last - source.first == 1;
}

/* "The poll showed a lead": a document finds also what is no clause. */
static bool shows(const struct sight *s, const struct verb *v, struct part source)
{
	return verb_is(s, v, CLASS_CUE_FINDING) && v->complement == COMP_GROUP && !v->chain.modal &&
	       word_is(s, noun_core(s, source).last - 1, CLASS_DOC_NOUN);
}

/* "what officials called “outdated”", "which the mayor referred to as": the object stands before the subject. */
static bool is_object_clause(const struct sight *s, const struct verb *v, struct part source)
{
	enum word_tag tag = tag_at(s, source.first - 1);
	if (tag != TAG_RELATIVE && !(tag == TAG_SUBORD && word_is(s, source.first - 1, CLASS_COMPLEMENTIZER)))
		return false;
	return verb_is(s, v, CLASS_CUE_NAMING) || verb_is(s, v, CLASS_CUE_NP);
}

static bool read_finite(const struct sight *s, const struct verb *v, struct find *find)
{
	struct part source = NO_PART;
	enum subject_how how = subject_of(s, &v->chain, &source);
	bool trailing;
	if (how == SUBJECT_NONE && s->title_case && is_comma(s, v->chain.first - 1) && s->count > 0) {
		source = s->finds[s->count - 1].source; /* "Trump warns X, says Y" */
		how = part_some(source) ? SUBJECT_SHARED : SUBJECT_NONE;
	}
	if (how == SUBJECT_NONE || is_speaker(s, source))
		return false;
	trailing = how != SUBJECT_SHARED && how != SUBJECT_RELATIVE && is_trailing(s, v, source);
	if (!takes(s, v) && !(trailing && (verb_is(s, v, CLASS_CUE_THAT) || verb_is(s, v, CLASS_CUE_QUOTE))) &&
		!shows(s, v, source) && !is_object_clause(s, v, source))
		return false;
	find->source = source;
	fill(s, v, trailing ? CUE_WHY_VERB_AFTER : why_of[how], find);
	find->subject = true;
	find->shared = how == SUBJECT_SHARED;
	find->before = trailing;
	return true;
}

/* "quoted Renn as saying", "Renn was quoted as saying". */
static struct part cited_before(const struct sight *s, int32_t as)
{
	struct part p = NO_PART;
	struct chain c;
	if (tag_at(s, as - 1) != TAG_VERB)
		return noun_before(s, as);
	c = chain_of(s, as - 1);
	if (c.passive)
		(void)subject_of(s, &c, &p);
	return p;
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
	} else if (word_is(s, end - 1, CLASS_AS)) {
		source = cited_before(s, end - 1);
	} else if (tag == TAG_NOUN || tag == TAG_NAME || tag == TAG_PRONOUN || tag == TAG_NUMBER) {
		source = noun_near(s, end);
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
	if (!takes(s, v) || weight_of(s, v) < WEIGHT_INFINITIVE ||
		(v->complement != COMP_THAT && v->complement != COMP_CLAUSE && v->complement != COMP_QUOTE))
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
	if (!verb_is(s, v, CLASS_CUE_NP) && !verb_is(s, v, CLASS_CUE_PASSIVE))
		return false;
	if (by < 0 && tag_at(s, v->content) == TAG_PREP) {
		by = v->content; /* "was confirmed in a statement" */
		source = noun_core(s, noun_at(s, by + 1));
		if (!part_some(source) || !word_is(s, noun_core(s, source).last - 1, CLASS_DOC_NOUN))
			return false;
	}
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

/* "Renn was quoted as saying": one cue; with "by Vita" behind it there are two, and this is the paper's. */
static bool read_quoted(const struct sight *s, struct verb *v, struct find *find)
{
	struct part source = NO_PART;
	int32_t by = -1;
	if (!verb_is(s, v, CLASS_CITING) || !is_as(s, v->last) || !word_is(s, v->last + 1, CLASS_CUE_STRONG))
		return false;
	for (int32_t i = v->last + 2; i < s->last && i - v->last < AGENT_MAX && by < 0; i++) {
		if (word_is(s, i, CLASS_PREP_BY))
			by = i;
		if (tag_at(s, i) == TAG_MARK || tag_at(s, i) == TAG_VERB || tag_at(s, i) == TAG_THAT)
			break;
	}
	if (by >= 0) {
		source = noun_at(s, by + 1);
		fill(s, v, CUE_WHY_AGENT, find);
	} else if (subject_of(s, &v->chain, &source) != SUBJECT_NONE) {
		v->last += 2;
		v->complement = complement_at(s, v->last, &v->content);
		fill(s, v, CUE_WHY_QUOTED, find);
		find->before = is_trailing(s, v, source);
	}
	find->source = source;
	return part_some(source);
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
		said = (verb_is(s, v, CLASS_CUE_NP) && verb_is(s, v, CLASS_CUE_SPEECH) && !verb_is(s, v, CLASS_CUE_THAT)) ||
		       (verb_is(s, v, CLASS_CUE_TELL) && v->complement == COMP_GROUP) || (passive && s->title_case);
		break;
	case COMP_OTHER:
		said = passive && s->title_case;
		break;
	case COMP_NONE:
	case COMP_QUOTE:
		break;
	}
	if (!said)
		return false;
	fill(s, v, CUE_WHY_PASSIVE, find);
	if (passive && find->mode == WA_MODE_ATTITUDE)
		find->mode = WA_MODE_BELIEF;
	find->before = true;
	return true;
}

/* A participle that needs no auxiliary: "a campaign blamed on rebels", "areas thought to be", "seen off Tarn". */
static bool is_reduced(const struct sight *s, const struct verb *v)
{
	enum word_tag tag = tag_at(s, v->chain.first - 1);
	struct part subject;
	if (!word_is(s, v->first, CLASS_FORM_PP) || v->chain.helped || v->chain.first != v->first)
		return false;
	if (!word_is(s, v->first, CLASS_FORM_PAST))
		return true;
	if (s->title_case && verb_is(s, v, CLASS_CUE_PASSIVE) && (v->complement == COMP_OTHER || v->complement == COMP_TO))
		return true;
	if (tag != TAG_NOUN && tag != TAG_NAME && tag != TAG_MARK && tag != TAG_SUBORD && tag != TAG_CONJ)
		return false;
	if (v->complement != COMP_PREP && v->complement != COMP_AS)
		return v->complement == COMP_TO && verb_is(s, v, CLASS_CUE_PASSIVE);
	if (verb_is(s, v, CLASS_CUE_STRONG) && agent_of(s, v) < 0)
		return false;
	subject = noun_before(s, v->first);
	if (part_some(subject) && tag_at(s, subject.first - 1) == TAG_RELATIVE)
		return false; /* "which the navy blamed on rebels" */
	return verb_is(s, v, CLASS_CUE_NP) || agent_of(s, v) >= 0;
}

bool cue_verb(const struct sight *s, int32_t i, int32_t len, struct find *find)
{
	const struct token *t = token_at(s, i);
	struct verb v = {.first = i, .last = i + len, .id = len > 1 ? t->phrase : t->word};
	if (tag_at(s, i) != TAG_VERB)
		return false;
	v.chain = chain_of(s, i);
	read_complement(s, &v);
	if (v.chain.passive && read_quoted(s, &v, find))
		return true;
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

/* "AFP journalists counted nine coffins". */
bool cue_witness(const struct sight *s, int32_t i, int32_t len, struct find *find)
{
	struct chain chain = chain_of(s, i);
	const struct wa_mention *m;
	struct part source = NO_PART;
	if (tag_at(s, i) != TAG_VERB || chain.infinitive || subject_of(s, &chain, &source) == SUBJECT_NONE)
		return false;
	m = mention_at(s->attr, token_at(s, source.first)->start);
	for (int32_t k = source.first; k < source.last && !m; k++)
		m = mention_at(s->attr, token_at(s, k)->start);
	if (!m || m->role != WA_ROLE_WITNESS)
		return false;
	*find = (struct find){.cue = {i, i + len},
		.source = source,
		.mode = WA_MODE_FINDING,
		.why = CUE_WHY_WITNESS,
		.subject = true,
		.after = i + len};
	return true;
}
