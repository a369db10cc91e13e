#include "seg/seg.h"

#include "seg/parts.h"

void seg_release(struct seg *seg)
{
	vec_release(&seg->tokens);
	vec_release(&seg->sentences);
	vec_release(&seg->quotes);
}

bool seg_paragraph(struct seg *seg, const struct lexicon *lex, struct wa_str text, bool open_quote)
{
	seg->text = text;
	seg->lex = lex;
	seg->tokens.count = seg->sentences.count = seg->quotes.count = 0;
	return seg_tokens(seg) && seg_quotes(seg, open_quote) && seg_sentences(seg);
}
