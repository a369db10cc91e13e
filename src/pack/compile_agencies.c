#include "base/error.h"
#include "base/split.h"
#include "base/str.h"
#include "pack/compile.h"

struct agency_builder {
	const struct draft *draft;
	struct packs *packs;
	struct lexicon_builder *lexicon;
	struct names aliases; /* text -> index of its agency */
	VEC(struct agency_alias) rows;
	VEC(uint32_t) words;
	struct wa_error *error;
};

static enum wa_status fail(
	const struct agency_builder *b, uint32_t origin, unsigned line, const char *what, struct wa_str text, const char *why)
{
	return error_set(b->error, WA_ERR_CONFIG, b->draft->origins.items[origin], line, "%s \"%.*s\" %s", what, (int)text.len,
		text.ptr, why);
}

/* The ids of an alias's words; marks have the id 0, as they have in copy. NULL or a complaint. */
static const char *alias_words(struct agency_builder *b, struct wa_str text, struct agency_alias *alias)
{
	const char *at = text.ptr, *end = at + text.len;
	char folded[128];
	struct piece piece;
	alias->words = (uint32_t)b->words.count;
	for (at = split_next(at, end, &piece); piece.kind != PIECE_END; at = split_next(at, end, &piece)) {
		uint32_t *word = vec_push(&b->words);
		if (!word)
			return NULL;
		if (piece.len > sizeof folded)
			return "has too long a word";
		if (piece.kind == PIECE_MARK && !alias->word_count)
			return "begins with a mark";
		*word = 0;
		if (piece.kind != PIECE_MARK)
			*word = lexicon_word(b->lexicon, folded, split_fold(piece.ptr, piece.len, folded, sizeof folded));
		alias->word_count++;
	}
	return alias->word_count ? NULL : "is empty";
}

/* An alias of two agencies: told of the row that came later. */
static enum wa_status fail_shared(
	const struct agency_builder *b, struct wa_str text, const struct draft_agency *one, const struct draft_agency *other)
{
	const struct draft_agency *later = one->origin >= other->origin ? one : other, *earlier = later == one ? other : one;
	return error_set(b->error, WA_ERR_CONFIG, b->draft->origins.items[later->origin], later->line,
		"the alias \"%.*s\" belongs to the agency \"%s\" already", (int)text.len, text.ptr, earlier->row.id);
}

static enum wa_status add_alias(struct agency_builder *b, uint32_t agency, struct wa_str text)
{
	const struct draft_agency *row = &b->draft->agencies.items[agency];
	struct agency_alias alias = {.agency = agency}, *place;
	uint32_t other;
	const char *complaint;
	text = str_trim(text);
	alias.weak = text.len && *text.ptr == '?';
	if (alias.weak)
		text = str_cut(text, 1, text.len);
	other = names_find(&b->aliases, text);
	if (other == agency)
		return fail(b, row->origin, row->line, "the alias", text, "stands twice in one row");
	if (other != WA_NONE)
		return fail_shared(b, text, row, &b->draft->agencies.items[other]);
	complaint = alias_words(b, text, &alias);
	if (complaint)
		return fail(b, row->origin, row->line, "the alias", text, complaint);
	alias.text = arena_strndup(&b->packs->arena, text.ptr, text.len);
	place = alias.text && !b->words.failed && names_add(&b->aliases, text, agency) ? vec_push(&b->rows) : NULL;
	if (!place)
		return error_nomem(b->error);
	*place = alias;
	return WA_OK;
}

static enum wa_status add_aliases(struct agency_builder *b, uint32_t agency)
{
	struct wa_str all = str_of(b->draft->agencies.items[agency].row.aliases);
	enum wa_status status = WA_OK;
	size_t start = 0;
	for (size_t i = 0; i <= all.len && status == WA_OK; i++) {
		if (i < all.len && all.ptr[i] != '|')
			continue;
		status = add_alias(b, agency, str_cut(all, start, i));
		start = i + 1;
	}
	return status;
}

struct sort_key {
	struct agency_alias alias;
	uint32_t first, order;
};

/* By first word, longest first, then in the order given. */
static int compare(const void *a, const void *b)
{
	const struct sort_key *x = a, *y = b;
	if (x->first != y->first)
		return x->first < y->first ? -1 : 1;
	if (x->alias.word_count != y->alias.word_count)
		return x->alias.word_count > y->alias.word_count ? -1 : 1;
	return x->order < y->order ? -1 : x->order > y->order;
}

