/*
 * Parts of speech by rule: the classes of a word tell what it may be, its neighbours which of these it is. Far from a
 * tagger, but enough to find where a noun group begins and whether a word is at work as a verb.
 */
#include "attr/cue.h"
#include "base/array.h"
#include "base/str.h"

/* Classes of words that are nouns, whatever else they tell. */
static const enum lex_class noun_classes[] = {CLASS_NOUN, CLASS_ROLE_NOUN, CLASS_TITLE, CLASS_UNNAMED, CLASS_VAGUE, CLASS_ORG_NOUN,
	CLASS_DOC_NOUN, CLASS_MEDIA_NOUN, CLASS_PERSON_NOUN, CLASS_SOURCE_NOUN, CLASS_FORCE_NOUN, CLASS_CUE_NOUN, CLASS_AUTHORITY,
	CLASS_PLACE_NOUN, CLASS_TIME_UNIT, CLASS_PLURAL, CLASS_EVENT, CLASS_PERCENT};

static const enum lex_class verb_classes[] = {CLASS_VERB, CLASS_CUE};

static const enum lex_class cue_classes[] = {CLASS_CUE, CLASS_CUE_PREP, CLASS_CUE_NOUN, CLASS_CUE_ADVERB, CLASS_CUE_PASSIVE,
	CLASS_CITING, CLASS_ALLEGED, CLASS_AGENCY_SAW, CLASS_CUE_SURVEY};

/* Function words, in the order in which a word of several classes is told. */
static const struct {
	enum lex_class class;
	uint8_t tag;
} closed_classes[] = {
	{CLASS_GENITIVE, TAG_GENITIVE},
	{CLASS_THAT, TAG_THAT},
	{CLASS_PRONOUN, TAG_PRONOUN},
	{CLASS_DET, TAG_DET},
	{CLASS_PRONOUN_OBJECT, TAG_OBJECT},
	{CLASS_AUX, TAG_AUX},
	{CLASS_MODAL, TAG_MODAL},
	{CLASS_NEGATION, TAG_ADVERB},
	{CLASS_CONJ, TAG_CONJ},
	{CLASS_PREP_TO, TAG_TO},
	{CLASS_RELATIVE, TAG_RELATIVE},
	{CLASS_SUBORD, TAG_SUBORD},
	{CLASS_COMPLEMENTIZER, TAG_SUBORD},
	{CLASS_CONTRAST, TAG_CONTRAST},
	{CLASS_PRONOUN_LOOSE, CLOSED_LOOSE},
	{CLASS_WEEKDAY, TAG_TIME},
	{CLASS_TIME_WORD, TAG_TIME},
	{CLASS_PREP, TAG_PREP},
	{CLASS_NUMBER, TAG_NUMBER},
	{CLASS_NUMBER_SCALE, TAG_NUMBER},
	{CLASS_NUMBER_VAGUE, TAG_NUMBER},
};

void fact_of_senses(const struct class_set *set, struct set_fact *fact)
{
	unsigned may = 0;
	may |= class_set_has_any(set, verb_classes, ARRAY_COUNT(verb_classes)) ? SENSE_VERB : 0u;
	may |= class_set_has_any(set, noun_classes, ARRAY_COUNT(noun_classes)) ? SENSE_NOUN : 0u;
	may |= class_set_has(set, CLASS_ADJECTIVE) || class_set_has(set, CLASS_NATIONALITY) ? SENSE_ADJECTIVE : 0u;
	may |= class_set_has(set, CLASS_ADVERB) || class_set_has(set, CLASS_CUE_ADVERB) ? SENSE_ADVERB : 0u;
	may |= class_set_has_any(set, cue_classes, ARRAY_COUNT(cue_classes)) ? SENSE_CUE : 0u;
	fact->may = (uint8_t)may;
	fact->closed = TAG_NONE;
	for (size_t i = 0; i < ARRAY_COUNT(closed_classes) && fact->closed == TAG_NONE; i++)
		if (class_set_has(set, closed_classes[i].class))
			fact->closed = closed_classes[i].tag;
}

enum { SENSE_OPEN = SENSE_VERB | SENSE_NOUN | SENSE_ADJECTIVE | SENSE_ADVERB };

/* Could the word at `i` be part of a noun group that goes on there? */
static bool goes_on_nominal(const struct sight *s, int32_t i)
{
	unsigned may;
	if (i >= s->last || token_at(s, i)->kind == PIECE_MARK)
		return false;
	if (token_at(s, i)->kind == PIECE_NUMBER)
		return true;
	if (fact_at(s, i)->closed != TAG_NONE)
		return false;
	may = senses_at(s, i) & SENSE_OPEN;
	if (!s->title_case && shape_at(s, i, SHAPE_UPPER))
		return true;
	return may & (SENSE_NOUN | SENSE_ADJECTIVE) || (!(may & SENSE_VERB) && !(may & SENSE_ADVERB));
}

