/* What a cue governs: its content, up to a contrast. */
#include "attr/link.h"

enum { CONTENTS = 8, MENTIONS = 16, AFTER_WITNESS = 30 };

uint32_t link_token(const struct seg *seg, uint32_t at)
{
	size_t low = 0, high = seg->tokens.count;
	while (low < high) {
		size_t middle = (low + high) / 2;
		if (seg->tokens.items[middle].end <= at)
			low = middle + 1;
		else
			high = middle;
	}
	return (uint32_t)low;
}

void link_rows_near(const struct link *l, uint32_t at, size_t *from, size_t *to)
{
	const struct wa_attribution *rows = l->attr->attributions.items;
	size_t low = l->first_row, high = l->attr->attributions.count, end = high;
	while (low < high) {
		size_t middle = (low + high) / 2;
		if (rows[middle].cue.start < at)
			low = middle + 1;
		else
			high = middle;
	}
	*from = low - l->first_row > LINK_REACH ? low - LINK_REACH : l->first_row;
	*to = end - low > LINK_REACH ? low + LINK_REACH : end;
}

static uint32_t shared(struct wa_span a, struct wa_span b)
{
	uint32_t start = a.start > b.start ? a.start : b.start, end = a.end < b.end ? a.end : b.end;
	return end > start ? end - start : 0;
}

bool link_covers(const struct attr *attr, const struct wa_attribution *a, struct wa_span span)
{
	uint32_t covered = 0;
	for (uint32_t i = 0; i < a->content_count && i < CONTENTS; i++)
		if (a->content[i].para == attr->para)
			covered += shared(a->content[i].span, span);
	return covered > 0 && covered * 2 >= span.end - span.start;
}

/* "but", "while"; "died while fleeing" and "but that" part nothing. */
static bool opens_contrast(const struct seg *seg, uint32_t i, uint32_t to)
{
	const struct token *before = &seg->tokens.items[i - 1];
	if (!link_is(seg, i, CLASS_CONTRAST) || before->kind != PIECE_MARK)
		return false;
	if (before->mark != MARK_COMMA && before->mark != MARK_SEMICOLON && before->mark != MARK_DASH)
		return false;
	return i + 1 < to && !link_is(seg, i + 1, CLASS_THAT) && !link_is(seg, i + 1, CLASS_FORM_ING) &&
	       !link_is(seg, i + 1, CLASS_PREP);
}

bool link_contrast(const struct seg *seg, uint32_t from, uint32_t to)
{
	if (to > from + LINK_WORDS)
		to = from + LINK_WORDS;
	for (uint32_t i = from ? from : 1; i < to; i++)
		if (opens_contrast(seg, i, to))
			return true;
	return false;
}

static bool cue_is(const struct link *l, const struct wa_attribution *a, enum lex_class class)
{
	for (uint32_t i = link_token(l->seg, a->cue.start); i < l->seg->tokens.count; i++) {
		if (l->seg->tokens.items[i].start >= a->cue.end)
			return false;
		if (link_is(l->seg, i, class))
			return true;
	}
	return false;
}

static bool is_finite(const struct seg *seg, uint32_t i)
{
	if (link_is(seg, i, CLASS_AUX) || link_is(seg, i, CLASS_MODAL))
		return true;
	return link_is(seg, i, CLASS_VERB) && (link_is(seg, i, CLASS_FORM_PAST) || link_is(seg, i, CLASS_FORM_S)) &&
	       (!link_is(seg, i, CLASS_NOUN) || link_is(seg, i, CLASS_MOSTLY_VERB));
}

