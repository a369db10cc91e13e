#include <string.h>

#include "attr/mention.h"

#define NEAR_WORDS 30  /* how far words of negatives.tsv are looked for */
#define EARLIER 64     /* mentions looked back over for the same agency */
#define INITIALS_MIN 3 /* two capitals stand for too much to be believed without being called an agency */

static bool phrase_before(const struct name *n, uint32_t phrase)
{
	const struct token *t = n->seg->tokens.items;
	for (int32_t i = n->first - 1; i >= n->begin && i >= n->first - 4; i--)
		if ((i == n->first - 1 && t[i].word == phrase) || (t[i].phrase == phrase && i + t[i].phrase_len == n->first))
			return true;
	return false;
}

static bool phrase_after(const struct name *n, uint32_t phrase)
{
	const struct token *t = n->seg->tokens.items;
	int32_t i = n->last + (name_is(n, n->last, CLASS_GENITIVE) ? 1 : 0);
	return i < n->end && (t[i].word == phrase || t[i].phrase == phrase);
}

static bool phrase_near(const struct name *n, uint32_t phrase)
{
	const struct token *t = n->seg->tokens.items;
	int32_t to = n->last + NEAR_WORDS < n->count ? n->last + NEAR_WORDS : n->count;
	for (int32_t i = n->first > NEAR_WORDS ? n->first - NEAR_WORDS : 0; i < to; i++)
		if (t[i].word == phrase || t[i].phrase == phrase)
			return true;
	return false;
}

/* First of the agency's rows in the sorted table. */
static uint32_t negatives_of(const struct packs *packs, uint32_t agency)
{
	uint32_t low = 0, high = packs->negative_count;
	while (low < high) {
		uint32_t middle = (low + high) / 2;
		if (packs->negatives[middle].agency < agency)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

bool name_negative(const struct name *n, bool near)
{
	const struct packs *packs = n->attr->packs;
	for (uint32_t i = negatives_of(packs, n->hit->agency);
		i < packs->negative_count && packs->negatives[i].agency == n->hit->agency; i++) {
		const struct agency_negative *negative = &packs->negatives[i];
		switch (negative->where) {
		case NEGATIVE_BEFORE:
			if (!near && phrase_before(n, negative->phrase))
				return true;
			break;
		case NEGATIVE_AFTER:
			if (!near && phrase_after(n, negative->phrase))
				return true;
			break;
		case NEGATIVE_NEAR:
			if (near && phrase_near(n, negative->phrase))
				return true;
			break;
		}
	}
	return false;
}

bool name_has_negatives(const struct name *n)
{
	const struct packs *packs = n->attr->packs;
	uint32_t i = negatives_of(packs, n->hit->agency);
	return i < packs->negative_count && packs->negatives[i].agency == n->hit->agency;
}

/* The last earlier mention of the agency, among the last few. */
static const struct wa_mention *earlier(const struct name *n)
{
	const struct attr *a = n->attr;
	const char *id = n->hit->id;
	for (size_t i = a->mentions.count; i > 0 && a->mentions.count - i < EARLIER; i--)
		if (a->mentions.items[i - 1].agency == id)
			return &a->mentions.items[i - 1];
	return NULL;
}

/* Initials in brackets right behind the full name, or behind it without: the same agency doing the same. */
const struct wa_mention *name_repeats(const struct name *n)
{
	const struct wa_mention *m = earlier(n);
	int32_t before = n->first - 1 - (name_mark(n, n->first - 1) == MARK_OPEN);
	if (!m || m->para != n->attr->para || before < 0)
		return NULL;
	return m->span.end == n->seg->tokens.items[before].end ? m : NULL;
}

static bool is_initials(const struct name *n)
{
	return name_shape(n, n->first, SHAPE_ALL_UPPER | SHAPE_STOPS) && n->last == n->first + 1;
}

bool name_is_short(const struct name *n)
{
	return n->hit->span.end - n->hit->span.start < INITIALS_MIN;
}

bool name_type_is(const struct name *n, const char *type)
{
	return n->hit->agency != AGENCY_UNLISTED && strcmp(n->attr->packs->agencies[n->hit->agency].type, type) == 0;
}

/* May a weak name be believed to be the agency's? */
bool name_believed(const struct name *n, enum proof proof)
{
	const struct wa_mention *m;
	if (n->called_agency || proof == PROOF_FULL)
		return true;
	m = earlier(n);
	if (m)
		return m->role != WA_ROLE_OTHER;
	if (proof == PROOF_BRAND)
		return !is_initials(n);
	return proof == PROOF_SOME && !name_is_short(n) && !name_type_is(n, "photo") && (is_initials(n) || name_has_negatives(n));
}
