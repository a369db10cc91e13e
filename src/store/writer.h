/* Writing documents and their rows; every call belongs inside a transaction of its caller. */
#ifndef STORE_WRITER_H
#define STORE_WRITER_H

#include "store/dating.h"
#include "store/statement.h"

enum writer_statement {
	WRITER_FIND_DOCUMENT,
	WRITER_ADD_DOCUMENT,
	WRITER_FIND_VERSION,
	WRITER_ADD_VERSION,
	WRITER_TOUCH_VERSION,
	WRITER_FIND_ANALYSIS,
	WRITER_REMOVE_ANALYSIS,
	WRITER_POINT,
	WRITER_ANALYSIS,
	WRITER_PARAGRAPH,
	WRITER_MENTION,
	WRITER_ATTRIBUTION,
	WRITER_CONTENT,
	WRITER_CLAIM,
	WRITER_LINK,
	WRITER_FINDING,
	WRITER_STATEMENTS,
};

struct writer {
	struct database *db;
	struct statement statements[WRITER_STATEMENTS];
	int64_t run;
	char fingerprint[17]; /* of the engine */
	char now[TIME_SIZE];  /* of the transaction */
};

/* Where a document's current analysis stands. */
struct writer_place {
	int64_t document, version, analysis;
};

/* A document to be written. */
struct writer_document {
	const char *uri, *hash; /* hash is "" when the content is not known */
	uint64_t size;
	const char *desk;
	const struct wa_result *result;
	enum wa_skip trouble; /* why it could not be audited when `result` is NULL, and in words */
	const char *message;
};

/* `fingerprint` has at most 16 characters. */
enum wa_status writer_open(
	struct writer *writer, struct database *db, int64_t run, const char *fingerprint, struct wa_error *error);
void writer_close(struct writer *writer);

/* Marks an analysis found in the record as the document's current one, and the document as seen. */
enum wa_status writer_seen(struct writer *writer, const struct writer_place *place, struct wa_error *error);

/* Writes a document; an analysis that another scan wrote meanwhile is taken as it is. */
enum wa_status writer_document(
	struct writer *writer, const struct writer_document *document, bool *audited, struct wa_error *error);

/* Writes the rows of a result under an analysis. */
enum wa_status writer_rows(struct writer *writer, int64_t analysis, const struct wa_result *result, struct wa_error *error);

#endif
