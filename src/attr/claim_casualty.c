/* Deaths, injured, missing: who was killed, by verb, noun, toll or body. */
#include "attr/claim.h"

enum { TOLL_MAX = 24, FIND_MAX = 10, NEAR_MAX = 4, INCLUDING_MAX = 16, COUNT_REACH = 10 };

static bool push_group(struct view *v, enum wa_claim_type type, uint32_t first, uint32_t last, const struct group *group)
{
	return claim_push(v, type, first, last, group->low, group->high);
}

/* "..., three of them teenagers": a claim of its own. */
static bool push_members(struct view *v, enum wa_claim_type type, uint32_t i)
{
	struct count count;
	uint32_t last;
	if (i >= v->last || !count_read(v, i, &count) || count.none || count.last + 1 >= v->last ||
		!at_is(v, count.last, CLASS_PREP_OF))
		return true;
	last = count.last + 1;
	if (!at_is(v, last, CLASS_PRONOUN_OBJECT) && !at_is(v, last, CLASS_RELATIVE))
		return true;
	last++;
	while (last < v->last && last - i < 8 && at_token(v, last)->kind == PIECE_WORD && !at_is(v, last, CLASS_PREP))
		last++;
	return claim_add(v, type, i, last, count.low, count.high);
}

/* The object right of a transitive verb, over an adverb. */
static bool object_at(const struct view *v, uint32_t i, struct group *group)
{
	while (i < v->last && at_is(v, i, CLASS_ADVERB) && !at_is(v, i, CLASS_SUBORD) && !at_is(v, i, CLASS_CONTRAST) &&
		!at_is(v, i, CLASS_DET) && !at_is(v, i, CLASS_OTHERS) && !at_is(v, i, CLASS_BOUND_LOW) &&
		!at_is(v, i, CLASS_BOUND_HIGH) && !at_is(v, i, CLASS_APPROX))
		i++;
	if (i >= v->last || at_token(v, i)->kind == PIECE_MARK)
		return false;
	if (at_prep(v, i))
		return false;
	return group_read(v, i, GROUP_OBJECT, group) && (!at_is(v, i, CLASS_WEEKDAY));
}

/* "threatened to kill", "could kill": said of nothing that has happened; only counted or indefinite victims make a claim. */
static bool is_unreal(const struct view *v, uint32_t i, const struct subject *s)
{
	(void)v;
	(void)i;
	return (s->infinitive && !s->said) || s->modal;
}

static bool push_object(
	struct view *v, enum wa_claim_type type, uint32_t i, const struct subject *chain, const struct group *object)
{
	uint32_t after = object->last;
	if (is_unreal(v, i, chain) && !object->counted && (object->pronoun || object->named || object->definite))
		return true;
	if (object->pronoun && object->plural && !object->reflexive)
		return true; /* "murdered them": told before */
	if (!push_group(v, type, i, object->last, object))
		return false;
	if (after < v->last && (at_mark(v, after, MARK_COMMA) || at_mark(v, after, MARK_DASH) || at_mark(v, after, MARK_OPEN)))
		return push_members(v, type, after + 1);
	return true;
}

/* "including three children" between the subject and its verb. */
static bool push_included(struct view *v, enum wa_claim_type type, uint32_t from, uint32_t to)
{
	struct group g;
	for (uint32_t k = from; k + 1 < to; k++) {
		if (!at_is(v, k, CLASS_INCLUDING))
			continue;
		return !group_read(v, k + at_len(v, k, CLASS_INCLUDING), GROUP_OBJECT, &g) || !g.counted || g.none || g.last > to ||
		       claim_add(v, type, k, g.last, g.low, g.high);
	}
	return true;
}

