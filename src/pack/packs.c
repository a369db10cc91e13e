#include "pack/packs.h"

#include "base/str.h"

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
