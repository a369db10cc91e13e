/* Who answers in the claim's own clause; what needs no source. */
#include "attr/link.h"
#include "attr/mention.h"

enum { MENTIONS = 16, AFTER_WITNESS = 30 };

static uint32_t distance(const struct claim *c, const struct wa_attribution *a)
{
	if (a->cue.end <= c->row.span.start)
		return c->row.span.start - a->cue.end;
	return a->cue.start >= c->row.span.end ? a->cue.start - c->row.span.end : 0;
}

/* The agency's own reporter is the source. */
static bool is_witness(const struct link *l, const struct wa_attribution *a)
{
	const struct attr *attr = l->attr;
	if (a->source_para != attr->para)
		return false;
	for (size_t i = mention_behind(attr, a->source.start), n = 0; i < attr->mentions.count && n < MENTIONS; i++, n++) {
		const struct wa_mention *m = &attr->mentions.items[i];
		if (m->span.start >= a->source.end)
			return false;
		if (m->role == WA_ROLE_WITNESS)
			return true;
	}
	return false;
}

typedef bool wanted_row(const struct link *l, const struct wa_attribution *a);

/* Puts the row among those of the answer, nearest first. */
static void insert(const struct link *l, const struct claim *c, struct answer *answer, uint32_t row)
{
	const struct wa_attribution *rows = l->attr->attributions.items;
	uint32_t at = answer->count < LINK_ROWS ? answer->count++ : LINK_ROWS;
	while (at > 0 && distance(c, &rows[answer->rows[at - 1]]) > distance(c, &rows[row])) {
		if (at < LINK_ROWS)
			answer->rows[at] = answer->rows[at - 1];
		at--;
	}
	if (at < LINK_ROWS)
		answer->rows[at] = row;
}

/* "In a poll", "recent surveys put": whose it is stands nowhere. "The poll" was told of before, and "a poll found" says it. */
static bool is_nameless_poll(const struct link *l, const struct wa_attribution *a)
{
	bool poll = false;
	uint32_t i = link_token(l->seg, a->source.start);
	if (a->kind != WA_SOURCE_DOCUMENT || a->source_para != l->attr->para || link_is(l->seg, i, CLASS_DET_DEF) ||
		(link_cue_is(l, a, CLASS_CUE) && !link_cue_is(l, a, CLASS_CUE_AT)))
		return false;
	for (; i < l->seg->tokens.count && l->seg->tokens.items[i].start < a->source.end; i++) {
		bool known = link_is(l->seg, i, CLASS_DET) || link_is(l->seg, i, CLASS_ADJECTIVE) ||
			     link_is(l->seg, i, CLASS_WEEKDAY) || link_is(l->seg, i, CLASS_MONTH);
		poll |= link_is(l->seg, i, CLASS_CUE_SURVEY);
		if (l->seg->tokens.items[i].shape & SHAPE_UPPER && !known && !link_is(l->seg, i, CLASS_CUE_SURVEY))
			return false;
	}
	return poll;
}

/* Rows that govern the claim and are as wanted; a poll's figure needs to know whose poll it was. */
static void governing(const struct link *l, const struct claim *c, wanted_row wanted, struct answer *answer)
{
	size_t from, to;
	link_rows_near(l, c->row.span.start, &from, &to);
	for (size_t i = from; i < to; i++) {
		const struct wa_attribution *a = &l->attr->attributions.items[i];
		if (wanted(l, a) && link_governs(l, c, a) && !(c->row.type == WA_CLAIM_POLL && is_nameless_poll(l, a)))
			insert(l, c, answer, (uint32_t)i);
	}
}

static bool wants_named(const struct link *l, const struct wa_attribution *a)
{
	return link_named(a) && !is_witness(l, a);
}

static bool wants_vague(const struct link *l, const struct wa_attribution *a)
{
	(void)l;
	return a->kind == WA_SOURCE_VAGUE;
}

bool link_clause(const struct link *l, struct claim *c, struct answer *answer)
{
	uint32_t speaker = link_speaker_of(l, c);
	governing(l, c, wants_named, answer);
	if (speaker != WA_NONE && link_named(&l->attr->attributions.items[speaker]))
		link_add(answer, speaker);
	return answer->count > 0;
}

/* "A Reuters reporter saw 12 bodies": the role of the name tells it, whatever the verb. */
static bool sees(const struct link *l, const struct claim *c)
{
	const struct attr *attr = l->attr;
	struct wa_span sentence = attr->sentences.items[c->sentence].span;
	for (size_t i = mention_behind(attr, sentence.end), n = 0; i > 0 && n < MENTIONS; i--, n++) {
		const struct wa_mention *m = &attr->mentions.items[i - 1];
		uint32_t token;
		if (m->para != attr->para || m->span.end <= sentence.start)
			return false;
		if (m->role != WA_ROLE_WITNESS)
			continue;
		token = link_token(l->seg, m->span.start);
		if (token >= c->first || c->first - token > AFTER_WITNESS)
			return token >= c->last;
		return !link_contrast(l->seg, token, c->first);
	}
	return false;
}

bool link_witness(const struct link *l, struct claim *c, struct answer *answer)
{
	governing(l, c, is_witness, answer);
	return answer->count > 0 || sees(l, c);
}

/* "Experts say" settles it; "reportedly" only when no source stands near. */
bool link_vague(const struct link *l, struct claim *c, struct answer *answer)
{
	governing(l, c, wants_vague, answer);
	if (!answer->count)
		return false;
	c->vague = answer->rows[0];
	if (link_is_heading(l->attr->kind))
		return false; /* the body may name who says so */
	return l->attr->attributions.items[c->vague].source_para != WA_NONE;
}

/* Nothing but the clause itself stands between where the content begins and the claim: no relative clause, no condition. */
static bool is_asserted(const struct link *l, const struct claim *c, const struct wa_attribution *a)
{
	uint32_t i;
	if (!link_named(a) || (a->cue.start >= c->row.span.start && a->cue.end <= c->row.span.end) || !link_governs(l, c, a) ||
		!a->content_count)
		return false;
	i = link_token(l->seg, a->content[0].para == l->attr->para ? a->content[0].span.start : 0);
	if (i < c->first && link_is(l->seg, i, CLASS_THAT))
		i++;
	for (; i < c->first; i++)
		if (link_is(l->seg, i, CLASS_RELATIVE) || link_is(l->seg, i, CLASS_HYPOTHETICAL))
			return false;
	return true;
}

/* What needs no source keeps its reason where a source only mentions it: "honoured the man who was killed in 1989". */
bool link_exempt_within(const struct link *l, struct claim *c, struct answer *answer)
{
	size_t from, to;
	(void)answer;
	if (c->row.reason == WA_REASON_NONE || link_speaker_of(l, c) != WA_NONE)
		return false;
	link_rows_near(l, c->row.span.start, &from, &to);
	for (size_t i = from; i < to; i++)
		if (is_asserted(l, c, &l->attr->attributions.items[i]))
			return false;
	return true;
}

bool link_exempt(const struct link *l, struct claim *c, struct answer *answer)
{
	(void)l;
	(void)answer;
	return c->row.reason != WA_REASON_NONE;
}
