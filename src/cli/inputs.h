/*
 * The inputs of a command, one after the other: operands in the order given, folders walked in the order of their
 * names (bytes compared), hidden files left out. Only the names of the folders being walked are held.
 *
 *     struct inputs inputs = {.operands = argv + first, .count = argc - first};
 *     while (inputs_next(&inputs, &input)) ...
 *     inputs_release(&inputs);
 */
#ifndef CLI_INPUTS_H
#define CLI_INPUTS_H

#include <stdint.h>

#include "base/vec.h"
#include "cli/node_set.h"
#include "wireaudit/status.h"

enum input_kind {
	INPUT_FILE,
	INPUT_STANDARD, /* "-" */
	INPUT_TROUBLE,  /* something that is no file: see `error` */
	INPUT_BARREN,   /* a folder named as operand in which nothing was found to read: see `error` */
};

struct input {
	enum input_kind kind;
	const char *path;             /* until the next call */
	const struct wa_error *error; /* until the next call; NULL for files */
};

struct inputs_folder {
	char *names; /* one after the other: a byte for the kind, the name, a NUL */
	size_t *offsets;
	size_t count, at, path_length;
	uint64_t device, node;
};

struct inputs {
	char *const *operands;
	size_t count;
	/* The rest is the walk's own. */
	size_t at, found;
	size_t left_out; /* files in folders that by their names are pictures, programs, databases ... */
	bool standard_seen;
	VEC(struct inputs_folder) stack;
	struct node_set seen; /* folders of the operand being walked */
	char *path;
	size_t path_capacity;
	struct wa_error error;
};

/* The next input; false at the end. */
bool inputs_next(struct inputs *inputs, struct input *input);
/* Says on standard error how many files of other kinds were left out, if any were. */
void inputs_tell_left_out(const struct inputs *inputs);
void inputs_release(struct inputs *inputs);

#endif
