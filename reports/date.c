#include "date.h"

static bool digits(const char *at, size_t n, unsigned *number)
{
	*number = 0;
	for (size_t i = 0; i < n; i++) {
		if (at[i] < '0' || at[i] > '9')
			return false;
		*number = *number * 10 + (unsigned)(at[i] - '0');
	}
	return true;
}

static unsigned month_length(unsigned year, unsigned month)
{
	static const unsigned char lengths[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
	bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
	return lengths[month - 1] + (month == 2 && leap);
}

bool date_parse(struct wa_str text, struct date *date)
{
	unsigned year, month, day;
	if (text.len < 10 || text.ptr[4] != '-' || text.ptr[7] != '-')
		return false;
	if (!digits(text.ptr, 4, &year) || !digits(text.ptr + 5, 2, &month) || !digits(text.ptr + 8, 2, &day))
		return false;
	if (year == 0 || month < 1 || month > 12 || day < 1 || day > month_length(year, month))
		return false;
	*date = (struct date){(int)year, month, day};
	return true;
}

/* Years begin in March here, so that the odd day of a leap year comes last. */
int32_t date_days(struct date d)
{
	int year = d.year - (d.month <= 2), era = (year >= 0 ? year : year - 399) / 400;
	int of_era = year - era * 400, month = (int)(d.month + 9) % 12;
	int of_year = (153 * month + 2) / 5 + (int)d.day - 1;
	return era * 146097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719468;
}

struct date date_of_days(int32_t days)
{
	days += 719468;
	int era = (days >= 0 ? days : days - 146096) / 146097, of_era = days - era * 146097;
	int year = (of_era - of_era / 1460 + of_era / 36524 - of_era / 146096) / 365;
	int of_year = of_era - (365 * year + year / 4 - year / 100), month = (5 * of_year + 2) / 153;
	struct date d = {
		year + era * 400, (unsigned)(month < 10 ? month + 3 : month - 9), (unsigned)(of_year - (153 * month + 2) / 5 + 1)};
	d.year += d.month <= 2;
	return d;
}

int32_t date_monday(int32_t days)
{
	int32_t weekday = (days + 3) % 7; /* 1970-01-01 was a Thursday */
	return days - (weekday < 0 ? weekday + 7 : weekday);
}

const char *date_month(unsigned month)
{
	static const char *const names[] = {"", "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
	return names[month <= 12 ? month : 0];
}