/* A finite verb or auxiliary may stand at `i`: adverbs before it are let pass. */
static bool verb_follows(const struct sight *s, int32_t i)
{
	while (i < s->last && word_is(s, i, CLASS_ADVERB) && !word_is(s, i, CLASS_VERB))
		i++;
	return word_is(s, i, CLASS_AUX) || word_is(s, i, CLASS_MODAL) ||
	       (i < s->last && token_at(s, i)->kind == PIECE_WORD && senses_at(s, i) & SENSE_VERB &&
		       (word_is(s, i, CLASS_FORM_PAST) || word_is(s, i, CLASS_FORM_S)) && !word_is(s, i, CLASS_PREP));
}

static bool is_month(const struct sight *s, int32_t i, enum word_tag before)
{
	if (!shape_at(s, i, SHAPE_UPPER) || !word_is(s, i, CLASS_MONTH))
		return false;
	if (i + 1 < s->last && token_at(s, i + 1)->kind == PIECE_NUMBER)
		return true;
	if (mark_at(s, i + 1) == MARK_STOP && i + 2 < s->last && token_at(s, i + 2)->kind == PIECE_NUMBER)
		return true;
	if (before == TAG_ADJECTIVE)
		return !shape_at(s, i + 1, SHAPE_UPPER); /* "late May", not "deputy chief Jan Koval" */
	return before == TAG_PREP || before == TAG_NUMBER;
}

static enum word_tag tag_that(const struct sight *s, int32_t i, enum word_tag before)
{
	bool noun = before == TAG_NOUN || before == TAG_NAME || before == TAG_NUMBER || before == TAG_PRONOUN || before == TAG_TIME;
	if (noun && verb_follows(s, i + 1))
		return TAG_RELATIVE;
	return TAG_THAT;
}

/* Words that stand before a noun, or for one: these, some, one, her. */
static enum word_tag tag_determiner(const struct sight *s, int32_t i, enum word_tag before)
{
	bool named = before == TAG_NAME || before == TAG_NOUN;
	if (word_is(s, i, CLASS_PRONOUN_OBJECT) && !goes_on_nominal(s, i + 1) && !word_is(s, i + 1, CLASS_FORM_BASE))
		return TAG_OBJECT;
	if (goes_on_nominal(s, i + 1))
		return TAG_DET;
	if (word_is(s, i + 1, CLASS_PREP_OF))
		return TAG_NUMBER; /* "both of the men" */
	if (word_is(s, i, CLASS_PRONOUN_LOOSE) && (word_is(s, i, CLASS_DET_DEF) || (!named && before != TAG_AUX)))
		return TAG_PRONOUN;
	return named || word_is(s, i, CLASS_PRONOUN_LOOSE) ? TAG_ADVERB : TAG_DET; /* "Roe and Koval both said", "each said" */
}

/* The tag of all words of a phrase; TAG_NONE when each is to be told for itself. */
static enum word_tag tag_phrase(const struct sight *s, int32_t i)
{
	size_t at = (size_t)i;
	if (!token_at(s, i)->phrase)
		return TAG_NONE;
	if (seg_phrase_is(s->seg, at, CLASS_TIME_WORD))
		return TAG_TIME;
	if (seg_phrase_is(s->seg, at, CLASS_PRONOUN_LOOSE) && !goes_on_nominal(s, i + token_at(s, i)->phrase_len))
		return TAG_PRONOUN; /* not "the former mayor" */
	if (seg_phrase_is(s->seg, at, CLASS_SUBORD))
		return TAG_SUBORD;
	if (seg_phrase_is(s->seg, at, CLASS_PREP) || seg_phrase_is(s->seg, at, CLASS_CUE_PREP))
		return TAG_PREP;
	if (seg_phrase_is(s->seg, at, CLASS_TITLE) || seg_phrase_is(s->seg, at, CLASS_ORG_NOUN) ||
		seg_phrase_is(s->seg, at, CLASS_ORG_NAME))
		return shape_at(s, i, SHAPE_UPPER) ? TAG_NAME : TAG_NOUN;
	return TAG_NONE;
}

/* A function word by what stands beside it; TAG_NONE when it is none here. */
static enum word_tag tag_closed(const struct sight *s, int32_t i, uint8_t closed, enum word_tag before)
{
	if (closed == TAG_GENITIVE)
		return before == TAG_PRONOUN ? TAG_AUX : TAG_GENITIVE;
	if (closed == TAG_THAT)
		return tag_that(s, i, before);
	if (closed == TAG_DET)
		return tag_determiner(s, i, before);
	if (closed == TAG_PREP)
		return before == TAG_DET ? TAG_ADJECTIVE : TAG_PREP;
	if (closed == TAG_PRONOUN && before == TAG_VERB && word_is(s, i, CLASS_PRONOUN_OBJECT) && !verb_follows(s, i + 1))
		return TAG_OBJECT;
	if (closed != CLOSED_LOOSE)
		return (enum word_tag)closed;
	if (goes_on_nominal(s, i + 1))
		return word_is(s, i, CLASS_NUMBER) ? TAG_NUMBER : TAG_NONE;
	return word_is(s, i + 1, CLASS_PREP_OF) ? TAG_NUMBER : TAG_PRONOUN;
}

