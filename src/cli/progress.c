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
	/* An archive that is begun counts as done by as much as is read of it. */
	double part = progress->whole ? (double)progress->inside / (double)progress->whole - 1 : 0;
	double done = (double)progress->done + part, left = (double)progress->total - done;
	char line[160];
	int length = snprintf(line, sizeof line, "%zu of %zu files, ", progress->done, progress->total);
	if (progress->whole)
		length += snprintf(line + length, sizeof line - (size_t)length, "%.1f of %.1f MB of the last, ",
			(double)progress->inside / 1e6, (double)progress->whole / 1e6);
	length += snprintf(
		line + length, sizeof line - (size_t)length, "%.0f documents a second", (double)progress->documents / seconds);
	if (left > 0 && done > 0)
		(void)snprintf(line + length, sizeof line - (size_t)length, ", about %.0f s left", left * seconds / done);
	fprintf(stderr, "\r%.*s\033[K", (int)terminal_width(STDERR_FILENO) - 1, line);
	fflush(stderr);
	progress->on_screen = true;
}

void progress_step(struct progress *progress, size_t files)
{
	double at;
	progress->done += files;
	progress->documents++;
	at = progress->shown ? now() : 0;
	if (progress->shown && at - progress->drawn >= EVERY) {
		progress->drawn = at;
		draw(progress, at - progress->start);
	}
	progress->inside = progress->whole = 0;
}

void progress_inside(struct progress *progress, uint64_t at, uint64_t whole)
{
	progress->inside = at;
	progress->whole = whole;
}

void progress_clear(struct progress *progress)
{
	if (progress->on_screen)
		fputs("\r\033[K", stderr);
	progress->on_screen = false;
}
