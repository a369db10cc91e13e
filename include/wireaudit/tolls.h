/*
 * Tolls across documents: events with the figures reported for them over time, so that an editor sees those that disagree and
 * those that are stale.
 *
 *     wa_tolls_find(store, NULL, engine, &tolls, &error);
 *     events = wa_tolls_events(tolls, &count);
 *     wa_tolls_free(tolls);
 *
 * Figures of two or more dead, injured or missing belong to one event when they name the same place, speak of the same kind of
 * event (a blast, a quake, a crash), were reported within days of each other, and do not name different days of the week.
 * Precise rather than exhaustive: a figure that names no place smaller than a country, or tells nothing of the event, is left out,
 * and so is one of an earlier year. An event has two figures at least.
 */
#ifndef WIREAUDIT_TOLLS_H
#define WIREAUDIT_TOLLS_H

#include "wireaudit/store.h"

#ifdef __cplusplus
extern "C" {
#endif

/* Of the figures that one document gives for one event, the largest of its type: the smaller are parts of it. */
struct wa_toll_figure {
	int64_t document;
	struct wa_str uri;
	const char *date; /* of the document, "YYYY-MM-DD" */
	uint32_t para;
	enum wa_claim_type type; /* deaths, injured or missing */
	double low, high;        /* as in struct wa_claim */
	struct wa_str words;     /* of the claim */
	struct wa_str source;    /* who answers for it; NULL for nobody */
	enum wa_state state;
	bool stale; /* smaller than one reported on an earlier day */
};

struct wa_toll_event {
	struct wa_str place, cause; /* as copy names them */
	const char *first, *last;   /* days of the first and the last figure */
	size_t documents;
	const struct wa_toll_figure *figures; /* by date */
	size_t figure_count;
	bool differ; /* figures of one type differ */
	bool stale;  /* one of them is stale */
};

struct wa_tolls;
/* Reads the documents `filter` (NULL for all) lets through; in memory that grows with their figures. Errors: those of the store. */
WA_API enum wa_status wa_tolls_find(struct wa_store *store, const struct wa_filter *filter, const struct wa_engine *engine,
	struct wa_tolls **tolls, struct wa_error *error);
/* By their first day, then place. */
WA_API const struct wa_toll_event *wa_tolls_events(const struct wa_tolls *tolls, size_t *count);
WA_API void wa_tolls_free(struct wa_tolls *tolls); /* NULL is allowed */

#ifdef __cplusplus
}
#endif
#endif
