/*
 * Another clause of the sentence that plainly carries over: what goes on behind a cue that closed its content
 * ("..., police said, killing three").
 */
#include "attr/link.h"

/* Where the words of the row that stand nearest before `at` end: its cue, or its source when it is inverted. */
static uint32_t row_end(const struct link *l, const struct wa_attribution *a)
{
	bool inverted = a->source_para == l->attr->para && a->source.start > a->cue.start;
	return inverted ? a->source.end : a->cue.end;
}

/* Contents stand before the cue, so that it closed them. */
static bool is_trailing(const struct link *l, const struct wa_attribution *a)
{
	return a->content_count > 0 && a->content[0].para == l->attr->para && a->content[0].span.start < a->cue.start;
}

/* Days and times between cue and comma: "said on Monday". */
static uint32_t skip_time(const struct seg *seg, uint32_t i, uint32_t to)
{
	while (i < to && (link_is(seg, i, CLASS_TIME_WORD) || link_is(seg, i, CLASS_PREP_IN) || link_is(seg, i, CLASS_ADVERB) ||
				 link_is(seg, i, CLASS_MONTH) || seg->tokens.items[i].kind == PIECE_NUMBER))
		i++;
	return i;
}

/* ", killing three", ", and three were hurt", ", including": goes on with what was said. */
static bool goes_on(const struct seg *seg, uint32_t i, uint32_t to)
{
	if (i >= to || seg->tokens.items[i].mark != MARK_COMMA)
		return false;
	i++;
	if (!link_is(seg, i, CLASS_FORM_ING) && !link_is(seg, i, CLASS_CONJ) && !link_is(seg, i, CLASS_INCLUDING) && i != to)
		return false;
	for (; i < to; i++)
		if (link_is(seg, i, CLASS_CONTRAST) || link_is(seg, i, CLASS_RELATIVE) || link_is(seg, i, CLASS_SUBORD))
			return false;
	return true;
}

bool link_sentence(const struct link *l, struct claim *c, struct answer *answer)
{
	const struct sentence_fact *fact = &l->attr->sentences.items[c->sentence];
	size_t from, to;
	link_rows_near(l, c->row.span.start, &from, &to);
	for (size_t i = to; i > from; i--) {
		const struct wa_attribution *a = &l->attr->attributions.items[i - 1];
		uint32_t token;
		if (a->cue.start >= c->row.span.start)
			continue;
		if (a->cue.start < fact->span.start)
			return false;
		if (a->mode == WA_MODE_ATTITUDE)
			continue;
		if (!link_named(a) || !is_trailing(l, a))
			return false;
		token = skip_time(l->seg, link_token(l->seg, row_end(l, a)), c->first);
		if (token + LINK_WORDS < c->first || !goes_on(l->seg, token, c->first))
			return false;
		link_add(answer, (uint32_t)(i - 1));
		return true;
	}
	return false;
}
