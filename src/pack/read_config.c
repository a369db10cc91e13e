/* The project's configuration, wireaudit.yaml. src/packs/README.md explains the keys. */
#include "base/error.h"
#include "pack/parts.h"

enum { KEY_OUTLET, KEY_LEVEL, KEY_FAIL_LEVEL, KEY_RULES, KEY_DESKS, KEY_PACKS, KEY_COUNT };

static const struct key config_keys[KEY_COUNT] = {
	[KEY_OUTLET] = {"outlet", NODE_LIST, false},
	[KEY_LEVEL] = {"level", NODE_TEXT, false},
	[KEY_FAIL_LEVEL] = {"fail-level", NODE_TEXT, false},
	[KEY_RULES] = {"rules", NODE_MAP, false},
	[KEY_DESKS] = {"desks", NODE_LIST, false},
	[KEY_PACKS] = {"packs", NODE_LIST, false},
};

/* Records a setting for "config show"; one already there is replaced. */
static enum wa_status set(struct pack_reader *r, const char *key, const char *value, const struct node *node)
{
	struct draft *draft = r->draft;
	struct wa_setting *setting = NULL;
	for (size_t i = 0; i < draft->settings.count && !setting; i++)
		if (strcmp(draft->settings.items[i].key, key) == 0)
			setting = &draft->settings.items[i];
	if (!setting)
		setting = vec_push(&draft->settings);
	if (!setting)
		return error_nomem(r->file.error);
	*setting = (struct wa_setting){arena_strdup(draft->keep, key), arena_strdup(draft->keep, value),
		arena_printf(draft->keep, "%s:%u", r->file.path, node->line)};
	return arena_failed(draft->keep) ? error_nomem(r->file.error) : WA_OK;
}

/* The texts of a list, kept. */
static enum wa_status read_texts(
	struct pack_reader *r, const struct node *list, const char *what, const char *const **texts, uint32_t *count)
{
	const char **out = arena_calloc(r->draft->keep, list->count, sizeof *out);
	*count = 0;
	*texts = out;
	for (const struct node *item = list->first; item && out; item = item->next) {
		enum wa_status status = node_expect(&r->file, item, NODE_TEXT, what);
		if (status != WA_OK)
			return status;
		if (!item->text.len)
			return node_fail(&r->file, item, "%s is empty", what);
		out[(*count)++] = keep_text(r, item);
	}
	return arena_failed(r->draft->keep) ? error_nomem(r->file.error) : WA_OK;
}

/* The texts joined by '|', as settings show lists. */
static const char *joined(struct pack_reader *r, const char *const *texts, uint32_t count)
{
	const char *all = "";
	for (uint32_t i = 0; i < count && all; i++)
		all = arena_printf(r->draft->keep, "%s%s%s", all, i ? "|" : "", texts[i]);
	return all ? all : "";
}

static enum wa_status read_level_key(struct pack_reader *r, const char *key, const struct node *node)
{
	enum wa_level level;
	enum wa_status status = read_level(&r->file, node, &level);
	return status == WA_OK ? set(r, key, wa_level_name(level), node) : status;
}

static enum wa_status read_levels(struct pack_reader *r, const struct node *map)
{
	for (const struct node *key = map->first; key; key = key->next) {
		struct draft_level *level;
		enum wa_status status = node_expect(&r->file, key->value, NODE_TEXT, "the level of a rule");
		enum wa_level value = WA_LEVEL_OFF;
		if (status == WA_OK)
			status = read_level(&r->file, key->value, &value);
		if (status != WA_OK)
			return status;
		level = vec_push(&r->draft->levels);
		if (!level)
			return error_nomem(r->file.error);
		*level = (struct draft_level){keep_text(r, key), value, r->origin, key->line, key->column};
	}
	return WA_OK;
}

