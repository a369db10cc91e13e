/*
 * Passives: whom "by" names, the document behind "in"; with neither, nobody is named who says so.
 */
#include "attr/cue_verb.h"

enum { AGENT_MAX = 12 /* words from a passive verb to its "by" */ };

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

/* "was described by the mayor as", "as reported by Efe". */
static bool read_agent(const struct sight *s, const struct verb *v, struct find *find)
{
	int32_t by = agent_of(s, v);
	struct part source = by < 0 ? NO_PART : noun_at(s, by + 1);
	if (!verb_is(s, v, CLASS_CUE_NP) && !verb_is(s, v, CLASS_CUE_PASSIVE) && !verb_is(s, v, CLASS_CUE_TELL))
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
	verb_fill(s, v, CUE_WHY_AGENT, find);
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
		verb_fill(s, v, CUE_WHY_AGENT, find);
	} else if (subject_of(s, &v->chain, &source) != SUBJECT_NONE) {
		v->last += 2;
		v->complement = verb_complement_at(s, v->last, &v->content);
		verb_fill(s, v, CUE_WHY_QUOTED, find);
		find->before = verb_is_trailing(s, v, source);
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
		said = passive;
		break;
	case COMP_AS: /* not: known as */
		said = passive && (verb_is(s, v, CLASS_CUE_NP) || verb_is(s, v, CLASS_CUE_AS));
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
	if (!said || word_is(s, v->last, CLASS_DEAD)) /* found dead */
		return false;
	verb_fill(s, v, CUE_WHY_PASSIVE, find);
	if (passive && find->mode == WA_MODE_ATTITUDE)
		find->mode = WA_MODE_BELIEF;
	find->before = true;
	return true;
}

/* A participle that needs no auxiliary: "a campaign blamed on rebels", "areas thought to be", "seen off Tarn". */
bool verb_is_reduced(const struct sight *s, const struct verb *v)
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
	if (v->complement != COMP_PREP && v->complement != COMP_AS) /* "areas said to be mined"; "the firm said to expect it" */
		return v->complement == COMP_TO && verb_is(s, v, CLASS_CUE_PASSIVE) &&
		       (!verb_is(s, v, CLASS_CUE_STRONG) || tag_at(s, v->content + 1) == TAG_AUX);
	if (verb_is(s, v, CLASS_CUE_STRONG) && agent_of(s, v) < 0)
		return false;
	subject = noun_before(s, v->first);
	tag = part_some(subject) ? tag_at(s, subject.first - 1) : TAG_NONE;
	if (tag == TAG_RELATIVE || tag == TAG_SUBORD)
		return false; /* "which the navy blamed on rebels", "what the navy described as" */
	return verb_is(s, v, CLASS_CUE_NP) || agent_of(s, v) >= 0;
}

bool verb_read_passive(const struct sight *s, struct verb *v, struct find *find)
{
	return read_quoted(s, v, find) || read_agent(s, v, find) || read_agentless(s, v, find);
}
