#include "seg/seg.h"

#include "seg/parts.h"

void seg_release(struct seg *seg)
{
	vec_release(&seg->tokens);
	vec_release(&seg->sentences);
	vec_release(&seg->quotes);
	vec_release(&seg->stops);
}

bool seg_paragraph(struct seg *seg, const struct lexicon *lex, struct wa_str text, bool open_quote)
{
	seg->text = text;
	seg->lex = lex;
	seg->tokens.count = seg->sentences.count = seg->quotes.count = seg->stops.count = 0;
	seg->marks = 0;
	seg->phrases = (struct class_set){0};
	return seg_tokens(seg) && seg_quotes(seg, open_quote) && seg_sentences(seg);
}
