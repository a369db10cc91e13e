#include "store/queue.h"

/* A transaction costs about as much as a few small documents: fewer would waste it, more would be lost by a kill. */
#define QUEUE_ENTRIES 256u
/* Results take several times their source. */
#define QUEUE_BYTES (1024u * 1024u)
#define QUEUE_SECONDS 2

void queue_init(struct queue *queue)
{
	*queue = (struct queue){0};
	arena_init(&queue->arena);
}

void queue_clear(struct queue *queue)
{
	for (size_t i = 0; i < queue->entries.count; i++)
		wa_result_free(queue->entries.items[i].result);
	queue->entries.count = 0;
	queue->bytes = 0;
	arena_reset(&queue->arena);
}

void queue_release(struct queue *queue)
{
	queue_clear(queue);
	vec_release(&queue->entries);
	arena_release(&queue->arena);
}

static struct queue_entry *push(struct queue *queue)
{
	struct queue_entry *entry = vec_push(&queue->entries);
	if (!entry)
		return NULL;
	*entry = (struct queue_entry){0};
	if (queue->entries.count == 1)
		queue->since = time(NULL);
	return entry;
}

bool queue_seen(struct queue *queue, const struct record_place *place, bool not_audited)
{
	struct queue_entry *entry = push(queue);
	if (!entry)
		return false;
	entry->seen = true;
	entry->not_audited = not_audited;
	entry->place = *place;
	return true;
}

bool queue_document(struct queue *queue, const struct wa_scanned *scanned)
{
	const struct wa_error *trouble = scanned->trouble;
	struct queue_entry *entry = push(queue);
	if (!entry) {
		wa_result_free(scanned->result);
		return false;
	}
	entry->result = scanned->result;
	entry->document = (struct record_document){
		.uri = arena_strdup(&queue->arena, scanned->uri),
		.hash = arena_strdup(&queue->arena, scanned->hash ? scanned->hash->hex : ""),
		.size = scanned->size,
		.parts = scanned->parts,
		.desk = scanned->desk ? arena_strdup(&queue->arena, scanned->desk) : NULL,
		.result = scanned->result,
		.trouble = trouble && trouble->status == WA_ERR_LIMIT ? WA_SKIP_TOO_LARGE : WA_SKIP_UNREADABLE,
		.message = trouble ? arena_strdup(&queue->arena, trouble->message) : NULL,
	};
	queue->bytes += scanned->size;
	return !arena_failed(&queue->arena);
}

bool queue_is_due(const struct queue *queue)
{
	return queue->entries.count >= QUEUE_ENTRIES || queue->bytes >= QUEUE_BYTES ||
	       (queue->entries.count && time(NULL) - queue->since >= QUEUE_SECONDS);
}
