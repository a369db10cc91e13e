/* Events being put together from figures that come by date. */
#ifndef TOLLS_EVENT_H
#define TOLLS_EVENT_H

#include "base/arena.h"
#include "base/vec.h"
#include "tolls/clue.h"
#include "wireaudit/tolls.h"

struct event {
	uint32_t causes;  /* all its figures have in common, as far as that is something */
	uint32_t weekday; /* lexicon id; 0 while none was named */
	int32_t last;     /* day of the last figure, counted from a fixed one */
	struct wa_str place, cause;
	VEC(struct wa_toll_figure) figures;
};

/* An event told of a place, and the one before of the same place. */
struct event_place {
	uint64_t key;
	bool wide;
	uint32_t event, before; /* before: index into places, WA_NONE for none */
};

struct events {
	struct arena *arena; /* for texts; not owned */
	VEC(struct event) all;
	VEC(struct event_place) places;
	uint32_t *slots; /* open addressing: 1 + index of a place's latest entry, 0 for none */
	uint32_t slot_count;
};

void events_release(struct events *events);
/* Gives the figure to the event it belongs to, or to a new one. False when memory ran out. */
bool events_take(struct events *events, const struct store_toll *toll, const struct clue *clue);

#endif
