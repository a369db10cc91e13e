/* Filling the error record: `return error_set(error, WA_ERR_IO, path, 0, "cannot open: %s", why);` */
#ifndef BASE_ERROR_H
#define BASE_ERROR_H

#include <stdarg.h>

#include "wireaudit/status.h"

/* Fills `error` (may be NULL) and returns `status`. `file` may be NULL; `line` 0 means none. */
enum wa_status error_set(struct wa_error *error, enum wa_status status, const char *file, unsigned line, const char *format, ...)
	__attribute__((format(printf, 5, 6)));

enum wa_status error_vset(struct wa_error *error, enum wa_status status, const char *file, unsigned line, const char *format,
	va_list args) __attribute__((format(printf, 5, 0)));

/* The same for memory that ran out. */
enum wa_status error_nomem(struct wa_error *error);

#endif
