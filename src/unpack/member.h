/* One file of a zip archive held in memory, by its name. */
#ifndef UNPACK_MEMBER_H
#define UNPACK_MEMBER_H

#include "wireaudit/status.h"

#include <stdbool.h>
#include <stddef.h>

struct member {
	void *bytes; /* owned */
	size_t size;
};

/*
 * Unpacks the member of that name from a zip archive. *found is false, with no error, when there is none. Errors: WA_ERR_FORMAT
 * (the archive is damaged), WA_ERR_LIMIT (it unpacks to more than LIMIT_MEMBER_BYTES, or to more than LIMIT_MEMBER_RATIO times
 * its size), WA_ERR_NOMEM.
 */
enum wa_status member_read(const char *uri, const void *bytes, size_t size, const char *name, struct member *member, bool *found,
	struct wa_error *error);
void member_release(struct member *member);

#endif
