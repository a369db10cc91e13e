#include "tests/unit/pack_scratch.h"

#include <fcntl.h>
#include <sys/stat.h>

#include "base/limits.h"

static void expect(const char *path, enum wa_status status, unsigned line, const char *message)
{
	struct packs *packs = NULL;
	struct wa_error error = {0};
	assert_int_equal(load_file(path, &packs, &error), status);
	assert_null(packs);
	assert_string_equal(error.message, message);
	assert_string_equal(error.file, path);
	assert_int_equal(error.line, line);
	assert_int_equal(error.status, status);
}

static void what_is_no_file(void **state)
{
	const char *folder = scratch_path("folder.yaml"), *pipe = scratch_path("pipe.yaml");
	(void)state;
	assert_int_equal(mkdir(folder, 0700), 0);
	assert_int_equal(mkfifo(pipe, 0600), 0);
	expect(scratch_path("missing.yaml"), WA_ERR_IO, 0, "cannot open: No such file or directory");
	expect(scratch_path("wireaudit.yaml"), WA_ERR_IO, 0, "cannot open: No such file or directory");
	expect(folder, WA_ERR_IO, 0, "cannot read: it is a folder, a file was expected");
	expect(pipe, WA_ERR_IO, 0, "cannot read: it is no regular file");
	(void)rmdir(folder);
	(void)unlink(pipe);
}

static void what_is_no_text(void **state)
{
	const char *path = scratch_write("a.yaml", "language: en\n\0\1\2", 16);
	(void)state;
	expect(path, WA_ERR_CONFIG, 2, "this is a binary file; packs and configurations are text in UTF-8");
	path = scratch_write("a.yaml", "language: en\n\n# caf\xE9\n", 21);
	expect(path, WA_ERR_CONFIG, 3, "a byte here is not UTF-8; save the file as UTF-8");
	path = scratch_write("a.tsv", "id\tname\n\xFF\n", 10);
	expect(path, WA_ERR_CONFIG, 2, "a byte here is not UTF-8; save the file as UTF-8");
	(void)unlink(scratch_path("a.yaml"));
	(void)unlink(path);
}

/* The file is sparse: nothing of it is read. */
static void what_is_too_large(void **state)
{
	const char *path = scratch_write("a.yaml", "", 0);
	(void)state;
	assert_int_equal(truncate(path, (off_t)LIMIT_PACK_BYTES + 1), 0);
	expect(path, WA_ERR_CONFIG, 0, "the file has 16777217 bytes; packs and configurations have at most 16777216");
	(void)unlink(path);
}

static void what_is_named_otherwise(void **state)
{
	const char *path = scratch_write("a.txt", "language: en\n", 13);
	(void)state;
	expect(path, WA_ERR_CONFIG, 0, "the name of a pack ends in .yaml or .tsv");
	(void)unlink(path);
}

int main(void)
{
	const struct CMUnitTest tests[] = {cmocka_unit_test(what_is_no_file), cmocka_unit_test(what_is_no_text),
		cmocka_unit_test(what_is_too_large), cmocka_unit_test(what_is_named_otherwise)};
	return cmocka_run_group_tests(tests, scratch_make, scratch_remove);
}
