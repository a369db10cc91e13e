/* From the database to what a report shows: totals and sums by week, desk, rule, source and agency. */
#include <string.h>

#include "fail.h"
#include "report_data.h"

static struct wa_str text_of(const char *text)
{
	return (struct wa_str){text, text ? strlen(text) : 0};
}

static int by_size(uint64_t a, uint64_t b)
{
	return a > b ? -1 : a < b;
}

/* The fewest weeks to a period that need no more columns than there are. */
static unsigned choose_step(int32_t weeks)
{
	static const unsigned steps[] = {1, 4, 13, 52};
	for (size_t i = 0; i < sizeof steps / sizeof *steps; i++)
		if (weeks <= (int32_t)steps[i] * REPORT_PERIODS)
			return steps[i];
	unsigned step = 520;
	while (weeks > (int32_t)step * REPORT_PERIODS)
		step *= 10;
	return step;
}

/* Weeks without a document have their place too: a gap in the copy must be seen. */
static void lay_out_periods(struct report_data *data, int32_t start, int32_t end)
{
	int32_t weeks = (end - start) / 7 + 1;
	data->step = choose_step(weeks);
	data->period_count = (size_t)(((unsigned)weeks + data->step - 1) / data->step);
	for (size_t i = 0; i < data->period_count; i++)
		data->periods[i].start = date_of_days(start + (int32_t)(i * data->step) * 7);
}

static enum wa_status gather_weeks(struct wa_store *store, struct report_data *data, struct wa_error *error)
{
	struct date first, last, monday;
	struct wa_cursor *cursor;
	const struct wa_group_row *row;
	const uint64_t *dated = data->totals.dated;
	bool dates = dated[WA_DATED_PUBLISHED] || dated[WA_DATED_MODIFIED];
	data->step = 1;
	if (!date_parse(text_of(data->totals.first), &first) || !date_parse(text_of(data->totals.last), &last))
		return WA_OK;
	int32_t start = date_monday(date_days(first));
	lay_out_periods(data, start, date_monday(date_days(last)));
	enum wa_status status = wa_store_weeks(store, data->filter, &cursor, error);
	if (status != WA_OK)
		return status;
	while ((row = wa_next_group(cursor))) {
		size_t period = date_parse(row->key, &monday) ? (size_t)(date_days(monday) - start) / 7 / data->step : SIZE_MAX;
		if (row->first_seen && dates)
			wa_counts_add(&data->without_date, &row->counts);
		else if (period < data->period_count)
			wa_counts_add(&data->periods[period].counts, &row->counts);
	}
	return wa_cursor_close(cursor, error);
}

static int compare_desks(const void *a, const void *b)
{
	const struct wa_counts *x = &((const struct report_desk *)a)->counts, *y = &((const struct report_desk *)b)->counts;
	int order = by_size(x->grave, y->grave);
	return order ? order : by_size(x->documents, y->documents);
}

static enum wa_status gather_desks(struct wa_store *store, struct report_data *data, struct wa_error *error)
{
	struct wa_cursor *cursor;
	const struct wa_group_row *row;
	enum wa_status status = wa_store_desks(store, data->filter, &cursor, error);
	if (status != WA_OK)
		return status;
	while ((row = wa_next_group(cursor))) {
		struct report_desk desk = {pool_copy(&data->pool, row->key), row->counts};
		report_rank(data->desks, &data->desk_count, REPORT_DESKS, sizeof desk, &desk, compare_desks);
		data->desk_all++;
	}
	return wa_cursor_close(cursor, error);
}

static int compare_rules(const void *a, const void *b)
{
	const struct report_rule *x = a, *y = b;
	for (int level = WA_LEVEL_ERROR; level >= WA_LEVEL_NOTE; level--)
		if (x->findings[level] != y->findings[level])
			return by_size(x->findings[level], y->findings[level]);
	return 0;
}

static struct wa_str page_of(struct report_data *data, const struct wa_rule *rule)
{
	char page[512];
	return pool_copy(&data->pool, text_of(wa_rule_page(data->engine, rule->name, page, sizeof page)));
}

static enum wa_status gather_rules(struct wa_store *store, struct report_data *data, struct wa_error *error)
{
	struct wa_cursor *cursor;
	const struct wa_rule_row *row;
	enum wa_status status = wa_store_rules(store, data->filter, &cursor, error);
	if (status != WA_OK)
		return status;
	while ((row = wa_next_rule(cursor))) {
		if (!row->documents)
			continue;
		const struct wa_rule *known = data->engine ? wa_rule_find(data->engine, row->code) : NULL;
		struct report_rule rule = {
			.code = pool_copy(&data->pool, text_of(row->code)),
			.name = pool_copy(&data->pool, text_of(row->name)),
			.summary = text_of(known ? known->summary : NULL),
			.why = text_of(known ? known->why : NULL),
			.page = known ? page_of(data, known) : (struct wa_str){0},
			.documents = row->documents,
		};
		memcpy(rule.findings, row->findings, sizeof rule.findings);
		report_rank(data->rules, &data->rule_count, REPORT_RULES, sizeof rule, &rule, compare_rules);
		data->rule_all++;
	}
	return wa_cursor_close(cursor, error);
}

