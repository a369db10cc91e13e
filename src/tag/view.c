#include "tag/view.h"

void tag_view_release(struct tag_view *view)
{
	tag_text_release(&view->text);
	vec_release(&view->near);
	vec_release(&view->kinds);
	vec_release(&view->sentences);
	vec_release(&view->cues);
}

bool tag_view_read(struct tag_view *view, const struct seg *seg)
{
	view->cues.count = 0;
	if (!tag_text_read(&view->text, seg) || !vec_reserve(&view->near, seg->tokens.count) ||
		!vec_reserve(&view->kinds, seg->tokens.count + 1) || !vec_reserve(&view->sentences, seg->sentences.count))
		return false;
	view->near.count = seg->tokens.count;
	view->sentences.count = seg->sentences.count;
	for (size_t i = 0; i < view->near.count; i++)
		view->near.items[i] = (struct tag_near){TAG_NONE_NEAR, TAG_NONE_NEAR, TAG_NONE_NEAR, TAG_NONE_NEAR, 0, false};
	return true;
}

static void rank(struct tag_sentence *sentence, uint32_t token, uint8_t band)
{
	sentence->strong = (uint8_t)(sentence->strong + (band >= BAND_STRONG && sentence->strong < 3));
	if (band > sentence->band) {
		sentence->second_band = sentence->band;
		sentence->band = band;
		sentence->best = token;
	} else if (band > sentence->second_band) {
		sentence->second_band = band;
	}
}

static uint8_t band_at(const struct tag_word *words, const struct sentence *s, uint32_t i)
{
	return i >= s->first && i < s->last ? words[i].band : 0; /* before the paragraph's first token `i` is far above */
}

/* Weak words are cues beside strong ones only: measured on what the stage of cues would find if it looked at every token. */
static bool may_be_cue(const struct tag_word *words, const struct sentence *s, uint32_t i)
{
	uint8_t band = words[i].band, left = band_at(words, s, i - 1), right = band_at(words, s, i + 1);
	uint8_t beside = left > right ? left : right, next;
	if (band >= BAND_CANDIDATE - 1 || beside >= BAND_CANDIDATE || (band >= 1 && beside >= BAND_CANDIDATE - 1))
		return true;
	left = band_at(words, s, i - 2);
	right = band_at(words, s, i + 2);
	next = left > right ? left : right;
	return next > BAND_STRONG || (band >= 2 && next >= BAND_CANDIDATE);
}

static void read_candidates(struct tag_view *view, const struct sentence *s, struct tag_sentence *sentence)
{
	const struct tag_word *words = view->text.words.items;
	const struct token *tokens = view->text.seg->tokens.items;
	uint32_t left = TAG_NONE_NEAR, right = TAG_NONE_NEAR;
	*sentence = (struct tag_sentence){.best = TAG_NONE_NEAR};
	for (uint32_t i = s->first; i < s->last; i++) {
		view->near.items[i].left = left;
		if (words[i].band >= BAND_CANDIDATE)
			left = i;
		rank(sentence, i, words[i].band);
		sentence->quotes = sentence->quotes || tokens[i].quote;
		view->near.items[i].maybe = may_be_cue(words, s, i);
	}
	for (uint32_t i = s->last; i-- > s->first;) {
		view->near.items[i].right = right;
		if (words[i].band >= BAND_CANDIDATE)
			right = i;
	}
}

void tag_view_candidates(struct tag_view *view)
{
	for (size_t s = 0; s < view->sentences.count; s++)
		read_candidates(view, &view->text.seg->sentences.items[s], &view->sentences.items[s]);
}

bool tag_view_cues(struct tag_view *view, const struct chain_label *labels)
{
	const struct tag_word *words = view->text.words.items;
	uint32_t count = (uint32_t)view->near.count;
	view->cues.count = 0;
	for (uint32_t i = 0; i < count; i++) {
		struct tag_cue *cue;
		view->near.items[i].cue_left = view->cues.count ? (uint32_t)view->cues.count - 1 : TAG_NONE_NEAR;
		view->near.items[i].cue = 0;
		if (!labels[i].type)
			continue;
		if (!labels[i].first && view->cues.count) {
			cue = &view->cues.items[view->cues.count - 1];
			view->near.items[i].cue_left = view->near.items[i - 1].cue_left;
		} else {
			cue = vec_push(&view->cues);
			if (!cue)
				return false;
			*cue = (struct tag_cue){.first = i, .head = i};
		}
		cue->last = i + 1;
		if (words[i].band >= words[cue->head].band)
			cue->head = i;
		view->near.items[i].cue = (uint32_t)view->cues.count;
	}
	for (uint32_t i = count, right = TAG_NONE_NEAR; i-- > 0;) {
		uint32_t cue = view->near.items[i].cue;
		view->near.items[i].cue_right = cue ? cue < view->cues.count ? cue : TAG_NONE_NEAR : right;
		if (cue)
			right = cue - 1;
	}
	return true;
}

