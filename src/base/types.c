/* Names of the public enumerations, and what follows from a state. */
#include "wireaudit/types.h"

#include <string.h>

#define NAME_(id, text) text,
#define NAMED_ENUM(E, LIST)                                                                                 \
	static const char *const E##_names[] = {LIST(NAME_)};                                               \
	const char *E##_name(enum E value)                                                                  \
	{                                                                                                   \
		return (size_t)value < sizeof E##_names / sizeof *E##_names ? E##_names[value] : "unknown"; \
	}                                                                                                   \
	int E##_from_name(const char *name)                                                                 \
	{                                                                                                   \
		for (size_t i = 0; i < sizeof E##_names / sizeof *E##_names; i++)                           \
			if (strcmp(E##_names[i], name) == 0)                                                \
				return (int)i;                                                              \
		return -1;                                                                                  \
	}

NAMED_ENUM(wa_para_kind, WA_PARA_KINDS)
NAMED_ENUM(wa_role, WA_ROLES)
NAMED_ENUM(wa_source_kind, WA_SOURCE_KINDS)
NAMED_ENUM(wa_mode, WA_MODES)
NAMED_ENUM(wa_found, WA_FOUNDS)
NAMED_ENUM(wa_claim_type, WA_CLAIM_TYPES)
NAMED_ENUM(wa_state, WA_STATES)
NAMED_ENUM(wa_verdict, WA_VERDICTS)
NAMED_ENUM(wa_reason, WA_REASONS)
NAMED_ENUM(wa_gap, WA_GAPS)
NAMED_ENUM(wa_level, WA_LEVELS)
NAMED_ENUM(wa_skip, WA_SKIPS)

enum wa_verdict wa_state_verdict(enum wa_state state)
{
	static const enum wa_verdict verdicts[WA_STATE_COUNT] = {
		[WA_STATE_CLAUSE] = WA_VERDICT_OK,
		[WA_STATE_WITNESS] = WA_VERDICT_OK,
		[WA_STATE_SENTENCE] = WA_VERDICT_OK,
		[WA_STATE_EXEMPT] = WA_VERDICT_EXEMPT,
		[WA_STATE_INHERITED] = WA_VERDICT_OK,
		[WA_STATE_PARAGRAPH] = WA_VERDICT_SOFT,
		[WA_STATE_LEAD] = WA_VERDICT_SOFT,
		[WA_STATE_REPEATED] = WA_VERDICT_SOFT,
		[WA_STATE_BACKGROUND] = WA_VERDICT_SOFT,
		[WA_STATE_HEADLINE] = WA_VERDICT_SOFT,
		[WA_STATE_VAGUE] = WA_VERDICT_FLAG,
		[WA_STATE_DATELINE] = WA_VERDICT_SOFT,
		[WA_STATE_CREDIT] = WA_VERDICT_SOFT,
		[WA_STATE_NONE] = WA_VERDICT_FLAG,
	};
	return (unsigned)state < WA_STATE_COUNT ? verdicts[state] : WA_VERDICT_FLAG;
}

bool wa_claim_grave(enum wa_claim_type type)
{
	switch (type) {
	case WA_CLAIM_DEATHS:
	case WA_CLAIM_INJURED:
	case WA_CLAIM_MISSING:
	case WA_CLAIM_FORCE:
	case WA_CLAIM_MATERIEL:
	case WA_CLAIM_TERRITORY:
	case WA_CLAIM_RESPONSIBILITY:
	case WA_CLAIM_CRIME:
	case WA_CLAIM_QUOTE:
		return true;
	case WA_CLAIM_DESTRUCTION:
	case WA_CLAIM_POLL:
	case WA_CLAIM_CROWD:
	case WA_CLAIM_MONEY:
	case WA_CLAIM_COST:
	case WA_CLAIM_STATISTIC:
	case WA_CLAIM_EARNINGS:
	case WA_CLAIM_FORECAST:
	case WA_CLAIM_INTENT:
	case WA_CLAIM_SCIENCE:
	case WA_CLAIM_CAUSE:
	case WA_CLAIM_ATROCITY:
	case WA_CLAIM_SUPERLATIVE:
	case WA_CLAIM_VOTE:
	case WA_CLAIM_DENIAL:
	case WA_CLAIM_MEDIA:
	case WA_CLAIM_MENTAL:
	case WA_CLAIM_RUMOUR:
	case WA_CLAIM_TYPE_COUNT:
		return false;
	}
	return false;
}
