/* A folder of a test's own, and calls that must succeed. */
#ifndef TESTS_STORE_PLACE_H
#define TESTS_STORE_PLACE_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "wireaudit/store.h"

#define ENGINE "0123456789abcdef"
#define OTHER_ENGINE "fedcba9876543210"

static char place[256];

static inline int place_make(void **state)
{
	const char *root = getenv("TMPDIR");
	(void)state;
	if (!root) /* in memory, where there is such a place: the tests are of us, not of the disk */
		root = access("/dev/shm", W_OK | X_OK) == 0 ? "/dev/shm" : "/tmp";
	(void)snprintf(place, sizeof place, "%s/wireaudit-store-XXXXXX", root);
	return mkdtemp(place) ? 0 : -1;
}

static inline int place_remove(void **state)
{
	char command[300];
	(void)state;
	(void)snprintf(command, sizeof command, "rm -rf '%s'", place);
	return system(command); /* NOLINT: the folder is our own */
}

/* The path of a file there; good until the next call but three. */
static inline const char *place_path(const char *name)
{
	static char paths[4][300];
	static unsigned turn;
	char *path = paths[turn++ % 4];
	(void)snprintf(path, sizeof paths[0], "%s/%s", place, name);
	return path;
}

static inline void place_write(const char *name, const void *bytes, size_t size)
{
	FILE *file = fopen(place_path(name), "wb");
	assert_non_null(file);
	assert_int_equal(fwrite(bytes, 1, size, file), size);
	assert_int_equal(fclose(file), 0);
}

/* A call that must come to WA_OK; it fills an `error` of its caller's. */
#define MUST(call)                                                                                              \
	do {                                                                                                    \
		struct wa_error error = {0};                                                                    \
		enum wa_status came_to = (call);                                                                \
		if (came_to != WA_OK)                                                                           \
			fail_msg("%s: %s: %s (%s)", #call, error.file, error.message, wa_status_name(came_to)); \
	} while (0)

static inline struct wa_store *store_open(const char *name, enum wa_store_mode mode)
{
	struct wa_store *store = NULL;
	MUST(wa_store_open(place_path(name), mode, &store, &error));
	return store;
}

static inline struct wa_scan *scan_begin(struct wa_store *store, const char *engine)
{
	struct wa_scan *scan = NULL;
	MUST(wa_scan_begin(store, engine, &scan, &error));
	return scan;
}

#endif
