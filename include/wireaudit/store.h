/*
 * The record of audits: one SQLite database that scans write and reports read.
 *
 *     document (URI) > version (content hash, first and last seen) > analysis (engine fingerprint) > rows
 *
 * Writing, from any number of threads:
 *
 *     wa_store_open("audit.db", WA_STORE_WRITE, &store, &error);
 *     wa_scan_begin(store, wa_engine_fingerprint(engine), &scan, &error);
 *     wa_content_hash(bytes, size, &hash);
 *     wa_scan_unchanged(scan, uri, &hash, &unchanged, &error);
 *     if (!unchanged)
 *             wa_scan_write(scan, &(struct wa_scanned){.uri = uri, .hash = &hash, .size = size, .result = result}, &error);
 *     wa_scan_gone(scan, "stories", &error);
 *     wa_scan_finish(scan, NULL, &error);
 *     wa_store_close(store);
 *
 * Reading, row by row, in flat memory:
 *
 *     wa_store_open("audit.db", WA_STORE_READ, &store, &error);
 *     wa_store_claims(store, &(struct wa_filter){.since = "2024-05-01"}, &cursor, &error);
 *     while ((row = wa_next_claim(cursor))) ...
 *     wa_cursor_close(cursor, &error);
 *
 * Errors of every call: WA_ERR_STORE (damaged, foreign, too new, full), WA_ERR_BUSY (locked by another program for
 * longer than a minute), WA_ERR_IO (cannot be opened, read or written), WA_ERR_NOMEM, WA_ERR_USAGE.
 */
#ifndef WIREAUDIT_STORE_H
#define WIREAUDIT_STORE_H

#include "wireaudit/engine.h"

