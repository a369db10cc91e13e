#include "attr/mention.h"

#define STAFF_GAP 3   /* words between the name and what its person is: "Reuters Moscow bureau chief" */
#define STAFF_LOOK 14 /* words behind in which the person does something */
#define BEFORE_WORDS 6

/* Behind the name and its 's. */
static int32_t behind(const struct name *n)
{
	return n->right + (name_is(n, n->right, CLASS_GENITIVE) || name_mark(n, n->right) == MARK_SINGLE);
}

/* A part of the name joined by a hyphen or a slash, or Thomson before it: a brand, unless its staff is meant. */
bool name_brand(const struct name *n, enum wa_role *role)
{
	*role = WA_ROLE_SUBJECT;
	if (name_is(n, n->first - 1, CLASS_AGENCY_BRAND))
		return true;
	if (n->hit->compound)
		return name_find(n, n->last, n->last + 2, CLASS_AGENCY_STAFF) < 0;
	return (name_mark(n, n->first - 1) == MARK_SLASH || name_mark(n, n->last) == MARK_SLASH) && n->end - n->last > 2 &&
	       name_find(n, n->last, n->last + 5, CLASS_AGENCY_SUBJECT) >= 0;
}

/* The person of the agency named behind it: token of the noun, -1 for none. */
static int32_t staff_noun(const struct name *n, enum lex_class class)
{
	int32_t i = behind(n);
	for (int32_t k = i; k <= i + STAFF_GAP && k < n->end; k++) {
		if (n->seg->tokens.items[k].kind != PIECE_WORD || name_is(n, k, CLASS_PREP) || name_is(n, k, CLASS_AUX))
			return -1;
		if (name_is(n, k, class))
			return k;
		if (name_is(n, k, CLASS_CUE) && !name_is(n, k, CLASS_NOUN))
			return -1;
	}
	return -1;
}

bool name_contribution(const struct name *n, enum wa_role *role)
{
	int32_t staff = staff_noun(n, CLASS_AGENCY_WRITER);
	if (staff < 0)
		staff = staff_noun(n, CLASS_AGENCY_STAFF);
	*role = WA_ROLE_CREDIT;
	if (name_is(n, name_skip_others(n, n->right), CLASS_AGENCY_CONTRIBUTED))
		return true;
	return staff >= 0 &&
	       name_find(n, staff + 1, n->end < staff + STAFF_LOOK ? n->end : staff + STAFF_LOOK, CLASS_AGENCY_CONTRIBUTED) >= 0;
}

/* What the staff does in the words behind: suffers, or bears witness. */
static enum wa_role staff_does(const struct name *n, int32_t from)
{
	int32_t to = n->end < from + STAFF_LOOK ? n->end : from + STAFF_LOOK;
	for (int32_t i = from; i < to; i++) {
		if (name_is(n, i, CLASS_AGENCY_SUFFERS) &&
			(i <= from + 1 || name_is(n, i - 1, CLASS_AUX_BE) || name_is(n, i - 2, CLASS_AUX_BE)))
			return WA_ROLE_SUBJECT;
		if (name_is(n, i, CLASS_AGENCY_WITNESS))
			return WA_ROLE_WITNESS;
	}
	return WA_ROLE_SUBJECT;
}

/* What stands before the group tells first: told it, killed it, seen by it. */
static bool staff_told(const struct name *n, int32_t left, enum wa_role *role)
{
	if (name_is(n, left - 1, CLASS_CUE_TELL)) {
		*role = WA_ROLE_RECIPIENT;
		return true;
	}
	if (name_is(n, left - 1, CLASS_PREP_BY) || name_is(n, left - 2, CLASS_CUE_PREP)) {
		*role = WA_ROLE_WITNESS;
		return true;
	}
	if (name_is(n, left - 1, CLASS_AGENCY_WITH) && name_find(n, left - BEFORE_WORDS < n->begin ? n->begin : left - BEFORE_WORDS,
							       left - 1, CLASS_AGENCY_RECIPIENT) >= 0) {
		*role = WA_ROLE_RECIPIENT;
		return true;
	}
	*role = WA_ROLE_SUBJECT;
	return name_is(n, left - 1, CLASS_AGENCY_SUFFERS);
}

/* "a Reuters reporter saw", "an AFP photographer was killed", "told an AP correspondent". */
bool name_staff(const struct name *n, enum wa_role *role)
{
	int32_t staff = staff_noun(n, CLASS_AGENCY_STAFF);
	if (staff < 0)
		return false;
	if (!staff_told(n, n->left, role))
		*role = staff_does(n, staff + 1);
	return true;
}