static bool push_subject(struct view *v, enum wa_claim_type type, uint32_t last, const struct subject *s)
{
	if (s->negated || s->group.none || (s->group.pronoun && s->group.plural))
		return true;
	if (type == WA_CLAIM_MISSING && s->group.plural && !s->group.counted)
		return true; /* "passengers stranded": how many? */
	if (!s->passive && !s->said && s->group.definite && s->group.plural && !s->group.counted)
		return true; /* "the soldiers killed": told before */
	return push_group(v, type, s->group.first, last, &s->group) && (!s->members || push_members(v, type, s->members)) &&
	       push_included(v, type, s->group.last, s->verb_first);
}

static bool is_noun_use(const struct view *v, uint32_t i, uint32_t len)
{
	if (i + len < v->last && at_is(v, i + len, CLASS_PREP_OF))
		return true;
	return i > v->first && (at_det(v, i - 1) || at_is(v, i - 1, CLASS_GENITIVE) || at_is(v, i - 1, CLASS_MURDER_NOUN));
}

/* "Soldiers Kill Gunman": what headlines tell in the present has happened. */
static bool is_headline_verb(const struct view *v, uint32_t i)
{
	if (v->all_capitals && i > v->first && at_mark(v, i - 1, MARK_COMMA))
		return true;
	return v->attr->kind == WA_PARA_HEADLINE && i > v->first && at_is(v, i - 1, CLASS_PLURAL);
}

/* "injured skaters were bandaged", "the slain hostages": describes, tells of nobody new. */
static bool describes(const struct view *v, uint32_t i, const struct subject *s, const struct group *object)
{
	if (object->counted || at_is(v, i, CLASS_FORM_ING) || at_is(v, i, CLASS_FORM_S))
		return false;
	if (at_is(v, i, CLASS_FORM_BASE) && !at_is(v, i, CLASS_FORM_PP))
		return !s->infinitive && !s->modal && !is_headline_verb(v, i);
	if (i == v->first || s->verb_first != i)
		return i == v->first;
	if (object->plural && (at_is(v, i - 1, CLASS_NUMBER) || at_token(v, i - 1)->kind == PIECE_NUMBER))
		return true;
	return at_det(v, i - 1) || at_is(v, i - 1, CLASS_PREP) || at_is(v, i - 1, CLASS_POSSESSIVE);
}

/* Something else than a person is the object: what looked like a participle is a verb. Weak verbs may have counted things. */
static bool has_object(const struct view *v, uint32_t i, bool weak)
{
	struct count count;
	if (i + 1 >= v->last)
		return false;
	if (weak && count_read(v, i, &count) && count.last < v->last && at_token(v, count.last)->kind == PIECE_WORD)
		return true;
	if (!at_is(v, i, CLASS_DET))
		return false;
	return !at_is(v, i + 1, CLASS_TIME_UNIT) && !at_is(v, i + 1, CLASS_TIME_WORD) && !at_is(v, i, CLASS_TIME_WORD);
}

/* "who killed and ate a rabbit": another verb follows before the object. */
static bool shares_object(const struct view *v, uint32_t i)
{
	return i + 2 < v->last && at_is(v, i, CLASS_CONJ) && at_is(v, i + 1, CLASS_FORM_PAST) && at_is(v, i + 2, CLASS_DET);
}

/* "that hurts us", "hurting the party's voters": weak verbs are meant in earnest of counted or single victims. */
static bool harms_otherwise(enum wa_claim_type type, bool weak, const struct group *object)
{
	if (!weak || object->counted || object->everybody)
		return false;
	return object->pronoun || (type == WA_CLAIM_INJURED && (object->definite || object->plural));
}

/* "killing and wounding several rebels": over the second verb to the object both have. */
static uint32_t object_start(const struct view *v, uint32_t i)
{
	if (i + 2 >= v->last || !at_is(v, i, CLASS_CONJ))
		return i;
	if (!at_is(v, i + 1, CLASS_INJURE) && !at_is(v, i + 1, CLASS_KILL) && !at_is(v, i + 1, CLASS_SEIZE_PERSON))
		return i;
	return i + 1 + at_token(v, i + 1)->phrase_len + !at_token(v, i + 1)->phrase_len;
}

