/* Documents whose file is no longer there. */
#include "base/error.h"
#include "store/scan.h"

static const struct fields *const no_parts[] = {NULL};

/* At or below a root. Ranges, so that the index of URIs finds them; '0', '$' and '"' follow '/', '#' and '!'. */
#define BELOW                                                               \
	" AND (uri = :root OR (uri >= :root || '/' AND uri < :root || '0')" \
	" OR (uri >= :root || '#' AND uri < :root || '$') OR (uri >= :root || '!' AND uri < :root || '\"'))"

#define KEEP "INSERT OR IGNORE INTO temp.kept SELECT id FROM document WHERE true"

/* A scan that began later and saw a document knows better than this one. */
#define GONE                                                                           \
	"UPDATE document SET deleted = :now WHERE deleted IS NULL"                     \
	" AND (SELECT max(last_run) FROM version WHERE document = document.id) < :run" \
	" AND id NOT IN (SELECT id FROM temp.kept)"

/* The statement for one root, and for everything. */
static const char *const keep_sql[] = {KEEP BELOW, KEEP};
static const char *const gone_sql[] = {GONE BELOW, GONE};

static enum wa_status run_below(
	struct wa_scan *scan, const char *const sql[2], const char *root, int *changes, struct wa_error *error)
{
	struct statement statement;
	struct connection *db = &scan->store->db;
	size_t len = strlen(root);
	enum wa_status status = statement_writing(&statement, db, sql[len == 0], no_parts, error);
	if (status != WA_OK)
		return status;
	while (len && root[len - 1] == '/')
		len--;
	statement_bind_str(&statement, ":root", (struct wa_str){root, len});
	statement_bind_text(&statement, ":now", scan->record.now);
	statement_bind_id(&statement, ":run", scan->record.run);
	status = statement_run(&statement, error);
	*changes = sqlite3_changes(db->sqlite);
	statement_close(&statement);
	return status;
}

enum wa_status wa_scan_keep(struct wa_scan *scan, const char *root, struct wa_error *error)
{
	struct wa_error trouble = {0};
	int changes;
	enum wa_status status = scan_status(scan, error);
	if (status != WA_OK)
		return status;
	(void)pthread_mutex_lock(&scan->turn);
	status = run_below(scan, keep_sql, root, &changes, &trouble);
	(void)pthread_mutex_unlock(&scan->turn);
	(void)scan_fail(scan, status, &trouble);
	return scan_status(scan, error);
}

static enum wa_status mark_gone(struct wa_scan *scan, const char *root, struct wa_error *error)
{
	struct wa_run run = scan->run;
	int changes = 0;
	enum wa_status status = connection_begin(&scan->store->db, error);
	if (status != WA_OK)
		return status;
	dating_now(scan->record.now);
	status = run_below(scan, gone_sql, root, &changes, error);
	run.gone += (uint64_t)changes;
	return scan_end_writing(scan, &run, status, error);
}

enum wa_status wa_scan_gone(struct wa_scan *scan, const char *root, struct wa_error *error)
{
	struct wa_error trouble = {0};
	enum wa_status status = scan_flush(scan, true, error);
	if (status != WA_OK)
		return status;
	(void)pthread_mutex_lock(&scan->turn);
	status = mark_gone(scan, root, &trouble);
	(void)pthread_mutex_unlock(&scan->turn);
	(void)scan_fail(scan, status, &trouble);
	return scan_status(scan, error);
}
