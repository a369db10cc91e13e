/* Tokens: the pieces of a paragraph with their lexicon ids. */
#include "seg/seg.h"

#include "base/array.h"
#include "seg/parts.h"

/* Pieces cut at a time. */
#define SOME 64

/* A stop, or a word that may have one of its own: "U.S." */
static bool may_end(const struct piece *piece)
{
	const uint32_t ends = 1u << MARK_STOP | 1u << MARK_QUESTION | 1u << MARK_EXCLAMATION | 1u << MARK_ELLIPSIS;
	return ends >> piece->mark & 1 || piece->shape & SHAPE_STOPS;
}

static void fill(const struct seg *seg, const struct piece *piece, struct token *t)
{
	uint32_t word = piece->kind == PIECE_MARK ? 0 : lex_find(seg->lex, piece);
	const struct lex_entry *entry = &seg->lex->entries[word];
	*t = (struct token){
		.start = (uint32_t)(piece->ptr - seg->text.ptr),
		.end = (uint32_t)(piece->ptr - seg->text.ptr) + piece->len,
		.word = word,
		.hash = piece->hash,
		.set = entry->set,
		.kind = piece->kind,
		.shape = piece->shape,
		.mark = piece->mark,
		.begins_name = entry->begins_name,
	};
}

static bool note_stop(struct seg *seg)
{
	uint32_t *stop = vec_push(&seg->stops);
	if (stop)
		*stop = (uint32_t)seg->tokens.count;
	return stop;
}

static bool push(struct seg *seg, const struct piece *pieces, size_t count)
{
	if (!vec_reserve(&seg->tokens, seg->tokens.count + count))
		return false;
	for (size_t i = 0; i < count; i++)
		lex_foresee(seg->lex, &pieces[i]);
	for (size_t i = 0; i < count; i++) {
		if (may_end(&pieces[i]) && !note_stop(seg))
			return false;
		fill(seg, &pieces[i], &seg->tokens.items[seg->tokens.count++]);
		seg->marks |= 1u << pieces[i].mark;
	}
	return true;
}

bool seg_tokens(struct seg *seg)
{
	const char *at = seg->text.ptr, *end = at + seg->text.len;
	struct piece pieces[SOME];
	size_t count;
	do {
		count = split_some(&at, end, pieces, ARRAY_COUNT(pieces));
		if (!push(seg, pieces, count))
			return false;
	} while (count == ARRAY_COUNT(pieces));
	return true;
}
