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

static const enum lex_class function_classes[] = {CLASS_DET, CLASS_DET_DEF, CLASS_PRONOUN, CLASS_PRONOUN_OBJECT,
	CLASS_PRONOUN_LOOSE, CLASS_GENITIVE, CLASS_THAT, CLASS_AS, CLASS_RELATIVE, CLASS_COMPLEMENTIZER, CLASS_PREP, CLASS_PREP_TO,
	CLASS_CONJ, CLASS_CONTRAST, CLASS_SUBORD, CLASS_AUX, CLASS_MODAL, CLASS_NEGATION, CLASS_TIME_WORD, CLASS_WEEKDAY,
	CLASS_NUMBER, CLASS_NUMBER_SCALE, CLASS_NUMBER_VAGUE};

static const enum lex_class cue_classes[] = {CLASS_CUE, CLASS_CUE_PREP, CLASS_CUE_NOUN, CLASS_CUE_ADVERB, CLASS_CUE_PASSIVE,
	CLASS_CITING, CLASS_ALLEGED, CLASS_AGENCY_SAW};

static struct class_set set_of(const enum lex_class *classes, size_t count)
{
	struct class_set set = {0};
	for (size_t i = 0; i < count; i++)
		class_set_add(&set, classes[i]);
	return set;
}

void tag_masks(struct cue_masks *masks)
{
	masks->cue = set_of(cue_classes, ARRAY_COUNT(cue_classes));
	masks->verb = set_of(verb_classes, ARRAY_COUNT(verb_classes));
	masks->noun = set_of(noun_classes, ARRAY_COUNT(noun_classes));
	masks->function = set_of(function_classes, ARRAY_COUNT(function_classes));
}

enum { MAY_VERB = 1, MAY_NOUN = 2, MAY_ADJECTIVE = 4, MAY_ADVERB = 8 };

static unsigned senses(const struct sight *s, uint32_t id)
{
	unsigned found = 0;
	if (lex_touches(s->seg->lex, id, &s->masks->verb))
		found |= MAY_VERB;
	if (lex_touches(s->seg->lex, id, &s->masks->noun))
		found |= MAY_NOUN;
	if (lex_is(s->seg->lex, id, CLASS_ADJECTIVE) || lex_is(s->seg->lex, id, CLASS_NATIONALITY))
		found |= MAY_ADJECTIVE;
	if (lex_is(s->seg->lex, id, CLASS_ADVERB) || lex_is(s->seg->lex, id, CLASS_CUE_ADVERB))
		found |= MAY_ADVERB;
	return found;
}

static unsigned senses_at(const struct sight *s, int32_t i)
{
	const struct token *t = token_at(s, i);
	return senses(s, t->word) | (t->phrase ? senses(s, t->phrase) : 0);
}

static bool is_function_word(const struct sight *s, int32_t i)
{
	return lex_touches(s->seg->lex, token_at(s, i)->word, &s->masks->function);
}

/* Could the word at `i` be part of a noun group that goes on there? */
static bool goes_on_nominal(const struct sight *s, int32_t i)
{
	unsigned may;
	if (i >= s->last || token_at(s, i)->kind == PIECE_MARK)
		return false;
	if (token_at(s, i)->kind == PIECE_NUMBER)
		return true;
	if (is_function_word(s, i))
		return false;
	may = senses_at(s, i);
	if (!s->title_case && shape_at(s, i, SHAPE_UPPER))
		return true;
	return may & (MAY_NOUN | MAY_ADJECTIVE) || (!(may & MAY_VERB) && !(may & MAY_ADVERB));
}

/* A finite verb or auxiliary may stand at `i`: adverbs before it are let pass. */
static bool verb_follows(const struct sight *s, int32_t i)
{
	while (i < s->last && word_is(s, i, CLASS_ADVERB) && !word_is(s, i, CLASS_VERB))
		i++;
	return word_is(s, i, CLASS_AUX) || word_is(s, i, CLASS_MODAL) ||
	       (i < s->last && token_at(s, i)->kind == PIECE_WORD && senses_at(s, i) & MAY_VERB &&
		       (word_is(s, i, CLASS_FORM_PAST) || word_is(s, i, CLASS_FORM_S)) && !word_is(s, i, CLASS_PREP));
}

