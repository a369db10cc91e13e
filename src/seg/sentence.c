/*
 * Sentences. A stop ends one when what stands before it is no abbreviation or initial and what follows
 * looks like a beginning; a stray stop before a lower-case word ends nothing.
 */
#include "seg/parts.h"

static bool is_closer(const struct seg *seg, size_t i)
{
	const struct token *t = &seg->tokens.items[i];
	if (t->kind != PIECE_MARK || (t->shape & SHAPE_SPACE))
		return false;
	switch (t->mark) {
	case MARK_QUOTE_CLOSE:
	case MARK_CLOSE:
	case MARK_SINGLE:
		return true;
	case MARK_QUOTE:
		return t->quote && seg->quotes.items[t->quote - 1].last == i + 1;
	default:
		return false;
	}
}

/* Function words that may begin a sentence, capitalised only because they do. */
static bool is_starter(const struct seg *seg, size_t i)
{
	return seg_is(seg, i, CLASS_DET) || seg_is(seg, i, CLASS_PRONOUN) || seg_is(seg, i, CLASS_PREP) ||
	       seg_is(seg, i, CLASS_SUBORD) || seg_is(seg, i, CLASS_CONTRAST) || seg_is(seg, i, CLASS_CONJ);
}

static bool begins(const struct seg *seg, size_t i)
{
	const struct token *t = &seg->tokens.items[i];
	if (!(t->shape & SHAPE_SPACE))
		return t->kind == PIECE_MARK && t->quote && seg->quotes.items[t->quote - 1].first == i;
	if (t->kind == PIECE_MARK)
		return t->mark != MARK_COMMA && t->mark != MARK_CLOSE && t->mark != MARK_STOP && t->mark != MARK_DASH;
	return t->kind == PIECE_NUMBER || (t->shape & SHAPE_UPPER) || (t->shape & SHAPE_DIGIT);
}

static bool is_initial(const struct token *t)
{
	return t->kind == PIECE_WORD && t->end - t->start == 1 && (t->shape & SHAPE_UPPER);
}

/* Does the stop at `i` belong to the word before it? `next` is the token after the stop and its closers. */
static bool is_abbreviation(const struct seg *seg, size_t i, size_t next)
{
	const struct token *before = &seg->tokens.items[i - 1];
	if (before->kind != PIECE_WORD || (seg->tokens.items[i].shape & SHAPE_SPACE))
		return false;
	if (seg_is(seg, i - 1, CLASS_ABBREV_TITLE) || is_initial(before))
		return !is_initial(before) || !is_starter(seg, next);
	return seg_is(seg, i - 1, CLASS_ABBREV) && !is_starter(seg, next);
}

static bool ends_sentence(const struct seg *seg, size_t i, size_t next)
{
	const struct token *t = &seg->tokens.items[i];
	switch (t->mark) {
	case MARK_STOP:
		return begins(seg, next) && (i == 0 || !is_abbreviation(seg, i, next));
	case MARK_QUESTION:
	case MARK_EXCLAMATION:
		return begins(seg, next);
	case MARK_ELLIPSIS:
		return begins(seg, next) && (seg->tokens.items[next].shape & SHAPE_UPPER) && !t->quote;
	default:
		return false;
	}
}

/* "the U.S. The minister": the stop of the abbreviation is the sentence's too. */
static bool stops_word_ends(const struct seg *seg, size_t i)
{
	const struct token *t = &seg->tokens.items[i];
	return t->kind == PIECE_WORD && (t->shape & SHAPE_STOPS) && i + 1 < seg->tokens.count &&
	       (seg->tokens.items[i + 1].shape & SHAPE_UPPER) && begins(seg, i + 1) && is_starter(seg, i + 1);
}

static bool push(struct seg *seg, uint32_t first, uint32_t last)
{
	struct sentence *s = vec_push(&seg->sentences);
	if (s)
		*s = (struct sentence){first, last};
	return s != NULL;
}

/* Only behind the stops are closing marks looked over, so that a run of those is read once. */
bool seg_sentences(struct seg *seg)
{
	uint32_t first = 0, count = (uint32_t)seg->tokens.count;
	for (size_t k = 0; k < seg->stops.count; k++) {
		uint32_t i = seg->stops.items[k], next = i + 1;
		if (seg->tokens.items[i].kind != PIECE_MARK) {
			if (!stops_word_ends(seg, i))
				continue;
		} else {
			while (next < count && is_closer(seg, next))
				next++;
			if (next >= count || !ends_sentence(seg, i, next))
				continue;
		}
		if (!push(seg, first, next))
			return false;
		first = next;
	}
	return first == count || push(seg, first, count);
}
