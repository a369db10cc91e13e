/* What the commands on a database share. */
#ifndef CLI_DATABASE_H
#define CLI_DATABASE_H

#include "cli/options.h"
#include "wireaudit/store.h"

#define DATABASE_NAME "wireaudit.db"

#define OPTION_DATABASE(S, help)                                                                                      \
	{                                                                                                             \
		"db", 0, "FILE", help " (default " DATABASE_NAME ")", OPTION_TEXT, offsetof(struct S, database), NULL \
	}

/* The documents report and export are about; embed as `struct period period`. */
struct period {
	const char *since, *until, *desk;
};
#define OPTIONS_PERIOD(S)                                                                                                       \
	{"since", 0, "DAY", "only documents of this day (YYYY-MM-DD) and later", OPTION_TEXT, offsetof(struct S, period.since), \
		NULL},                                                                                                          \
		{"until", 0, "DAY", "only documents of this day and earlier", OPTION_TEXT, offsetof(struct S, period.until),    \
			NULL},                                                                                                  \
	{                                                                                                                       \
		"desk", 0, "NAME", "only documents of this desk; \"\" for those of none", OPTION_TEXT,                          \
			offsetof(struct S, period.desk), NULL                                                                   \
	}

struct command;

/* NULL, told on standard error, when the database cannot be opened. */
struct wa_store *database_open(const char *path, enum wa_store_mode mode);
/* The same of a database that is there: a mistyped name makes none. */
struct wa_store *database_open_existing(const char *path, enum wa_store_mode mode);
/* The filter for a period; false, told as a usage error, when a day is none or they are the wrong way round. */
bool database_filter(const struct command *command, const struct period *period, struct wa_filter *filter);

#endif
