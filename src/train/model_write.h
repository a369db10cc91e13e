/* Writes a model as tag/model.h reads it. */
#ifndef TRAIN_MODEL_WRITE_H
#define TRAIN_MODEL_WRITE_H

#include "base/vec.h"
#include "tag/model.h"

typedef VEC(unsigned char) byte_list;

/* Appends the file's bytes to `out`; false when memory ran out. */
bool model_write(const struct tag_model *model, byte_list *out);

#endif
