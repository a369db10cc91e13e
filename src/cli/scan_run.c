#include "cli/scan_run.h"

#include <string.h>

#include "base/error.h"
#include "cli/interrupt.h"
#include "cli/job.h"
#include "cli/record_name.h"
#include "cli/trouble.h"

/* A result takes about so many times the bytes of its source. */
#define RESULT_SIZE 6u

struct task {
	struct job job;
	char *uri;
	struct wa_hash hash;
	uint64_t size;
	bool unchanged;
	struct wa_error fault; /* of the record */
};

struct context {
	struct scan_run *run;
	struct job_workers workers;
};

static bool take(void *context, void *task_given)
{
	struct scan_run *run = ((struct context *)context)->run;
	struct inputs *inputs = &run->inputs;
	struct task *task = task_given;
	size_t at;
	if (interrupt_asked() || run->failed || !job_take(&task->job, inputs))
		return false;
	at = inputs->at - 1;
	free(task->uri);
	task->uri = record_name_below(run->roots[at], inputs_name(inputs, at), task->job.path);
	task->unchanged = false;
	task->fault.status = WA_OK;
	if (!task->uri) {
		task->job.kind = INPUT_TROUBLE;
		error_nomem(&task->job.error);
	}
	return true;
}

/* Whether the record has this already; also true when the record cannot be asked. */
static bool is_known(struct scan_run *run, struct task *task, const struct load_buffer *buffer)
{
	enum wa_status status;
	task->size = buffer->size;
	wa_content_hash(buffer->bytes, buffer->size, &task->hash);
	status = wa_scan_unchanged(run->scan, task->uri, &task->hash, &task->unchanged, &task->fault);
	return status != WA_OK || task->unchanged;
}

static size_t work(void *context, void *task_given, unsigned worker, bool oldest)
{
	struct scan_run *run = ((struct context *)context)->run;
	struct load_buffer *buffer = &((struct context *)context)->workers.buffers[worker];
	struct task *task = task_given;
	struct job *job = &task->job;
	size_t held = 0;
	(void)oldest;
	task->size = 0;
	if (job_load(job, buffer, run->standard_name) && !is_known(run, task, buffer)) {
		job_audit(job, run->engine, buffer, task->uri, ((struct context *)context)->workers.today, job_keep, job);
		(void)job_damaged(job, job->result, task->uri);
		held = job->result ? buffer->size * RESULT_SIZE : 0;
	}
	load_trim(buffer);
	return held;
}

static void tell(struct scan_run *run, const struct wa_error *error)
{
	progress_clear(&run->progress);
	trouble_error(error);
}

/* How many documents the file holds, as the record wants it: 0 for one that is all of it. Unknown when not all could be kept. */
static uint64_t count_parts(const struct task *task)
{
	const struct wa_document *first = task->job.result ? wa_result_document(task->job.result) : NULL;
	bool is_part = first && strcmp(first->uri.ptr, task->uri) != 0;
	return is_part && task->job.error.status != WA_ERR_NOMEM ? task->job.other_count + 1 : 0;
}

/* Records one document; `result` is the record's from then on. Its own URI names it within its file. */
static enum wa_status write_one(struct scan_run *run, struct task *task, struct wa_result *result, uint64_t parts)
{
	const struct wa_document *document = result ? wa_result_document(result) : NULL;
	struct wa_str section = document ? document->section : (struct wa_str){0};
	const char *uri = document ? document->uri.ptr : task->uri;
	const struct wa_scanned scanned = {
		.uri = uri,
		/* What could not be read is tried again the next time, and told again. */
		.hash = result ? &task->hash : NULL,
		.size = task->size,
		.desk = wa_engine_desk(run->engine, task->uri, section),
		.result = result,
		.trouble = result ? NULL : &task->job.error,
		.parts = parts,
	};
	return wa_scan_write(run->scan, &scanned, &task->fault);
}

static enum wa_status write(struct scan_run *run, struct task *task)
{
	struct job *job = &task->job;
	struct wa_result *result = job->result;
	uint64_t parts = count_parts(task);
	enum wa_status status;
	job->result = NULL;
	status = write_one(run, task, result, parts);
	for (size_t i = 0; i < job->other_count && status == WA_OK; i++) {
		result = job->others[i];
		job->others[i] = NULL;
		status = write_one(run, task, result, parts);
	}
	return status;
}

/* What the walk could not look into or at may still be there. */
static enum wa_status keep(struct scan_run *run, struct task *task)
{
	return task->uri ? wa_scan_keep(run->scan, task->uri, &task->fault) : WA_OK;
}

/* An archive counts as one file, and how far it is read shows. */
static void step(struct scan_run *run, const struct job *job)
{
	uint64_t at, size;
	if (!job->packed) {
		progress_step(&run->progress, 1);
		return;
	}
	if (inputs_position(&run->inputs, &at, &size))
		progress_inside(&run->progress, at, size);
	progress_step(&run->progress, job->archive != run->archive);
	run->archive = job->archive;
}

static bool finish(void *context, void *task_given)
{
	struct scan_run *run = ((struct context *)context)->run;
	struct task *task = task_given;
	struct job *job = &task->job;
	enum wa_status status = task->fault.status;
	if (job->error.status != WA_OK) {
		tell(run, &job->error);
		run->troubles += job->kind != INPUT_BARREN;
	}
	if (status == WA_OK && job->kind == INPUT_TROUBLE)
		status = keep(run, task);
	else if (status == WA_OK && job->kind != INPUT_BARREN && !task->unchanged)
		status = write(run, task);
	job_finish(job);
	if (status != WA_OK && !run->failed) {
		run->failed = true;
		tell(run, &task->fault);
	}
	step(run, job);
	return !run->failed;
}

static size_t weigh(const void *task)
{
	return ((const struct task *)task)->job.size;
}

static void release(void *task_given)
{
	struct task *task = task_given;
	free(task->uri);
	job_release(&task->job);
}

bool scan_run(struct scan_run *run)
{
	const struct pipeline pipeline = {
		.jobs = run->jobs,
		.task_size = sizeof(struct task),
		.take = take,
		.weigh = weigh,
		.work = work,
		.finish = finish,
		.release = release,
	};
	struct context context = {.run = run};
	bool ok = job_run(&pipeline, &context.workers, &context);
	progress_clear(&run->progress);
	return ok;
}
