/*
 * Agencies that no pack has, where the text itself calls them so: "the Ruritanian news agency Rurinform", "the Rurinform
 * news agency", "Rurinform, the state news agency,"; and from then on wherever the item names them again.
 */
#include "attr/mention.h"
#include "base/str.h"

enum {
	NAME_WORDS = 3,       /* of the longest name */
	PHRASE_WORDS = 3,     /* of the longest "official news agency" */
	DESCRIPTION_WORDS = 5 /* of ", the Ruritanian state news agency" before those */
};

static const struct token *token_of(const struct seg *seg, size_t i)
{
	return &seg->tokens.items[i];
}

/* The phrase "news agency" begins at `i`. */
static bool is_called(const struct seg *seg, size_t i)
{
	return i < seg->tokens.count && seg_phrase_is(seg, i, CLASS_AGENCY_GENERIC);
}

/* It ends right before `i`. */
static bool is_called_before(const struct seg *seg, size_t i)
{
	for (size_t back = 1; back <= PHRASE_WORDS && back <= i; back++)
		if (is_called(seg, i - back) && token_of(seg, i - back)->phrase_len == back)
			return true;
	return false;
}

/* A capitalised word that is no word of the packs: what agencies are named. */
static bool is_own_name(const struct seg *seg, size_t i)
{
	const struct token *t = token_of(seg, i);
	return t->kind == PIECE_WORD && !t->word && !t->in_phrase && t->shape & (SHAPE_UPPER | SHAPE_ALL_UPPER);
}

static bool is_comma_at(const struct seg *seg, size_t i)
{
	return i < seg->tokens.count && token_of(seg, i)->mark == MARK_COMMA;
}

/* ", the Ruritanian state news agency," follows. */
static bool is_called_behind(const struct seg *seg, size_t i)
{
	if (is_called(seg, i)) { /* "the Ruritanian news agency Rurinform" */
		size_t behind = i + token_of(seg, i)->phrase_len;
		return behind >= seg->tokens.count || !is_own_name(seg, behind);
	}
	if (!is_comma_at(seg, i) || i + 1 >= seg->tokens.count || !seg_is(seg, i + 1, CLASS_DET))
		return false;
	for (size_t k = i + 2; k < seg->tokens.count && k < i + 2 + DESCRIPTION_WORDS; k++) {
		if (is_called(seg, k))
			return is_comma_at(seg, k + token_of(seg, k)->phrase_len);
		if (token_of(seg, k)->kind == PIECE_MARK)
			return false;
	}
	return false;
}

static size_t name_end(const struct seg *seg, size_t i)
{
	size_t end = i;
	while (end < seg->tokens.count && end < i + NAME_WORDS && is_own_name(seg, end))
		end++;
	return end;
}

static void fill(const struct seg *seg, size_t first, size_t last, const char *id, struct agency_hit *hit)
{
	*hit = (struct agency_hit){.first = (uint32_t)first,
		.last = (uint32_t)last,
		.span = seg_span(seg, first, last),
		.agency = AGENCY_UNLISTED,
		.id = id};
}

static bool is_known(const struct attr *attr, size_t i, struct agency_hit *hit)
{
	const struct seg *seg = &attr->seg;
	for (size_t k = 0; k < attr->unlisted_count; k++) {
		const struct unlisted *u = &attr->unlisted[k];
		if (u->item != attr->item || u->hash != token_of(seg, i)->hash || i + u->words > seg->tokens.count ||
			!str_eq(seg_text(seg, i, i + u->words), str_of(u->id)))
			continue;
		fill(seg, i, i + u->words, u->id, hit);
		return true;
	}
	return false;
}

bool name_unlisted_at(struct attr *attr, size_t i, struct agency_hit *hit)
{
	const struct seg *seg = &attr->seg;
	struct unlisted *u = &attr->unlisted[attr->unlisted_count];
	size_t end;
	if (!attr->unlisted_count && !class_set_has(&seg->phrases, CLASS_AGENCY_GENERIC))
		return false;
	if (!is_own_name(seg, i) || (attr->kind != WA_PARA_BODY && attr->kind != WA_PARA_SUMMARY))
		return false;
	if (is_known(attr, i, hit))
		return true;
	end = name_end(seg, i);
	if (attr->unlisted_count == UNLISTED_MAX || !(is_called_before(seg, i) || is_called_behind(seg, end)))
		return false;
	*u = (struct unlisted){.id = arena_strndup(attr->arena, seg_text(seg, i, end).ptr, seg_text(seg, i, end).len),
		.hash = token_of(seg, i)->hash,
		.words = (uint32_t)(end - i),
		.item = attr->item};
	if (!u->id)
		return false;
	fill(seg, i, end, u->id, hit);
	attr->unlisted_count++;
	return true;
}
