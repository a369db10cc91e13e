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
	struct wa_choice desk;
	(void)packs_profile(packs, uri, section, &desk, NULL);
	return desk.name;
}

const struct profile *packs_profile(
	const struct packs *packs, const char *uri, struct wa_str section, struct wa_choice *desk, struct wa_choice *profile)
{
	struct wa_choice of = {0}, by = {0};
	const struct profile *found = NULL;
	for (uint32_t i = 0; i < packs->desk_count; i++)
		if (desk_takes(&packs->desks[i], uri, section, &of))
			break;
	for (uint32_t i = 0; i < packs->profile_count && !found; i++)
		if (profile_takes(&packs->profiles[i], of.name, uri, section, &by))
			found = &packs->profiles[i];
	if (desk)
		*desk = of;
	if (profile)
		*profile = by;
	return found;
}
