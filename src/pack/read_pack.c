#include "base/error.h"
#include "base/str.h"
#include "pack/parts.h"

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
	r->language = v[0] ? v[0]->text.ptr : NULL;
	if (v[1])
		status = read_blocks(r, v[1]);
	if (status == WA_OK && v[2])
		status = read_rules(r, v[2]);
	if (status == WA_OK && v[3])
		status = read_states(r, v[3]);
	return status;
}

enum wa_status draft_read_pack(struct draft *draft, const char *path, uint32_t origin, struct wa_error *error)
{
	struct pack_reader reader = {.draft = draft, .origin = origin};
	enum wa_status status = file_open(&reader.file, path, &draft->scratch, error);
	if (status != WA_OK)
		return status;
	draft->fingerprint = hash_bytes(draft->fingerprint, reader.file.text, reader.file.size);
	if (str_ends(str_of(path), STR(".tsv")))
		return read_tsv(&reader);
	if (str_ends(str_of(path), STR(".yaml")) || str_ends(str_of(path), STR(".yml")))
		return read_yaml(&reader);
	return error_set(error, WA_ERR_CONFIG, path, 0, "the name of a pack ends in .yaml or .tsv");
}
