/*
 * Quotations. Typographic marks say which side they are; straight ones are told by the white space around
 * them. A quotation without a closing mark runs to the end of the paragraph, as it does when it goes on
 * in the next one; that one then opens with a mark of its own. Marks inside a quotation of another kind
 * are part of its words.
 */
#include "seg/parts.h"

enum side { SIDE_NONE, SIDE_OPEN, SIDE_CLOSE };

static bool space_before(const struct seg *seg, size_t i)
{
	const struct token *t = &seg->tokens.items[i];
	return i == 0 || (t->shape & SHAPE_SPACE);
}

static bool space_after(const struct seg *seg, size_t i)
{
	return i + 1 >= seg->tokens.count || (seg->tokens.items[i + 1].shape & SHAPE_SPACE);
}

/* Opens after white space, a dash or a bracket, when a word follows directly. */
static bool may_open(const struct seg *seg, size_t i)
{
	uint8_t before;
	if (space_after(seg, i))
		return false;
	if (space_before(seg, i))
		return true;
	before = seg->tokens.items[i - 1].mark;
	return before == MARK_OPEN || before == MARK_DASH || before == MARK_SLASH || before == MARK_ELLIPSIS ||
	       before == MARK_QUOTE || before == MARK_COMMA || before == MARK_COLON;
}

static enum side double_side(const struct seg *seg, size_t i, bool inside)
{
	switch (seg->tokens.items[i].mark) {
	case MARK_QUOTE_OPEN:
		return SIDE_OPEN;
	case MARK_QUOTE_CLOSE: /* typed for the other one where it opens the paragraph */
		return i == 0 && !inside && !space_after(seg, i) ? SIDE_OPEN : SIDE_CLOSE;
	case MARK_QUOTE:
		if (inside)
			return space_before(seg, i) && !space_after(seg, i) ? SIDE_OPEN : SIDE_CLOSE;
		if (i > 0 && !space_before(seg, i) && !may_open(seg, i))
			return SIDE_NONE; /* inches, or a mark whose partner is lost */
		return SIDE_OPEN;
	default:
		return SIDE_NONE;
	}
}

static enum side single_side(const struct seg *seg, size_t i, bool inside)
{
	switch (seg->tokens.items[i].mark) {
	case MARK_SINGLE_OPEN:
		return may_open(seg, i) ? SIDE_OPEN : SIDE_NONE;
	case MARK_SINGLE:
		if (inside)
			return space_before(seg, i) ? SIDE_NONE : SIDE_CLOSE;
		return may_open(seg, i) ? SIDE_OPEN : SIDE_NONE;
	default:
		return SIDE_NONE;
	}
}

static struct quotation *open_at(struct seg *seg, uint32_t first)
{
	struct quotation *q = vec_push(&seg->quotes);
	if (q)
		*q = (struct quotation){.first = first, .last = first + 1};
	return q;
}

/* Gives tokens [q->first, last) to the newest quotation. */
static void close_at(struct seg *seg, uint32_t last, bool closed)
{
	struct quotation *q = &seg->quotes.items[seg->quotes.count - 1];
	q->last = last;
	q->closed = closed;
	q->words = 0;
	for (uint32_t i = q->first; i < last; i++) {
		seg->tokens.items[i].quote = (uint32_t)seg->quotes.count;
		q->words += seg->tokens.items[i].kind != PIECE_MARK;
	}
}

/* A single mark that never closes was an apostrophe: its quotation is withdrawn. */
static void withdraw(struct seg *seg)
{
	seg->quotes.count--;
}

static size_t find_single_close(const struct seg *seg, size_t from)
{
	const size_t far = 120; /* words of the longest quotation in single marks worth looking for */
	for (size_t i = from + 1; i < seg->tokens.count && i < from + far; i++)
		if (single_side(seg, i, true) == SIDE_CLOSE && space_after(seg, i))
			return i;
	return 0;
}

/* Marks that a quotation may open with. */
static const uint32_t openers =
	1u << MARK_QUOTE_OPEN | 1u << MARK_QUOTE_CLOSE | 1u << MARK_QUOTE | 1u << MARK_SINGLE_OPEN | 1u << MARK_SINGLE;

bool seg_quotes(struct seg *seg, bool open_quote)
{
	enum { OUTSIDE, IN_DOUBLE, IN_SINGLE } where = OUTSIDE;
	size_t single_end = 0;
	if (!(seg->marks & openers))
		return true;
	for (uint32_t i = 0; i < seg->tokens.count; i++) {
		enum side side;
		if (seg->tokens.items[i].kind != PIECE_MARK)
			continue;
		if (where == IN_SINGLE) {
			if (i < single_end)
				continue;
			close_at(seg, i + 1, true);
			where = OUTSIDE;
			continue;
		}
		side = double_side(seg, i, where == IN_DOUBLE);
		if (where == IN_DOUBLE) {
			if (side == SIDE_CLOSE) {
				close_at(seg, i + 1, true);
				where = OUTSIDE;
			} else if (side == SIDE_OPEN && seg->tokens.items[i].mark == MARK_QUOTE) {
				close_at(seg, i, false); /* its closing mark was lost */
				if (!open_at(seg, i))
					return false;
			}
			continue;
		}
		if (side == SIDE_OPEN) {
			if (!open_at(seg, i))
				return false;
			where = IN_DOUBLE;
		} else if (single_side(seg, i, false) == SIDE_OPEN && (single_end = find_single_close(seg, i)) > 0) {
			if (!open_at(seg, i))
				return false;
			where = IN_SINGLE;
		}
	}
	if (where == IN_DOUBLE)
		close_at(seg, (uint32_t)seg->tokens.count, false);
	else if (where == IN_SINGLE)
		withdraw(seg);
	if (open_quote && seg->quotes.count && seg->quotes.items[0].first == 0)
		seg->quotes.items[0].continued = true;
	return true;
}
