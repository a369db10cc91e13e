#include "cli/pipeline.h"

#include <pthread.h>
#include <stdlib.h>
#include <unistd.h>

#define MOST_JOBS 64u
#define TASKS_PER_JOB 32u /* small files wait behind a large one */
#define MOST_TASKS 512u
#define MOST_TAKEN ((size_t)64 * 1024 * 1024) /* bytes tasks may hold from being taken on; one may have more */
#define MOST_HELD ((size_t)16 * 1024 * 1024)  /* bytes finished tasks may hold while an older one is at work */

enum task_state { TASK_FREE, TASK_TAKEN, TASK_AT_WORK, TASK_DONE };

struct slot {
	enum task_state state;
	size_t held, weight;
	void *task;
};

/* A ring of slots: [oldest, next) are taken, of which [oldest, started) are at work or done. Counters only grow. */
struct ring {
	const struct pipeline *pipeline;
	void *context;
	struct slot *slots;
	char *tasks;
	size_t slot_count;
	size_t oldest, started, next;
	size_t held, weight;
	bool closed; /* no more will be taken */
	pthread_mutex_t lock;
	pthread_cond_t work_wanted, oldest_done;
};

struct worker {
	struct ring *ring;
	unsigned number;
	pthread_t thread;
};

static struct slot *slot_at(struct ring *ring, size_t number)
{
	return &ring->slots[number % ring->slot_count];
}

static bool may_start(const struct ring *ring)
{
	return ring->started < ring->next && (ring->held < MOST_HELD || ring->started == ring->oldest);
}

static void *work(void *argument)
{
	struct worker *worker = argument;
	struct ring *ring = worker->ring;
	pthread_mutex_lock(&ring->lock);
	for (;;) {
		while (!may_start(ring) && !(ring->closed && ring->started == ring->next))
			pthread_cond_wait(&ring->work_wanted, &ring->lock);
		if (ring->started == ring->next)
			break;
		size_t number = ring->started++;
		struct slot *slot = slot_at(ring, number);
		bool oldest = number == ring->oldest;
		slot->state = TASK_AT_WORK;
		pthread_mutex_unlock(&ring->lock);
		slot->held = ring->pipeline->work(ring->context, slot->task, worker->number, oldest);
		pthread_mutex_lock(&ring->lock);
		ring->held += slot->held;
		slot->state = TASK_DONE;
		if (number == ring->oldest)
			pthread_cond_signal(&ring->oldest_done);
	}
	pthread_mutex_unlock(&ring->lock);
	return NULL;
}

static bool may_take(const struct ring *ring)
{
	return ring->next - ring->oldest < ring->slot_count && (ring->weight < MOST_TAKEN || ring->next == ring->oldest);
}

/* Fills free slots; false when there is nothing more to take. Called with the lock held, and lets it go meanwhile. */
static bool fill(struct ring *ring)
{
	const struct pipeline *pipeline = ring->pipeline;
	bool more = true;
	while (more && may_take(ring)) {
		struct slot *slot = slot_at(ring, ring->next);
		pthread_mutex_unlock(&ring->lock);
		more = pipeline->take(ring->context, slot->task);
		pthread_mutex_lock(&ring->lock);
		if (!more)
			break;
		slot->state = TASK_TAKEN;
		slot->weight = pipeline->weigh ? pipeline->weigh(slot->task) : 0;
		ring->weight += slot->weight;
		ring->next++;
		pthread_cond_signal(&ring->work_wanted);
		/* What is done already goes out before more is taken in. */
		if (slot_at(ring, ring->oldest)->state == TASK_DONE)
			break;
	}
	return more;
}

/* Finishes the oldest task, waiting for it when it is not done. Called with the lock held. */
static bool finish_oldest(struct ring *ring)
{
	struct slot *slot = slot_at(ring, ring->oldest);
	bool go_on, waiting;
	while (slot->state != TASK_DONE)
		pthread_cond_wait(&ring->oldest_done, &ring->lock);
	pthread_mutex_unlock(&ring->lock);
	go_on = ring->pipeline->finish(ring->context, slot->task);
	pthread_mutex_lock(&ring->lock);
	waiting = ring->held >= MOST_HELD;
	slot->state = TASK_FREE;
	ring->held -= slot->held;
	ring->weight -= slot->weight;
	ring->oldest++;
	if (waiting)
		pthread_cond_broadcast(&ring->work_wanted);
	return go_on;
}

static void feed(struct ring *ring)
{
	bool more = true;
	pthread_mutex_lock(&ring->lock);
	while (more || ring->oldest < ring->next) {
		more = more && fill(ring);
		if (ring->oldest < ring->next && !finish_oldest(ring))
			more = false;
	}
	ring->closed = true;
	pthread_cond_broadcast(&ring->work_wanted);
	pthread_mutex_unlock(&ring->lock);
}

static bool ring_init(struct ring *ring, size_t slot_count)
{
	size_t size = ring->pipeline->task_size;
	ring->slots = calloc(slot_count, sizeof *ring->slots);
	ring->tasks = calloc(slot_count, size);
	ring->slot_count = slot_count;
	for (size_t i = 0; ring->slots && ring->tasks && i < slot_count; i++)
		ring->slots[i].task = ring->tasks + i * size;
	return ring->slots && ring->tasks;
}

static void ring_release(struct ring *ring)
{
	for (size_t i = 0; ring->slots && ring->tasks && i < ring->slot_count; i++)
		ring->pipeline->release(ring->slots[i].task);
	free(ring->slots);
	free(ring->tasks);
}

static bool run_threads(struct ring *ring)
{
	struct worker workers[MOST_JOBS];
	unsigned started = 0;
	pthread_mutex_init(&ring->lock, NULL);
	pthread_cond_init(&ring->work_wanted, NULL);
	pthread_cond_init(&ring->oldest_done, NULL);
	for (; started < ring->pipeline->jobs; started++) {
		workers[started] = (struct worker){.ring = ring, .number = started};
		if (pthread_create(&workers[started].thread, NULL, work, &workers[started]) != 0)
			break;
	}
	if (started)
		feed(ring);
	for (unsigned i = 0; i < started; i++)
		pthread_join(workers[i].thread, NULL);
	pthread_mutex_destroy(&ring->lock);
	pthread_cond_destroy(&ring->work_wanted);
	pthread_cond_destroy(&ring->oldest_done);
	return started > 0;
}

static void run_alone(const struct pipeline *pipeline, void *context, void *task)
{
	while (pipeline->take(context, task)) {
		(void)pipeline->work(context, task, 0, true);
		if (!pipeline->finish(context, task))
			return;
	}
}

bool pipeline_run(const struct pipeline *pipeline, void *context)
{
	struct ring ring = {.pipeline = pipeline, .context = context};
	bool alone = pipeline->jobs <= 1, ok;
	size_t tasks = alone ? 1 : (size_t)pipeline->jobs * TASKS_PER_JOB;
	ok = ring_init(&ring, tasks < MOST_TASKS ? tasks : MOST_TASKS);
	if (ok && alone)
		run_alone(pipeline, context, ring.tasks);
	else if (ok)
		ok = run_threads(&ring);
	ring_release(&ring);
	return ok;
}

unsigned pipeline_jobs(unsigned given)
{
	long processors = given ? (long)given : sysconf(_SC_NPROCESSORS_ONLN);
	if (processors < 1)
		return 1;
	return processors > (long)MOST_JOBS ? MOST_JOBS : (unsigned)processors;
}
