/* One connection to SQLite: opening it with our settings, transactions, and errors in plain words. */
#ifndef STORE_DATABASE_H
#define STORE_DATABASE_H

#include <stdbool.h>

#include <sqlite3.h>

#include "wireaudit/store.h"

struct database {
	sqlite3 *sqlite;
	const char *path; /* borrowed, for messages */
	uint64_t waited;  /* milliseconds spent on the lock at hand */
};

enum database_access {
	DATABASE_READ,
	DATABASE_FIXED, /* for reading on a medium that cannot be written at all: no locks, no shared memory */
	DATABASE_WRITE, /* makes the file when missing */
};

enum wa_status database_open(struct database *db, const char *path, enum database_access access, struct wa_error *error);
void database_close(struct database *db);

/* The error record of a call that came to `code` (the connection's last). */
enum wa_status database_fail(const struct database *db, int code, struct wa_error *error);

/* Runs statements that yield no rows. */
enum wa_status database_run(struct database *db, const char *sql, struct wa_error *error);
/* The whole number a statement yields ("PRAGMA user_version"); 0 when it yields none. */
enum wa_status database_number(struct database *db, const char *sql, int64_t *number, struct wa_error *error);

/* A writing transaction; waits its turn. */
enum wa_status database_begin(struct database *db, struct wa_error *error);
enum wa_status database_commit(struct database *db, struct wa_error *error); /* rolls back on failure */
void database_rollback(struct database *db);

#endif
