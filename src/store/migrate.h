/*
 * The schema and its history. A migration is a file migrations/NNNN_what.sql and its name in meson.build; released
 * ones are never changed, only added to. `PRAGMA user_version` counts those a database has had.
 */
#ifndef STORE_MIGRATE_H
#define STORE_MIGRATE_H

#include "store/connection.h"

struct migration {
	const char *name;
	const char *sql;
};
extern const struct migration migrations[];
extern const int migration_count;

/* "waud": marks a SQLite file as ours. */
#define APPLICATION_ID 0x77617564

/* Checks that a database is ours (or empty, for writing) and of a version known here, and brings it up to date when it
 * is open for writing. Safe when several programs do it at once. */
enum wa_status migrate(struct connection *db, bool writing, struct wa_error *error);

#endif
