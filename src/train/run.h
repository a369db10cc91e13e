/* The whole of training, as `wireaudit train` runs it. */
#ifndef TRAIN_RUN_H
#define TRAIN_RUN_H

#include "pack/lexicon.h"
#include "tag/model.h"
#include "train/measure.h"
#include "train/model_write.h"

struct train_options {
	const char *corpus;   /* folder with text/NAME.txt and attributions/NAME*.ann (brat standoff: Source, Cue, Content) */
	const char *treebank; /* CoNLL-U file the parts of speech are learned from; NULL: taken over from `base` */
	const char *measure;  /* another such folder, to measure on; NULL for none */
	const char *credit;   /* what the provenance says of the terms of the data; NULL for nothing */
	bool jackknife;       /* also measure on the corpus, each fifth by a model trained on the rest */
};

struct train_figures {
	uint32_t documents, paragraphs, attributions;
	struct measure on_corpus, jackknifed, on_measure;
	bool has_jackknifed, has_measure;
};

/*
 * Trains on a corpus; the file's bytes in *out. `say` (may be NULL) is told what is being done. Errors: WA_ERR_IO,
 * WA_ERR_FORMAT with file and line, WA_ERR_NOMEM.
 */
enum wa_status train_run(const struct train_options *options, const struct lexicon *lex, const struct tag_model *base,
	void (*say)(const char *what), byte_list *out, struct train_figures *figures, struct wa_error *error);

#endif
