#include "lint/watch.h"

#include <stdlib.h>

static const struct {
	uint8_t bit;
	enum lex_class class;
} watched[] = {
#define X(id, class) {WATCH_##id, CLASS_##class},
	WATCH_FINDS(X) WATCH_SIGNS(X)
#undef X
};

static const uint32_t finds = 0
#define X(id, class) | 1u << WATCH_##id
	WATCH_FINDS(X)
#undef X
	;

static uint32_t bits_of(const struct class_set *set)
{
	uint32_t bits = 0;
	for (size_t i = 0; i < sizeof watched / sizeof *watched; i++)
		bits |= (uint32_t)class_set_has(set, watched[i].class) << watched[i].bit;
	/* The word that blurs dead and injured is a claim's as well, but tells neither. */
	return WATCH_HAS(bits, TOLL_WORD) ? bits & ~(1u << WATCH_DEAD_OR_HURT) : bits;
}

uint32_t *watch_sets(const struct lexicon *lex)
{
	uint32_t *of_set = malloc(lex->set_count * sizeof *of_set);
	for (uint32_t i = 0; of_set && i < lex->set_count; i++)
		of_set[i] = bits_of(&lex->sets[i]);
	return of_set;
}

/* Three digits or more, and not four that could be a year. */
static bool is_hundreds(const struct seg *seg, const struct token *t)
{
	const char *text = seg->text.ptr + t->start;
	uint32_t digits = 0, len = t->end - t->start;
	if (t->kind != PIECE_NUMBER)
		return false;
	for (uint32_t i = 0; i < len; i++)
		digits += text[i] >= '0' && text[i] <= '9';
	return digits >= 3 && !(len == 4 && digits == 4 && (text[0] == '1' || text[0] == '2'));
}

static bool keep_word(
	struct watch *watch, const struct seg *seg, uint32_t para, uint32_t token, uint32_t length, uint32_t is, uint32_t after)
{
	uint16_t quote = seg->tokens.items[token].quote;
	struct watch_word *word = vec_push(&watch->words);
	if (!word)
		return false;
	*word = (struct watch_word){.para = para,
		.sentence = (uint32_t)watch->sentences.count,
		.span = seg_span(seg, token, token + length),
		.is = is,
		.after = after,
		.quoted = quote ? seg->quotes.items[quote - 1].words : 0};
	return true;
}

static bool read_sentence(struct watch *watch, const struct seg *seg, const struct sentence *s, uint32_t para)
{
	uint32_t has = 0, before = 0, last = 0;
	struct watch_sentence *sentence;
	for (uint32_t i = s->first; i < s->last; i++) {
		const struct token *t = &seg->tokens.items[i];
		uint32_t word = watch->of_set[t->set], phrase = watch->of_set[t->phrase_set];
		has |= word | phrase | (uint32_t)is_hundreds(seg, t) << WATCH_HUNDREDS;
		if ((word | phrase) & finds &&
			!keep_word(watch, seg, para, i, phrase & finds ? t->phrase_len : 1, word | phrase, before | last))
			return false;
		before = last;
		last = word | phrase;
	}
	if (!has)
		return true;
	sentence = vec_push(&watch->sentences);
	if (!sentence)
		return false;
	*sentence = (struct watch_sentence){para, watch->sentence_count, seg_span(seg, s->first, s->last), has};
	return true;
}

bool watch_paragraph(struct watch *watch, const struct seg *seg, uint32_t para_index)
{
	for (size_t i = 0; i < seg->sentences.count; i++, watch->sentence_count++) {
		const struct sentence *s = &seg->sentences.items[i];
		if (s->first < s->last && !read_sentence(watch, seg, s, para_index))
			return false;
	}
	return true;
}

void watch_release(struct watch *watch)
{
	vec_release(&watch->sentences);
	vec_release(&watch->words);
}

size_t watch_at(const struct watch *watch, uint32_t para_index, uint32_t at)
{
	const struct watch_sentence *items = watch->sentences.items;
	size_t low = 0, high = watch->sentences.count;
	while (low < high) {
		size_t middle = (low + high) / 2;
		if (items[middle].para != para_index ? items[middle].para < para_index : items[middle].span.end <= at)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}