static bool modifies(enum word_tag tag)
{
	return tag == TAG_DET || tag == TAG_GENITIVE || tag == TAG_ADJECTIVE || tag == TAG_NUMBER;
}

/* What follows shows that the word before it is a verb: an object or a clause. */
static bool object_follows(const struct sight *s, int32_t i)
{
	if (i >= s->last)
		return false;
	if (token_at(s, i)->kind == PIECE_MARK)
		return quote_opens(s, i) != NULL;
	return word_is(s, i, CLASS_THAT) || word_is(s, i, CLASS_DET) || word_is(s, i, CLASS_PRONOUN) ||
	       word_is(s, i, CLASS_PRONOUN_OBJECT) || word_is(s, i, CLASS_COMPLEMENTIZER) ||
	       (!s->title_case && shape_at(s, i, SHAPE_UPPER));
}

static bool is_plural(const struct sight *s, int32_t i)
{
	const struct token *t = token_at(s, i);
	return word_is(s, i, CLASS_PLURAL) || ascii_lower(s->seg->text.ptr[t->end - 1]) == 's';
}

enum { WEIGHT_SAYS = 90 };

/* A verb that hardly ever is anything but a cue. */
static bool says(const struct sight *s, int32_t i)
{
	const struct token *t = token_at(s, i);
	return word_is(s, i, CLASS_CUE_STRONG) && s->seg->lex->entries[t->word].weight >= WEIGHT_SAYS;
}

/* "media reports said", "a Twitter post on": a noun where a verb would lack its subject or its object. */
static bool is_noun_form(const struct sight *s, int32_t i)
{
	if (word_is(s, i, CLASS_FORM_PAST) || says(s, i))
		return false;
	if (verb_follows(s, i + 1))
		return true;
	if (word_is(s, i, CLASS_FORM_BASE) && !s->title_case)
		return i == s->first || !is_plural(s, i - 1) || !(object_follows(s, i + 1) || word_is(s, i, CLASS_MOSTLY_VERB));
	return false;
}

/* "officials report that", "the navy claims the". */
static bool is_verb_after_noun(const struct sight *s, int32_t i)
{
	if (is_noun_form(s, i))
		return false;
	if (object_follows(s, i + 1) || word_is(s, i, CLASS_MOSTLY_VERB))
		return true;
	if (i + 1 < s->last &&
		(word_is(s, i + 1, CLASS_PREP_OF) || word_is(s, i + 1, CLASS_CONJ) || mark_at(s, i + 1) == MARK_COMMA))
		return false;
	return word_is(s, i, CLASS_CUE_THAT) || word_is(s, i, CLASS_FORM_PAST);
}

/* A word that is a noun or an adjective here and a verb there. */
static enum word_tag tag_doubtful(const struct sight *s, int32_t i, enum word_tag before, unsigned may)
{
	bool gerund = word_is(s, i, CLASS_FORM_ING), base = word_is(s, i, CLASS_FORM_BASE);
	bool past = word_is(s, i, CLASS_FORM_PAST) || word_is(s, i, CLASS_FORM_PP);
	enum word_tag noun = may & SENSE_NOUN ? TAG_NOUN : TAG_ADJECTIVE;
	if (may == SENSE_VERB)
		noun = gerund || past ? TAG_ADJECTIVE : TAG_NOUN;
	switch (before) {
	case TAG_TO:
	case TAG_MODAL:
		return base ? TAG_VERB : noun;
	case TAG_PRONOUN:
	case TAG_RELATIVE:
	case TAG_AUX:
		return may & SENSE_NOUN && before == TAG_AUX && !past && !gerund ? noun : TAG_VERB;
	case TAG_DET:
	case TAG_GENITIVE:
		return noun;
	case TAG_ADJECTIVE:
	case TAG_NUMBER:
		if (past && (word_is(s, i, CLASS_CUE_STRONG) || object_follows(s, i + 1)) && !goes_on_nominal(s, i + 1))
			return TAG_VERB;
		return past && word_is(s, i, CLASS_CUE_STRONG) ? TAG_VERB : noun;
	case TAG_PREP:
		return gerund && !(may & SENSE_NOUN && word_is(s, i + 1, CLASS_PREP_OF)) ? TAG_VERB : noun;
	case TAG_NOUN:
	case TAG_NAME:
		if (may & SENSE_NOUN)
			return is_verb_after_noun(s, i) ? TAG_VERB : TAG_NOUN;
		return is_noun_form(s, i) ? TAG_NOUN : TAG_VERB;
	default:
		if (!past && !gerund && (verb_follows(s, i + 1) || (may & SENSE_NOUN && !object_follows(s, i + 1))))
			return shape_at(s, i, SHAPE_UPPER) ? TAG_NAME : TAG_NOUN;
		return TAG_VERB;
	}
}

