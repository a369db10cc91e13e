#include "audit/engine.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "base/str.h"
#include "lint/watch.h"
#include "tag/model_file.h"

struct wa_engine {
	struct packs *packs;
	struct attr_facts *facts;
	uint32_t *watched; /* watch_sets() */
	bool tags;         /* false: rules only */
	struct tag_model model;
	struct model_file file; /* what the model lies in; empty for the built-in one */
	char fingerprint[17];
};

const struct packs *engine_packs(const struct wa_engine *engine)
{
	return engine->packs;
}

const struct tag_model *engine_model(const struct wa_engine *engine)
{
	return engine->tags ? &engine->model : NULL;
}

const struct attr_facts *engine_facts(const struct wa_engine *engine)
{
	return engine->facts;
}

const uint32_t *engine_watched(const struct wa_engine *engine)
{
	return engine->watched;
}

static enum wa_status open_packs(struct wa_engine *engine, const struct wa_options *options, struct wa_error *error)
{
	enum wa_status status = packs_load(options, &engine->packs, error);
	if (status != WA_OK)
		return status;
	engine->facts = attr_facts_make(&engine->packs->lex);
	engine->watched = watch_sets(&engine->packs->lex);
	return engine->facts && engine->watched ? WA_OK : error_nomem(error);
}

static enum wa_status open_model(struct wa_engine *engine, const struct wa_options *options, struct wa_error *error)
{
	uint64_t print = hash_bytes(HASH_SEED, engine->packs->fingerprint, strlen(engine->packs->fingerprint));
	enum wa_status status = WA_OK;
	if (options && options->fast)
		return WA_OK;
	status = options && options->model ? model_file_open(options->model, &engine->file, &engine->model, error)
					   : model_builtin(&engine->model, error);
	if (status != WA_OK)
		return status;
	engine->tags = true;
	print = hash_bytes(print, &engine->model.checksum, sizeof engine->model.checksum);
	(void)snprintf(engine->fingerprint, sizeof engine->fingerprint, "%016" PRIx64, print);
	return WA_OK;
}

enum wa_status wa_engine_open(const struct wa_options *options, struct wa_engine **out, struct wa_error *error)
{
	struct wa_engine *engine = calloc(1, sizeof *engine);
	enum wa_status status;
	*out = NULL;
	if (!engine)
		return error_nomem(error);
	status = open_packs(engine, options, error);
	if (status == WA_OK)
		status = open_model(engine, options, error);
	if (status == WA_OK)
		*out = engine;
	else
		wa_engine_close(engine);
	return status;
}

void wa_engine_close(struct wa_engine *engine)
{
	if (!engine)
		return;
	packs_free(engine->packs);
	attr_facts_free(engine->facts);
	free(engine->watched);
	model_file_close(&engine->file);
	free(engine);
}

const char *wa_engine_fingerprint(const struct wa_engine *engine)
{
	return engine->tags ? engine->fingerprint : engine->packs->fingerprint;
}

const char *wa_engine_desk(const struct wa_engine *engine, const char *uri, struct wa_str section)
{
	return packs_desk(engine->packs, uri, section);
}

void wa_engine_choose(
	const struct wa_engine *engine, const char *uri, struct wa_str section, struct wa_choice *desk, struct wa_choice *profile)
{
	(void)packs_profile(engine->packs, uri, section, desk, profile);
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

const char *wa_rule_page(const struct wa_engine *engine, const char *name, char *out, size_t size)
{
	const struct packs *packs = engine->packs;
	for (uint32_t i = 0; i < packs->setting_count; i++) {
		if (strcmp(packs->settings[i].key, "rules-page") != 0 || !*packs->settings[i].value)
			continue;
		(void)snprintf(out, size, "%s#%s", packs->settings[i].value, name);
		return out;
	}
	return NULL;
}

const char *wa_version(void)
{
	return WA_VERSION;
}
