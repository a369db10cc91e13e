/*
 * Whom something happened to: the noun group before a verb. From the verb one steps left over auxiliaries
 * and adverbs, over an apposition or a relative pronoun, and then looks for the group at the head of the
 * stretch up to the clause's beginning.
 */
#include "attr/claim.h"

enum { CHAIN_MAX = 10, REGION_MAX = 30, APPOSITION_MAX = 26, ADJACENT_MAX = 14 };

static bool is_said(const struct view *v, uint32_t i, uint32_t next)
{
	if (!at_is(v, i, CLASS_CUE_PASSIVE) && !at_is(v, i, CLASS_FIND))
		return false;
	return at_is(v, next, CLASS_PREP_TO) || at_is(v, next, CLASS_DEAD) || v->all_capitals ||
	       (i > v->first && at_is(v, i - 1, CLASS_AUX_BE));
}

/* A word between subject and verb. */
static bool is_between(const struct view *v, uint32_t i)
{
	if (at_is(v, i, CLASS_CONJ) || at_is(v, i, CLASS_SUBORD) || at_is(v, i, CLASS_CONTRAST))
		return false;
	return at_is(v, i, CLASS_AUX) || at_is(v, i, CLASS_ADVERB) || at_is(v, i, CLASS_CUE_ADVERB) ||
	       at_is(v, i, CLASS_NEGATION) || at_is(v, i, CLASS_NOT_QUITE) ||
	       (at_is(v, i, CLASS_TIME_WORD) && !at_is(v, i, CLASS_NOUN));
}

static void step_left(const struct view *v, uint32_t i, struct subject *s)
{
	uint32_t at = i;
	for (uint32_t n = 0; n < CHAIN_MAX && at > v->first; n++) {
		uint32_t t = at - 1;
		if (at_is(v, t, CLASS_PREP_TO) && !at_token(v, t)->in_phrase)
			s->infinitive |= !at_is(v, at, CLASS_AUX_HAVE);
		else if (is_said(v, t, at))
			s->said = true;
		else if (at_is(v, t, CLASS_AUX_BE))
			s->passive |= (!s->infinitive && !s->said) || at == i;
		else if (at_is(v, t, CLASS_MODAL))
			s->modal = true;
		else if (!is_between(v, t))
			break;
		s->negated |= at_is(v, t, CLASS_NEGATION) || at_is(v, t, CLASS_NOT_QUITE);
		at = t;
	}
	s->verb_first = at;
}

/* "was attacked and murdered": the second participle shares auxiliary and subject. */
static void share_verb(const struct view *v, uint32_t i, struct subject *s)
{
	struct subject first = {0};
	uint32_t at = s->verb_first;
	if (s->passive || at != i || at < v->first + 2 || !at_is(v, at - 1, CLASS_CONJ))
		return;
	step_left(v, at - 2, &first);
	if (first.passive) {
		*s = first;
		s->shared = true;
	}
}

void subject_chain(const struct view *v, uint32_t i, struct subject *s)
{
	*s = (struct subject){.verb_first = i};
	step_left(v, i, s);
	share_verb(v, i, s);
}

/* Words of a count may be other words too: "scores", "as many as". */
static bool is_number_word(const struct view *v, uint32_t i)
{
	return at_is(v, i, CLASS_NUMBER_VAGUE) || at_is(v, i, CLASS_NUMBER) ||
	       (at_token(v, i)->phrase && (at_is(v, i, CLASS_BOUND_HIGH) || at_is(v, i, CLASS_BOUND_LOW)));
}

static bool is_hard(const struct view *v, uint32_t i)
{
	const struct token *t = at_token(v, i);
	if (t->kind == PIECE_MARK)
		return t->mark == MARK_COLON || t->mark == MARK_SEMICOLON || t->mark == MARK_DASH || t->mark == MARK_QUOTE ||
		       t->mark == MARK_QUOTE_OPEN || t->mark == MARK_QUOTE_CLOSE || t->mark == MARK_OPEN || t->mark == MARK_CLOSE;
	if (t->in_phrase || at_is(v, i, CLASS_PERSON_NOUN) || at_is(v, i, CLASS_FIND) || is_number_word(v, i))
		return false;
	if (at_is(v, i, CLASS_CUE) && (v->all_capitals || !(t->shape & SHAPE_UPPER)) &&
		(at_is(v, i, CLASS_CUE_THAT) || at_is(v, i, CLASS_CUE_TELL)) &&
		(at_is(v, i, CLASS_FORM_PAST) || at_is(v, i, CLASS_FORM_S) || at_is(v, i, CLASS_FORM_ING)))
		return true;
	return (at_is(v, i, CLASS_COMPLEMENTIZER) && !at_is(v, i, CLASS_RELATIVE)) || at_is(v, i, CLASS_THAT) ||
	       (at_is(v, i, CLASS_SUBORD) && !at_is(v, i, CLASS_PREP)) || at_is(v, i, CLASS_CONTRAST);
}

