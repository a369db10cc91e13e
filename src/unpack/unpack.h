/*
 * One archive, member by member, in the order in which they stand: zip and tar, these and single files packed with gzip,
 * bzip2, xz or zstd, and WARC files. Names of members are only names: nothing is written, and no file is opened but the archive.
 */
#ifndef UNPACK_UNPACK_H
#define UNPACK_UNPACK_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/types.h>

#include "wireaudit/status.h"

struct unpack;

enum unpack_kind {
	UNPACK_FILE,
	UNPACK_NO_FILE,   /* a folder, a link, a device */
	UNPACK_NO_COPY,   /* an answer in a WARC file that says it is a picture, a script or an error */
	UNPACK_ENCRYPTED, /* cannot be read */
};

struct unpack_member {
	enum unpack_kind kind;
	const char *name; /* as the archive has it, until the next call */
	bool is_address;  /* the name is that of a page, not of a file */
};

/*
 * Opens an archive; `name` is for messages and, without its folder and last ending, the name of what a packed single file holds.
 * Errors: WA_ERR_IO, WA_ERR_FORMAT, WA_ERR_NOMEM; *unpack is NULL then.
 */
enum wa_status unpack_open_file(struct unpack **unpack, const char *path, const char *name, struct wa_error *error);
/* The same from bytes, which are the caller's and outlive it. */
enum wa_status unpack_open_bytes(struct unpack **unpack, const char *name, const void *bytes, size_t size, struct wa_error *error);
void unpack_close(struct unpack *unpack); /* NULL is allowed */

/* The next member; *more is false at the end. Errors (the rest of the archive cannot be read): WA_ERR_FORMAT, WA_ERR_NOMEM. */
enum wa_status unpack_next(struct unpack *unpack, struct unpack_member *member, bool *more, struct wa_error *error);
/* Bytes of the current member; 0 at its end, negative with the error set when the archive is damaged. */
ssize_t unpack_read(struct unpack *unpack, void *buffer, size_t size, struct wa_error *error);
/* Whether what is not read of a member costs nothing to pass over. */
bool unpack_seeks(const struct unpack *unpack);
/* Bytes of the archive read so far. */
uint64_t unpack_position(const struct unpack *unpack);

/*
 * Takes off what a WARC file's member was wrapped in for its way through the network: chunks, gzip. *bytes is from malloc and may
 * be replaced; at most `most` bytes come of it. Errors: WA_ERR_FORMAT, WA_ERR_LIMIT, WA_ERR_NOMEM, naming `name`.
 */
enum wa_status unpack_unwrap(
	const struct unpack *unpack, const char *name, char **bytes, size_t *size, size_t most, struct wa_error *error);

#endif
