#include "read/read.h"

#include <stdio.h>
#include <string.h>

#include "base/array.h"
#include "base/error.h"
#include "base/limits.h"
#include "base/str.h"
#include "read/office.h"
#include "read/reader.h"

static const struct reader *const readers[] = {
#define READER_ROW_(name) &reader_##name,
	READERS(READER_ROW_)
#undef READER_ROW_
};

static const struct reader *find_reader(const char *format)
{
	for (size_t i = 0; i < ARRAY_COUNT(readers); i++)
		if (strcmp(readers[i]->name, format) == 0)
			return readers[i];
	return NULL;
}

static const struct reader *sniff_reader(const struct source *source, struct wa_str uri)
{
	const struct reader *best = &reader_text;
	unsigned most = 0;
	for (size_t i = 0; i < ARRAY_COUNT(readers) && most < 100; i++) {
		unsigned sure = readers[i]->sniff(source, uri);
		if (sure > most) {
			most = sure;
			best = readers[i];
		}
	}
	return best;
}

static enum wa_status check(const struct wa_input *input, struct wa_error *error)
{
	char known[256] = "";
	if (input->size > LIMIT_DOCUMENT_BYTES)
		return error_set(error, WA_ERR_LIMIT, input->uri, 0,
			"the file has %zu bytes; one document may have at most %u (1 GiB)", input->size, LIMIT_DOCUMENT_BYTES);
	if (!input->format || find_reader(input->format))
		return WA_OK;
	for (size_t i = 0, len = 0; i < ARRAY_COUNT(readers) && len < sizeof known; i++)
		len += (size_t)snprintf(known + len, sizeof known - len, "%s%s", i ? ", " : "", readers[i]->name);
	return error_set(error, WA_ERR_USAGE, input->uri, 0, "unknown format \"%s\"; known are %s", input->format, known);
}

/* Reads bytes that are text. With `member`, they are a part of the file that its documents take along. */
static enum wa_status read_text_bytes(struct reading *reading, const struct packs *packs, const struct wa_input *input,
	struct member *member, struct wa_error *error)
{
	const struct reader *reader = input->format ? find_reader(input->format) : NULL;
	struct source source;
	struct doc doc;
	enum wa_status status = source_open(&source, input->uri, input->bytes, input->size, error);
	bool ok;
	if (status != WA_OK)
		return status;
	source.packs = packs;
	if (!reader)
		reader = sniff_reader(&source, str_of(input->uri));
	reading->source = &source;
	reading->doc = &doc;
	reading->format = reader->name;
	reading->member = member;
	ok = reading_run(reading, reader->read);
	source_close(&source);
	return ok ? WA_OK : error_nomem(error);
}

enum wa_status read_documents(
	const struct packs *packs, const struct wa_input *input, read_visit *visit, void *context, struct wa_error *error)
{
	struct reading reading = {.visit = visit, .context = context};
	struct wa_input text = *input;
	struct office office = {0};
	enum wa_status status = check(input, error);
	if (status != WA_OK || !office_is_zip(input->bytes, input->size))
		return status == WA_OK ? read_text_bytes(&reading, packs, input, NULL, error) : status;
	status = office_open(&office, input, error);
	if (status == WA_OK && office.format) {
		text.bytes = office.text.bytes;
		text.size = office.text.size;
		text.format = office.format;
		status = read_text_bytes(&reading, packs, &text, &office.text, error);
	} else if (status == WA_OK) {
		status = read_text_bytes(&reading, packs, input, NULL, error); /* says what it is */
	}
	office_close(&office);
	return status;
}

struct first {
	struct doc *doc;
	unsigned count;
};

static bool take_first(void *context, struct doc *doc)
{
	struct first *first = context;
	if (first->count++) {
		doc_note(first->doc, "the file holds more than this one document");
		return false;
	}
	*first->doc = *doc;
	doc_init(doc);
	return true;
}

enum wa_status read_document(const struct packs *packs, const struct wa_input *input, struct doc *doc, struct wa_error *error)
{
	struct first first = {.doc = doc};
	enum wa_status status = read_documents(packs, input, take_first, &first, error);
	return status == WA_OK && doc_failed(doc) ? error_nomem(error) : status;
}

/* The part of *rest before the first ':' or the end, trimmed; *rest goes on behind it. */
static struct wa_str take_field(struct wa_str *rest)
{
	size_t at = str_find(*rest, STR(":"));
	struct wa_str field = str_cut(*rest, 0, at == SIZE_MAX ? rest->len : at);
	*rest = str_cut(*rest, at == SIZE_MAX ? rest->len : at + 1, rest->len);
	return str_trim(field);
}

bool reader_directive(const struct source *source, struct doc *doc, size_t from, size_t to)
{
	struct wa_str rest = str_trim((struct wa_str){source->text + from, to - from}), verb;
	uint32_t src = source_at(source, (size_t)(rest.ptr - source->text));
	struct directive *directive;
	bool whole_file;
	if (!str_starts(rest, STR("wireaudit:")))
		return false;
	rest = str_trim(str_cut(rest, strlen("wireaudit:"), rest.len));
	verb = str_starts(rest, STR("ignore-file")) ? STR("ignore-file") : STR("ignore");
	whole_file = verb.len > strlen("ignore");
	if (!str_starts(rest, verb) || (rest.len > verb.len && rest.ptr[verb.len] != ' ' && rest.ptr[verb.len] != ':'))
		return false;
	rest = str_trim(str_cut(rest, verb.len, rest.len));
	directive = vec_push(&doc->directives);
	if (!directive)
		return true;
	*directive = (struct directive){.before = (uint32_t)doc->paras.count, .src = src, .whole_file = whole_file};
	directive->line = lines_at(&source->lines, source->bytes, source->byte_count, src);
	directive->rule = arena_str(&doc->arena, take_field(&rest));
	directive->reason = arena_str(&doc->arena, str_trim(rest));
	return true;
}
