#include "cli/run.h"

#include <string.h>

#include "base/error.h"
#include "cli/command.h"
#include "cli/job.h"
#include "cli/trouble.h"

#define KEPT_OUTPUT ((size_t)128 * 1024) /* what a task's sink may hold on to between inputs */

struct task {
	struct job job;
	struct wa_sink *sinks[RUN_MOST_OUTPUTS]; /* of its own, made when first needed */
	struct wa_lint_tally tallies[RUN_MOST_OUTPUTS];
	enum wa_level worst;
	size_t not_audited; /* documents of it */
	bool damaged;       /* and audited as far as it goes; job.error says how */
};

/* What the pipeline's functions get. */
struct context {
	struct run *run;
	struct job_workers workers;
};

bool run_add_output(struct run *run, const struct command *command, const char *given)
{
	const char *colon = strchr(given, ':'), *path = colon ? colon + 1 : "-";
	struct run_output *output = &run->outputs[run->output_count];
	int length = colon ? (int)(colon - given) : (int)strlen(given);
	if (run->output_count == RUN_MOST_OUTPUTS) {
		command_usage_error(command, "%s writes at most %u outputs", command->name, RUN_MOST_OUTPUTS);
		return false;
	}
	if (!*path) {
		command_usage_error(command, "--format %s names no file after the colon", given);
		return false;
	}
	for (size_t i = 0; i < run->output_count; i++) {
		if (strcmp(run->outputs[i].path, path) != 0)
			continue;
		if (strcmp(path, "-") == 0)
			command_usage_error(
				command, "two formats for standard output; give one of them a file: --format FORMAT:FILE");
		else
			command_usage_error(command, "two formats for the file \"%s\"", path);
		return false;
	}
	*output = (struct run_output){.path = path};
	(void)snprintf(output->name, sizeof output->name, "%.*s", length, given);
	run->output_count++;
	return true;
}

bool run_open_outputs(struct run *run)
{
	struct wa_error error = {0};
	for (size_t i = 0; i < run->output_count; i++) {
		if (wa_sink_open(run->outputs[i].path, &run->outputs[i].sink, &error) == WA_OK)
			continue;
		trouble_error(&error);
		while (i)
			wa_sink_abandon(run->outputs[--i].sink);
		return false;
	}
	return true;
}

bool run_close_outputs(struct run *run)
{
	bool ok = true;
	for (size_t i = 0; i < run->output_count; i++) {
		struct wa_error error = {0};
		if (wa_sink_close(run->outputs[i].sink, &error) == WA_OK)
			continue;
		trouble_error(&error);
		ok = false;
	}
	return ok;
}

static bool take(void *context, void *task)
{
	return job_take(&((struct task *)task)->job, &((struct context *)context)->run->inputs);
}

static enum wa_level worst_of(const struct wa_result *result)
{
	size_t count;
	const struct wa_finding *findings = wa_result_findings(result, &count);
	enum wa_level worst = WA_LEVEL_OFF;
	for (size_t i = 0; i < count; i++) {
		if (!findings[i].suppressed && findings[i].level > worst)
			worst = findings[i].level;
	}
	return worst;
}

/* The sink an output of this task is written to: the output's own when nothing can come between. */
static struct wa_sink *sink_for(struct task *task, const struct run_output *output, size_t at, bool oldest)
{
	if (oldest && !output->between)
		return output->sink;
	if (!task->sinks[at])
		task->sinks[at] = wa_sink_memory();
	return task->sinks[at];
}

/* Shows one document on every output, behind what they have of this input already. */
static size_t show(struct task *task, const struct run *run, const struct wa_lint_document *document, bool oldest)
{
	size_t held = 0;
	for (size_t i = 0; i < run->output_count; i++) {
		const struct run_output *output = &run->outputs[i];
		struct wa_sink *sink = sink_for(task, output, i, oldest);
		struct wa_lint_tally tally = {0};
		if (!sink) {
			error_nomem(&task->job.error);
			continue;
		}
		if (sink == task->sinks[i] && output->between && wa_sink_text(sink).len)
			wa_sink_write(sink, output->between, strlen(output->between));
		run->show(run, output, document, &tally, sink);
		wa_lint_tally_add(&task->tallies[i], &tally);
		if (sink != task->sinks[i])
			continue;
		(void)wa_sink_flush(sink, &task->job.error);
		held += wa_sink_text(sink).len;
	}
	return held;
}

