#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

#include "reports/sink.h"

static char folder[] = "/tmp/wireaudit-sink-XXXXXX";

static int setup(void **state)
{
	(void)state;
	return mkdtemp(folder) ? 0 : -1;
}

static int teardown(void **state)
{
	(void)state;
	return rmdir(folder);
}

static void path_of(char *path, size_t size, const char *name)
{
	snprintf(path, size, "%s/%s", folder, name);
}

static void expect_file(const char *path, const char *wanted)
{
	char got[64];
	FILE *file = fopen(path, "r");
	assert_non_null(file);
	size_t n = fread(got, 1, sizeof got - 1, file);
	got[n] = 0;
	fclose(file);
	assert_string_equal(got, wanted);
}

static void a_file_takes_its_place_at_close(void **state)
{
	char path[128];
	struct wa_sink *sink;
	(void)state;
	path_of(path, sizeof path, "out");
	assert_int_equal(wa_sink_open(path, &sink, NULL), WA_OK);
	sink_literal(sink, "first");
	assert_int_equal(access(path, F_OK), -1);
	assert_int_equal(wa_sink_close(sink, NULL), WA_OK);
	expect_file(path, "first");
	assert_int_equal(chmod(path, 0640), 0);

	assert_int_equal(wa_sink_open(path, &sink, NULL), WA_OK);
	sink_literal(sink, "half done");
	wa_sink_abandon(sink);
	expect_file(path, "first");

	struct stat found;
	assert_int_equal(wa_sink_open(path, &sink, NULL), WA_OK);
	sink_literal(sink, "second");
	assert_int_equal(wa_sink_close(sink, NULL), WA_OK);
	expect_file(path, "second");
	assert_int_equal(stat(path, &found), 0);
	assert_int_equal(found.st_mode & 0777, 0640);
	unlink(path);
}

static void memory_grows_and_is_reused(void **state)
{
	struct wa_sink *sink = wa_sink_memory();
	(void)state;
	for (int i = 0; i < 100000; i++)
		sink_literal(sink, "0123456789");
	assert_int_equal(wa_sink_text(sink).len, 1000000);
	wa_sink_clear(sink);
	sink_number(sink, 0);
	sink_number(sink, 10203);
	assert_int_equal(wa_sink_text(sink).len, 6);
	assert_memory_equal(wa_sink_text(sink).ptr, "010203", 6);
	assert_int_equal(wa_sink_close(sink, NULL), WA_OK);
}

static void failure_is_told_once_asked(void **state)
{
	struct wa_error error = {0};
	struct wa_sink *sink;
	char path[128];
	(void)state;
	path_of(path, sizeof path, "no/such/folder");
	assert_int_equal(wa_sink_open(path, &sink, &error), WA_ERR_IO);
	assert_null(sink);
	assert_string_equal(error.file, path);

	if (access("/dev/full", W_OK) != 0)
		return;
	assert_int_equal(wa_sink_open("/dev/full", &sink, &error), WA_OK);
	for (int i = 0; i < 100000; i++)
		sink_literal(sink, "0123456789");
	assert_int_equal(wa_sink_flush(sink, &error), WA_ERR_IO);
	assert_string_equal(error.file, "/dev/full");
	assert_int_equal(wa_sink_close(sink, &error), WA_ERR_IO);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_file_takes_its_place_at_close),
		cmocka_unit_test(memory_grows_and_is_reused),
		cmocka_unit_test(failure_is_told_once_asked),
	};
	return cmocka_run_group_tests(tests, setup, teardown);
}
