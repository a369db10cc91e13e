/* How far a long command is, on a line of the terminal that is drawn over. */
#ifndef CLI_PROGRESS_H
#define CLI_PROGRESS_H

#include <stdbool.h>
#include <stddef.h>

struct progress {
	bool shown; /* standard error is a terminal and nobody asked for quiet */
	size_t total, done;
	double start, drawn; /* seconds of a clock that only goes forward */
	bool on_screen;
};

/* `total` is counted by the caller, and only when progress.shown. */
void progress_start(struct progress *progress, bool quiet);
/* One more is done. Draws ten times a second at most. */
void progress_step(struct progress *progress);
/* Takes the line away, before a message and at the end. */
void progress_clear(struct progress *progress);
/* Seconds since the start. */
double progress_seconds(const struct progress *progress);

#endif
