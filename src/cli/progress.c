#include "cli/progress.h"

#include <stdio.h>
#include <time.h>
#include <unistd.h>

#include "cli/terminal.h"

#define EVERY 0.1 /* seconds between two drawings */

static double now(void)
{
	struct timespec t;
	clock_gettime(CLOCK_MONOTONIC, &t);
	return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

void progress_start(struct progress *progress, bool quiet)
{
	*progress = (struct progress){.shown = !quiet && isatty(STDERR_FILENO), .start = now()};
	progress->drawn = progress->start;
}

double progress_seconds(const struct progress *progress)
{
	return now() - progress->start;
}

static void draw(struct progress *progress, double seconds)
{
	double rate = (double)progress->done / seconds;
	char line[160];
	int length = snprintf(line, sizeof line, "%zu of %zu files, %.0f a second", progress->done, progress->total, rate);
	if (progress->total > progress->done && rate > 0 && length > 0)
		(void)snprintf(line + length, sizeof line - (size_t)length, ", about %.0f s left",
			(double)(progress->total - progress->done) / rate);
	fprintf(stderr, "\r%.*s\033[K", (int)terminal_width(STDERR_FILENO) - 1, line);
	fflush(stderr);
	progress->on_screen = true;
}

void progress_step(struct progress *progress)
{
	double at;
	progress->done++;
	if (!progress->shown)
		return;
	at = now();
	if (at - progress->drawn < EVERY)
		return;
	progress->drawn = at;
	draw(progress, at - progress->start);
}

void progress_clear(struct progress *progress)
{
	if (progress->on_screen)
		fputs("\r\033[K", stderr);
	progress->on_screen = false;
}