/* Verbs whose object, or subject in the passive, it happens to. */
static bool transitive(struct view *v, uint32_t i, uint32_t len, enum wa_claim_type type, bool strict, bool passive_only)
{
	struct subject s;
	struct group object;
	bool participle = at_is(v, i, CLASS_FORM_PP) || (passive_only && !at_is(v, i, CLASS_FORM_ING));
	if (at_is(v, i, CLASS_FORM_ING) && is_noun_use(v, i, len))
		return true;
	subject_chain(v, i, &s);
	if (s.negated)
		return true;
	if (!(s.passive && participle) && !passive_only && object_at(v, object_start(v, i + len), &object) &&
		group_is_people(&object, strict))
		return harms_otherwise(type, strict, &object) || describes(v, i, &s, &object) ||
		       push_object(v, type, i, &s, &object);
	if (!s.passive && i > v->first && (at_det(v, i - 1) || (participle && at_prep(v, i - 1))))
		return true; /* "an injured foot", "the daughter of slain" */
	if (!s.passive &&
		(has_object(v, i + len, strict) || shares_object(v, i + len) || (i > v->first && at_is(v, i - 1, CLASS_RELATIVE))))
		return true; /* "hurt his chest" */
	if (!participle || (!s.passive && (passive_only || at_is(v, i - (i > v->first), CLASS_AUX_HAVE))))
		return true;
	if (!subject_find(v, i, strict, &s) || s.group.reflexive || (is_unreal(v, i, &s) && !s.group.counted) ||
		(!s.passive && s.group.pronoun))
		return true;
	return push_subject(v, type, i + len, &s);
}

bool frame_kill(struct view *v, uint32_t i, uint32_t len)
{
	return transitive(v, i, len, WA_CLAIM_DEATHS, at_is(v, i, CLASS_WEAK), false);
}

bool frame_injure(struct view *v, uint32_t i, uint32_t len)
{
	return transitive(v, i, len, WA_CLAIM_INJURED, at_is(v, i, CLASS_WEAK), false);
}

bool frame_shoot(struct view *v, uint32_t i, uint32_t len)
{
	return transitive(v, i, len, WA_CLAIM_INJURED, true, true);
}

/* "were seized in an operation by officers": an arrest. */
static bool by_authority(const struct view *v, uint32_t from)
{
	for (uint32_t k = from;
		k + 1 < v->last && k < from + COUNT_REACH && !at_mark(v, k, MARK_COMMA) && !at_mark(v, k, MARK_STOP); k++) {
		if (!at_is(v, k, CLASS_PREP_BY))
			continue;
		for (uint32_t n = k + 1; n < v->last && n <= k + NEAR_MAX; n++)
			if (at_is(v, n, CLASS_AUTHORITY))
				return true;
		return false;
	}
	return false;
}

bool frame_seize(struct view *v, uint32_t i, uint32_t len)
{
	if (at_is(v, i, CLASS_WEAK) && by_authority(v, i + len))
		return true;
	return transitive(v, i, len, WA_CLAIM_MISSING, at_is(v, i, CLASS_WEAK), false);
}

/* "became the fifth to die": the count is the ordinal. */
static bool push_ordinal(struct view *v, uint32_t i, uint32_t last)
{
	for (uint32_t n = 1; n <= NEAR_MAX && i >= v->first + n; n++)
		if (at_is(v, i - n, CLASS_ORDINAL))
			return claim_push(v, WA_CLAIM_DEATHS, i - n, last, at_value(v, i - n), NAN);
	return true;
}

bool frame_die(struct view *v, uint32_t i, uint32_t len)
{
	struct subject s;
	bool found = subject_find(v, i, false, &s);
	if (i > v->first && at_is(v, i - 1, CLASS_PREP_TO))
		return push_ordinal(v, i - 1, i + len);
	if (!found || s.negated || (is_unreal(v, i, &s) && !(s.modal && s.group.counted)) ||
		(at_is(v, i, CLASS_FORM_S) && s.group.low > 1) || (s.group.named && at_is(v, i, CLASS_FORM_ING)))
		return true;
	if (!s.group.counted && (at_is(v, i, CLASS_FORM_ING) || (at_is(v, i, CLASS_FORM_BASE) && !s.group.plural)))
		return true;
	return push_subject(v, WA_CLAIM_DEATHS, i + len, &s);
}

