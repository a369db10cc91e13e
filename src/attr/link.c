#include "attr/link.h"

#include <string.h>

/* Within the paragraph, in the order of the states; but what needs no source keeps its reason though a source mentions it. */
static const struct {
	enum wa_state state;
	link_rule *rule;
} rules[] = {
	{WA_STATE_EXEMPT, link_exempt_within},
	{WA_STATE_CLAUSE, link_clause},
	{WA_STATE_WITNESS, link_witness},
	{WA_STATE_SENTENCE, link_sentence},
	{WA_STATE_EXEMPT, link_exempt},
	{WA_STATE_VAGUE, link_vague},
	{WA_STATE_INHERITED, link_inherited},
	{WA_STATE_PARAGRAPH, link_paragraph_near},
};
#define RULES (sizeof rules / sizeof *rules)
#define FIRST_NEAR (RULES - 2) /* rules that ask what the other sentences have come to */

void link_add(struct answer *answer, uint32_t row)
{
	for (uint32_t i = 0; i < answer->count; i++)
		if (answer->rows[i] == row)
			return;
	if (answer->count < LINK_ROWS)
		answer->rows[answer->count++] = row;
}

bool link_settle(struct attr *attr, struct claim *c, enum wa_state state, const struct answer *answer)
{
	uint32_t *rows = NULL;
	if (answer->count) {
		rows = arena_alloc(attr->arena, answer->count * sizeof *rows);
		if (!rows)
			return false;
		memcpy(rows, answer->rows, answer->count * sizeof *rows);
	}
	c->row.state = state;
	c->row.verdict = wa_state_verdict(state);
	c->row.attributions = rows;
	c->row.attribution_count = answer->count;
	if (state != WA_STATE_EXEMPT)
		c->row.reason = WA_REASON_NONE;
	if (c->row.verdict == WA_VERDICT_OK) {
		c->row.nearest = WA_NONE;
		c->row.gap = WA_GAP_NONE;
	}
	return true;
}

static bool ask(struct link *l, struct claim *c, size_t from, size_t to)
{
	for (size_t i = from; i < to && c->row.state == WA_STATE_NONE; i++) {
		struct answer answer = {.count = 0};
		if (rules[i].rule(l, c, &answer) && !link_settle(l->attr, c, rules[i].state, &answer))
			return false;
	}
	link_note_claim(l, c);
	return true;
}

static uint32_t away(const struct wa_attribution *a, const struct claim *c)
{
	return a->cue.start < c->row.span.start ? c->row.span.start - a->cue.start : a->cue.start - c->row.span.start;
}

/* The named row of the paragraph that stands nearest, else the last before it; a vague one when none is named. */
static uint32_t nearest(const struct link *l, const struct claim *c)
{
	const struct wa_attribution *rows = l->attr->attributions.items;
	uint32_t best = WA_NONE;
	size_t from, to;
	link_rows_near(l, c->row.span.start, &from, &to);
	for (size_t i = from; i < to; i++)
		if (link_named(&rows[i]) && (best == WA_NONE || away(&rows[i], c) < away(&rows[best], c)))
			best = (uint32_t)i;
	for (size_t i = l->first_row, n = 0; best == WA_NONE && i > 0 && n < LINK_REACH; i--, n++) {
		if (rows[i - 1].item != c->row.item)
			break;
		if (link_named(&rows[i - 1]))
			best = (uint32_t)(i - 1);
	}
	return best != WA_NONE || from == to ? best : (uint32_t)from;
}

/* Why the row does not answer. */
static enum wa_gap gap_of(const struct link *l, const struct claim *c, const struct wa_attribution *a)
{
	if (a->para == c->row.para && link_covers(l->attr, a, c->row.span)) {
		uint32_t from = link_token(l->seg, a->cue.end);
		bool before = a->cue.end <= c->row.span.start;
		return before && link_contrast(l->seg, from, c->first) ? WA_GAP_CONTRAST : WA_GAP_REACTION;
	}
	if (link_is_light(c->row.type) || c->row.type == WA_CLAIM_QUOTE || link_has_authority(l, a))
		return WA_GAP_ELSEWHERE;
	return WA_GAP_AUTHORITY;
}

static void note_nearest(struct link *l)
{
	for (size_t i = l->first_claim; i < l->attr->claims.count; i++) {
		struct claim *c = &l->attr->claims.items[i];
		if (c->row.verdict != WA_VERDICT_OK)
			c->row.nearest = nearest(l, c);
		if (c->row.nearest != WA_NONE)
			c->row.gap = gap_of(l, c, &l->attr->attributions.items[c->row.nearest]);
	}
}

static bool settle(struct link *l, size_t from, size_t to)
{
	for (size_t i = l->first_claim; i < l->attr->claims.count; i++)
		if (!ask(l, &l->attr->claims.items[i], from, to))
			return false;
	return true;
}

/* The first row whose `para` is the paragraph's; rows stand in the order of paragraphs. */
#define FIRST_OF(vec, para_of)                                                 \
	for (at = (vec).count; at > 0 && (vec).items[at - 1].para_of == para;) \
		at--;

static struct link open_link(struct attr *attr)
{
	struct link l = {.attr = attr, .seg = &attr->seg};
	uint32_t para = attr->para;
	size_t at;
	l.first_sentence = attr->sentences.count - attr->seg.sentences.count;
	FIRST_OF(attr->attributions, para)
	l.first_row = at;
	FIRST_OF(attr->claims, row.para)
	l.first_claim = at;
	return l;
}

/* Nobody is credited, nothing is claimed or quoted, and nothing waits to be. */
static bool is_plain(const struct link *l)
{
	const struct attr *attr = l->attr;
	bool waits = l->first_claim > 0 && attr->claims.items[l->first_claim - 1].open;
	return !waits && l->first_row == attr->attributions.count && l->first_claim == attr->claims.count && !l->seg->quotes.count;
}

bool link_paragraph(struct attr *attr)
{
	struct link l = open_link(attr);
	if (is_plain(&l))
		return true;
	if (!link_speakers(&l) || !link_quotations(&l))
		return false;
	link_note_answers(&l);
	if (!settle(&l, 0, FIRST_NEAR))
		return false;
	if (!settle(&l, FIRST_NEAR, RULES))
		return false;
	note_nearest(&l);
	return !attr->claims.failed;
}

bool link_document(struct attr *attr)
{
	return link_items(attr) && !attr->claims.failed;
}
