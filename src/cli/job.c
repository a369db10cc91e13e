#include "cli/job.h"

#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "cli/trouble.h"

bool job_run(const struct pipeline *pipeline, struct job_workers *workers, void *context)
{
	bool ok;
	workers->buffers = calloc(pipeline->jobs, sizeof *workers->buffers);
	workers->today = clock_today(workers->now);
	ok = workers->buffers && pipeline_run(pipeline, context);
	for (unsigned i = 0; workers->buffers && i < pipeline->jobs; i++)
		load_release(&workers->buffers[i]);
	free(workers->buffers);
	if (!ok)
		trouble_say(NULL, "not enough memory or threads for %u jobs", pipeline->jobs);
	return ok;
}

bool job_take(struct job *job, struct inputs *inputs)
{
	struct input input;
	size_t size;
	if (!inputs_next(inputs, &input))
		return false;
	job->kind = input.kind;
	job->packed = input.packed;
	job->archive = inputs->archives;
	free(job->bytes);
	job->bytes = input.bytes;
	job->size = input.size;
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
	case INPUT_MEMBER:
		load_take(buffer, job->bytes, job->size);
		job->bytes = NULL;
		if (job->size)
			return true;
		error_set(&job->error, WA_ERR_FORMAT, job->path, 0, "is empty");
		return false;
	case INPUT_STANDARD:
		return load_standard_input(buffer, standard_name ? standard_name : "standard input", job->bytes, job->size,
			       &job->error) == WA_OK;
	case INPUT_TROUBLE:
	case INPUT_BARREN:
		return false;
	}
	return false;
}

bool job_keep(void *context, struct wa_result *result)
{
	struct job *job = context;
	if (!job->result) {
		job->result = result;
		return true;
	}
	if (job->other_count == job->other_capacity) {
		size_t capacity = job->other_capacity ? job->other_capacity * 2 : 16;
		struct wa_result **others = realloc(job->others, capacity * sizeof *others);
		if (!others) {
			error_nomem(&job->error);
			wa_result_free(result);
			return false;
		}
		job->others = others;
		job->other_capacity = capacity;
	}
	job->others[job->other_count++] = result;
	return true;
}

void job_audit(struct job *job, const struct wa_engine *engine, const struct load_buffer *buffer, const char *uri,
	const char *today, wa_audit_visit *visit, void *context)
{
	const struct wa_input input = {.uri = uri, .bytes = buffer->bytes, .size = buffer->size, .today = today};
	if (wa_audit_each(engine, &input, visit, context, &job->error) != WA_OK && !job->error.file[0])
		(void)snprintf(job->error.file, sizeof job->error.file, "%s", uri);
}

struct wa_result *job_result(const struct job *job, size_t i)
{
	if (i == 0)
		return job->result;
	return i <= job->other_count ? job->others[i - 1] : NULL;
}

bool job_damaged(struct job *job, const struct wa_result *result, const char *uri)
{
	const struct wa_document *document = result ? wa_result_document(result) : NULL;
	if (!document || !document->damaged || job->error.status != WA_OK)
		return false;
	error_set(&job->error, WA_ERR_FORMAT, uri, 0, "%.*s", (int)document->skip_detail.len,
		document->skip_detail.len ? document->skip_detail.ptr : "");
	return true;
}

void job_finish(struct job *job)
{
	wa_result_free(job->result);
	job->result = NULL;
	while (job->other_count)
		wa_result_free(job->others[--job->other_count]);
}

void job_release(struct job *job)
{
	job_finish(job);
	free(job->path);
	job->path = NULL;
	free(job->bytes);
	job->bytes = NULL;
	free(job->others);
	job->others = NULL;
	job->other_capacity = 0;
}
