/* An engine with the built-in packs, as the state of a group of tests. */
#ifndef TESTS_UNIT_ENGINE_H
#define TESTS_UNIT_ENGINE_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "wireaudit/engine.h"

static inline int engine_open(void **state)
{
	struct wa_engine *engine = NULL;
	struct wa_error error = {0};
	if (wa_engine_open(NULL, &engine, &error) != WA_OK)
		fail_msg("%s:%u: %s", error.file, error.line, error.message);
	*state = engine;
	return 0;
}

static inline int engine_close(void **state)
{
	wa_engine_close(*state);
	return 0;
}

#endif
