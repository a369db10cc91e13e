#include "figure.h"

#include <stdio.h>

#define DASH "\xE2\x80\x93"

struct figure figure_count(uint64_t number)
{
	char digits[21];
	struct figure figure;
	int n = snprintf(digits, sizeof digits, "%llu", (unsigned long long)number), out = 0;
	for (int i = 0; i < n; i++) {
		if (i && (n - i) % 3 == 0)
			figure.text[out++] = ',';
		figure.text[out++] = digits[i];
	}
	figure.text[out] = 0;
	return figure;
}

struct figure figure_rate(uint64_t part, uint64_t whole)
{
	if (!whole)
		return (struct figure){DASH};
	if (part >= whole)
		return (struct figure){"100%"};
	if (!part)
		return (struct figure){"0%"};
	/* Tenths of a per cent, rounded to the nearest; part < whole, and counts of claims are far from 2^54. */
	uint64_t tenths = (part * 1000 + whole / 2) / whole;
	if (tenths < 1)
		return (struct figure){"<0.1%"};
	if (tenths > 999)
		return (struct figure){">99.9%"};
	struct figure figure;
	snprintf(figure.text, sizeof figure.text, "%u.%u%%", (unsigned)(tenths / 10), (unsigned)(tenths % 10));
	return figure;
}

struct figure figure_date(struct date date)
{
	struct figure figure;
	snprintf(figure.text, sizeof figure.text, "%u %s %d", date.day, date_month(date.month), date.year);
	return figure;
}
