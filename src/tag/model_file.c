#include "tag/model_file.h"

#include <errno.h>
#include <stdio.h>

#include "base/error.h"
#include "base/limits.h"

static enum wa_status fail(const char *path, const char *what, struct wa_error *error)
{
	return error_set(error, WA_ERR_IO, path, 0, "%s: %s", what, strerror(errno));
}

/* Read, not mapped: a file cut short later must not be a signal. */
static enum wa_status read_all(FILE *in, const char *path, struct model_file *file, struct wa_error *error)
{
	size_t room = 1u << 21;
	for (;;) {
		void *wider = file->size < room && file->bytes ? file->bytes : realloc(file->bytes, room);
		if (!wider)
			return error_nomem(error);
		file->bytes = wider;
		file->size += fread((char *)file->bytes + file->size, 1, room - file->size, in);
		if (ferror(in))
			return fail(path, "cannot be read", error);
		if (file->size < room)
			return WA_OK;
		if (room > LIMIT_MODEL_BYTES)
			return error_set(
				error, WA_ERR_LIMIT, path, 0, "is larger than any tagger model (%u bytes)", LIMIT_MODEL_BYTES);
		room *= 2;
	}
}

enum wa_status model_file_open(const char *path, struct model_file *file, struct tag_model *model, struct wa_error *error)
{
	FILE *in = fopen(path, "rb");
	enum wa_status status;
	*file = (struct model_file){NULL, 0};
	if (!in)
		return fail(path, "cannot be opened", error);
	status = read_all(in, path, file, error);
	(void)fclose(in);
	if (status == WA_OK)
		status = model_open(file->bytes, file->size, path, model, error);
	if (status != WA_OK)
		model_file_close(file);
	return status;
}

void model_file_close(struct model_file *file)
{
	free(file->bytes);
	*file = (struct model_file){NULL, 0};
}
