#include "store/scan.h"

#include "base/error.h"

enum wa_status scan_status(struct wa_scan *scan, struct wa_error *error)
{
	enum wa_status status;
	(void)pthread_mutex_lock(&scan->fill);
	status = scan->status;
	if (status != WA_OK && error)
		*error = scan->error;
	(void)pthread_mutex_unlock(&scan->fill);
	return status;
}

enum wa_status scan_fail(struct wa_scan *scan, enum wa_status status, const struct wa_error *error)
{
	if (status == WA_OK)
		return WA_OK;
	(void)pthread_mutex_lock(&scan->fill);
	if (scan->status == WA_OK) {
		scan->status = status;
		scan->error = *error;
	}
	(void)pthread_mutex_unlock(&scan->fill);
	return status;
}

static enum wa_status write_entry(struct wa_scan *scan, const struct queue_entry *entry, struct wa_run *run, struct wa_error *error)
{
	enum wa_status status;
	bool audited = !entry->not_audited;
	if (entry->seen)
		status = record_seen(&scan->record, &entry->place, error);
	else
		status = record_document(&scan->record, &entry->document, &audited, error);
	run->seen++;
	run->unchanged += entry->seen;
	run->analysed += !entry->seen;
	run->not_audited += !audited;
	return status;
}

enum wa_status scan_tally(struct wa_scan *scan, const struct wa_run *run, bool finished, struct wa_error *error)
{
	struct statement *tally = &scan->tally;
	statement_bind_id(tally, ":run", scan->record.run);
	statement_bind_id(tally, ":seen", (int64_t)run->seen);
	statement_bind_id(tally, ":analysed", (int64_t)run->analysed);
	statement_bind_id(tally, ":unchanged", (int64_t)run->unchanged);
	statement_bind_id(tally, ":not_audited", (int64_t)run->not_audited);
	statement_bind_id(tally, ":gone", (int64_t)run->gone);
	statement_bind_text(tally, ":finished", finished ? scan->record.now : NULL);
	return statement_run(tally, error);
}

enum wa_status scan_end_writing(struct wa_scan *scan, const struct wa_run *run, enum wa_status status, struct wa_error *error)
{
	struct connection *db = &scan->store->db;
	if (status == WA_OK)
		status = scan_tally(scan, run, false, error);
	if (status != WA_OK) {
		connection_rollback(db);
		return status;
	}
	status = connection_commit(db, error);
	if (status == WA_OK)
		scan->run = *run;
	return status;
}

/* Writes the queue as one transaction. */
static enum wa_status write_queue(struct wa_scan *scan, struct wa_error *error)
{
	struct wa_run run = scan->run;
	enum wa_status status = connection_begin(&scan->store->db, error);
	if (status != WA_OK)
		return status;
	dating_now(scan->record.now);
	for (size_t i = 0; status == WA_OK && i < scan->writing.entries.count; i++)
		status = write_entry(scan, &scan->writing.entries.items[i], &run, error);
	return scan_end_writing(scan, &run, status, error);
}

/* Takes what is queued for writing; false when there is nothing to do (any more). */
static bool take_queue(struct wa_scan *scan, bool all)
{
	bool take;
	(void)pthread_mutex_lock(&scan->fill);
	take = scan->status == WA_OK && scan->filling.entries.count && (all || queue_is_due(&scan->filling));
	if (take) {
		struct queue empty = scan->writing;
		scan->writing = scan->filling;
		scan->filling = empty;
	}
	(void)pthread_mutex_unlock(&scan->fill);
	return take;
}

enum wa_status scan_flush(struct wa_scan *scan, bool all, struct wa_error *error)
{
	struct wa_error trouble = {0};
	(void)pthread_mutex_lock(&scan->turn);
	if (take_queue(scan, all)) {
		(void)scan_fail(scan, write_queue(scan, &trouble), &trouble);
		queue_clear(&scan->writing);
	}
	(void)pthread_mutex_unlock(&scan->turn);
	return scan_status(scan, error);
}