/* A word no pack knows, where only a verb would stand: "to unseat the mayor", "he clouded the issue". */
static bool is_unknown_verb(const struct sight *s, int32_t i, enum word_tag before)
{
	bool object = word_is(s, i + 1, CLASS_DET) || word_is(s, i + 1, CLASS_PRONOUN_OBJECT) ||
		      (!s->title_case && shape_at(s, i + 1, SHAPE_UPPER));
	if (shape_at(s, i, SHAPE_UPPER))
		return false;
	if (before == TAG_TO || before == TAG_ADVERB || before == TAG_RELATIVE)
		return object;
	return before == TAG_PRONOUN || before == TAG_MODAL;
}

static enum word_tag tag_open(const struct sight *s, int32_t i, enum word_tag before, bool opens)
{
	unsigned may = senses_at(s, i) & SENSE_OPEN;
	bool capital = shape_at(s, i, SHAPE_UPPER);
	if (capital && (!(opens || s->title_case) || !may))
		return TAG_NAME;
	if (capital && opens && !s->title_case && shape_at(s, i, SHAPE_ALL_UPPER))
		return TAG_NAME;
	if (!may && is_unknown_verb(s, i, before))
		return TAG_VERB;
	if (may & SENSE_ADVERB && (may == SENSE_ADVERB || !modifies(before)) && before != TAG_TO && before != TAG_MODAL &&
		!(may & SENSE_NOUN))
		return TAG_ADVERB;
	if (may & SENSE_VERB)
		return tag_doubtful(s, i, before, may);
	if (may & SENSE_ADJECTIVE && (!(may & SENSE_NOUN) || goes_on_nominal(s, i + 1)))
		return TAG_ADJECTIVE;
	return may & SENSE_ADVERB && !(may & SENSE_NOUN) ? TAG_ADVERB : TAG_NOUN;
}

/* "US", "WHO", "May said": capitals tell that it is no function word. */
static bool is_name_like(const struct sight *s, int32_t i, bool opens)
{
	if (s->title_case || !shape_at(s, i, SHAPE_UPPER))
		return false;
	if (shape_at(s, i, SHAPE_ALL_UPPER))
		return true;
	if (!word_is(s, i, CLASS_MODAL))
		return false;
	return !opens || word_is(s, i + 1, CLASS_CUE) || mark_at(s, i + 1) == MARK_COMMA;
}

static enum word_tag tag_word(const struct sight *s, int32_t i, enum word_tag before, bool opens)
{
	enum word_tag tag = TAG_NONE;
	uint8_t closed;
	if (token_at(s, i)->kind == PIECE_NUMBER)
		return TAG_NUMBER;
	if (is_month(s, i, before))
		return TAG_TIME;
	closed = fact_at(s, i)->closed;
	if (closed != TAG_NONE && !is_name_like(s, i, opens))
		tag = tag_closed(s, i, closed, before);
	return tag == TAG_NONE ? tag_open(s, i, before, opens) : tag;
}

static enum word_tag tag_mark(const struct token *t)
{
	return t->mark == MARK_CURRENCY ? TAG_NUMBER : t->mark == MARK_PERCENT ? TAG_NOUN : TAG_MARK;
}

/* Marks behind which a capital tells nothing. */
static bool opens_after(const struct sight *s, int32_t i)
{
	enum mark mark = mark_at(s, i);
	return quote_opens(s, i) || mark == MARK_COLON || mark == MARK_DASH || mark == MARK_OPEN || mark == MARK_ELLIPSIS;
}

void tag_sentence(const struct sight *s, uint8_t *tags)
{
	enum word_tag before = TAG_NONE, phrase = TAG_NONE;
	bool opens = true;
	for (int32_t i = s->first; i < s->last; i++) {
		const struct token *t = token_at(s, i);
		enum word_tag tag;
		if (t->kind == PIECE_MARK) {
			tag = tag_mark(t);
			if (tag == TAG_MARK && opens_after(s, i))
				opens = true;
		} else {
			if (!t->in_phrase)
				phrase = tag_phrase(s, i);
			tag = phrase != TAG_NONE ? phrase : tag_word(s, i, before, opens);
			opens = false;
		}
		tags[i] = (uint8_t)tag;
		if (tag != TAG_ADVERB)
			before = tag;
	}
}
