#include "attr/mention.h"

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
	if (name_type_is(n, "photo") && (credits || role == WA_ROLE_SUBJECT))
		return WA_ROLE_PHOTO;
	if (credits && name_type_is(n, "prwire"))
		return WA_ROLE_SUBJECT;
	return role;
}

/* Petra Holub: a person's given name. */
static bool is_given_name(const struct name *n)
{
	return n->last == n->first + 1 && !name_shape(n, n->first, SHAPE_ALL_UPPER) && n->last < n->end &&
	       name_shape(n, n->last, SHAPE_UPPER);
}

/* Something else bears the name: worth a row where it often does. */
static bool judge_other(const struct name *n, enum wa_role *role)
{
	*role = WA_ROLE_OTHER;
	return !n->hit->weak || (!name_is_short(n) && name_has_negatives(n) && !is_given_name(n));
}

/* Finds the role; false when the word is no mention at all. */
static bool judge(const struct name *n, enum wa_role *role)
{
	const struct wa_mention *same = name_repeats(n);
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
	if (!n->hit->weak || n->hit->address || name_believed(n, proof))
		return true;
	return judge_other(n, role);
}

static bool push(struct attr *attr, const struct agency_hit *hit, enum wa_role role)
{
	struct wa_mention *m = vec_push(&attr->mentions);
	if (!m)
		return false;
	*m = (struct wa_mention){.para = attr->para, .item = attr->item, .span = hit->span, .agency = hit->id, .role = role};
	return true;
}

/* Cheap to ask of every word: may a name of an agency begin here, in the packs or of the text's own? */
static bool may_begin(const struct token *t)
{
	return t->begins_name || (!t->word && t->shape & (SHAPE_UPPER | SHAPE_ALL_UPPER));
}

bool mention_paragraph(struct attr *attr)
{
	const struct seg *seg = &attr->seg;
	size_t sentence = 0;
	for (size_t i = 0; i < seg->tokens.count; i++) {
		struct agency_hit hit;
		struct name n;
		enum wa_role role = WA_ROLE_SUBJECT;
		if (!may_begin(&seg->tokens.items[i]) ||
			(!scan_agency_at(attr->packs, seg, i, &hit) && !name_unlisted_at(attr, i, &hit)))
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
		name_widen_left(&n);
		name_widen_right(&n);
		n.anchor = name_anchor(&n);
		if (judge(&n, &role) && !push(attr, &hit, role))
			return false;
		i = hit.last - 1;
	}
	return true;
}

size_t mention_behind(const struct attr *attr, uint32_t at)
{
	size_t low = 0, high = attr->mentions.count;
	while (low < high) {
		size_t middle = (low + high) / 2;
		const struct wa_mention *m = &attr->mentions.items[middle];
		if (m->para < attr->para || (m->para == attr->para && m->span.end <= at))
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

const struct wa_mention *mention_over(const struct attr *attr, uint32_t start, uint32_t end)
{
	const struct wa_mention *items = attr->mentions.items;
	size_t i = mention_behind(attr, end - 1);
	if (i < attr->mentions.count && items[i].span.start < end)
		return &items[i];
	return i > 0 && items[i - 1].para == attr->para && items[i - 1].span.end > start ? &items[i - 1] : NULL;
}

const struct wa_mention *mention_at(const struct attr *attr, uint32_t at)
{
	return mention_over(attr, at, at + 1);
}
