/* A scan at work: a queue that fills while another is written. */
#ifndef STORE_SCAN_H
#define STORE_SCAN_H

#include <pthread.h>

#include "store/queue.h"
#include "store/store.h"

/*
 * No thread of its own: whoever finds the queue due takes the turn and writes it, while the others go on filling the
 * next. So the database is locked only while something is written. Locks are taken in the order turn, fill.
 */
struct wa_scan {
	struct wa_store *store;
	pthread_mutex_t turn; /* the connection, `writing` and `record` */
	struct queue writing;
	struct record record;
	struct statement tally;
	pthread_mutex_t fill; /* `filling` and the outcome so far */
	struct queue filling;
	enum wa_status status; /* first failure, final */
	struct wa_error error;
	struct wa_run run;    /* counts of what is written */
	pthread_mutex_t look; /* a connection of its own, so that asking does not wait for writing */
	struct connection asking;
	struct statement lookup;
};

/* The scan's failure so far. */
enum wa_status scan_status(struct wa_scan *scan, struct wa_error *error);
/* Notes the first failure; returns `status`. */
enum wa_status scan_fail(struct wa_scan *scan, enum wa_status status, const struct wa_error *error);

/* Writes what is queued; with `all` false only when it is due. */
enum wa_status scan_flush(struct wa_scan *scan, bool all, struct wa_error *error);
/* Counts into the run's row; inside a transaction. */
enum wa_status scan_tally(struct wa_scan *scan, const struct wa_run *run, bool finished, struct wa_error *error);
/* Ends a transaction in which `status` was come to: with the run's counts when that is WA_OK, else without a trace. */
enum wa_status scan_end_writing(struct wa_scan *scan, const struct wa_run *run, enum wa_status status, struct wa_error *error);

#endif
