/* Tables of agencies and of words that tell an agency's name is something else: tab-separated, with a line of names. */
#include <math.h>

#include "base/error.h"
#include "base/suggest.h"
#include "pack/parts.h"

#define MOST_COLUMNS 8u

struct table {
	const char *what; /* a row of it, in messages */
	const char *columns[MOST_COLUMNS];
	size_t count;
	enum wa_status (*row)(struct pack_reader *reader, unsigned line, struct wa_str *fields);
};

enum { AGENCY_ID, AGENCY_NAME, AGENCY_ALIASES, AGENCY_COUNTRY, AGENCY_LANGUAGES, AGENCY_TYPE, AGENCY_WIKIDATA, AGENCY_NOTE };
enum { NEGATIVE_AGENCY, NEGATIVE_WHERE, NEGATIVE_PHRASE, NEGATIVE_WHY };

static const char *const agency_types[] = {"church", "cooperative", "federation-wire", "historical", "party", "photo", "private",
	"private-former", "propaganda", "prwire", "public", "publisher", "semi-state", "state", "state-former", "syndicate",
	"video"};
static const char *const wheres[] = {[NEGATIVE_BEFORE] = "before", [NEGATIVE_AFTER] = "after", [NEGATIVE_NEAR] = "near"};

/* Index of a text among `count` words, -1 and a mistake when it is none of them. */
static int pick(
	const struct pack_reader *r, unsigned line, const char *what, struct wa_str text, const char *const *words, size_t count)
{
	struct suggestion suggestion;
	char hint[96], wanted[64];
	(void)snprintf(wanted, sizeof wanted, "%.*s", (int)text.len, text.ptr);
	suggest_start(&suggestion, wanted);
	for (size_t i = 0; i < count; i++) {
		if (str_eq(text, str_of(words[i])))
			return (int)i;
		suggest_offer(&suggestion, words[i]);
	}
	(void)file_fail(
		&r->file, line, 0, "there is no %s \"%s\"%s", what, wanted, suggest_text(&suggestion, "", hint, sizeof hint));
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
		if (agency->origin == r->origin)
			return file_fail(
				&r->file, line, 0, "the agency \"%s\" stands twice; first in line %u", row->id, agency->line);
	} else if (names_add(&draft->agency_ids, str_of(row->id), (uint32_t)draft->agencies.count)) {
		agency = vec_push(&draft->agencies);
	}
	if (!agency)
		return error_nomem(r->file.error);
	*agency = (struct draft_agency){*row, r->origin, line};
	return WA_OK;
}

static enum wa_status agency_row(struct pack_reader *r, unsigned line, struct wa_str *f)
{
	struct wa_agency row = {keep(r, f[AGENCY_ID]), keep(r, f[AGENCY_NAME]), keep(r, f[AGENCY_ALIASES]),
		keep(r, f[AGENCY_COUNTRY]), keep(r, f[AGENCY_LANGUAGES]), keep(r, f[AGENCY_TYPE]), keep(r, f[AGENCY_NOTE])};
	if (!is_id(f[AGENCY_ID]))
		return file_fail(&r->file, line, 0, "\"%.*s\" is no id; expected small letters, digits, - and _",
			(int)f[AGENCY_ID].len, f[AGENCY_ID].ptr);
	if (!f[AGENCY_NAME].len || !f[AGENCY_ALIASES].len)
		return file_fail(&r->file, line, 0, "an agency needs a name and at least one alias");
	if (pick(r, line, "type of agency", f[AGENCY_TYPE], agency_types, sizeof agency_types / sizeof *agency_types) < 0)
		return WA_ERR_CONFIG;
	if (arena_failed(r->draft->keep))
		return error_nomem(r->file.error);
	return put_agency(r, line, &row);
}

static enum wa_status negative_row(struct pack_reader *r, unsigned line, struct wa_str *f)
{
	struct draft_negative row = {.origin = r->origin, .line = line}, *place;
	int where = pick(r, line, "place", f[NEGATIVE_WHERE], wheres, sizeof wheres / sizeof *wheres);
	const char *complaint;
	if (where < 0)
		return WA_ERR_CONFIG;
	row.where = (uint8_t)where;
	row.phrase.value = NAN;
	row.agency = keep(r, f[NEGATIVE_AGENCY]);
	complaint = draft_cut(&r->draft->scratch, f[NEGATIVE_PHRASE], &row.phrase);
	if (complaint)
		return file_fail(&r->file, line, 0, "\"%.*s\": %s", (int)f[NEGATIVE_PHRASE].len, f[NEGATIVE_PHRASE].ptr, complaint);
	place = row.phrase.text && row.agency ? vec_push(&r->draft->negatives) : NULL;
	if (!place)
		return error_nomem(r->file.error);
	*place = row;
	return WA_OK;
}

static const struct table tables[] = {
	{"an agency", {"id", "name", "aliases", "country", "languages", "type", "wikidata", "note"}, 8, agency_row},
	{"a negative", {"agency", "where", "phrase", "why"}, 4, negative_row},
};

/* Cuts a line at its tabs; the number of fields, at most MOST_COLUMNS + 1. */
static size_t cut(struct wa_str line, struct wa_str *fields)
{
	size_t count = 0, start = 0;
	for (size_t i = 0; i <= line.len && count <= MOST_COLUMNS; i++)
		if (i == line.len || line.ptr[i] == '\t') {
			fields[count++] = str_trim(str_cut(line, start, i));
			start = i + 1;
		}
	return count;
}

static const struct table *table_of(const struct wa_str *fields, size_t count)
{
	for (size_t t = 0; t < sizeof tables / sizeof *tables; t++) {
		size_t i = 0;
		while (i < count && i < tables[t].count && str_eq(fields[i], str_of(tables[t].columns[i])))
			i++;
		if (i == count && i == tables[t].count)
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

static bool is_blank(struct wa_str line)
{
	return !str_trim(line).len || line.ptr[0] == '#';
}

enum wa_status read_tsv(struct pack_reader *r)
{
	const struct table *table = NULL;
	struct wa_str line, fields[MOST_COLUMNS + 1];
	enum wa_status status = WA_OK;
	size_t at = 0;
	for (unsigned number = 1; status == WA_OK && next_line(&r->file, &at, &line); number++) {
		size_t count;
		if (is_blank(line))
			continue;
		count = cut(line, fields);
		if (!table) {
			table = table_of(fields, count);
			if (!table)
				return file_fail(&r->file, number, 0,
					"expected the names of the columns, tab-separated: id name aliases country languages type "
					"wikidata "
					"note, or agency where phrase why");
		} else if (count != table->count) {
			return file_fail(&r->file, number, 0, "%s has %zu columns, tab-separated; this line has %s%zu", table->what,
				table->count, count > MOST_COLUMNS ? "more than " : "",
				count > MOST_COLUMNS ? MOST_COLUMNS : count);
		} else {
			status = table->row(r, number, fields);
		}
	}
	if (status == WA_OK && !table)
		return file_fail(&r->file, 1, 0, "the file is empty; expected a line with the names of the columns");
	return status;
}
