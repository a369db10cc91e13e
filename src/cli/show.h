/* What the commands that show the catalogue share. */
#ifndef CLI_SHOW_H
#define CLI_SHOW_H

#include "cli/options.h"
#include "wireaudit/report.h"

/* The words of their --format, in this order. */
enum { SHOW_TEXT, SHOW_JSON };
#define OPTIONS_FORMAT(S)                                                                                                \
	{                                                                                                                \
		"format", 'f', "F", "text (the default) or json", OPTION_CHOICE, offsetof(struct S, format), "text|json" \
	}

/* Standard output as a sink; NULL, told, when there is no memory for it. */
struct wa_sink *show_open(void);
/* Closes what show_open() gave, also NULL; returns the exit status. */
int show_close(struct wa_sink *sink);

/* Prints copy so that it cannot steer the terminal. */
void show_copy(struct wa_str text);
/* Prints "Title" and a wrapped text below it; nothing when the text is NULL or empty. */
void show_section(const char *title, const char *text);
/* The same of a list that ends with NULL, its first `most`; returns how many are left out. */
size_t show_examples(const char *title, const char *const *examples, size_t most);

#endif
