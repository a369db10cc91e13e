/* Who did it, and who is said to have broken the law. */
#include "attr/claim.h"

enum { TAIL_MAX = 9, LINK_MAX = 9, SUBJECT_MAX = 5, COURT_REACH = 24, SOME = 20, PAST_TAIL = 3 };

/* "accused of fraud and resigned": another verb of the clause; "of having robbed and beaten" goes on. */
static bool opens_predicate(const struct view *v, uint32_t i)
{
	if (at_is(v, i, CLASS_CUE_SPEECH))
		return true;
	return at_is(v, i, CLASS_FORM_PAST) && !at_is(v, i, CLASS_NOUN) && !at_is(v, i, CLASS_ADJECTIVE) &&
	       !at_is(v, i, CLASS_KILL) && !at_is(v, i, CLASS_INJURE) && !at_is(v, i, CLASS_CRIME_VERB) &&
	       !at_is(v, i, CLASS_CRIME_NOUN);
}

/* The end of what is said after a trigger: to the next mark or clause, at most some words on. */
static uint32_t tail_end(const struct view *v, uint32_t from)
{
	uint32_t i = from;
	while (i < v->last && i < from + TAIL_MAX) {
		const struct token *t = at_token(v, i);
		if (t->kind == PIECE_MARK && t->mark != MARK_QUOTE_OPEN && t->mark != MARK_SINGLE_OPEN &&
			!(t->mark == MARK_QUOTE && (t->shape & SHAPE_SPACE)))
			break;
		if (i > from && (at_is(v, i, CLASS_SUBORD) || at_is(v, i, CLASS_CONTRAST) || at_is(v, i, CLASS_RELATIVE) ||
					at_is(v, i, CLASS_CHARGE) || at_is(v, i, CLASS_ACCUSE) || at_is(v, i, CLASS_AUX)))
			break;
		if (i > from && i + 1 < v->last && at_is(v, i, CLASS_CONJ) && opens_predicate(v, i + 1))
			break;
		i++;
	}
	while (i > from + 1 && (at_is(v, i - 1, CLASS_PREP) || at_is(v, i - 1, CLASS_CONJ)))
		i--;
	return i;
}

/* The subject's last words: a name, a pronoun or a group's end. */
static uint32_t subject_start(const struct view *v, uint32_t verb)
{
	uint32_t i = verb;
	for (uint32_t n = 0; n < SUBJECT_MAX && i > v->first; n++) {
		uint32_t t = i - 1;
		if (at_token(v, t)->kind == PIECE_MARK || at_is(v, t, CLASS_THAT) || at_is(v, t, CLASS_SUBORD) ||
			at_is(v, t, CLASS_PREP) || at_is(v, t, CLASS_CONJ) || at_is(v, t, CLASS_CUE_STRONG) ||
			at_is(v, t, CLASS_MOSTLY_VERB))
			break;
		i = t;
		if (at_is(v, t, CLASS_DET) || at_is(v, t, CLASS_PRONOUN))
			break;
	}
	return i;
}

/* "no group has claimed": nobody did. */
static bool by_nobody(const struct view *v, uint32_t verb)
{
	for (uint32_t n = 1; n <= SUBJECT_MAX && verb >= v->first + n; n++) {
		if (at_token(v, verb - n)->kind == PIECE_MARK)
			return false;
		if (at_is(v, verb - n, CLASS_NO_COUNT))
			return true;
	}
	return false;
}

/* "the blame falls on", "puts some blame on" */
static bool is_blame_noun(const struct view *v, uint32_t i)
{
	if (i + 1 < v->last && at_is(v, i + 1, CLASS_AUX))
		return true;
	return at_is(v, i, CLASS_FORM_BASE) && i > v->first &&
	       (at_det(v, i - 1) || at_is(v, i - 1, CLASS_APPROX) || at_is(v, i - 1, CLASS_ADJECTIVE) ||
		       at_is(v, i - 1, CLASS_VERB));
}

/* An event is what somebody may have done: "attacks attributed to", no drawing. */
static bool event_before(const struct view *v, uint32_t i)
{
	for (uint32_t n = 1; n <= SUBJECT_MAX && i >= v->first + n; n++)
		if (at_is(v, i - n, CLASS_EVENT) || at_is(v, i - n, CLASS_MURDER_NOUN) || at_is(v, i - n, CLASS_CRIME_NOUN))
			return true;
	return false;
}

