/* Tables of agencies and of words that tell an agency's name is something else: tab-separated, with a line of names. */
#include <math.h>

#include "base/error.h"
#include "base/suggest.h"
#include "pack/parts.h"

#define MOST_COLUMNS 8u

struct row {
	unsigned line;
	struct wa_str text, fields[MOST_COLUMNS + 1];
	size_t count;
};

struct table {
	const char *what; /* a row of it, in messages */
	const char *columns[MOST_COLUMNS];
	size_t count;
	enum wa_status (*take)(struct pack_reader *reader, const struct row *row);
};

enum { AGENCY_ID, AGENCY_NAME, AGENCY_ALIASES, AGENCY_COUNTRY, AGENCY_LANGUAGES, AGENCY_TYPE, AGENCY_WIKIDATA, AGENCY_NOTE };
enum { NEGATIVE_AGENCY, NEGATIVE_WHERE, NEGATIVE_PHRASE, NEGATIVE_WHY };

static const char *const agency_types[] = {"church", "cooperative", "federation-wire", "historical", "party", "photo", "private",
	"private-former", "propaganda", "prwire", "public", "publisher", "semi-state", "state", "state-former", "syndicate",
	"video"};
static const char *const wheres[] = {[NEGATIVE_BEFORE] = "before", [NEGATIVE_AFTER] = "after", [NEGATIVE_NEAR] = "near"};

#define COUNT(a) (sizeof(a) / sizeof *(a))

/* Column of a field, in code points. */
static unsigned column_of(const struct row *row, size_t field)
{
	unsigned column = 1;
	for (const char *p = row->text.ptr; p < row->fields[field].ptr; p++)
		column += ((unsigned char)*p & 0xC0) != 0x80;
	return column;
}

/* Index of a field's text among `count` words, -1 and a mistake when it is none of them. */
static int pick(
	const struct pack_reader *r, const struct row *row, size_t field, const char *what, const char *const *words, size_t count)
{
	struct wa_str text = row->fields[field];
	struct suggestion suggestion;
	char hint[96], wanted[64];
	(void)snprintf(wanted, sizeof wanted, "%.*s", (int)text.len, text.ptr);
	suggest_start(&suggestion, wanted);
	for (size_t i = 0; i < count; i++) {
		if (str_eq(text, str_of(words[i])))
			return (int)i;
		suggest_offer(&suggestion, words[i]);
	}
	(void)file_fail(&r->file, row->line, column_of(row, field), "there is no %s \"%s\"%s", what, wanted,
		suggest_text(&suggestion, "", hint, sizeof hint));
	return -1;
}

static const char *keep(struct pack_reader *r, struct wa_str text)
{
	return arena_strndup(r->draft->keep, text.ptr, text.len);
}

static bool is_id(struct wa_str id)
{
	for (size_t i = 0; i < id.len; i++)
		if (!ascii_is_lower(id.ptr[i]) && !ascii_is_digit(id.ptr[i]) && id.ptr[i] != '_' && id.ptr[i] != '-')
			return false;
	return id.len > 0;
}

static enum wa_status put_agency(struct pack_reader *r, unsigned line, const struct wa_agency *row)
{
	struct draft *draft = r->draft;
	struct draft_agency *agency = NULL;
	uint32_t known = names_find(&draft->agency_ids, str_of(row->id));
	if (known != WA_NONE) {
		agency = &draft->agencies.items[known];
		if (agency->origin >= draft->layer)
			return fail_twice(r, line, 1, "agency", row->id, agency->origin, agency->line);
	} else if (names_add(&draft->agency_ids, str_of(row->id), (uint32_t)draft->agencies.count)) {
		agency = vec_push(&draft->agencies);
	}
	if (!agency)
		return error_nomem(r->file.error);
	*agency = (struct draft_agency){*row, r->origin, line};
	return WA_OK;
}

static enum wa_status take_agency(struct pack_reader *r, const struct row *row)
{
	const struct wa_str *f = row->fields;
	struct wa_agency agency = {keep(r, f[AGENCY_ID]), keep(r, f[AGENCY_NAME]), keep(r, f[AGENCY_ALIASES]),
		keep(r, f[AGENCY_COUNTRY]), keep(r, f[AGENCY_LANGUAGES]), keep(r, f[AGENCY_TYPE]), keep(r, f[AGENCY_NOTE])};
	if (arena_failed(r->draft->keep))
		return error_nomem(r->file.error);
	if (!is_id(f[AGENCY_ID]))
		return file_fail(&r->file, row->line, 1, "\"%s\" is no id; expected small letters, digits, - and _", agency.id);
	for (size_t i = AGENCY_NAME; i <= AGENCY_ALIASES; i++)
		if (!f[i].len)
			return file_fail(&r->file, row->line, column_of(row, i), "the agency \"%s\" has no %s", agency.id,
				i == AGENCY_NAME ? "name" : "aliases");
	if (pick(r, row, AGENCY_TYPE, "type of agency", agency_types, COUNT(agency_types)) < 0)
		return WA_ERR_CONFIG;
	return put_agency(r, row->line, &agency);
}

