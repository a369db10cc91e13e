/* Figures in, events out. */
#include <math.h>

#include "audit/engine.h"
#include "base/error.h"
#include "base/str.h"
#include "tolls/event.h"

struct wa_tolls {
	struct arena arena;
	struct events events;
	struct wa_toll_event *rows;
	size_t count;
};

static enum wa_status take_figures(
	struct wa_tolls *tolls, struct wa_cursor *cursor, struct clue_reader *reader, struct wa_error *error)
{
	const struct store_toll *toll;
	while ((toll = store_next_toll(cursor))) {
		struct clue clue;
		if (!clue_read(reader, toll, &clue))
			return error_nomem(error);
		if (!clue.causes || !clue.place_count || clue.earlier)
			continue;
		if (!events_take(&tolls->events, toll, &clue))
			return error_nomem(error);
	}
	return WA_OK;
}

static enum wa_status gather(struct wa_tolls *tolls, struct wa_store *store, const struct wa_filter *filter,
	const struct wa_engine *engine, struct wa_error *error)
{
	struct wa_cursor *cursor = NULL;
	struct clue_reader reader = {.lex = &engine_packs(engine)->lex};
	enum wa_status status = store_tolls(store, filter, &cursor, error), closed;
	if (status != WA_OK)
		return status;
	status = take_figures(tolls, cursor, &reader, error);
	closed = wa_cursor_close(cursor, status == WA_OK ? error : NULL);
	clue_release(&reader);
	return status == WA_OK ? closed : status;
}

static double size_of(const struct wa_toll_figure *figure)
{
	return isnan(figure->low) ? figure->high : figure->low;
}

/* Compares the figures of one type, which come by date. */
static void compare(struct wa_toll_event *row, struct wa_toll_figure *figures, enum wa_claim_type type)
{
	double first = 0, most = 0, earlier = 0; /* the first, the most so far, and the most of earlier days */
	const char *day = NULL;
	for (size_t i = 0; i < row->figure_count; i++) {
		double size = size_of(&figures[i]);
		if (figures[i].type != type)
			continue;
		if (!day)
			first = size;
		else if (strcmp(day, figures[i].date) != 0)
			earlier = most;
		day = figures[i].date;
		figures[i].stale = size < earlier;
		row->stale |= figures[i].stale;
		row->differ |= size < first || size > first;
		most = size > most ? size : most;
	}
}

static void describe(struct event *event, struct wa_toll_event *row)
{
	struct wa_toll_figure *figures = event->figures.items;
	*row = (struct wa_toll_event){
		.place = event->place,
		.cause = event->cause,
		.first = figures[0].date,
		.last = figures[event->figures.count - 1].date,
		.figures = figures,
		.figure_count = event->figures.count,
	};
	for (size_t i = 0; i < row->figure_count; i++)
		row->documents += !i || figures[i].document != figures[i - 1].document;
	compare(row, figures, WA_CLAIM_DEATHS);
	compare(row, figures, WA_CLAIM_INJURED);
	compare(row, figures, WA_CLAIM_MISSING);
}

static int by_first_figure(const struct wa_toll_figure *a, const struct wa_toll_figure *b)
{
	if (a->document != b->document)
		return a->document < b->document ? -1 : 1;
	if (a->para != b->para)
		return a->para < b->para ? -1 : 1;
	return (int)a->type - (int)b->type;
}

static int by_day(const void *left, const void *right)
{
	const struct wa_toll_event *a = left, *b = right;
	int order = strcmp(a->first, b->first);
	size_t length = a->place.len < b->place.len ? a->place.len : b->place.len;
	if (!order)
		order = memcmp(a->place.ptr, b->place.ptr, length);
	if (!order && a->place.len != b->place.len)
		order = a->place.len < b->place.len ? -1 : 1;
	return order ? order : by_first_figure(a->figures, b->figures);
}

static bool conclude(struct wa_tolls *tolls)
{
	struct events *events = &tolls->events;
	tolls->rows = arena_calloc(&tolls->arena, events->all.count, sizeof *tolls->rows);
	if (!tolls->rows)
		return false;
	for (size_t i = 0; i < events->all.count; i++)
		if (events->all.items[i].figures.count > 1)
			describe(&events->all.items[i], &tolls->rows[tolls->count++]);
	if (tolls->count)
		qsort(tolls->rows, tolls->count, sizeof *tolls->rows, by_day);
	return !arena_failed(&tolls->arena);
}

enum wa_status wa_tolls_find(struct wa_store *store, const struct wa_filter *filter, const struct wa_engine *engine,
	struct wa_tolls **out, struct wa_error *error)
{
	struct wa_tolls *tolls = calloc(1, sizeof *tolls);
	enum wa_status status;
	*out = NULL;
	if (!tolls)
		return error_nomem(error);
	arena_init(&tolls->arena);
	tolls->events.arena = &tolls->arena;
	status = gather(tolls, store, filter, engine, error);
	if (status == WA_OK && !conclude(tolls))
		status = error_nomem(error);
	if (status == WA_OK)
		*out = tolls;
	else
		wa_tolls_free(tolls);
	return status;
}

const struct wa_toll_event *wa_tolls_events(const struct wa_tolls *tolls, size_t *count)
{
	*count = tolls->count;
	return tolls->rows;
}

void wa_tolls_free(struct wa_tolls *tolls)
{
	if (!tolls)
		return;
	events_release(&tolls->events);
	arena_release(&tolls->arena);
	free(tolls);
}