#ifdef __cplusplus
extern "C" {
#endif

struct wa_store;

enum wa_store_mode {
	WA_STORE_READ,  /* shows the database as it was when opened, whatever is written meanwhile; one thread at a time */
	WA_STORE_WRITE, /* makes the file when missing, brings an older schema up to date */
};

/*
 * Opens a database. Refused: a file that is no database or another program's, one of a newer version, one on a
 * network file system (write-ahead logging needs shared memory), for writing a read-only one, for reading a missing
 * one or one of an older version. *store is NULL on failure.
 */
WA_API enum wa_status wa_store_open(const char *path, enum wa_store_mode mode, struct wa_store **store, struct wa_error *error);
/* Scans and cursors are closed before. NULL is allowed. */
WA_API void wa_store_close(struct wa_store *store);

/* ---- Writing --------------------------------------------------------------------------------------------------- */

/* SHA-256 of a document's bytes, as `sha256sum` prints it. */
struct wa_hash {
	char hex[65];
};
WA_API void wa_content_hash(const void *bytes, size_t size, struct wa_hash *hash);

/*
 * One scan in progress; a row of the table of runs. Its calls may come from any thread. Documents are kept in a
 * short queue and written several to a transaction, so that a scan killed at any moment loses at most the queue;
 * the next one finds them missing and completes them. Other scans may write to the same database meanwhile.
 * A failure to write is returned by the call that met it and by every later one; wa_scan_finish() says it again.
 * While a scan is open it has its store to itself; reading goes through another.
 */
struct wa_scan;
WA_API enum wa_status wa_scan_begin(
	struct wa_store *store, const char *engine_fingerprint, struct wa_scan **scan, struct wa_error *error);

/*
 * Whether the record holds an analysis of these bytes by this engine, so that nothing need be audited; if so, that
 * analysis is the document's current one again and the document is marked as seen. Documents still queued count as
 * changed, and so do those in which a suppression in the copy has run out since. `uri` is the file's: where it holds several
 * documents (FILE#ID, wa_scanned.parts), all of them must be on record, and all are marked.
 */
WA_API enum wa_status wa_scan_unchanged(
	struct wa_scan *scan, const char *uri, const struct wa_hash *hash, bool *unchanged, struct wa_error *error);

/* A document as scan hands it in. Texts are copied; URIs are compared byte for byte. */
struct wa_scanned {
	const char *uri;
	const struct wa_hash *hash; /* NULL when the bytes could not be read or may not be relied on: audited anew next time */
	uint64_t size;              /* in bytes */
	const char *desk;           /* NULL for none */
	struct wa_result *result;   /* NULL when it could not be audited; the scan takes it over and frees it, also on failure */
	const struct wa_error *trouble; /* why not, when `result` is NULL; recorded as not audited with the message */
	uint64_t parts; /* how many documents the file holds of which this is one, FILE#ID; 0 when it is all of its file */
};
WA_API enum wa_status wa_scan_write(struct wa_scan *scan, const struct wa_scanned *scanned, struct wa_error *error);

/*
 * Which files are gone. After everything below `root` was handed in, wa_scan_gone() marks as deleted what the record
 * holds at or below it (the URI itself, or followed by '/', '#' or '!') and this scan did not see; a root of "" is
 * everything. A part that could not be looked into is kept as it is by wa_scan_keep() before.
 */
WA_API enum wa_status wa_scan_keep(struct wa_scan *scan, const char *root, struct wa_error *error);
WA_API enum wa_status wa_scan_gone(struct wa_scan *scan, const char *root, struct wa_error *error);

struct wa_run {
	int64_t id;
	const char *started, *finished; /* "YYYY-MM-DDTHH:MM:SSZ"; finished is NULL while it runs and when it was cut off */
	const char *program;            /* version of the program */
	const char *fingerprint;        /* of the engine */
	uint64_t seen;                  /* documents handed in */
	uint64_t analysed, unchanged;   /* of these: written with a new analysis, found as recorded */
	uint64_t not_audited;           /* of the seen, anew or as recorded: no text, another language, unreadable */
	uint64_t gone;                  /* documents marked as deleted */
};

/* Writes what is queued, closes the run and frees the scan, also on failure. `run` (may be NULL) tells its counts, texts NULL. */
WA_API enum wa_status wa_scan_finish(struct wa_scan *scan, struct wa_run *run, struct wa_error *error);
/* Writes what is queued as far as that succeeds, leaves the run unfinished and frees the scan. NULL is allowed. */
WA_API void wa_scan_abandon(struct wa_scan *scan);

/* What to remove for good. */
struct wa_prune {
	const char *before; /* only what was last seen before this day, "YYYY-MM-DD"; NULL for any day */
	bool superseded;    /* versions and analyses that are no longer a document's current ones */
	bool deleted;       /* documents whose file is gone, with all their versions */
	bool dry;           /* only count: nothing is removed, and a store open for reading will do */
};
struct wa_pruned {
	uint64_t documents, versions, analyses; /* those of documents removed whole are not counted again */
};
WA_API enum wa_status wa_store_prune(
	struct wa_store *store, const struct wa_prune *prune, struct wa_pruned *pruned, struct wa_error *error);

/*
 * Waivers: what an editor has decided to let pass. They are kept by the finding's fingerprint, so that they hold on when a
 * document is analysed anew. Reading counts and shows waived findings as suppressed; the reason says who waived them.
 */
struct wa_waiver {
	const char *fingerprint; /* of the finding, 16 hex digits */
	const char *reason;
	const char *author; /* NULL for none */
	const char *until;  /* the last day it holds, "YYYY-MM-DD"; NULL for no end */
	/* Set by reading. */
	const char *created, *withdrawn; /* "YYYY-MM-DDTHH:MM:SSZ"; withdrawn also when replaced, NULL when it was not */
	bool holds;                      /* today */
	const char *told;                /* "waived by NAME until DAY: REASON" */
	const char *code;                /* the finding's rule; NULL when the record holds no such finding now, as are: */
	struct wa_str uri, words;
};
/* Waives a finding, known to the record or not; a waiver it has is withdrawn. WA_ERR_USAGE for an empty reason, for what is no
 * fingerprint or no day. The store is open for writing, without a scan. */
WA_API enum wa_status wa_store_waive(struct wa_store *store, const struct wa_waiver *waiver, struct wa_error *error);
/* Withdraws the waiver of a finding; *found is false when it has none. */
WA_API enum wa_status wa_store_withdraw(struct wa_store *store, const char *fingerprint, bool *found, struct wa_error *error);

/* ---- Reading: rows --------------------------------------------------------------------------------------------- */

/* Where the date of a document comes from, the best that is known. */
/* clang-format off */
#define WA_DATINGS(X) X(PUBLISHED, "published") X(MODIFIED, "modified") X(FIRST_SEEN, "first-seen")
/* clang-format on */
#define WA_P_(id, text) WA_DATED_##id,
enum wa_dating { WA_DATINGS(WA_P_) WA_DATING_COUNT };
#undef WA_P_
WA_API const char *wa_dating_name(enum wa_dating dating);
WA_API int wa_dating_from_name(const char *name); /* -1 when unknown */

/* Which documents, by their current analysis. All zero: every document whose file is there. */
struct wa_filter {
	const char *since, *until; /* first and last day, "YYYY-MM-DD"; NULL for no bound. Other forms are WA_ERR_USAGE */
	const char *desk;          /* NULL for every desk, "" for documents of none */
	int64_t document;          /* this one alone; 0 for all */
	bool deleted;              /* also documents whose file is gone */
};

/* True for a day of the calendar written "YYYY-MM-DD", as filters and prune take it. */
WA_API bool wa_day_valid(const char *day);

/* How many documents a group has and what they hold. */
struct wa_counts {
	uint64_t documents;              /* audited */
	uint64_t claims, grave, flagged; /* all claims, grave ones, and grave ones with verdict flag: the rate is flagged / grave */
	uint64_t findings[WA_LEVEL_COUNT]; /* not suppressed, by level */
	uint64_t suppressed;               /* in the copy, or waived */
};
/* Adds `more` to `sum`. */
WA_API void wa_counts_add(struct wa_counts *sum, const struct wa_counts *more);

struct wa_document_row {
	int64_t id;
	struct wa_document document;    /* as audited; its `uri` names it in the record */
	const char *date;               /* "YYYY-MM-DD" */
	enum wa_dating dated;           /* where `date` comes from */
	struct wa_str desk;             /* NULL for none */
	const char *first_seen;         /* the document */
	const char *last_seen;          /* this version of it; both "YYYY-MM-DDTHH:MM:SSZ" */
	const char *deleted;            /* when its file was found gone; NULL while it is there */
	const char *hash, *fingerprint; /* of the content ("" when unreadable), of the engine */
	uint64_t size;
	struct wa_counts counts;
};

/* Rows of documents: `doc` names the document; `paragraph` is the whole text spans point into, NULL for none. */
struct wa_row_of {
	int64_t id;
	struct wa_str uri, title, desk;
	const char *date;
};
struct wa_paragraph_row {
	struct wa_row_of doc;
	struct wa_paragraph paragraph;
};
struct wa_mention_row {
	struct wa_row_of doc;
	struct wa_mention mention;
	struct wa_str paragraph;
};
struct wa_attribution_row {
	struct wa_row_of doc;
	uint32_t index; /* what claims refer to */
	struct wa_attribution attribution;
	struct wa_str paragraph;        /* of the cue */
	struct wa_str source_paragraph; /* of the source */
	struct wa_str content;          /* words of the content, its parts joined by an ellipsis */
};
struct wa_claim_row {
	struct wa_row_of doc;
	uint32_t index; /* what findings refer to */
	struct wa_claim claim;
	struct wa_str paragraph;
	struct wa_str source; /* name of the nearest source that answers for it, else its words; NULL for none */
};
struct wa_finding_row {
	struct wa_row_of doc;
	struct wa_finding finding;
	enum wa_para_kind kind; /* of the paragraph; WA_PARA_OTHER without one */
	struct wa_str paragraph;
};

/*
 * A cursor yields rows of one kind. wa_next_X() returns the next row, owned by the cursor and good until the next
 * call on it, or NULL at the end and on failure; wa_cursor_close() tells which and frees the cursor (NULL is allowed).
 * Rows come by date, then URI, then order in the document, so that cursors of several kinds may run side by side.
 */
struct wa_cursor;
WA_API enum wa_status wa_cursor_close(struct wa_cursor *cursor, struct wa_error *error);

/* Audited documents. */
WA_API enum wa_status wa_store_documents(
	struct wa_store *store, const struct wa_filter *filter, struct wa_cursor **cursor, struct wa_error *error);
/* Documents not audited, with the reason in `document.skip` and `skip_detail`. */
WA_API enum wa_status wa_store_not_audited(
	struct wa_store *store, const struct wa_filter *filter, struct wa_cursor **cursor, struct wa_error *error);
/* Documents audited with parts left out, with what in `document.skip_detail`. */
WA_API enum wa_status wa_store_audited_in_part(
	struct wa_store *store, const struct wa_filter *filter, struct wa_cursor **cursor, struct wa_error *error);
/* Audited documents with findings that are not suppressed: most errors first, then warnings, notes, the latest. */
WA_API enum wa_status wa_store_worst(
	struct wa_store *store, const struct wa_filter *filter, struct wa_cursor **cursor, struct wa_error *error);
WA_API const struct wa_document_row *wa_next_document(struct wa_cursor *cursor);

/* Paragraphs that match a full-text query ("word word", "\"two words\"", "word*"; SQLite's FTS5), best first; WA_ERR_USAGE from
 * wa_cursor_close() for one that cannot be read. All of them by date for a query of NULL. */
WA_API enum wa_status wa_store_paragraphs(struct wa_store *store, const struct wa_filter *filter, const char *query,
	struct wa_cursor **cursor, struct wa_error *error);
WA_API const struct wa_paragraph_row *wa_next_paragraph(struct wa_cursor *cursor);

WA_API enum wa_status wa_store_mentions(
	struct wa_store *store, const struct wa_filter *filter, struct wa_cursor **cursor, struct wa_error *error);
WA_API const struct wa_mention_row *wa_next_mention(struct wa_cursor *cursor);

WA_API enum wa_status wa_store_attributions(
	struct wa_store *store, const struct wa_filter *filter, struct wa_cursor **cursor, struct wa_error *error);
WA_API const struct wa_attribution_row *wa_next_attribution(struct wa_cursor *cursor);

WA_API enum wa_status wa_store_claims(
	struct wa_store *store, const struct wa_filter *filter, struct wa_cursor **cursor, struct wa_error *error);
WA_API const struct wa_claim_row *wa_next_claim(struct wa_cursor *cursor);

/* Suppressed and waived findings are among them, both with `suppressed` set. */
WA_API enum wa_status wa_store_findings(
	struct wa_store *store, const struct wa_filter *filter, struct wa_cursor **cursor, struct wa_error *error);
WA_API const struct wa_finding_row *wa_next_finding(struct wa_cursor *cursor);

/* Every waiver, also withdrawn ones, in the order they were made. */
WA_API enum wa_status wa_store_waivers(struct wa_store *store, struct wa_cursor **cursor, struct wa_error *error);
WA_API const struct wa_waiver *wa_next_waiver(struct wa_cursor *cursor);

/* Every run, the latest first. */
WA_API enum wa_status wa_store_runs(struct wa_store *store, struct wa_cursor **cursor, struct wa_error *error);
WA_API const struct wa_run *wa_next_run(struct wa_cursor *cursor);

/* ---- Reading: sums --------------------------------------------------------------------------------------------- */

struct wa_totals {
	struct wa_counts counts;
	uint64_t found;                                         /* documents, audited or not */
	uint64_t skipped[WA_SKIP_COUNT];                        /* not audited, by reason; WA_SKIP_NONE stays 0 */
	uint64_t in_part;                                       /* audited with parts left out */
	uint64_t dated[WA_DATING_COUNT];                        /* of the audited, where their date comes from */
	uint64_t paragraphs, mentions, attributions;            /* of the audited */
	uint64_t claims[WA_CLAIM_TYPE_COUNT][WA_VERDICT_COUNT]; /* of the audited */
	/* First and last date of the audited, empty when there are none. The day something was first seen counts only where nothing
	 * has a date of its own: else an archive would seem to reach to the day it was scanned. */
	char first[11], last[11];
};
WA_API enum wa_status wa_store_totals(
	struct wa_store *store, const struct wa_filter *filter, struct wa_totals *totals, struct wa_error *error);

/* Audited documents by a common trait, in the order of the key. */
struct wa_group_row {
	struct wa_str key; /* week: its Monday; desk and agency: name and id, NULL for none */
	bool first_seen; /* weeks: these documents have no date of their own; they have a row apart, after the others of the week */
	struct wa_counts counts;
};
WA_API enum wa_status wa_store_weeks(
	struct wa_store *store, const struct wa_filter *filter, struct wa_cursor **cursor, struct wa_error *error);
WA_API enum wa_status wa_store_desks(
	struct wa_store *store, const struct wa_filter *filter, struct wa_cursor **cursor, struct wa_error *error);
/* Documents that credit the agency (a mention in an attributing role); one that credits two counts for both, one that credits none
 * has no row. */
WA_API enum wa_status wa_store_agencies(
	struct wa_store *store, const struct wa_filter *filter, struct wa_cursor **cursor, struct wa_error *error);
WA_API const struct wa_group_row *wa_next_group(struct wa_cursor *cursor);

/* Mentions of one agency in one role, by agency and name of the role. */
struct wa_role_row {
	const char *agency;
	enum wa_role role;
	uint64_t mentions;
	uint64_t documents; /* that have such a mention */
	uint64_t any_role;  /* documents that mention the agency in whatever role */
};
WA_API enum wa_status wa_store_roles(
	struct wa_store *store, const struct wa_filter *filter, struct wa_cursor **cursor, struct wa_error *error);
WA_API const struct wa_role_row *wa_next_role(struct wa_cursor *cursor);

/*
 * Sources by name (wa_attribution.name), those credited most first. Small and capital letters of ASCII make no difference. First
 * and later mentions in an item have one name already; "the ministry" of two documents may be two ministries.
 */
struct wa_source_row {
	struct wa_str name;
	enum wa_source_kind kind; /* the most definite it was taken for: agency, document, organisation, person, unnamed, vague */
	uint64_t attributions;    /* that credit it */
	uint64_t modes[WA_MODE_COUNT]; /* of these */
	uint64_t documents;            /* that credit it */
	uint64_t answers, grave;       /* claims for which it is the nearest source that answers, and the grave ones of them */
	uint64_t claims[WA_CLAIM_TYPE_COUNT]; /* the same by type */
	const char *first, *last;             /* dates of these documents, "YYYY-MM-DD" */
};
WA_API enum wa_status wa_store_sources(
	struct wa_store *store, const struct wa_filter *filter, struct wa_cursor **cursor, struct wa_error *error);
WA_API const struct wa_source_row *wa_next_source(struct wa_cursor *cursor);

/* Findings by rule, by code. */
struct wa_rule_row {
	const char *code, *name;
	uint64_t findings[WA_LEVEL_COUNT]; /* not suppressed, by level */
	uint64_t suppressed;
	uint64_t documents; /* that have such a finding, not suppressed */
	uint64_t flagged;   /* grave claims with verdict flag that these findings are about */
};
WA_API enum wa_status wa_store_rules(
	struct wa_store *store, const struct wa_filter *filter, struct wa_cursor **cursor, struct wa_error *error);
WA_API const struct wa_rule_row *wa_next_rule(struct wa_cursor *cursor);

#ifdef __cplusplus
}
#endif
#endif
