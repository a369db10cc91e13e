#include <string.h>

#include "report_data.h"

bool report_rank(
	void *rows, size_t *count, size_t limit, size_t size, const void *row, int (*compare)(const void *a, const void *b))
{
	char *first = rows;
	size_t place = *count;
	while (place && compare(row, first + (place - 1) * size) < 0)
		place--;
	if (place >= limit)
		return false;
	if (*count < limit)
		++*count;
	memmove(first + (place + 1) * size, first + place * size, (*count - 1 - place) * size);
	memcpy(first + place * size, row, size);
	return true;
}
