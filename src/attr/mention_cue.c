#include "attr/mention.h"

#define DISCLAIM_WORDS 9
#define SPOKEN_WORDS 10
#define APPOSITION_WORDS 10
#define LIST_NAMES 6 /* names in one list */
#define ADVERBS 3

/* Clamped to the sentence. */
static int32_t back(const struct name *n, int32_t words)
{
	return n->anchor - words < n->begin ? n->begin : n->anchor - words;
}

static bool negated(const struct name *n, int32_t from, int32_t to)
{
	return name_find(n, from, to, CLASS_NEGATION) >= 0 || name_find(n, from, to, CLASS_AGENCY_UNABLE) >= 0;
}

/* "Reuters could not verify", "could not be confirmed by AFP". */
bool name_disclaimer(const struct name *n, enum wa_role *role)
{
	int32_t verb, to = n->end < n->right + DISCLAIM_WORDS ? n->end : n->right + DISCLAIM_WORDS;
	*role = WA_ROLE_DISCLAIMER;
	if (name_is(n, n->right, CLASS_AUX) || name_is(n, n->right, CLASS_MODAL) || name_is(n, n->right, CLASS_AGENCY_UNABLE)) {
		verb = name_find(n, n->right + 1, to, CLASS_AGENCY_DISCLAIM);
		if (verb >= 0 && negated(n, n->right, verb))
			return true;
	}
	if (!name_is(n, n->left - 1, CLASS_PREP_BY))
		return false;
	verb = name_find(n, back(n, 4), n->left, CLASS_AGENCY_DISCLAIM);
	return verb >= 0 && negated(n, back(n, DISCLAIM_WORDS), verb);
}

/* "citing Interfax"; "Xinhua, quoted by Agerpres". */
bool name_chain(const struct name *n, enum wa_role *role)
{
	int32_t i = n->right + (name_mark(n, n->right) == MARK_COMMA);
	*role = WA_ROLE_CHAIN;
	if (name_is(n, n->anchor - 1, CLASS_AGENCY_CITING) && !name_is(n, n->anchor - 2, CLASS_AUX_BE))
		return true;
	return i > n->right && name_is(n, i, CLASS_AGENCY_CITING) && name_is(n, i + 1, CLASS_PREP_BY);
}

bool name_told(const struct name *n, enum wa_role *role)
{
	*role = WA_ROLE_RECIPIENT;
	return name_is(n, n->anchor - 1, CLASS_CUE_TELL);
}

/* "seen by AFP", "polled by Reuters". */
bool name_shown(const struct name *n, enum wa_role *role)
{
	*role = WA_ROLE_RECIPIENT;
	return name_is(n, n->anchor - 1, CLASS_PREP_BY) && name_find(n, back(n, 3), n->anchor - 1, CLASS_AGENCY_RECIPIENT_BY) >= 0;
}

/* "did not answer questions from AP". */
bool name_asked(const struct name *n, enum wa_role *role)
{
	*role = WA_ROLE_RECIPIENT;
	return name_is(n, n->left - 1, CLASS_PREP) && !name_is(n, n->left - 1, CLASS_AGENCY_WITH) &&
	       name_find(n, back(n, 3), n->left - 1, CLASS_AGENCY_ASK) >= 0;
}

/* "in an interview with AP", "confirmed to Efe", "declined to comment on the price to Reuters". */
bool name_spoken_to(const struct name *n, enum wa_role *role)
{
	*role = WA_ROLE_RECIPIENT;
	return name_is(n, n->anchor - 1, CLASS_AGENCY_WITH) && !name_is(n, n->anchor - 2, CLASS_CUE_PREP) &&
	       name_find(n, back(n, SPOKEN_WORDS), n->anchor - 1, CLASS_AGENCY_RECIPIENT) >= 0;
}

/* "letters that AFP obtained". */
bool name_took(const struct name *n, enum wa_role *role)
{
	int32_t i = n->right + name_is(n, n->right, CLASS_AUX_HAVE);
	*role = WA_ROLE_RECIPIENT;
	return name_is(n, i, CLASS_AGENCY_TOOK);
}

bool name_according(const struct name *n, enum wa_role *role)
{
	*role = WA_ROLE_REPORTER;
	return name_is(n, n->anchor - 2, CLASS_CUE_PREP) || name_is(n, n->anchor - 1, CLASS_CUE_PREP);
}

/* "as reported by Efe", "quoted by Tass as saying", "data compiled by Bloomberg". */
bool name_carried_by(const struct name *n, enum wa_role *role)
{
	*role = WA_ROLE_REPORTER;
	return (name_is(n, n->anchor - 1, CLASS_PREP_BY) || name_is(n, n->anchor - 1, CLASS_PREP_IN)) &&
	       name_find(n, back(n, 3), n->anchor - 1, CLASS_AGENCY_CARRIED) >= 0;
}

