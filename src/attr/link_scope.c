/* What a cue governs: its content, up to a contrast. */
#include "attr/link.h"

enum { CONTENTS = 8, ADVERB_REACH = 3, CLOSING_BYTES = 24 };

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
	bool from_start = false;
	for (uint32_t i = 0; i < a->content_count && i < CONTENTS; i++) {
		struct wa_span content = a->content[i].span;
		if (a->content[i].para != attr->para)
			continue;
		covered += shared(content, span);
		from_start |= content.start <= span.start && span.start < content.end;
	}
	return covered > 0 && covered * (from_start ? 3 : 2) >= span.end - span.start;
}

/* "but", "while"; "died while fleeing", "but that" and "despite" part nothing. */
static bool opens_contrast(const struct seg *seg, uint32_t i)
{
	const struct token *before = &seg->tokens.items[i - 1];
	if (!link_is(seg, i, CLASS_CONTRAST) || before->kind != PIECE_MARK)
		return false;
	if (before->mark != MARK_COMMA && before->mark != MARK_SEMICOLON && before->mark != MARK_DASH)
		return false;
	return i + 1 < seg->tokens.count && !link_is(seg, i, CLASS_PREP) && !link_is(seg, i + 1, CLASS_THAT) &&
	       !link_is(seg, i + 1, CLASS_FORM_ING);
}

bool link_contrast(const struct seg *seg, uint32_t from, uint32_t to)
{
	if (to > from + LINK_WORDS)
		to = from + LINK_WORDS;
	for (uint32_t i = from ? from : 1; i < to; i++)
		if (opens_contrast(seg, i))
			return true;
	return false;
}

bool link_cue_is(const struct link *l, const struct wa_attribution *a, enum lex_class class)
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

/* "claimed responsibility", "condemned the attack": no verb of a clause stands before the mark or relative that ends the noun. */
static bool takes_noun(const struct link *l, uint32_t after, uint32_t to)
{
	if (after >= l->seg->tokens.count || link_is(l->seg, after, CLASS_THAT))
		return false;
	for (uint32_t i = after; i < to && i < after + LINK_WORDS; i++) {
		if (l->seg->tokens.items[i].mark == MARK_COMMA || link_is(l->seg, i, CLASS_RELATIVE))
			return true;
		if (is_finite(l->seg, i))
			return false;
	}
	return true;
}

/* ", five of them children", ", including": tells of the same. */
static bool goes_on(const struct seg *seg, uint32_t i)
{
	return link_is(seg, i, CLASS_CONJ) || link_is(seg, i, CLASS_INCLUDING) || link_is(seg, i, CLASS_NUMBER) ||
	       seg->tokens.items[i].kind == PIECE_NUMBER;
}

/* ", which", ", during which" */
static bool adds_relative(const struct seg *seg, uint32_t comma, uint32_t to)
{
	uint32_t i = comma + 1;
	if (i < to && link_is(seg, i, CLASS_PREP))
		i++;
	return i < to && link_is(seg, i, CLASS_RELATIVE);
}

/*
 * Only mentioned: "condemned the raid that killed 12", "vowed to go on, after". A cue that is no mere reaction also
 * tells what describes its noun, up to a comma: "a video shows men who".
 */
static bool leaves_noun(const struct seg *seg, uint32_t from, uint32_t to, bool reaction)
{
	for (uint32_t i = from; i < to && i < from + LINK_WORDS; i++) {
		bool comma = seg->tokens.items[i].mark == MARK_COMMA;
		if (comma && (reaction ? i + 1 < seg->tokens.count && !goes_on(seg, i + 1) : adds_relative(seg, i, to)))
			return true;
		if (reaction && link_is(seg, i, CLASS_RELATIVE))
			return true;
	}
	return false;
}

static bool parted(const struct link *l, const struct claim *c, const struct wa_attribution *a)
{
	uint32_t after;
	bool reaction, infinitive;
	if (a->cue.end > c->row.span.start || a->para != l->attr->para)
		return false;
	after = link_token(l->seg, a->cue.end);
	if (link_contrast(l->seg, after, c->first))
		return true;
	reaction = a->kind != WA_SOURCE_DOCUMENT && link_cue_is(l, a, CLASS_CUE_NP) && !link_cue_is(l, a, CLASS_CUE_STRONG);
	infinitive = a->kind != WA_SOURCE_DOCUMENT && link_cue_is(l, a, CLASS_CUE_INF) && link_is(l->seg, after, CLASS_PREP_TO);
	return (infinitive || takes_noun(l, after, c->last)) && leaves_noun(l->seg, after, c->first, reaction || infinitive);
}

/* "reportedly killed 15", "15 were allegedly killed": right before the claim or in it. */
static bool adverb_governs(const struct link *l, const struct claim *c, const struct wa_attribution *a)
{
	uint32_t i = link_token(l->seg, a->cue.start);
	if (i >= c->first)
		return i < c->last;
	if (c->first - i > ADVERB_REACH)
		return false;
	for (; i < c->first; i++)
		if (l->seg->tokens.items[i].kind == PIECE_MARK || link_is(l->seg, i, CLASS_CONJ))
			return false;
	return true;
}

/* The cue stands in the claim: "accused of arson", "four were reported to have died", "two, police said, were killed". */
static bool inside_governs(const struct link *l, const struct claim *c, const struct wa_attribution *a)
{
	if (a->cue.end <= c->row.span.start || a->cue.end > c->row.span.end)
		return false; /* "was accused by": the auxiliary may stand before the claim */
	if (a->cue.start < c->row.span.start && c->row.type != WA_CLAIM_CRIME)
		return false;
	return c->row.type == WA_CLAIM_CRIME || c->row.type == WA_CLAIM_RESPONSIBILITY || a->kind == WA_SOURCE_VAGUE ||
	       link_covers(l->attr, a, c->row.span);
}

