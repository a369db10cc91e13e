#include "cli/clock.h"

#include <time.h>

static const char *write_now(const char *format, char out[CLOCK_SIZE])
{
	time_t now = time(NULL);
	struct tm parts;
	return gmtime_r(&now, &parts) && strftime(out, CLOCK_SIZE, format, &parts) ? out : NULL;
}

const char *clock_now(char out[CLOCK_SIZE])
{
	return write_now("%Y-%m-%dT%H:%M:%SZ", out);
}

const char *clock_today(char out[CLOCK_SIZE])
{
	return write_now("%Y-%m-%d", out);
}
