/* Removing for good what the record no longer needs; in short transactions, so that a scan need not wait for long. */
#include "base/error.h"
#include "store/statement.h"
#include "store/store.h"

static const struct fields *const no_parts[] = {NULL};

#define STEP " LIMIT 200"

/* What may go, of a document d, its version v and that version's analysis a. */
#define GONE "(d.deleted IS NOT NULL AND (:before IS NULL OR d.deleted < :before))"
#define OLD_ANALYSIS                                                                                                \
	"(d.analysis IS NOT a.id AND (:before IS NULL OR CASE WHEN v.id = (SELECT version FROM analysis WHERE id =" \
	" d.analysis) THEN a.analysed ELSE v.last_seen END < :before))"
#define OLD_VERSION "(:before IS NULL OR v.last_seen < :before)"
#define ANALYSES " FROM document d JOIN version v ON v.document = d.id JOIN analysis a ON a.version = v.id WHERE " OLD_ANALYSIS

/* Rows below go with them (foreign keys), and the search index follows (triggers). */
static const char documents_sql[] = "DELETE FROM document WHERE id IN (SELECT d.id FROM document d WHERE " GONE STEP ")";
static const char analyses_sql[] = "DELETE FROM analysis WHERE id IN (SELECT a.id" ANALYSES STEP ")";
static const char versions_sql[] = "DELETE FROM version WHERE id IN (SELECT v.id FROM version v WHERE " OLD_VERSION
				   " AND NOT EXISTS (SELECT 1 FROM analysis a WHERE a.version = v.id)" STEP ")";

/* The same counted: a version goes when every analysis of it does, and what goes with its document is counted with that. */
#define STAYS " AND NOT (:deleted AND " GONE ")"
static const char documents_count[] = "SELECT count(*) AS n FROM document d WHERE " GONE;
static const char analyses_count[] = "SELECT count(*) AS n" ANALYSES STAYS;
static const char versions_count[] =
	"SELECT count(*) AS n FROM version v JOIN document d ON d.id = v.document WHERE " OLD_VERSION STAYS
	" AND NOT EXISTS (SELECT 1 FROM analysis a WHERE a.version = v.id AND NOT " OLD_ANALYSIS ")";

struct tally {
	uint64_t n;
};
static const struct field tally_fields[] = {FIELD(tally, COUNT, "n", n)};
static const struct fields tally_part = FIELDS(tally_fields);
static const struct fields *const tally_parts[] = {&tally_part, NULL};

static enum wa_status count(
	struct wa_store *store, const char *sql, const struct wa_prune *prune, uint64_t *found, struct wa_error *error)
{
	struct statement statement;
	struct tally tally = {0};
	bool more;
	enum wa_status status = statement_reading(&statement, &store->db, sql, tally_parts, error);
	if (status != WA_OK)
		return status;
	statement_bind_text(&statement, ":before", prune->before);
	statement_bind_id(&statement, ":deleted", prune->deleted);
	status = statement_step(&statement, &more, error);
	if (status == WA_OK)
		status = statement_read(&statement, 0, &tally, error);
	statement_close(&statement);
	*found = tally.n;
	return status;
}

static enum wa_status count_all(
	struct wa_store *store, const struct wa_prune *prune, struct wa_pruned *found, struct wa_error *error)
{
	enum wa_status status = WA_OK;
	if (prune->deleted)
		status = count(store, documents_count, prune, &found->documents, error);
	if (status == WA_OK && prune->superseded)
		status = count(store, analyses_count, prune, &found->analyses, error);
	if (status == WA_OK && prune->superseded)
		status = count(store, versions_count, prune, &found->versions, error);
	return status;
}

/* One transaction; *changes is 0 when nothing is left. */
static enum wa_status remove_some(struct statement *statement, int *changes, struct wa_error *error)
{
	struct connection *db = statement->db;
	enum wa_status status = connection_begin(db, error);
	if (status != WA_OK)
		return status;
	status = statement_run(statement, error);
	*changes = sqlite3_changes(db->sqlite);
	if (status == WA_OK)
		return connection_commit(db, error);
	connection_rollback(db);
	return status;
}

static enum wa_status remove_all(
	struct wa_store *store, const char *sql, const char *before, uint64_t *removed, struct wa_error *error)
{
	struct statement statement;
	int changes = 1;
	enum wa_status status = statement_writing(&statement, &store->db, sql, no_parts, error);
	if (status != WA_OK)
		return status;
	statement_bind_text(&statement, ":before", before);
	while (status == WA_OK && changes) {
		changes = 0;
		status = remove_some(&statement, &changes, error);
		*removed += (uint64_t)changes;
	}
	statement_close(&statement);
	return status;
}

static enum wa_status remove_what(
	struct wa_store *store, const struct wa_prune *prune, struct wa_pruned *removed, struct wa_error *error)
{
	enum wa_status status = WA_OK;
	if (prune->deleted)
		status = remove_all(store, documents_sql, prune->before, &removed->documents, error);
	if (status == WA_OK && prune->superseded)
		status = remove_all(store, analyses_sql, prune->before, &removed->analyses, error);
	if (status == WA_OK && prune->superseded)
		status = remove_all(store, versions_sql, prune->before, &removed->versions, error);
	return status;
}

enum wa_status wa_store_prune(struct wa_store *store, const struct wa_prune *prune, struct wa_pruned *out, struct wa_error *error)
{
	struct wa_pruned pruned = {0};
	enum wa_status status;
	if (!prune->dry && (store->mode != WA_STORE_WRITE || store->scanning))
		return error_set(error, WA_ERR_USAGE, store->path, 0, "pruning needs a store open for writing, with no scan");
	if (prune->before && !wa_day_valid(prune->before))
		return error_set(error, WA_ERR_USAGE, NULL, 0, "before: \"%s\" is no day written YYYY-MM-DD", prune->before);
	status = prune->dry ? count_all(store, prune, &pruned, error) : remove_what(store, prune, &pruned, error);
	if (out)
		*out = pruned;
	return status;
}
