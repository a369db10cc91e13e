/* A run over inputs that writes what is new into the record. */
#ifndef CLI_SCAN_RUN_H
#define CLI_SCAN_RUN_H

#include "cli/inputs.h"
#include "cli/progress.h"
#include "wireaudit/store.h"

struct scan_run {
	const struct wa_engine *engine;
	struct wa_scan *scan;
	unsigned jobs;
	const char *standard_name; /* standard input's name in the record; NULL when it has none */
	struct inputs inputs;
	char **roots; /* names of the operands in the record */
	struct progress progress;
	size_t archive; /* number of the archive of which a member was finished last */
	/* What came of it. */
	size_t troubles; /* inputs that could not be read or are damaged; each was told on standard error */
	bool failed;     /* the record could not be written; told on standard error */
};

/*
 * Reads every input and writes those the record does not have. Stops early, with what was begun finished, when the
 * record cannot be written or interrupt_asked(). False, told, when memory ran out before anything was done.
 */
bool scan_run(struct scan_run *run);

#endif
