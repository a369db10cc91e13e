/*
 * Another clause of the sentence that plainly carries over: what goes on behind a cue that closed its content
 * ("..., police said, killing three").
 */
#include "attr/link.h"

enum { POLL_WORDS = 4 }; /* between an article and its poll */

/* Contents stand before the cue, so that it closed them. */
static bool is_trailing(const struct link *l, const struct wa_attribution *a)
{
	return a->content_count > 0 && a->content[0].para == l->attr->para && a->content[0].span.start < a->cue.start;
}

/* "A Fox poll put him at 40 percent": the poll itself is the source, when its name says whose it is. */
static bool poll_governs(const struct link *l, const struct claim *c)
{
	const struct sentence *s = &l->seg->sentences.items[c->sentence - l->first_sentence];
	for (uint32_t i = s->first + 1; i < s->last && i < s->first + LINK_WORDS; i++)
		if (link_is(l->seg, i, CLASS_POLL) && l->seg->tokens.items[i - 1].shape & SHAPE_UPPER && i > s->first + 1)
			return true;
	return false;
}

/* "a new poll", "another survey": not the one told of before. */
static bool opens_poll(const struct link *l, const struct claim *c)
{
	const struct sentence *s = &l->seg->sentences.items[c->sentence - l->first_sentence];
	for (uint32_t i = s->first + 1; i < s->last && i < s->first + LINK_WORDS; i++) {
		if (!link_is(l->seg, i, CLASS_POLL))
			continue;
		for (uint32_t k = i; k > s->first && i - k < POLL_WORDS; k--)
			if (link_is(l->seg, k - 1, CLASS_DET))
				return !link_is(l->seg, k - 1, CLASS_DET_DEF);
	}
	return false;
}

bool link_sentence(const struct link *l, struct claim *c, struct answer *answer)
{
	const struct sentence_fact *fact = &l->attr->sentences.items[c->sentence];
	size_t from, to;
	if (c->row.type == WA_CLAIM_POLL && poll_governs(l, c))
		return true;
	c->new_poll = c->row.type == WA_CLAIM_POLL && opens_poll(l, c);
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
