/* Tolls for people: an event, and below it what was reported when, and who stands behind it. */
#include <math.h>

#include "excerpt.h"
#include "number.h"
#include "sink.h"
#include "wireaudit/report.h"

enum { SOURCE_CELLS = 40 };

static void write_figure(struct wa_sink *sink, const struct wa_toll_figure *f)
{
	sink_printf(sink, "    %s  %-8s ", f->date, wa_claim_type_name(f->type));
	if (isnan(f->low))
		sink_text(sink, "up to ");
	else
		number_write(sink, f->low);
	if (!isnan(f->high)) {
		if (!isnan(f->low))
			sink_text(sink, " to ");
		number_write(sink, f->high);
	}
	sink_text(sink, f->stale ? "  STALE" : "");
	sink_text(sink, "  ");
	if (f->source.ptr) {
		struct excerpt e = excerpt_make(f->source, (struct wa_span){0, (uint32_t)f->source.len}, SOURCE_CELLS);
		wa_sink_write_clean(sink, e.marked);
		sink_text(sink, e.cut_marked ? "..." : "");
	} else {
		sink_text(sink, "no source");
	}
	sink_text(sink, "  \"");
	wa_sink_write_clean(sink, f->words);
	sink_text(sink, "\"\n        ");
	wa_sink_write_clean(sink, f->uri);
	if (f->para)
		sink_printf(sink, ", paragraph %u\n", f->para);
	else
		sink_text(sink, ", headline\n");
}

static void write_event(struct wa_sink *sink, const struct wa_toll_event *e)
{
	wa_sink_write_clean(sink, e->place);
	sink_text(sink, ", ");
	wa_sink_write_clean(sink, e->cause);
	sink_printf(sink, ", %s", e->first);
	if (strcmp(e->first, e->last) != 0)
		sink_printf(sink, " to %s", e->last);
	sink_printf(sink, ": %zu document%s%s%s\n", e->documents, e->documents == 1 ? "" : "s", e->differ ? ", figures differ" : "",
		e->stale ? ", some are stale" : "");
	for (size_t i = 0; i < e->figure_count; i++)
		write_figure(sink, &e->figures[i]);
	sink_char(sink, '\n');
}

void wa_tolls_text(const struct wa_tolls *tolls, bool differing, struct wa_sink *sink)
{
	size_t count, shown = 0, differ = 0;
	const struct wa_toll_event *events = wa_tolls_events(tolls, &count);
	for (size_t i = 0; i < count; i++) {
		differ += events[i].differ;
		if (differing && !events[i].differ)
			continue;
		write_event(sink, &events[i]);
		shown++;
	}
	sink_printf(sink, "%zu event%s with two figures or more, %zu of them with figures that differ\n", count,
		count == 1 ? "" : "s", differ);
}
