#ifndef TAG_POS_H
#define TAG_POS_H

#include "tag/features.h"

/* Features of token `i`, the tags before it in its sentence being settled. */
void pos_features(const struct tag_text *text, uint32_t i, struct tag_features *out);

#endif
