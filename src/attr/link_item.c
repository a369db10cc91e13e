/* What the item lends a claim: its lead, an earlier mention of the same count, its body, its dateline, its credit. */
#include <math.h>
#include <string.h>

#include "attr/link.h"
#include "base/str.h"

enum {
	LEAD_PARAGRAPHS = 2,
	SAME_MAX = 32, /* sourced claims of an item that later ones are held against */
	BODY_MAX = 64, /* claims of the body that a heading is held against */
	HEADING_MENTIONS = 16,
	FEW = 10,
	HEADING_ROWS = 6, /* attributions of the body's beginning */
	SPORT_LEAST = 3,
	SPORT_ONE_IN = 70 /* words */
};
#define HEAVY ((2u << WA_CLAIM_COST) - 1) /* claims that are not light */
#define GROWN 1.25                        /* a headline's figure may lag behind the body's so far */

/* The item being settled. */
struct item {
	struct attr *attr;
	size_t first, last; /* its claims */
	uint32_t number;
	size_t rows;           /* its first attribution */
	bool dateline, credit; /* one stands in it, not in its headings */
	uint32_t lead;         /* the attribution its first paragraphs rest on, WA_NONE for none */
	uint32_t lead_ends;    /* first attribution of another source after it */
	uint32_t same[SAME_MAX];
	size_t same_count;
};

typedef bool item_rule(const struct item *item, struct claim *c, struct answer *answer);

static size_t index_of(const struct attr *attr, uint32_t para)
{
	return attr->doc->has_headline ? para : para - 1;
}

static bool in_heading(const struct attr *attr, const struct claim *c)
{
	return link_is_heading(attr->doc->paras.items[index_of(attr, c->row.para)].kind);
}

static struct wa_str source_of(const struct attr *attr, const struct wa_attribution *a)
{
	struct wa_str text;
	if (a->resolved.ptr)
		return a->resolved;
	if (a->source_para == WA_NONE)
		return (struct wa_str){0};
	text = doc_para_text(attr->doc, index_of(attr, a->source_para));
	return str_cut(text, a->source.start, a->source.end);
}

static bool same_source(const struct attr *attr, const struct wa_attribution *a, const struct wa_attribution *b)
{
	struct wa_str x, y;
	if (a->agency || b->agency)
		return a->agency && b->agency && strcmp(a->agency, b->agency) == 0;
	x = source_of(attr, a);
	y = source_of(attr, b);
	return x.len && str_eq_nocase(x, y);
}

static bool same_count(const struct claim *a, const struct claim *b)
{
	return a->row.type == b->row.type && (a->row.low == b->row.low || (isnan(a->row.low) && isnan(b->row.low))) &&
	       (a->row.high == b->row.high || (isnan(a->row.high) && isnan(b->row.high)));
}

/* Strains and knocks of players, in an item about sport. Several hurt at once are news there too. */
static bool item_sport(const struct item *item, struct claim *c, struct answer *answer)
{
	const struct item_fact *fact = &item->attr->items.items[item->number - 1];
	bool about_sport = fact->sport >= SPORT_LEAST && fact->sport * SPORT_ONE_IN >= fact->words;
	(void)answer;
	if (!about_sport)
		return false;
	if (!link_is_light(c->row.type) &&
		((c->row.type != WA_CLAIM_INJURED && c->row.type != WA_CLAIM_RESPONSIBILITY) || c->row.low > 1))
		return false;
	c->row.reason = WA_REASON_SPORT;
	return true;
}

/* The sentence tells what somebody else wants, plans or rejects. */
static bool is_anothers(const struct item *item, const struct sentence_fact *fact)
{
	const struct wa_attribution *rows = item->attr->attributions.items, *lead = &rows[item->lead];
	for (uint32_t i = 0; i < fact->attribution_count && i < LINK_REACH; i++) {
		const struct wa_attribution *a = &rows[fact->first_attribution + i];
		if (a->kind != WA_SOURCE_VAGUE && a->kind != WA_SOURCE_PRONOUN && a->source_para != WA_NONE &&
			!same_source(item->attr, a, lead))
			return true;
	}
	return false;
}

/* One source answers for what the first paragraphs tell, and until here no other has come. */
static bool item_lead(const struct item *item, struct claim *c, struct answer *answer)
{
	const struct sentence_fact *fact = &item->attr->sentences.items[c->sentence];
	if (item->lead == WA_NONE || c->past_dated || c->row.type == WA_CLAIM_QUOTE || link_is_light(c->row.type))
		return false;
	if (fact->first_attribution + fact->attribution_count > item->lead_ends)
		return false;
	if (item->lead >= fact->first_attribution && item->lead < fact->first_attribution + fact->attribution_count)
		return false; /* it spoke there, and not of this */
	if (is_anothers(item, fact))
		return false;
	link_add(answer, item->lead);
	return true;
}

static bool item_repeated(const struct item *item, struct claim *c, struct answer *answer)
{
	if (!(c->row.low > 1) && !(c->row.high > 1))
		return false;
	for (size_t i = 0; i < item->same_count; i++) {
		const struct claim *before = &item->attr->claims.items[item->same[i]];
		if (!same_count(before, c) || before->past_dated != c->past_dated)
			continue;
		for (uint32_t k = 0; k < before->row.attribution_count; k++)
			link_add(answer, before->row.attributions[k]);
		return true;
	}
	return false;
}

