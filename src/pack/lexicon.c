#include "pack/lexicon.h"

#include <math.h>

#include "base/error.h"
#include "base/limits.h"
#include "base/str.h"
#include "pack/compile.h"

/* Sets of classes that words may have: the built-in packs use some 600. */
#define SET_MAX 8192u
#define SET_PLACES (4 * SET_MAX)

static const enum lex_class form_classes[FORM_COUNT] = {
	[FORM_BASE] = CLASS_FORM_BASE,
	[FORM_S] = CLASS_FORM_S,
	[FORM_PAST] = CLASS_FORM_PAST,
	[FORM_PP] = CLASS_FORM_PP,
	[FORM_ING] = CLASS_FORM_ING,
};

/* The slot of a folded text: its own, or the empty one where it belongs. */
static struct lex_slot *slot_of(const struct lexicon *lex, const char *text, size_t len, uint32_t hash)
{
	uint32_t at = hash & lex->slot_mask;
	for (; lex->slots[at].id; at = (at + 1) & lex->slot_mask) {
		uint32_t id = lex->slots[at].id;
		if (lex->slots[at].hash == hash && str_eq(lex_text(lex, id), (struct wa_str){text, len}))
			break;
	}
	return &lex->slots[at];
}

uint32_t lex_find_text(const struct lexicon *lex, const char *folded)
{
	size_t len = strlen(folded);
	return slot_of(lex, folded, len, split_hash(folded, len))->id;
}

/* Moves the words to `size` slots, a power of two. */
static bool make_slots(struct lexicon_builder *b, uint32_t size)
{
	struct lexicon *lex = b->lex;
	struct lex_slot *old = lex->slots, *slots = arena_calloc(b->arena, size, sizeof *slots);
	uint32_t old_size = old ? lex->slot_mask + 1 : 0;
	if (!slots)
		return false;
	lex->slots = slots;
	lex->slot_mask = size - 1;
	for (uint32_t i = 0; i < old_size; i++) {
		uint32_t at = old[i].hash & lex->slot_mask;
		if (!old[i].id)
			continue;
		while (slots[at].id)
			at = (at + 1) & lex->slot_mask;
		slots[at] = old[i];
	}
	return true;
}

/* Upper bounds: every text is counted as if it were new. */
static void count_item(struct lexicon_builder *b, const struct draft_item *item)
{
	bool phrase = item->words > 1;
	b->entry_room += 1u + (phrase ? item->words : 0);
	b->text_room += phrase ? item->len * 2u : item->len;
	b->phrase_room += phrase;
	b->word_room += phrase ? item->words : 0;
	b->value_room += !isnan(item->value);
}

static void count_words(struct lexicon_builder *b, const struct draft *draft)
{
	for (size_t i = 0; i < draft->blocks.count; i++)
		for (uint32_t k = 0; k < draft->blocks.items[i].item_count; k++)
			count_item(b, &draft->blocks.items[i].items[k]);
	for (size_t i = 0; i < draft->negatives.count; i++)
		count_item(b, &draft->negatives.items[i].phrase);
}

static void count_aliases(struct lexicon_builder *b, const struct draft *draft)
{
	for (size_t i = 0; i < draft->agencies.count; i++) {
		/* a word has a letter at least */
		size_t len = strlen(draft->agencies.items[i].row.aliases);
		b->entry_room += (uint32_t)len;
		b->text_room += len;
	}
}

bool lexicon_start(struct lexicon_builder *b, struct lexicon *lex, const struct draft *draft, struct arena *arena)
{
	uint32_t size = 1;
	*b = (struct lexicon_builder){.lex = lex, .arena = arena, .entry_room = 1};
	count_words(b, draft);
	/* mostly right at once: of three words given, one stands elsewhere too */
	while (size < b->entry_room)
		size *= 2;
	count_aliases(b, draft);
	lex->entries = arena_alloc(arena, b->entry_room * sizeof *lex->entries);
	lex->text = arena_alloc(arena, b->text_room);
	lex->phrases = arena_alloc(arena, b->phrase_room * sizeof *lex->phrases);
	lex->phrase_words = arena_alloc(arena, b->word_room * sizeof *lex->phrase_words);
	lex->values = arena_calloc(arena, b->value_room + 1u, sizeof *lex->values);
	b->classes = calloc(b->entry_room, sizeof *b->classes);
	if (arena_failed(arena) || !b->classes || !make_slots(b, size))
		return false;
	b->value_count = 1;
	lex->entries[0] = (struct lex_entry){.weight = 100};
	lex->entry_count = 1;
	return true;
}

