/* Calendar dates of the Gregorian calendar, as days from 1970-01-01. */
#ifndef REPORTS_DATE_H
#define REPORTS_DATE_H

#include "wireaudit/types.h"

struct date {
	int year;
	unsigned month, day;
};

/* The date an ISO 8601 date or date-time begins with ("2024-05-17..."); false when it begins with none. */
bool date_parse(struct wa_str text, struct date *date);
int32_t date_days(struct date date);
struct date date_of_days(int32_t days);
/* The Monday of the week. */
int32_t date_monday(int32_t days);
/* "Jan" ... "Dec" */
const char *date_month(unsigned month);

#endif
