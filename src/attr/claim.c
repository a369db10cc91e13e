#include "attr/claim.h"

/* The frame of each trigger class. */
static claim_frame *const frames[CLASS_COUNT] = {
	[CLASS_KILL] = frame_kill,
	[CLASS_DIE] = frame_die,
	[CLASS_DEAD] = frame_dead,
	[CLASS_MURDER_NOUN] = frame_murder_noun,
	[CLASS_TOLL] = frame_toll,
	[CLASS_BODY] = frame_body,
	[CLASS_LIFE] = frame_life,
	[CLASS_TO_DEATH] = frame_to_death,
	[CLASS_INJURE] = frame_injure,
	[CLASS_SHOOT] = frame_shoot,
	[CLASS_INJURED_NOUN] = frame_injured_noun,
	[CLASS_MISSING] = frame_missing,
	[CLASS_SEIZE_PERSON] = frame_seize,
	[CLASS_HOLD_NOUN] = frame_hold_noun,
	[CLASS_FLEE] = frame_flee,
	[CLASS_INCLUDING] = frame_including,
	[CLASS_DESTROY] = frame_destroy,
	[CLASS_DESTROY_STATE] = frame_destroy_state,
	[CLASS_DAMAGE] = frame_damage,
	[CLASS_CAPTURE] = frame_capture,
	[CLASS_TERRITORY_STATE] = frame_territory,
	[CLASS_RESPONSIBLE] = frame_responsible,
	[CLASS_RESPONSIBLE_OF] = frame_responsible_of,
	[CLASS_ACCUSE] = frame_accuse,
	[CLASS_CHARGE] = frame_charge,
	[CLASS_CHARGE_NOUN] = frame_charge_noun,
	[CLASS_CRIME_VERB] = frame_crime,
	[CLASS_ARREST] = frame_arrest,
	[CLASS_POLL] = frame_poll,
	[CLASS_PERCENT] = frame_percent,
	[CLASS_CROWD] = frame_crowd,
	[CLASS_GATHER] = frame_gather,
	[CLASS_CURRENCY] = frame_currency_word,
	[CLASS_NUMBER_SHARE] = frame_share,
	[CLASS_VOTE] = frame_vote,
	[CLASS_OUTLOOK] = frame_outlook,
	[CLASS_TOLL_VERB] = frame_reach,
	[CLASS_CHANGE] = frame_reach,
	[CLASS_INTENT] = frame_intent,
	[CLASS_MIND] = frame_mind,
	[CLASS_SCIENCE] = frame_science,
	[CLASS_CAUSE_BY] = frame_cause,
	[CLASS_ATROCITY] = frame_atrocity,
	[CLASS_SUPERLATIVE] = frame_superlative,
	[CLASS_FOOTAGE] = frame_media,
	[CLASS_RUMOUR] = frame_rumour,
	[CLASS_NO_COUNT] = frame_denial,
	[CLASS_HOSTAGE] = frame_hostage,
	[CLASS_WEAPON] = frame_weapon,
	[CLASS_FORCE_NOUN] = frame_force,
};

/*
 * Read last: soldiers who died are no force, hostages who were killed are not missing, drones that were shot down are told of by
 * the verb.
 */
static const enum lex_class read_late[] = {CLASS_HOSTAGE, CLASS_WEAPON, CLASS_FORCE_NOUN};

void facts_find_triggers(struct attr_facts *facts)
{
	for (int class = 0; class < CLASS_COUNT; class ++)
		if (frames[class])
			class_set_add(&facts->early, (enum lex_class) class);
	for (size_t i = 0; i < sizeof read_late / sizeof *read_late; i++) {
		class_set_add(&facts->late, read_late[i]);
		facts->early.bits[read_late[i] / 64] &= ~(1ull << (read_late[i] % 64));
	}
}

void fact_of_triggers(const struct attr_facts *facts, const struct class_set *set, struct set_fact *fact)
{
	fact->claims = (uint8_t)((class_set_touches(set, &facts->early) ? TRIGGER_EARLY : 0u) |
				 (class_set_touches(set, &facts->late) ? TRIGGER_LATE : 0u) |
				 (class_set_has(set, CLASS_FIGURATIVE) ? TRIGGER_FIGURATIVE : 0u) |
				 (class_set_has(set, CLASS_SPORT) ? TRIGGER_SPORT : 0u));
}

/* The triggers of a sentence. Counts what the item is about on the way. */
static unsigned find_triggers(const struct attr *attr, const struct sentence *s, struct item_fact *item)
{
	const struct set_fact *facts = attr->facts->of_set;
	const struct token *tokens = attr->seg.tokens.items;
	unsigned found = 0;
	item->words += s->last - s->first;
	for (uint32_t i = s->first; i < s->last; i++) {
		const struct token *t = &tokens[i];
		unsigned here = facts[t->set].claims | facts[t->phrase_set].claims;
		if (t->mark == MARK_PERCENT || t->mark == MARK_CURRENCY)
			here |= TRIGGER_EARLY;
		found |= here;
		item->sport += (here & TRIGGER_SPORT) != 0;
	}
	return found & (TRIGGER_EARLY | TRIGGER_LATE);
}

/* What somebody plans or thinks may hold a figure that is asserted. */
static bool is_asked_for(const struct claim *c, int type)
{
	if (type == CLAIM_OF_FACTS)
		return c->row.type != WA_CLAIM_INTENT && c->row.type != WA_CLAIM_MENTAL;
	return type == CLAIM_OF_ANY || (int)c->row.type == type;
}

