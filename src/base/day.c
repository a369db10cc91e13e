#include "base/day.h"

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

bool day_begins(struct wa_str text)
{
	int year, month, day;
	if (text.len < DAY_LENGTH || text.ptr[4] != '-' || text.ptr[7] != '-')
		return false;
	year = number(text.ptr, 4);
	month = number(text.ptr + 5, 2);
	day = number(text.ptr + 8, 2);
	return year >= 0 && month >= 1 && month <= 12 && day >= 1 && day <= days_of(year, month);
}
