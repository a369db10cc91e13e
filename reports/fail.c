#include "fail.h"

#include <stdarg.h>
#include <stdio.h>

enum wa_status fail(struct wa_error *error, enum wa_status status, const char *file, const char *format, ...)
{
	va_list args;
	if (!error)
		return status;
	error->status = status;
	error->line = error->column = 0;
	snprintf(error->file, sizeof error->file, "%s", file ? file : "");
	va_start(args, format);
	vsnprintf(error->message, sizeof error->message, format, args);
	va_end(args);
	return status;
}

enum wa_status fail_nomem(struct wa_error *error)
{
	return fail(error, WA_ERR_NOMEM, NULL, "out of memory");
}
