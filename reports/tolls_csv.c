/* Tolls as comma-separated values, a figure a row. */
#include "csv_out.h"
#include "wireaudit/report.h"

static const char *const headings[] = {"event", "place", "cause", "figures_differ", "date", "claim", "low", "high", "stale",
	"source", "state", "words", "uri", "para"};

static void write_figure(struct csv *csv, size_t number, const struct wa_toll_event *e, const struct wa_toll_figure *f)
{
	csv_uint(csv, number);
	csv_str(csv, e->place);
	csv_str(csv, e->cause);
	csv_text(csv, e->differ ? "yes" : "no");
	csv_text(csv, f->date);
	csv_text(csv, wa_claim_type_name(f->type));
	csv_number(csv, f->low);
	csv_number(csv, f->high);
	csv_text(csv, f->stale ? "yes" : "no");
	csv_str(csv, f->source);
	csv_text(csv, wa_state_name(f->state));
	csv_str(csv, f->words);
	csv_str(csv, f->uri);
	csv_uint(csv, f->para);
	csv_row(csv);
}

void wa_tolls_csv(const struct wa_tolls *tolls, bool differing, struct wa_sink *sink)
{
	struct csv csv = {.sink = sink, .guard = true};
	size_t count;
	const struct wa_toll_event *events = wa_tolls_events(tolls, &count);
	for (size_t i = 0; i < sizeof headings / sizeof *headings; i++)
		csv_text(&csv, headings[i]);
	csv_row(&csv);
	for (size_t i = 0; i < count; i++) {
		if (differing && !events[i].differ)
			continue;
		for (size_t k = 0; k < events[i].figure_count; k++)
			write_figure(&csv, i + 1, &events[i], &events[i].figures[k]);
	}
}