/* They come in the order in which they are shown. */
static enum wa_status gather_sources(struct wa_store *store, struct report_data *data, struct wa_error *error)
{
	struct wa_cursor *cursor;
	const struct wa_source_row *row;
	enum wa_status status = wa_store_sources(store, data->filter, &cursor, error);
	if (status != WA_OK)
		return status;
	for (; (row = wa_next_source(cursor)); data->source_all++) {
		if (data->source_count == REPORT_SOURCES)
			continue;
		struct report_source *source = &data->sources[data->source_count++];
		*source = (struct report_source){
			.name = pool_text(&data->pool, row->name, REPORT_NAME),
			.kind = row->kind,
			.attributions = row->attributions,
			.said = row->modes[WA_MODE_SPEECH],
			.documents = row->documents,
			.answers = row->answers,
			.grave = row->grave,
		};
		memcpy(source->claims, row->claims, sizeof source->claims);
	}
	return wa_cursor_close(cursor, error);
}

static int compare_agencies(const void *a, const void *b)
{
	const struct report_agency *x = a, *y = b;
	int order = by_size(x->documents, y->documents);
	return order ? order : by_size(x->mentions, y->mentions);
}

static void put_agency(struct report_data *data, struct report_agency *agency)
{
	if (!agency->name.len)
		return;
	report_rank(data->agencies, &data->agency_count, REPORT_AGENCIES, sizeof *agency, agency, compare_agencies);
	data->agency_all++;
}

static enum wa_status gather_roles(struct wa_store *store, struct report_data *data, struct wa_error *error)
{
	struct wa_cursor *cursor;
	const struct wa_role_row *row;
	struct report_agency agency = {0};
	enum wa_status status = wa_store_roles(store, data->filter, &cursor, error);
	if (status != WA_OK)
		return status;
	while ((row = wa_next_role(cursor))) {
		if (!agency.name.len || strcmp(agency.name.ptr, row->agency) != 0) {
			put_agency(data, &agency);
			agency = (struct report_agency){
				.name = pool_copy(&data->pool, text_of(row->agency)), .documents = row->any_role};
		}
		agency.roles[row->role] += row->mentions;
		agency.mentions += row->mentions;
	}
	put_agency(data, &agency);
	return wa_cursor_close(cursor, error);
}

/* What the documents that credit an agency hold; its rows are looked up by id, so names come after. */
static enum wa_status gather_credits(struct wa_store *store, struct report_data *data, struct wa_error *error)
{
	struct wa_cursor *cursor;
	const struct wa_group_row *row;
	enum wa_status status = wa_store_agencies(store, data->filter, &cursor, error);
	if (status != WA_OK)
		return status;
	while ((row = wa_next_group(cursor)))
		for (size_t i = 0; i < data->agency_count; i++) {
			struct report_agency *agency = &data->agencies[i];
			if (row->key.len != agency->name.len || memcmp(row->key.ptr, agency->name.ptr, row->key.len) != 0)
				continue;
			agency->grave = row->counts.grave;
			agency->flagged = row->counts.flagged;
		}
	return wa_cursor_close(cursor, error);
}

static void name_agencies(struct report_data *data)
{
	size_t count = 0;
	const struct wa_agency *known = data->engine ? wa_agencies(data->engine, &count) : NULL;
	for (size_t i = 0; i < data->agency_count; i++)
		for (size_t k = 0; k < count; k++)
			if (strcmp(known[k].id, data->agencies[i].name.ptr) == 0) {
				data->agencies[i].name = text_of(known[k].name);
				break;
			}
}

static enum wa_status gather_groups(struct wa_store *store, struct report_data *data, struct wa_error *error)
{
	static enum wa_status (*const parts[])(struct wa_store *, struct report_data *, struct wa_error *) = {
		gather_weeks, gather_desks, gather_rules, gather_sources, gather_roles, gather_credits};
	for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
		enum wa_status status = parts[i](store, data, error);
		if (status != WA_OK)
			return status;
		if (pool_failed(&data->pool))
			return fail_nomem(error);
	}
	name_agencies(data);
	return WA_OK;
}

enum wa_status report_gather_sums(
	struct wa_store *store, const struct wa_filter *filter, struct report_data *data, struct wa_error *error)
{
	static const struct wa_filter everything = {0};
	data->filter = filter ? filter : &everything;
	enum wa_status status = wa_store_totals(store, data->filter, &data->totals, error);
	return status == WA_OK ? gather_groups(store, data, error) : status;
}
