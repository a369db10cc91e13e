#include "cli/trouble.h"

#include <stdarg.h>
#include <stdio.h>

#include "cli/command.h"

/* File names come from anywhere. */
static void put_clean(const char *text)
{
	for (; *text; text++)
		fputc((unsigned char)*text < 0x20 || *text == 0x7F ? '?' : *text, stderr);
}

void trouble_error(const struct wa_error *error)
{
	fputs(PROGRAM ": ", stderr);
	if (error->file[0]) {
		put_clean(error->file);
		if (error->line)
			fprintf(stderr, ":%u", error->line);
		if (error->line && error->column)
			fprintf(stderr, ":%u", error->column);
		fputs(": ", stderr);
	}
	put_clean(error->message);
	fputc('\n', stderr);
}

void trouble_say(const char *file, const char *format, ...)
{
	struct wa_error error = {0};
	va_list args;
	va_start(args, format);
	(void)vsnprintf(error.message, sizeof error.message, format, args);
	va_end(args);
	if (file)
		(void)snprintf(error.file, sizeof error.file, "%s", file);
	trouble_error(&error);
}
