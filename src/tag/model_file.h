/* A model in a file of its own, read into memory. */
#ifndef TAG_MODEL_FILE_H
#define TAG_MODEL_FILE_H

#include "tag/model.h"

struct model_file {
	void *bytes;
	size_t size;
};

/* Opens `path` and the model in it; errors as of model_open(), and WA_ERR_IO. The file must live as long as the model. */
enum wa_status model_file_open(const char *path, struct model_file *file, struct tag_model *model, struct wa_error *error);
void model_file_close(struct model_file *file);

#endif
