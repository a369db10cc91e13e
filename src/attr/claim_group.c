/*
 * Noun groups: a count or an article, what describes, and a head. Whether the head is a person is known
 * from the pack; an unknown head after a number may be one.
 */
#include "attr/claim.h"

enum { DESCRIBED_MAX = 9, COORDINATED_MAX = 10, BEFORE_MAX = 10 };

/* No pack says what the word is; some only stand beside agencies' names. */
static bool is_unknown(const struct view *v, uint32_t i)
{
	return at_token(v, i)->set == 0;
}

bool at_name(const struct view *v, uint32_t i)
{
	const struct token *t = at_token(v, i);
	if (t->kind != PIECE_WORD || !(t->shape & SHAPE_UPPER))
		return false;
	if (is_unknown(v, i))
		return true;
	if (v->all_capitals || i == v->first)
		return false;
	return !at_is(v, i, CLASS_DET) && !at_is(v, i, CLASS_PRONOUN) && !at_is(v, i, CLASS_PREP) && !at_is(v, i, CLASS_SUBORD) &&
	       !at_is(v, i, CLASS_CONTRAST) && !at_is(v, i, CLASS_AUX) && !at_is(v, i, CLASS_WEEKDAY) &&
	       !at_is(v, i, CLASS_MONTH) && !at_is(v, i, CLASS_COUNTRY) && !at_is(v, i, CLASS_ORG_NOUN) &&
	       !at_is(v, i, CLASS_EVENT) && !at_is(v, i, CLASS_PLACE_NOUN) && !at_is(v, i, CLASS_NATIONALITY) &&
	       !at_is(v, i, CLASS_NUMBER);
}

static bool is_person_word(const struct view *v, uint32_t i)
{
	if (at_is(v, i, CLASS_PERSON_NOUN) || at_is(v, i, CLASS_FORCE_NOUN) || at_is(v, i, CLASS_OTHERS) ||
		at_is(v, i, CLASS_UNNAMED))
		return true;
	if (at_is(v, i, CLASS_NATIONALITY) && at_is(v, i, CLASS_PLURAL))
		return true;
	return at_is(v, i, CLASS_ROLE_NOUN) && !at_is(v, i, CLASS_VERB);
}

/* The word at the end of a compound that has no entry of its own: "23-year-old", "ex-officers". */
static uint32_t compound_tail(const struct view *v, uint32_t i)
{
	const struct token *t = at_token(v, i);
	const char *start = v->seg->text.ptr + t->start, *end = v->seg->text.ptr + t->end, *p = end;
	struct piece piece;
	if ((t->shape & SHAPE_HYPHEN) == 0 || t->kind != PIECE_WORD || t->word)
		return 0;
	while (p > start && p[-1] != '-')
		p--;
	split_next(p, end, &piece);
	return piece.kind == PIECE_WORD ? lex_find(v->seg->lex, &piece) : 0;
}

static bool is_person_compound(const struct view *v, uint32_t i)
{
	uint32_t tail = compound_tail(v, i);
	return tail && (lex_is(v->seg->lex, tail, CLASS_AGE) || lex_is(v->seg->lex, tail, CLASS_PERSON_NOUN));
}

/* A word that ends a noun group: what follows belongs to the clause. */
static bool ends_group(const struct view *v, uint32_t i)
{
	const struct token *t = at_token(v, i);
	if (t->kind == PIECE_MARK)
		return t->mark != MARK_QUOTE && t->mark != MARK_QUOTE_OPEN && t->mark != MARK_SINGLE_OPEN;
	if (t->kind == PIECE_NUMBER)
		return true;
	if (at_is(v, i, CLASS_PERSON_NOUN))
		return false;
	return at_is(v, i, CLASS_PREP) || at_is(v, i, CLASS_CONJ) || at_is(v, i, CLASS_AUX) || at_is(v, i, CLASS_AUX_BE) ||
	       at_is(v, i, CLASS_MODAL) || at_is(v, i, CLASS_SUBORD) || at_is(v, i, CLASS_CONTRAST) ||
	       at_is(v, i, CLASS_RELATIVE) || at_is(v, i, CLASS_PRONOUN) || at_is(v, i, CLASS_TIME_WORD) ||
	       at_is(v, i, CLASS_NUMBER) || at_is(v, i, CLASS_NUMBER_VAGUE) || at_is(v, i, CLASS_BOUND_LOW) ||
	       at_is(v, i, CLASS_BOUND_HIGH) || at_is(v, i, CLASS_NEGATION) ||
	       (at_is(v, i, CLASS_DET) && !at_is(v, i, CLASS_OTHERS)) || at_is(v, i, CLASS_CUE_ADVERB);
}