static bool is_month(const struct sight *s, int32_t i, enum word_tag before)
{
	if (!word_is(s, i, CLASS_MONTH) || !shape_at(s, i, SHAPE_UPPER))
		return false;
	if (i + 1 < s->last && token_at(s, i + 1)->kind == PIECE_NUMBER)
		return true;
	if (mark_at(s, i + 1) == MARK_STOP && i + 2 < s->last && token_at(s, i + 2)->kind == PIECE_NUMBER)
		return true;
	return before == TAG_PREP || before == TAG_ADJECTIVE || before == TAG_NUMBER;
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
	if (word_is(s, i, CLASS_PRONOUN_OBJECT) && !goes_on_nominal(s, i + 1) && !word_is(s, i + 1, CLASS_FORM_BASE))
		return TAG_OBJECT;
	if (goes_on_nominal(s, i + 1))
		return TAG_DET;
	if (word_is(s, i + 1, CLASS_PREP_OF))
		return TAG_NUMBER; /* "both of the men" */
	if (word_is(s, i, CLASS_PRONOUN_LOOSE))
		return TAG_PRONOUN;
	return before == TAG_NAME || before == TAG_NOUN ? TAG_ADVERB : TAG_DET; /* "Roe and Koval each said" */
}

/* The tag of all words of a phrase; TAG_NONE when each is to be told for itself. */
static enum word_tag tag_phrase(const struct sight *s, int32_t i)
{
	const struct lexicon *lex = s->seg->lex;
	uint32_t phrase = token_at(s, i)->phrase;
	if (!phrase)
		return TAG_NONE;
	if (lex_is(lex, phrase, CLASS_TIME_WORD))
		return TAG_TIME;
	if (lex_is(lex, phrase, CLASS_PRONOUN_LOOSE) && !goes_on_nominal(s, i + token_at(s, i)->phrase_len))
		return TAG_PRONOUN; /* not "the former mayor" */
	if (lex_is(lex, phrase, CLASS_SUBORD))
		return TAG_SUBORD;
	if (lex_is(lex, phrase, CLASS_PREP) || lex_is(lex, phrase, CLASS_CUE_PREP))
		return TAG_PREP;
	if (lex_is(lex, phrase, CLASS_TITLE) || lex_is(lex, phrase, CLASS_ORG_NOUN))
		return shape_at(s, i, SHAPE_UPPER) ? TAG_NAME : TAG_NOUN;
	return TAG_NONE;
}

