/* A disk that is full, and a limit on the size of files: said, nothing lost, and finished when there is room. */
#include <sched.h>
#include <signal.h>
#include <sys/mount.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>

#include "tests/store/rows.h"
#include "tests/store/workload.h"

#define DOCUMENTS 800u

static void expect_failure(struct workload *work, enum wa_status wanted, const char *words)
{
	enum wa_status status = workload_run(work);
	if (status != wanted || !strstr(work->error.message, words))
		fail_msg("%s: %s", wa_status_name(status), work->error.message);
	rows_expect_whole(work->name);
}

static void expect_completion(struct workload *work)
{
	assert_int_equal(workload_run(work), WA_OK);
	rows_expect_whole(work->name);
	rows_expect_equal(work->name, "reference.db");
}

/* In a child, whose mounts are its own. */
static void scan_on_full_disk(void **state)
{
	struct workload work = {.name = "disk/a.db", .last = DOCUMENTS, .progress = -1};
	(void)state;
	if (unshare(CLONE_NEWNS) != 0 || mount("none", "/", NULL, MS_REC | MS_PRIVATE, NULL) != 0 ||
		mount("tmpfs", place_path("disk"), "tmpfs", 0, "size=2m") != 0)
		skip(); /* needs the right to mount */
	expect_failure(&work, WA_ERR_STORE, "disk is full");
	assert_int_equal(mount("tmpfs", place_path("disk"), "tmpfs", MS_REMOUNT, "size=64m"), 0);
	expect_completion(&work);
}

/* In a child, whose limits are its own. */
static void scan_with_limit(void **state)
{
	struct workload work = {.name = "limited.db", .last = DOCUMENTS, .progress = -1};
	struct rlimit limit;
	(void)state;
	(void)signal(SIGXFSZ, SIG_IGN);
	assert_int_equal(getrlimit(RLIMIT_FSIZE, &limit), 0);
	limit.rlim_cur = 1024 * 1024;
	assert_int_equal(setrlimit(RLIMIT_FSIZE, &limit), 0);
	expect_failure(&work, WA_ERR_IO, "cannot write to the database");
	limit.rlim_cur = limit.rlim_max;
	assert_int_equal(setrlimit(RLIMIT_FSIZE, &limit), 0);
	expect_completion(&work);
}

static void expect_child(const struct CMUnitTest *test)
{
	int status = -1;
	pid_t child = fork();
	if (child == 0)
		_exit(_cmocka_run_group_tests("child", test, 1, NULL, NULL));
	assert_int_equal(waitpid(child, &status, 0), child);
	assert_int_equal(status, 0);
}

static int make_reference(void **state)
{
	struct workload work = {.name = "reference.db", .last = DOCUMENTS, .progress = -1};
	return place_make(state) == 0 && mkdir(place_path("disk"), 0700) == 0 && workload_run(&work) == WA_OK ? 0 : -1;
}

static void full_disk(void **state)
{
	static const struct CMUnitTest test = cmocka_unit_test(scan_on_full_disk);
	(void)state;
	expect_child(&test);
}

static void limited_files(void **state)
{
	static const struct CMUnitTest test = cmocka_unit_test(scan_with_limit);
	(void)state;
	expect_child(&test);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(full_disk),
		cmocka_unit_test(limited_files),
	};
	return cmocka_run_group_tests(tests, make_reference, place_remove);
}