/* One of the words that make claims of people. */
static bool is_trigger(const struct view *v, uint32_t i)
{
	return at_is(v, i, CLASS_KILL) || at_is(v, i, CLASS_DIE) || at_is(v, i, CLASS_INJURE) || at_is(v, i, CLASS_MISSING) ||
	       at_is(v, i, CLASS_SEIZE_PERSON) || at_is(v, i, CLASS_DEAD) || at_is(v, i, CLASS_MURDER_NOUN) ||
	       at_is(v, i, CLASS_SHOOT) || at_is(v, i, CLASS_LEAVE);
}

static bool is_verb_form(const struct view *v, uint32_t i)
{
	if (at_is(v, i, CLASS_NOUN) || at_is(v, i, CLASS_ADJECTIVE) || (at_token(v, i)->shape & SHAPE_UPPER))
		return false;
	return at_is(v, i, CLASS_MOSTLY_VERB) ||
	       (at_is(v, i, CLASS_VERB) &&
		       (at_is(v, i, CLASS_FORM_PAST) || at_is(v, i, CLASS_FORM_ING) || at_is(v, i, CLASS_FORM_PP)));
}

/* A person stands among the next words, so that a participle before it describes: "most wanted terrorist". */
static bool person_follows(const struct view *v, uint32_t i)
{
	for (uint32_t k = i + 1; k < v->last && k < i + 4; k++) {
		if (at_is(v, k, CLASS_PERSON_NOUN))
			return true;
		if (ends_group(v, k) || is_trigger(v, k))
			return false;
	}
	return false;
}

/* A verb of the clause rather than a describing word. */
static bool is_clause_verb(const struct view *v, uint32_t i, bool has_head)
{
	if (at_is(v, i, CLASS_PERSON_NOUN))
		return false;
	if (i > v->first && !v->all_capitals && (at_token(v, i)->shape & SHAPE_UPPER) && at_name(v, i - 1))
		return false; /* "Theo Strand" */
	if (is_trigger(v, i))
		return has_head || i + 1 >= v->last || !at_is(v, i, CLASS_FORM_PP) || !at_is(v, i + 1, CLASS_PERSON_NOUN);
	return is_verb_form(v, i) && (has_head || !person_follows(v, i));
}

static bool is_other_head(const struct view *v, uint32_t i)
{
	return at_is(v, i, CLASS_COUNT_THING) || at_is(v, i, CLASS_ANIMAL) || at_is(v, i, CLASS_BUILDING) ||
	       at_is(v, i, CLASS_WEAPON) || at_is(v, i, CLASS_EVENT) || at_is(v, i, CLASS_TIME_UNIT) || at_is(v, i, CLASS_DOC_NOUN);
}

/* "national security", "Iraqi assets": the person word describes what follows. */
static bool describes_noun(const struct view *v, uint32_t i)
{
	if (i + 1 >= v->last || at_token(v, i + 1)->kind != PIECE_WORD || ends_group(v, i + 1) || is_person_word(v, i + 1) ||
		at_is(v, i + 1, CLASS_GENITIVE))
		return false;
	if (at_is(v, i, CLASS_NATIONALITY) && !at_is(v, i, CLASS_PLURAL))
		return !is_verb_form(v, i + 1) && !is_trigger(v, i + 1);
	return at_is(v, i + 1, CLASS_NOUN) && !is_verb_form(v, i + 1) && !is_trigger(v, i + 1) && !at_is(v, i, CLASS_PLURAL) &&
	       !at_name(v, i + 1);
}

/* "a second hostage": no span of time. */
static bool is_ordinal(const struct view *v, uint32_t i)
{
	return at_is(v, i, CLASS_ORDINAL) && i + 1 < v->last && !ends_group(v, i + 1);
}

static void take_person(const struct view *v, uint32_t i, struct group *group)
{
	group->person = true;
	group->thing = false;
	group->plural = at_is(v, i, CLASS_PLURAL) || lex_is(v->seg->lex, compound_tail(v, i), CLASS_PLURAL);
	group->last = i + 1;
}

/*
 * Goes over the describing words up to the head. A person noun before other nouns describes them, unless
 * those are unknown ("a man clad in black"); after a genitive the head is still to come.
 */
