/* Desks and profiles: from a document's path or section to who is responsible for it, and to the levels that hold for it. */
#ifndef PACK_DESK_H
#define PACK_DESK_H

#include <stdbool.h>

#include "wireaudit/engine.h"

struct desk_texts {
	const char **items;
	uint32_t count;
};

struct desk {
	const char *name;
	struct desk_texts paths, sections; /* paths are globs */
	const char *origin;                /* "path:line" */
};

/* Levels of rules for some of the documents. */
struct profile {
	struct desk place;       /* which; its name is the profile's */
	struct desk_texts desks; /* or those of these desks */
	enum wa_level *levels;   /* by rule */
};

/*
 * Does the glob match the path, or the end of it that begins behind some slash? `*` and `?` stand for anything
 * but a slash, `**` for anything. A glob that begins with a slash must match from the start.
 */
bool desk_glob(const char *glob, const char *path);

/*
 * Does the desk take the document, and by what? Sections are compared without regard to the case of ASCII letters. *choice is
 * set when it does; NULL is allowed.
 */
bool desk_takes(const struct desk *desk, const char *uri, struct wa_str section, struct wa_choice *choice);
/* The same of a profile; `of` is the document's desk, NULL for none. */
bool profile_takes(const struct profile *profile, const char *of, const char *uri, struct wa_str section, struct wa_choice *choice);

#endif
