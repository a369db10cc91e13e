/* Desks and profiles of the configuration: which documents they take, and the levels a profile sets. */
#include "base/error.h"
#include "base/suggest.h"
#include "pack/parts.h"

static enum wa_status read_rule_level(struct pack_reader *r, const struct node *key, uint32_t profile)
{
	struct draft_level row = {.profile = profile, .origin = r->origin, .line = key->line, .column = key->column}, *place;
	enum wa_status status = node_expect(&r->file, key->value, NODE_TEXT, "the level of a rule");
	if (status == WA_OK)
		status = read_level(&r->file, key->value, &row.level);
	if (status != WA_OK)
		return status;
	row.rule = keep_text(r, key);
	place = row.rule ? vec_push(&r->draft->levels) : NULL;
	if (!place)
		return error_nomem(r->file.error);
	*place = row;
	return WA_OK;
}

enum wa_status read_levels(struct pack_reader *r, const struct node *map, uint32_t profile)
{
	enum wa_status status = WA_OK;
	for (const struct node *key = map->first; key && status == WA_OK; key = key->next)
		status = read_rule_level(r, key, profile);
	return status;
}

/* The name of a desk or profile ("desk"), which stands once; *out is the kept name. */
static enum wa_status read_name(
	struct pack_reader *r, const struct node *name, const char *what, struct names *names, const char **out)
{
	if (!name->text.len)
		return node_fail(&r->file, name, "the name of the %s is empty", what);
	if (names_find(names, name->text) != WA_NONE)
		return node_fail(&r->file, name, "the %s \"%s\" stands twice", what, name->text.ptr);
	*out = keep_text(r, name);
	return *out && names_add(names, name->text, 0) ? WA_OK : error_nomem(r->file.error);
}

/* A list of a desk or profile ("desks.World"), when it is given. */
static enum wa_status read_list(struct pack_reader *r, const char *group, const char *name, const struct node *list,
	const char *what, struct desk_texts *texts)
{
	enum wa_status status = list ? config_texts(r, list, what, texts) : WA_OK;
	if (!list || status != WA_OK)
		return status;
	return config_set(r, arena_printf(r->draft->keep, "%s.%s.%s", group, name, what), config_joined(r, texts), list);
}

static const char *origin_of(struct pack_reader *r, const struct node *map)
{
	return arena_printf(r->draft->keep, "%s:%u", r->file.path, map->line);
}

enum { DESK_NAME, DESK_PATHS, DESK_SECTIONS, DESK_KEYS };

static const struct key desk_keys[DESK_KEYS] = {
	[DESK_NAME] = {"desk", NODE_TEXT, true},
	[DESK_PATHS] = {"paths", NODE_LIST, false},
	[DESK_SECTIONS] = {"sections", NODE_LIST, false},
};

static enum wa_status read_desk(struct pack_reader *r, const struct node *map)
{
	struct node *v[DESK_KEYS];
	struct desk desk = {0}, *place;
	enum wa_status status = node_keys(&r->file, map, "desk", desk_keys, DESK_KEYS, v);
	if (status != WA_OK)
		return status;
	if (!v[DESK_PATHS] && !v[DESK_SECTIONS])
		return node_fail(&r->file, map, "the desk has neither paths nor sections, so it would get nothing");
	status = read_name(r, v[DESK_NAME], "desk", &r->draft->desk_names, &desk.name);
	if (status == WA_OK)
		status = read_list(r, "desks", desk.name, v[DESK_PATHS], "paths", &desk.paths);
	if (status == WA_OK)
		status = read_list(r, "desks", desk.name, v[DESK_SECTIONS], "sections", &desk.sections);
	desk.origin = origin_of(r, map);
	if (status != WA_OK)
		return status;
	place = desk.origin ? vec_push(&r->draft->desks) : NULL;
	if (!place)
		return error_nomem(r->file.error);
	*place = desk;
	return WA_OK;
}

enum wa_status read_desks(struct pack_reader *r, const struct node *list)
{
	enum wa_status status = WA_OK;
	for (const struct node *map = list->first; map && status == WA_OK; map = map->next)
		status = read_desk(r, map);
	return status;
}

enum { PROFILE_NAME, PROFILE_DESKS, PROFILE_PATHS, PROFILE_SECTIONS, PROFILE_RULES, PROFILE_KEYS };

static const struct key profile_keys[PROFILE_KEYS] = {
	[PROFILE_NAME] = {"profile", NODE_TEXT, true},
	[PROFILE_DESKS] = {"desks", NODE_LIST, false},
	[PROFILE_PATHS] = {"paths", NODE_LIST, false},
	[PROFILE_SECTIONS] = {"sections", NODE_LIST, false},
	[PROFILE_RULES] = {"rules", NODE_MAP, true},
};

static enum wa_status check_desks(struct pack_reader *r, const struct node *list)
{
	for (const struct node *item = list ? list->first : NULL; item; item = item->next) {
		struct suggestion suggestion;
		char hint[96];
		if (names_find(&r->draft->desk_names, item->text) != WA_NONE)
			continue;
		suggest_start(&suggestion, item->text.ptr);
		for (size_t i = 0; i < r->draft->desks.count; i++)
			suggest_offer(&suggestion, r->draft->desks.items[i].name);
		return node_fail(&r->file, item, "there is no desk \"%s\"%s", item->text.ptr,
			suggest_text(&suggestion, "", hint, sizeof hint));
	}
	return WA_OK;
}

static enum wa_status read_lists(struct pack_reader *r, struct node **v, struct profile *profile)
{
	const char *name = profile->place.name;
	enum wa_status status = read_list(r, "profiles", name, v[PROFILE_DESKS], "desks", &profile->desks);
	if (status == WA_OK)
		status = check_desks(r, v[PROFILE_DESKS]);
	if (status == WA_OK)
		status = read_list(r, "profiles", name, v[PROFILE_PATHS], "paths", &profile->place.paths);
	if (status == WA_OK)
		status = read_list(r, "profiles", name, v[PROFILE_SECTIONS], "sections", &profile->place.sections);
	return status;
}

static enum wa_status read_profile(struct pack_reader *r, const struct node *map)
{
	struct node *v[PROFILE_KEYS];
	struct profile profile = {0}, *place;
	enum wa_status status = node_keys(&r->file, map, "profile", profile_keys, PROFILE_KEYS, v);
	if (status != WA_OK)
		return status;
	if (!v[PROFILE_DESKS] && !v[PROFILE_PATHS] && !v[PROFILE_SECTIONS])
		return node_fail(&r->file, map, "the profile has no desks, paths or sections, so it would hold for nothing");
	status = read_name(r, v[PROFILE_NAME], "profile", &r->draft->profile_names, &profile.place.name);
	if (status == WA_OK)
		status = read_lists(r, v, &profile);
	profile.place.origin = origin_of(r, map);
	if (status != WA_OK)
		return status;
	place = profile.place.origin ? vec_push(&r->draft->profiles) : NULL;
	if (!place)
		return error_nomem(r->file.error);
	*place = profile;
	return read_levels(r, v[PROFILE_RULES], (uint32_t)r->draft->profiles.count - 1);
}

enum wa_status read_profiles(struct pack_reader *r, const struct node *list)
{
	enum wa_status status = WA_OK;
	for (const struct node *map = list->first; map && status == WA_OK; map = map->next)
		status = read_profile(r, map);
	return status;
}