static void read_head(const struct view *v, uint32_t i, struct group *group)
{
	uint32_t words = 0, start = i, name = 0;
	for (; i < v->last && words < DESCRIBED_MAX; i++, words++) {
		if (at_is(v, i, CLASS_GENITIVE) && i > start) {
			group->person = group->named = group->thing = false;
			name = 0;
			continue;
		}
		if (ends_group(v, i) || is_clause_verb(v, i, group->person))
			break;
		if (at_is(v, i, CLASS_ADVERB) && !at_is(v, i, CLASS_ADJECTIVE) && !at_is(v, i, CLASS_PERSON_NOUN) &&
			(group->person || !person_follows(v, i)))
			break;
		if (is_person_word(v, i) && describes_noun(v, i)) {
			continue;
		} else if (is_person_word(v, i) || is_person_compound(v, i)) {
			take_person(v, i, group);
		} else if (at_is(v, i, CLASS_TIME_UNIT) && !is_ordinal(v, i)) {
			group->thing = true;
			group->last = i + 1;
			break; /* "the day Smith died" */
		} else if (is_other_head(v, i)) {
			group->thing = true;
			group->person = false;
			group->last = i + 1;
		} else if (at_name(v, i)) {
			name++;
			if (!group->person || i == group->last)
				group->last = i + 1;
		} else if (at_is(v, i, CLASS_NATIONALITY) && !group->person) {
			group->last = i + 1;
		}
	}
	group->named = name > 0 && !group->person && !group->thing;
	if (!group->person && !group->thing && !group->named && group->counted && i > start)
		group->last = i;
}

static bool read_pronoun(const struct view *v, uint32_t i, struct group *group)
{
	bool object = at_is(v, i, CLASS_PRONOUN_OBJECT) || at_is(v, i, CLASS_REFLEXIVE);
	if (!object && !at_is(v, i, CLASS_PRONOUN_PERSON))
		return false;
	if ((at_token(v, i)->shape & SHAPE_ALL_UPPER) || (at_is(v, i, CLASS_PRONOUN) && !at_is(v, i, CLASS_PRONOUN_PERSON)))
		return false; /* the US; it */
	if (at_is(v, i, CLASS_POSSESSIVE) && i + 1 < v->last && !ends_group(v, i + 1) && !is_clause_verb(v, i + 1, false))
		return false;
	group->last = i + 1;
	group->person = group->pronoun = true;
	group->reflexive = at_is(v, i, CLASS_REFLEXIVE);
	group->plural = at_is(v, i, CLASS_PLURAL);
	group->low = group->plural ? NAN : 1;
	return true;
}

/* "three of its soldiers", "dozens of people", "two of the five officers" */
static uint32_t skip_of(const struct view *v, uint32_t i, struct group *group)
{
	struct count inner;
	if (i + 1 >= v->last || !at_is(v, i, CLASS_PREP_OF))
		return i;
	i++;
	if (count_read(v, i, &inner) && inner.last < v->last) {
		group->whole = inner.low;
		group->whole_first = i;
		return inner.last;
	}
	while (i < v->last && at_is(v, i, CLASS_DET))
		i++;
	return i;
}

/* Nothing that could be a head follows. */
static bool stands_alone(const struct view *v, uint32_t next)
{
	if (next < v->last && at_is(v, next, CLASS_FORM_ING))
		return false; /* "another disappointing month" */
	return next >= v->last || ends_group(v, next) || is_clause_verb(v, next, true);
}

/* "all on board" */
static bool read_phrase(const struct view *v, uint32_t i, struct group *group)
{
	const struct token *t = at_token(v, i);
	if (!t->phrase || !seg_phrase_is(v->seg, i, CLASS_PERSON_NOUN) || i + t->phrase_len > v->last)
		return false;
	group->last = i + t->phrase_len;
	group->person = true;
	group->plural = seg_phrase_is(v->seg, i, CLASS_PLURAL);
	group->everybody = seg_phrase_is(v->seg, i, CLASS_OTHERS);
	group->low = group->plural ? NAN : 1;
	return true;
}

/* The count, and "of them" after it; *head is where a head may begin. True when the group is whole with that. */
static bool read_counted(const struct view *v, const struct count *count, struct group *group, uint32_t *head)
{
	uint32_t at = skip_of(v, count->last, group);
	group->counted = true;
	group->none = count->none;
	group->low = count->low;
	group->high = count->high;
	group->last = count->last;
	*head = at;
	if (at_is(v, count->first, CLASS_PRONOUN_LOOSE) && at_is(v, count->first, CLASS_DET) && count->last == count->first + 1 &&
		stands_alone(v, at)) {
		group->person = group->pronoun = group->plural = true; /* both */
		return true;
	}
	if (at > count->last && at < v->last && (at_is(v, at, CLASS_PRONOUN_OBJECT) || at_is(v, at, CLASS_RELATIVE))) {
		group->last = at + 1;
		group->person = true;
		return true;
	}
	return false;
}

/* "a third", "another": one more of those named before. */
static bool read_one_more(const struct view *v, uint32_t i, struct group *group)
{
	uint32_t at = i + 1;
	if (at < v->last && at_is(v, at, CLASS_ORDINAL) && stands_alone(v, at + 1))
		group->last = at + 1;
	else if (at_is(v, i, CLASS_OTHERS) && stands_alone(v, at))
		group->last = at;
	else
		return false;
	group->counted = group->person = true;
	group->low = 1;
	return true;
}

