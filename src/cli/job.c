#include "cli/job.h"

#include <string.h>

#include "base/error.h"

bool job_take(struct job *job, struct inputs *inputs)
{
	struct input input;
	size_t size;
	if (!inputs_next(inputs, &input))
		return false;
	job->kind = input.kind;
	job->error = input.error ? *input.error : (struct wa_error){0};
	size = strlen(input.path) + 1;
	if (size > job->path_capacity) {
		char *path = realloc(job->path, size + 64);
		if (!path) {
			job->kind = INPUT_TROUBLE;
			error_nomem(&job->error);
			return true;
		}
		job->path = path;
		job->path_capacity = size + 64;
	}
	memcpy(job->path, input.path, size);
	return true;
}

bool job_load(struct job *job, struct load_buffer *buffer, const char *standard_name)
{
	switch (job->kind) {
	case INPUT_FILE:
		return load_file(buffer, job->path, &job->error) == WA_OK;
	case INPUT_STANDARD:
		return load_standard_input(buffer, standard_name ? standard_name : "standard input", &job->error) == WA_OK;
	case INPUT_TROUBLE:
	case INPUT_BARREN:
		return false;
	}
	return false;
}

void job_audit(
	struct job *job, const struct wa_engine *engine, const struct load_buffer *buffer, const char *uri, const char *today)
{
	const struct wa_input input = {.uri = uri, .bytes = buffer->bytes, .size = buffer->size, .today = today};
	if (wa_audit(engine, &input, &job->result, &job->error) != WA_OK && !job->error.file[0])
		(void)snprintf(job->error.file, sizeof job->error.file, "%s", uri);
}

bool job_damaged(struct job *job, const char *uri)
{
	const struct wa_document *document = job->result ? wa_result_document(job->result) : NULL;
	if (!document || !document->damaged)
		return false;
	error_set(&job->error, WA_ERR_FORMAT, uri, 0, "%.*s", (int)document->skip_detail.len,
		document->skip_detail.len ? document->skip_detail.ptr : "");
	return true;
}

void job_finish(struct job *job)
{
	wa_result_free(job->result);
	job->result = NULL;
}

void job_release(struct job *job)
{
	job_finish(job);
	free(job->path);
	job->path = NULL;
}