static enum wa_status read_desk(struct pack_reader *r, const struct node *map)
{
	static const struct key keys[] = {{"desk", NODE_TEXT, true}, {"paths", NODE_LIST, false}, {"sections", NODE_LIST, false}};
	struct node *v[sizeof keys / sizeof *keys];
	struct desk desk = {0}, *place;
	const char *key;
	enum wa_status status = node_keys(&r->file, map, "desk", keys, sizeof keys / sizeof *keys, v);
	if (status != WA_OK)
		return status;
	if (!v[1] && !v[2])
		return node_fail(&r->file, map, "the desk has neither \"paths\" nor \"sections\", so nothing would be its own");
	desk.name = keep_text(r, v[0]);
	if (v[1])
		status = read_texts(r, v[1], "a path", &desk.paths, &desk.path_count);
	if (status == WA_OK && v[2])
		status = read_texts(r, v[2], "a section", &desk.sections, &desk.section_count);
	place = status == WA_OK && desk.name ? vec_push(&r->draft->desks) : NULL;
	if (!place)
		return status == WA_OK ? error_nomem(r->file.error) : status;
	*place = desk;
	key = arena_printf(r->draft->keep, "desks.%s.paths", desk.name);
	if (v[1])
		status = set(r, key ? key : "", joined(r, desk.paths, desk.path_count), v[1]);
	key = arena_printf(r->draft->keep, "desks.%s.sections", desk.name);
	if (v[2] && status == WA_OK)
		status = set(r, key ? key : "", joined(r, desk.sections, desk.section_count), v[2]);
	return status;
}

static enum wa_status read_desks(struct pack_reader *r, const struct node *list)
{
	enum wa_status status = WA_OK;
	for (const struct node *map = list->first; map && status == WA_OK; map = map->next)
		status = read_desk(r, map);
	return status;
}

/* The outlet's own names become words of class outlet. */
static enum wa_status read_outlet(struct pack_reader *r, const struct node *list)
{
	const char *const *names;
	uint32_t count;
	struct draft_block *block;
	enum wa_status status = read_texts(r, list, "a name of the outlet", &names, &count);
	if (status == WA_OK)
		status = set(r, "outlet", joined(r, names, count), list);
	block = status == WA_OK ? vec_push(&r->draft->blocks) : NULL;
	if (!block)
		return status == WA_OK ? error_nomem(r->file.error) : status;
	*block = (struct draft_block){.id = "outlet", .language = "mul", .origin = r->origin, .line = list->line};
	block->classes[CLASS_OUTLET / 64] |= 1ull << (CLASS_OUTLET % 64);
	return read_words(r, block, list);
}

/* A path as written in the configuration: relative to its folder. */
static const char *beside(struct pack_reader *r, const char *path)
{
	const char *slash = strrchr(r->file.path, '/');
	if (*path == '/' || !slash)
		return arena_strdup(r->draft->keep, path);
	return arena_printf(r->draft->keep, "%.*s/%s", (int)(slash - r->file.path), r->file.path, path);
}

static enum wa_status read_packs(struct pack_reader *r, const struct node *list)
{
	const char *const *paths;
	uint32_t count;
	enum wa_status status = read_texts(r, list, "a pack", &paths, &count);
	if (status == WA_OK)
		status = set(r, "packs", joined(r, paths, count), list);
	for (uint32_t i = 0; i < count && status == WA_OK; i++) {
		const char *path = beside(r, paths[i]);
		uint32_t origin = path ? draft_origin(r->draft, path) : WA_NONE;
		status = origin == WA_NONE ? error_nomem(r->file.error) : draft_read_pack(r->draft, path, origin, r->file.error);
	}
	return status;
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
		status = read_levels(r, v[KEY_RULES]);
	if (status == WA_OK && v[KEY_DESKS])
		status = read_desks(r, v[KEY_DESKS]);
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
	reader.origin = draft_origin(draft, path);
	if (reader.origin == WA_NONE)
		return error_nomem(error);
	status = tree_read(&reader.file, &root);
	if (status == WA_OK)
		status = node_keys(&reader.file, root, "configuration", config_keys, KEY_COUNT, values);
	return status == WA_OK ? read_keys(&reader, values) : status;
}
