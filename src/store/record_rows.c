/* The rows of a result, table by table. */
#include "store/record.h"
#include "store/rows.h"

/* Rows of one table that stand in an array; `size` is that of one. */
static enum wa_status write_all(
	struct statement *statement, int64_t analysis, const void *rows, size_t count, size_t size, struct wa_error *error)
{
	enum wa_status status = WA_OK;
	for (size_t i = 0; status == WA_OK && i < count; i++) {
		struct row_key key = {.analysis = analysis, .row = (uint32_t)i};
		statement_bind(statement, 0, &key);
		statement_bind(statement, 1, (const char *)rows + i * size);
		status = statement_run(statement, error);
	}
	return status;
}

/*
 * A trigger could fill the search index, but a statement with a trigger can be undone by itself, for which SQLite has
 * the index written out before every paragraph: four times the work.
 */
static enum wa_status write_paragraphs(
	struct record *record, int64_t analysis, const struct wa_result *result, struct wa_error *error)
{
	struct statement *statement = &record->statements[RECORD_PARAGRAPH], *search = &record->statements[RECORD_SEARCH];
	struct row_key key = {.analysis = analysis};
	size_t count;
	const struct wa_paragraph *rows = wa_result_paragraphs(result, &count);
	enum wa_status status = WA_OK;
	for (size_t i = 0; status == WA_OK && i < count; i++) {
		struct record_search found = {.text = rows[i].text};
		statement_bind(statement, 0, &key);
		statement_bind(statement, 1, &rows[i]);
		status = statement_run(statement, error);
		if (status != WA_OK)
			break;
		found.paragraph = sqlite3_last_insert_rowid(record->db->sqlite);
		statement_bind(search, 0, &found);
		status = statement_run(search, error);
	}
	return status;
}

static enum wa_status write_contents(
	struct record *record, struct row_key key, const struct wa_attribution *attribution, struct wa_error *error)
{
	struct statement *statement = &record->statements[RECORD_CONTENT];
	enum wa_status status = WA_OK;
	for (key.part = 0; status == WA_OK && key.part < attribution->content_count; key.part++) {
		statement_bind(statement, 0, &key);
		statement_bind(statement, 1, &attribution->content[key.part]);
		status = statement_run(statement, error);
	}
	return status;
}

static enum wa_status write_links(struct record *record, struct row_key key, const struct wa_claim *claim, struct wa_error *error)
{
	struct statement *statement = &record->statements[RECORD_LINK];
	enum wa_status status = WA_OK;
	for (key.part = 0; status == WA_OK && key.part < claim->attribution_count; key.part++) {
		key.target = claim->attributions[key.part];
		statement_bind(statement, 0, &key);
		status = statement_run(statement, error);
	}
	return status;
}

static enum wa_status write_attributions(
	struct record *record, int64_t analysis, const struct wa_result *result, struct wa_error *error)
{
	size_t count;
	const struct wa_attribution *rows = wa_result_attributions(result, &count);
	enum wa_status status = write_all(&record->statements[RECORD_ATTRIBUTION], analysis, rows, count, sizeof *rows, error);
	for (size_t i = 0; status == WA_OK && i < count; i++)
		status = write_contents(record, (struct row_key){.analysis = analysis, .row = (uint32_t)i}, &rows[i], error);
	return status;
}

static enum wa_status write_claims(struct record *record, int64_t analysis, const struct wa_result *result, struct wa_error *error)
{
	struct statement *statement = &record->statements[RECORD_CLAIM];
	size_t count;
	const struct wa_claim *rows = wa_result_claims(result, &count);
	enum wa_status status = WA_OK;
	for (size_t i = 0; status == WA_OK && i < count; i++) {
		struct row_key key = {.analysis = analysis, .row = (uint32_t)i};
		struct claim_extra extra = {.grave = wa_claim_grave(rows[i].type)};
		statement_bind(statement, 0, &key);
		statement_bind(statement, 1, &extra);
		statement_bind(statement, 2, &rows[i]);
		status = statement_run(statement, error);
		if (status == WA_OK)
			status = write_links(record, key, &rows[i], error);
	}
	return status;
}

enum wa_status record_rows(struct record *record, int64_t analysis, const struct wa_result *result, struct wa_error *error)
{
	struct statement *statements = record->statements;
	size_t count;
	enum wa_status status = write_paragraphs(record, analysis, result, error);
	if (status == WA_OK) {
		const struct wa_mention *mentions = wa_result_mentions(result, &count);
		status = write_all(&statements[RECORD_MENTION], analysis, mentions, count, sizeof *mentions, error);
	}
	if (status == WA_OK)
		status = write_attributions(record, analysis, result, error);
	if (status == WA_OK)
		status = write_claims(record, analysis, result, error);
	if (status == WA_OK) {
		const struct wa_finding *findings = wa_result_findings(result, &count);
		status = write_all(&statements[RECORD_FINDING], analysis, findings, count, sizeof *findings, error);
	}
	return status;
}
