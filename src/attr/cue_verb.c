/*
 * Verbs that ascribe. What follows the verb (a clause, a quotation, a noun group, "to" and a verb) must be what its
 * frame in the pack takes, or what is ascribed must stand before it; the subject is the source, in a passive the
 * group behind "by".
 */
#include "attr/cue_verb.h"
#include "attr/mention.h"

enum { WEIGHT_INFINITIVE = 50 /* per cent below which "to" and the verb is no cue */ };

static enum wa_mode mode_of(const struct sight *s, const struct verb *v)
{
	if (verb_is(s, v, CLASS_CUE_ATTITUDE) &&
		(v->complement == COMP_TO || !(verb_is(s, v, CLASS_CUE_SPEECH) || verb_is(s, v, CLASS_CUE_BELIEF))))
		return WA_MODE_ATTITUDE;
	if (verb_is(s, v, CLASS_CUE_SPEECH))
		return WA_MODE_SPEECH;
	return verb_is(s, v, CLASS_CUE_BELIEF) ? WA_MODE_BELIEF : WA_MODE_FINDING;
}

bool is_source_like(const struct sight *s, struct part p)
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

/* A closing mark, or one that may be. */
static bool ends_quotation(const struct sight *s, int32_t i)
{
	return quote_ends(s, i) || mark_at(s, i) == MARK_QUOTE_CLOSE;
}

/* What is ascribed ends right before `i`: a comma, a dash, a quotation. */
static bool ends_content(const struct sight *s, int32_t i)
{
	enum mark mark = mark_at(s, i);
	return mark == MARK_COMMA || mark == MARK_DASH || mark == MARK_QUESTION || mark == MARK_EXCLAMATION || ends_quotation(s, i);
}

/* "Stop!" John said: the sentence before ended a quotation. */
static bool follows_quotation(const struct sight *s)
{
	const struct token *before = s->first > 0 ? token_at(s, s->first - 1) : NULL;
	return before && before->quote && (int32_t)s->seg->quotes.items[before->quote - 1].last == s->first;
}

void verb_fill(const struct sight *s, const struct verb *v, enum cue_why why, struct find *find)
{
	find->cue = (struct part){v->first, v->last};
	find->mode = mode_of(s, v);
	find->why = why;
	find->after = v->complement == COMP_NONE ? 0 : v->content;
	find->group = v->complement == COMP_GROUP && verb_is(s, v, CLASS_CUE_NP);
}

/* "..., said the mayor". */
static bool read_inverted(const struct sight *s, const struct verb *v, struct find *find)
{
	struct part p;
	int32_t next;
	if (v->chain.first != v->first || !(verb_is(s, v, CLASS_CUE_QUOTE) || verb_is(s, v, CLASS_CUE_STRONG)) ||
		verb_is(s, v, CLASS_CUE_TELL))
		return false;
	if (!(word_is(s, v->first, CLASS_FORM_PAST) || word_is(s, v->first, CLASS_FORM_S)) || v->last - v->first > 1)
		return false;
	if (v->first > s->first ? !ends_content(s, v->first - 1) : !follows_quotation(s))
		return false;
	p = noun_at(s, v->last);
	if (tag_at(s, p.first) == TAG_OBJECT || !(is_source_like(s, p) || (part_some(p) && ends_quotation(s, v->first - 1))))
		return false;
	for (next = p.last; tag_at(s, next) == TAG_ADVERB;)
		next++; /* "Vogt, a miller, said he already ran the ferry" */
	if (is_verbal(s, next) || tag_at(s, next) == TAG_THAT)
		return false;
	if (tag_at(s, next) == TAG_CONJ && !ends_quotation(s, v->first - 1))
		return false; /* "Vogt, a miller, said rye and oats are up" */
	find->source = p;
	verb_fill(s, v, CUE_WHY_INVERTED, find);
	find->before = true;
	find->after = p.last;
	return true;
}

/* What is ascribed stands before the source and cue. */
bool verb_is_trailing(const struct sight *s, const struct verb *v, struct part source)
{
	switch (v->complement) {
	case COMP_NONE:
	case COMP_PREP:
	case COMP_OTHER:
	case COMP_AS:
		return source.first > s->first ? ends_content(s, source.first - 1) : follows_quotation(s);
	case COMP_QUOTE: /* "A," he said, "B"; not: On the river, he said, "B" */
		return ends_quotation(s, source.first - 1);
	case COMP_THAT:
	case COMP_CLAUSE:
	case COMP_GROUP:
	case COMP_TO:
		return false;
	}
	return false;
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
	if (how == SUBJECT_NONE && s->attr->kind == WA_PARA_HEADLINE && is_comma(s, v->chain.first - 1)) {
		source = subject_of_clause(s, v->chain.first); /* "Mayor shuts bridge, says it is unsafe" */
		how = part_some(source) ? SUBJECT_SHARED : SUBJECT_NONE;
	}
	if (how == SUBJECT_NONE || is_speaker(s, source))
		return false;
	trailing = how != SUBJECT_SHARED && how != SUBJECT_RELATIVE && verb_is_trailing(s, v, source);
	if (!verb_takes(s, v) && !(trailing && (verb_is(s, v, CLASS_CUE_THAT) || verb_is(s, v, CLASS_CUE_QUOTE))) &&
		!shows(s, v, source) && !is_object_clause(s, v, source))
		return false;
	find->source = source;
	verb_fill(s, v, trailing ? CUE_WHY_VERB_AFTER : why_of[how], find);
	find->subject = true;
	find->shared = how == SUBJECT_SHARED;
	find->before = trailing;
	if (!trailing && is_object_clause(s, v, source))
		find->object = source.first - 1;
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
	if (!verb_takes(s, v) || (v->complement == COMP_NONE && !is_as(s, end - 1)))
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
	verb_fill(s, v, end > s->first && is_as(s, end - 1) ? CUE_WHY_QUOTED : CUE_WHY_PARTICIPLE, find);
	find->shared = true;
	return true;
}

/* "continued to assert", "led the maker to announce". */
static bool read_infinitive(const struct sight *s, const struct verb *v, struct find *find)
{
	int32_t end = v->chain.first;
	enum word_tag tag = tag_at(s, end - 1);
	struct part source;
	if (!verb_takes(s, v) || verb_weight(s, v) < WEIGHT_INFINITIVE ||
		(v->complement != COMP_THAT && v->complement != COMP_CLAUSE && v->complement != COMP_QUOTE))
		return false;
	source = tag == TAG_NOUN || tag == TAG_NAME ? noun_before(s, end) : subject_of_clause(s, end);
	if (!part_some(source))
		return false;
	find->source = source;
	verb_fill(s, v, CUE_WHY_INFINITIVE, find);
	find->shared = true;
	return true;
}

bool cue_verb(const struct sight *s, int32_t i, int32_t len, struct find *find)
{
	const struct token *t = token_at(s, i);
	struct verb v = {.first = i, .last = i + len, .id = len > 1 ? t->phrase : t->word};
	if (tag_at(s, i) != TAG_VERB)
		return false;
	v.chain = chain_of(s, i);
	verb_read_complement(s, &v);
	if (v.chain.passive || verb_is_reduced(s, &v))
		return verb_read_passive(s, &v, find);
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
