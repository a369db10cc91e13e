/*
 * What packs and configuration say, read and checked but not yet compiled: rows in the order given. Both
 * ways in end here, the YAML and TSV readers and the image of the built-in packs.
 */
#ifndef PACK_DRAFT_H
#define PACK_DRAFT_H

#include "base/vec.h"
#include "pack/file.h"
#include "pack/names.h"
#include "pack/packs.h"

enum word_form { FORM_NONE, FORM_BASE, FORM_S, FORM_PAST, FORM_PP, FORM_ING, FORM_COUNT };

/* A word or phrase of a block. */
struct draft_item {
	const char *text; /* folded words joined by one space */
	double value;     /* NAN when none is given */
	uint32_t base;    /* index within the block of its base form; its own when it has none */
	uint16_t len;     /* bytes of `text` */
	uint8_t words;    /* how many */
	uint8_t form;     /* enum word_form */
	uint8_t weight;   /* per cent, 0 when none is given */
};

/* A sentence that must (or must not) show what the block is for; kept for tests only. */
struct draft_example {
	const char *text;
	unsigned line;
	bool yes;
};

struct draft_block {
	const char *id, *language;
	struct class_set classes;
	struct draft_item *items;
	uint32_t item_count;
	struct draft_example *examples;
	uint32_t example_count;
	uint32_t origin; /* index into draft.origins */
	unsigned line;
};

struct draft_agency {
	struct wa_agency row;
	uint32_t origin;
	unsigned line;
};

struct draft_negative {
	const char *agency;       /* id */
	struct draft_item phrase; /* text, len and words only */
	uint8_t where;
	uint32_t origin;
	unsigned line;
};

struct draft_rule {
	struct wa_rule rule;
	struct rule_text text;
	uint32_t origin;
	unsigned line;
};

struct draft_state {
	struct state_text text;
	uint32_t origin;
	unsigned line;
};

/* A level set by the configuration; applied once all rules are known. */
struct draft_level {
	const char *rule;
	uint32_t profile; /* index into draft.profiles; WA_NONE for the project's own */
	enum wa_level level;
	uint32_t origin;
	unsigned line, column;
};

struct draft {
	struct arena *keep;        /* owns what the compiled packs go on pointing at */
	struct arena scratch;      /* owns the rest */
	VEC(const char *) origins; /* files in the order read; [0] is "built-in" */
	VEC(struct draft_block) blocks;
	VEC(struct draft_agency) agencies;
	VEC(struct draft_negative) negatives;
	VEC(struct draft_rule) rules;
	VEC(struct draft_level) levels;
	VEC(struct desk) desks;
	VEC(struct profile) profiles;
	struct desk_texts allowed; /* sources that need no better name */
	VEC(struct wa_setting) settings;
	struct draft_state states[WA_STATE_COUNT];
	struct names block_ids, agency_ids;
	struct names negative_keys, desk_names, profile_names; /* of those read from files */
	uint32_t layer;       /* rows of this origin and later ones stand beside what is being read, earlier ones may be replaced */
	uint64_t fingerprint; /* over everything read */
};

void draft_init(struct draft *draft, struct arena *keep);
void draft_release(struct draft *draft);

/* A new origin; WA_NONE when memory ran out. */
uint32_t draft_origin(struct draft *draft, const char *path);
/* Origins from now on replace what was read before. */
void draft_next_layer(struct draft *draft);

/*
 * Reads a pack file: *.tsv (agencies or negatives by their first line) or *.yaml. Rows that stand already are
 * replaced when they are of an earlier layer, and are mistakes when they are of the same one.
 */
enum wa_status draft_read_pack(struct draft *draft, const char *path, struct wa_error *error);
/* Reads packs, each a layer over what was read before. */
enum wa_status draft_read_packs(struct draft *draft, const char *const *paths, size_t count, struct wa_error *error);
/* Reads a configuration and the packs it names. */
enum wa_status draft_read_config(struct draft *draft, const char *path, struct wa_error *error);

/*
 * Cuts a word or phrase as copy is cut and folds it: item->text, len and words. Returns NULL or a complaint
 * to be told with the place ("a phrase has too many words"), static storage. item->text is NULL when memory ran out.
 */
const char *draft_cut(struct arena *arena, struct wa_str text, struct draft_item *item);

#endif
