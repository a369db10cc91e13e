/* Names, headings and widths of the columns. table_rows.c writes cells in this order. */
#include <string.h>

#include "table.h"

#define OF_DOCUMENT                                                                                                        \
	{"document", "Document", TABLE_TEXT, 34}, {"title", "Headline", TABLE_TEXT, 44}, {"date", "Date", TABLE_DATE, 11}, \
		{"desk", "Desk", TABLE_TEXT, 14}, {"item", "Item", TABLE_NUMBER, 7},                                       \
	{                                                                                                                  \
		"paragraph", "Paragraph", TABLE_NUMBER, 11                                                                 \
	}

static const struct table_column documents[] = {
	{"document", "Document", TABLE_TEXT, 34},
	{"title", "Headline", TABLE_TEXT, 44},
	{"date", "Date", TABLE_DATE, 11},
	{"dated_by", "Dated by", TABLE_TEXT, 11},
	{"desk", "Desk", TABLE_TEXT, 14},
	{"audited", "Audited", TABLE_TEXT, 9},
	{"not_audited_reason", "Why not", TABLE_TEXT, 13},
	{"not_audited_detail", "What was left out", TABLE_TEXT, 30},
	{"claims", "Claims", TABLE_NUMBER, 9},
	{"grave_claims", "Grave claims", TABLE_NUMBER, 13},
	{"flagged", "Flagged", TABLE_NUMBER, 9},
	{"rate", "Rate", TABLE_SHARE, 8},
	{"errors", "Errors", TABLE_NUMBER, 8},
	{"warnings", "Warnings", TABLE_NUMBER, 10},
	{"notes", "Notes", TABLE_NUMBER, 8},
	{"suppressed", "Suppressed", TABLE_NUMBER, 12},
	{"items", "Items", TABLE_NUMBER, 8},
	{"byline", "Byline", TABLE_TEXT, 20},
	{"dateline", "Dateline", TABLE_TEXT, 20},
	{"provider", "Provider", TABLE_TEXT, 16},
	{"section", "Section", TABLE_TEXT, 14},
	{"language", "Language", TABLE_TEXT, 10},
	{"format", "Format", TABLE_TEXT, 9},
	{"published", "Published (as given)", TABLE_TEXT, 24},
	{"modified", "Modified (as given)", TABLE_TEXT, 24},
	{"first_seen", "First seen (UTC)", TABLE_TIME, 17},
	{"last_seen", "Last seen (UTC)", TABLE_TIME, 17},
	{"bytes", "Bytes", TABLE_NUMBER, 10},
	{"sha256", "SHA-256", TABLE_TEXT, 20},
	{"engine", "Engine", TABLE_TEXT, 18},
};

static const struct table_column mentions[] = {
	OF_DOCUMENT,
	{"agency", "Agency", TABLE_TEXT, 14},
	{"role", "Role", TABLE_TEXT, 12},
	{"attributing", "Attributing", TABLE_TEXT, 12},
	{"words", "Words", TABLE_TEXT, 22},
	{"text", "Paragraph text", TABLE_TEXT, 80},
};

static const struct table_column attributions[] = {
	OF_DOCUMENT,
	{"attribution", "No.", TABLE_NUMBER, 7},
	{"source", "Source", TABLE_TEXT, 28},
	{"resolved", "Stands for", TABLE_TEXT, 22},
	{"resolved_confidence", "How sure (%)", TABLE_NUMBER, 12},
	{"name", "Name", TABLE_TEXT, 24},
	{"kind", "Kind", TABLE_TEXT, 13},
	{"agency", "Agency", TABLE_TEXT, 12},
	{"cue", "Cue", TABLE_TEXT, 14},
	{"mode", "Mode", TABLE_TEXT, 10},
	{"construction", "Construction", TABLE_TEXT, 18},
	{"content", "What is said", TABLE_TEXT, 60},
	{"text", "Paragraph text", TABLE_TEXT, 80},
};