bool group_single(const struct view *v, uint32_t i, struct group *group)
{
	struct count count = {.last = i};
	uint32_t head = i;
	*group = (struct group){.first = i, .last = i, .low = NAN, .high = NAN, .whole = NAN};
	if (i >= v->last)
		return false; /* callers ask behind a word that may be the last */
	if (read_phrase(v, i, group))
		return true;
	if (count_read(v, i, &count)) {
		if (read_counted(v, &count, group, &head))
			return true;
	} else if (read_pronoun(v, i, group)) {
		return true;
	} else if (at_is(v, i, CLASS_DET) || at_is(v, i, CLASS_APPROX)) {
		if (read_one_more(v, i, group))
			return true;
		group->definite = at_is(v, i, CLASS_DET_DEF);
		head = i + 1;
	}
	read_head(v, head, group);
	group->person |= group->counted && group->last == count.last && !group->thing; /* "kills 12" */
	if (!group->counted && (group->person || group->named))
		group->low = group->plural ? NAN : 1;
	return group->last > i && (group->counted || group->person || group->named || group->thing);
}

/* Does the group after "and" begin a clause of its own ("three dead and 10 wounded")? */
static bool has_own_verb(const struct view *v, const struct group *next)
{
	uint32_t i = next->last;
	return i < v->last && (at_is(v, i, CLASS_AUX) || at_is(v, i, CLASS_CUE_ADVERB) || is_clause_verb(v, i, true));
}

static bool joins(const struct group *group, const struct group *next)
{
	if (next->thing || next->none || (next->pronoun && !next->reflexive))
		return false;
	if (next->counted)
		return next->person || next->named || !group->person || next->last == next->first + 1;
	return (next->person || next->named) && !next->plural;
}

static void add_group(struct group *group, const struct group *next)
{
	double low = next->low, high = next->high;
	if (isnan(group->high) && isnan(high))
		group->low += low;
	else {
		group->high = (isnan(group->high) ? group->low : group->high) + (isnan(high) ? low : high);
		group->low += low;
	}
	group->last = next->last;
	group->person |= next->person;
	group->counted |= next->counted;
}

/* Where the next coordinated group begins, 0 when nothing is coordinated. */
static uint32_t after_and(const struct view *v, uint32_t i)
{
	uint32_t at = i;
	if (at < v->last && at_mark(v, at, MARK_COMMA))
		at++;
	if (at < v->last && at_is(v, at, CLASS_CONJ) && !at_is(v, at, CLASS_NEGATION))
		at++;
	return at > i && at < v->last ? at : 0;
}

bool group_read(const struct view *v, uint32_t i, enum group_where where, struct group *group)
{
	if (!group_single(v, i, group))
		return false;
	for (uint32_t n = 0; n < COORDINATED_MAX && !group->none; n++) {
		struct group next;
		uint32_t at = after_and(v, group->last);
		if (!at || isnan(group->low) || (!group->counted && group->plural) || !group_single(v, at, &next) ||
			!joins(group, &next))
			break;
		if (where == GROUP_OBJECT && has_own_verb(v, &next))
			break;
		if (!at_is(v, at - 1, CLASS_CONJ) && !next.counted && !at_is(v, at, CLASS_POSSESSIVE))
			break; /* a comma before a name or a description is an apposition */
		if (!group->counted && !next.counted && !next.reflexive && !at_is(v, at, CLASS_DET) &&
			!(group->named && next.named)) {
			group->last = next.last; /* "director and columnist X" is one */
			continue;
		}
		add_group(group, &next);
	}
	return true;
}

bool group_before(const struct view *v, uint32_t end, struct group *group)
{
	struct view w = *v;
	bool found = false;
	w.last = end;
	for (uint32_t n = 1; n <= BEFORE_MAX && end >= v->first + n; n++) {
		struct group g;
		uint32_t i = end - n;
		if (n > 1 && at_token(v, i)->kind == PIECE_MARK && !at_mark(v, i, MARK_SINGLE))
			break;
		if (found && at_is(v, i, CLASS_PREP) && !at_token(v, i)->in_phrase && !at_is(v, i, CLASS_BOUND_LOW) &&
			!at_is(v, i, CLASS_BOUND_HIGH) && !at_is(v, i, CLASS_APPROX) && !at_is(v, i, CLASS_PREP_OF))
			break;
		if (found && group->counted && at_is(v, i, CLASS_THAT))
			break; /* "said that around 4,000 troops": it opens a clause */
		if (group_single(&w, i, &g) && g.last == end && (!found || g.counted >= group->counted)) {
			*group = g;
			found = true;
		}
	}
	return found;
}

bool group_is_people(const struct group *group, bool strict)
{
	if (group->thing || group->none)
		return false;
	return group->person || (!strict && (group->counted || group->named));
}
