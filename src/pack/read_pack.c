#include "base/error.h"
#include "base/str.h"
#include "pack/parts.h"

/* Two or three small letters, then perhaps a hyphen and more. */
static bool is_language(struct wa_str tag)
{
	size_t letters = 0;
	while (letters < tag.len && ascii_is_lower(tag.ptr[letters]))
		letters++;
	if (letters < 2 || letters > 3)
		return false;
	for (size_t i = letters; i < tag.len; i++)
		if (tag.ptr[i] != '-' && !ascii_is_alpha(tag.ptr[i]) && !ascii_is_digit(tag.ptr[i]))
			return false;
	return letters == tag.len || (tag.ptr[letters] == '-' && tag.len > letters + 1);
}

static enum wa_status read_yaml(struct pack_reader *r)
{
	static const struct key keys[] = {{"language", NODE_TEXT, false}, {"blocks", NODE_LIST, false}, {"rules", NODE_LIST, false},
		{"states", NODE_LIST, false}};
	struct node *root, *v[sizeof keys / sizeof *keys];
	enum wa_status status = tree_read(&r->file, &root);
	if (status == WA_OK)
		status = node_keys(&r->file, root, "pack", keys, sizeof keys / sizeof *keys, v);
	if (status != WA_OK)
		return status;
	if (!v[1] && !v[2] && !v[3])
		return node_fail(&r->file, root, "the pack says nothing; expected blocks, rules or states");
	if (v[1] && !v[0])
		return node_fail(&r->file, root, "the pack lacks the key \"language\", which its blocks need");
	if (v[0] && !is_language(v[0]->text))
		return node_fail(&r->file, v[0], "\"%s\" is no language; expected a tag like en or pt-BR, or mul", v[0]->text.ptr);
	r->language = v[0] ? keep_text(r, v[0]) : NULL;
	if (v[0] && !r->language)
		return error_nomem(r->file.error);
	if (v[1])
		status = read_blocks(r, v[1]);
	if (status == WA_OK && v[2])
		status = read_rules(r, v[2]);
	if (status == WA_OK && v[3])
		status = read_states(r, v[3]);
	return status;
}

static enum wa_status read_file(struct pack_reader *r, const char *path)
{
	if (str_ends(str_of(path), STR(".tsv")))
		return read_tsv(r);
	if (str_ends(str_of(path), STR(".yaml")) || str_ends(str_of(path), STR(".yml")))
		return read_yaml(r);
	return file_fail(&r->file, 0, 0, "the name of a pack ends in .yaml or .tsv");
}

enum wa_status draft_read_pack(struct draft *draft, const char *path, struct wa_error *error)
{
	struct pack_reader reader = {.draft = draft, .origin = draft_origin(draft, path)};
	enum wa_status status;
	if (reader.origin == WA_NONE)
		return error_nomem(error);
	status = file_open(&reader.file, path, &draft->scratch, error);
	if (status != WA_OK)
		return status;
	draft->fingerprint = hash_bytes(draft->fingerprint, reader.file.text, reader.file.size);
	return read_file(&reader, path);
}

enum wa_status draft_read_packs(struct draft *draft, const char *const *paths, size_t count, struct wa_error *error)
{
	enum wa_status status = WA_OK;
	for (size_t i = 0; i < count && status == WA_OK; i++) {
		draft_next_layer(draft);
		status = draft_read_pack(draft, paths[i], error);
	}
	return status;
}

enum wa_status fail_twice(const struct pack_reader *r, unsigned line, unsigned column, const char *what, const char *name,
	uint32_t first_origin, unsigned first_line)
{
	if (first_origin == r->origin)
		return file_fail(&r->file, line, column, "the %s \"%s\" stands twice; first in line %u", what, name, first_line);
	return file_fail(&r->file, line, column, "the %s \"%s\" stands twice; first in %s, line %u", what, name,
		r->draft->origins.items[first_origin], first_line);
}
