/* Every allocation made in training a model, and in tagging with it, fails once: it is said, and nothing is lost or left. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "tests/memory/failing.h"

#include "pack/packs.h"
#include "tag/tag.h"
#include "train/run.h"

static const char *corpus, *treebank;
static struct packs *packs;

static enum wa_status train(byte_list *model)
{
	const struct train_options options = {.corpus = corpus, .treebank = treebank, .measure = corpus};
	struct train_figures figures;
	struct wa_error error = {0};
	return train_run(&options, &packs->lex, NULL, NULL, model, &figures, &error);
}

static void every_allocation_of_training(void **state)
{
	byte_list all = {0}, some = {0};
	bool reached = true;
	(void)state;
	assert_int_equal(train(&all), WA_OK);
	for (size_t n = 1; reached; n = failing_next(n)) {
		enum wa_status status;
		failing_start(n);
		status = train(&some);
		reached = failing_stop();
		if (reached ? status != WA_ERR_NOMEM : status != WA_OK)
			fail_msg("allocation %zu failed, and training said %d", n, (int)status);
		vec_release(&some);
		some.failed = false;
	}
	vec_release(&all);
}

static void every_allocation_of_tagging(void **state)
{
	static const char copy[] = "\"It was old,\" the harbour master said, and the council believes that the walls are next.";
	byte_list bytes = {0};
	struct tag_model model;
	struct wa_error error = {0};
	struct seg seg = {.text = {0}};
	bool reached = true;
	(void)state;
	assert_int_equal(train(&bytes), WA_OK);
	assert_int_equal(model_open(bytes.items, bytes.count, "trained", &model, &error), WA_OK);
	assert_true(seg_paragraph(&seg, &packs->lex, (struct wa_str){copy, sizeof copy - 1}, false));
	for (size_t n = 1; reached; n++) {
		struct tagging tagging = {.capacity = 0};
		bool ok;
		failing_start(n);
		ok = tag_paragraph(&model, &seg, &tagging);
		reached = failing_stop();
		assert_int_equal(ok, !reached);
		tagging_release(&tagging);
	}
	seg_release(&seg);
	vec_release(&bytes);
}

int main(int argc, char **argv)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_allocation_of_training),
		cmocka_unit_test(every_allocation_of_tagging),
	};
	int failed;
	if (argc != 3)
		return 2;
	corpus = argv[1];
	treebank = argv[2];
	if (packs_load(NULL, &packs, NULL) != WA_OK)
		return 2;
	failed = cmocka_run_group_tests(tests, NULL, NULL);
	packs_free(packs);
	return failed;
}
