/* One input on its way through an audit. */
#ifndef CLI_JOB_H
#define CLI_JOB_H

#include "cli/clock.h"
#include "cli/inputs.h"
#include "cli/load.h"
#include "cli/pipeline.h"
#include "wireaudit/engine.h"

struct job {
	enum input_kind kind;
	char *path;
	size_t path_capacity;
	char *bytes; /* of an archive's member, until it is loaded; the first of standard input */
	size_t size;
	bool packed;               /* a member, or trouble in an archive */
	size_t archive;            /* number of the archive it came out of */
	struct wa_error error;     /* why there is no result */
	struct wa_result *result;  /* of the first document; NULL until audited, and when it could not be */
	struct wa_result **others; /* of the documents behind it, when a file holds several */
	size_t other_count, other_capacity;
};

/* What the workers of a run share; `today` holds while they work. */
struct job_workers {
	struct load_buffer *buffers; /* one a worker */
	char now[CLOCK_SIZE];
	const char *today;
};
/* Runs the pipeline with these; false when memory or threads ran out. `context` is what the pipeline's functions get. */
bool job_run(const struct pipeline *pipeline, struct job_workers *workers, void *context);

/* Takes the next input; false at the end. What the job held before must have been put away. */
bool job_take(struct job *job, struct inputs *inputs);
/*
 * Reads the job's input into `buffer`; false with job->error set when there is nothing to audit. `standard_name` stands
 * for standard input's name, NULL for "-".
 */
bool job_load(struct job *job, struct load_buffer *buffer, const char *standard_name);
/* Audits what was loaded, as struct wa_input says, document by document; job->error is set when something went wrong. */
void job_audit(struct job *job, const struct wa_engine *engine, const struct load_buffer *buffer, const char *uri,
	const char *today, wa_audit_visit *visit, void *context);
/* A visitor that keeps the results in the job given as its context. */
bool job_keep(void *job, struct wa_result *result);
/* The result of the i-th document, counted from 0; NULL when there are no more. */
struct wa_result *job_result(const struct job *job, size_t i);
/* Whether what was audited is damaged; if so job->error says how, and the result stands all the same. */
bool job_damaged(struct job *job, const struct wa_result *result, const char *uri);
/* Frees the results. */
void job_finish(struct job *job);
void job_release(struct job *job);

#endif
