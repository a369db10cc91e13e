/* Destruction, force, materiel, territory. */
#include "attr/claim.h"

enum { OBJECT_MAX = 12, FIRE_MAX = 8, TERRITORY_MAX = 10, CAUSE_MAX = 6, FORCE_LEAST = 100, ACTOR_MAX = 20 };

/* A word of the class among the next words, before a mark or a verb of another clause; its place, 0 for none. */
static uint32_t class_ahead(const struct view *v, uint32_t from, uint32_t max, enum lex_class class)
{
	for (uint32_t i = from; i < v->last && i < from + max; i++) {
		const struct token *t = at_token(v, i);
		if (at_is(v, i, class))
			return i;
		if ((t->kind == PIECE_MARK && t->mark != MARK_QUOTE_OPEN) || at_is(v, i, CLASS_AUX) || at_is(v, i, CLASS_CONTRAST))
			return 0;
		if (at_prep(v, i) && !at_is(v, i, CLASS_PREP_OF))
			return 0;
	}
	return 0;
}

static uint32_t class_behind(const struct view *v, uint32_t end, uint32_t max, enum lex_class class)
{
	for (uint32_t n = 1; n <= max && end >= v->first + n; n++) {
		uint32_t i = end - n;
		if (at_is(v, i, class))
			return i;
		if (at_token(v, i)->kind == PIECE_MARK)
			return UINT32_MAX;
	}
	return UINT32_MAX;
}

/* A count in [from, to) and where the phrase it belongs to begins. */
static bool count_within(const struct view *v, uint32_t from, uint32_t to, struct count *count)
{
	for (uint32_t i = from; i < to; i++)
		if (count_read(v, i, count) && !count->none && count->last <= to)
			return true;
	return false;
}

static bool is_target(const struct view *v, uint32_t i, bool strict)
{
	if (i + 1 < v->last && at_is(v, i + 1, CLASS_GENITIVE))
		return false;
	if (strict ? false : at_name(v, i) && i > v->first && at_is(v, i - 1, CLASS_RAVAGE))
		return true;
	if (at_is(v, i, CLASS_BUILDING))
		return true;
	if (strict || (i + 1 < v->last && at_token(v, i + 1)->kind == PIECE_WORD && !at_is(v, i + 1, CLASS_PREP) &&
			      !at_is(v, i + 1, CLASS_CONJ)))
		return false; /* "damaged U.S. standing" */
	return at_is(v, i, CLASS_PLACE_NOUN) || at_is(v, i, CLASS_COUNTRY);
}

static uint32_t target_ahead(const struct view *v, uint32_t from, bool strict)
{
	for (uint32_t i = from; i < v->last && i < from + OBJECT_MAX; i++) {
		if (is_target(v, i, strict))
			return i + 1;
		if (at_token(v, i)->kind == PIECE_MARK || at_is(v, i, CLASS_AUX) || (at_prep(v, i) && !at_is(v, i, CLASS_PREP_OF)))
			return 0;
	}
	return 0;
}

static bool push_range(struct view *v, enum wa_claim_type type, uint32_t first, uint32_t last, uint32_t from, uint32_t to)
{
	struct count c;
	if (count_within(v, from, to, &c))
		return claim_push(v, type, first, last, c.low, c.high);
	return claim_push(v, type, first, last, NAN, NAN);
}

/* The weapons that were destroyed, fired or shot down. */
static bool weapon_object(struct view *v, uint32_t i, uint32_t len, bool *done)
{
	uint32_t weapon = class_ahead(v, i + len, FIRE_MAX, CLASS_WEAPON);
	struct count c;
	*done = weapon != 0;
	if (!weapon || !count_within(v, i + len, weapon, &c))
		return true;
	return claim_push(v, WA_CLAIM_MATERIEL, i, weapon + 1, c.low, c.high);
}

