/*
 * Segmentation of one paragraph: tokens with their lexicon ids, phrases, sentences and quotations.
 * Everything here lives in the caller's scratch arrays, which are reused from paragraph to paragraph.
 */
#ifndef SEG_SEG_H
#define SEG_SEG_H

#include "base/split.h"
#include "base/vec.h"
#include "pack/lexicon.h"
#include "wireaudit/types.h"

struct token {
	uint32_t start, end; /* bytes of the paragraph's text */
	uint32_t word;       /* lexicon id, 0 unknown */
	uint32_t phrase;     /* lexicon id of the longest phrase that begins here, 0 for none */
	uint32_t hash;
	uint16_t set, phrase_set;  /* the classes of the word and of the phrase: indexes into lexicon.sets, 0 for none */
	uint8_t phrase_len;        /* its tokens */
	uint8_t kind, shape, mark; /* enum piece_kind, SHAPE_ bits, enum mark */
	uint32_t quote : 30;       /* 1-based index of the outermost quotation it stands in (marks included), 0 for none */
	uint32_t in_phrase : 1;    /* set for tokens after the first of a phrase */
	uint32_t begins_name : 1;  /* an agency's name begins with the word */
};

struct sentence {
	uint32_t first, last; /* tokens [first, last) */
};

struct quotation {
	uint32_t first, last; /* tokens [first, last), marks included */
	uint32_t words;       /* words inside */
	bool closed;          /* has its closing mark; an open one runs to the paragraph's end */
	bool continued;       /* goes on from the paragraph before */
};

struct seg {
	struct wa_str text;
	const struct lexicon *lex;
	VEC(struct token) tokens;
	VEC(struct sentence) sentences;
	VEC(struct quotation) quotes;
	VEC(uint32_t) stops;      /* tokens that may end a sentence */
	uint32_t marks;           /* 1u << enum mark of those that stand in the paragraph */
	struct class_set phrases; /* the classes of all its phrases */
};

void seg_release(struct seg *seg);
/* Segments `text` (borrowed). `open_quote` says that the paragraph before ended inside a quotation. False when memory ran out. */
bool seg_paragraph(struct seg *seg, const struct lexicon *lex, struct wa_str text, bool open_quote);

static inline bool seg_is(const struct seg *seg, size_t token, enum lex_class class)
{
	return class_set_has(&seg->lex->sets[seg->tokens.items[token].set], class);
}

/* The same of the phrase that begins at the token. */
static inline bool seg_phrase_is(const struct seg *seg, size_t token, enum lex_class class)
{
	return class_set_has(&seg->lex->sets[seg->tokens.items[token].phrase_set], class);
}

/* The same of either. */
static inline bool seg_says(const struct seg *seg, size_t token, enum lex_class class)
{
	const struct token *t = &seg->tokens.items[token];
	const struct class_set *sets = seg->lex->sets;
	return (sets[t->set].bits[class / 64] | sets[t->phrase_set].bits[class / 64]) >> (class % 64) & 1;
}

static inline struct wa_str seg_text(const struct seg *seg, size_t first, size_t last)
{
	uint32_t start = seg->tokens.items[first].start;
	return (struct wa_str){seg->text.ptr + start, seg->tokens.items[last - 1].end - start};
}

static inline struct wa_span seg_span(const struct seg *seg, size_t first, size_t last)
{
	return (struct wa_span){seg->tokens.items[first].start, seg->tokens.items[last - 1].end};
}

#endif
