/*
 * What a survey tells without a verb of saying: "In a poll for the Gazette, four in ten ...", "she leads by ten points in
 * the poll", "the poll has her at 40 per cent".
 */
#include "attr/cue_verb.h"

enum {
	CLOSING_MAX = 16, /* words of "released on Monday by the county" behind the survey */
	STANDING_MAX = 8, /* words of "the former mayor" between "has" and "ahead" */
	CLAUSE_BACK = 40, /* words looked at for the verb of the clause that the survey closes */
};

/* "the average of three polls", "a poll": the words that name it, up to the survey at `i`. */
static struct part survey_at(const struct sight *s, int32_t i)
{
	struct part p = noun_near(s, i + 1), whole;
	if (!part_some(p) || !word_is(s, p.first - 1, CLASS_PREP_OF))
		return p;
	whole = noun_near(s, p.first - 1);
	return part_some(whole) && word_is(s, whole.last - 1, CLASS_DOC_NOUN) ? (struct part){whole.first, p.last} : p;
}

/* Over "last month", "released on Monday", "of 800 voters" behind it. */
static int32_t over_details(const struct sight *s, int32_t i)
{
	int32_t at = i;
	while (at - i < CLOSING_MAX) {
		int32_t next = skip_time_right(s, at);
		struct part group;
		if (next > at) {
			at = next;
			continue;
		}
		if (tag_at(s, next) == TAG_VERB && word_is(s, next, CLASS_FORM_PP) && !word_is(s, next, CLASS_SURVEY_VERB))
			next++;
		group = tag_at(s, next) == TAG_PREP && !word_is(s, next, CLASS_SURVEY_IN) ? noun_at(s, next + 1) : NO_PART;
		if (part_some(group))
			next = group.last;
		if (next == at)
			break;
		at = next;
	}
	return at;
}

/* Nothing of the clause stands before `i`. */
static bool opens_clause(const struct sight *s, int32_t i)
{
	enum word_tag tag = tag_at(s, i - 1);
	if (tag == TAG_MARK)
		return mark_at(s, i - 1) == MARK_DASH || mark_at(s, i - 1) == MARK_COLON || mark_at(s, i - 1) == MARK_SEMICOLON;
	return tag == TAG_NONE || tag == TAG_CONTRAST || tag == TAG_CONJ || tag == TAG_THAT ||
	       (tag == TAG_ADVERB && i - 1 == s->first);
}

static bool is_finite(const struct sight *s, int32_t i)
{
	enum word_tag tag = tag_at(s, i);
	return tag == TAG_AUX || tag == TAG_MODAL ||
	       (tag == TAG_VERB && (word_is(s, i, CLASS_FORM_PAST) || word_is(s, i, CLASS_FORM_S)));
}

/* The clause has its verb before `i`, and that is none by which somebody answers the survey. */
static bool closes_clause(const struct sight *s, int32_t i)
{
	if (has_class(s, i - 1, CLASS_CUE) || word_is(s, i - 1, CLASS_SURVEY_PART))
		return false;
	for (int32_t k = i - 1; k >= s->first && i - k < CLAUSE_BACK; k--) {
		if (mark_at(s, k) == MARK_SEMICOLON || tag_at(s, k) == TAG_RELATIVE)
			return false;
		if (is_finite(s, k))
			return true;
	}
	return false;
}

/* Behind "in a poll": over the comma, and over what is told about the poll between commas. */
static int32_t clause_behind(const struct sight *s, int32_t i)
{
	int32_t at = i;
	if (!is_comma(s, at))
		return at;
	at++;
	if (tag_at(s, at) != TAG_RELATIVE && !(tag_at(s, at) == TAG_VERB && !is_finite(s, at)) && !word_is(s, at, CLASS_FORM_PP))
		return at;
	for (int32_t k = at; k < s->last && k - at < CLOSING_MAX; k++)
		if (is_comma(s, k))
			return k + 1;
	return at;
}

/* "In a poll published on Monday, ...". */
static bool read_in(const struct sight *s, struct part survey, struct find *find)
{
	int32_t in = survey.first - 1, end = over_details(s, survey.last);
	if (!word_is(s, in, CLASS_SURVEY_IN) || tag_at(s, in) != TAG_PREP)
		return false;
	*find = (struct find){
		.cue = {in, in + 1}, .source = {survey.first, end}, .name = survey, .mode = WA_MODE_FINDING, .why = CUE_WHY_SURVEY};
	if (opens_clause(s, in)) {
		find->after = clause_behind(s, end);
		return find->after < s->end && !is_verbal(s, find->after);
	}
	find->before = true;
	return word_is(s, noun_core(s, survey).last - 1, CLASS_SURVEY_ONE) && tag_at(s, survey.first) != TAG_NOUN &&
	       !is_verbal(s, end) && closes_clause(s, in);
}

/* "her ahead", "the mayor at 40 per cent", "Koval leading". */
static bool stands(const struct sight *s, int32_t i)
{
	struct part p = noun_at(s, i);
	if (!part_some(p) || p.last - p.first > STANDING_MAX)
		return false;
	return word_is(s, p.last, CLASS_SURVEY_PLACE) || (tag_at(s, p.last) == TAG_VERB && word_is(s, p.last, CLASS_FORM_ING));
}

/* "The poll has Koval ahead". */
static bool read_has(const struct sight *s, struct part survey, struct find *find)
{
	int32_t end = over_details(s, survey.last);
	if (!word_is(s, end, CLASS_SURVEY_VERB) || !stands(s, end + 1))
		return false;
	*find = (struct find){.cue = {end, end + 1},
		.source = {survey.first, end},
		.name = survey,
		.mode = WA_MODE_FINDING,
		.why = CUE_WHY_SURVEY,
		.subject = true,
		.after = end + 1};
	return true;
}

bool cue_survey(const struct sight *s, int32_t i, int32_t len, struct find *find)
{
	struct part survey = survey_at(s, i);
	if (len > 1 || !part_some(survey) || survey.last != i + 1 || tag_at(s, i + 1) == TAG_NOUN || tag_at(s, i + 1) == TAG_NAME ||
		tag_at(s, i + 1) == TAG_GENITIVE)
		return false;
	return read_in(s, survey, find) || read_has(s, survey, find);
}
