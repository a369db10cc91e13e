/*
 * What happens when memory runs out: every allocation made in opening an engine and auditing a document is
 * made to fail once.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "tests/memory/failing.h"
#include "wireaudit/engine.h"

static const char text[] = "Blast In Orvost Kills Three\n\n"
			   "ORVOST (Reuters) - A bomb killed three people on Monday, police said.\n\n"
			   "\"We heard it,\" said Ana Reis. About 40 soldiers came, wounding two, local media reported.\n";
static const char page[] =
	"<html lang=en><title>Blast</title><article><h1>Blast</h1><p>A bomb killed three people on Monday, police "
	"said.</p><p>It was &quot;loud&quot;.</p></article></html>";

static const char *config; /* names packs of its own */
static char **files;       /* of every format */
static size_t file_count;

static void open_with(struct wa_options options)
{
	for (size_t n = 1;; n = failing_next(n)) {
		struct wa_engine *engine = NULL;
		struct wa_error error = {0};
		enum wa_status status;
		bool failed;
		failing_start(n);
		status = wa_engine_open(&options, &engine, &error);
		failed = failing_stop();
		if (status == WA_OK) {
			wa_engine_close(engine);
			if (!failed)
				return;
			fail_msg("allocation %zu failed and nobody noticed", n);
		}
		assert_true(failed);
		assert_int_equal(status, WA_ERR_NOMEM);
		assert_null(engine);
	}
}

static void opening(void **state)
{
	(void)state;
	open_with((struct wa_options){0});
}

static void opening_with_packs(void **state)
{
	(void)state;
	open_with((struct wa_options){.config = config});
}

static bool drop(void *context, struct wa_result *result)
{
	(void)context;
	wa_result_free(result);
	return true;
}

static void audit_all(const struct wa_engine *engine, const char *name, const char *bytes, size_t size)
{
	for (size_t n = 1;; n++) {
		struct wa_input input = {.uri = name, .bytes = bytes, .size = size};
		struct wa_error error = {0};
		enum wa_status status;
		bool failed;
		failing_start(n);
		status = wa_audit_each(engine, &input, drop, NULL, &error);
		failed = failing_stop();
		if (status == WA_OK) {
			if (!failed)
				return;
			fail_msg("%s: allocation %zu failed and nobody noticed", name, n);
		}
		assert_int_equal(status, WA_ERR_NOMEM);
	}
}

static void audit_file(const struct wa_engine *engine, const char *path)
{
	static char bytes[1 << 16];
	FILE *file = fopen(path, "rb");
	size_t size;
	assert_non_null(file);
	size = fread(bytes, 1, sizeof bytes, file);
	(void)fclose(file);
	audit_all(engine, path, bytes, size);
}

static void auditing(void **state)
{
	struct wa_options options = {0};
	struct wa_engine *engine = NULL;
	struct wa_error error = {0};
	(void)state;
	assert_int_equal(wa_engine_open(&options, &engine, &error), WA_OK);
	audit_all(engine, "text", text, sizeof text - 1);
	audit_all(engine, "page", page, sizeof page - 1);
	for (size_t i = 0; i < file_count; i++)
		audit_file(engine, files[i]);
	wa_engine_close(engine);
}

int main(int argc, char **argv)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(opening), cmocka_unit_test(opening_with_packs), cmocka_unit_test(auditing)};
	if (argc < 2)
		return 2;
	config = argv[1];
	files = argv + 2;
	file_count = (size_t)argc - 2;
	return cmocka_run_group_tests(tests, NULL, NULL);
}
