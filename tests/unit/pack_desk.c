#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "pack/desk.h"

static const struct {
	const char *glob, *path;
	bool matches;
} rows[] = {
	{"a.txt", "a.txt", true},
	{"a.txt", "b/a.txt", true},
	{"a.txt", "ba.txt", false},
	{"a.txt", "a.txt.bak", false},
	{"/a.txt", "/a.txt", true},
	{"/a.txt", "b/a.txt", false},
	{"*.txt", "b/c.txt", true},
	{"b/*", "b/c.txt", true},
	{"b/*", "b/c/d.txt", false},
	{"b/*/d.txt", "a/b/c/d.txt", true},
	{"b/**", "b/c/d.txt", true},
	{"b/**", "x/b/c/d.txt", true},
	{"b/**", "bb/c", false},
	{"b/**/d.txt", "b/d.txt", true},
	{"b/**/d.txt", "b/c/c/d.txt", true},
	{"b/**/d.txt", "b/cd.txt", false},
	{"**/c/*.html", "a/b/c/d.html", true},
	{"**/c/*.html", "a/b/c/d.txt", false},
	{"b/**c.txt", "b/x/yc.txt", true},
	{"b/?.txt", "b/c.txt", true},
	{"b/?.txt", "b/cc.txt", false},
	{"b?c", "b/c", false},
	{"*", "", true},
	{"", "", true},
	{"", "a", false},
	{"a*b*c", "aXbYbZc", true},
	{"a*b*c", "aXbYbZ", false},
};

static void globs_match_ends_of_paths(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		if (desk_glob(rows[i].glob, rows[i].path) != rows[i].matches)
			fail_msg("%s %s %s", rows[i].glob, rows[i].matches ? "should match" : "should not match", rows[i].path);
}

/* Stars upon stars against a path that almost matches: must come back at once. */
static void hostile_globs_end(void **state)
{
	char *path = malloc(20001);
	(void)state;
	assert_non_null(path);
	memset(path, 'a', 20000);
	path[20000] = '\0';
	assert_false(desk_glob("*a*a*a*a*a*a*a*a*a*a*a*a*b", path));
	assert_false(desk_glob("**a**a**a**a**a**a**a**a**b", path));
	assert_false(desk_glob("**/a**/a*a**/a*b", path));
	free(path);
}

int main(void)
{
	const struct CMUnitTest tests[] = {cmocka_unit_test(globs_match_ends_of_paths), cmocka_unit_test(hostile_globs_end)};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