static uint32_t new_entry(struct lexicon_builder *b, struct lex_slot *slot, const char *text, size_t len, uint32_t hash)
{
	struct lexicon *lex = b->lex;
	uint32_t id = lex->entry_count++;
	*slot = (struct lex_slot){hash, id};
	lex->entries[id] = (struct lex_entry){.head = split_head(text, len),
		.text_at = (uint32_t)b->text_used,
		.text_len = (uint16_t)len,
		.lemma = id,
		.weight = 100};
	memcpy(lex->text + b->text_used, text, len);
	b->text_used += len;
	if (lex->entry_count * 2 > lex->slot_mask && !make_slots(b, (lex->slot_mask + 1) * 2))
		return 0;
	return id;
}

static uint32_t find_or_make(struct lexicon_builder *b, const char *text, size_t len, bool *made)
{
	uint32_t hash = split_hash(text, len);
	struct lex_slot *slot = slot_of(b->lex, text, len, hash);
	*made = !slot->id;
	return slot->id ? slot->id : new_entry(b, slot, text, len, hash);
}

uint32_t lexicon_word(struct lexicon_builder *builder, const char *folded, size_t len)
{
	bool made;
	return find_or_make(builder, folded, len, &made);
}

/* Takes the words of a new phrase into the lexicon. */
static bool new_phrase(struct lexicon_builder *b, uint32_t id, const char *text)
{
	struct lex_phrase *phrase = &b->lex->phrases[b->lex->phrase_count++];
	*phrase = (struct lex_phrase){.words = b->phrase_words_used, .id = id};
	while (*text) {
		size_t len = strcspn(text, " ");
		uint32_t word = lexicon_word(b, text, len);
		if (!word)
			return false;
		b->lex->phrase_words[b->phrase_words_used++] = word;
		phrase->count++;
		text += len + (text[len] == ' ');
	}
	return true;
}

uint32_t lexicon_id(struct lexicon_builder *b, const struct draft_item *item)
{
	bool made;
	uint32_t id = find_or_make(b, item->text, item->len, &made);
	if (id && made && item->words > 1 && !new_phrase(b, id, item->text))
		return 0;
	return id;
}

/* What a block says of a word is added to what others say; of lemma the first, of weight and value the last counts. */
static void add_item(
	struct lexicon_builder *b, const struct draft_block *block, const struct draft_item *item, uint32_t id, uint32_t base)
{
	struct lex_entry *entry = &b->lex->entries[id];
	for (size_t i = 0; i < LEX_CLASS_WORDS; i++)
		b->classes[id].bits[i] |= block->classes.bits[i];
	if (item->form) {
		class_set_add(&b->classes[id], form_classes[item->form]);
		class_set_add(&b->classes[id], CLASS_VERB);
		if (entry->lemma == id)
			entry->lemma = base;
	}
	if (item->weight)
		entry->weight = item->weight;
	if (!isnan(item->value)) {
		if (!entry->value)
			entry->value = (uint16_t)b->value_count++;
		b->lex->values[entry->value] = item->value;
	}
}

bool lexicon_blocks(struct lexicon_builder *b, const struct draft *draft)
{
	for (size_t i = 0; i < draft->blocks.count; i++) {
		const struct draft_block *block = &draft->blocks.items[i];
		uint32_t base = 0;
		for (uint32_t k = 0; k < block->item_count; k++) {
			const struct draft_item *item = &block->items[k];
			uint32_t id = lexicon_id(b, item);
			if (!id)
				return false;
			if (item->base == k)
				base = id;
			add_item(b, block, item, id, base);
		}
	}
	return true;
}

static uint32_t first_word(const struct lexicon *lex, const struct lex_phrase *phrase)
{
	return lex->phrase_words[phrase->words];
}

/* Copies the phrases of `from` to `to`, longest first, of equal length in the order given. */
static void order_by_length(const struct lex_phrase *from, uint32_t count, struct lex_phrase *to)
{
	uint32_t starts[LIMIT_PHRASE_WORDS + 2] = {0};
	uint32_t at = 0;
	for (uint32_t i = 0; i < count; i++)
		starts[from[i].count]++;
	for (size_t words = LIMIT_PHRASE_WORDS; words > 0; words--) {
		uint32_t here = starts[words];
		starts[words] = at;
		at += here;
	}
	for (uint32_t i = 0; i < count; i++)
		to[starts[from[i].count]++] = from[i];
}