/* Another cue stands between the two places. */
static bool cue_between(const struct link *l, uint32_t from, uint32_t to)
{
	size_t first, last;
	link_rows_near(l, from, &first, &last);
	for (size_t i = first; i < last; i++)
		if (l->attr->attributions.items[i].cue.start >= from && l->attr->attributions.items[i].cue.end <= to)
			return true;
	return false;
}

/* ", according to Reuters" at the end of a sentence covers all of it that no contrast parts off. */
static bool closing_governs(const struct link *l, const struct claim *c, const struct wa_attribution *a)
{
	const struct sentence_fact *fact = &l->attr->sentences.items[c->sentence];
	uint32_t cue = link_token(l->seg, a->cue.start), end = link_token(l->seg, a->source.end);
	if (!link_cue_is(l, a, CLASS_CUE_PREP) || a->cue.start < c->row.span.end || a->source.end <= a->cue.end || !cue ||
		l->seg->tokens.items[cue - 1].mark != MARK_COMMA)
		return false;
	if (a->cue.end > fact->span.end || (end < l->seg->tokens.count && l->seg->tokens.items[end].end < fact->span.end))
		return false;
	return !link_contrast(l->seg, c->last, cue);
}

/* Where the words of the row end on the side of what follows it: its cue, or its source when that is inverted. */
uint32_t link_row_end(const struct link *l, const struct wa_attribution *a)
{
	bool inverted = a->source_para == l->attr->para && a->source.start > a->cue.start;
	return inverted ? a->source.end : a->cue.end;
}

/* What stood before the cue was a clause of its own: "the ferry sank, the coast guard said". */
static bool closed_clause(const struct link *l, const struct wa_attribution *a)
{
	const struct wa_content *content = a->content;
	if (!a->content_count || content->para != l->attr->para || content->span.start >= a->cue.start)
		return false;
	for (uint32_t i = link_token(l->seg, content->span.start), n = 0; n < LINK_WORDS; i++, n++) {
		if (i >= l->seg->tokens.count || l->seg->tokens.items[i].end > content->span.end)
			return false;
		if (is_finite(l->seg, i))
			return true;
	}
	return true;
}

bool link_goes_on(const struct link *l, const struct wa_attribution *a, const struct claim *c)
{
	const struct seg *seg = l->seg;
	uint32_t i = link_token(seg, link_row_end(l, a));
	while (i < c->first &&
		(link_is(seg, i, CLASS_TIME_WORD) || link_is(seg, i, CLASS_PREP_IN) || link_is(seg, i, CLASS_ADVERB) ||
			link_is(seg, i, CLASS_MONTH) || seg->tokens.items[i].kind == PIECE_NUMBER))
		i++;
	if (i >= c->first || seg->tokens.items[i].mark != MARK_COMMA || i + LINK_WORDS < c->first)
		return false;
	i++;
	if (i < c->first && !link_is(seg, i, CLASS_FORM_ING) && !goes_on(seg, i))
		return false;
	for (; i < c->first; i++)
		if (link_is(seg, i, CLASS_CONTRAST) || link_is(seg, i, CLASS_RELATIVE) || link_is(seg, i, CLASS_SUBORD))
			return false;
	return true;
}

/* A cue that was given no content has the clause that follows it, or the one a comma closes before it. */
static bool bare_governs(const struct link *l, const struct claim *c, const struct wa_attribution *a)
{
	struct wa_span sentence = l->attr->sentences.items[c->sentence].span;
	bool source_first = a->source_para == l->attr->para && a->source.end > a->source.start && a->source.start < a->cue.start;
	uint32_t start = link_token(l->seg, source_first ? a->source.start : a->cue.start);
	if (a->cue.start < sentence.start || a->cue.end > sentence.end)
		return false;
	if (a->cue.end <= c->row.span.start)
		return !cue_between(l, a->cue.end, c->row.span.start) && !parted(l, c, a);
	if (start <= c->last || cue_between(l, c->row.span.end, a->cue.start))
		return false;
	return l->seg->tokens.items[start - 1].mark == MARK_COMMA || sentence.end - a->cue.end <= CLOSING_BYTES;
}

/* What the cue has for content covers the claim. */
static bool content_governs(const struct link *l, const struct claim *c, const struct wa_attribution *a)
{
	if (!a->content_count)
		return bare_governs(l, c, a);
	if (!link_covers(l->attr, a, c->row.span) || parted(l, c, a))
		return false;
	return a->cue.end > c->row.span.start || !closed_clause(l, a) || link_goes_on(l, a, c);
}

/* "Prices are expected to rise, the bank said": the cue within the forecast begins the content of the one behind it. */
static bool rest_governs(const struct link *l, const struct claim *c, const struct wa_attribution *a)
{
	const struct wa_content *content = a->content;
	return c->row.type == WA_CLAIM_FORECAST && a->content_count && content->para == l->attr->para &&
	       a->cue.start >= c->row.span.end && content->span.start > c->row.span.start &&
	       content->span.start < c->row.span.end && content->span.end >= c->row.span.end;
}

bool link_governs(const struct link *l, const struct claim *c, const struct wa_attribution *a)
{
	if (a->mode == WA_MODE_ATTITUDE || a->para != l->attr->para)
		return false;
	if (link_cue_is(l, a, CLASS_CUE_ADVERB))
		return adverb_governs(l, c, a);
	return inside_governs(l, c, a) || closing_governs(l, c, a) || content_governs(l, c, a) || rest_governs(l, c, a);
}
