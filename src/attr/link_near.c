/* What the sentences around a claim lend it. */
#include "attr/link.h"

enum { SENTENCES = 3 };

#define BIT(type) (1u << WA_CLAIM_##type)
/* Claims of one event: who answers for the dead answers for the damage beside them. */
#define OF_VIOLENCE \
	(BIT(DEATHS) | BIT(INJURED) | BIT(MISSING) | BIT(DESTRUCTION) | BIT(MATERIEL) | BIT(RESPONSIBILITY) | BIT(CRIME))

#define OF_PEOPLE (BIT(DEATHS) | BIT(INJURED) | BIT(MISSING))

static uint32_t kin(enum wa_claim_type type)
{
	return OF_VIOLENCE >> type & 1 ? OF_VIOLENCE : 1u << type;
}

/* A coach may not. */
bool link_has_authority(const struct link *l, const struct wa_attribution *a)
{
	uint32_t i;
	if (a->kind == WA_SOURCE_AGENCY)
		return true;
	if (a->source_para != l->attr->para)
		return a->kind == WA_SOURCE_PRONOUN;
	for (i = link_token(l->seg, a->source.start); i < l->seg->tokens.count && l->seg->tokens.items[i].start < a->source.end;
		i++)
		if (link_is(l->seg, i, CLASS_AUTHORITY))
			return true;
	return false;
}

static bool tells_event(const struct link *l, const struct sentence *s)
{
	for (uint32_t i = s->first; i < s->last && i < s->first + LINK_WORDS; i++)
		if (link_is(l->seg, i, CLASS_EVENT))
			return true;
	return false;
}

void link_note_answers(struct link *l)
{
	for (size_t k = 0; k < l->seg->sentences.count; k++) {
		struct sentence_fact *fact = &l->attr->sentences.items[l->first_sentence + k];
		fact->tells_event = fact->attribution_count && tells_event(l, &l->seg->sentences.items[k]);
		for (uint32_t i = 0; i < fact->attribution_count && i < LINK_REACH; i++) {
			uint32_t row = fact->first_attribution + i;
			const struct wa_attribution *a = &l->attr->attributions.items[row];
			if (!link_named(a) || !link_has_authority(l, a))
				continue;
			fact->answers = row;
			break;
		}
	}
}

void link_note_claim(struct link *l, const struct claim *c)
{
	struct sentence_fact *fact = &l->attr->sentences.items[c->sentence];
	if (!c->row.attribution_count || c->row.verdict != WA_VERDICT_OK || c->past_dated)
		return;
	fact->claims |= 1u << c->row.type;
	if (link_is_light(c->row.type))
		fact->light_answers = c->row.attributions[0];
	else
		fact->answers = c->row.attributions[0];
}

/* A poll's figures go on from one sentence to the next; else the sentence must say that it goes on. */
bool link_inherited(const struct link *l, struct claim *c, struct answer *answer)
{
	const struct sentence_fact *fact = &l->attr->sentences.items[c->sentence], *before;
	uint32_t answers;
	bool poll;
	if (c->sentence == 0)
		return false;
	before = fact - 1;
	answers = link_is_light(c->row.type) && before->light_answers != WA_NONE ? before->light_answers : before->answers;
	poll = c->row.type == WA_CLAIM_POLL && before->claims & BIT(POLL) && before->para == fact->para;
	if (!poll && !fact->starts_pronoun && !fact->opens_quote)
		return false;
	if (before->item != fact->item || answers == WA_NONE)
		return false;
	link_add(answer, answers);
	return true;
}

/* A sentence close by is sourced, and tells of the same; what is "reportedly" so may be the agency's beside it. */
static bool lends(const struct link *l, const struct sentence_fact *fact, const struct claim *c, bool beside)
{
	bool agency;
	if (link_is_light(c->row.type))
		return fact->light_answers != WA_NONE && fact->claims >> c->row.type & 1;
	if (fact->answers == WA_NONE)
		return false;
	if (fact->claims & kin(c->row.type))
		return true;
	agency = l->attr->attributions.items[fact->answers].kind == WA_SOURCE_AGENCY && c->vague != WA_NONE;
	return beside && (fact->tells_event || agency || OF_PEOPLE >> c->row.type & 1) && OF_VIOLENCE >> c->row.type & 1;
}

static uint32_t lender(const struct sentence_fact *fact, const struct claim *c)
{
	return link_is_light(c->row.type) ? fact->light_answers : fact->answers;
}

bool link_paragraph_near(const struct link *l, struct claim *c, struct answer *answer)
{
	const struct sentence_fact *facts = l->attr->sentences.items;
	if (c->past_dated)
		return false;
	for (size_t away = 1; away <= SENTENCES; away++) {
		size_t before = c->sentence - away, after = c->sentence + away;
		bool has_before = c->sentence >= l->first_sentence + away, has_after = after < l->attr->sentences.count;
		if (has_before && lends(l, &facts[before], c, away == 1)) {
			link_add(answer, lender(&facts[before], c));
			return true;
		}
		if (has_after && lends(l, &facts[after], c, away == 1)) {
			link_add(answer, lender(&facts[after], c));
			return true;
		}
	}
	return false;
}