/* Marks a claim that by its own words somebody makes. */
static bool push_alleged(struct view *v, enum wa_claim_type type, uint32_t first, uint32_t last, bool alleged)
{
	size_t before = v->attr->claims.count;
	if (!claim_push(v, type, first, last, NAN, NAN))
		return false;
	if (v->attr->claims.count > before)
		v->attr->claims.items[before].alleged = alleged;
	return true;
}

bool frame_responsible(struct view *v, uint32_t i, uint32_t len)
{
	struct subject s;
	subject_chain(v, i, &s);
	if (s.negated || s.modal || by_nobody(v, s.verb_first) || is_blame_noun(v, i))
		return true;
	if (at_is(v, i, CLASS_WEAK) && !event_before(v, i))
		return true;
	return push_alleged(v, WA_CLAIM_RESPONSIBILITY, i, i + len < v->last ? tail_end(v, i + len) : i + len,
		s.passive || at_is(v, i, CLASS_ALLEGED));
}

/* "rebels attacked": armed people stand before the verb. */
static bool armed_before(const struct view *v, uint32_t i)
{
	for (uint32_t n = 1; n <= SUBJECT_MAX && i >= v->first + n; n++)
		if (at_is(v, i - n, CLASS_FORCE_NOUN))
			return true;
	return false;
}

/* "was behind the attack", "carried out by the group": what follows must be an event or a doer. */
bool frame_responsible_of(struct view *v, uint32_t i, uint32_t len)
{
	struct subject s;
	uint32_t end, at = i + len;
	bool fits = false;
	if (at >= v->last)
		return true;
	end = tail_end(v, at);
	for (uint32_t k = at; k < end; k++)
		fits |= at_is(v, k, CLASS_EVENT) || at_is(v, k, CLASS_MURDER_NOUN) || at_is(v, k, CLASS_CRIME_NOUN) ||
			(!at_is(v, i, CLASS_OFFENCE_ONLY) &&
				(at_is(v, k, CLASS_FORCE_NOUN) || at_is(v, k, CLASS_NATIONALITY) || at_is(v, k, CLASS_COUNTRY)));
	if (at_is(v, i, CLASS_WEAK))
		fits &= armed_before(v, i);
	subject_chain(v, i, &s);
	if (!fits || s.negated || s.modal)
		return true;
	return claim_push(v, WA_CLAIM_RESPONSIBILITY, subject_start(v, s.verb_first), end, NAN, NAN);
}

/* "accused X of", "accused X for" within the next words; where what follows begins, 0 for none. */
static uint32_t after_link(const struct view *v, uint32_t from)
{
	for (uint32_t i = from; i + 1 < v->last && i < from + LINK_MAX; i++) {
		if (at_is(v, i, CLASS_PREP_OF) || at_is(v, i, CLASS_ACCUSE_FOR))
			return i + 1;
		if (at_token(v, i)->kind == PIECE_MARK || at_is(v, i, CLASS_AUX_BE))
			return 0;
	}
	return 0;
}

static bool tells_offence(const struct view *v, uint32_t from, uint32_t to)
{
	for (uint32_t k = from; k < to; k++)
		if (at_is(v, k, CLASS_CRIME_NOUN) || at_is(v, k, CLASS_MURDER_NOUN) || at_is(v, k, CLASS_CRIME_VERB))
			return true;
	return false;
}

/* People in general stand before the participle, nobody who could be told: "men in the media accused of". */
static bool of_anybody(const struct view *v, uint32_t i)
{
	struct subject s;
	const struct group *g = &s.group;
	return subject_find(v, i, true, &s) && g->plural && g->person && !g->named && !g->pronoun && !g->definite &&
	       (!g->counted || g->low >= SOME);
}

static bool class_ahead_of(const struct view *v, uint32_t from, enum lex_class class)
{
	for (uint32_t k = from; k < v->last && k < from + PAST_TAIL; k++)
		if (at_is(v, k, class))
			return true;
	return false;
}

/* "allegations of fraud by lawmakers" */
static bool by_anybody(const struct view *v, uint32_t from, uint32_t to)
{
	for (uint32_t k = from; k < v->last && k < to + PAST_TAIL; k++) {
		struct group g;
		if (k > from && at_is(v, k, CLASS_PREP_BY) && group_single(v, k + 1, &g) && g.person)
			return g.plural && !g.counted && !g.pronoun && !g.definite && !g.named;
	}
	return false;
}

