#include "store/record.h"

#include "base/error.h"
#include "base/str.h"
#include "store/rows.h"

static const struct field version_fields[] = {
	FIELD(record_document, TEXT, "hash", hash),
	FIELD(record_document, COUNT, "size", size),
};
static const struct fields version_part = FIELDS(version_fields);

static const struct field paragraph_key_fields[] = {FIELD(row_key, ID, "analysis", analysis)};
static const struct fields paragraph_key = FIELDS(paragraph_key_fields);

static const struct field search_fields[] = {
	FIELD(record_search, ID, "id", paragraph),
	FIELD(record_search, STR, "text", text),
};
static const struct fields search_part = FIELDS(search_fields);

#define ROW_KEY(table)                                                                       \
	static const struct field table##_key_fields[] = {                                   \
		FIELD(row_key, ID, "analysis", analysis), FIELD(row_key, U32, #table, row)}; \
	static const struct fields table##_key = FIELDS(table##_key_fields);
ROW_KEY(mention)
ROW_KEY(attribution)
ROW_KEY(claim)
ROW_KEY(finding)
#undef ROW_KEY

static const struct field content_key_fields[] = {
	FIELD(row_key, ID, "analysis", analysis),
	FIELD(row_key, U32, "attribution", row),
	FIELD(row_key, U32, "part", part),
};
static const struct fields content_key = FIELDS(content_key_fields);

static const struct field link_fields[] = {
	FIELD(row_key, ID, "analysis", analysis),
	FIELD(row_key, U32, "claim", row),
	FIELD(row_key, U32, "place", part),
	FIELD(row_key, U32, "attribution", target),
};
static const struct fields link_part = FIELDS(link_fields);

/* A statement is SQL, or a table to insert into with the columns of its parts. */
static const struct {
	const char *sql, *table;
	const struct fields *parts[4];
} specs[RECORD_STATEMENTS] = {
	[RECORD_FIND_DOCUMENT] = {"SELECT id, first_seen FROM document WHERE uri = :uri", NULL, {NULL}},
	[RECORD_ADD_DOCUMENT] = {"INSERT INTO document (uri, first_seen, date) VALUES (:uri, :now, substr(:now, 1, 10))", NULL,
		{NULL}},
	[RECORD_FIND_VERSION] = {"SELECT id FROM version WHERE document = :document AND hash = :hash", NULL, {NULL}},
	[RECORD_ADD_VERSION] = {"INSERT INTO version (document, hash, size, first_seen, last_seen, last_run)"
				" VALUES (:document, :hash, :size, :now, :now, :run)",
		NULL, {&version_part}},
	[RECORD_TOUCH_VERSION] = {"UPDATE version SET last_seen = :now, last_run = max(last_run, :run) WHERE id = :version", NULL,
		{NULL}},
	[RECORD_FIND_ANALYSIS] = {"SELECT a.id, a.parts <> :parts OR " RECORD_IS_STALE(
					  "a.id") " FROM analysis a WHERE a.version = :version AND a.fingerprint = :fingerprint",
		NULL, {NULL}},
	[RECORD_REMOVE_ANALYSIS] = {"DELETE FROM analysis WHERE id = :analysis", NULL, {NULL}},
	[RECORD_POINT] = {"UPDATE document SET analysis = :analysis, date = (SELECT date FROM analysis WHERE id = :analysis),"
			  " deleted = NULL WHERE id = :document AND (analysis IS NOT :analysis OR deleted IS NOT NULL)",
		NULL, {NULL}},
	[RECORD_ANALYSIS] = {NULL, "analysis", {&fields_analysis, &fields_audited, &fields_counts}},
	[RECORD_PARAGRAPH] = {NULL, "paragraph", {&paragraph_key, &fields_paragraph}},
	[RECORD_SEARCH] = {"INSERT INTO paragraph_text (rowid, text) VALUES (:id, :text)", NULL, {&search_part}},
	[RECORD_MENTION] = {NULL, "mention", {&mention_key, &fields_mention}},
	[RECORD_ATTRIBUTION] = {NULL, "attribution", {&attribution_key, &fields_attribution}},
	[RECORD_CONTENT] = {NULL, "attribution_content", {&content_key, &fields_content}},
	[RECORD_CLAIM] = {NULL, "claim", {&claim_key, &fields_grave, &fields_claim}},
	[RECORD_LINK] = {NULL, "claim_attribution", {&link_part}},
	[RECORD_FINDING] = {NULL, "finding", {&finding_key, &fields_finding}},
};

static enum wa_status open_one(struct record *record, enum record_statement which, struct wa_error *error)
{
	struct statement *statement = &record->statements[which];
	sqlite3_str *text;
	enum wa_status status;
	char *sql;
	if (specs[which].sql)
		return statement_writing(statement, record->db, specs[which].sql, specs[which].parts, error);
	text = sqlite3_str_new(NULL);
	statement_insert_sql(text, specs[which].table, specs[which].parts);
	sql = sqlite3_str_finish(text);
	status = sql ? statement_writing(statement, record->db, sql, specs[which].parts, error) : error_nomem(error);
	sqlite3_free(sql);
	return status;
}

enum wa_status record_open(
	struct record *record, struct connection *db, int64_t run, const char *fingerprint, struct wa_error *error)
{
	enum wa_status status = WA_OK;
	*record = (struct record){.db = db, .run = run};
	(void)snprintf(record->fingerprint, sizeof record->fingerprint, "%s", fingerprint);
	for (int i = 0; status == WA_OK && i < RECORD_STATEMENTS; i++)
		status = open_one(record, (enum record_statement)i, error);
	if (status != WA_OK)
		record_close(record);
	return status;
}

void record_close(struct record *record)
{
	for (size_t i = 0; i < RECORD_STATEMENTS; i++)
		statement_close(&record->statements[i]);
}

/* Runs a statement for the number in its first column; 0 when it yields no row. */
static enum wa_status find(struct statement *statement, int64_t *id, struct wa_error *error)
{
	bool more;
	enum wa_status status = statement_step(statement, &more, error);
	*id = more ? sqlite3_column_int64(statement->sqlite, 0) : 0;
	statement_reset(statement);
	return status;
}

static enum wa_status add(struct statement *statement, int64_t *id, struct wa_error *error)
{
	enum wa_status status = statement_run(statement, error);
	*id = sqlite3_last_insert_rowid(statement->db->sqlite);
	return status;
}

static enum wa_status find_document(
	struct record *record, const char *uri, int64_t *id, char first_seen[TIME_SIZE], struct wa_error *error)
{
	struct statement *statement = &record->statements[RECORD_FIND_DOCUMENT];
	enum wa_status status;
	bool more;
	statement_bind_text(statement, ":uri", uri);
	status = statement_step(statement, &more, error);
	if (more) {
		*id = sqlite3_column_int64(statement->sqlite, 0);
		(void)snprintf(first_seen, TIME_SIZE, "%s", (const char *)sqlite3_column_text(statement->sqlite, 1));
	}
	statement_reset(statement);
	if (status != WA_OK || more)
		return status;
	statement = &record->statements[RECORD_ADD_DOCUMENT];
	(void)snprintf(first_seen, TIME_SIZE, "%s", record->now);
	statement_bind_text(statement, ":uri", uri);
	statement_bind_text(statement, ":now", record->now);
	return add(statement, id, error);
}

static enum wa_status touch_version(struct record *record, int64_t version, struct wa_error *error)
{
	struct statement *statement = &record->statements[RECORD_TOUCH_VERSION];
	statement_bind_text(statement, ":now", record->now);
	statement_bind_id(statement, ":run", record->run);
	statement_bind_id(statement, ":version", version);
	return statement_run(statement, error);
}

static enum wa_status find_version(
	struct record *record, int64_t document, const struct record_document *written, int64_t *id, struct wa_error *error)
{
	struct statement *statement = &record->statements[RECORD_FIND_VERSION];
	enum wa_status status;
	statement_bind_id(statement, ":document", document);
	statement_bind_text(statement, ":hash", written->hash);
	status = find(statement, id, error);
	if (status != WA_OK)
		return status;
	if (*id)
		return touch_version(record, *id, error);
	statement = &record->statements[RECORD_ADD_VERSION];
	statement_bind(statement, 0, written);
	statement_bind_id(statement, ":document", document);
	statement_bind_text(statement, ":now", record->now);
	statement_bind_id(statement, ":run", record->run);
	return add(statement, id, error);
}

static enum wa_status remove_analysis(struct record *record, int64_t id, struct wa_error *error)
{
	struct statement *statement = &record->statements[RECORD_REMOVE_ANALYSIS];
	statement_bind_id(statement, ":analysis", id);
	return statement_run(statement, error);
}

/*
 * An analysis of content that is not known says nothing about today's content, nor does one that a day has overtaken, or one from
 * before the record knew how many documents a file holds.
 */
static enum wa_status find_analysis(
	struct record *record, int64_t version, const struct record_document *document, int64_t *id, struct wa_error *error)
{
	struct statement *statement = &record->statements[RECORD_FIND_ANALYSIS];
	int64_t found;
	bool more, stale;
	enum wa_status status;
	statement_bind_id(statement, ":version", version);
	statement_bind_text(statement, ":fingerprint", record->fingerprint);
	statement_bind_id(statement, ":parts", (int64_t)document->parts);
	status = statement_step(statement, &more, error);
	found = more ? sqlite3_column_int64(statement->sqlite, 0) : 0;
	stale = more && sqlite3_column_int(statement->sqlite, 1) != 0;
	statement_reset(statement);
	*id = stale || !*document->hash ? 0 : found;
	return status == WA_OK && found && !*id ? remove_analysis(record, found, error) : status;
}

static void count_rows(const struct wa_result *result, struct analysis_row *row, struct wa_counts *counts)
{
	size_t paragraphs, mentions, attributions, claims, findings;
	const struct wa_claim *claim = wa_result_claims(result, &claims);
	const struct wa_finding *finding = wa_result_findings(result, &findings);
	(void)wa_result_paragraphs(result, &paragraphs);
	(void)wa_result_mentions(result, &mentions);
	(void)wa_result_attributions(result, &attributions);
	row->paragraphs = paragraphs;
	row->mentions = mentions;
	row->attributions = attributions;
	counts->claims = claims;
	for (size_t i = 0; i < claims; i++) {
		bool grave = wa_claim_grave(claim[i].type);
		counts->grave += grave;
		counts->flagged += grave && claim[i].verdict == WA_VERDICT_FLAG;
	}
	for (size_t i = 0; i < findings; i++) {
		if (finding[i].suppressed)
			counts->suppressed++;
		else
			counts->findings[finding[i].level]++;
	}
}

/* SQLite's longest text is shorter than our longest document. */
static bool fits(const struct record *record, const struct wa_result *result)
{
	size_t longest = (size_t)sqlite3_limit(record->db->sqlite, SQLITE_LIMIT_LENGTH, -1), count;
	const struct wa_paragraph *paragraph = wa_result_paragraphs(result, &count);
	for (size_t i = 0; i < count; i++)
		if (paragraph[i].text.len > longest / 2)
			return false;
	return true;
}

static enum wa_status add_analysis(struct record *record, int64_t version, const struct record_document *document,
	const char *first_seen, int64_t *id, struct wa_error *error)
{
	struct statement *statement = &record->statements[RECORD_ANALYSIS];
	struct wa_document audited = {.skip = document->trouble, .skip_detail = str_of(document->message)};
	const struct wa_result *result = document->result;
	struct wa_counts counts = {0};
	char day[DAY_SIZE];
	struct analysis_row row = {
		.version = version,
		.run = record->run,
		.fingerprint = record->fingerprint,
		.analysed = record->now,
		.date = day,
		.desk = str_of(document->desk),
		.parts = document->parts,
	};
	enum wa_status status;
	if (result) {
		audited = *wa_result_document(result);
		count_rows(result, &row, &counts);
	}
	row.dated = dating_choose(&audited, first_seen, day);
	statement_bind(statement, 0, &row);
	statement_bind(statement, 1, &audited);
	statement_bind(statement, 2, &counts);
	status = add(statement, id, error);
	return status == WA_OK && result ? record_rows(record, *id, result, error) : status;
}

static enum wa_status point(struct record *record, const struct record_place *place, struct wa_error *error)
{
	struct statement *statement = &record->statements[RECORD_POINT];
	statement_bind_id(statement, ":document", place->document);
	statement_bind_id(statement, ":analysis", place->analysis);
	return statement_run(statement, error);
}

enum wa_status record_seen(struct record *record, const struct record_place *place, struct wa_error *error)
{
	enum wa_status status = touch_version(record, place->version, error);
	return status == WA_OK ? point(record, place, error) : status;
}

enum wa_status record_document(struct record *record, const struct record_document *given, bool *audited, struct wa_error *error)
{
	struct record_document document = *given;
	struct record_place place = {0};
	char first_seen[TIME_SIZE];
	enum wa_status status;
	if (document.result && !fits(record, document.result)) {
		document.result = NULL;
		document.trouble = WA_SKIP_TOO_LARGE;
		document.message = "a paragraph is too long for the database";
	}
	*audited = document.result && wa_result_document(document.result)->skip == WA_SKIP_NONE;
	status = find_document(record, document.uri, &place.document, first_seen, error);
	if (status == WA_OK)
		status = find_version(record, place.document, &document, &place.version, error);
	if (status == WA_OK)
		status = find_analysis(record, place.version, &document, &place.analysis, error);
	if (status == WA_OK && !place.analysis)
		status = add_analysis(record, place.version, &document, first_seen, &place.analysis, error);
	return status == WA_OK ? point(record, &place, error) : status;
}
