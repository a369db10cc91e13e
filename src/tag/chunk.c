/*
 * Noun and verb groups by rule, from the parts of speech alone:
 *   noun group   determiners, numbers, adjectives and nouns, ending with a noun, or a pronoun alone; the head is its last noun
 *   verb group   modals, auxiliaries, adverbs between them, "to", verbs; the head is its last verb
 */
#include "tag/text.h"

static bool in_noun_group(uint8_t pos)
{
	return pos == TAG_POS_DT || pos == TAG_POS_CD || pos == TAG_POS_JJ || pos == TAG_POS_NN || pos == TAG_POS_NNS ||
	       pos == TAG_POS_NNP || pos == TAG_POS_POS || pos == TAG_POS_PRPS || pos == TAG_POS_VBG || pos == TAG_POS_VBN;
}

static bool is_noun(uint8_t pos)
{
	return pos == TAG_POS_NN || pos == TAG_POS_NNS || pos == TAG_POS_NNP;
}

static bool is_pronoun(uint8_t pos)
{
	return pos == TAG_POS_PRP || pos == TAG_POS_EX || pos == TAG_POS_WP;
}

static bool is_verb(uint8_t pos)
{
	return pos == TAG_POS_VB || pos == TAG_POS_VBD || pos == TAG_POS_VBG || pos == TAG_POS_VBN || pos == TAG_POS_VBP ||
	       pos == TAG_POS_VBZ;
}

static void mark_group(struct tag_text *text, uint32_t first, uint32_t last, uint32_t head, enum tag_chunk chunk)
{
	for (uint32_t i = first; i < last; i++) {
		struct tag_word *w = &text->words.items[i];
		w->chunk = (uint8_t)chunk;
		w->head = head;
		w->chunk_first = first;
		w->chunk_last = last;
	}
}

/* Where the noun group that begins at `i` ends; its head in *head. Returns `i` when none does. */
static uint32_t noun_group(const struct tag_text *text, uint32_t i, uint32_t end, uint32_t *head)
{
	const struct tag_word *words = text->words.items;
	uint32_t last = i;
	if (is_pronoun(words[i].pos)) {
		*head = i;
		return i + 1;
	}
	if (words[i].pos == TAG_POS_VBN || words[i].pos == TAG_POS_VBG || words[i].pos == TAG_POS_POS)
		return i;
	for (uint32_t k = i; k < end && in_noun_group(words[k].pos); k++) {
		if (k > i && (words[k].pos == TAG_POS_DT || words[k].pos == TAG_POS_PRPS) && words[k - 1].pos != TAG_POS_DT)
			break;
		if (is_noun(words[k].pos)) {
			*head = k;
			last = k + 1;
		} else if (words[k].pos == TAG_POS_CD || words[k].pos == TAG_POS_DT) {
			if (last == i)
				*head = k;
			if (last == i || words[k].pos == TAG_POS_CD)
				last = k + 1;
		}
	}
	return last;
}

static uint32_t verb_group(const struct tag_text *text, uint32_t i, uint32_t end, uint32_t *head)
{
	const struct tag_word *words = text->words.items;
	uint32_t last = i;
	for (uint32_t k = i; k < end; k++) {
		uint8_t pos = words[k].pos;
		if (is_verb(pos) || pos == TAG_POS_AUX || pos == TAG_POS_MD) {
			*head = k;
			last = k + 1;
		} else if (pos == TAG_POS_TO ? k + 1 >= end || (words[k + 1].pos != TAG_POS_VB && words[k + 1].pos != TAG_POS_AUX)
					     : pos != TAG_POS_RB) {
			break;
		}
	}
	return last;
}

void tag_chunks(struct tag_text *text, const struct sentence *sentence)
{
	uint32_t next;
	for (uint32_t i = sentence->first; i < sentence->last; i = next) {
		uint32_t head = i;
		enum tag_chunk chunk = CHUNK_NOUN;
		next = noun_group(text, i, sentence->last, &head);
		if (next == i && text->words.items[i].pos != TAG_POS_RB) {
			chunk = CHUNK_VERB;
			next = verb_group(text, i, sentence->last, &head);
		}
		if (next > i)
			mark_group(text, i, next, head, chunk);
		else
			next = i + 1;
	}
}
