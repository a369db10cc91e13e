/* The steps of seg_paragraph(), in order. Each returns false when memory ran out. */
#ifndef SEG_PARTS_H
#define SEG_PARTS_H

#include "seg/seg.h"

bool seg_tokens(struct seg *seg);
bool seg_quotes(struct seg *seg, bool open_quote);
bool seg_sentences(struct seg *seg);

#endif
