#include "attr/mention.h"

#include <string.h>

#define GROUP_WORDS 8  /* words before a name that may describe it: "the semi-official Iranian students' news agency" */
#define NEAR_WORDS 30  /* how far words of negatives.tsv are looked for */
#define EARLIER 64     /* mentions looked back over for the same agency */
#define INITIALS_MIN 3 /* two capitals stand for too much to be believed without being called an agency */

/* How far the finding of a rule goes to show that a weak name is the agency's. */
enum proof { PROOF_NONE, PROOF_BRAND, PROOF_SOME, PROOF_FULL };

/* The rules in the order they are asked. */
static const struct {
	name_rule *rule;
	enum proof proof;
} rules[] = {
	{name_address, PROOF_NONE},
	{name_handle, PROOF_SOME},
	{name_dateline, PROOF_FULL},
	{name_kind, PROOF_FULL},
	{name_brand, PROOF_BRAND},
	{name_byline, PROOF_SOME},
	{name_photo, PROOF_SOME},
	{name_signoff, PROOF_FULL},
	{name_credit, PROOF_SOME},
	{name_contribution, PROOF_SOME},
	{name_disclaimer, PROOF_SOME},
	{name_staff, PROOF_SOME},
	{name_staff_before, PROOF_SOME},
	{name_member, PROOF_SOME},
	{name_query, PROOF_SOME},
	{name_tally, PROOF_SOME},
	{name_report, PROOF_SOME},
	{name_product, PROOF_BRAND},
	{name_chain, PROOF_SOME},
	{name_told, PROOF_SOME},
	{name_shown, PROOF_SOME},
	{name_asked, PROOF_SOME},
	{name_according, PROOF_SOME},
	{name_carried_by, PROOF_SOME},
	{name_spoken_to, PROOF_SOME},
	{name_took, PROOF_SOME},
	{name_saw, PROOF_SOME},
	{name_reports, PROOF_SOME},
	{name_inverted, PROOF_SOME},
	{name_colon, PROOF_SOME},
	{name_report_before, PROOF_SOME},
	{name_beside, PROOF_SOME},
};

int32_t name_find(const struct name *n, int32_t from, int32_t to, enum lex_class class)
{
	for (int32_t i = from < 0 ? 0 : from; i < to && i < n->count; i++)
		if (name_is(n, i, class))
			return i;
	return -1;
}

/* The first word of a sentence, whose capital tells nothing: part of "North Korea's official"? */
static bool opens_name(const struct name *n, int32_t i)
{
	return (name_shape(n, i + 1, SHAPE_UPPER) || name_is(n, i + 1, CLASS_GENITIVE)) && !name_is(n, i, CLASS_CUE) &&
	       !name_is(n, i, CLASS_AGENCY_CITING) && !name_is(n, i, CLASS_PREP) && !name_is(n, i, CLASS_TIME_WORD);
}

/* "official Iraqi news agency" before the name. */
static void widen_left(struct name *n)
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
static void widen_right(struct name *n)
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
static int32_t find_anchor(const struct name *n)
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

static bool has_negatives(const struct name *n)
{
	const struct packs *packs = n->attr->packs;
	uint32_t i = negatives_of(packs, n->hit->agency);
	return i < packs->negative_count && packs->negatives[i].agency == n->hit->agency;
}

/* The last earlier mention of the agency, among the last few. */
static const struct wa_mention *earlier(const struct name *n)
{
	const struct attr *a = n->attr;
	const char *id = a->packs->agencies[n->hit->agency].id;
	for (size_t i = a->mentions.count; i > 0 && a->mentions.count - i < EARLIER; i--)
		if (a->mentions.items[i - 1].agency == id)
			return &a->mentions.items[i - 1];
	return NULL;
}

/* Initials in brackets right behind the full name, or behind it without: the same agency doing the same. */
static const struct wa_mention *repeats(const struct name *n)
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

static bool is_short(const struct name *n)
{
	return n->hit->span.end - n->hit->span.start < INITIALS_MIN;
}

static bool type_is(const struct name *n, const char *type)
{
	return strcmp(n->attr->packs->agencies[n->hit->agency].type, type) == 0;
}

/* May a weak name be believed to be the agency's? */
static bool believed(const struct name *n, enum proof proof)
{
	const struct wa_mention *m;
	if (n->called_agency || proof == PROOF_FULL)
		return true;
	m = earlier(n);
	if (m)
		return m->role != WA_ROLE_OTHER;
	if (proof == PROOF_BRAND)
		return !is_initials(n);
	return proof == PROOF_SOME && !is_short(n) && !type_is(n, "photo") && (is_initials(n) || has_negatives(n));
}