/* Where the subject's head group begins: after the clause's beginning. */
static uint32_t group_start(const struct view *v, uint32_t head)
{
	uint32_t i = head;
	for (uint32_t n = 0; n < 6 && i > v->first; n++) {
		uint32_t t = i - 1;
		if (at_token(v, t)->kind == PIECE_MARK || at_is(v, t, CLASS_SUBORD) || at_is(v, t, CLASS_CONJ) ||
			at_is(v, t, CLASS_THAT) || at_is(v, t, CLASS_AUX) || at_is(v, t, CLASS_CUE_STRONG) ||
			at_is(v, t, CLASS_MOSTLY_VERB))
			break;
		if (at_is(v, t, CLASS_PREP) && !at_token(v, t)->phrase && !at_token(v, t)->in_phrase)
			break;
		i = t;
		if (at_is(v, t, CLASS_DET) && !at_is(v, t, CLASS_COUNT_THING))
			break;
	}
	return i;
}

static bool passive_target(struct view *v, uint32_t i, uint32_t len)
{
	struct subject s;
	subject_chain(v, i, &s);
	if (s.negated || (!s.passive && at_is(v, i, CLASS_FORM_PAST) && !v->all_capitals && !s.said && s.verb_first == i))
		return true;
	for (uint32_t n = 1; n <= OBJECT_MAX && s.verb_first >= v->first + n; n++) {
		uint32_t k = s.verb_first - n, start;
		if (at_is(v, k, CLASS_WEAPON)) {
			struct count c;
			if (at_is(v, i, CLASS_WEAK) && at_is(v, k, CLASS_WEAK))
				return true; /* a plane that was hit may have met a bird */
			start = group_start(v, k);
			if (count_within(v, start, k, &c))
				return claim_push(v, WA_CLAIM_MATERIEL, start, i + len, c.low, c.high);
			return claim_push(v, WA_CLAIM_MATERIEL, start, i + len, at_is(v, k, CLASS_PLURAL) ? NAN : 1, NAN);
		}
		if (at_is(v, k, CLASS_BUILDING)) {
			start = group_start(v, k);
			return push_range(v, WA_CLAIM_DESTRUCTION, start, i + len, start, k);
		}
		if (at_token(v, k)->kind == PIECE_MARK)
			return true;
	}
	return true;
}

/* Does the sentence speak of armed people? Titles and opportunities are captured too. */
static bool has_actor(const struct view *v, uint32_t i)
{
	uint32_t from = i > v->first + ACTOR_MAX ? i - ACTOR_MAX : v->first, to = i + ACTOR_MAX < v->last ? i + ACTOR_MAX : v->last;
	for (uint32_t k = from; k < to; k++)
		if (at_is(v, k, CLASS_FORCE_NOUN) || at_is(v, k, CLASS_DEPLOY) ||
			(at_is(v, k, CLASS_NATIONALITY) && at_is(v, k, CLASS_PLURAL)))
			return true;
	return false;
}

/* Something that strikes buildings: a weapon, a blast, an army. */
static bool has_force(const struct view *v, uint32_t i)
{
	uint32_t from = i > v->first + ACTOR_MAX ? i - ACTOR_MAX : v->first, to = i + ACTOR_MAX < v->last ? i + ACTOR_MAX : v->last;
	for (uint32_t k = from; k < to; k++)
		if (k != i && (at_is(v, k, CLASS_WEAPON) || at_is(v, k, CLASS_EVENT) || at_is(v, k, CLASS_FORCE_NOUN) ||
				      at_is(v, k, CLASS_DEPLOY)))
			return true;
	return false;
}

/* "the gutted remains", "to repair damaged roofs": describes what something else is told of. */
static bool describes_ruin(const struct view *v, uint32_t i, const struct subject *s)
{
	if (s->passive || s->verb_first != i || !at_is(v, i, CLASS_FORM_PP))
		return false;
	return i == v->first || at_det(v, i - 1) || at_is(v, i - 1, CLASS_PREP) ||
	       (i > v->first + 1 && at_is(v, i - 2, CLASS_PREP_TO));
}

/* "to recover damages" */
static bool is_plural_noun(const struct view *v, uint32_t i)
{
	return at_is(v, i, CLASS_FORM_S) && i > v->first && at_is(v, i - 1, CLASS_FORM_BASE) && !at_is(v, i - 1, CLASS_NOUN);
}

