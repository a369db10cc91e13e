#include "tag/text.h"

static uint32_t pack_bytes(const char *bytes, size_t len)
{
	uint32_t packed = 0;
	for (size_t i = 0; i < len; i++)
		packed = packed << 8 | (uint8_t)bytes[i];
	return packed;
}

static enum tag_case casing_of(const struct token *t, bool opens)
{
	if (t->kind == PIECE_MARK)
		return CASE_MARK;
	if (t->kind == PIECE_NUMBER)
		return CASE_NUMBER;
	if (t->shape & SHAPE_DIGIT)
		return CASE_NUMBER_WORD;
	if (t->shape & SHAPE_STOPS)
		return CASE_STOPS;
	if (t->shape & SHAPE_ALL_UPPER)
		return CASE_ALL;
	if (t->shape & SHAPE_UPPER)
		return opens ? CASE_UPPER_FIRST : CASE_UPPER;
	return CASE_LOWER;
}

/* Marks that mean the same are one, the rest are told by their first byte; numbers by how many digits they have. */
static void read_other(struct tag_word *w, const struct token *t, const char *text)
{
	uint32_t len = t->end - t->start;
	if (t->kind == PIECE_NUMBER) {
		w->id = TAG_ID_NUMBER + (len < 8 ? len : 8);
	} else {
		w->id = t->mark == MARK_OTHER ? TAG_ID_OTHER_MARK + (uint8_t)text[t->start] : t->mark;
		w->pos = TAG_POS_MARK;
	}
	w->stem = w->prefix = w->suffix = w->id;
}

static void read_letters(struct tag_word *w, const struct token *t, const char *text)
{
	enum { STEM = 5 };
	char folded[64];
	size_t len = t->end - t->start, n;
	n = split_fold(text + t->start, len < sizeof folded ? len : sizeof folded, folded, sizeof folded);
	w->id = t->hash;
	w->prefix = pack_bytes(folded, n < 3 ? n : 3);
	w->suffix = n < 3 ? w->prefix : pack_bytes(folded + n - 3, 3);
	w->stem = n < STEM ? w->id : tag_mix(pack_bytes(folded, STEM - 1), (uint8_t)folded[STEM - 1]);
}

static void read_sentence(struct tag_text *text, uint32_t index)
{
	const struct sentence *s = &text->seg->sentences.items[index];
	bool opens = true;
	for (uint32_t i = s->first; i < s->last; i++) {
		const struct token *t = &text->seg->tokens.items[i];
		struct tag_word *w = &text->words.items[i];
		*w = (struct tag_word){.casing = (uint8_t)casing_of(t, opens),
			.sentence = index,
			.head = i,
			.chunk_first = i,
			.chunk_last = i + 1};
		if (t->kind == PIECE_WORD)
			read_letters(w, t, text->seg->text.ptr);
		else
			read_other(w, t, text->seg->text.ptr);
		opens = opens && t->kind == PIECE_MARK;
	}
}

bool tag_text_read(struct tag_text *text, const struct seg *seg)
{
	text->seg = seg;
	text->words.count = 0;
	if (!vec_reserve(&text->words, seg->tokens.count))
		return false;
	for (uint32_t s = 0; s < seg->sentences.count; s++)
		read_sentence(text, s);
	text->words.count = seg->tokens.count;
	return true;
}

void tag_text_release(struct tag_text *text)
{
	vec_release(&text->words);
}
