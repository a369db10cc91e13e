/*
 * The words and phrases of all packs in force, compiled into flat tables: a word id for each folded word,
 * and for each id its classes, lemma, weight and value. Phrases have ids of their own in the same space,
 * so that whatever asks for classes need not know which of the two it has. Immutable once built.
 */
#ifndef PACK_LEXICON_H
#define PACK_LEXICON_H

#include <stdbool.h>
#include <stdint.h>

#include "base/split.h"
#include "wireaudit/types.h"

enum lex_class {
#define CLASS(id, name) CLASS_##id,
#include "pack/classes.def"
#undef CLASS
	CLASS_COUNT
};

#define LEX_CLASS_WORDS 5 /* 320 classes */
_Static_assert(CLASS_COUNT <= 64 * LEX_CLASS_WORDS, "make LEX_CLASS_WORDS larger");

/* A set of classes. Words share few of them, so that what is asked of every word stays in the nearest memory. */
struct class_set {
	uint64_t bits[LEX_CLASS_WORDS];
};

struct lex_entry {
	uint64_t head;    /* split_head() of its folded text */
	uint32_t text_at; /* offset in lexicon.text of that (phrases: words joined by one space) */
	uint32_t lemma;   /* id of the base form; its own id for words that are no listed form */
	uint32_t phrases; /* first index into lexicon.phrases of the phrases that begin with this word, sorted longest first */
	uint16_t text_len;
	uint16_t phrase_count;
	uint16_t set;     /* index into lexicon.sets: its classes */
	uint16_t value;   /* index into lexicon.values; 0 for words that are no number */
	uint8_t weight;   /* how often the word does what its first class says, in per cent; 100 when not given */
	bool begins_name; /* of an agency */
};

struct lex_phrase {
	uint32_t words;  /* index into lexicon.phrase_words of its word ids */
	uint32_t second; /* the id of its second word */
	uint32_t id;     /* entry of the phrase as a whole */
	uint16_t count;  /* words in it, at least 2 */
};

struct lex_slot {
	uint32_t hash, id; /* id 0: empty */
};

struct lexicon {
	struct lex_entry *entries; /* [0] is the unknown word: no classes */
	char *text;
	uint32_t entry_count;
	struct class_set *sets; /* [0] is the empty set */
	uint32_t set_count;
	double *values;         /* 12 for dozen; [0] is 0 */
	struct lex_slot *slots; /* open addressing, power of two */
	uint32_t slot_mask;
	struct lex_phrase *phrases;
	uint32_t *phrase_words;
	uint32_t phrase_count;
	uint64_t *pairs; /* a bit for each two words that begin a phrase, lex_pair_place() */
	uint32_t pair_mask;
};

static inline struct wa_str lex_text(const struct lexicon *lex, uint32_t id)
{
	return (struct wa_str){lex->text + lex->entries[id].text_at, lex->entries[id].text_len};
}

/* Is the piece the word with this id? */
static inline bool lex_is_text(const struct lexicon *lex, uint32_t id, const struct piece *piece)
{
	const struct lex_entry *entry = &lex->entries[id];
	if (piece->plain)
		return entry->head == piece->head && entry->text_len == piece->len;
	return split_fold_eq(piece->ptr, piece->len, lex->text + entry->text_at, entry->text_len);
}

/* Has the place fetched from memory where a piece is going to be looked for. */
static inline void lex_foresee(const struct lexicon *lex, const struct piece *piece)
{
	__builtin_prefetch(&lex->slots[piece->hash & lex->slot_mask]);
}

/* Id of a piece that is a word, a number or a mark; 0 when no pack has it. */
static inline uint32_t lex_find(const struct lexicon *lex, const struct piece *piece)
{
	for (uint32_t at = piece->hash & lex->slot_mask;; at = (at + 1) & lex->slot_mask) {
		const struct lex_slot *slot = &lex->slots[at];
		if (!slot->id)
			return 0;
		if (slot->hash == piece->hash && lex_is_text(lex, slot->id, piece))
			return slot->id;
	}
}

/* The bit of lexicon.pairs that two words share with few others. */
static inline uint32_t lex_pair_place(const struct lexicon *lex, uint32_t first, uint32_t second)
{
	uint32_t mixed = first * 0x9E3779B1u + second * 0x85EBCA6Bu;
	return (mixed ^ mixed >> 15) & lex->pair_mask;
}

/* May a phrase begin with the two words? False is certain. */
static inline bool lex_may_pair(const struct lexicon *lex, uint32_t first, uint32_t second)
{
	uint32_t place = lex_pair_place(lex, first, second);
	return lex->pairs[place / 64] >> (place % 64) & 1;
}

/* Id of a folded word or of a phrase given as its words joined by one space, 0 when unknown. For tests and compilation. */
uint32_t lex_find_text(const struct lexicon *lex, const char *folded);

static inline bool class_set_has(const struct class_set *set, enum lex_class class)
{
	return set->bits[class / 64] >> (class % 64) & 1;
}

/* One of a list of classes. */
static inline bool class_set_has_any(const struct class_set *set, const enum lex_class *classes, size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (class_set_has(set, classes[i]))
			return true;
	return false;
}

/* Have the two a class in common? */
static inline bool class_set_touches(const struct class_set *set, const struct class_set *other)
{
	uint64_t any = 0;
	for (size_t w = 0; w < LEX_CLASS_WORDS; w++)
		any |= set->bits[w] & other->bits[w];
	return any != 0;
}

static inline bool lex_is(const struct lexicon *lex, uint32_t id, enum lex_class class)
{
	return class_set_has(&lex->sets[lex->entries[id].set], class);
}

/* Has it any of the classes? */
static inline bool lex_touches(const struct lexicon *lex, uint32_t id, const struct class_set *classes)
{
	return class_set_touches(&lex->sets[lex->entries[id].set], classes);
}

static inline void class_set_add(struct class_set *set, enum lex_class class)
{
	set->bits[class / 64] |= 1ull << (class % 64);
}

static inline double lex_value(const struct lexicon *lex, uint32_t id)
{
	return lex->values[lex->entries[id].value];
}

/* The class of a name used in packs, -1 when unknown; and back. */
int lex_class_from_name(const char *name);
const char *lex_class_name(enum lex_class class);

#endif