bool frame_destroy(struct view *v, uint32_t i, uint32_t len)
{
	struct subject s;
	uint32_t target;
	bool done;
	subject_chain(v, i, &s);
	if (s.negated || (s.infinitive && !s.said) || s.modal || (at_is(v, i, CLASS_WEAK) && !has_force(v, i)) ||
		describes_ruin(v, i, &s) || is_plural_noun(v, i))
		return true;
	if (!s.passive) {
		if (!weapon_object(v, i, len, &done) || done)
			return !v->attr->claims.failed;
		target = target_ahead(v, i + len, at_is(v, i, CLASS_WEAK) || (!at_is(v, i, CLASS_RAVAGE) && !has_force(v, i)));
		if (target)
			return push_range(v, WA_CLAIM_DESTRUCTION, i, target, i + len, target);
	}
	return at_is(v, i, CLASS_FORM_PP) ? passive_target(v, i, len) : true;
}

/* "two homes burned down" */
bool frame_destroy_state(struct view *v, uint32_t i, uint32_t len)
{
	struct subject s;
	if (at_is(v, i, CLASS_FORM_BASE) && !at_is(v, i, CLASS_FORM_PP))
		return true; /* a noun: "the bridge collapse" */
	subject_chain(v, i, &s);
	if (s.negated || s.modal || s.infinitive)
		return true;
	for (uint32_t n = 1; n <= OBJECT_MAX && s.verb_first >= v->first + n; n++) {
		uint32_t k = s.verb_first - n, start;
		if (at_token(v, k)->kind == PIECE_MARK)
			return true;
		if (at_is(v, k, CLASS_BUILDING) || at_is(v, k, CLASS_WEAPON)) {
			start = group_start(v, k);
			return push_range(v, WA_CLAIM_DESTRUCTION, start, i + len, start, k);
		}
	}
	return true;
}

/* "caused extensive damage", "damage was recorded in 50 places" */
bool frame_damage(struct view *v, uint32_t i, uint32_t len)
{
	uint32_t cause = class_behind(v, i, CAUSE_MAX, CLASS_CAUSE), after;
	if (cause != UINT32_MAX) {
		struct subject s;
		subject_chain(v, cause, &s);
		for (uint32_t k = cause; k < i; k++)
			if (at_is(v, k, CLASS_NO_COUNT) || at_is(v, k, CLASS_FIGURATIVE) || at_is(v, k, CLASS_PREP) ||
				at_is(v, k, CLASS_COUNT_THING))
				return true;
		if (s.negated || s.modal || s.infinitive)
			return true;
		return claim_push(v, WA_CLAIM_DESTRUCTION, cause, i + len, NAN, NAN);
	}
	after = i + len;
	if (i > v->first && at_is(v, i - 1, CLASS_NO_COUNT))
		return true;
	while (after < v->last && after < i + 4 && at_is(v, after, CLASS_AUX))
		after++;
	if (after > i + len && after < v->last && at_is(v, after, CLASS_CAUSE))
		return push_range(v, WA_CLAIM_DESTRUCTION, i, after + 1, after, after + 4 < v->last ? after + 4 : v->last);
	return true;
}

/* "about 1,000 combat troops", where no casualty or arrest has counted them. */
bool frame_force(struct view *v, uint32_t i, uint32_t len)
{
	struct group g;
	double size;
	if (claim_covers(v, i, CLAIM_OF_FACTS) || !group_before(v, i + len, &g) || !g.counted || g.none ||
		claim_covers(v, g.first, CLAIM_OF_FACTS))
		return true;
	size = isnan(g.low) ? g.high : g.low;
	if (size < FORCE_LEAST && class_behind(v, g.first, 4, CLASS_DEPLOY) == UINT32_MAX &&
		!class_ahead(v, i + len, 4, CLASS_DEPLOY))
		return true;
	return claim_push(v, WA_CLAIM_FORCE, g.first, i + len, g.low, g.high);
}

