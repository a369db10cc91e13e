/* One connection to SQLite: opening it with our settings, transactions, and errors in plain words. */
#ifndef STORE_CONNECTION_H
#define STORE_CONNECTION_H

#include <stdbool.h>

#include <sqlite3.h>

#include "wireaudit/store.h"

struct connection {
	sqlite3 *sqlite;
	const char *path;  /* borrowed, for messages */
	uint64_t patience; /* milliseconds to wait for another program's lock */
	uint64_t waited;   /* of these, spent on the lock at hand */
};

enum connection_access {
	CONNECTION_READ,
	CONNECTION_FIXED, /* for reading on a medium that cannot be written at all: no locks, no shared memory */
	CONNECTION_WRITE, /* makes the file when missing */
};

enum wa_status connection_open(struct connection *db, const char *path, enum connection_access access, struct wa_error *error);
void connection_close(struct connection *db);

/* The error record of a call that came to `code` (the connection's last). */
enum wa_status connection_fail(const struct connection *db, int code, struct wa_error *error);

/* Runs statements that yield no rows. */
enum wa_status connection_run(struct connection *db, const char *sql, struct wa_error *error);
/* The whole number a statement yields ("PRAGMA user_version"); 0 when it yields none. */
enum wa_status connection_number(struct connection *db, const char *sql, int64_t *number, struct wa_error *error);

/* A writing transaction; waits its turn. */
enum wa_status connection_begin(struct connection *db, struct wa_error *error);
enum wa_status connection_commit(struct connection *db, struct wa_error *error); /* rolls back on failure */
void connection_rollback(struct connection *db);

#endif
