/* A pack or configuration file on its way in: its bytes, and how its mistakes are told. */
#ifndef PACK_FILE_H
#define PACK_FILE_H

#include <stdarg.h>

#include "base/arena.h"
#include "wireaudit/status.h"

struct file {
	const char *path; /* as given by the user; names the file in messages */
	const char *text; /* valid UTF-8 without a byte order mark, no NUL inside, terminated by one */
	size_t size;
	struct arena *arena; /* owns the text and what is made of it */
	struct wa_error *error;
};

/*
 * Reads a file. WA_ERR_IO when it cannot be read or is no regular file; WA_ERR_CONFIG when it is binary, no
 * UTF-8 or beyond LIMIT_PACK_BYTES; WA_ERR_NOMEM.
 */
enum wa_status file_open(struct file *file, const char *path, struct arena *arena, struct wa_error *error);

/* Records a mistake at a place (column 0: none) and returns WA_ERR_CONFIG. */
enum wa_status file_fail(const struct file *file, unsigned line, unsigned column, const char *format, ...)
	__attribute__((format(printf, 4, 5)));

void file_vfail(const struct file *file, unsigned line, unsigned column, const char *format, va_list args)
	__attribute__((format(printf, 4, 0)));

#endif
