#include "base/error.h"
#include "pack/compile.h"
#include "pack/image.h"

static enum wa_status fill(struct packs *packs, struct draft *draft, const struct wa_options *options, struct wa_error *error)
{
	enum wa_status status = WA_OK;
	if (!draft->origins.count || !image_read(image_builtin, draft))
		return error_nomem(error);
	if (options && options->config)
		status = draft_read_config(draft, options->config, error);
	if (status == WA_OK && options)
		status = draft_read_packs(draft, options->packs, options->pack_count, error);
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