bool claim_covers(const struct view *v, uint32_t token, int type)
{
	const size_t near = 12; /* claims that may reach so far: a bound, so that a long sentence stays linear */
	size_t n = v->attr->claims.count;
	for (size_t seen = 0; n > v->claims_before && seen < near; seen++) {
		const struct claim *c = &v->attr->claims.items[--n];
		if (is_asked_for(c, type) && token >= c->first && token < c->last)
			return true;
	}
	return false;
}

bool claim_push(struct view *v, enum wa_claim_type type, uint32_t first, uint32_t last, double low, double high)
{
	if (claim_covers(v, first, (int)type) || claim_covers(v, last - 1, (int)type))
		return true;
	return claim_add(v, type, first, last, low, high);
}

bool claim_add(struct view *v, enum wa_claim_type type, uint32_t first, uint32_t last, double low, double high)
{
	struct claim *claim = vec_push(&v->attr->claims);
	if (!claim)
		return false;
	*claim = (struct claim){
		.row = {.para = v->attr->para,
			.item = v->attr->item,
			.span = seg_span(v->seg, first, last),
			.type = type,
			.low = low,
			.high = high,
			.state = WA_STATE_NONE,
			.verdict = WA_VERDICT_FLAG,
			.reason = WA_REASON_NONE,
			.nearest = WA_NONE},
		.sentence = v->sentence,
		.first = first,
		.last = last,
		.vague = WA_NONE,
	};
	return true;
}

/* Frames of the word or phrase with these classes. */
static bool run_frames(struct view *v, uint32_t i, uint16_t set_index, uint32_t len, const struct class_set *triggers)
{
	const struct class_set *set = &v->seg->lex->sets[set_index];
	for (size_t w = 0; w < LEX_CLASS_WORDS; w++) {
		uint64_t bits = set->bits[w] & triggers->bits[w];
		for (size_t class = w * 64; bits; bits >>= 1, class ++)
			if (bits & 1 && frames[class] && !frames[class](v, i, len))
				return false;
	}
	return true;
}

/* One pass over the words that are such triggers; a phrase hides the words in it. */
static bool run_pass(struct view *v, const struct class_set *classes, unsigned trigger)
{
	const struct set_fact *facts = v->attr->facts->of_set;
	bool early = trigger == TRIGGER_EARLY;
	for (uint32_t i = v->first; i < v->last;) {
		const struct token *t = at_token(v, i);
		if (facts[t->phrase_set].claims & (trigger | TRIGGER_FIGURATIVE)) {
			if (!(facts[t->phrase_set].claims & TRIGGER_FIGURATIVE) &&
				!run_frames(v, i, t->phrase_set, t->phrase_len, classes))
				return false;
			i += t->phrase_len;
			continue;
		}
		if (early && t->mark == MARK_CURRENCY && !frame_money(v, i, 1))
			return false;
		if (early && t->mark == MARK_PERCENT && !frame_percent(v, i, 1))
			return false;
		if (facts[t->set].claims & trigger && !run_frames(v, i, t->set, 1, classes))
			return false;
		i++;
	}
	return true;
}

/* Insertion, for they come nearly in order. */
static void sort_claims(struct view *v)
{
	struct claim *items = v->attr->claims.items;
	const size_t near = 16;
	for (size_t i = v->claims_before + 1; i < v->attr->claims.count; i++) {
		struct claim claim = items[i];
		size_t at = i;
		while (at > v->claims_before && i - at < near && items[at - 1].row.span.start > claim.row.span.start) {
			items[at] = items[at - 1];
			at--;
		}
		items[at] = claim;
	}
}

/* Most words of a headline in Title Case begin with a capital. */
static bool in_capitals(const struct seg *seg, const struct sentence *s)
{
	uint32_t words = 0, capitals = 0;
	for (uint32_t i = s->first; i < s->last && words < 30; i++) {
		const struct token *t = &seg->tokens.items[i];
		if (t->kind != PIECE_WORD || t->end - t->start < 4)
			continue;
		words++;
		capitals += (t->shape & SHAPE_UPPER) != 0;
	}
	return words >= 3 && capitals * 10 >= words * 8;
}

static bool read_sentence(struct attr *attr, uint32_t k, uint32_t fact, unsigned found)
{
	const struct sentence *s = &attr->seg.sentences.items[k];
	struct view v = {.attr = attr,
		.seg = &attr->seg,
		.first = s->first,
		.last = s->last,
		.sentence = fact,
		.number = k,
		.claims_before = attr->claims.count};
	v.all_capitals = in_capitals(v.seg, s);
	if ((found & TRIGGER_EARLY && !run_pass(&v, &attr->facts->early, TRIGGER_EARLY)) ||
		(found & TRIGGER_LATE && !run_pass(&v, &attr->facts->late, TRIGGER_LATE)))
		return false;
	if (attr->claims.count > v.claims_before) {
		sort_claims(&v);
		claim_exempt(&v);
		claim_detail(&v);
	}
	return true;
}

static struct item_fact *item_fact(struct attr *attr)
{
	while (attr->items.count < attr->item) {
		struct item_fact *item = vec_push(&attr->items);
		if (!item)
			return NULL;
		*item = (struct item_fact){0};
	}
	return &attr->items.items[attr->item - 1];
}

bool claim_paragraph(struct attr *attr)
{
	struct item_fact *item = item_fact(attr);
	size_t count = attr->seg.sentences.count;
	size_t base = attr->sentences.count >= count ? attr->sentences.count - count : 0;
	if (!item)
		return false;
	for (size_t k = 0; k < count; k++) {
		unsigned found = find_triggers(attr, &attr->seg.sentences.items[k], item);
		if (found && !read_sentence(attr, (uint32_t)k, (uint32_t)(base + k), found))
			return false;
	}
	return !attr->claims.failed;
}