/* A story tells of one poll: whose it is has been said further up. */
static bool item_poll(const struct item *item, struct claim *c, struct answer *answer)
{
	for (size_t i = 0; c->row.type == WA_CLAIM_POLL && !c->new_poll && i < item->same_count; i++) {
		const struct claim *before = &item->attr->claims.items[item->same[i]];
		if (before->row.type != WA_CLAIM_POLL)
			continue;
		for (uint32_t k = 0; k < before->row.attribution_count; k++)
			link_add(answer, before->row.attributions[k]);
		return true;
	}
	return false;
}

static bool item_background(const struct item *item, struct claim *c, struct answer *answer)
{
	(void)item;
	(void)answer;
	return c->past_dated;
}

static bool is_money(const struct claim *c)
{
	return c->row.type == WA_CLAIM_MONEY || c->row.type == WA_CLAIM_COST || c->row.type == WA_CLAIM_EARNINGS;
}

/* The body's figure is the headline's, or what it has grown to. */
static bool headlines(const struct claim *heading, const struct claim *body)
{
	double want = isnan(heading->row.low) ? heading->row.high : heading->row.low;
	double have = isnan(body->row.low) ? body->row.high : body->row.low;
	if (heading->row.type != body->row.type && !(is_money(heading) && is_money(body)))
		return false;
	if (have < want)
		return want >= FEW && have + 2 >= want; /* "all 53 on board and one on the ground" */
	return isnan(want) || isnan(have) || have <= want * GROWN || have <= want + 1;
}

/* What has no figure to be found again (an accusation, a forecast) is taken up where the body first names somebody. */
static bool body_names(const struct item *item, const struct claim *c, struct answer *answer)
{
	const struct attr *attr = item->attr;
	bool blames = (c->row.type == WA_CLAIM_RESPONSIBILITY || c->row.type == WA_CLAIM_CRIME) && isnan(c->row.low);
	if (!blames && !link_is_light(c->row.type))
		return false;
	for (size_t i = 0; i < attr->attributions.count && i < HEADING_ROWS; i++) {
		const struct wa_attribution *a = &attr->attributions.items[item->rows + i];
		if (item->rows + i >= attr->attributions.count || a->item != item->number)
			return false;
		if (link_named(a) && !link_is_heading(attr->doc->paras.items[index_of(attr, a->para)].kind)) {
			link_add(answer, (uint32_t)(item->rows + i));
			return true;
		}
	}
	return false;
}

static bool item_headline(const struct item *item, struct claim *c, struct answer *answer)
{
	const struct claim *found = NULL;
	bool unanswered = false;
	for (size_t i = item->first; i < item->last && i < item->first + BODY_MAX; i++) {
		const struct claim *body = &item->attr->claims.items[i];
		if (in_heading(item->attr, body) || !headlines(c, body))
			continue;
		unanswered |= body->row.verdict == WA_VERDICT_FLAG;
		if (body->row.verdict == WA_VERDICT_FLAG)
			continue;
		if (!found || (body->row.verdict == WA_VERDICT_OK && found->row.verdict != WA_VERDICT_OK))
			found = body;
	}
	if (!found)
		return body_names(item, c, answer);
	if (found->row.verdict == WA_VERDICT_EXEMPT && unanswered)
		return false;
	for (uint32_t k = 0; k < found->row.attribution_count; k++)
		link_add(answer, found->row.attributions[k]);
	if (found->row.verdict == WA_VERDICT_EXEMPT)
		c->row.reason = found->row.reason;
	return true;
}

static bool item_dateline(const struct item *item, struct claim *c, struct answer *answer)
{
	(void)c;
	(void)answer;
	return item->dateline;
}

static bool item_credit(const struct item *item, struct claim *c, struct answer *answer)
{
	(void)c;
	(void)answer;
	return item->credit;
}

