/* Tokens: the pieces of a paragraph with their lexicon ids. */
#include "seg/seg.h"

#include "seg/parts.h"

bool seg_tokens(struct seg *seg)
{
	const char *start = seg->text.ptr, *at = start, *end = start + seg->text.len;
	struct piece piece;
	for (at = split_next(at, end, &piece); piece.kind != PIECE_END; at = split_next(at, end, &piece)) {
		struct token *t = vec_push(&seg->tokens);
		uint32_t word = piece.kind == PIECE_MARK ? 0 : lex_find(seg->lex, &piece);
		if (!t)
			return false;
		*t = (struct token){
			.start = (uint32_t)(piece.ptr - start),
			.end = (uint32_t)(piece.ptr - start) + piece.len,
			.word = word,
			.hash = piece.hash,
			.set = seg->lex->entries[word].set,
			.kind = piece.kind,
			.shape = piece.shape,
			.mark = piece.mark,
		};
	}
	return true;
}