/* "four visiting fans", "another disappointing month": a participle that describes. */
static bool is_attributive(const struct view *v, uint32_t i)
{
	bool noun = i + 1 < v->last && (at_is(v, i + 1, CLASS_PERSON_NOUN) || at_is(v, i + 1, CLASS_TIME_UNIT));
	return i > v->first && noun && (at_is(v, i, CLASS_FORM_ING) || at_is(v, i, CLASS_FORM_PP)) &&
	       (at_is(v, i - 1, CLASS_DET) || is_number_word(v, i - 1) || at_token(v, i - 1)->kind == PIECE_NUMBER);
}

static bool is_soft(const struct view *v, uint32_t i)
{
	if (is_attributive(v, i))
		return false;
	if (at_token(v, i)->in_phrase || is_number_word(v, i))
		return false;
	if (at_is(v, i, CLASS_PERSON_NOUN) || at_is(v, i, CLASS_NOUN) || at_is(v, i, CLASS_ADJECTIVE))
		return at_is(v, i, CLASS_MOSTLY_VERB);
	return at_is(v, i, CLASS_AUX) || at_is(v, i, CLASS_MODAL) || at_is(v, i, CLASS_RELATIVE) ||
	       (at_is(v, i, CLASS_VERB) && !(at_token(v, i)->shape & SHAPE_UPPER)) || at_is(v, i, CLASS_KILL) ||
	       at_is(v, i, CLASS_DIE) || at_is(v, i, CLASS_INJURE) || at_is(v, i, CLASS_DEAD) || at_is(v, i, CLASS_MISSING) ||
	       at_is(v, i, CLASS_LEAVE);
}

/* The mark that opens the apposition closed at `close`. */
uint32_t subject_insertion(const struct view *v, uint32_t close)
{
	const struct token *t = at_token(v, close);
	uint8_t want = t->mark == MARK_CLOSE ? MARK_OPEN : t->mark;
	if (t->kind != PIECE_MARK || (want != MARK_COMMA && want != MARK_DASH && want != MARK_OPEN))
		return 0;
	for (uint32_t i = close; i > v->first + 1 && close - i < APPOSITION_MAX; i--)
		if (at_mark(v, i - 1, want))
			return i - 1;
	return 0;
}

/* "four of them stewards": people counted out of those named before. */
static bool is_members(const struct view *v, uint32_t i, uint32_t end)
{
	struct count count;
	if (!count_read(v, i, &count) || count.none || count.last + 1 >= end)
		return false;
	return at_is(v, count.last, CLASS_PREP_OF) &&
	       (at_is(v, count.last + 1, CLASS_PRONOUN_OBJECT) || at_is(v, count.last + 1, CLASS_RELATIVE));
}

/* A group inside a prepositional phrase is no subject; returns where to go on. */
static uint32_t skip_prepositional(const struct view *v, uint32_t i, uint32_t end)
{
	struct group inner;
	if (i + 1 < end && group_single(v, i + 1, &inner) && inner.last <= end)
		return inner.last;
	return i + 1;
}

static bool better(const struct group *a, const struct group *b)
{
	return a->counted > b->counted || (a->counted == b->counted && a->person > b->person);
}

/* The group at the head of [from, end). */
static bool find_in(const struct view *sight, uint32_t from, uint32_t end, bool strict, struct group *best)
{
	struct view limited = *sight, *v = &limited;
	bool found = false;
	limited.last = end;
	for (uint32_t i = from; i < end;) {
		struct group g;
		const struct token *t = at_token(v, i);
		bool bound = at_is(v, i, CLASS_BOUND_LOW) || at_is(v, i, CLASS_BOUND_HIGH) || at_is(v, i, CLASS_APPROX) ||
			     at_is(v, i, CLASS_BETWEEN);
		if (t->kind == PIECE_MARK || at_is(v, i, CLASS_CONJ)) {
			i++;
		} else if (at_is(v, i, CLASS_PREP) && !bound) {
			i = skip_prepositional(v, i, end);
		} else if (group_read(v, i, GROUP_SUBJECT, &g) && g.last <= end) {
			if ((group_is_people(&g, strict) || (g.none && !g.thing)) && (!found || better(&g, best))) {
				*best = g;
				found = true;
			}
			i = g.last;
		} else {
			i++;
		}
	}
	return found;
}

