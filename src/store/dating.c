#include "store/dating.h"

#include "base/str.h"

static int number(const char *digits, int count)
{
	int value = 0;
	for (int i = 0; i < count; i++) {
		if (!ascii_is_digit(digits[i]))
			return -1;
		value = value * 10 + digits[i] - '0';
	}
	return value;
}

static int days_of(int year, int month)
{
	static const int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
	bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
	return days[month - 1] + (month == 2 && leap);
}

/* True when the text begins with a day of the calendar. */
static bool begins_with_day(struct wa_str text)
{
	int year, month, day;
	if (text.len < DAY_SIZE - 1 || text.ptr[4] != '-' || text.ptr[7] != '-')
		return false;
	year = number(text.ptr, 4);
	month = number(text.ptr + 5, 2);
	day = number(text.ptr + 8, 2);
	return year >= 0 && month >= 1 && month <= 12 && day >= 1 && day <= days_of(year, month);
}

bool wa_day_valid(const char *day)
{
	struct wa_str text = str_of(day);
	return text.len == DAY_SIZE - 1 && begins_with_day(text);
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
	if (begins_with_day(document->modified)) {
		best = document->modified.ptr;
		dated = WA_DATED_MODIFIED;
	}
	if (begins_with_day(document->published)) {
		best = document->published.ptr;
		dated = WA_DATED_PUBLISHED;
	}
	(void)snprintf(day, DAY_SIZE, "%.10s", best);
	return dated;
}
