/* Beginning and ending a scan, and the row of the table of runs that it is. */
#include "base/error.h"
#include "store/scan.h"

static const struct fields *const no_parts[] = {NULL};

static const char lookup_sql[] =
	"SELECT d.id, v.id, a.id, a.skip <> 'none', a.parts FROM document d JOIN version v ON v.document = d.id AND v.hash = :hash"
	" JOIN analysis a ON a.version = v.id AND a.fingerprint = :fingerprint"
	/* '$' is what comes after '#' */
	" WHERE (d.uri = :uri AND a.parts = 0 OR d.uri > :uri || '#' AND d.uri < :uri || '$' AND a.parts > 0)"
	" AND NOT " RECORD_IS_STALE("a.id");
static const char tally_sql[] =
	"UPDATE run SET seen = :seen, analysed = :analysed, unchanged = :unchanged, not_audited = :not_audited, gone = :gone,"
	" finished = :finished WHERE id = :run";
static const char begin_sql[] = "INSERT INTO run (started, program, fingerprint) VALUES (:now, :program, :fingerprint)";

static enum wa_status add_run(struct wa_store *store, const char *fingerprint, int64_t *run, struct wa_error *error)
{
	struct statement add;
	char now[TIME_SIZE];
	enum wa_status status = statement_writing(&add, &store->db, begin_sql, no_parts, error);
	if (status != WA_OK)
		return status;
	dating_now(now);
	statement_bind_text(&add, ":now", now);
	statement_bind_text(&add, ":program", WA_VERSION);
	statement_bind_text(&add, ":fingerprint", fingerprint);
	status = statement_run(&add, error); /* a transaction of its own */
	*run = sqlite3_last_insert_rowid(store->db.sqlite);
	statement_close(&add);
	return status;
}

/* What wa_scan_keep() keeps, for one scan. */
static const char kept_sql[] = "DROP TABLE IF EXISTS temp.kept; CREATE TEMP TABLE kept (id INTEGER PRIMARY KEY)";

static enum wa_status prepare(struct wa_scan *scan, const char *fingerprint, struct wa_error *error)
{
	struct wa_store *store = scan->store;
	int64_t run = 0;
	enum wa_status status = add_run(store, fingerprint, &run, error);
	if (status == WA_OK)
		status = record_open(&scan->record, &store->db, run, fingerprint, error);
	if (status == WA_OK)
		status = statement_writing(&scan->tally, &store->db, tally_sql, no_parts, error);
	if (status == WA_OK)
		status = connection_run(&store->db, kept_sql, error);
	if (status == WA_OK)
		status = connection_open(&scan->asking, store->path, CONNECTION_READ, error);
	if (status == WA_OK)
		status = statement_reading(&scan->lookup, &scan->asking, lookup_sql, no_parts, error);
	return status;
}

static void free_scan(struct wa_scan *scan)
{
	statement_close(&scan->lookup);
	connection_close(&scan->asking);
	statement_close(&scan->tally);
	record_close(&scan->record);
	queue_release(&scan->filling);
	queue_release(&scan->writing);
	(void)pthread_mutex_destroy(&scan->turn);
	(void)pthread_mutex_destroy(&scan->fill);
	(void)pthread_mutex_destroy(&scan->look);
	scan->store->scanning = false;
	free(scan);
}

enum wa_status wa_scan_begin(struct wa_store *store, const char *engine_fingerprint, struct wa_scan **out, struct wa_error *error)
{
	struct wa_scan *scan;
	enum wa_status status;
	*out = NULL;
	if (store->mode != WA_STORE_WRITE || store->scanning || strlen(engine_fingerprint) > 16)
		return error_set(error, WA_ERR_USAGE, store->path, 0,
			"a scan needs a store open for writing, with no other scan, and a fingerprint of 16 digits");
	scan = calloc(1, sizeof *scan);
	if (!scan)
		return error_nomem(error);
	scan->store = store;
	store->scanning = true;
	queue_init(&scan->filling);
	queue_init(&scan->writing);
	(void)pthread_mutex_init(&scan->turn, NULL);
	(void)pthread_mutex_init(&scan->fill, NULL);
	(void)pthread_mutex_init(&scan->look, NULL);
	status = prepare(scan, engine_fingerprint, error);
	if (status == WA_OK)
		*out = scan;
	else
		free_scan(scan);
	return status;
}

static enum wa_status close_run(struct wa_scan *scan, struct wa_error *error)
{
	dating_now(scan->record.now);
	return scan_tally(scan, &scan->run, true, error); /* a transaction of its own */
}

enum wa_status wa_scan_finish(struct wa_scan *scan, struct wa_run *run, struct wa_error *error)
{
	enum wa_status status = scan_flush(scan, true, error);
	if (status == WA_OK)
		status = close_run(scan, error);
	if (run) {
		*run = scan->run;
		run->id = scan->record.run;
	}
	free_scan(scan);
	return status;
}

void wa_scan_abandon(struct wa_scan *scan)
{
	if (!scan)
		return;
	(void)scan_flush(scan, true, NULL);
	free_scan(scan);
}
