#include "audit/engine.h"

#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "base/str.h"

struct wa_engine {
	struct packs *packs;
};

const struct packs *engine_packs(const struct wa_engine *engine)
{
	return engine->packs;
}

enum wa_status wa_engine_open(const struct wa_options *options, struct wa_engine **out, struct wa_error *error)
{
	struct wa_engine *engine = malloc(sizeof *engine);
	enum wa_status status;
	*out = NULL;
	if (!engine)
		return error_nomem(error);
	status = packs_load(options, &engine->packs, error);
	if (status == WA_OK)
		*out = engine;
	else
		free(engine);
	return status;
}

void wa_engine_close(struct wa_engine *engine)
{
	if (!engine)
		return;
	packs_free(engine->packs);
	free(engine);
}

const char *wa_engine_fingerprint(const struct wa_engine *engine)
{
	return engine->packs->fingerprint;
}

const char *wa_engine_desk(const struct wa_engine *engine, const char *uri, struct wa_str section)
{
	return packs_desk(engine->packs, uri, section);
}

const struct wa_rule *wa_rules(const struct wa_engine *engine, size_t *count)
{
	*count = engine->packs->rule_count;
	return engine->packs->rules;
}

const struct wa_rule *wa_rule_find(const struct wa_engine *engine, const char *code_or_name)
{
	return packs_rule(engine->packs, code_or_name);
}

const struct wa_agency *wa_agencies(const struct wa_engine *engine, size_t *count)
{
	*count = engine->packs->agency_count;
	return engine->packs->agencies;
}

const struct wa_setting *wa_settings(const struct wa_engine *engine, size_t *count)
{
	*count = engine->packs->setting_count;
	return engine->packs->settings;
}

const char *wa_version(void)
{
	return WA_VERSION;
}
