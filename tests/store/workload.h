/* A scan of made-up documents by several threads. */
#ifndef TESTS_STORE_WORKLOAD_H
#define TESTS_STORE_WORKLOAD_H

#include <pthread.h>

#include "tests/store/place.h"
#include "tests/store/result.h"

struct workload {
	const char *name;     /* of the database */
	unsigned first, last; /* documents [first, last) */
	int progress;         /* a byte goes here for each document handed in; -1 for none */
	struct wa_error error;
	/* internal */
	struct wa_scan *scan;
	pthread_mutex_t lock;
	unsigned next;
	enum wa_status status;
};

static inline bool workload_take(struct workload *work, unsigned *number)
{
	bool more;
	(void)pthread_mutex_lock(&work->lock);
	more = work->status == WA_OK && work->next < work->last;
	*number = more ? work->next++ : 0;
	(void)pthread_mutex_unlock(&work->lock);
	return more;
}

static inline enum wa_status workload_document(struct workload *work, unsigned number, struct wa_error *error)
{
	struct wa_hash hash;
	char uri[32];
	bool unchanged;
	enum wa_status status;
	wa_content_hash(&number, sizeof number, &hash);
	(void)snprintf(uri, sizeof uri, "stories/%u.txt", number);
	status = wa_scan_unchanged(work->scan, uri, &hash, &unchanged, error);
	if (status == WA_OK && !unchanged)
		status = wa_scan_write(work->scan,
			&(struct wa_scanned){
				.uri = uri, .hash = &hash, .size = 700, .desk = "world", .result = result_make(number, number % 8)},
			error);
	if (work->progress >= 0 && write(work->progress, "x", 1) != 1)
		return WA_ERR_IO;
	return status;
}

static inline void *workload_thread(void *given)
{
	struct workload *work = given;
	unsigned number;
	while (workload_take(work, &number)) {
		struct wa_error error = {0};
		enum wa_status status = workload_document(work, number, &error);
		(void)pthread_mutex_lock(&work->lock);
		if (status != WA_OK && work->status == WA_OK) {
			work->status = status;
			work->error = error;
		}
		(void)pthread_mutex_unlock(&work->lock);
	}
	return NULL;
}

/* Scans with two threads; the first failure, with work->error. Without cmocka's assertions: it runs in children. */
static inline enum wa_status workload_run(struct workload *work)
{
	struct wa_store *store = NULL;
	pthread_t threads[2];
	enum wa_status status = wa_store_open(place_path(work->name), WA_STORE_WRITE, &store, &work->error);
	if (status == WA_OK)
		status = wa_scan_begin(store, ENGINE, &work->scan, &work->error);
	if (status == WA_OK) {
		(void)pthread_mutex_init(&work->lock, NULL);
		work->next = work->first;
		work->status = WA_OK;
		for (size_t i = 0; i < 2; i++)
			if (pthread_create(&threads[i], NULL, workload_thread, work) != 0)
				abort();
		for (size_t i = 0; i < 2; i++)
			(void)pthread_join(threads[i], NULL);
		(void)pthread_mutex_destroy(&work->lock);
		status = wa_scan_finish(work->scan, NULL, &work->error);
	}
	wa_store_close(store);
	return status;
}

#endif
