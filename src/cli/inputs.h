/*
 * The inputs of a command, one after the other: operands in the order given, folders walked in the order of their
 * names (bytes compared), hidden files left out, archives member by member as they hold them. Held are only the names of
 * the folders being walked, and of an archive what unpack/walk.h says.
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
#include "cli/standard.h"
#include "unpack/walk.h"
#include "wireaudit/status.h"

enum input_kind {
	INPUT_FILE,
	INPUT_MEMBER,   /* of an archive: path is ARCHIVE!/MEMBER, and its bytes come with it */
	INPUT_STANDARD, /* "-", when it is no archive */
	INPUT_TROUBLE,  /* something that is no file: see `error` */
	INPUT_BARREN,   /* a folder or archive named as operand in which nothing was found to read: see `error` */
};

struct input {
	enum input_kind kind;
	const char *path; /* until the next call */
	char *bytes;      /* of a member, or the first of standard input: from malloc, the caller's */
	size_t size;
	bool packed;                  /* a member, or trouble in an archive */
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
	const char *standard_name; /* of standard input; NULL: "-" */
	bool whole_archives;       /* give an archive as a file */
	/* The rest is the walk's own. */
	size_t at, found;
	size_t left_out; /* files in folders that by their names are pictures, programs, databases ... */
	bool standard_seen;
	struct standard standard;
	VEC(struct inputs_folder) stack;
	size_t left_out_members; /* of archives, by their names or by what a WARC file says of them */
	struct walk *archive;    /* being walked; NULL for none */
	size_t archives;         /* begun */
	struct node_set seen;    /* folders of the operand being walked */
	char *path;
	size_t path_capacity;
	struct wa_error error;
};

/* What the i-th operand is called. */
const char *inputs_name(const struct inputs *inputs, size_t i);
/* The next input; false at the end. */
bool inputs_next(struct inputs *inputs, struct input *input);
/* How far the archive being walked is, in bytes of its file; false when there is none. */
bool inputs_position(const struct inputs *inputs, uint64_t *at, uint64_t *size);
/* Says on standard error how many files and members of other kinds were left out, if any were. */
void inputs_tell_left_out(const struct inputs *inputs);
void inputs_release(struct inputs *inputs);

#endif
