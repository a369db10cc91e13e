/* Stories in JSON by IPTC's ninjs or by AP's scheme, which share most of their names. */
#ifndef READ_READ_NINJS_H
#define READ_READ_NINJS_H

#include "read/json_tree.h"
#include "read/reading.h"

/* Reads every story in a JSON text: objects that have a body, or a headline and an identity, and stand in no other. */
bool ninjs_read(struct reading *reading); /* false when memory ran out */

/* The same where the whole text is one story, as forms put it into mail; *found is false when it is none. */
bool ninjs_read_part(struct reading *reading, const struct source *part, bool *found);

/* True when the first kilobytes of a text are JSON with a member of one of these names; NULL ends the list. */
bool ninjs_has_member(const struct source *source, const char *const *names);

#endif