/* "displaced medical students": describes whom something else is told of. */
static bool precedes_person(const struct view *v, uint32_t i)
{
	for (uint32_t k = i; k < v->last && k < i + 2 && at_token(v, k)->kind == PIECE_WORD; k++)
		if (at_is(v, k, CLASS_PERSON_NOUN))
			return true;
	return false;
}

static bool has_mark(const struct view *v, uint32_t from, uint32_t to)
{
	for (uint32_t k = from; k < to; k++)
		if (at_mark(v, k, MARK_COMMA))
			return true;
	return false;
}

/* The adjective of a title: "the game Red Dead 2". A headline's "Moss Dead at 75" goes on with a preposition. */
static bool is_part_of_name(const struct view *v, uint32_t i, uint32_t len, const struct group *group)
{
	if (!group->named || !(at_token(v, i)->shape & SHAPE_UPPER))
		return false;
	return i + len < v->last && !at_is(v, i + len, CLASS_PREP);
}

/* Adjectives: a count right before ("56 dead", "three people dead"), or a subject with "be". */
static bool state_frame(struct view *v, uint32_t i, uint32_t len, enum wa_claim_type type, bool strict)
{
	struct group g;
	struct subject s;
	if (i > v->first && at_det(v, i - 1) && !at_is(v, i - 1, CLASS_NUMBER))
		return true;
	if (group_before(v, i, &g) && g.counted && (group_is_people(&g, false) || g.none) && !g.pronoun) {
		if (g.none || (g.first > v->first && at_is(v, g.first - 1, CLASS_PREP_OF)))
			return true;
		return push_group(v, type, g.first, i + len, &g);
	}
	if (precedes_person(v, i + len) || !subject_find(v, i, strict, &s) || is_unreal(v, i, &s))
		return true;
	if (!s.passive && has_mark(v, s.group.last, i))
		return true;
	if (!s.passive && !s.said && !s.group.counted &&
		(s.verb_first != i || s.group.last != i || is_part_of_name(v, i, len, &s.group)))
		return true;
	return push_subject(v, type, i + len, &s);
}

bool frame_dead(struct view *v, uint32_t i, uint32_t len)
{
	return state_frame(v, i, len, WA_CLAIM_DEATHS, false);
}

bool frame_missing(struct view *v, uint32_t i, uint32_t len)
{
	if (i + len < v->last && (at_is(v, i + len, CLASS_DET) || at_is(v, i + len, CLASS_COUNT_THING)))
		return true; /* missing a test, missing out */
	return state_frame(v, i, len, WA_CLAIM_MISSING, true);
}

/* A word that parts a count from the noun it counts. */
static bool parts_count(const struct view *v, uint32_t i)
{
	return at_token(v, i)->kind != PIECE_WORD || at_is(v, i, CLASS_PREP) || at_is(v, i, CLASS_AUX) ||
	       at_is(v, i, CLASS_ORDINAL) || at_is(v, i, CLASS_PLURAL);
}

/* The count of the noun at `i` with at most `gap` words between, as wide as its bounds reach. */
static bool count_behind(const struct view *v, uint32_t i, uint32_t gap, struct count *count)
{
	bool found = false;
	for (uint32_t n = 1; n <= COUNT_REACH && i >= v->first + n; n++) {
		struct count c;
		bool read = count_read(v, i - n, &c) && c.last <= i;
		if (found && (!read || c.last != count->last))
			continue;
		if (!found && !read) {
			if (n > gap || parts_count(v, i - n))
				return false;
			continue;
		}
		*count = c;
		found = true;
	}
	return found && !count->none;
}

