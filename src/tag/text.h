/*
 * What the tagger sees of a paragraph: for each token a few numbers, computed once, from which the features of every
 * stage are mixed. No word of any language is known here; what words mean is in the model.
 */
#ifndef TAG_TEXT_H
#define TAG_TEXT_H

#include "base/vec.h"
#include "seg/seg.h"
#include "tag/features.h"

/* Parts of speech, after the tags of the Penn Treebank: SC subordinating conjunctions, AUX be, have and do as auxiliaries. */
/* clang-format off */
#define TAG_POS_LIST(X) \
	X(CC) X(CD) X(DT) X(EX) X(IN) X(SC) X(JJ) X(MD) X(NN) X(NNS) X(NNP) X(POS) X(PRP) X(PRPS) X(RB) X(RP) X(TO) X(UH) \
	X(VB) X(VBD) X(VBG) X(VBN) X(VBP) X(VBZ) X(AUX) X(WDT) X(WP) X(WRB) X(XX)
/* clang-format on */
enum tag_pos {
#define X(name) TAG_POS_##name,
	TAG_POS_LIST(X)
#undef X
		TAG_POS_COUNT,
	TAG_POS_MARK = TAG_POS_COUNT, /* every mark */
};

enum tag_chunk { CHUNK_NONE, CHUNK_NOUN, CHUNK_VERB };

/* How a word is written. CASE_UPPER_FIRST: a capital that opens the sentence and tells nothing. */
enum tag_case { CASE_LOWER, CASE_UPPER, CASE_UPPER_FIRST, CASE_ALL, CASE_STOPS, CASE_NUMBER, CASE_NUMBER_WORD, CASE_MARK };

struct tag_word {
	uint32_t id;                      /* of the folded word; marks and numbers have small ones of their own */
	uint32_t stem;                    /* of its first five bytes */
	uint32_t prefix, suffix;          /* its first and last three bytes */
	uint8_t casing;                   /* enum tag_case */
	uint8_t pos;                      /* enum tag_pos */
	uint8_t chunk;                    /* enum tag_chunk */
	uint8_t band;                     /* how often the word is a cue: 0 hardly ever, 7 nearly always */
	uint32_t head;                    /* token that is the head of its chunk; itself outside chunks */
	uint32_t chunk_first, chunk_last; /* its chunk's tokens, [first, last); itself outside chunks */
	uint32_t sentence;
};

struct tag_text {
	const struct seg *seg;
	VEC(struct tag_word) words; /* parallel to the tokens */
};

/* Ids of what is no word. */
enum { TAG_ID_OTHER_MARK = 0x100, TAG_ID_NUMBER = 0x200, TAG_ID_OUTSIDE = 0x400 };

void tag_text_release(struct tag_text *text);
/* Fills what shows in the letters; `seg` is borrowed. False when memory ran out. */
bool tag_text_read(struct tag_text *text, const struct seg *seg);
/* Noun and verb groups of a sentence whose parts of speech are known. */
void tag_chunks(struct tag_text *text, const struct sentence *sentence);

static inline const struct sentence *tag_sentence_of(const struct tag_text *text, uint32_t token)
{
	return &text->seg->sentences.items[text->words.items[token].sentence];
}

#endif
