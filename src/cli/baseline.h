/*
 * A baseline: findings that were there before, so that an archive's old ones do not drown the new. A text file with a
 * line for each, in the order of URIs:
 *
 *     FINGERPRINT  CODE  URI  words        (a tab between)
 *
 * Only the fingerprint is read back; the rest is for people and for version control. Lines that begin with '#' and empty ones
 * say nothing.
 */
#ifndef CLI_BASELINE_H
#define CLI_BASELINE_H

#include <pthread.h>

#include "base/vec.h"
#include "wireaudit/engine.h"

/* A baseline being made. */
struct baseline {
	pthread_mutex_t turn;
	VEC(char *) lines; /* without a line's end */
};

void baseline_init(struct baseline *baseline);
void baseline_release(struct baseline *baseline);
/* Notes the findings of a result that are not set aside, and sets them aside as known. From any thread. */
void baseline_note(struct baseline *baseline, struct wa_result *result);
/* Sorts and writes what was noted; "-" is standard output. Errors: WA_ERR_IO, WA_ERR_NOMEM. */
enum wa_status baseline_write(struct baseline *baseline, const char *path, struct wa_error *error);

/* Calls `take` for each line's fingerprint. Errors: WA_ERR_IO, WA_ERR_FORMAT with the line, WA_ERR_LIMIT, WA_ERR_NOMEM. */
enum wa_status baseline_read(
	const char *path, void (*take)(void *context, uint64_t fingerprint), void *context, struct wa_error *error);

/* The number a fingerprint writes in 16 hex digits; false when the text is none. */
bool baseline_fingerprint(struct wa_str text, uint64_t *fingerprint);

#endif
