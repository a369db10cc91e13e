/* Documents: audited, not audited, audited in part, the worst. */
#include "store/cursor.h"

static const struct field document_fields[] = {
	FIELD(wa_document_row, ID, "document", id),
	FIELD(wa_document_row, STR, "uri", document.uri),
	FIELD(wa_document_row, TEXT, "date", date),
	FIELD_NAMED(wa_document_row, wa_dating, "dated", dated),
	FIELD(wa_document_row, STR, "desk", desk),
	FIELD(wa_document_row, TEXT, "first_seen", first_seen),
	FIELD(wa_document_row, TEXT, "last_seen", last_seen),
	FIELD(wa_document_row, TEXT, "deleted", deleted),
	FIELD(wa_document_row, TEXT, "hash", hash),
	FIELD(wa_document_row, TEXT, "fingerprint", fingerprint),
	FIELD(wa_document_row, COUNT, "size", size),
	FIELD(wa_document_row, COUNT, "documents", counts.documents),
};
static const struct fields fields_document = FIELDS(document_fields);

#define PARTS                                                                                                   \
	{                                                                                                       \
		CURSOR_PART(fields_document, row.document), CURSOR_PART(fields_audited, row.document.document), \
			CURSOR_PART(fields_counts, row.document.counts),                                        \
	}

#define SELECT                                                                                                  \
	"SELECT d.id AS document, d.uri, d.date, d.first_seen, d.deleted, v.last_seen, v.hash, v.size, " ERRORS \
	" AS errors, " WARNINGS " AS warnings, " NOTES " AS notes, " SUPPRESSED " AS suppressed, a.*,"          \
	" a.skip = 'none' AS documents" FROM_DOCUMENTS " CROSS JOIN version v ON v.id = a.version" WITH_WAIVED

static const struct cursor_plan plan_documents = {
	.kind = CURSOR_DOCUMENT,
	.select = SELECT AUDITED,
	.tail = BY_DATE,
	.parts = PARTS,
};

static const struct cursor_plan plan_not_audited = {
	.kind = CURSOR_DOCUMENT,
	.select = SELECT " WHERE a.skip <> 'none'",
	.tail = BY_DATE,
	.parts = PARTS,
};

static const struct cursor_plan plan_audited_in_part = {
	.kind = CURSOR_DOCUMENT,
	.select = SELECT AUDITED " AND a.skip_detail IS NOT NULL",
	.tail = BY_DATE,
	.parts = PARTS,
};

static const struct cursor_plan plan_worst = {
	.kind = CURSOR_DOCUMENT,
	.select = SELECT AUDITED " AND " ERRORS " + " WARNINGS " + " NOTES " > 0",
	.tail = " ORDER BY " ERRORS " DESC, " WARNINGS " DESC, " NOTES " DESC, d.date DESC, d.uri",
	.parts = PARTS,
};

CURSOR_OPEN(documents)
CURSOR_OPEN(not_audited)
CURSOR_OPEN(audited_in_part)
CURSOR_OPEN(worst)
CURSOR_NEXT(document, wa_document_row, document, DOCUMENT)
