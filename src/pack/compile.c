#include "pack/compile.h"

#include <inttypes.h>

#include "base/error.h"
#include "base/str.h"
#include "base/suggest.h"

static enum wa_status unknown_rule(const struct draft *draft, const struct draft_level *level, struct wa_error *error)
{
	struct suggestion suggestion;
	char hint[96];
	suggest_start(&suggestion, level->rule);
	for (size_t i = 0; i < draft->rules.count; i++) {
		suggest_offer(&suggestion, draft->rules.items[i].rule.code);
		suggest_offer(&suggestion, draft->rules.items[i].rule.name);
	}
	(void)error_set(error, WA_ERR_CONFIG, draft->origins.items[level->origin], level->line, "there is no rule \"%s\"%s",
		level->rule, suggest_text(&suggestion, "", hint, sizeof hint));
	if (error)
		error->column = level->column;
	return WA_ERR_CONFIG;
}

/* A rule may be named by its code and again by its name. */
static enum wa_status twice(const struct draft *draft, const struct draft_level *level, unsigned first, struct wa_error *error)
{
	(void)error_set(error, WA_ERR_CONFIG, draft->origins.items[level->origin], level->line,
		"the level of the rule \"%s\" is set twice; first in line %u", level->rule, first);
	if (error)
		error->column = level->column;
	return WA_ERR_CONFIG;
}

static const char *origin_of(const struct draft *draft, struct packs *packs, const struct draft_level *level)
{
	return arena_printf(&packs->arena, "%s:%u", draft->origins.items[level->origin], level->line);
}

/* The levels that profiles set, in the order of the file. */
static size_t list_profile_levels(const struct draft *draft, struct packs *packs, struct wa_setting *settings)
{
	size_t count = 0;
	for (size_t i = 0; i < draft->levels.count; i++) {
		const struct draft_level *level = &draft->levels.items[i];
		if (level->profile != WA_NONE)
			settings[count++] = (struct wa_setting){
				arena_printf(&packs->arena, "profiles.%s.rules.%s", packs->profiles[level->profile].place.name,
					packs_rule(packs, level->rule)->code),
				wa_level_name(level->level), origin_of(draft, packs, level)};
	}
	return count;
}

/* Settings: first the configuration's own, then every rule's level and where it was set. */
static enum wa_status list_settings(const struct draft *draft, struct packs *packs, const char **origins, struct wa_error *error)
{
	static const struct wa_setting defaults[] = {{"outlet", "", "built-in"}, {"level", "warning", "built-in"},
		{"fail-level", "error", "built-in"}, {"rules-page", "", "built-in"}, {"allowed-sources", "", "built-in"},
		{"packs", "", "built-in"}};
	size_t known = sizeof defaults / sizeof *defaults, count = known;
	packs->settings = arena_calloc(
		&packs->arena, known + draft->settings.count + packs->rule_count + draft->levels.count, sizeof *packs->settings);
	if (!packs->settings)
		return error_nomem(error);
	memcpy(packs->settings, defaults, sizeof defaults);
	for (size_t i = 0; i < draft->settings.count; i++) {
		size_t at = 0;
		while (at < known && strcmp(defaults[at].key, draft->settings.items[i].key) != 0)
			at++;
		packs->settings[at < known ? at : count++] = draft->settings.items[i];
	}
	for (uint32_t i = 0; i < packs->rule_count; i++)
		packs->settings[count++] = (struct wa_setting){arena_printf(&packs->arena, "rules.%s", packs->rules[i].code),
			wa_level_name(packs->rules[i].level), origins[i]};
	count += list_profile_levels(draft, packs, &packs->settings[count]);
	packs->setting_count = (uint32_t)count;
	return arena_failed(&packs->arena) ? error_nomem(error) : WA_OK;
}

static enum wa_status check_level(const struct draft *draft, const struct packs *packs, size_t index, struct wa_error *error)
{
	const struct draft_level *level = &draft->levels.items[index];
	const struct wa_rule *rule = packs_rule(packs, level->rule);
	if (!rule)
		return unknown_rule(draft, level, error);
	for (size_t k = 0; k < index; k++) {
		const struct draft_level *before = &draft->levels.items[k];
		if (before->profile == level->profile && packs_rule(packs, before->rule) == rule)
			return twice(draft, level, before->line, error);
	}
	return WA_OK;
}