/* The index of a set among those found so far, or where it belongs among them. */
static uint16_t *set_place(const struct lexicon *lex, const struct class_set *set, uint16_t *places)
{
	uint32_t at = (uint32_t)hash_bytes(0, set, sizeof *set);
	for (;; at++) {
		uint16_t *place = &places[at % SET_PLACES];
		if (!*place || memcmp(&lex->sets[*place], set, sizeof *set) == 0)
			return place;
	}
}

/* Gives each entry the index of its set, with as many sets as there are different ones. */
static bool share_sets(struct lexicon_builder *b, uint16_t *places)
{
	static const struct class_set none;
	struct lexicon *lex = b->lex;
	uint32_t count = 1;
	lex->sets[0] = none;
	for (uint32_t id = 0; id < lex->entry_count; id++) {
		uint16_t *place;
		if (memcmp(&b->classes[id], &none, sizeof none) == 0)
			continue;
		place = set_place(lex, &b->classes[id], places);
		if (!*place && count == SET_MAX)
			return false;
		if (!*place) {
			lex->sets[count] = b->classes[id];
			*place = (uint16_t)count++;
		}
		lex->entries[id].set = *place;
	}
	lex->set_count = count;
	return true;
}

static enum wa_status find_sets(struct lexicon_builder *b, struct wa_error *error)
{
	uint16_t *places = calloc(SET_PLACES, sizeof *places);
	enum wa_status status = WA_OK;
	b->lex->sets = arena_alloc(b->arena, SET_MAX * sizeof *b->lex->sets);
	if (!places || !b->lex->sets)
		status = error_nomem(error);
	else if (!share_sets(b, places))
		status = error_set(error, WA_ERR_CONFIG, NULL, 0,
			"the words of all packs have more than %u different sets of classes", SET_MAX);
	free(places);
	return status;
}

void lexicon_stop(struct lexicon_builder *b)
{
	free(b->classes);
	b->classes = NULL;
}

/* Counts the phrases of each first word. */
static enum wa_status count_phrases(struct lexicon *lex, struct wa_error *error)
{
	for (uint32_t i = 0; i < lex->phrase_count; i++) {
		uint32_t word = first_word(lex, &lex->phrases[i]);
		if (lex->entries[word].phrase_count++ < LIMIT_PHRASES_OF_WORD)
			continue;
		return error_set(error, WA_ERR_CONFIG, NULL, 0, "more than %u phrases of all packs begin with the word \"%.*s\"",
			LIMIT_PHRASES_OF_WORD, (int)lex_text(lex, word).len, lex_text(lex, word).ptr);
	}
	return WA_OK;
}

/* Bits of lexicon.pairs for each phrase: with so many, nearly all pairs that begin none are told by theirs. */
#define PAIR_BITS 16u

static bool mark_pairs(struct lexicon *lex, struct arena *arena)
{
	uint32_t bits = 64;
	while (bits < PAIR_BITS * lex->phrase_count)
		bits *= 2;
	lex->pairs = arena_calloc(arena, bits / 64, sizeof *lex->pairs);
	lex->pair_mask = bits - 1;
	for (uint32_t i = 0; lex->pairs && i < lex->phrase_count; i++) {
		struct lex_phrase *phrase = &lex->phrases[i];
		uint32_t place;
		phrase->second = lex->phrase_words[phrase->words + 1];
		place = lex_pair_place(lex, first_word(lex, phrase), phrase->second);
		lex->pairs[place / 64] |= 1ull << (place % 64);
	}
	return lex->pairs;
}

enum wa_status lexicon_finish(struct lexicon_builder *b, struct wa_error *error)
{
	struct lexicon *lex = b->lex;
	struct lex_phrase *by_length = arena_alloc(b->arena, lex->phrase_count * sizeof *by_length);
	uint32_t at = 0;
	enum wa_status status;
	if (!by_length)
		return error_nomem(error);
	status = count_phrases(lex, error);
	if (status != WA_OK)
		return status;
	order_by_length(lex->phrases, lex->phrase_count, by_length);
	for (uint32_t id = 0; id < lex->entry_count; id++) {
		lex->entries[id].phrases = at;
		at += lex->entries[id].phrase_count;
		lex->entries[id].phrase_count = 0;
	}
	for (uint32_t i = 0; i < lex->phrase_count; i++) {
		struct lex_entry *first = &lex->entries[first_word(lex, &by_length[i])];
		lex->phrases[first->phrases + first->phrase_count++] = by_length[i];
	}
	return mark_pairs(lex, b->arena) ? find_sets(b, error) : error_nomem(error);
}
