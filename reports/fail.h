/* Filling the error record: `return fail(error, WA_ERR_IO, path, "cannot open: %s", why);` */
#ifndef REPORTS_FAIL_H
#define REPORTS_FAIL_H

#include "wireaudit/status.h"

/* Fills `error` (may be NULL) and returns `status`. `file` may be NULL. */
enum wa_status fail(struct wa_error *error, enum wa_status status, const char *file, const char *format, ...)
	__attribute__((format(printf, 4, 5)));
enum wa_status fail_nomem(struct wa_error *error);

#endif