/* "a reporter for AFP called it", "told the Tehran correspondent of INA". */
bool name_staff_before(const struct name *n, enum wa_role *role)
{
	int32_t i = n->left - 2, left;
	if (!name_is(n, n->left - 1, CLASS_PREP) || !name_is(n, i, CLASS_AGENCY_STAFF))
		return false;
	left = i;
	for (int32_t k = 0; k < 4 && left > n->begin && !name_is(n, left, CLASS_DET) &&
			    n->seg->tokens.items[left - 1].kind == PIECE_WORD && !name_is(n, left - 1, CLASS_CUE);
		k++)
		left--;
	if (!staff_told(n, left, role))
		*role = staff_does(n, n->right);
	return true;
}

/* "AP's Ana Roe reported". */
bool name_member(const struct name *n, enum wa_role *role)
{
	int32_t i = n->right;
	if (!name_is(n, i, CLASS_GENITIVE) || !name_shape(n, i + 1, SHAPE_UPPER) || !name_shape(n, i + 2, SHAPE_UPPER))
		return false;
	for (i += 3; i < n->end && (name_shape(n, i, SHAPE_UPPER) || name_mark(n, i) == MARK_COMMA); i++)
		;
	*role = WA_ROLE_WITNESS;
	return name_is(n, i, CLASS_AGENCY_WITNESS);
}

/* "in reply to a Reuters query". */
bool name_query(const struct name *n, enum wa_role *role)
{
	int32_t i = behind(n);
	*role = WA_ROLE_RECIPIENT;
	return name_is(n, i, CLASS_AGENCY_ASK) ||
	       (name_is(n, i + 1, CLASS_AGENCY_ASK) && !name_is(n, i, CLASS_CUE) && !name_is(n, i, CLASS_PREP));
}

bool name_tally(const struct name *n, enum wa_role *role)
{
	int32_t i = behind(n);
	*role = WA_ROLE_REPORTER;
	if (name_is(n, i, CLASS_AGENCY_TALLY))
		return true;
	return name_is(n, i + 1, CLASS_AGENCY_TALLY) && name_is(n, i, CLASS_NOUN) && !name_is(n, i, CLASS_VERB) &&
	       !name_is(n, i, CLASS_PREP);
}

/* "AP reports that", not "AP reports said". */
static bool is_verb(const struct name *n, int32_t i)
{
	return name_is(n, i, CLASS_FORM_S) && !name_is(n, i + 1, CLASS_CUE) && !name_is(n, i + 1, CLASS_AUX);
}

/* "a Reuters report said": its own report tells; "the AP story was criticised": the report is the topic. */
bool name_report(const struct name *n, enum wa_role *role)
{
	int32_t i = behind(n);
	bool indefinite = name_is(n, n->left, CLASS_DET) && !name_is(n, n->left, CLASS_DET_DEF);
	if (!name_is(n, i, CLASS_AGENCY_REPORT) || (i == n->right && is_verb(n, i)))
		return false;
	*role = indefinite && i == n->right ? WA_ROLE_REPORTER : WA_ROLE_SUBJECT;
	for (int32_t k = i + 1; k <= i + 3 && k < n->end; k++)
		if (name_is(n, k, CLASS_CUE) && !name_is(n, k - 1, CLASS_AUX_BE))
			*role = WA_ROLE_REPORTER;
	return true;
}

/* "a report by Xinhua". */
bool name_report_before(const struct name *n, enum wa_role *role)
{
	int32_t from = n->left - 3 < n->begin ? n->begin : n->left - 3;
	*role = WA_ROLE_REPORTER;
	return name_is(n, n->left - 1, CLASS_PREP) && (name_find(n, from, n->left - 1, CLASS_AGENCY_REPORT) >= 0 ||
							      name_find(n, from, n->left - 1, CLASS_AGENCY_TALLY) >= 0);
}

/* "a Reuters poll", "Bloomberg Politics poll", "Reuters Institute". */
bool name_product(const struct name *n, enum wa_role *role)
{
	int32_t i = behind(n);
	*role = WA_ROLE_SUBJECT;
	if (name_is(n, i, CLASS_AGENCY_SUBJECT) || staff_noun(n, CLASS_AGENCY_WRITER) >= 0)
		return true;
	for (int32_t k = i; k < i + 3 && k < n->end; k++) {
		if (name_is(n, k, CLASS_AGENCY_SUBJECT))
			return true;
		if (n->seg->tokens.items[k].kind != PIECE_WORD || name_is(n, k, CLASS_CUE) || name_is(n, k, CLASS_PREP) ||
			name_is(n, k, CLASS_AUX) || name_is(n, k, CLASS_DET))
			return false;
	}
	return false;
}