/* The project's own levels. */
static enum wa_status set_levels(const struct draft *draft, struct packs *packs, const char **origins, struct wa_error *error)
{
	for (size_t i = 0; i < draft->levels.count; i++) {
		const struct draft_level *level = &draft->levels.items[i];
		enum wa_status status = check_level(draft, packs, i, error);
		struct wa_rule *rule = packs_rule(packs, level->rule);
		if (status != WA_OK)
			return status;
		if (level->profile != WA_NONE)
			continue;
		rule->level = level->level;
		origins[rule - packs->rules] = origin_of(draft, packs, level);
	}
	return WA_OK;
}

/* A profile's levels are the project's but for those it sets. */
static enum wa_status compile_profiles(const struct draft *draft, struct packs *packs, struct wa_error *error)
{
	struct profile *profiles = arena_calloc(&packs->arena, draft->profiles.count, sizeof *profiles);
	for (size_t i = 0; profiles && i < draft->profiles.count; i++) {
		profiles[i] = draft->profiles.items[i];
		profiles[i].levels = arena_calloc(&packs->arena, packs->rule_count, sizeof *profiles[i].levels);
		for (uint32_t k = 0; profiles[i].levels && k < packs->rule_count; k++)
			profiles[i].levels[k] = packs->rules[k].level;
	}
	if (!profiles || arena_failed(&packs->arena))
		return error_nomem(error);
	for (size_t i = 0; i < draft->levels.count; i++) {
		const struct draft_level *level = &draft->levels.items[i];
		if (level->profile != WA_NONE)
			profiles[level->profile].levels[packs_rule(packs, level->rule) - packs->rules] = level->level;
	}
	packs->profiles = profiles;
	packs->profile_count = (uint32_t)draft->profiles.count;
	packs->allowed = draft->allowed;
	return WA_OK;
}

static enum wa_status compile_rules(const struct draft *draft, struct packs *packs, struct wa_error *error)
{
	size_t count = draft->rules.count;
	const char **origins = arena_calloc(&packs->arena, count, sizeof *origins);
	enum wa_status status;
	packs->rules = arena_calloc(&packs->arena, count, sizeof *packs->rules);
	packs->rule_texts = arena_calloc(&packs->arena, count, sizeof *packs->rule_texts);
	if (arena_failed(&packs->arena))
		return error_nomem(error);
	packs->rule_count = (uint32_t)count;
	for (size_t i = 0; i < count; i++) {
		const struct draft_rule *rule = &draft->rules.items[i];
		packs->rules[i] = rule->rule;
		packs->rule_texts[i] = rule->text;
		origins[i] = rule->origin ? arena_printf(&packs->arena, "%s:%u", draft->origins.items[rule->origin], rule->line)
					  : "built-in";
	}
	for (size_t i = 0; i < WA_STATE_COUNT; i++)
		packs->state_texts[i] = draft->states[i].text;
	status = set_levels(draft, packs, origins, error);
	if (status == WA_OK)
		status = compile_profiles(draft, packs, error);
	return status == WA_OK ? list_settings(draft, packs, origins, error) : status;
}

static bool copy_desks(const struct draft *draft, struct packs *packs)
{
	struct desk *desks = arena_calloc(&packs->arena, draft->desks.count, sizeof *desks);
	for (size_t i = 0; desks && i < draft->desks.count; i++)
		desks[i] = draft->desks.items[i];
	packs->desks = desks;
	packs->desk_count = (uint32_t)draft->desks.count;
	return desks != NULL;
}

static enum wa_status compile_words(
	const struct draft *draft, struct packs *packs, struct lexicon_builder *lexicon, struct wa_error *error)
{
	enum wa_status status;
	if (!lexicon_start(lexicon, &packs->lex, draft, &packs->arena) || !lexicon_blocks(lexicon, draft))
		return error_nomem(error);
	status = compile_agencies(draft, packs, lexicon, error);
	if (status == WA_OK)
		status = lexicon_finish(lexicon, error);
	if (status == WA_OK && !index_aliases(packs))
		status = error_nomem(error);
	return status;
}

enum wa_status compile_packs(const struct draft *draft, struct packs *packs, struct wa_error *error)
{
	struct lexicon_builder lexicon;
	enum wa_status status = compile_words(draft, packs, &lexicon, error);
	lexicon_stop(&lexicon);
	if (status != WA_OK)
		return status;
	if (!copy_desks(draft, packs) || !compile_languages(draft, packs))
		return error_nomem(error);
	(void)snprintf(packs->fingerprint, sizeof packs->fingerprint, "%016" PRIx64,
		hash_bytes(draft->fingerprint, WA_VERSION, sizeof WA_VERSION));
	return compile_rules(draft, packs, error);
}
