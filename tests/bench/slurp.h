/* A whole file in memory. */
#ifndef TESTS_BENCH_SLURP_H
#define TESTS_BENCH_SLURP_H

#include <stdio.h>
#include <stdlib.h>

/* From malloc, the caller's; NULL when it cannot be read or holds nothing. */
static inline char *slurp(const char *path, size_t *size)
{
	FILE *file = fopen(path, "rb");
	char *bytes = NULL;
	long end;
	if (!file)
		return NULL;
	if (!fseek(file, 0, SEEK_END) && (end = ftell(file)) > 0 && !fseek(file, 0, SEEK_SET)) {
		bytes = malloc((size_t)end);
		*size = bytes ? fread(bytes, 1, (size_t)end, file) : 0;
	}
	fclose(file);
	return bytes;
}

#endif