static bool is_say(const struct name *n, int32_t i)
{
	return !name_is(n, i, CLASS_CUE_TELL) &&
	       (name_is(n, i, CLASS_CUE_STRONG) || name_is(n, i, CLASS_CUE_QUOTE) || name_is(n, i, CLASS_CUE_FINDING) ||
		       name_is(n, i, CLASS_AGENCY_CITING) || name_is(n, i, CLASS_AGENCY_CARRIED));
}

/* Over ", monitored in Nicosia," and its like, when a verb of saying follows. */
static int32_t skip_apposition(const struct name *n, int32_t i)
{
	bool clause = n->left == n->begin || n->seg->tokens.items[n->left - 1].kind == PIECE_MARK || name_is(n, n->left, CLASS_DET);
	if (name_mark(n, i) != MARK_COMMA)
		return i;
	if (name_is(n, n->left, CLASS_AGENCY_NOUN) || name_is(n, n->first - 2, CLASS_AGENCY_NOUN))
		return i + 1;
	for (int32_t k = i + 1; k < n->end && k < i + APPOSITION_WORDS; k++)
		if (name_mark(n, k) == MARK_COMMA)
			return clause && (is_say(n, k + 1) || name_is(n, k + 1, CLASS_ADVERB)) ? k + 1 : i;
	return i;
}

int32_t name_skip_others(const struct name *n, int32_t i)
{
	for (int32_t k = 0; k < LIST_NAMES; k++) {
		struct agency_hit other;
		int32_t at = i;
		if (name_mark(n, at) == MARK_COMMA)
			at++;
		if (name_is(n, at, CLASS_CONJ))
			at++;
		if (at == i)
			break;
		at += name_is(n, at, CLASS_DET);
		if (at >= n->end || !scan_agency_at(n->attr->packs, n->seg, (size_t)at, &other))
			break;
		i = (int32_t)other.last;
	}
	return i;
}

/* "Reuters reported", "Xinhua news agency also said". */
bool name_reports(const struct name *n, enum wa_role *role)
{
	int32_t i = name_skip_others(n, n->right);
	i = skip_apposition(n, i);
	i += i > n->right && name_is(n, i, CLASS_DET);
	for (int32_t k = 0; k < ADVERBS && (name_is(n, i, CLASS_ADVERB) || name_is(n, i, CLASS_AUX_HAVE)); k++)
		i++;
	*role = WA_ROLE_REPORTER;
	if (name_is(n, i, CLASS_AUX_BE) && name_is(n, i + 1, CLASS_FORM_ING))
		i++;
	return i < n->end && is_say(n, i);
}

/* "reports Afp", "said Reuters". */
bool name_inverted(const struct name *n, enum wa_role *role)
{
	int32_t i = n->left - 1;
	*role = WA_ROLE_REPORTER;
	return i > n->begin && is_say(n, i) && n->seg->tokens.items[i - 1].kind == PIECE_MARK;
}

/* "Storm kills three: Xinhua", "Reuters: port to close". */
bool name_colon(const struct name *n, enum wa_role *role)
{
	bool last = n->right == n->count || (n->right + 1 == n->count && n->seg->tokens.items[n->right].kind == PIECE_MARK);
	*role = WA_ROLE_REPORTER;
	return (name_mark(n, n->right) == MARK_COLON && n->left == n->begin) ||
	       (last && (name_mark(n, n->left - 1) == MARK_COLON ||
				(n->attr->kind == WA_PARA_HEADLINE && name_mark(n, n->left - 1) == MARK_DASH)));
}

/* "AFP saw", "Reuters counted". */
bool name_saw(const struct name *n, enum wa_role *role)
{
	*role = WA_ROLE_WITNESS;
	return name_is(n, n->right, CLASS_AGENCY_SAW);
}

/* "told AFP and Reuters": the second does what the first did. */
bool name_beside(const struct name *n, enum wa_role *role)
{
	const struct wa_mention *m;
	int32_t i = n->left - 1;
	if (!n->attr->mentions.count || (!name_is(n, i, CLASS_CONJ) && name_mark(n, i) != MARK_COMMA))
		return false;
	if (name_mark(n, i - 1) == MARK_COMMA)
		i--;
	m = &n->attr->mentions.items[n->attr->mentions.count - 1];
	*role = m->role;
	return i > 0 && m->para == n->attr->para && m->span.end <= n->seg->tokens.items[i].start &&
	       m->span.end + 8 >= n->seg->tokens.items[i].start &&
	       (m->role == WA_ROLE_REPORTER || m->role == WA_ROLE_RECIPIENT || m->role == WA_ROLE_CHAIN);
}
