/* Numbers, shares and dates as a report prints them, whatever the locale. */
#ifndef REPORTS_FIGURE_H
#define REPORTS_FIGURE_H

#include "date.h"

struct figure {
	char text[32];
};

/* 12,345 */
struct figure figure_count(uint64_t number);
/* "12.4%" to one decimal; a dash where `whole` is 0. A share that is not nothing and not all never rounds to it: "<0.1%", ">99.9%".
 */
struct figure figure_rate(uint64_t part, uint64_t whole);
/* "3 May 2024" */
struct figure figure_date(struct date date);

#endif
