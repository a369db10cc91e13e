#include "pack/packs.h"

#include "base/error.h"
#include "base/str.h"
#include "pack/compile.h"
#include "pack/desk.h"
#include "pack/image.h"

static enum wa_status read_extra(struct draft *draft, const struct wa_options *options, struct wa_error *error)
{
	for (size_t i = 0; i < options->pack_count; i++) {
		uint32_t origin = draft_origin(draft, options->packs[i]);
		enum wa_status status =
			origin == WA_NONE ? error_nomem(error) : draft_read_pack(draft, options->packs[i], origin, error);
		if (status != WA_OK)
			return status;
	}
	return WA_OK;
}

static enum wa_status fill(struct packs *packs, struct draft *draft, const struct wa_options *options, struct wa_error *error)
{
	enum wa_status status = WA_OK;
	if (!draft->origins.count || !image_read(image_builtin, draft))
		return error_nomem(error);
	if (options && options->config)
		status = draft_read_config(draft, options->config, error);
	if (status == WA_OK && options)
		status = read_extra(draft, options, error);
	return status == WA_OK ? compile_packs(draft, packs, error) : status;
}

enum wa_status packs_load(const struct wa_options *options, struct packs **out, struct wa_error *error)
{
	struct packs *packs = calloc(1, sizeof *packs);
	struct draft draft;
	enum wa_status status;
	*out = NULL;
	if (!packs)
		return error_nomem(error);
	arena_init(&packs->arena);
	draft_init(&draft, &packs->arena);
	status = fill(packs, &draft, options, error);
	draft_release(&draft);
	if (status == WA_OK)
		*out = packs;
	else
		packs_free(packs);
	return status;
}

void packs_free(struct packs *packs)
{
	if (!packs)
		return;
	arena_release(&packs->arena);
	free(packs);
}

struct wa_rule *packs_rule(const struct packs *packs, const char *code_or_name)
{
	for (uint32_t i = 0; i < packs->rule_count; i++)
		if (str_eq_nocase(str_of(packs->rules[i].code), str_of(code_or_name)) ||
			strcmp(packs->rules[i].name, code_or_name) == 0)
			return &packs->rules[i];
	return NULL;
}

const char *packs_desk(const struct packs *packs, const char *uri, struct wa_str section)
{
	for (uint32_t i = 0; i < packs->desk_count; i++)
		if (desk_takes(&packs->desks[i], uri, section))
			return packs->desks[i].name;
	return NULL;
}
