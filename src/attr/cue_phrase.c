/* Cues that are no verbs: according to, the nouns of speech and belief, adverbs, what is alleged, whom one cites. */
#include "attr/cue_verb.h"

enum { POSSESSOR_MAX = 3 }; /* words between "the army's" and its claim */

bool cue_prep(const struct sight *s, int32_t i, int32_t len, struct find *find)
{
	struct part source = noun_at(s, i + len);
	if (!part_some(source) || tag_at(s, source.first) == TAG_OBJECT)
		return false;
	*find = (struct find){
		.cue = {i, i + len},
		.source = source,
		.mode = WA_MODE_SPEECH,
		.why = CUE_WHY_ACCORDING,
		.before = i > s->first,
		.after = source.last,
	};
	return true;
}

bool cue_adverb(const struct sight *s, int32_t i, int32_t len, struct find *find)
{
	if (tag_at(s, i) == TAG_NAME)
		return false;
	*find = (struct find){.cue = {i, i + len}, .mode = WA_MODE_SPEECH, .why = CUE_WHY_ADVERB, .before = true, .after = i + len};
	return true;
}

bool cue_alleged(const struct sight *s, int32_t i, int32_t len, struct find *find)
{
	struct part group = noun_at(s, i + len);
	if (!part_some(group) || (word_is(s, i, CLASS_CUE_NOUN) && word_is(s, i - 1, CLASS_DET_DEF)))
		return false; /* "called the allegations credible": told before */
	*find = (struct find){.cue = {i, i + len}, .mode = WA_MODE_SPEECH, .why = CUE_WHY_ALLEGED, .after = i + len};
	return true;
}

/* "the army's claim", "his warning": the words of the possessor, without the 's. */
static struct part possessor(const struct sight *s, int32_t i)
{
	for (int32_t k = i - 1; k >= s->first && i - k <= POSSESSOR_MAX; k--) {
		if (tag_at(s, k) == TAG_GENITIVE)
			return noun_before(s, k);
		if (tag_at(s, k) == TAG_DET && word_is(s, k, CLASS_POSSESSIVE))
			return (struct part){k, k + 1};
		if (tag_at(s, k) != TAG_ADJECTIVE && tag_at(s, k) != TAG_NOUN)
			break;
	}
	return NO_PART;
}

bool cue_noun(const struct sight *s, int32_t i, int32_t len, struct find *find)
{
	enum word_tag next = tag_at(s, i + len);
	struct part source;
	if (tag_at(s, i) != TAG_NOUN)
		return false;
	*find = (struct find){.cue = {i, i + len}, .mode = WA_MODE_SPEECH, .why = CUE_WHY_NOUN, .after = i + len};
	source = possessor(s, i);
	if (part_some(source)) {
		find->source = source;
		return next == TAG_THAT || next == TAG_PREP || next == TAG_RELATIVE;
	}
	if (next == TAG_PREP && word_is(s, i + len, CLASS_PREP_BY)) {
		find->source = noun_core(s, noun_at(s, i + len + 1));
		find->after = find->source.last;
		return part_some(find->source);
	}
	source = next == TAG_PREP ? noun_at(s, i + len + 1) : NO_PART;
	if (is_source_like(s, source) && tag_at(s, source.last) == TAG_THAT) {
		find->source = source;
		find->after = source.last;
		return true;
	}
	if (next == TAG_PREP && word_is(s, i + len, CLASS_PREP_OF))
		return word_is(s, i, CLASS_ALLEGED);
	return next == TAG_THAT || next == TAG_PRONOUN;
}

/* "an estimated 300 rebels". */
bool cue_estimated(const struct sight *s, int32_t i, int32_t len, struct find *find)
{
	if (tag_at(s, i) != TAG_ADJECTIVE || tag_at(s, i - 1) != TAG_DET || tag_at(s, i + len) != TAG_NUMBER)
		return false;
	*find = (struct find){.cue = {i, i + len}, .mode = WA_MODE_BELIEF, .why = CUE_WHY_ESTIMATED, .after = i + len};
	return true;
}

/* "citing Interfax": the source behind the source. */
bool cue_citing(const struct sight *s, int32_t i, int32_t len, struct find *find)
{
	struct part source = noun_at(s, i + len);
	if (!word_is(s, i, CLASS_FORM_ING) || !part_some(source))
		return false;
	*find = (struct find){.cue = {i, i + len}, .source = source, .mode = WA_MODE_SPEECH, .why = CUE_WHY_CITING, .before = true};
	return true;
}
