/*
 * What an agency's name does where it stands. mention.c finds the names and asks the rules of its table in order;
 * the first that recognises its idea gives the role. Each rule looks a bounded number of words to either side, so
 * that the work is linear whatever the text.
 *
 *   mention_group.c   the words that belong to the name: article, adjectives, "news agency", its list
 *   mention_sense.c   whether it is the agency's name at all
 *   mention_place.c   where the name stands: addresses, datelines, sign-offs, bylines, credits, pictures
 *   mention_staff.c   reporters, photographers, reports, polls: what follows the name
 *   mention_unlisted.c  agencies that no pack has
 *   mention_cue.c     who reports, who was told, who is cited
 */
#ifndef ATTR_MENTION_H
#define ATTR_MENTION_H

#include "attr/attr.h"
#include "scan/scan.h"

struct name {
	const struct attr *attr;
	const struct seg *seg;
	const struct agency_hit *hit;
	int32_t count;       /* tokens of the paragraph */
	int32_t first, last; /* tokens [first, last) of the name */
	int32_t left, right; /* [left, right): with article, adjectives and "news agency" */
	int32_t anchor;      /* where the list of names it belongs to begins; `left` when it stands alone */
	int32_t begin, end;  /* tokens of its sentence */
	bool called_agency;  /* "news agency" stands by it */
};

/* The word at `i`, or the phrase that begins there, has the class; false outside the paragraph. */
static inline bool name_is(const struct name *n, int32_t i, enum lex_class class)
{
	return i >= 0 && i < n->count && seg_says(n->seg, (size_t)i, class);
}

static inline uint8_t name_mark(const struct name *n, int32_t i)
{
	return i < 0 || i >= n->count ? MARK_NONE : n->seg->tokens.items[i].mark;
}

static inline bool name_shape(const struct name *n, int32_t i, unsigned shape)
{
	return i >= 0 && i < n->count && n->seg->tokens.items[i].shape & shape;
}

/* First token of [from, to) with the class, -1 for none. */
int32_t name_find(const struct name *n, int32_t from, int32_t to, enum lex_class class);
/* Could stand in a dateline, a byline or a sign-off: a capitalised word, a number, a mark. */
bool name_is_heading(const struct name *n, int32_t i);
/* All tokens of [from, to) could. */
bool name_all_heading(const struct name *n, int32_t from, int32_t to);

/* Over ", AFP and Reuters": the other names of a list that begins before `i`. */
int32_t name_skip_others(const struct name *n, int32_t i);

/* A rule: true when it recognises its idea; then `role` holds the role. */
typedef bool name_rule(const struct name *n, enum wa_role *role);

/* mention_place.c */
name_rule name_address, name_ticker, name_handle, name_kind, name_dateline, name_signoff, name_byline, name_credit, name_photo;
/* mention_staff.c */
name_rule name_brand, name_contribution, name_staff, name_staff_before, name_member, name_query, name_tally, name_report,
	name_report_before, name_product;
/* mention_cue.c */
name_rule name_disclaimer, name_chain, name_told, name_shown, name_asked, name_spoken_to, name_took, name_according,
	name_carried_by, name_reports, name_inverted, name_colon, name_saw, name_beside;

/* mention_group.c: sets left, right and called_agency; anchor of a name whose left is set. */
void name_widen_left(struct name *n);
void name_widen_right(struct name *n);
int32_t name_anchor(const struct name *n);

/* mention_unlisted.c: a name that begins at the token and that the item calls an agency, here or before. */
bool name_unlisted_at(struct attr *attr, size_t i, struct agency_hit *hit);

/* mention_sense.c */
/* How far the finding of a rule goes to show that a weak name is the agency's. */
enum proof { PROOF_NONE, PROOF_BRAND, PROOF_SOME, PROOF_FULL };

/* Words beside it (or, with `near`, in the same stretch of text) tell that it is something else: negatives.tsv. */
bool name_negative(const struct name *n, bool near);
bool name_has_negatives(const struct name *n);
/* May a weak name be believed to be the agency's, after what a rule found? */
bool name_believed(const struct name *n, enum proof proof);
/* The mention it repeats: initials in brackets right behind the full name, or behind it without; NULL for none. */
const struct wa_mention *name_repeats(const struct name *n);
bool name_is_short(const struct name *n);
bool name_type_is(const struct name *n, const char *type);

/* Index of the paragraph's first mention that ends behind byte `at`; the count of all when there is none. */
size_t mention_behind(const struct attr *attr, uint32_t at);
/* The last mention that touches bytes [start, end) of the paragraph being read, NULL for none. */
const struct wa_mention *mention_over(const struct attr *attr, uint32_t start, uint32_t end);
/* The mention that covers a byte of it, NULL for none. */
const struct wa_mention *mention_at(const struct attr *attr, uint32_t at);

#endif
