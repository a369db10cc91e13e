/* Documents on their way into the database: written together, freed together. */
#ifndef STORE_QUEUE_H
#define STORE_QUEUE_H

#include "base/arena.h"
#include "base/vec.h"
#include "store/record.h"

struct queue_entry {
	bool seen;        /* found as recorded: `place` only; else `document` */
	bool not_audited; /* of what was found as recorded */
	struct record_place place;
	struct record_document document; /* its texts live in the arena */
	struct wa_result *result;        /* owned */
};

struct queue {
	VEC(struct queue_entry) entries;
	struct arena arena;
	uint64_t bytes; /* of the documents' sources */
	time_t since;   /* when the first entry came */
};

void queue_init(struct queue *queue);
/* Frees entries with their results; memory is kept for reuse. */
void queue_clear(struct queue *queue);
void queue_release(struct queue *queue);

/* Both return false when memory ran out, and queue_document() takes the result over whatever it returns. */
bool queue_seen(struct queue *queue, const struct record_place *place, bool not_audited);
bool queue_document(struct queue *queue, const struct wa_scanned *scanned);

/* True when it is time to write: what a kill loses, and what waits in memory, stays small. */
bool queue_is_due(const struct queue *queue);

#endif
