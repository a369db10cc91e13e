/* kill -9 at points drawn from a fixed seed: the database is whole each time, and the next scan goes on from there. */
#include <signal.h>
#include <sys/wait.h>

#include "tests/store/rows.h"
#include "tests/store/workload.h"

#define DOCUMENTS 1500u
#define KILLS 10
/* What may wait in memory: a queue that fills and one that is written (src/store/queue.c). */
#define AT_RISK 600

static unsigned seed = 19911225;

static unsigned draw(unsigned below)
{
	seed = seed * 1103515245u + 12345u;
	return (seed >> 8) % below;
}

/* A child that scans; the descriptor tells of every document handed in. */
static pid_t start_scan(const char *name, int *progress)
{
	int ends[2];
	pid_t child;
	assert_int_equal(pipe(ends), 0);
	child = fork();
	if (child == 0) {
		struct workload work = {.name = name, .last = DOCUMENTS, .progress = ends[1]};
		(void)close(ends[0]);
		_exit(workload_run(&work) == WA_OK ? 0 : 1);
	}
	(void)close(ends[1]);
	*progress = ends[0];
	return child;
}

/* Kills the scan a moment after `after` documents; returns how many it was told of. */
static unsigned kill_scan(const char *name, unsigned after)
{
	int progress, status;
	unsigned told = 0;
	char byte;
	pid_t child = start_scan(name, &progress);
	while (told < after && read(progress, &byte, 1) == 1)
		told++;
	(void)usleep(draw(3000));
	assert_int_equal(kill(child, SIGKILL), 0);
	assert_int_equal(waitpid(child, &status, 0), child);
	(void)close(progress);
	return told;
}

static void killed_scans(void **state)
{
	struct workload undisturbed = {.name = "undisturbed.db", .last = DOCUMENTS, .progress = -1};
	struct workload last = {.name = "killed.db", .last = DOCUMENTS, .progress = -1};
	sqlite3 *db;
	(void)state;
	for (int i = 0; i < KILLS; i++) {
		/* From the making of the database to well into the scan: each goes on where the one before was cut off. */
		unsigned after = i < 2 ? draw(3) : (unsigned)i * DOCUMENTS / KILLS + draw(DOCUMENTS / KILLS);
		unsigned told = kill_scan("killed.db", after);
		struct wa_store *store = store_open("killed.db", WA_STORE_WRITE);
		wa_store_close(store);
		rows_expect_whole("killed.db");
		db = rows_open("killed.db");
		assert_true(rows_number(db, "SELECT count(*) FROM document") + AT_RISK >= told);
		assert_int_equal(rows_number(db, "SELECT count(*) FROM document WHERE analysis IS NULL"), 0);
		assert_int_equal(rows_number(db, "SELECT count(*) FROM run WHERE finished IS NOT NULL"), 0);
		sqlite3_close(db);
	}
	assert_int_equal(workload_run(&last), WA_OK);
	assert_int_equal(workload_run(&undisturbed), WA_OK);
	rows_expect_whole("killed.db");
	rows_expect_equal("killed.db", "undisturbed.db");
	db = rows_open("killed.db");
	assert_true(rows_number(db, "SELECT unchanged FROM run ORDER BY id DESC LIMIT 1") > DOCUMENTS / 2);
	sqlite3_close(db);
}

int main(void)
{
	const struct CMUnitTest tests[] = {cmocka_unit_test(killed_scans)};
	return cmocka_run_group_tests(tests, place_make, place_remove);
}