/* First mention that stands in the paragraph or behind it. */
static size_t first_mention(const struct attr *attr, uint32_t para)
{
	size_t low = 0, high = attr->mentions.count;
	while (low < high) {
		size_t middle = (low + high) / 2;
		if (attr->mentions.items[middle].para < para)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

/* "Ferry sinks, 12 dead (AP)": the headline's own. */
static bool heading_credit(const struct item *item, struct claim *c, struct answer *answer)
{
	const struct attr *attr = item->attr;
	(void)answer;
	for (size_t i = first_mention(attr, c->row.para), n = 0; i < attr->mentions.count && n < HEADING_MENTIONS; i++, n++) {
		if (attr->mentions.items[i].para != c->row.para)
			return false;
		if (attr->mentions.items[i].role == WA_ROLE_CREDIT)
			return true;
	}
	return false;
}

static bool item_vague(const struct item *item, struct claim *c, struct answer *answer)
{
	(void)item;
	if (c->vague != WA_NONE)
		link_add(answer, c->vague);
	return c->vague != WA_NONE || c->alleged;
}

struct step {
	enum wa_state state;
	item_rule *rule;
};

static const struct step of_body[] = {
	{WA_STATE_EXEMPT, item_sport},
	{WA_STATE_LEAD, item_lead},
	{WA_STATE_LEAD, item_poll},
	{WA_STATE_REPEATED, item_repeated},
	{WA_STATE_BACKGROUND, item_background},
	{WA_STATE_VAGUE, item_vague},
	{WA_STATE_DATELINE, item_dateline},
	{WA_STATE_CREDIT, item_credit},
};
static const struct step of_heading[] = {
	{WA_STATE_EXEMPT, item_sport},
	{WA_STATE_BACKGROUND, item_background},
	{WA_STATE_HEADLINE, item_headline},
	{WA_STATE_VAGUE, item_vague},
	{WA_STATE_CREDIT, heading_credit},
};

static bool settle(const struct item *item, struct claim *c, const struct step *steps, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		struct answer answer = {.count = 0};
		if (steps[i].rule(item, c, &answer))
			return link_settle(item->attr, c, c->row.reason ? WA_STATE_EXEMPT : steps[i].state, &answer);
	}
	return true;
}

static bool is_open(const struct claim *c)
{
	return c->row.state == WA_STATE_NONE;
}

static void remember(struct item *item, size_t i)
{
	const struct claim *c = &item->attr->claims.items[i];
	if (c->row.verdict == WA_VERDICT_OK && item->same_count < SAME_MAX)
		item->same[item->same_count++] = (uint32_t)i;
}

static bool settle_item(struct item *item)
{
	struct claim *claims = item->attr->claims.items;
	for (size_t i = item->first; i < item->last; i++) {
		if (in_heading(item->attr, &claims[i]))
			continue;
		if (is_open(&claims[i]) && !settle(item, &claims[i], of_body, sizeof of_body / sizeof *of_body))
			return false;
		remember(item, i);
	}
	for (size_t i = item->first; i < item->last; i++)
		if (in_heading(item->attr, &claims[i]) && is_open(&claims[i]) &&
			!settle(item, &claims[i], of_heading, sizeof of_heading / sizeof *of_heading))
			return false;
	return true;
}

/* Where the walk through the document stands. */
struct walk {
	size_t claim, sentence, mention;
	uint32_t row;
};

static void find_credits(struct item *item, struct walk *walk)
{
	const struct attr *attr = item->attr;
	for (; walk->mention < attr->mentions.count && attr->mentions.items[walk->mention].item <= item->number; walk->mention++) {
		const struct wa_mention *m = &attr->mentions.items[walk->mention];
		if (m->item != item->number || link_is_heading(attr->doc->paras.items[index_of(attr, m->para)].kind))
			continue;
		item->dateline |= m->role == WA_ROLE_DATELINE;
		item->credit |= m->role == WA_ROLE_CREDIT;
	}
}

/* The first attribution of the first paragraphs that answers for an event told there. */
static void find_lead(struct item *item, struct walk *walk)
{
	const struct attr *attr = item->attr;
	uint32_t para = WA_NONE, paragraphs = 0;
	for (; walk->sentence < attr->sentences.count && attr->sentences.items[walk->sentence].item <= item->number;
		walk->sentence++) {
		const struct sentence_fact *fact = &attr->sentences.items[walk->sentence];
		if (link_is_heading(attr->doc->paras.items[index_of(attr, fact->para)].kind))
			continue;
		paragraphs += fact->para != para;
		para = fact->para;
		if (paragraphs <= LEAD_PARAGRAPHS && item->lead == WA_NONE && (fact->claims & HEAVY || fact->tells_event))
			item->lead = fact->answers;
	}
}

/* Where another source comes; before the lead's own it leaves no lead. */
static void bound_lead(struct item *item, struct walk *walk)
{
	const struct attr *attr = item->attr;
	uint32_t count = (uint32_t)attr->attributions.count, row;
	while (walk->row < count && attr->attributions.items[walk->row].item < item->number)
		walk->row++; /* of items without claims */
	item->rows = row = walk->row;
	while (walk->row < count && attr->attributions.items[walk->row].item <= item->number)
		walk->row++;
	if (item->lead == WA_NONE)
		return;
	for (; row < walk->row; row++) {
		const struct wa_attribution *a = &attr->attributions.items[row];
		if (link_named(a) && !same_source(attr, a, &attr->attributions.items[item->lead]))
			break;
	}
	item->lead_ends = row;
	if (row <= item->lead)
		item->lead = WA_NONE;
}

bool link_items(struct attr *attr)
{
	struct walk walk = {0};
	while (walk.claim < attr->claims.count) {
		struct item item = {
			.attr = attr, .first = walk.claim, .number = attr->claims.items[walk.claim].row.item, .lead = WA_NONE};
		while (walk.claim < attr->claims.count && attr->claims.items[walk.claim].row.item == item.number)
			walk.claim++;
		item.last = walk.claim;
		find_credits(&item, &walk);
		find_lead(&item, &walk);
		bound_lead(&item, &walk);
		if (!settle_item(&item))
			return false;
	}
	return true;
}
