/*
 * A walk through an archive and the archives in it: every file that may be copy, one at a time, with its bytes. A member is named
 * ARCHIVE!/MEMBER, one of an archive in it ARCHIVE!/INNER!/MEMBER; bytes of a name that would steer a terminal or are no UTF-8 are
 * written as %XX.
 *
 *     walk_open(&walk, "copy.tar.zst", "copy.tar.zst", is_no_copy, &error);
 *     while (walk_next(walk, &item)) ...
 *     walk_close(walk);
 *
 * Held at a time: one member, and the archives it lies in where these are members themselves.
 */
#ifndef UNPACK_WALK_H
#define UNPACK_WALK_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "wireaudit/status.h"

struct walk;

struct walk_item {
	const char *uri; /* until the next call */
	char *bytes;     /* from malloc, the caller's; NULL for trouble, and for an empty member */
	size_t size;
	const struct wa_error
		*error; /* why a member, or the rest of an archive, was not read; NULL for a member; until the next call */
};

/*
 * `name` is what the archive at `path` is called in URIs and messages; `is_no_copy` tells members to be left out by their names.
 * Errors: WA_ERR_IO, WA_ERR_FORMAT, WA_ERR_NOMEM; *walk is NULL then.
 */
enum wa_status walk_open(
	struct walk **walk, const char *path, const char *name, bool (*is_no_copy)(const char *name), struct wa_error *error);
/* The next member, or the next trouble; false at the end. */
bool walk_next(struct walk *walk, struct walk_item *item);
/* Bytes of the file read so far, and in all. */
void walk_position(const struct walk *walk, uint64_t *at, uint64_t *size);
/* Members left out because they are no copy. */
size_t walk_left_out(const struct walk *walk);
void walk_close(struct walk *walk); /* NULL is allowed */

#endif
