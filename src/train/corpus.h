/*
 * Training only: a corpus in memory. Paragraphs are segmented as copy is; the annotations stand as spans of
 * tokens.
 */
#ifndef TRAIN_CORPUS_H
#define TRAIN_CORPUS_H

#include "base/arena.h"
#include "tag/view.h"

enum gold_kind { GOLD_SOURCE, GOLD_CUE, GOLD_CONTENT };

struct gold_span {
	uint8_t kind;
	uint32_t first, last;
	uint32_t attribution; /* number in its document */
};

struct gold_para {
	struct seg seg;
	VEC(struct gold_span) spans;
	uint32_t doc;
	uint8_t fold;
};

struct corpus {
	struct arena arena; /* texts */
	VEC(struct gold_para) paras;
	uint32_t docs;
};

void corpus_release(struct corpus *corpus);
/*
 * Reads text/NAME.txt and the first attributions/NAME*.ann of a folder (brat standoff: Source, Cue, Content, and events
 * that join them). Texts without annotations are left out. The corpus must be zero; its documents are dealt into folds by
 * their names. Errors: WA_ERR_IO, WA_ERR_FORMAT (file and line), WA_ERR_NOMEM.
 */
enum wa_status corpus_read_brat(
	struct corpus *corpus, const char *folder, const struct lexicon *lex, uint32_t folds, struct wa_error *error);

/* A treebank sentence: a paragraph with the part of speech of each token. */
struct bank_sentence {
	struct seg seg;
	uint8_t *pos;
};
struct bank {
	struct arena arena;
	VEC(struct bank_sentence) sentences;
};
/* Reads a CoNLL-U file. The bank must be zero. Errors: WA_ERR_IO, WA_ERR_FORMAT, WA_ERR_NOMEM. */
enum wa_status bank_read(struct bank *bank, const char *path, const struct lexicon *lex, struct wa_error *error);
void bank_release(struct bank *bank);

#endif
