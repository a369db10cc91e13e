/* What is removed for good, and that a dry run foretells it. */
#include "tests/store/hand.h"

/* A dry run counts what the same call removes. */
static struct wa_pruned prune_twice(struct wa_store *store, struct wa_prune prune)
{
	struct wa_pruned counted = {0}, pruned = {0};
	prune.dry = true;
	MUST(wa_store_prune(store, &prune, &counted, &error));
	prune.dry = false;
	MUST(wa_store_prune(store, &prune, &pruned, &error));
	assert_int_equal(counted.documents, pruned.documents);
	assert_int_equal(counted.versions, pruned.versions);
	assert_int_equal(counted.analyses, pruned.analyses);
	return pruned;
}

static void pruning(void **state)
{
	struct wa_store *store = store_open("prune.db", WA_STORE_WRITE);
	struct wa_pruned pruned = {0};
	struct wa_scan *scan;
	(void)state;
	for (unsigned i = 0; i < 3; i++) { /* a: two versions; b: two engines; c: gone */
		scan = scan_begin(store, i < 2 ? ENGINE : OTHER_ENGINE);
		hand_in(scan, "a.txt", i ? 2 : 1);
		hand_in(scan, "b.txt", 3);
		if (!i)
			hand_in(scan, "c.txt", 5);
		else
			MUST(wa_scan_gone(scan, "", &error));
		finish(scan);
	}
	pruned = prune_twice(store, (struct wa_prune){.before = "2000-01-01", .superseded = true, .deleted = true});
	assert_int_equal(pruned.documents + pruned.versions + pruned.analyses, 0);
	pruned = prune_twice(store, (struct wa_prune){.superseded = true});
	assert_int_equal(pruned.documents, 0);
	assert_int_equal(pruned.versions, 1);
	assert_int_equal(pruned.analyses, 3); /* of a: both of the first engine; of b: one */
	pruned = prune_twice(store, (struct wa_prune){.before = "2999-01-01", .deleted = true});
	assert_int_equal(pruned.documents, 1);
	assert_int_equal(wa_store_prune(store, &(struct wa_prune){.before = "soon"}, &pruned, NULL), WA_ERR_USAGE);
	wa_store_close(store);
	assert_int_equal(ask("prune.db", "SELECT count(*) FROM analysis"), 2);
	assert_int_equal(ask("prune.db", "SELECT count(*) FROM paragraph"), 12);
	assert_int_equal(ask("prune.db", "SELECT count(*) FROM attribution_content"), 12);
	assert_int_equal(ask("prune.db", "SELECT count(*) FROM paragraph_text WHERE paragraph_text MATCH 'passengers'"), 12);
	assert_int_equal(ask("prune.db", "SELECT count(*) FROM pragma_foreign_key_check"), 0);
}

/* What goes with its document is counted once, with it. */
static void pruning_all_at_once(void **state)
{
	struct wa_store *store = store_open("prune-all.db", WA_STORE_WRITE);
	struct wa_pruned pruned;
	struct wa_scan *scan;
	(void)state;
	for (unsigned i = 0; i < 3; i++) {
		scan = scan_begin(store, ENGINE);
		hand_in(scan, "a.txt", i + 1);
		if (i < 2)
			hand_in(scan, "b.txt", i + 4);
		MUST(wa_scan_gone(scan, "", &error));
		finish(scan);
	}
	pruned = prune_twice(store, (struct wa_prune){.superseded = true, .deleted = true});
	assert_int_equal(pruned.documents, 1);
	assert_int_equal(pruned.versions, 2);
	assert_int_equal(pruned.analyses, 2);
	wa_store_close(store);
	assert_int_equal(ask("prune-all.db", "SELECT count(*) FROM version"), 1);
}

int main(void)
{
	const struct CMUnitTest tests[] = {cmocka_unit_test(pruning), cmocka_unit_test(pruning_all_at_once)};
	return cmocka_run_group_tests(tests, place_make, place_remove);
}
