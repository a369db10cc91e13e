/* Findings to be set aside: what a database's waivers let pass, and what a baseline holds. */
#ifndef CLI_ASIDE_H
#define CLI_ASIDE_H

#include "base/arena.h"
#include "base/vec.h"
#include "wireaudit/engine.h"

struct aside_entry {
	uint64_t fingerprint;
	struct wa_str reason;
	bool known; /* by a baseline */
};

/* Zero-initialised it is empty. Filled by one thread, then read by any. */
struct aside {
	VEC(struct aside_entry) entries; /* in the order of fingerprints once aside_ready() was called */
	VEC(char *) texts;
};

/* Both are told on standard error when they return false. */
bool aside_add_waivers(struct aside *aside, const char *database);
bool aside_add_baseline(struct aside *aside, const char *path);
/* To be called once when all is added; false, told, when memory ran out. */
bool aside_ready(struct aside *aside);
void aside_release(struct aside *aside);

/* Sets aside those findings of a result that are known here. */
void aside_apply(const struct aside *aside, struct wa_result *result);

#endif