static bool sort_aliases(struct agency_builder *b)
{
	size_t count = b->rows.count;
	struct packs *packs = b->packs;
	struct sort_key *keys = malloc((count ? count : 1) * sizeof *keys);
	packs->aliases = arena_calloc(&packs->arena, count, sizeof *packs->aliases);
	packs->alias_words = arena_calloc(&packs->arena, b->words.count, sizeof *packs->alias_words);
	if (!keys || arena_failed(&packs->arena)) {
		free(keys);
		return false;
	}
	for (size_t i = 0; i < count; i++)
		keys[i] = (struct sort_key){b->rows.items[i], b->words.items[b->rows.items[i].words], (uint32_t)i};
	qsort(keys, count, sizeof *keys, compare);
	for (size_t i = 0; i < count; i++)
		packs->aliases[i] = keys[i].alias;
	packs->alias_count = (uint32_t)count;
	for (size_t i = 0; i < b->words.count; i++)
		packs->alias_words[i] = b->words.items[i];
	free(keys);
	return true;
}

bool index_aliases(struct packs *packs)
{
	uint32_t at = 0;
	packs->alias_first = arena_calloc(&packs->arena, packs->lex.entry_count + 1u, sizeof *packs->alias_first);
	if (!packs->alias_first)
		return false;
	for (uint32_t id = 0; id <= packs->lex.entry_count; id++) {
		while (at < packs->alias_count && packs->alias_words[packs->aliases[at].words] < id)
			at++;
		packs->alias_first[id] = at;
		if (id > 0 && packs->alias_first[id - 1] < at)
			packs->lex.entries[id - 1].begins_name = true;
	}
	return true;
}

static int compare_negatives(const void *a, const void *b)
{
	const struct agency_negative *x = a, *y = b;
	if (x->agency != y->agency)
		return x->agency < y->agency ? -1 : 1;
	if (x->where != y->where)
		return x->where < y->where ? -1 : 1;
	return x->phrase < y->phrase ? -1 : x->phrase > y->phrase;
}

static enum wa_status add_negatives(struct agency_builder *b)
{
	const struct draft *draft = b->draft;
	struct packs *packs = b->packs;
	packs->negatives = arena_calloc(&packs->arena, draft->negatives.count, sizeof *packs->negatives);
	if (!packs->negatives)
		return error_nomem(b->error);
	for (size_t i = 0; i < draft->negatives.count; i++) {
		const struct draft_negative *row = &draft->negatives.items[i];
		uint32_t agency = names_find(&draft->agency_ids, str_of(row->agency));
		struct agency_negative *negative = &packs->negatives[packs->negative_count++];
		if (agency == WA_NONE)
			return fail(b, row->origin, row->line, "the agency", str_of(row->agency), "is not known");
		*negative = (struct agency_negative){.agency = agency, .where = row->where};
		negative->phrase = lexicon_id(b->lexicon, &row->phrase);
		if (!negative->phrase)
			return error_nomem(b->error);
	}
	qsort(packs->negatives, packs->negative_count, sizeof *packs->negatives, compare_negatives);
	return WA_OK;
}

static enum wa_status build(struct agency_builder *b)
{
	const struct draft *draft = b->draft;
	struct packs *packs = b->packs;
	enum wa_status status = WA_OK;
	packs->agencies = arena_calloc(&packs->arena, draft->agencies.count, sizeof *packs->agencies);
	if (!packs->agencies)
		return error_nomem(b->error);
	packs->agency_count = (uint32_t)draft->agencies.count;
	for (uint32_t i = 0; i < packs->agency_count && status == WA_OK; i++) {
		packs->agencies[i] = draft->agencies.items[i].row;
		status = add_aliases(b, i);
	}
	if (status == WA_OK && !sort_aliases(b))
		status = error_nomem(b->error);
	return status == WA_OK ? add_negatives(b) : status;
}

enum wa_status compile_agencies(
	const struct draft *draft, struct packs *packs, struct lexicon_builder *lexicon, struct wa_error *error)
{
	struct agency_builder b = {.draft = draft, .packs = packs, .lexicon = lexicon, .error = error};
	enum wa_status status = build(&b);
	names_release(&b.aliases);
	vec_release(&b.rows);
	vec_release(&b.words);
	return status;
}
