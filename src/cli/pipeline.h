/*
 * Work on many inputs by several threads, with what comes of it in the order of the inputs.
 *
 *     take()    the caller's thread: fills the next task; false when there are no more
 *     work()    any thread
 *     finish()  the caller's thread, in the order tasks were taken
 *
 * With one job nothing is threaded: take, work, finish, take ...
 */
#ifndef CLI_PIPELINE_H
#define CLI_PIPELINE_H

#include <stdbool.h>
#include <stddef.h>

struct pipeline {
	unsigned jobs;    /* at least 1; pipeline_jobs() makes one of --jobs */
	size_t task_size; /* bytes of the caller's task; tasks begin zeroed and are used again as they are */
	bool (*take)(void *context, void *task);
	/* Bytes of memory a task holds since it was taken; NULL when they are few. No more are taken while they are many. */
	size_t (*weigh)(const void *task);
	/*
	 * `worker` counts from 0 below `jobs`. `oldest` says that everything before this task is finished and nothing
	 * else will be until it is: what it writes may go straight to the end of what was written. Returns the bytes
	 * of memory the task holds until it is finished; workers wait while all tasks together hold much.
	 */
	size_t (*work)(void *context, void *task, unsigned worker, bool oldest);
	/* False: take no more, finish what was taken. */
	bool (*finish)(void *context, void *task);
	/* Frees what the task holds, once at the end. */
	void (*release)(void *task);
};

/* False when memory or threads ran out before anything was done. */
bool pipeline_run(const struct pipeline *pipeline, void *context);

/* Jobs for the value of --jobs: 0 stands for one a processor. */
unsigned pipeline_jobs(unsigned given);

#endif
