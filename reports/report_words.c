/* What the report calls the lasting names of the record. */
#include "report_page.h"

const char *report_claim_words(enum wa_claim_type type)
{
	static const char *const words[WA_CLAIM_TYPE_COUNT] = {
		[WA_CLAIM_DEATHS] = "Deaths",
		[WA_CLAIM_INJURED] = "Injured",
		[WA_CLAIM_MISSING] = "Missing, held or displaced",
		[WA_CLAIM_DESTRUCTION] = "Destruction",
		[WA_CLAIM_FORCE] = "Troop numbers",
		[WA_CLAIM_MATERIEL] = "Weapons fired or lost",
		[WA_CLAIM_TERRITORY] = "Territory",
		[WA_CLAIM_RESPONSIBILITY] = "Who did it",
		[WA_CLAIM_CRIME] = "Accusations of crime",
		[WA_CLAIM_POLL] = "Polls",
		[WA_CLAIM_CROWD] = "Crowds",
		[WA_CLAIM_QUOTE] = "Quotations without speaker",
		[WA_CLAIM_MONEY] = "Amounts of money",
		[WA_CLAIM_COST] = "Costs and losses",
		[WA_CLAIM_STATISTIC] = "Statistics",
		[WA_CLAIM_EARNINGS] = "Company results",
		[WA_CLAIM_FORECAST] = "Forecasts",
		[WA_CLAIM_INTENT] = "Intentions",
		[WA_CLAIM_SCIENCE] = "Findings of science",
		[WA_CLAIM_CAUSE] = "Causes",
		[WA_CLAIM_ATROCITY] = "Atrocities",
		[WA_CLAIM_SUPERLATIVE] = "Superlatives",
		[WA_CLAIM_VOTE] = "Votes",
		[WA_CLAIM_DENIAL] = "Denials",
		[WA_CLAIM_MEDIA] = "What pictures show",
		[WA_CLAIM_MENTAL] = "States of mind",
		[WA_CLAIM_RUMOUR] = "Rumours",
	};
	return words[type];
}

const char *report_source_words(enum wa_source_kind kind)
{
	static const char *const words[WA_SOURCE_KIND_COUNT] = {
		[WA_SOURCE_AGENCY] = "Agency",
		[WA_SOURCE_PERSON] = "Person",
		[WA_SOURCE_ORGANISATION] = "Organisation",
		[WA_SOURCE_UNNAMED] = "Not named",
		[WA_SOURCE_VAGUE] = "Vague",
		[WA_SOURCE_DOCUMENT] = "Document",
		[WA_SOURCE_PRONOUN] = "Pronoun",
	};
	return words[kind];
}

const char *report_skip_words(enum wa_skip skip)
{
	static const char *const words[WA_SKIP_COUNT] = {
		[WA_SKIP_NONE] = "Audited",
		[WA_SKIP_NO_TEXT] = "No text found",
		[WA_SKIP_LANGUAGE] = "Language not covered",
		[WA_SKIP_UNREADABLE] = "Could not be read",
		[WA_SKIP_TOO_LARGE] = "Too large",
	};
	return words[skip];
}
