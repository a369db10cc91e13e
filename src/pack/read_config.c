/* The project's configuration, wireaudit.yaml. src/packs/README.md explains the keys. */
#include "base/error.h"
#include "pack/parts.h"

enum { KEY_OUTLET, KEY_LEVEL, KEY_FAIL_LEVEL, KEY_RULES, KEY_PAGE, KEY_ALLOWED, KEY_DESKS, KEY_PROFILES, KEY_PACKS, KEY_COUNT };

static const struct key config_keys[KEY_COUNT] = {
	[KEY_OUTLET] = {"outlet", NODE_LIST, false},
	[KEY_LEVEL] = {"level", NODE_TEXT, false},
	[KEY_FAIL_LEVEL] = {"fail-level", NODE_TEXT, false},
	[KEY_RULES] = {"rules", NODE_MAP, false},
	[KEY_PAGE] = {"rules-page", NODE_TEXT, false},
	[KEY_ALLOWED] = {"allowed-sources", NODE_LIST, false},
	[KEY_DESKS] = {"desks", NODE_LIST, false},
	[KEY_PROFILES] = {"profiles", NODE_LIST, false},
	[KEY_PACKS] = {"packs", NODE_LIST, false},
};

enum wa_status config_set(struct pack_reader *r, const char *key, const char *value, const struct node *node)
{
	struct draft *draft = r->draft;
	struct wa_setting *setting = key && value ? vec_push(&draft->settings) : NULL;
	if (!setting)
		return error_nomem(r->file.error);
	*setting = (struct wa_setting){key, value, arena_printf(draft->keep, "%s:%u", r->file.path, node->line)};
	return arena_failed(draft->keep) ? error_nomem(r->file.error) : WA_OK;
}

enum wa_status config_texts(struct pack_reader *r, const struct node *list, const char *what, struct desk_texts *texts)
{
	texts->items = arena_calloc(r->draft->keep, list->count, sizeof *texts->items);
	for (const struct node *item = list->first; item && texts->items; item = item->next) {
		enum wa_status status = node_expect(&r->file, item, NODE_TEXT, what);
		if (status != WA_OK)
			return status;
		if (!item->text.len)
			return node_fail(&r->file, item, "%s is empty", what);
		texts->items[texts->count++] = keep_text(r, item);
	}
	return arena_failed(r->draft->keep) ? error_nomem(r->file.error) : WA_OK;
}

const char *config_joined(struct pack_reader *r, const struct desk_texts *texts)
{
	size_t size = 1, at = 0;
	char *all;
	for (uint32_t i = 0; i < texts->count; i++)
		size += strlen(texts->items[i]) + 1;
	all = arena_alloc(r->draft->keep, size);
	for (uint32_t i = 0; all && i < texts->count; i++) {
		size_t len = strlen(texts->items[i]);
		if (i)
			all[at++] = '|';
		memcpy(all + at, texts->items[i], len);
		at += len;
	}
	if (all)
		all[at] = '\0';
	return all;
}

static enum wa_status read_level_key(struct pack_reader *r, const char *key, const struct node *node)
{
	enum wa_level level;
	enum wa_status status = read_level(&r->file, node, &level);
	if (status == WA_OK && level == WA_LEVEL_OFF && strcmp(key, "level") == 0)
		return node_fail(&r->file, node, "level off would show nothing; expected note, warning or error");
	return status == WA_OK ? config_set(r, key, wa_level_name(level), node) : status;
}

/* The outlet is an agency of its own, so that what its reporters see and report is told as theirs. */
static enum wa_status read_outlet(struct pack_reader *r, const struct node *list)
{
	struct desk_texts names = {0};
	struct draft_agency agency = {.origin = r->origin, .line = list->line}, *place = NULL;
	enum wa_status status = config_texts(r, list, "a name of the outlet", &names);
	if (status == WA_OK && !names.count)
		status = node_fail(&r->file, list, "outlet is an empty list; expected the names of the publication");
	if (status == WA_OK)
		status = config_set(r, "outlet", config_joined(r, &names), list);
	if (status != WA_OK)
		return status;
	agency.row = (struct wa_agency){"outlet", names.items[0] + (*names.items[0] == '?'), config_joined(r, &names), "", "mul",
		"outlet", "the publication itself, named in the configuration"};
	if (agency.row.aliases && names_add(&r->draft->agency_ids, str_of(agency.row.id), (uint32_t)r->draft->agencies.count))
		place = vec_push(&r->draft->agencies);
	if (!place)
		return error_nomem(r->file.error);
	*place = agency;
	return WA_OK;
}

