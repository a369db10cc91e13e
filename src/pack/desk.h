/* Desks: from a document's path or section to who is responsible for it. */
#ifndef PACK_DESK_H
#define PACK_DESK_H

#include <stdbool.h>

#include "wireaudit/types.h"

struct desk_texts {
	const char **items;
	uint32_t count;
};

struct desk {
	const char *name;
	struct desk_texts paths, sections; /* paths are globs */
};

/*
 * Does the glob match the path, or the end of it that begins behind some slash? `*` and `?` stand for anything
 * but a slash, `**` for anything. A glob that begins with a slash must match from the start.
 */
bool desk_glob(const char *glob, const char *path);

/* Does the desk take the document? Sections are compared without regard to the case of ASCII letters. */
bool desk_takes(const struct desk *desk, const char *uri, struct wa_str section);

#endif
