/* Writing documents and their rows; every call belongs inside a transaction of its caller. */
#ifndef STORE_RECORD_H
#define STORE_RECORD_H

#include "store/dating.h"
#include "store/statement.h"

enum record_statement {
	RECORD_FIND_DOCUMENT,
	RECORD_ADD_DOCUMENT,
	RECORD_FIND_VERSION,
	RECORD_ADD_VERSION,
	RECORD_TOUCH_VERSION,
	RECORD_FIND_ANALYSIS,
	RECORD_REMOVE_ANALYSIS,
	RECORD_POINT,
	RECORD_ANALYSIS,
	RECORD_PARAGRAPH,
	RECORD_SEARCH,
	RECORD_MENTION,
	RECORD_ATTRIBUTION,
	RECORD_CONTENT,
	RECORD_CLAIM,
	RECORD_LINK,
	RECORD_FINDING,
	RECORD_STATEMENTS,
};

struct record {
	struct connection *db;
	struct statement statements[RECORD_STATEMENTS];
	int64_t run;
	char fingerprint[17]; /* of the engine */
	char now[TIME_SIZE];  /* of the transaction */
};

/* Where a document's current analysis stands. */
struct record_place {
	int64_t document, version, analysis;
};

/* True for an analysis that a day has overtaken: a suppression in the copy has run out since. */
#define RECORD_IS_STALE(analysis) \
	"EXISTS (SELECT 1 FROM finding f WHERE f.analysis = " analysis " AND f.suppressed_until < date('now'))"

/* A row of the search index. */
struct record_search {
	int64_t paragraph;
	struct wa_str text;
};

/* A document to be written. */
struct record_document {
	const char *uri, *hash; /* hash is "" when the content is not known */
	uint64_t size, parts;   /* as struct wa_scanned */
	const char *desk;
	const struct wa_result *result;
	enum wa_skip trouble; /* why it could not be audited when `result` is NULL, and in words */
	const char *message;
};

/* `fingerprint` has at most 16 characters. */
enum wa_status record_open(
	struct record *record, struct connection *db, int64_t run, const char *fingerprint, struct wa_error *error);
void record_close(struct record *record);

/* Marks an analysis found in the record as the document's current one, and the document as seen. */
enum wa_status record_seen(struct record *record, const struct record_place *place, struct wa_error *error);

/* Writes a document; an analysis that another scan wrote meanwhile is taken as it is. */
enum wa_status record_document(
	struct record *record, const struct record_document *document, bool *audited, struct wa_error *error);

/* Writes the rows of a result under an analysis. */
enum wa_status record_rows(struct record *record, int64_t analysis, const struct wa_result *result, struct wa_error *error);

#endif