/* "two deaths", "31 injuries" */
static bool counted_noun(struct view *v, uint32_t i, uint32_t len, enum wa_claim_type type)
{
	struct count c;
	if (!count_behind(v, i, 2, &c))
		return true;
	for (uint32_t k = c.last; k < i; k++)
		if (at_is(v, k, CLASS_CONJ))
			return true;
	return claim_push(v, type, c.first, i + len, c.low, c.high);
}

static bool has_name(const struct view *v, const struct group *g)
{
	for (uint32_t i = g->first; i < g->last; i++)
		if (at_name(v, i))
			return true;
	return false;
}

/* "the murder of Theo Strand", "Strand's death": speaks of a death that is known, and tells it of nobody new. */
static bool push_known(struct view *v, uint32_t first, uint32_t last, const struct group *g)
{
	size_t before = v->attr->claims.count;
	if (!push_group(v, WA_CLAIM_DEATHS, first, last, g))
		return false;
	if (v->attr->claims.count > before && !g->counted && !g->plural && has_name(v, g))
		v->attr->claims.items[before].row.reason = WA_REASON_HISTORY;
	return true;
}

/* "thousands of murders of villagers": the deeds are counted, not their victims. */
static void take_count(const struct view *v, uint32_t i, uint32_t *first, struct group *g)
{
	bool of = i > v->first && at_is(v, i - 1, CLASS_PREP_OF);
	struct count c;
	if (g->counted || !g->plural || !count_behind(v, i - of, 1, &c))
		return;
	*first = c.first;
	g->low = c.low;
	g->high = c.high;
	g->counted = true;
}

/* "the killing of two clerics" */
static bool noun_of(struct view *v, uint32_t i, uint32_t len, enum wa_claim_type type, bool counted, bool *done)
{
	uint32_t at = i + len, first = i;
	struct group g;
	*done = false;
	if (at + 1 >= v->last || !at_is(v, at, CLASS_PREP_OF) || !group_read(v, at + 1, GROUP_OBJECT, &g) ||
		!group_is_people(&g, !g.counted && !g.named))
		return true;
	*done = true;
	if ((counted && !g.counted) || g.pronoun)
		return true;
	take_count(v, i, &first, &g);
	return type == WA_CLAIM_DEATHS ? push_known(v, first, g.last, &g) : push_group(v, type, first, g.last, &g);
}

bool frame_murder_noun(struct view *v, uint32_t i, uint32_t len)
{
	struct group g;
	bool done;
	if (at_is(v, i, CLASS_FORM_ING) && !is_noun_use(v, i, len))
		return true;
	if (!noun_of(v, i, len, WA_CLAIM_DEATHS, false, &done) || done)
		return !v->attr->claims.failed;
	if (i > v->first + 1 && at_is(v, i - 1, CLASS_GENITIVE)) {
		if (group_before(v, i - 1, &g) && group_is_people(&g, false) && !g.pronoun &&
			(g.counted ? g.person : !at_is(v, i, CLASS_PLURAL)))
			return push_known(v, g.first, i + len, &g);
		return true;
	}
	return counted_noun(v, i, len, WA_CLAIM_DEATHS);
}

bool frame_injured_noun(struct view *v, uint32_t i, uint32_t len)
{
	struct subject s;
	for (uint32_t n = 1; n <= NEAR_MAX && i >= v->first + n; n++) {
		if (!at_is(v, i - n, CLASS_CAUSE)) /* "20 people suffered minor injuries" */
			continue;
		if (subject_find(v, i - n, true, &s) && s.group.counted && !is_unreal(v, i, &s))
			return push_subject(v, WA_CLAIM_INJURED, i + len, &s);
		break;
	}
	return counted_noun(v, i, len, WA_CLAIM_INJURED);
}

bool frame_hold_noun(struct view *v, uint32_t i, uint32_t len)
{
	bool done;
	return noun_of(v, i, len, WA_CLAIM_MISSING, true, &done);
}

