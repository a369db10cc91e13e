/* A token's neighbours, as features of more than one stage want them. */
#ifndef TAG_AROUND_H
#define TAG_AROUND_H

#include "tag/view.h"

struct around {
	const struct tag_view *view;
	const struct tag_text *text;
	const struct tag_word *words, *w; /* of the paragraph; the token's */
	const struct sentence *s;
	const struct tag_sentence *sentence;
	uint32_t i;
	uint32_t left, right, left2, right2;           /* ids */
	uint32_t pos, pl, pr, pl2, pr2;                /* parts of speech */
	uint32_t place;                                /* where in its chunk it stands, and what chunk that is */
	uint32_t before_chunk, after_chunk;            /* ids beside its chunk */
	const struct tag_word *left_head, *right_head; /* heads of the chunks beside its own; NULL at the sentence's ends */
	struct tag_quote quote;
};

static inline struct around around_of(const struct tag_view *view, uint32_t i)
{
	const struct tag_text *text = &view->text;
	const struct tag_word *words = text->words.items, *w = &words[i];
	const struct sentence *s = tag_sentence_of(text, i);
	int64_t at = i;
	return (struct around){
		.view = view,
		.text = text,
		.words = words,
		.w = w,
		.s = s,
		.sentence = &view->sentences.items[w->sentence],
		.i = i,
		.left = tag_id_at(text, s, at - 1),
		.right = tag_id_at(text, s, at + 1),
		.left2 = tag_id_at(text, s, at - 2),
		.right2 = tag_id_at(text, s, at + 2),
		.pos = tag_pos_of(w),
		.pl = tag_pos_at(text, s, at - 1),
		.pr = tag_pos_at(text, s, at + 1),
		.pl2 = tag_pos_at(text, s, at - 2),
		.pr2 = tag_pos_at(text, s, at + 2),
		.place = (i == w->chunk_first) + 2u * (i + 1 == w->chunk_last) + 4u * w->chunk,
		.before_chunk = tag_id_at(text, s, (int64_t)w->chunk_first - 1),
		.after_chunk = tag_id_at(text, s, w->chunk_last),
		.left_head = w->chunk_first > s->first ? &words[words[w->chunk_first - 1].head] : NULL,
		.right_head = w->chunk_last < s->last ? &words[words[w->chunk_last].head] : NULL,
		.quote = tag_quote_at(text, i),
	};
}

/* Part of speech and casing of a head. */
static inline uint32_t kind_of_head(const struct tag_word *head)
{
	return head ? tag_pos_of(head) * 8u + head->casing : 63u;
}

#endif
