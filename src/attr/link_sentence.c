/*
 * Another clause of the sentence that plainly carries over: what goes on behind a cue that closed its content
 * ("..., police said, killing three").
 */
#include "attr/link.h"

/* Contents stand before the cue, so that it closed them. */
static bool is_trailing(const struct link *l, const struct wa_attribution *a)
{
	return a->content_count > 0 && a->content[0].para == l->attr->para && a->content[0].span.start < a->cue.start;
}

bool link_sentence(const struct link *l, struct claim *c, struct answer *answer)
{
	const struct sentence_fact *fact = &l->attr->sentences.items[c->sentence];
	size_t from, to;
	link_rows_near(l, c->row.span.start, &from, &to);
	for (size_t i = to; i > from; i--) {
		const struct wa_attribution *a = &l->attr->attributions.items[i - 1];
		if (a->cue.start >= c->row.span.start)
			continue;
		if (a->cue.start < fact->span.start)
			return false;
		if (a->mode == WA_MODE_ATTITUDE)
			continue;
		if (!link_named(a) || !is_trailing(l, a))
			return false;
		if (!link_goes_on(l, a, c))
			return false;
		link_add(answer, (uint32_t)(i - 1));
		return true;
	}
	return false;
}