bool frame_weapon(struct view *v, uint32_t i, uint32_t len)
{
	struct count c, best = {0};
	uint32_t end = i + len;
	bool found = false;
	if (at_is(v, i, CLASS_WEAK) || claim_covers(v, i, WA_CLAIM_MATERIEL) || (end < v->last && at_is(v, end, CLASS_WEAPON)))
		return true;
	for (uint32_t n = 1; n <= FIRE_MAX && i >= v->first + n; n++) {
		uint32_t k = i - n;
		if (found ? !count_read(v, k, &c) || c.last != best.last : !count_read(v, k, &c)) {
			if (found || at_token(v, k)->kind == PIECE_MARK || at_is(v, k, CLASS_AUX) || at_is(v, k, CLASS_CONJ) ||
				at_is(v, k, CLASS_SUBORD))
				break;
			continue;
		}
		best = c;
		found = true;
	}
	if (!found || best.none || best.last > i || best.low == 1 || (best.low > 1 && !at_is(v, i, CLASS_PLURAL)))
		return true;
	for (uint32_t k = best.last; k < i; k++)
		if (at_is(v, k, CLASS_AUX) || at_is(v, k, CLASS_PERSON_NOUN) ||
			(at_is(v, k, CLASS_PREP) && !at_is(v, k, CLASS_PREP_OF)))
			return true;
	return claim_push(v, WA_CLAIM_MATERIEL, best.first, end, best.low, best.high);
}

static uint32_t place_ahead(const struct view *v, uint32_t from)
{
	for (uint32_t i = from; i < v->last && i < from + TERRITORY_MAX; i++) {
		if (at_is(v, i, CLASS_PLACE_NOUN) || at_is(v, i, CLASS_COUNTRY))
			return i + 1;
		if (at_token(v, i)->kind == PIECE_MARK || at_is(v, i, CLASS_AUX) || at_is(v, i, CLASS_SPORT))
			return 0;
		if (at_is(v, i, CLASS_PREP) && i > from && !at_is(v, i, CLASS_PREP_OF))
			return 0;
	}
	return 0;
}

/* What was captured, where that is a name or a pronoun: after verbs that are said of places only. */
static uint32_t named_place(const struct view *v, uint32_t i)
{
	if (i >= v->last || at_is(v, i - 1, CLASS_WEAK))
		return 0;
	return at_name(v, i) || (at_is(v, i, CLASS_PRONOUN) && !at_is(v, i, CLASS_PRONOUN_PERSON)) ? i + 1 : 0;
}

static bool has_captor(const struct view *v, uint32_t i, uint32_t verb)
{
	if (has_actor(v, i))
		return true;
	return !at_is(v, i, CLASS_WEAK) && verb > v->first && at_is(v, verb - 1, CLASS_COUNTRY);
}

bool frame_capture(struct view *v, uint32_t i, uint32_t len)
{
	struct subject s;
	uint32_t place, first = i, last;
	subject_chain(v, i, &s);
	if (s.negated || s.modal || (s.infinitive && !s.said) || !has_captor(v, i, s.verb_first) ||
		(i > v->first && at_is(v, i - 1, CLASS_FROM)))
		return true; /* "kept them from retaking the town" */
	if (!s.passive && i > v->first && at_det(v, i - 1))
		return true; /* the occupied zone */
	if (!s.passive && i + len < v->last && at_prep(v, i + len))
		return true; /* "hostages seized in" */
	place = s.passive ? 0 : place_ahead(v, i + len);
	if (!place && !s.passive && len == 1)
		place = named_place(v, i + 1);
	if (place)
		return claim_push(v, WA_CLAIM_TERRITORY, i, place, NAN, NAN);
	if (!s.passive || !at_is(v, i, CLASS_FORM_PP))
		return true;
	last = i + len;
	for (uint32_t n = 1; n <= TERRITORY_MAX && s.verb_first >= v->first + n; n++) {
		uint32_t k = s.verb_first - n;
		if (at_token(v, k)->kind == PIECE_MARK)
			return true;
		if (at_is(v, k, CLASS_PLACE_NOUN)) {
			first = group_start(v, k);
			return claim_push(v, WA_CLAIM_TERRITORY, first, last, NAN, NAN);
		}
	}
	return true;
}

/* "the army is gaining ground", "troops withdrew from the heights" */
bool frame_territory(struct view *v, uint32_t i, uint32_t len)
{
	struct subject s;
	uint32_t place;
	if (!has_actor(v, i))
		return true;
	subject_chain(v, i, &s);
	if (s.negated || s.modal || (s.infinitive && !s.said))
		return true;
	place = place_ahead(v, i + len);
	return claim_push(v, WA_CLAIM_TERRITORY, s.verb_first > v->first ? group_start(v, s.verb_first) : i,
		place ? place : i + len, NAN, NAN);
}
