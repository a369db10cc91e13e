#include "base/error.h"
#include "store/cursor.h"

static enum wa_status check_day(const char *what, const char *day, struct wa_error *error)
{
	if (!day || wa_day_valid(day))
		return WA_OK;
	return error_set(error, WA_ERR_USAGE, NULL, 0, "%s: \"%s\" is no day written YYYY-MM-DD", what, day);
}

enum wa_status filter_sql(const struct wa_filter *filter, char sql[FILTER_SIZE], struct wa_error *error)
{
	enum wa_status status = check_day("since", filter->since, error);
	if (status == WA_OK)
		status = check_day("until", filter->until, error);
	if (status != WA_OK)
		return status;
	(void)snprintf(sql, FILTER_SIZE, "%s%s%s%s%s", filter->since ? " AND d.date >= :since" : "",
		filter->until ? " AND d.date <= :until" : "",
		!filter->desk   ? ""
		: *filter->desk ? " AND a.desk = :desk"
				: " AND a.desk IS NULL",
		filter->document ? " AND d.id = :document" : "", filter->deleted ? "" : " AND d.deleted IS NULL");
	return WA_OK;
}

void filter_bind(const struct wa_filter *filter, struct statement *statement)
{
	statement_bind_text(statement, ":since", filter->since);
	statement_bind_text(statement, ":until", filter->until);
	statement_bind_text(statement, ":desk", filter->desk);
	statement_bind_id(statement, ":document", filter->document);
}