static enum proof ask_rules(const struct name *n, enum wa_role *role)
{
	for (size_t i = 0; i < sizeof rules / sizeof *rules; i++)
		if (rules[i].rule(n, role))
			return rules[i].proof;
	*role = WA_ROLE_SUBJECT;
	return PROOF_NONE;
}

/* Pictures and press releases are no copy of a wire, whoever is named. */
static enum wa_role settle(const struct name *n, enum wa_role role)
{
	bool credits = role == WA_ROLE_DATELINE || role == WA_ROLE_CREDIT;
	if (type_is(n, "photo") && (credits || role == WA_ROLE_SUBJECT))
		return WA_ROLE_PHOTO;
	if (credits && type_is(n, "prwire"))
		return WA_ROLE_SUBJECT;
	return role;
}

/* Something else bears the name: worth a row where it often does. */
static bool judge_other(const struct name *n, enum wa_role *role)
{
	*role = WA_ROLE_OTHER;
	return !n->hit->weak || (!is_short(n) && has_negatives(n));
}

/* Finds the role; false when the word is no mention at all. */
static bool judge(const struct name *n, enum wa_role *role)
{
	const struct wa_mention *same = repeats(n);
	enum proof proof;
	if (same) {
		*role = same->role;
		return true;
	}
	if (name_ticker(n, role))
		return true;
	proof = ask_rules(n, role);
	if (proof != PROOF_FULL && !n->called_agency && !n->hit->address) {
		if (name_negative(n, false))
			return judge_other(n, role);
		if ((n->hit->weak || proof < PROOF_SOME) && name_negative(n, true))
			return judge_other(n, role);
	}
	*role = settle(n, *role);
	if (!n->hit->weak || n->hit->address || believed(n, proof))
		return true;
	return judge_other(n, role);
}

static bool push(struct attr *attr, const struct agency_hit *hit, enum wa_role role)
{
	struct wa_mention *m = vec_push(&attr->mentions);
	if (!m)
		return false;
	*m = (struct wa_mention){.para = attr->para,
		.item = attr->item,
		.span = hit->span,
		.agency = attr->packs->agencies[hit->agency].id,
		.role = role};
	return true;
}

bool mention_paragraph(struct attr *attr)
{
	const struct seg *seg = &attr->seg;
	size_t sentence = 0;
	for (size_t i = 0; i < seg->tokens.count; i++) {
		struct agency_hit hit;
		struct name n;
		enum wa_role role = WA_ROLE_SUBJECT;
		if (!scan_agency_at(attr->packs, seg, i, &hit))
			continue;
		while (sentence + 1 < seg->sentences.count && seg->sentences.items[sentence].last <= i)
			sentence++;
		n = (struct name){.attr = attr,
			.seg = seg,
			.hit = &hit,
			.count = (int32_t)seg->tokens.count,
			.first = (int32_t)hit.first,
			.last = (int32_t)hit.last,
			.left = (int32_t)hit.first,
			.right = (int32_t)hit.last,
			.begin = 0,
			.end = (int32_t)seg->tokens.count};
		if (seg->sentences.count) {
			n.begin = (int32_t)seg->sentences.items[sentence].first;
			n.end = (int32_t)seg->sentences.items[sentence].last;
		}
		widen_left(&n);
		widen_right(&n);
		n.anchor = find_anchor(&n);
		if (judge(&n, &role) && !push(attr, &hit, role))
			return false;
		i = hit.last - 1;
	}
	return true;
}

const struct wa_mention *mention_at(const struct attr *attr, uint32_t at)
{
	for (size_t i = attr->mentions.count; i > 0 && attr->mentions.items[i - 1].para == attr->para; i--) {
		const struct wa_mention *m = &attr->mentions.items[i - 1];
		if (m->span.start <= at && at < m->span.end)
			return m;
	}
	return NULL;
}

const struct wa_mention *mention_of_item(const struct attr *attr, uint32_t item, enum wa_role role)
{
	for (size_t i = 0; i < attr->mentions.count; i++) {
		const struct wa_mention *m = &attr->mentions.items[i];
		if (m->item == item && m->role == role && m->para != 0)
			return m;
	}
	return NULL;
}
