/*
 * A model as it stands in memory: a file of `wireaudit train`, or the built-in one. Nothing is unpacked, the tables are
 * used where they lie, so that opening costs the reading of a few numbers. README.md describes the format.
 */
#ifndef TAG_MODEL_H
#define TAG_MODEL_H

#include "tag/chain.h"
#include "tag/layer.h"
#include "wireaudit/types.h"

#define MODEL_VERSION 4u
#define MODEL_MAGIC "WATAGGER"
#define MODEL_ORDER 0x01020304u /* read as something else where bytes stand the other way round */

struct tag_model {
	struct tag_layer words, stems; /* how often a word, or all words that begin alike, are cues: one column, bands */
	struct tag_layer known;        /* parts of speech of words that hardly ever have another: one column, tags plus one */
	struct tag_layer pos, cue, part;
	struct chain_turns cue_turns, part_turns;
	struct wa_str provenance; /* what it was trained on, for people */
	uint64_t checksum;
};

/* Parts of a file, in its order. */
enum model_section {
	MODEL_PROVENANCE,
	MODEL_WORDS,
	MODEL_STEMS,
	MODEL_KNOWN,
	MODEL_POS,
	MODEL_CUE,
	MODEL_PART,
	MODEL_CUE_TURNS,
	MODEL_PART_TURNS,
	MODEL_SECTIONS
};

/* What a file begins with. All numbers are 32-bit, least significant byte first; every section begins at a multiple of 8. */
struct model_header {
	char magic[8];
	uint32_t order, version, size, sections;
	uint64_t checksum; /* of all bytes after the header */
	struct {
		uint32_t offset, size;
	} section[MODEL_SECTIONS];
};

/* What the section of a layer begins with; the entries, the moves and the rows follow. */
struct model_layer_header {
	uint32_t places, groups, columns, rows;
	uint32_t scale; /* what a weight of a thousand became: a sum over it, times a thousand, is a logarithm of odds */
	uint32_t unused;
};

/*
 * Reads the tables of `bytes`, which must stay as long as the model, begin at a multiple of 8 and are not changed.
 * Errors name `file`: WA_ERR_FORMAT when it is no model, is cut short, damaged, or of a version this program cannot read.
 */
enum wa_status model_open(const void *bytes, size_t size, const char *file, struct tag_model *model, struct wa_error *error);
uint64_t model_checksum(const void *bytes, size_t size);

/* Opens the built-in model, of English. */
enum wa_status model_builtin(struct tag_model *model, struct wa_error *error);

#endif
