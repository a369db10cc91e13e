#include "cli/clock.h"

#include <time.h>

const char *clock_now(char out[CLOCK_SIZE])
{
	time_t now = time(NULL);
	struct tm parts;
	return gmtime_r(&now, &parts) && strftime(out, CLOCK_SIZE, "%Y-%m-%dT%H:%M:%SZ", &parts) ? out : NULL;
}
