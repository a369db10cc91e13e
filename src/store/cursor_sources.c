/* Sources by name. */
#include "store/cursor.h"

/* One column a mode and a claim type, so that a new one has its count as well. */
/* clang-format off */
#define WA_P_(id, text) FIELD(wa_source_row, COUNT, text, modes[WA_MODE_##id]),
static const struct field mode_fields[] = {WA_MODES(WA_P_)};
#undef WA_P_
#define WA_P_(id, text) FIELD(wa_source_row, COUNT, text, claims[WA_CLAIM_##id]),
static const struct field claim_fields[] = {WA_CLAIM_TYPES(WA_P_)};
#undef WA_P_
#define WA_P_(id, text) ", count(*) FILTER (WHERE mode = '" text "') AS \"" text "\""
#define MODES WA_MODES(WA_P_)
#define WA_Q_(id, text) ", count(*) FILTER (WHERE type = '" text "') AS \"" text "\""
#define CLAIM_TYPES WA_CLAIM_TYPES(WA_Q_)
/* clang-format on */

static const struct field source_fields[] = {
	FIELD(wa_source_row, STR, "name", name),
	FIELD_NAMED(wa_source_row, wa_source_kind, "kind", kind),
	FIELD(wa_source_row, COUNT, "attributions", attributions),
	FIELD(wa_source_row, COUNT, "documents", documents),
	FIELD(wa_source_row, COUNT, "answers", answers),
	FIELD(wa_source_row, COUNT, "grave", grave),
	FIELD(wa_source_row, TEXT, "first", first),
	FIELD(wa_source_row, TEXT, "last", last),
};
static const struct fields fields_source = FIELDS(source_fields), fields_modes = FIELDS(mode_fields),
			   fields_claims = FIELDS(claim_fields);

/*
 * A row of `credit` is an attribution (with a mode) or a claim that one answers for (with a type). Of the spellings of a name the
 * largest is the one with the fewest capitals, so that "The ministry" at the head of a sentence is "the ministry". Kinds happen
 * to be in the order of the alphabet from the most definite to the least; a pronoun's row has the name of whom it stands for.
 */
static const struct cursor_plan plan_sources = {
	.kind = CURSOR_SOURCE,
	.select = "WITH chosen AS (SELECT d.date AS date, a.id AS analysis" FROM_DOCUMENTS AUDITED,
	.tail = "), credit AS (SELECT t.name AS name, t.kind AS kind, t.mode AS mode, NULL AS type, NULL AS grave, c.date AS date, "
		"c.analysis AS"
		" analysis FROM chosen c CROSS JOIN attribution t ON t.analysis = c.analysis"
		" UNION ALL SELECT t.name, t.kind, NULL, k.type, k.grave, c.date, c.analysis FROM chosen c"
		" CROSS JOIN claim k ON k.analysis = c.analysis"
		" CROSS JOIN claim_attribution l ON l.analysis = k.analysis AND l.claim = k.claim AND l.place = 0"
		" CROSS JOIN attribution t ON t.analysis = l.analysis AND t.attribution = l.attribution)"
		" SELECT max(name) AS name, coalesce(min(nullif(kind, 'pronoun')), 'pronoun') AS kind, count(mode) AS attributions,"
		" count(DISTINCT analysis) AS documents, count(type) AS answers, count(*) FILTER (WHERE grave) AS grave, min(date) "
		"AS first, max(date) AS last" MODES CLAIM_TYPES
		" FROM credit WHERE credit.name IS NOT NULL GROUP BY credit.name COLLATE NOCASE"
		" ORDER BY attributions DESC, documents DESC, name",
	.parts = {CURSOR_PART(fields_source, row.source), CURSOR_PART(fields_modes, row.source),
		CURSOR_PART(fields_claims, row.source)},
};

CURSOR_OPEN(sources)
CURSOR_NEXT(source, wa_source_row, source, SOURCE)