/* Agency, place and phrase as one text. */
static struct wa_str negative_key(struct pack_reader *r, const struct draft_negative *negative)
{
	return str_of(
		arena_printf(&r->draft->scratch, "%s\t%s\t%s", negative->agency, wheres[negative->where], negative->phrase.text));
}

static enum wa_status put_negative(struct pack_reader *r, const struct draft_negative *negative)
{
	struct draft *draft = r->draft;
	struct wa_str key = negative_key(r, negative);
	struct draft_negative *place = NULL;
	uint32_t known = key.ptr ? names_find(&draft->negative_keys, key) : WA_NONE;
	if (known != WA_NONE) {
		place = &draft->negatives.items[known];
		return fail_twice(r, negative->line, 1, "phrase", negative->phrase.text, place->origin, place->line);
	}
	if (key.ptr && names_add(&draft->negative_keys, key, (uint32_t)draft->negatives.count))
		place = vec_push(&draft->negatives);
	if (!place)
		return error_nomem(r->file.error);
	*place = *negative;
	return WA_OK;
}

static enum wa_status take_negative(struct pack_reader *r, const struct row *row)
{
	struct draft_negative negative = {.origin = r->origin, .line = row->line, .phrase.value = NAN};
	struct wa_str phrase = row->fields[NEGATIVE_PHRASE];
	int where = pick(r, row, NEGATIVE_WHERE, "place", wheres, COUNT(wheres));
	const char *complaint;
	if (where < 0)
		return WA_ERR_CONFIG;
	negative.where = (uint8_t)where;
	negative.agency = keep(r, row->fields[NEGATIVE_AGENCY]);
	complaint = draft_cut(&r->draft->scratch, phrase, &negative.phrase);
	if (complaint)
		return file_fail(&r->file, row->line, column_of(row, NEGATIVE_PHRASE), "\"%.*s\": %s", (int)phrase.len, phrase.ptr,
			complaint);
	if (!negative.phrase.text || !negative.agency)
		return error_nomem(r->file.error);
	return put_negative(r, &negative);
}

static const struct table tables[] = {
	{"an agency", {"id", "name", "aliases", "country", "languages", "type", "wikidata", "note"}, 8, take_agency},
	{"a negative", {"agency", "where", "phrase", "why"}, 4, take_negative},
};

/* Cuts the line at its tabs into at most MOST_COLUMNS + 1 fields. */
static void cut(struct row *row)
{
	size_t start = 0;
	row->count = 0;
	for (size_t i = 0; i <= row->text.len && row->count <= MOST_COLUMNS; i++)
		if (i == row->text.len || row->text.ptr[i] == '\t') {
			row->fields[row->count++] = str_trim(str_cut(row->text, start, i));
			start = i + 1;
		}
}

static const struct table *table_of(const struct row *row)
{
	for (size_t t = 0; t < COUNT(tables); t++) {
		size_t i = 0;
		while (i < row->count && i < tables[t].count && str_eq(row->fields[i], str_of(tables[t].columns[i])))
			i++;
		if (i == row->count && i == tables[t].count)
			return &tables[t];
	}
	return NULL;
}

/* The next line without its end; false at the end of the text. */
static bool next_line(const struct file *file, size_t *at, struct wa_str *line)
{
	const char *start = file->text + *at, *stop;
	if (*at >= file->size)
		return false;
	stop = memchr(start, '\n', file->size - *at);
	line->ptr = start;
	line->len = stop ? (size_t)(stop - start) : file->size - *at;
	*at += line->len + 1;
	if (line->len && line->ptr[line->len - 1] == '\r')
		line->len--;
	return true;
}

static enum wa_status take_row(struct pack_reader *r, const struct table *table, const struct row *row)
{
	if (row->count == table->count)
		return table->take(r, row);
	return file_fail(&r->file, row->line, 0, "%s has %zu columns, tab-separated; this line has %s", table->what, table->count,
		row->count < table->count ? "fewer" : "more");
}

enum wa_status read_tsv(struct pack_reader *r)
{
	const struct table *table = NULL;
	struct row row = {0};
	enum wa_status status = WA_OK;
	for (size_t at = 0; status == WA_OK && next_line(&r->file, &at, &row.text);) {
		row.line++;
		if (!str_trim(row.text).len || row.text.ptr[0] == '#')
			continue;
		cut(&row);
		if (table) {
			status = take_row(r, table, &row);
			continue;
		}
		table = table_of(&row);
		if (!table)
			return file_fail(&r->file, row.line, 0,
				"expected the names of the columns, tab-separated: id name aliases country languages type wikidata "
				"note, or: agency where phrase why");
	}
	if (status == WA_OK && !table)
		return file_fail(&r->file, 1, 0, "the file is empty; expected a line with the names of the columns");
	return status;
}