bool frame_flee(struct view *v, uint32_t i, uint32_t len)
{
	struct subject s;
	if (!subject_find(v, i, true, &s) || !s.group.counted || is_unreal(v, i, &s))
		return true;
	return push_subject(v, WA_CLAIM_MISSING, i + len, &s);
}

/* "two Dutch hostages", unless another claim has counted them. */
bool frame_hostage(struct view *v, uint32_t i, uint32_t len)
{
	struct group g;
	if (claim_covers(v, i, CLAIM_OF_FACTS) || !group_before(v, i + len, &g) || !g.counted || g.none ||
		claim_covers(v, g.first, CLAIM_OF_FACTS))
		return true;
	return push_group(v, WA_CLAIM_MISSING, g.first, i + len, &g);
}

/* "toll rose to", "toll of", "toll tops", "toll at", "toll was" */
static bool leads_to_toll(const struct view *v, uint32_t i, uint32_t toll_end)
{
	if (i == toll_end)
		return true;
	return at_is(v, i - 1, CLASS_TOLL_VERB) || at_is(v, i - 1, CLASS_PREP) || at_is(v, i - 1, CLASS_AUX) ||
	       at_is(v, i - 1, CLASS_FROM) || at_is(v, i - 1, CLASS_ADVERB) || at_mark(v, i - 1, MARK_COLON);
}

/* Where a count may stand after a toll: after the verb, or after a word that leads to it. */
bool frame_toll(struct view *v, uint32_t i, uint32_t len)
{
	for (uint32_t at = i + len; at < v->last && at < i + len + TOLL_MAX; at++) {
		struct count c;
		const struct token *t = at_token(v, at);
		if (t->kind == PIECE_MARK && (t->mark == MARK_SEMICOLON || t->mark == MARK_QUOTE || t->mark == MARK_QUOTE_CLOSE))
			return true;
		if (at_is(v, at, CLASS_CONTRAST) || at_is(v, at, CLASS_INCLUDING) || at_is(v, at, CLASS_LEAVE))
			return true;
		if (t->kind == PIECE_MARK && t->mark == MARK_COMMA && !(at + 1 < v->last && at_is(v, at + 1, CLASS_RELATIVE)) &&
			at > i + len)
			return true;
		if (!count_read(v, at, &c))
			continue;
		if (!leads_to_toll(v, at, i + len)) {
			at = c.last - 1;
			continue;
		}
		if (at > v->first && at_is(v, at - 1, CLASS_FROM) && !isnan(c.low) && c.high > c.low) {
			c.low = c.high; /* from 300 to 412 */
			c.high = NAN;
		} else if (c.none || (at > v->first && at_is(v, at - 1, CLASS_FROM))) {
			at = c.last - 1;
			continue;
		}
		if (c.last < v->last && (at_is(v, c.last, CLASS_TIME_UNIT) || at_is(v, c.last, CLASS_ORDINAL)))
			return true;
		return claim_push(v, at_is(v, i, CLASS_WEAK) ? WA_CLAIM_INJURED : WA_CLAIM_DEATHS, i, c.last, c.low, c.high);
	}
	return true;
}

static uint32_t find_near(const struct view *v, uint32_t from, uint32_t max)
{
	for (uint32_t i = from; i < v->last && i < from + max; i++) {
		if (at_is(v, i, CLASS_FIND))
			return i;
		if (at_token(v, i)->kind == PIECE_MARK || at_is(v, i, CLASS_NEGATION) || at_is(v, i, CLASS_PREP_TO))
			return 0;
	}
	return 0;
}

