/*
 * A run over inputs whose audits are shown at once: lint and inspect. Each input is shown to every output; what an
 * output gets is in the order of the inputs, whatever the number of jobs.
 */
#ifndef CLI_RUN_H
#define CLI_RUN_H

#include "cli/inputs.h"
#include "cli/session.h"
#include "wireaudit/report.h"

#define RUN_MOST_OUTPUTS 8u

struct command;
struct run;

struct run_output {
	char name[32];                       /* of the format, as given */
	const char *path;                    /* "-" for standard output */
	const char *between;                 /* written between the outputs of two inputs; NULL for nothing */
	const struct wa_lint_format *format; /* lint's */
	struct wa_lint_style style;          /* lint's */
	struct wa_sink *sink;
	struct wa_lint_tally tally;
	bool wrote;
};

struct run {
	const struct wa_engine *engine;
	unsigned jobs;
	const char *standard_name; /* --stdin-filename; NULL when not given */
	struct inputs inputs;
	struct run_output outputs[RUN_MOST_OUTPUTS];
	size_t output_count;
	/* Sets aside what is known of an audit before it is shown; called by any thread. NULL for nothing. */
	void (*settle)(void *context, struct wa_result *result);
	void *settle_context;
	/* Shows one input on a sink; called by any thread. The tally is the input's own and is added up later. */
	void (*show)(const struct run *run, const struct run_output *output, const struct wa_lint_document *document,
		struct wa_lint_tally *tally, struct wa_sink *sink);
	bool shows_damage; /* an output says on standard output that a document was audited in part */
	/* What came of it. */
	enum wa_level worst; /* of all findings that no suppression covers */
	size_t troubles;     /* inputs that could not be read or are damaged; told on standard error where no output shows it */
	size_t not_audited;  /* inputs that were read but not audited, in another language say */
};

/*
 * Takes "FORMAT" or "FORMAT:FILE" as one more output. False, told on standard error,
 * when there are too many, or two of them on standard output or on one file.
 */
bool run_add_output(struct run *run, const struct command *command, const char *given);
/* Opens the outputs' sinks; false, told, when one cannot be written. */
bool run_open_outputs(struct run *run);
/* Reads, audits and shows every input; false, told, when memory ran out. */
bool run_inputs(struct run *run);
/* Closes the sinks; false, told, when something could not be written. */
bool run_close_outputs(struct run *run);

#endif