/* Words of the closed classes; TAG_NONE for all others. */
static enum word_tag tag_closed(const struct sight *s, int32_t i, enum word_tag before)
{
	if (word_is(s, i, CLASS_GENITIVE))
		return before == TAG_PRONOUN ? TAG_AUX : TAG_GENITIVE;
	if (word_is(s, i, CLASS_THAT))
		return tag_that(s, i, before);
	if (word_is(s, i, CLASS_PRONOUN))
		return before == TAG_VERB && word_is(s, i, CLASS_PRONOUN_OBJECT) && !verb_follows(s, i + 1) ? TAG_OBJECT
													    : TAG_PRONOUN;
	if (word_is(s, i, CLASS_DET))
		return tag_determiner(s, i, before);
	if (word_is(s, i, CLASS_PRONOUN_OBJECT))
		return TAG_OBJECT;
	if (word_is(s, i, CLASS_AUX))
		return TAG_AUX;
	if (word_is(s, i, CLASS_MODAL))
		return TAG_MODAL;
	if (word_is(s, i, CLASS_NEGATION))
		return TAG_ADVERB;
	if (word_is(s, i, CLASS_CONJ))
		return TAG_CONJ;
	if (word_is(s, i, CLASS_PREP_TO))
		return TAG_TO;
	if (word_is(s, i, CLASS_RELATIVE))
		return TAG_RELATIVE;
	if (word_is(s, i, CLASS_SUBORD) || word_is(s, i, CLASS_COMPLEMENTIZER))
		return TAG_SUBORD;
	if (word_is(s, i, CLASS_CONTRAST))
		return TAG_CONTRAST;
	if (word_is(s, i, CLASS_PRONOUN_LOOSE) && !goes_on_nominal(s, i + 1))
		return word_is(s, i + 1, CLASS_PREP_OF) ? TAG_NUMBER : TAG_PRONOUN;
	if (word_is(s, i, CLASS_WEEKDAY) || word_is(s, i, CLASS_TIME_WORD))
		return TAG_TIME;
	if (word_is(s, i, CLASS_PREP))
		return before == TAG_DET ? TAG_ADJECTIVE : TAG_PREP;
	if (word_is(s, i, CLASS_NUMBER) || word_is(s, i, CLASS_NUMBER_SCALE) || word_is(s, i, CLASS_NUMBER_VAGUE))
		return TAG_NUMBER;
	return TAG_NONE;
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
	enum word_tag noun = may & MAY_NOUN ? TAG_NOUN : TAG_ADJECTIVE;
	if (may == MAY_VERB)
		noun = gerund || past ? TAG_ADJECTIVE : TAG_NOUN;
	switch (before) {
	case TAG_TO:
	case TAG_MODAL:
		return base ? TAG_VERB : noun;
	case TAG_PRONOUN:
	case TAG_RELATIVE:
	case TAG_AUX:
		return may & MAY_NOUN && before == TAG_AUX && !past && !gerund ? noun : TAG_VERB;
	case TAG_DET:
	case TAG_GENITIVE:
		return noun;
	case TAG_ADJECTIVE:
	case TAG_NUMBER:
		if (past && (word_is(s, i, CLASS_CUE_STRONG) || object_follows(s, i + 1)) && !goes_on_nominal(s, i + 1))
			return TAG_VERB;
		return past && word_is(s, i, CLASS_CUE_STRONG) ? TAG_VERB : noun;
	case TAG_PREP:
		return gerund && !(may & MAY_NOUN && word_is(s, i + 1, CLASS_PREP_OF)) ? TAG_VERB : noun;
	case TAG_NOUN:
	case TAG_NAME:
		if (may & MAY_NOUN)
			return is_verb_after_noun(s, i) ? TAG_VERB : TAG_NOUN;
		return is_noun_form(s, i) ? TAG_NOUN : TAG_VERB;
	default:
		if (!past && !gerund && (verb_follows(s, i + 1) || (may & MAY_NOUN && !object_follows(s, i + 1))))
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
	if (before == TAG_TO || before == TAG_ADVERB)
		return object;
	return before == TAG_PRONOUN || before == TAG_MODAL;
}

static enum word_tag tag_open(const struct sight *s, int32_t i, enum word_tag before, bool opens)
{
	unsigned may = senses_at(s, i);
	bool capital = shape_at(s, i, SHAPE_UPPER);
	if (capital && (!(opens || s->title_case) || !may))
		return TAG_NAME;
	if (capital && opens && !s->title_case && shape_at(s, i, SHAPE_ALL_UPPER))
		return TAG_NAME;
	if (!may && is_unknown_verb(s, i, before))
		return TAG_VERB;
	if (may & MAY_ADVERB && (may == MAY_ADVERB || !modifies(before)) && before != TAG_TO && before != TAG_MODAL &&
		!(may & MAY_NOUN))
		return TAG_ADVERB;
	if (may & MAY_VERB)
		return tag_doubtful(s, i, before, may);
	if (may & MAY_ADJECTIVE && (!(may & MAY_NOUN) || goes_on_nominal(s, i + 1)))
		return TAG_ADJECTIVE;
	return may & MAY_ADVERB && !(may & MAY_NOUN) ? TAG_ADVERB : TAG_NOUN;
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
	if (token_at(s, i)->kind == PIECE_NUMBER)
		return TAG_NUMBER;
	if (is_month(s, i, before))
		return TAG_TIME;
	if (is_function_word(s, i) && !is_name_like(s, i, opens))
		tag = tag_closed(s, i, before);
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
