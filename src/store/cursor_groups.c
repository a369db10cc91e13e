/* Documents by week, desk and agency; mentions by role; findings by rule; runs. */
#include "store/cursor.h"

static const struct field group_fields[] = {
	FIELD(wa_group_row, STR, "key", key),
	FIELD(wa_group_row, COUNT, "documents", counts.documents),
};
static const struct fields fields_group = FIELDS(group_fields);

static const struct field week_fields[] = {
	FIELD(wa_group_row, BOOL, "first_seen", first_seen),
};
static const struct fields fields_week = FIELDS(week_fields);

#define GROUP_PARTS                                                                                \
	{                                                                                          \
		CURSOR_PART(fields_group, row.group), CURSOR_PART(fields_counts, row.group.counts) \
	}

#define SUMS                                                                                                \
	"count(*) AS documents, sum(a.claims) AS claims, sum(a.grave) AS grave, sum(a.flagged) AS flagged," \
	" sum(" ERRORS ") AS errors, sum(" WARNINGS ") AS warnings, sum(" NOTES ") AS notes, sum(" SUPPRESSED ") AS suppressed"

static const struct cursor_plan plan_weeks = {
	.kind = CURSOR_GROUP,
	/* The Sunday on or after the day, six days back. Grouped by place: by name, first_seen would be the document's column. */
	.select = "SELECT date(d.date, 'weekday 0', '-6 days') AS key, a.dated = 'first-seen' AS first_seen, " SUMS FROM_DOCUMENTS
		WITH_WAIVED AUDITED,
	.tail = " GROUP BY 1, 2 ORDER BY 1, 2",
	.parts = {CURSOR_PART(fields_group, row.group), CURSOR_PART(fields_counts, row.group.counts),
		CURSOR_PART(fields_week, row.group)},
};

static const struct cursor_plan plan_desks = {
	.kind = CURSOR_GROUP,
	.select = "SELECT a.desk AS key, " SUMS FROM_DOCUMENTS WITH_WAIVED AUDITED,
	.tail = " GROUP BY a.desk ORDER BY a.desk",
	.parts = GROUP_PARTS,
};

static const struct cursor_plan plan_agencies = {
	.kind = CURSOR_GROUP,
	.select = "WITH credit AS (SELECT DISTINCT t.agency AS agency, a.id AS analysis" FROM_DOCUMENTS
		  " CROSS JOIN mention t ON t.analysis = a.id" AUDITED
		  " AND t.role IN ('reporter', 'recipient', 'witness', 'chain', 'dateline', 'credit')",
	.tail = ") SELECT credit.agency AS key, " SUMS " FROM credit JOIN analysis a ON a.id = credit.analysis" WITH_WAIVED
		" GROUP BY key ORDER BY key",
	.parts = GROUP_PARTS,
};

CURSOR_OPEN(weeks)
CURSOR_OPEN(desks)
CURSOR_OPEN(agencies)
CURSOR_NEXT(group, wa_group_row, group, GROUP)

static const struct field role_fields[] = {
	FIELD(wa_role_row, TEXT, "agency", agency),
	FIELD_NAMED(wa_role_row, wa_role, "role", role),
	FIELD(wa_role_row, COUNT, "mentions", mentions),
	FIELD(wa_role_row, COUNT, "documents", documents),
	FIELD(wa_role_row, COUNT, "any_role", any_role),
};
static const struct fields fields_role = FIELDS(role_fields);

static const struct cursor_plan plan_roles = {
	.kind = CURSOR_ROLE,
	.select = "WITH hit AS (SELECT t.agency, t.role, a.id AS analysis, count(*) AS mentions" FROM_DOCUMENTS
		  " CROSS JOIN mention t ON t.analysis = a.id" AUDITED,
	.tail = " GROUP BY t.agency, t.role, a.id), whole AS (SELECT agency, count(DISTINCT analysis) AS documents FROM hit GROUP "
		"BY agency)"
		" SELECT hit.agency AS agency, hit.role AS role, sum(hit.mentions) AS mentions, count(*) AS documents,"
		" whole.documents AS any_role FROM hit JOIN whole USING (agency) GROUP BY hit.agency, hit.role ORDER BY "
		"hit.agency, hit.role",
	.parts = {CURSOR_PART(fields_role, row.role)},
};

CURSOR_OPEN(roles)
CURSOR_NEXT(role, wa_role_row, role, ROLE)

static const struct field rule_fields[] = {
	FIELD(wa_rule_row, TEXT, "code", code),
	FIELD(wa_rule_row, TEXT, "name", name),
	FIELD(wa_rule_row, COUNT, "errors", findings[WA_LEVEL_ERROR]),
	FIELD(wa_rule_row, COUNT, "warnings", findings[WA_LEVEL_WARNING]),
	FIELD(wa_rule_row, COUNT, "notes", findings[WA_LEVEL_NOTE]),
	FIELD(wa_rule_row, COUNT, "suppressed", suppressed),
	FIELD(wa_rule_row, COUNT, "documents", documents),
	FIELD(wa_rule_row, COUNT, "flagged", flagged),
};
static const struct fields fields_rule = FIELDS(rule_fields);

#define STANDS "(NOT t.suppressed AND w.id IS NULL)"

static const struct cursor_plan plan_rules = {
	.kind = CURSOR_RULE,
	.select = "SELECT t.code AS code, max(t.name) AS name,"
		  " sum(t.level = 'error' AND " STANDS ") AS errors, sum(t.level = 'warning' AND " STANDS ") AS warnings,"
		  " sum(t.level = 'note' AND " STANDS ") AS notes, sum(NOT " STANDS ") AS suppressed,"
		  " count(DISTINCT CASE WHEN " STANDS " THEN a.id END) AS documents,"
		  " count(DISTINCT CASE WHEN " STANDS " AND c.grave AND c.verdict = 'flag' THEN a.id || ':' || c.claim END)"
		  " AS flagged" FROM_DOCUMENTS " CROSS JOIN finding t ON t.analysis = a.id" WITH_WAIVER
		  " LEFT JOIN claim c ON c.analysis = t.analysis AND c.claim = t.claim" AUDITED,
	.tail = " GROUP BY t.code ORDER BY t.code",
	.parts = {CURSOR_PART(fields_rule, row.rule)},
};

CURSOR_OPEN(rules)
CURSOR_NEXT(rule, wa_rule_row, rule, RULE)

static const struct field run_fields[] = {
	FIELD(wa_run, ID, "id", id),
	FIELD(wa_run, TEXT, "started", started),
	FIELD(wa_run, TEXT, "finished", finished),
	FIELD(wa_run, TEXT, "program", program),
	FIELD(wa_run, TEXT, "fingerprint", fingerprint),
	FIELD(wa_run, COUNT, "seen", seen),
	FIELD(wa_run, COUNT, "analysed", analysed),
	FIELD(wa_run, COUNT, "unchanged", unchanged),
	FIELD(wa_run, COUNT, "not_audited", not_audited),
	FIELD(wa_run, COUNT, "gone", gone),
};
static const struct fields fields_run = FIELDS(run_fields);

static const struct cursor_plan plan_runs = {
	.kind = CURSOR_RUN,
	.select = "SELECT * FROM run ORDER BY id DESC",
	.tail = "",
	.unfiltered = true,
	.parts = {CURSOR_PART(fields_run, row.run)},
};

enum wa_status wa_store_runs(struct wa_store *store, struct wa_cursor **cursor, struct wa_error *error)
{
	return cursor_open(store, &plan_runs, NULL, NULL, cursor, error);
}
CURSOR_NEXT(run, wa_run, run, RUN)