/* A court is named with it: "the court found him guilty of", "on trial, accused of". */
static bool names_court(const struct view *v, uint32_t i)
{
	uint32_t from = i > v->first + COURT_REACH ? i - COURT_REACH : v->first,
		 to = i + COURT_REACH < v->last ? i + COURT_REACH : v->last;
	for (uint32_t k = from; k < to; k++)
		if (at_is(v, k, CLASS_COURT))
			return true;
	return false;
}

/* "accused the mayor of taking bribes", "on suspicion of"; phrases that may be harmless need an offence after them. */
bool frame_accuse(struct view *v, uint32_t i, uint32_t len)
{
	uint32_t at = len == 1 ? after_link(v, i + 1) : i + len, end;
	struct subject s;
	size_t before;
	bool by_somebody, by_agent, needs_offence;
	if (!at || at >= v->last)
		return true;
	end = tail_end(v, at);
	subject_chain(v, i, &s);
	by_somebody = len == 1 && !s.passive && (at_is(v, i, CLASS_FORM_PAST) || at_is(v, i, CLASS_FORM_S));
	if (i + 2 < v->last && at_is(v, i + 1, CLASS_CONJ) && class_ahead_of(v, i + 2, CLASS_CHARGE))
		return true; /* "accused and later convicted of": the court's word counts */
	by_agent = len == 1 && i + 1 < v->last && at_is(v, i + 1, CLASS_PREP_BY);
	needs_offence = at_is(v, i, CLASS_WEAK) || at_is(v, i, CLASS_OFFENCE_ONLY) || (len == 1 && !by_agent);
	if (needs_offence && !tells_offence(v, at, end))
		return true; /* "accused them of wasting time" */
	if ((!by_somebody && of_anybody(v, i)) || (at_is(v, i, CLASS_OFFENCE_ONLY) && by_anybody(v, at, end)))
		return true; /* "men accused of harassment" */
	before = v->attr->claims.count;
	if (!push_alleged(v, WA_CLAIM_CRIME, i, end, !at_is(v, i, CLASS_WEAK)))
		return false;
	if (v->attr->claims.count > before && !by_somebody && names_court(v, i))
		v->attr->claims.items[before].row.reason = WA_REASON_RECORD;
	return true;
}

/* Where the offence named after an arrest ends: "in connection with the raid", "over a killing"; 0 for none. */
static uint32_t arrest_end(const struct view *v, uint32_t from)
{
	bool linked = false;
	for (uint32_t k = from; k < v->last && k < from + LINK_MAX && at_token(v, k)->kind != PIECE_MARK; k++) {
		if (at_token(v, k)->phrase && at_is(v, k, CLASS_ACCUSE) && k + at_len(v, k, CLASS_ACCUSE) < v->last)
			return tail_end(v, k + at_len(v, k, CLASS_ACCUSE));
		linked |= at_is(v, k, CLASS_PREP);
		if (linked && (at_is(v, k, CLASS_CRIME_NOUN) || at_is(v, k, CLASS_MURDER_NOUN)))
			return k + 1;
	}
	return 0;
}

/* "arrested two brothers in connection with": an arrest is a claim where it says what for. */
bool frame_arrest(struct view *v, uint32_t i, uint32_t len)
{
	struct group g = {.low = NAN};
	uint32_t first = i, end = arrest_end(v, i + len);
	double low = NAN;
	struct subject s;
	subject_chain(v, i, &s);
	if (!end || end <= i || s.negated || s.modal || by_nobody(v, s.verb_first) ||
		(at_is(v, i, CLASS_FORM_S) && i > v->first && !v->all_capitals))
		return true;
	if (group_before(v, i, &g) && g.counted && g.person && !g.none) {
		first = g.first;
		low = g.low;
	} else if (group_read(v, i + len, GROUP_OBJECT, &g) && g.counted && g.person && !g.none) {
		low = g.low;
	}
	return claim_push(v, WA_CLAIM_CRIME, first, end, low, NAN);
}

