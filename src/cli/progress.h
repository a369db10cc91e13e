/* How far a long command is, on a line of the terminal that is drawn over. */
#ifndef CLI_PROGRESS_H
#define CLI_PROGRESS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct progress {
	bool shown; /* standard error is a terminal and nobody asked for quiet */
	size_t total, done;
	size_t documents;       /* files and members of archives */
	uint64_t inside, whole; /* bytes read of an archive, and of its file; 0 for none */
	double start, drawn;    /* seconds of a clock that only goes forward */
	bool on_screen;
};

/* `total` is counted by the caller, and only when progress.shown. */
void progress_start(struct progress *progress, bool quiet);
/* One more document is done, and `files` more files. Draws ten times a second at most. */
void progress_step(struct progress *progress, size_t files);
/* Until the next step: `at` of `whole` bytes of an archive are read. */
void progress_inside(struct progress *progress, uint64_t at, uint64_t whole);
/* Takes the line away, before a message and at the end. */
void progress_clear(struct progress *progress);
/* Seconds since the start. */
double progress_seconds(const struct progress *progress);

#endif
