/* Reading one document of a corpus in brat standoff. */
#ifndef TRAIN_BRAT_H
#define TRAIN_BRAT_H

#include "base/str.h"
#include "train/corpus.h"

/* Where a paragraph came from. */
struct brat_cut {
	uint32_t para;       /* index into corpus.paras */
	uint32_t start, end; /* characters of the file, [start, end) */
	uint32_t *bytes;     /* byte of the paragraph's text for each character, and one past the last */
};

struct brat {
	struct corpus *corpus;
	const struct lexicon *lex;
	VEC(struct brat_cut) cuts; /* of the document being read */
	uint8_t fold;
	bool open_quote;
};

/* Adds the annotations in `text` (changed while read) to the paragraphs of the document. */
enum wa_status brat_notes(struct brat *b, char *text, const char *path, struct wa_error *error);

#endif
