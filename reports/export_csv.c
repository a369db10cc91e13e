/* One table as comma-separated values. */
#include "csv_out.h"
#include "table.h"

struct csv_table {
	struct table_out out;
	struct csv csv;
};

static struct csv *csv_of(struct table_out *out)
{
	return &((struct csv_table *)out)->csv;
}

static void put_text(struct table_out *out, struct wa_str text)
{
	csv_str(csv_of(out), text);
}

static void put_number(struct table_out *out, double number)
{
	csv_number(csv_of(out), number);
}

/* Dates are the record's own, not copy. */
static void put_date(struct table_out *out, const char *date)
{
	csv_text(csv_of(out), date);
}

/* What failed the sink remembers, but there is no use in reading on. */
static bool end_row(struct table_out *out)
{
	struct csv *csv = csv_of(out);
	csv_row(csv);
	return csv->sink->failed == WA_OK;
}

static void write_names(struct csv *csv, enum wa_table table)
{
	size_t count;
	const struct table_column *columns = table_columns(table, &count);
	for (size_t i = 0; i < count; i++)
		csv_text(csv, columns[i].name);
	csv_row(csv);
}

enum wa_status wa_export_csv(struct wa_store *store, const struct wa_filter *filter, enum wa_table table,
	const struct wa_csv_options *options, struct wa_sink *sink, struct wa_error *error)
{
	struct csv_table target = {
		.out = {put_text, put_number, put_number, put_date, put_date, end_row},
		.csv = {.sink = sink, .guard = !options->unguarded},
	};
	if (options->mark)
		sink_literal(sink, "\xEF\xBB\xBF");
	write_names(&target.csv, table);
	return table_write(store, filter, table, &target.out, error);
}
