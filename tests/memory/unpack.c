/* Every allocation made in walking through an archive fails once: each member is given, or it is said why the rest is not. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "tests/memory/failing.h"

#include "unpack/walk.h"

static char **archives;
static size_t archive_count;

static bool nothing_left_out(const char *name)
{
	(void)name;
	return false;
}

/* Members given, damaged ones among them; *told is set when memory was said to be short. */
static size_t walk_through(const char *path, bool *told)
{
	struct wa_error error = {0};
	struct walk_item item;
	struct walk *walk = NULL;
	size_t given = 0;
	enum wa_status status = walk_open(&walk, path, path, nothing_left_out, &error);
	*told = status == WA_ERR_NOMEM;
	if (status != WA_OK) {
		assert_true(*told);
		return 0;
	}
	while (walk_next(walk, &item)) {
		bool short_of_memory = item.error && item.error->status == WA_ERR_NOMEM;
		*told |= short_of_memory;
		given += !short_of_memory;
		free(item.bytes);
	}
	walk_close(walk);
	return given;
}

static void every_allocation(void **state)
{
	(void)state;
	for (size_t i = 0; i < archive_count; i++) {
		bool told, reached = true;
		size_t all = walk_through(archives[i], &told), given;
		assert_false(told);
		assert_true(all > 0);
		for (size_t n = 1; reached; n = failing_next(n)) {
			failing_start(n);
			given = walk_through(archives[i], &told);
			reached = failing_stop();
			if (!told && given != all)
				fail_msg("%s: allocation %zu failed, %zu members of %zu came and nobody said why", archives[i], n,
					given, all);
		}
	}
}

int main(int argc, char **argv)
{
	const struct CMUnitTest tests[] = {cmocka_unit_test(every_allocation)};
	if (argc < 2)
		return 2;
	archives = argv + 1;
	archive_count = (size_t)argc - 1;
	return cmocka_run_group_tests(tests, NULL, NULL);
}
