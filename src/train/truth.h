/* Training only: the chains a stage should have found, from the annotations. */
#ifndef TRAIN_TRUTH_H
#define TRAIN_TRUTH_H

#include "tag/stage.h"
#include "train/corpus.h"

/* Makes every run of a type begin with a first and end with a last token; types whose bit is in `plain` have runs of one. */
void truth_mend(struct chain_label *labels, uint32_t count, uint16_t plain);
void truth_cues(const struct gold_para *para, struct chain_label *labels);
/* Given the cues of the view: annotated parts belong to the cue that overlaps their own. */
void truth_parts(const struct gold_para *para, const struct tag_view *view, struct chain_label *labels);

#endif
