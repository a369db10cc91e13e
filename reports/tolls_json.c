/* Tolls as a JSON array, an event a line. */
#include "json_out.h"
#include "wireaudit/report.h"

static void write_figure(struct jout *j, const struct wa_toll_figure *f)
{
	jout_open(j, '{');
	jout_key(j, "date");
	jout_text(j, f->date);
	jout_key(j, "uri");
	jout_string(j, f->uri);
	jout_key(j, "para");
	jout_uint(j, f->para);
	jout_key(j, "claim");
	jout_text(j, wa_claim_type_name(f->type));
	jout_key(j, "low");
	jout_number(j, f->low);
	jout_key(j, "high");
	jout_number(j, f->high);
	jout_key(j, "words");
	jout_string(j, f->words);
	jout_key(j, "source");
	jout_string(j, f->source);
	jout_key(j, "state");
	jout_text(j, wa_state_name(f->state));
	jout_key(j, "stale");
	jout_bool(j, f->stale);
	jout_close(j, '}');
}

static void write_event(struct jout *j, const struct wa_toll_event *e)
{
	jout_open(j, '{');
	jout_key(j, "place");
	jout_string(j, e->place);
	jout_key(j, "cause");
	jout_string(j, e->cause);
	jout_key(j, "first");
	jout_text(j, e->first);
	jout_key(j, "last");
	jout_text(j, e->last);
	jout_key(j, "documents");
	jout_uint(j, e->documents);
	jout_key(j, "differ");
	jout_bool(j, e->differ);
	jout_key(j, "stale");
	jout_bool(j, e->stale);
	jout_key(j, "figures");
	jout_open(j, '[');
	for (size_t i = 0; i < e->figure_count; i++)
		write_figure(j, &e->figures[i]);
	jout_close(j, ']');
	jout_close(j, '}');
}

void wa_tolls_json(const struct wa_tolls *tolls, bool differing, struct wa_sink *sink)
{
	struct jout j = jout_on(sink);
	size_t count;
	const struct wa_toll_event *events = wa_tolls_events(tolls, &count);
	const char *before = "\n";
	sink_char(sink, '[');
	for (size_t i = 0; i < count; i++) {
		if (differing && !events[i].differ)
			continue;
		sink_text(sink, before);
		j.comma = false;
		write_event(&j, &events[i]);
		before = ",\n";
	}
	sink_text(sink, "\n]\n");
}