/* "Ramzi, who was convicted": the name before the relative pronoun. */
static uint32_t before_relative(const struct view *v, uint32_t verb)
{
	struct group g;
	uint32_t end = verb;
	if (end == v->first || !at_is(v, end - 1, CLASS_RELATIVE))
		return verb;
	end--;
	if (end > v->first && at_mark(v, end - 1, MARK_COMMA))
		end--;
	return end > v->first && group_before(v, end, &g) && (g.person || g.named) ? g.first : verb;
}

/* "would be charged"; "will be charged" has been decided. */
static bool is_conditional(const struct view *v, uint32_t from, uint32_t to)
{
	for (uint32_t i = from; i < to; i++)
		if (at_is(v, i, CLASS_CONDITIONAL))
			return true;
	return false;
}

bool frame_charge(struct view *v, uint32_t i, uint32_t len)
{
	size_t before = v->attr->claims.count;
	struct subject s;
	struct group g;
	uint32_t first = i, end;
	double low = NAN;
	if (i + len < v->last && len == 1 && at_is(v, i + len, CLASS_PERSON_NOUN) && i > v->first && at_det(v, i - 1))
		return true; /* "the convicted man" */
	end = i + len < v->last ? tail_end(v, i + len) : i + len;
	subject_chain(v, i, &s);
	if (group_before(v, i, &g) && g.counted && g.person && !g.none) {
		first = g.first;
		low = g.low;
	} else if (before_relative(v, s.verb_first) < s.verb_first) {
		first = before_relative(v, s.verb_first);
	}
	if (!claim_push(v, WA_CLAIM_CRIME, first, end, low, NAN))
		return false;
	/* The charge is named with it; "faces charges" is no infinitive behind a "to" that belongs to another word. */
	if (v->attr->claims.count > before && !is_conditional(v, s.verb_first, i) &&
		!(s.infinitive && at_is(v, i, CLASS_FORM_BASE)))
		v->attr->claims.items[before].row.reason = WA_REASON_RECORD;
	return true;
}

/* Who did it stands before the verb. */
static bool has_doer(const struct view *v, uint32_t verb)
{
	uint32_t t, open;
	if (verb == v->first)
		return false;
	t = verb - 1;
	open = subject_insertion(v, t);
	if (open > v->first)
		t = open - 1;
	return at_is(v, t, CLASS_PRONOUN_PERSON) || at_is(v, t, CLASS_PERSON_NOUN) || at_is(v, t, CLASS_RELATIVE) ||
	       at_name(v, t) || at_is(v, t, CLASS_ROLE_NOUN) || at_is(v, t, CLASS_ORG_NOUN);
}

/* "lied to investigators", "embezzled public money" */
bool frame_crime(struct view *v, uint32_t i, uint32_t len)
{
	struct subject s;
	bool finite = at_is(v, i, CLASS_FORM_PAST) || at_is(v, i, CLASS_FORM_S);
	subject_chain(v, i, &s);
	if (s.negated || s.modal || s.infinitive || (!finite && s.verb_first == i) || !has_doer(v, s.verb_first))
		return true;
	if (i + len >= v->last || (at_token(v, i + len)->kind == PIECE_MARK && len == 1))
		return true;
	if (at_is(v, i, CLASS_WEAK) && !tells_offence(v, i + len, tail_end(v, i + len)))
		return true;
	return claim_push(v, WA_CLAIM_CRIME, subject_start(v, s.verb_first), tail_end(v, i + len), NAN, NAN);
}

/* "drug charges", "face trafficking charges" */
bool frame_charge_noun(struct view *v, uint32_t i, uint32_t len)
{
	size_t before = v->attr->claims.count;
	uint32_t first = i;
	for (uint32_t n = 1; n <= SUBJECT_MAX && i >= v->first + n; n++) {
		uint32_t k = i - n;
		if (at_token(v, k)->kind == PIECE_MARK || at_is(v, k, CLASS_PREP) || at_is(v, k, CLASS_DET))
			break;
		if (at_is(v, k, CLASS_CRIME_NOUN) || at_is(v, k, CLASS_CRIME_VERB) || at_is(v, k, CLASS_MURDER_NOUN))
			first = k;
	}
	if (first == i)
		return true;
	if (first > v->first && at_is(v, first - 1, CLASS_FACE))
		first--;
	if (!claim_push(v, WA_CLAIM_CRIME, first, i + len, NAN, NAN))
		return false;
	if (v->attr->claims.count > before)
		v->attr->claims.items[before].row.reason = WA_REASON_RECORD;
	return true;
}