/* The address of the page that "rules --format markdown" makes, wherever the newsroom keeps it. */
static enum wa_status read_page(struct pack_reader *r, const struct node *node)
{
	if (!str_starts_nocase(node->text, STR("https://")) && !str_starts_nocase(node->text, STR("http://")))
		return node_fail(&r->file, node, "rules-page is no address; expected https://... or http://...");
	return config_set(r, "rules-page", keep_text(r, node), node);
}

static enum wa_status read_allowed(struct pack_reader *r, const struct node *list)
{
	enum wa_status status = config_texts(r, list, "an allowed source", &r->draft->allowed);
	return status == WA_OK ? config_set(r, "allowed-sources", config_joined(r, &r->draft->allowed), list) : status;
}

/* Paths as written in the configuration are relative to its folder. */
static const char *beside(struct pack_reader *r, const char *path)
{
	const char *slash = strrchr(r->file.path, '/');
	if (*path == '/' || !slash)
		return path;
	return arena_printf(r->draft->keep, "%.*s/%s", (int)(slash - r->file.path), r->file.path, path);
}

static enum wa_status read_packs(struct pack_reader *r, const struct node *list)
{
	struct desk_texts paths = {0};
	enum wa_status status = config_texts(r, list, "a pack", &paths);
	if (status == WA_OK)
		status = config_set(r, "packs", config_joined(r, &paths), list);
	for (uint32_t i = 0; i < paths.count && status == WA_OK; i++) {
		paths.items[i] = beside(r, paths.items[i]);
		if (!paths.items[i])
			status = error_nomem(r->file.error);
	}
	return status == WA_OK ? draft_read_packs(r->draft, paths.items, paths.count, r->file.error) : status;
}

static enum wa_status read_keys(struct pack_reader *r, struct node **v)
{
	enum wa_status status = WA_OK;
	if (v[KEY_OUTLET])
		status = read_outlet(r, v[KEY_OUTLET]);
	if (status == WA_OK && v[KEY_LEVEL])
		status = read_level_key(r, "level", v[KEY_LEVEL]);
	if (status == WA_OK && v[KEY_FAIL_LEVEL])
		status = read_level_key(r, "fail-level", v[KEY_FAIL_LEVEL]);
	if (status == WA_OK && v[KEY_RULES])
		status = read_levels(r, v[KEY_RULES], WA_NONE);
	if (status == WA_OK && v[KEY_PAGE])
		status = read_page(r, v[KEY_PAGE]);
	if (status == WA_OK && v[KEY_ALLOWED])
		status = read_allowed(r, v[KEY_ALLOWED]);
	if (status == WA_OK && v[KEY_DESKS])
		status = read_desks(r, v[KEY_DESKS]);
	if (status == WA_OK && v[KEY_PROFILES])
		status = read_profiles(r, v[KEY_PROFILES]);
	if (status == WA_OK && v[KEY_PACKS])
		status = read_packs(r, v[KEY_PACKS]);
	return status;
}

enum wa_status draft_read_config(struct draft *draft, const char *path, struct wa_error *error)
{
	struct pack_reader reader = {.draft = draft};
	struct node *root, *values[KEY_COUNT];
	enum wa_status status = file_open(&reader.file, path, &draft->scratch, error);
	if (status != WA_OK)
		return status;
	draft->fingerprint = hash_bytes(draft->fingerprint, reader.file.text, reader.file.size);
	draft_next_layer(draft);
	reader.origin = draft_origin(draft, path);
	if (reader.origin == WA_NONE)
		return error_nomem(error);
	status = tree_read(&reader.file, &root);
	if (status == WA_OK)
		status = node_keys(&reader.file, root, "configuration", config_keys, KEY_COUNT, values);
	return status == WA_OK ? read_keys(&reader, values) : status;
}
