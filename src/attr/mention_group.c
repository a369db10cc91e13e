#include "attr/mention.h"

#define GROUP_WORDS 8 /* words before a name that may describe it: "the semi-official Iranian students' news agency" */

/* The first word of a sentence, whose capital tells nothing: part of "North Korea's official"? */
static bool opens_name(const struct name *n, int32_t i)
{
	return (name_shape(n, i + 1, SHAPE_UPPER) || name_is(n, i + 1, CLASS_GENITIVE)) && !name_is(n, i, CLASS_CUE) &&
	       !name_is(n, i, CLASS_AGENCY_CITING) && !name_is(n, i, CLASS_PREP) && !name_is(n, i, CLASS_TIME_WORD);
}

/* "official Iraqi news agency" before the name. */
void name_widen_left(struct name *n)
{
	int32_t i = n->first - 1;
	bool described = false;
	if (name_mark(n, i) == MARK_COMMA && name_is(n, i - 1, CLASS_AGENCY_NOUN))
		i--;
	for (; i >= n->begin && i >= n->first - GROUP_WORDS; i--) {
		uint8_t mark = name_mark(n, i);
		if (name_is(n, i, CLASS_AGENCY_NOUN))
			n->called_agency = described = true;
		else if (name_is(n, i, CLASS_AGENCY_ADJECTIVE) || name_is(n, i, CLASS_NATIONALITY) ||
			 name_is(n, i, CLASS_COUNTRY) || name_is(n, i, CLASS_GENITIVE))
			described = true;
		else if (mark == MARK_QUOTE || mark == MARK_QUOTE_OPEN || mark == MARK_DASH) {
			if (!described)
				break;
		} else if (name_is(n, i, CLASS_DET)) {
			n->left = i;
			break;
		} else if (!described || !name_shape(n, i, SHAPE_UPPER) || (i == n->begin && !opens_name(n, i)))
			break;
		if (mark == MARK_NONE)
			n->left = i;
	}
}

/* "news agency" behind it, and its initials in brackets or beside it. */
void name_widen_right(struct name *n)
{
	int32_t i = n->last;
	struct agency_hit other;
	for (int32_t k = 0; k < 3 && i < n->end &&
			    (name_is(n, i, CLASS_AGENCY_NOUN) ||
				    (name_is(n, i, CLASS_AGENCY_ADJECTIVE) && name_is(n, i + 1, CLASS_AGENCY_NOUN)));
		k++, i++)
		n->called_agency = n->called_agency || name_is(n, i, CLASS_AGENCY_NOUN);
	if (name_mark(n, i) == MARK_OPEN && i + 1 < n->end && scan_agency_at(n->attr->packs, n->seg, (size_t)i + 1, &other) &&
		name_mark(n, (int32_t)other.last) == MARK_CLOSE)
		i = (int32_t)other.last + 1;
	else if (i < n->end && scan_agency_at(n->attr->packs, n->seg, (size_t)i, &other) && other.agency == n->hit->agency)
		i = (int32_t)other.last;
	if (i > n->last)
		n->right = i;
}

/* In "told Agency A and Agency B" what governs the second stands before the first. */
int32_t name_anchor(const struct name *n)
{
	int32_t i = n->left - 2;
	if (!name_is(n, n->left - 1, CLASS_CONJ))
		return n->left;
	while (i > n->begin && i > n->left - GROUP_WORDS &&
		(name_shape(n, i, SHAPE_UPPER) || name_is(n, i, CLASS_DET) || name_mark(n, i) == MARK_COMMA))
		i--;
	return name_is(n, i, CLASS_CUE_TELL) || name_is(n, i, CLASS_PREP) || name_is(n, i, CLASS_AGENCY_WITH) ||
			       name_is(n, i, CLASS_AGENCY_CITING)
		       ? i + 1
		       : n->left;
}