static const struct table_column claims[] = {
	OF_DOCUMENT,
	{"claim", "No.", TABLE_NUMBER, 7},
	{"kind", "Kind", TABLE_TEXT, 15},
	{"grave", "Grave", TABLE_TEXT, 8},
	{"low", "Low", TABLE_NUMBER, 17},
	{"high", "High", TABLE_NUMBER, 17},
	{"unit", "Unit", TABLE_TEXT, 9},
	{"counted", "What is counted", TABLE_TEXT, 24},
	{"place", "Place", TABLE_TEXT, 20},
	{"time", "Time", TABLE_TEXT, 16},
	{"state", "State", TABLE_TEXT, 12},
	{"verdict", "Verdict", TABLE_TEXT, 10},
	{"exempt_reason", "Exempt because", TABLE_TEXT, 16},
	{"source", "Who answers", TABLE_TEXT, 28},
	{"words", "Words", TABLE_TEXT, 50},
	{"text", "Paragraph text", TABLE_TEXT, 80},
};

static const struct table_column findings[] = {
	OF_DOCUMENT,
	{"level", "Level", TABLE_TEXT, 10},
	{"rule", "Rule", TABLE_TEXT, 9},
	{"name", "Name", TABLE_TEXT, 24},
	{"message", "Message", TABLE_TEXT, 60},
	{"mend", "What would mend it", TABLE_TEXT, 40},
	{"words", "Words", TABLE_TEXT, 50},
	{"claim", "Claim no.", TABLE_NUMBER, 10},
	{"suppressed", "Suppressed", TABLE_TEXT, 12},
	{"suppressed_reason", "Reason given", TABLE_TEXT, 30},
	{"fingerprint", "Fingerprint", TABLE_TEXT, 18},
	{"text", "Paragraph text", TABLE_TEXT, 80},
};

static const struct table_column sources[] = {
	{"name", "Source", TABLE_TEXT, 34},
	{"kind", "Kind", TABLE_TEXT, 13},
	{"attributions", "Credited", TABLE_NUMBER, 10},
	{"speech", "Said", TABLE_NUMBER, 8},
	{"belief", "Believed", TABLE_NUMBER, 10},
	{"finding", "Found", TABLE_NUMBER, 8},
	{"attitude", "Felt", TABLE_NUMBER, 8},
	{"documents", "Documents", TABLE_NUMBER, 11},
	{"claims", "Claims", TABLE_NUMBER, 9},
	{"grave_claims", "Grave claims", TABLE_NUMBER, 13},
	{"answers_for", "Answers for", TABLE_TEXT, 50},
	{"first", "First", TABLE_DATE, 11},
	{"last", "Last", TABLE_DATE, 11},
};

#undef OF_DOCUMENT

#define COLUMNS(columns)                                       \
	{                                                      \
		(columns), sizeof(columns) / sizeof *(columns) \
	}

const struct table_column *table_columns(enum wa_table table, size_t *count)
{
	static const struct {
		const struct table_column *columns;
		size_t count;
	} tables[WA_TABLE_COUNT] = {
		[WA_TABLE_DOCUMENTS] = COLUMNS(documents),
		[WA_TABLE_MENTIONS] = COLUMNS(mentions),
		[WA_TABLE_ATTRIBUTIONS] = COLUMNS(attributions),
		[WA_TABLE_CLAIMS] = COLUMNS(claims),
		[WA_TABLE_FINDINGS] = COLUMNS(findings),
		[WA_TABLE_SOURCES] = COLUMNS(sources),
	};
	*count = tables[table].count;
	return tables[table].columns;
}

static const char *const names[WA_TABLE_COUNT] = {
#define WA_P_(id, text) text,
	WA_TABLES(WA_P_)
#undef WA_P_
};

const char *wa_table_name(enum wa_table table)
{
	return names[table];
}

int wa_table_from_name(const char *name)
{
	for (int table = 0; table < WA_TABLE_COUNT; table++)
		if (strcmp(names[table], name) == 0)
			return table;
	return -1;
}