enum wa_status wa_scan_write(struct wa_scan *scan, const struct wa_scanned *scanned, struct wa_error *error)
{
	struct wa_error trouble = {0};
	enum wa_status status;
	bool due;
	(void)pthread_mutex_lock(&scan->fill);
	status = scan->status;
	if (status != WA_OK)
		wa_result_free(scanned->result);
	else if (!queue_document(&scan->filling, scanned))
		status = error_nomem(&trouble);
	due = queue_is_due(&scan->filling);
	(void)pthread_mutex_unlock(&scan->fill);
	(void)scan_fail(scan, status, &trouble);
	return status == WA_OK && due ? scan_flush(scan, false, error) : scan_status(scan, error);
}

/* An analysis on record of one document of a file. */
struct known {
	struct record_place place;
	bool not_audited;
};

/* Of all its documents; none when not all of them are on record. */
struct known_file {
	VEC(struct known) documents;
	uint64_t parts; /* how many there should be; 0: the file is one */
};

static bool read_known(struct known_file *file, sqlite3_stmt *row)
{
	struct known *known = vec_push(&file->documents);
	if (!known)
		return false;
	known->place.document = sqlite3_column_int64(row, 0);
	known->place.version = sqlite3_column_int64(row, 1);
	known->place.analysis = sqlite3_column_int64(row, 2);
	known->not_audited = sqlite3_column_int(row, 3) != 0;
	file->parts = (uint64_t)sqlite3_column_int64(row, 4);
	return true;
}

static enum wa_status look_up(
	struct wa_scan *scan, const char *uri, const struct wa_hash *hash, struct known_file *file, struct wa_error *error)
{
	struct statement *lookup = &scan->lookup;
	enum wa_status status;
	bool more;
	(void)pthread_mutex_lock(&scan->look);
	statement_bind_text(lookup, ":uri", uri);
	statement_bind_text(lookup, ":hash", hash->hex);
	statement_bind_text(lookup, ":fingerprint", scan->record.fingerprint);
	while ((status = statement_step(lookup, &more, error)) == WA_OK && more)
		if (!read_known(file, lookup->sqlite)) {
			status = error_nomem(error);
			break;
		}
	statement_reset(lookup);
	(void)pthread_mutex_unlock(&scan->look);
	if (file->documents.count != (file->parts ? file->parts : 1))
		file->documents.count = 0;
	return status;
}

/* Queues all of a file's documents as seen; *due tells that it is time to write. */
static enum wa_status queue_known(struct wa_scan *scan, const struct known_file *file, bool *due, struct wa_error *error)
{
	bool ok = true;
	(void)pthread_mutex_lock(&scan->fill);
	for (size_t i = 0; ok && i < file->documents.count; i++)
		ok = queue_seen(&scan->filling, &file->documents.items[i].place, file->documents.items[i].not_audited);
	*due = queue_is_due(&scan->filling);
	(void)pthread_mutex_unlock(&scan->fill);
	return ok ? WA_OK : error_nomem(error);
}

enum wa_status wa_scan_unchanged(
	struct wa_scan *scan, const char *uri, const struct wa_hash *hash, bool *unchanged, struct wa_error *error)
{
	struct known_file file = {0};
	struct wa_error trouble = {0};
	bool due = false;
	enum wa_status status = scan_status(scan, error);
	*unchanged = false;
	if (status != WA_OK)
		return status;
	status = look_up(scan, uri, hash, &file, &trouble);
	if (status == WA_OK && file.documents.count)
		status = queue_known(scan, &file, &due, &trouble);
	*unchanged = status == WA_OK && file.documents.count;
	vec_release(&file.documents);
	(void)scan_fail(scan, status, &trouble);
	return status == WA_OK && due ? scan_flush(scan, false, error) : scan_status(scan, error);
}
