#include "store/dating.h"

#include "base/day.h"
#include "base/str.h"

bool wa_day_valid(const char *day)
{
	struct wa_str text = str_of(day);
	return text.len == DAY_SIZE - 1 && day_begins(text);
}

void dating_now(char time_text[TIME_SIZE])
{
	time_t now = time(NULL);
	struct tm utc;
	if (!gmtime_r(&now, &utc) || !strftime(time_text, TIME_SIZE, "%Y-%m-%dT%H:%M:%SZ", &utc))
		(void)snprintf(time_text, TIME_SIZE, "1970-01-01T00:00:00Z");
}

enum wa_dating dating_choose(const struct wa_document *document, const char *first_seen, char day[DAY_SIZE])
{
	const char *best = first_seen;
	enum wa_dating dated = WA_DATED_FIRST_SEEN;
	if (day_begins(document->modified)) {
		best = document->modified.ptr;
		dated = WA_DATED_MODIFIED;
	}
	if (day_begins(document->published)) {
		best = document->published.ptr;
		dated = WA_DATED_PUBLISHED;
	}
	(void)snprintf(day, DAY_SIZE, "%.10s", best);
	return dated;
}
