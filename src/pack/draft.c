#include "pack/draft.h"

#include "base/limits.h"
#include "base/split.h"
#include "base/str.h"

void draft_init(struct draft *draft, struct arena *keep)
{
	*draft = (struct draft){.keep = keep, .fingerprint = HASH_SEED};
	arena_init(&draft->scratch);
	(void)draft_origin(draft, "built-in");
	draft_next_layer(draft);
}

void draft_release(struct draft *draft)
{
	vec_release(&draft->origins);
	vec_release(&draft->blocks);
	vec_release(&draft->agencies);
	vec_release(&draft->negatives);
	vec_release(&draft->rules);
	vec_release(&draft->levels);
	vec_release(&draft->desks);
	vec_release(&draft->profiles);
	vec_release(&draft->settings);
	names_release(&draft->block_ids);
	names_release(&draft->agency_ids);
	names_release(&draft->negative_keys);
	names_release(&draft->desk_names);
	names_release(&draft->profile_names);
	arena_release(&draft->scratch);
}

uint32_t draft_origin(struct draft *draft, const char *path)
{
	const char **origin = vec_push(&draft->origins);
	if (!origin)
		return WA_NONE;
	*origin = arena_strdup(draft->keep, path);
	return *origin ? (uint32_t)draft->origins.count - 1 : WA_NONE;
}

void draft_next_layer(struct draft *draft)
{
	draft->layer = (uint32_t)draft->origins.count;
}

const char *draft_cut(struct arena *arena, struct wa_str text, struct draft_item *item)
{
	const char *at = text.ptr, *end = text.ptr + text.len;
	struct piece piece;
	char *folded;
	if (text.len > LIMIT_PHRASE_BYTES)
		return "a phrase is too long";
	/* the space between two pieces may be one that the text does not have */
	folded = arena_alloc(arena, text.len * 2 + 1);
	item->text = folded;
	item->words = 0;
	item->len = 0;
	for (at = split_next(at, end, &piece); folded && piece.kind != PIECE_END; at = split_next(at, end, &piece)) {
		if (piece.kind == PIECE_MARK)
			return "only words can be found, no punctuation";
		if (item->words == LIMIT_PHRASE_WORDS)
			return "a phrase has too many words";
		if (item->words++)
			folded[item->len++] = ' ';
		item->len += (uint16_t)split_fold(piece.ptr, piece.len, folded + item->len, piece.len);
	}
	if (folded)
		folded[item->len] = '\0';
	return folded && !item->words ? "a word is empty" : NULL;
}
