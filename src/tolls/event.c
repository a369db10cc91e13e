#include "tolls/event.h"

#include <math.h>

#include "base/str.h"

/* How many days may pass between two figures of one event: attacks come one upon the other, disasters are counted for long. */
#define DAYS_APART 5
/* The same for an attack when no day of the week tells it from the next one there. */
#define DAYS_APART_ATTACK 1
/* Events of one place that are looked at, the latest first. */
#define MOST_LOOKED_AT 32
#define SLOTS_FIRST 256u

void events_release(struct events *events)
{
	for (size_t i = 0; i < events->all.count; i++)
		vec_release(&events->all.items[i].figures);
	vec_release(&events->all);
	vec_release(&events->places);
	free(events->slots);
}

/* Days since the beginning of the calendar; `date` is "YYYY-MM-DD". */
static int32_t day_number(const char *date)
{
	int32_t year = (int32_t)strtol(date, NULL, 10), month = (int32_t)strtol(date + 5, NULL, 10),
		day = (int32_t)strtol(date + 8, NULL, 10);
	if (month < 3) {
		month += 12;
		year--;
	}
	return 365 * year + year / 4 - year / 100 + year / 400 + (153 * month - 457) / 5 + day;
}

static uint32_t *slot_of(const struct events *events, uint64_t key)
{
	uint32_t at = (uint32_t)key & (events->slot_count - 1);
	while (events->slots[at] && events->places.items[events->slots[at] - 1].key != key)
		at = (at + 1) & (events->slot_count - 1);
	return &events->slots[at];
}

/* Keeps the table at most half full. */
static bool make_room(struct events *events)
{
	uint32_t *old = events->slots;
	uint32_t count = events->slot_count;
	if (count && events->places.count < count / 2)
		return true;
	events->slot_count = count ? count * 2 : SLOTS_FIRST;
	events->slots = calloc(events->slot_count, sizeof *events->slots);
	if (!events->slots) {
		events->slots = old;
		events->slot_count = count;
		return false;
	}
	for (uint32_t i = 0; i < count; i++)
		if (old[i])
			*slot_of(events, events->places.items[old[i] - 1].key) = old[i];
	free(old);
	return true;
}

/* What two masks of causes have in common; an attack may be any kind of violence. 0 for nothing. */
static uint32_t common_causes(uint32_t a, uint32_t b)
{
	uint32_t common = a & b & ~clue_any_attack;
	if (common)
		return common;
	if (a & clue_any_attack && b & clue_violent)
		return b & clue_violent;
	return b & clue_any_attack ? a & clue_violent : 0;
}

static bool belongs(const struct event *event, const struct clue *clue, bool wide, int32_t day)
{
	uint32_t common = common_causes(event->causes, clue->causes) & (wide ? clue_rare : UINT32_MAX);
	bool same_weekday = event->weekday && event->weekday == clue->weekday;
	int32_t apart = day - event->last;
	if (!common || (event->weekday && clue->weekday && !same_weekday))
		return false;
	return apart <= (common & clue_violent && !same_weekday ? DAYS_APART_ATTACK : DAYS_APART);
}

static uint32_t find_at(const struct events *events, uint64_t place, const struct clue *clue, int32_t day)
{
	uint32_t at = *slot_of(events, place);
	for (int looks = 0; at && looks < MOST_LOOKED_AT; looks++) {
		const struct event_place *entry = &events->places.items[at - 1];
		if (belongs(&events->all.items[entry->event], clue, entry->wide, day))
			return entry->event;
		at = entry->before == WA_NONE ? 0 : entry->before + 1;
	}
	return WA_NONE;
}

static uint32_t find(const struct events *events, const struct clue *clue, int32_t day)
{
	for (uint32_t i = 0; i < clue->place_count; i++) {
		uint32_t event = find_at(events, clue->places[i].key, clue, day);
		if (event != WA_NONE)
			return event;
	}
	return WA_NONE;
}

/* Notes the event under a place, unless it stands there as the latest. */
static bool add_place(struct events *events, const struct clue_place *place, uint32_t event)
{
	uint32_t *slot, before;
	struct event_place *entry;
	if (!make_room(events))
		return false;
	slot = slot_of(events, place->key);
	before = *slot ? *slot - 1 : WA_NONE;
	if (before != WA_NONE && events->places.items[before].event == event)
		return true;
	entry = vec_push(&events->places);
	if (!entry)
		return false;
	*entry = (struct event_place){place->key, place->wide, event, before};
	*slot = (uint32_t)events->places.count;
	return true;
}

static double size_of(const struct wa_toll_figure *figure)
{
	return isnan(figure->low) ? figure->high : figure->low;
}

/* The figure of the type that the document gave for the event already; figures of one document come together. */
static struct wa_toll_figure *same_in_document(struct event *event, const struct store_toll *toll)
{
	for (size_t i = event->figures.count; i-- > 0 && event->figures.items[i].document == toll->doc.id;)
		if (event->figures.items[i].type == toll->claim.type)
			return &event->figures.items[i];
	return NULL;
}

static struct wa_str words_of(const struct store_toll *toll)
{
	struct wa_span span = toll->claim.span;
	if (span.start > span.end || span.end > toll->paragraph.len)
		return (struct wa_str){0};
	return str_cut(toll->paragraph, span.start, span.end);
}

static bool add_figure(struct events *events, struct event *event, const struct store_toll *toll)
{
	struct wa_toll_figure *figure = same_in_document(event, toll);
	struct arena *arena = events->arena;
	double size = isnan(toll->claim.low) ? toll->claim.high : toll->claim.low;
	if (figure && size <= size_of(figure))
		return true;
	if (!figure)
		figure = vec_push(&event->figures);
	if (!figure)
		return false;
	*figure = (struct wa_toll_figure){
		.document = toll->doc.id,
		.uri = arena_str(arena, toll->doc.uri),
		.date = arena_strdup(arena, toll->doc.date),
		.para = toll->claim.para,
		.type = toll->claim.type,
		.low = toll->claim.low,
		.high = toll->claim.high,
		.words = arena_str(arena, words_of(toll)),
		.source = toll->source.ptr ? arena_str(arena, toll->source) : (struct wa_str){0},
		.state = toll->claim.state,
	};
	return !arena_failed(arena);
}

static uint32_t begin(struct events *events, const struct clue *clue)
{
	struct event *event = vec_push(&events->all);
	if (!event)
		return WA_NONE;
	*event = (struct event){
		.causes = clue->causes,
		.place = arena_str(events->arena, clue->places[0].name),
		.cause = arena_str(events->arena, clue->cause),
	};
	return (uint32_t)events->all.count - 1;
}

bool events_take(struct events *events, const struct store_toll *toll, const struct clue *clue)
{
	int32_t day = day_number(toll->doc.date);
	uint32_t at, common;
	struct event *event;
	if (!make_room(events))
		return false;
	at = find(events, clue, day);
	if (at == WA_NONE)
		at = begin(events, clue);
	if (at == WA_NONE)
		return false;
	event = &events->all.items[at];
	common = common_causes(event->causes, clue->causes);
	if (common && !(event->causes & ~clue_any_attack))
		event->cause = arena_str(events->arena, clue->cause);
	event->causes = common ? common : event->causes;
	event->weekday = event->weekday ? event->weekday : clue->weekday;
	event->last = day;
	for (uint32_t i = 0; i < clue->place_count; i++)
		if (!add_place(events, &clue->places[i], at))
			return false;
	return add_figure(events, event, toll);
}