/* A body is a claim where it was found. */
bool frame_body(struct view *v, uint32_t i, uint32_t len)
{
	struct group g;
	struct count c;
	uint32_t first = i, last = i + len, found;
	double low = at_is(v, i, CLASS_PLURAL) ? NAN : 1, high = NAN;
	bool counted = !isnan(low);
	if (last < v->last && at_is(v, last, CLASS_NOUN) && !at_is(v, last, CLASS_FIND) && !at_is(v, last, CLASS_AUX))
		return true; /* "body camera" */
	if (last + 1 < v->last && at_is(v, last, CLASS_PREP_OF) && group_read(v, last + 1, GROUP_OBJECT, &g) &&
		group_is_people(&g, false)) {
		if (g.last < v->last && at_is(v, g.last, CLASS_KILL))
			return true; /* "the bodies of ten people killed in": told by the verb */
		last = g.last;
		low = g.low;
		high = g.high;
		counted = true;
	} else if (count_behind(v, i, 4, &c)) {
		first = c.first;
		low = c.low;
		high = c.high;
		counted = true;
	} else if (i > v->first && at_is(v, i - 1, CLASS_POSSESSIVE)) {
		first = i - 1;
	}
	if (!counted)
		return true;
	found = find_near(v, last, FIND_MAX);
	if (found)
		return claim_push(v, WA_CLAIM_DEATHS, first, found + 1, low, high);
	for (uint32_t n = 1; n <= NEAR_MAX && first >= v->first + n; n++)
		if (at_is(v, first - n, CLASS_FIND))
			return claim_push(v, WA_CLAIM_DEATHS, first - n, last, low, high);
	return true;
}

/* "claimed 12 lives", "cost the lives of 12 people" */
bool frame_life(struct view *v, uint32_t i, uint32_t len)
{
	struct group g;
	uint32_t first = i, last = i + len;
	bool counted = false;
	if (last + 1 < v->last && at_is(v, last, CLASS_PREP_OF) && group_read(v, last + 1, GROUP_OBJECT, &g) &&
		group_is_people(&g, false)) {
		last = g.last;
		counted = true;
	} else {
		for (uint32_t n = 1; n <= 6 && i >= v->first + n; n++) {
			struct count c;
			if (count_read(v, i - n, &c) && c.last == i && !c.none) {
				g = (struct group){.first = c.first, .low = c.low, .high = c.high};
				first = c.first;
				counted = true;
			}
		}
	}
	for (uint32_t n = 1; counted && n <= NEAR_MAX && first >= v->first + n; n++)
		if (at_is(v, first - n, CLASS_TAKE_LIFE))
			return push_group(v, WA_CLAIM_DEATHS, first - n, last, &g) &&
			       (last >= v->last || !at_mark(v, last, MARK_COMMA) || push_members(v, WA_CLAIM_DEATHS, last + 1));
	return true;
}

/* "dragging two boys to their deaths", "beating a boy to death" */
bool frame_to_death(struct view *v, uint32_t i, uint32_t len)
{
	struct group g;
	uint32_t first;
	if (!group_before(v, i, &g) || !group_is_people(&g, true) || (g.pronoun && g.plural)) {
		struct subject s;
		if (i > v->first && at_is(v, i - 1, CLASS_VERB) && subject_find(v, i - 1, true, &s) && !is_unreal(v, i, &s))
			return push_subject(v, WA_CLAIM_DEATHS, i + len, &s);
		return true;
	}
	first = g.first > v->first && at_is(v, g.first - 1, CLASS_VERB) ? g.first - 1 : g.first;
	return push_group(v, WA_CLAIM_DEATHS, first, i + len, &g);
}

/* "including five children": the type is that of the claim before. */
bool frame_including(struct view *v, uint32_t i, uint32_t len)
{
	const struct claim *before;
	struct group g;
	if (v->attr->claims.count == v->claims_before)
		return true;
	before = &v->attr->claims.items[v->attr->claims.count - 1];
	if (i < before->last || i - before->last > INCLUDING_MAX || !group_read(v, i + len, GROUP_OBJECT, &g) || !g.counted ||
		g.none)
		return true;
	if (before->row.type != WA_CLAIM_DEATHS && before->row.type != WA_CLAIM_INJURED && before->row.type != WA_CLAIM_MISSING)
		return true;
	return push_group(v, before->row.type, i, g.last, &g);
}
