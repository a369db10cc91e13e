/* Sums over everything a filter lets through. */
#include "base/error.h"
#include "store/cursor.h"

/* One row a reason for not auditing and origin of the date. */
struct share {
	enum wa_skip skip;
	enum wa_dating dated;
	const char *first, *last;
	uint64_t documents, in_part, paragraphs, mentions, attributions;
	struct wa_counts counts;
};

static const struct field share_fields[] = {
	FIELD_NAMED(share, wa_skip, "skip", skip),
	FIELD_NAMED(share, wa_dating, "dated", dated),
	FIELD(share, TEXT, "first", first),
	FIELD(share, TEXT, "last", last),
	FIELD(share, COUNT, "documents", documents),
	FIELD(share, COUNT, "in_part", in_part),
	FIELD(share, COUNT, "paragraphs", paragraphs),
	FIELD(share, COUNT, "mentions", mentions),
	FIELD(share, COUNT, "attributions", attributions),
};
static const struct fields share_part = FIELDS(share_fields);

/* One row a type of claim and verdict. */
struct claim_share {
	enum wa_claim_type type;
	enum wa_verdict verdict;
	uint64_t claims;
};

static const struct field claim_share_fields[] = {
	FIELD_NAMED(claim_share, wa_claim_type, "type", type),
	FIELD_NAMED(claim_share, wa_verdict, "verdict", verdict),
	FIELD(claim_share, COUNT, "claims", claims),
};
static const struct fields claim_share_part = FIELDS(claim_share_fields);

/* `seen` tells that the range so far is of documents that have no date of their own. */
static void widen(struct wa_totals *totals, const struct share *share, bool *seen)
{
	if (share->dated == WA_DATED_FIRST_SEEN && *totals->first)
		return;
	if (*seen)
		*totals->first = *totals->last = 0;
	*seen = share->dated == WA_DATED_FIRST_SEEN;
	if (!*totals->first || strcmp(share->first, totals->first) < 0)
		(void)snprintf(totals->first, sizeof totals->first, "%s", share->first);
	if (strcmp(share->last, totals->last) > 0)
		(void)snprintf(totals->last, sizeof totals->last, "%s", share->last);
}

void wa_counts_add(struct wa_counts *sum, const struct wa_counts *more)
{
	sum->documents += more->documents;
	sum->claims += more->claims;
	sum->grave += more->grave;
	sum->flagged += more->flagged;
	sum->suppressed += more->suppressed;
	for (int level = 0; level < WA_LEVEL_COUNT; level++)
		sum->findings[level] += more->findings[level];
}

static void add_share(struct wa_totals *totals, struct share *share, bool *seen)
{
	totals->found += share->documents;
	if (share->skip != WA_SKIP_NONE) {
		totals->skipped[share->skip] += share->documents;
		return;
	}
	share->counts.documents = share->documents;
	wa_counts_add(&totals->counts, &share->counts);
	totals->in_part += share->in_part;
	totals->dated[share->dated] += share->documents;
	totals->paragraphs += share->paragraphs;
	totals->mentions += share->mentions;
	totals->attributions += share->attributions;
	widen(totals, share, seen);
}

static enum wa_status open_sum(struct statement *statement, struct wa_store *store, const struct wa_filter *filter,
	const char *const sql[2], const struct fields *const *parts, struct wa_error *error)
{
	char conditions[FILTER_SIZE];
	enum wa_status status = filter_sql(filter, conditions, error);
	char *text;
	if (status != WA_OK)
		return status;
	text = sqlite3_mprintf("%s%s%s", sql[0], conditions, sql[1]);
	status = text ? statement_reading(statement, &store->db, text, parts, error) : error_nomem(error);
	sqlite3_free(text);
	if (status == WA_OK)
		filter_bind(filter, statement);
	return status;
}

static enum wa_status sum_documents(
	struct wa_store *store, const struct wa_filter *filter, struct wa_totals *totals, struct wa_error *error)
{
	static const char *const sql[] = {
		"SELECT a.skip AS skip, a.dated AS dated, min(d.date) AS first, max(d.date) AS last, count(*) AS documents,"
		" count(a.skip_detail) AS in_part, sum(a.paragraphs) AS paragraphs, sum(a.mentions) AS mentions,"
		" sum(a.attributions) AS attributions, sum(a.claims) AS claims, sum(a.grave) AS grave, sum(a.flagged) AS flagged,"
		" sum(" ERRORS ") AS errors, sum(" WARNINGS ") AS warnings, sum(" NOTES ") AS notes,"
		" sum(" SUPPRESSED ") AS suppressed" FROM_DOCUMENTS WITH_WAIVED " WHERE true",
		" GROUP BY a.skip, a.dated",
	};
	const struct fields *parts[] = {&share_part, &fields_counts, NULL};
	struct statement statement;
	bool more = true, seen = false;
	enum wa_status status = open_sum(&statement, store, filter, sql, parts, error);
	if (status != WA_OK)
		return status;
	while (status == WA_OK && more) {
		struct share share = {0};
		status = statement_step(&statement, &more, error);
		if (status == WA_OK && more)
			status = statement_read(&statement, 0, &share, error);
		if (status == WA_OK && more)
			status = statement_read(&statement, 1, &share.counts, error);
		if (status == WA_OK && more)
			add_share(totals, &share, &seen);
	}
	statement_close(&statement);
	return status;
}

static enum wa_status sum_claims(
	struct wa_store *store, const struct wa_filter *filter, struct wa_totals *totals, struct wa_error *error)
{
	static const char *const sql[] = {
		"SELECT t.type AS type, t.verdict AS verdict, count(*) AS claims" FROM_DOCUMENTS
		" CROSS JOIN claim t ON t.analysis = a.id" AUDITED,
		" GROUP BY t.type, t.verdict",
	};
	const struct fields *parts[] = {&claim_share_part, NULL};
	struct statement statement;
	bool more = true;
	enum wa_status status = open_sum(&statement, store, filter, sql, parts, error);
	if (status != WA_OK)
		return status;
	while (status == WA_OK && more) {
		struct claim_share share = {0};
		status = statement_step(&statement, &more, error);
		if (status == WA_OK && more)
			status = statement_read(&statement, 0, &share, error);
		if (status == WA_OK && more)
			totals->claims[share.type][share.verdict] = share.claims;
	}
	statement_close(&statement);
	return status;
}

enum wa_status wa_store_totals(
	struct wa_store *store, const struct wa_filter *filter, struct wa_totals *out, struct wa_error *error)
{
	static const struct wa_filter everything = {0};
	struct wa_totals totals = {0};
	enum wa_status status = WA_OK;
	if (store->scanning)
		return error_set(error, WA_ERR_USAGE, store->path, 0, "a scan has this store to itself; read through another");
	if (!filter)
		filter = &everything;
	status = sum_documents(store, filter, &totals, error);
	if (status == WA_OK)
		status = sum_claims(store, filter, &totals, error);
	if (status == WA_OK)
		*out = totals;
	return status;
}
