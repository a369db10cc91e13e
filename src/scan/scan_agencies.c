#include <string.h>

#include "scan/scan.h"

#define NAME_LEN_FOLDED 4 /* shorter names must stand as the pack writes them */

/* The word before the first hyphen of a compound ("AP-NORC"): its lexicon id; `len` gets its bytes. */
static uint32_t compound_head(const struct seg *seg, const struct token *t, uint32_t *len)
{
	const char *start = seg->text.ptr + t->start;
	const char *hyphen = memchr(start, '-', t->end - t->start);
	struct piece piece = {0};
	if (!hyphen)
		return 0;
	(void)split_next(start, hyphen, &piece);
	*len = (uint32_t)(hyphen - start);
	return piece.kind == PIECE_WORD && piece.len == *len ? lex_find(seg->lex, &piece) : 0;
}

static bool is_compound(const struct token *t)
{
	return !t->word && t->shape & SHAPE_HYPHEN && t->shape & (SHAPE_UPPER | SHAPE_ALL_UPPER);
}

/* Does the text stand as the pack writes it, or a name long enough all in capitals, or in an address? */
static bool written_alike(const struct seg *seg, const struct agency_hit *hit, const struct agency_alias *alias)
{
	const char *text = seg->text.ptr + hit->span.start;
	size_t len = hit->span.end - hit->span.start;
	if (strlen(alias->text) != len)
		return false;
	if (memcmp(text, alias->text, len) == 0)
		return true;
	if (alias->weak || len < NAME_LEN_FOLDED)
		return false;
	for (uint32_t i = hit->first; i < hit->last; i++)
		if (!hit->address && !(seg->tokens.items[i].shape & SHAPE_ALL_UPPER))
			return false;
	return true;
}

/* Right behind a full stop or a slash, and right before another: part of a web address. */
static bool in_address(const struct seg *seg, size_t at)
{
	const struct token *t = &seg->tokens.items[at];
	if (at == 0 || at + 2 >= seg->tokens.count || t->shape & SHAPE_SPACE)
		return false;
	if (t[-1].mark != MARK_STOP && t[-1].mark != MARK_SLASH)
		return false;
	return t[1].mark == MARK_STOP && t[1].start == t->end && t[2].start == t[1].end && t[2].kind == PIECE_WORD;
}

static bool reads(
	const struct packs *packs, const struct seg *seg, size_t at, const struct agency_alias *alias, struct agency_hit *hit)
{
	const uint32_t *words = packs->alias_words + alias->words;
	size_t last = at + alias->word_count - 1u;
	uint32_t end;
	if (last >= seg->tokens.count)
		return false;
	end = seg->tokens.items[last].end;
	hit->compound = false;
	for (size_t i = 0; i < alias->word_count; i++) {
		const struct token *t = &seg->tokens.items[at + i];
		uint32_t len = 0;
		if (t->word == words[i])
			continue;
		if (at + i != last || !is_compound(t) || compound_head(seg, t, &len) != words[i])
			return false;
		hit->compound = true;
		end = t->start + len;
	}
	hit->first = (uint32_t)at;
	hit->last = (uint32_t)last + 1;
	hit->span = (struct wa_span){seg->tokens.items[at].start, end};
	hit->agency = alias->agency;
	hit->weak = alias->weak;
	return written_alike(seg, hit, alias);
}

bool scan_agency_at(const struct packs *packs, const struct seg *seg, size_t at, struct agency_hit *hit)
{
	const struct token *t = &seg->tokens.items[at];
	uint32_t word = t->word, len = 0;
	if (is_compound(t))
		word = compound_head(seg, t, &len);
	if (!word || packs->alias_first[word] == packs->alias_first[word + 1])
		return false;
	hit->address = in_address(seg, at);
	for (uint32_t i = packs->alias_first[word]; i < packs->alias_first[word + 1]; i++)
		if (reads(packs, seg, at, &packs->aliases[i], hit)) {
			hit->id = packs->agencies[hit->agency].id;
			return true;
		}
	return false;
}