/* "Three Germans, two Finns and a Thai": counted groups before a comma belong to the sum. */
static void extend_left(const struct view *v, struct group *group)
{
	struct group before;
	for (uint32_t n = 0; n < 4 && group->first > v->first + 1 && at_mark(v, group->first - 1, MARK_COMMA); n++) {
		if (!group->counted || !group_before(v, group->first - 1, &before) || before.thing || isnan(before.low))
			return;
		if (!before.counted && (!before.person || before.first != v->first))
			return; /* "The pilot, two guests and a dog handler": at the head of the sentence only */
		if (before.first > v->first && at_is(v, before.first - 1, CLASS_PREP))
			return;
		group->low += before.low;
		group->first = before.first;
	}
}

static bool find_segments(const struct view *v, uint32_t from, uint32_t end, bool strict, struct group *group)
{
	uint32_t at = end;
	for (uint32_t i = end; i > from; i--) {
		if (!at_mark(v, i - 1, MARK_COMMA))
			continue;
		if (find_in(v, i, at, strict, group)) {
			extend_left(v, group);
			return true;
		}
		at = i - 1;
	}
	return find_in(v, from, at, strict, group);
}

/* The longest group that ends right before a participle: "in memory of nine pupils and a guide killed by". */
static bool find_adjacent(const struct view *v, uint32_t end, bool strict, struct group *group)
{
	struct view w = *v;
	bool found = false;
	w.last = end;
	for (uint32_t n = 1; n <= ADJACENT_MAX && end >= v->first + n; n++) {
		struct group g = {0};
		uint32_t i = end - n;
		if (is_hard(v, i) || is_soft(v, i))
			break;
		if (group_read(&w, i, GROUP_SUBJECT, &g) && g.last == end && g.none) {
			*group = g;
			return true;
		}
		if (g.last == end && group_is_people(&g, strict) && !g.pronoun && (!found || g.counted >= group->counted)) {
			*group = g;
			found = true;
		}
	}
	if (found && !isnan(group->whole)) {
		group->low = group->whole;
		group->first = group->whole_first;
	}
	return found;
}

static bool only_conjunction(const struct view *v, uint32_t from, uint32_t end)
{
	return from + 1 == end && at_is(v, from, CLASS_CONJ);
}

/* "raided two houses and 12 people were killed": the object of the verb before is not ours. */
static bool find_after_and(const struct view *v, uint32_t soft, uint32_t end, bool strict, struct group *group)
{
	uint32_t i = soft + 1;
	if (at_is(v, soft - 1, CLASS_AUX) || at_is(v, soft - 1, CLASS_RELATIVE))
		return false;
	while (i + 1 < end && !at_is(v, i, CLASS_CONJ))
		i++;
	return i + 1 < end && find_segments(v, i + 1, end, strict, group) && group->counted;
}

/* Goes left from verb to verb until a stretch holds a group. */
static bool search(const struct view *v, uint32_t end, bool strict, bool passive, struct group *group)
{
	uint32_t at = end, right = end;
	bool shared = false; /* "killed and injured": the subject is the first verb's */
	while (at > v->first && end - at < REGION_MAX && !is_hard(v, at - 1)) {
		if (is_soft(v, at - 1)) {
			if (right == end && passive && at < end && find_after_and(v, at, end, strict, group))
				return true;
			if (find_segments(v, at, right, strict, group))
				return true;
			if (shared || (at < right && at_is(v, at, CLASS_CONJ) && !only_conjunction(v, at, right)))
				return false; /* a clause of its own whose subject is not seen */
			shared = only_conjunction(v, at, right);
			right = at - 1;
		}
		at--;
	}
	return find_segments(v, at, right, strict, group);
}

bool subject_find(const struct view *v, uint32_t i, bool strict, struct subject *s)
{
	uint32_t end, open;
	subject_chain(v, i, s);
	end = s->verb_first;
	if (!s->passive && end > v->first && at_is(v, end - 1, CLASS_PRONOUN_LOOSE) && at_is(v, end - 1, CLASS_DET_DEF))
		return false; /* "those killed" */
	if (!s->passive && end > v->first && at_is(v, i, CLASS_FORM_PP) && !at_is(v, i, CLASS_DIE) &&
		find_adjacent(v, end, strict, &s->group)) {
		s->found = true;
		return true;
	}
	if (end > v->first && at_is(v, end - 1, CLASS_RELATIVE)) {
		end--;
		if (end > v->first && at_mark(v, end - 1, MARK_COMMA))
			end--;
		if (end > v->first && find_adjacent(v, end, strict, &s->group)) {
			s->found = true;
			return true;
		}
	} else if (end > v->first && (open = subject_insertion(v, end - 1)) > 0) {
		if (is_members(v, open + 1, end - 1))
			s->members = open + 1;
		s->found = search(v, open, strict, s->passive, &s->group);
		if (s->found)
			return true;
		end--;
	} else if (end > v->first && at_mark(v, end - 1, MARK_COMMA)) {
		end--;
	}
	s->found = end > v->first && (search(v, end, strict, s->passive, &s->group) || find_adjacent(v, end, strict, &s->group));
	return s->found;
}
