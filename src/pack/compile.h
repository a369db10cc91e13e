/* From rows to flat tables. */
#ifndef PACK_COMPILE_H
#define PACK_COMPILE_H

#include "pack/draft.h"

/*
 * Compiles a draft into packs, which keep what they need of it (but not the draft). Mistakes that show only when all
 * rows are known: an alias of two agencies, a negative or a level of something unknown. `config` names the file
 * levels come from. Errors: WA_ERR_CONFIG, WA_ERR_NOMEM.
 */
enum wa_status compile_packs(const struct draft *draft, struct packs *packs, struct wa_error *error);

/* The lexicon while it grows. Memory failure is sticky in the arena. */
struct lexicon_builder {
	struct lexicon *lex;
	struct arena *arena;
	uint32_t entry_room, phrase_room, word_room, value_room;
	size_t text_room, text_used;
	uint32_t phrase_words_used, value_count;
	struct class_set *classes; /* of each entry, until lexicon_finish() finds which are alike */
};

/* Room for what the draft holds; false when memory ran out. */
bool lexicon_start(struct lexicon_builder *builder, struct lexicon *lex, const struct draft *draft, struct arena *arena);
/* The id of a word or phrase, made when it is new; 0 when memory ran out. */
uint32_t lexicon_id(struct lexicon_builder *builder, const struct draft_item *item);
/* The same of one folded word. */
uint32_t lexicon_word(struct lexicon_builder *builder, const char *folded, size_t len);
/* Adds the words of all blocks. */
bool lexicon_blocks(struct lexicon_builder *builder, const struct draft *draft);
/* Sorts the phrases and gives alike words one set of classes; nothing can be added any more. */
enum wa_status lexicon_finish(struct lexicon_builder *builder, struct wa_error *error);
/* Frees what is needed for building only; also after a failure. */
void lexicon_stop(struct lexicon_builder *builder);

/* Agencies, aliases and negatives; their words go into the lexicon. */
enum wa_status compile_agencies(
	const struct draft *draft, struct packs *packs, struct lexicon_builder *builder, struct wa_error *error);
/* The languages the packs speak; false when memory ran out. */
bool compile_languages(const struct draft *draft, struct packs *packs);
/* The index of aliases by first word, once the lexicon is finished; false when memory ran out. */
bool index_aliases(struct packs *packs);

#endif
