/* One place, one claim: one finding. */
#include <math.h>

#include "lint/parts.h"

void merge_overlaps(struct lint *lint)
{
	size_t kept = 0;
	for (size_t i = 0; i < lint->drafts.count; i++) {
		struct draft *draft = &lint->drafts.items[i], *last = kept ? &lint->drafts.items[kept - 1] : NULL;
		if (last && last->rule == draft->rule && last->para_index == draft->para_index &&
			draft->row.span.start < last->row.span.end) {
			if (draft->row.level > last->row.level)
				*last = *draft;
			continue;
		}
		lint->drafts.items[kept++] = *draft;
	}
	lint->drafts.count = kept;
}

/* Findings looked at behind one in a heading: the summary and the lead follow it closely. */
enum { ECHO_REACH = 24 };

static bool same_number(double a, double b)
{
	return a == b || (isnan(a) && isnan(b));
}

/* "Workers killed", "hundreds trapped": the text below may well give the number. */
static bool leaves_number_open(struct lint *lint, const struct wa_claim *claim)
{
	return isnan(claim->low) || lint_claim_says(lint, claim, CLASS_NUMBER_VAGUE);
}

static bool same_claim(struct lint *lint, uint32_t heading, uint32_t below)
{
	const struct wa_claim *a, *b;
	if (heading == WA_NONE || below == WA_NONE)
		return false;
	a = &lint->rows->claims[heading];
	b = &lint->rows->claims[below];
	if (a->type != b->type)
		return false;
	return (same_number(a->low, b->low) && same_number(a->high, b->high)) || leaves_number_open(lint, a);
}

/* The text below a heading says the same, and is told of at least as loudly. */
static bool is_echoed(struct lint *lint, size_t index)
{
	const struct draft *heading = &lint->drafts.items[index];
	const struct wa_paragraph *paragraphs = lint->rows->paragraphs;
	enum wa_para_kind kind = paragraphs[heading->para_index].kind;
	if (kind > WA_PARA_SUMMARY)
		return false;
	for (size_t i = index + 1; i < lint->drafts.count && i <= index + ECHO_REACH; i++) {
		const struct draft *below = &lint->drafts.items[i];
		if (below->row.item != heading->row.item)
			return false;
		if (below->rule == heading->rule && below->row.level >= heading->row.level &&
			paragraphs[below->para_index].kind > kind && same_claim(lint, heading->row.claim, below->row.claim))
			return true;
	}
	return false;
}

void merge_echoes(struct lint *lint)
{
	size_t kept = 0;
	for (size_t i = 0; i < lint->drafts.count; i++) {
		if (!is_echoed(lint, i))
			lint->drafts.items[kept++] = lint->drafts.items[i];
	}
	lint->drafts.count = kept;
}
