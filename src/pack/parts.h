/* The readers of each kind of pack; draft_read_pack() chooses. They fill the draft they are given. */
#ifndef PACK_PARTS_H
#define PACK_PARTS_H

#include "pack/draft.h"
#include "pack/tree.h"

struct pack_reader {
	struct file file;
	struct draft *draft;
	uint32_t origin;
	const char *language; /* of the file being read; kept with the packs */
};

enum wa_status read_blocks(struct pack_reader *reader, const struct node *blocks);
enum wa_status read_rules(struct pack_reader *reader, const struct node *rules);
enum wa_status read_states(struct pack_reader *reader, const struct node *states);
enum wa_status read_tsv(struct pack_reader *reader);

/* Keys of a configuration that have a file of their own. */
enum wa_status read_desks(struct pack_reader *reader, const struct node *list);
enum wa_status read_profiles(struct pack_reader *reader, const struct node *list);
/* Levels by rule; `profile` is an index into draft.profiles, or WA_NONE for the project's own. */
enum wa_status read_levels(struct pack_reader *reader, const struct node *map, uint32_t profile);

/* Records a setting for "config show". */
enum wa_status config_set(struct pack_reader *reader, const char *key, const char *value, const struct node *node);
/* The texts of a list, kept; `what` names one in messages. */
enum wa_status config_texts(struct pack_reader *reader, const struct node *list, const char *what, struct desk_texts *texts);
/* The texts joined by '|', as settings show lists; NULL when memory ran out. */
const char *config_joined(struct pack_reader *reader, const struct desk_texts *texts);

/* The level a text names; a mistake otherwise. */
enum wa_status read_level(const struct file *file, const struct node *node, enum wa_level *level);

/* Records that a row stands twice, in this file or another of its layer, and returns WA_ERR_CONFIG. */
enum wa_status fail_twice(const struct pack_reader *reader, unsigned line, unsigned column, const char *what, const char *name,
	uint32_t first_origin, unsigned first_line);

/* Hands out a copy of a node's text that the packs keep. */
const char *keep_text(struct pack_reader *reader, const struct node *node);

#endif
