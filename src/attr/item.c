#include "attr/item.h"

/* Section headings are labels of a few words ("What happens next"); a story's headline is a sentence. */
#define FEWEST_WORDS 5u

static bool is_verb(const struct seg *seg, size_t i)
{
	return seg_is(seg, i, CLASS_FORM_S) || seg_is(seg, i, CLASS_FORM_PAST) || seg_is(seg, i, CLASS_VERB) ||
	       seg_is(seg, i, CLASS_AUX) || seg_is(seg, i, CLASS_MODAL);
}

static bool asks(const struct seg *seg)
{
	size_t last = seg->tokens.count - 1;
	return seg->tokens.items[last].mark == MARK_QUESTION || seg_is(seg, 0, CLASS_COMPLEMENTIZER) ||
	       seg_is(seg, 0, CLASS_RELATIVE);
}

bool item_opens(const struct attr *attr)
{
	const struct seg *seg = &attr->seg;
	size_t words = 0, verbs = 0;
	if (!seg->tokens.count || asks(seg))
		return false;
	for (size_t i = 0; i < seg->tokens.count; i++) {
		words += seg->tokens.items[i].kind != PIECE_MARK;
		verbs += is_verb(seg, i);
	}
	return words >= FEWEST_WORDS && verbs > 0;
}