static uint8_t length_bucket(const struct quotation *q)
{
	if (!q->closed)
		return 7;
	return (uint8_t)(q->words < 3 ? q->words : q->words < 6 ? 3 : q->words < 12 ? 4 : q->words < 25 ? 5 : 6);
}

struct tag_quote tag_quote_at(const struct tag_text *text, uint32_t i)
{
	uint32_t quote = text->seg->tokens.items[i].quote;
	const struct quotation *q;
	if (!quote)
		return (struct tag_quote){0};
	q = &text->seg->quotes.items[quote - 1];
	return (struct tag_quote){
		.inside = i == q->first                   ? 1
			  : i + 1 == q->last && q->closed ? 3
							  : 2,
		.length = length_bucket(q),
		.to_first = (uint8_t)tag_bucket(i - q->first),
		.to_last = (uint8_t)tag_bucket(q->last - 1 - i),
		.quote = q,
	};
}

static bool is_quote_mark(uint8_t mark)
{
	return mark == MARK_QUOTE || mark == MARK_QUOTE_OPEN || mark == MARK_QUOTE_CLOSE;
}

/* What may stand between two tokens far from each other; KIND_NONE counts nothing. */
enum { KIND_COMMA, KIND_QUOTE, KIND_DASH, KIND_MARK, KIND_CLAUSE, KIND_VERB, KIND_RELATIVE, KIND_NONE };

static uint32_t kind_of(const struct tag_word *w, uint8_t mark)
{
	switch (w->pos) {
	case TAG_POS_MARK:
		return mark == MARK_COMMA    ? KIND_COMMA
		       : is_quote_mark(mark) ? KIND_QUOTE
		       : mark == MARK_DASH   ? KIND_DASH
					     : KIND_MARK;
	case TAG_POS_SC:
		return KIND_CLAUSE;
	case TAG_POS_VBD:
	case TAG_POS_VBZ:
	case TAG_POS_VBP:
	case TAG_POS_MD:
		return KIND_VERB;
	case TAG_POS_WP:
	case TAG_POS_WDT:
		return KIND_RELATIVE;
	default:
		return KIND_NONE;
	}
}

void tag_view_kinds(struct tag_view *view)
{
	const struct token *tokens = view->text.seg->tokens.items;
	uint64_t sum = 0;
	for (size_t i = 0; i < view->near.count; i++) {
		view->kinds.items[i] = sum;
		sum += UINT64_C(1) << 8 * kind_of(&view->text.words.items[i], tokens[i].mark);
	}
	view->kinds.items[view->near.count] = sum;
}

/*
 * Sums may run over from one byte into the next; their difference is that of the sums as they should be, and between
 * tokens so near each other no byte of it runs over.
 */
uint32_t tag_between(const struct tag_view *view, uint32_t first, uint32_t last)
{
	enum { FEW = 4, FAR = 24 };
	const uint64_t lows = UINT64_C(0x007F7F7F7F7F7F7F);
	uint32_t hash = last - first, end = hash > FAR ? first + FAR : last;
	uint64_t some;
	if (hash <= FEW) {
		for (uint32_t i = first; i < last; i++)
			hash = tag_mix(hash, tag_pos_of(&view->text.words.items[i]));
		return hash;
	}
	some = (((view->kinds.items[end] - view->kinds.items[first]) & lows) + lows) & ~lows; /* top bit of each kind there is */
	return tag_mix((uint32_t)(some >> 7 | some >> 34), 1000 + tag_bucket(last - first));
}

enum {
	BORDER_PARAGRAPH,
	BORDER_SENTENCE,
	BORDER_WORDS,
	BORDER_COMMA,
	BORDER_QUOTE,
	BORDER_COLON,
	BORDER_MARK,
	BORDER_BEFORE_COMMA,
	BORDER_BEFORE_QUOTE,
	BORDER_BEFORE_MARK,
	BORDER_KINDS
};
_Static_assert(2 * BORDER_KINDS == CHAIN_CONTEXTS, "a border is of one of these kinds, inside a quotation or outside");

static uint8_t kind_of_border(const struct token *before, const struct token *after)
{
	if (before->kind == PIECE_MARK)
		return before->mark == MARK_COMMA    ? BORDER_COMMA
		       : is_quote_mark(before->mark) ? BORDER_QUOTE
		       : before->mark == MARK_COLON  ? BORDER_COLON
						     : BORDER_MARK;
	if (after->kind == PIECE_MARK)
		return after->mark == MARK_COMMA    ? BORDER_BEFORE_COMMA
		       : is_quote_mark(after->mark) ? BORDER_BEFORE_QUOTE
						    : BORDER_BEFORE_MARK;
	return BORDER_WORDS;
}

uint8_t tag_border(const struct tag_text *text, uint32_t i)
{
	const struct token *after = &text->seg->tokens.items[i];
	uint8_t kind;
	if (i == 0)
		return BORDER_PARAGRAPH;
	kind = i == tag_sentence_of(text, i)->first ? BORDER_SENTENCE : kind_of_border(after - 1, after);
	return after->quote && after[-1].quote == after->quote ? kind + BORDER_KINDS : kind;
}