/* One input while its documents are shown. */
struct showing {
	const struct run *run;
	struct task *task;
	struct wa_lint_document document;
	bool oldest, shown;
	size_t held;
};

/* A file may hold several documents; each is shown as soon as it is audited. */
static bool show_result(void *context, struct wa_result *result)
{
	struct showing *showing = context;
	const struct run *run = showing->run;
	struct task *task = showing->task;
	if (run->settle)
		run->settle(run->settle_context, result);
	showing->document.result = result;
	task->not_audited += wa_result_document(result)->skip != WA_SKIP_NONE;
	task->damaged |= job_damaged(&task->job, result, showing->document.uri);
	task->worst = worst_of(result) > task->worst ? worst_of(result) : task->worst;
	showing->held = show(task, run, &showing->document, showing->oldest);
	showing->shown = true;
	wa_result_free(result);
	return true;
}

static size_t work(void *context, void *task_given, unsigned worker, bool oldest)
{
	const struct run *run = ((struct context *)context)->run;
	struct load_buffer *buffer = &((struct context *)context)->workers.buffers[worker];
	struct task *task = task_given;
	struct job *job = &task->job;
	struct showing showing = {.run = run, .task = task, .document = {.uri = job->path}, .oldest = oldest};
	task->not_audited = 0;
	task->damaged = false;
	task->worst = WA_LEVEL_OFF;
	memset(task->tallies, 0, sizeof task->tallies);
	showing.document.trouble = &job->error;
	if (job_load(job, buffer, run->standard_name)) {
		showing.document.bytes = buffer->bytes;
		showing.document.size = buffer->size;
		job_audit(job, run->engine, buffer, showing.document.uri, ((struct context *)context)->workers.today, show_result,
			&showing);
	}
	showing.document.result = NULL;
	if (!showing.shown)
		showing.held = show(task, run, &showing.document, oldest);
	load_trim(buffer);
	return showing.held;
}

static void put(struct run_output *output, struct wa_sink **own)
{
	struct wa_str text = wa_sink_text(*own);
	if (!text.len)
		return;
	if (output->wrote && output->between)
		wa_sink_write(output->sink, output->between, strlen(output->between));
	wa_sink_write(output->sink, text.ptr, text.len);
	output->wrote = true;
	if (text.len <= KEPT_OUTPUT) {
		wa_sink_clear(*own);
		return;
	}
	wa_sink_abandon(*own);
	*own = NULL;
}

/* Messages stand between the outputs of the inputs before and after. */
static void tell(struct run *run, const struct wa_error *error, bool told)
{
	run->troubles++;
	if (told)
		return;
	for (size_t i = 0; i < run->output_count; i++)
		(void)wa_sink_flush(run->outputs[i].sink, NULL);
	trouble_error(error);
}

static bool finish(void *context, void *task_given)
{
	struct run *run = ((struct context *)context)->run;
	struct task *task = task_given;
	for (size_t i = 0; i < run->output_count; i++) {
		if (task->sinks[i])
			put(&run->outputs[i], &task->sinks[i]);
		wa_lint_tally_add(&run->outputs[i].tally, &task->tallies[i]);
	}
	if (task->job.error.status != WA_OK)
		tell(run, &task->job.error, task->damaged && run->shows_damage);
	run->not_audited += task->not_audited;
	if (task->worst > run->worst)
		run->worst = task->worst;
	return true;
}

static size_t weigh(const void *task)
{
	return ((const struct task *)task)->job.size;
}

static void release(void *task_given)
{
	struct task *task = task_given;
	for (size_t i = 0; i < RUN_MOST_OUTPUTS; i++)
		wa_sink_abandon(task->sinks[i]);
	job_release(&task->job);
}

bool run_inputs(struct run *run)
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
	if (ok)
		inputs_tell_left_out(&run->inputs);
	return ok;
}
