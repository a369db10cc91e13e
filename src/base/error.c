#include "base/error.h"

static const char *const status_names[] = {
	[WA_OK] = "ok",
	[WA_ERR_USAGE] = "usage",
	[WA_ERR_NOMEM] = "nomem",
	[WA_ERR_IO] = "io",
	[WA_ERR_FORMAT] = "format",
	[WA_ERR_LIMIT] = "limit",
	[WA_ERR_CONFIG] = "config",
	[WA_ERR_STORE] = "store",
	[WA_ERR_BUSY] = "busy",
	[WA_ERR_INTERNAL] = "internal",
};

const char *wa_status_name(enum wa_status status)
{
	return (unsigned)status < sizeof status_names / sizeof *status_names ? status_names[status] : "unknown";
}

enum wa_status error_vset(
	struct wa_error *error, enum wa_status status, const char *file, unsigned line, const char *format, va_list args)
{
	if (!error)
		return status;
	*error = (struct wa_error){.status = status, .line = line};
	if (file)
		(void)snprintf(error->file, sizeof error->file, "%s", file);
	/* the checker does not see that callers have started the list */
	(void)vsnprintf(error->message, sizeof error->message, format, args); // NOLINT(clang-analyzer-valist.Uninitialized)
	return status;
}

enum wa_status error_set(struct wa_error *error, enum wa_status status, const char *file, unsigned line, const char *format, ...)
{
	va_list args;
	va_start(args, format);
	(void)error_vset(error, status, file, line, format, args);
	va_end(args);
	return status;
}

enum wa_status error_nomem(struct wa_error *error)
{
	return error_set(error, WA_ERR_NOMEM, NULL, 0, "out of memory");
}