/* "condemned the attack", "vowed to": the cue takes a noun or an infinitive, no clause with a verb of its own. */
static bool takes_noun(const struct link *l, const struct wa_attribution *a, uint32_t after, uint32_t to)
{
	if (cue_is(l, a, CLASS_CUE_STRONG) || cue_is(l, a, CLASS_CUE_PREP) || after >= l->seg->tokens.count ||
		link_is(l->seg, after, CLASS_THAT))
		return false;
	if (cue_is(l, a, CLASS_CUE_INF) && link_is(l->seg, after, CLASS_PREP_TO))
		return true;
	for (uint32_t i = after; i < to && i < after + LINK_WORDS; i++) {
		if (l->seg->tokens.items[i].mark == MARK_COMMA || link_is(l->seg, i, CLASS_RELATIVE))
			return true;
		if (is_finite(l->seg, i))
			return false;
	}
	return cue_is(l, a, CLASS_CUE_NP);
}

/* ", five of them children", ", including": tells of the same. */
static bool goes_on(const struct seg *seg, uint32_t i)
{
	return link_is(seg, i, CLASS_CONJ) || link_is(seg, i, CLASS_INCLUDING) || link_is(seg, i, CLASS_NUMBER) ||
	       seg->tokens.items[i].kind == PIECE_NUMBER;
}

/* What is only mentioned: "condemned the raid that killed 12", "vowed to go on, after". */
static bool leaves_noun(const struct seg *seg, uint32_t from, uint32_t to)
{
	for (uint32_t i = from; i < to && i < from + LINK_WORDS; i++) {
		if (link_is(seg, i, CLASS_RELATIVE))
			return true;
		if (seg->tokens.items[i].mark == MARK_COMMA && i + 1 < seg->tokens.count && !goes_on(seg, i + 1))
			return true;
	}
	return false;
}

static bool parted(const struct link *l, const struct claim *c, const struct wa_attribution *a)
{
	uint32_t after;
	if (a->cue.end > c->row.span.start || a->para != l->attr->para)
		return false;
	after = link_token(l->seg, a->cue.end);
	return link_contrast(l->seg, after, c->first) || (takes_noun(l, a, after, c->last) && leaves_noun(l->seg, after, c->first));
}

/* "accused of arson", "claimed responsibility for the raid": the cue is what makes the claim. */
static bool makes_claim(const struct claim *c, const struct wa_attribution *a)
{
	return (c->row.type == WA_CLAIM_CRIME || c->row.type == WA_CLAIM_RESPONSIBILITY) && a->cue.start >= c->row.span.start &&
	       a->cue.end <= c->row.span.end;
}

bool link_governs(const struct link *l, const struct claim *c, const struct wa_attribution *a)
{
	if (a->mode == WA_MODE_ATTITUDE || a->para != l->attr->para)
		return false;
	return makes_claim(c, a) || (link_covers(l->attr, a, c->row.span) && !parted(l, c, a));
}

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
	for (size_t i = attr->mentions.count, n = 0; i > 0 && n < MENTIONS; i--, n++) {
		const struct wa_mention *m = &attr->mentions.items[i - 1];
		if (m->para != attr->para)
			return false;
		if (m->role == WA_ROLE_WITNESS && m->span.start < a->source.end && m->span.end > a->source.start)
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

/* Rows that govern the claim and are as wanted. */
static void governing(const struct link *l, const struct claim *c, wanted_row wanted, struct answer *answer)
{
	size_t from, to;
	link_rows_near(l, c->row.span.start, &from, &to);
	for (size_t i = from; i < to; i++) {
		const struct wa_attribution *a = &l->attr->attributions.items[i];
		if (wanted(l, a) && link_governs(l, c, a))
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
	for (size_t i = attr->mentions.count, n = 0; i > 0 && n < MENTIONS; i--, n++) {
		const struct wa_mention *m = &attr->mentions.items[i - 1];
		uint32_t token;
		if (m->para != attr->para || m->span.end <= sentence.start)
			return false;
		if (m->role != WA_ROLE_WITNESS || m->span.start >= sentence.end)
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
	return l->attr->attributions.items[c->vague].source_para != WA_NONE;
}

/* Nothing but the clause itself stands between where the content begins and the claim: no relative clause, no condition. */
static bool is_asserted(const struct link *l, const struct claim *c, const struct wa_attribution *a)
{
	uint32_t i;
	if (!link_named(a) || makes_claim(c, a) || !link_governs(l, c, a) || !a->content_count)
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
