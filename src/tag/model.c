#include "tag/model.h"

#include <inttypes.h>

#include "base/error.h"
#include "tag/stage.h"

/* Eight bytes a step: a model of a megabyte costs a tenth of a millisecond. */
uint64_t model_checksum(const void *bytes, size_t size)
{
	const unsigned char *at = bytes;
	uint64_t hash = size, word;
	for (; size >= sizeof word; at += sizeof word, size -= sizeof word) {
		memcpy(&word, at, sizeof word);
		hash = (hash ^ word) * UINT64_C(0x9E3779B97F4A7C15);
		hash ^= hash >> 29;
	}
	for (; size; at++, size--)
		hash = (hash ^ *at) * UINT64_C(0x9E3779B97F4A7C15);
	return hash ^ hash >> 32;
}

struct reading {
	const unsigned char *bytes;
	size_t size;
	const char *file;
	struct model_header header;
	struct wa_error *error;
};

static enum wa_status refuse(const struct reading *r, const char *why)
{
	return error_set(r->error, WA_ERR_FORMAT, r->file, 0, "%s", why);
}

static enum wa_status check_header(struct reading *r)
{
	struct model_header *h = &r->header;
	if (r->size < sizeof *h || memcmp(r->bytes, MODEL_MAGIC, sizeof h->magic) != 0)
		return refuse(r, "is no tagger model; \"wireaudit train\" makes one");
	memcpy(h, r->bytes, sizeof *h);
	if (h->order != MODEL_ORDER)
		return refuse(r, "is a tagger model of a machine with another byte order; train it anew on this one");
	if (h->version != MODEL_VERSION)
		return error_set(r->error, WA_ERR_FORMAT, r->file, 0,
			"is a tagger model of version %" PRIu32 ", and this program reads version %u; train it anew", h->version,
			MODEL_VERSION);
	if (h->size != r->size || h->sections != MODEL_SECTIONS)
		return error_set(r->error, WA_ERR_FORMAT, r->file, 0,
			"is a tagger model of %" PRIu32 " bytes, and %zu are here: it is cut short", h->size, r->size);
	if (model_checksum(r->bytes + sizeof *h, r->size - sizeof *h) != h->checksum)
		return refuse(r, "is a damaged tagger model: its checksum does not fit");
	return WA_OK;
}

/* The bytes of a section; NULL when it does not lie within the file. */
static const unsigned char *section(const struct reading *r, enum model_section index, size_t *size)
{
	size_t offset = r->header.section[index].offset;
	*size = r->header.section[index].size;
	if (offset % 8 || offset < sizeof r->header || offset > r->size || *size > r->size - offset)
		return NULL;
	return r->bytes + offset;
}

/* Every row that an entry names must be there. */
static bool entries_fit(const struct tag_layer *layer)
{
	uint32_t most = 0;
	for (uint32_t i = 0; i < layer->places; i++) {
		uint32_t row = layer->entries[i] % LAYER_ROWS_MAX;
		most = row > most ? row : most;
	}
	return most < layer->row_count;
}

static bool open_layer(const struct reading *r, enum model_section index, uint32_t columns, struct tag_layer *layer)
{
	size_t size, entries, moves;
	const unsigned char *at = section(r, index, &size);
	struct model_layer_header h;
	if (!at || size < sizeof h)
		return false;
	memcpy(&h, at, sizeof h);
	entries = (size_t)h.places * sizeof(uint32_t);
	moves = (size_t)h.groups * sizeof(uint16_t);
	if (h.groups < 2 || (h.groups & (h.groups - 1)) || !h.places || !h.scale || h.columns != columns ||
		h.rows > LAYER_ROWS_MAX || size != sizeof h + entries + moves + (size_t)h.rows * columns)
		return false;
	at += sizeof h;
	*layer = (struct tag_layer){.places = h.places,
		.groups = h.groups,
		.group_bits = (uint32_t)__builtin_ctz(h.groups),
		.columns = columns,
		.row_count = h.rows,
		.scale = h.scale,
		.entries = (const uint32_t *)(const void *)at,
		.moves = (const uint16_t *)(const void *)(at + entries),
		.rows = at + entries + moves};
	return columns == 1 || entries_fit(layer);
}

static bool open_turns(const struct reading *r, enum model_section index, uint32_t types, struct chain_turns *turns)
{
	size_t size;
	const unsigned char *at = section(r, index, &size);
	if (!at || size != (chain_turn_count(types) + chain_stay_count(types)) * sizeof(int16_t))
		return false;
	turns->turn = (const int16_t *)(const void *)at;
	turns->stay = turns->turn + chain_turn_count(types);
	return true;
}

static bool open_sections(const struct reading *r, struct tag_model *model)
{
	size_t size;
	model->provenance.ptr = (const char *)section(r, MODEL_PROVENANCE, &size);
	model->provenance.len = size;
	model->checksum = r->header.checksum;
	return model->provenance.ptr && open_layer(r, MODEL_WORDS, 1, &model->words) &&
	       open_layer(r, MODEL_STEMS, 1, &model->stems) && open_layer(r, MODEL_KNOWN, 1, &model->known) &&
	       open_layer(r, MODEL_POS, LAYER_COLUMNS_MAX, &model->pos) &&
	       open_layer(r, MODEL_CUE, tag_stage_cue.shape.columns, &model->cue) &&
	       open_layer(r, MODEL_PART, tag_stage_part.shape.columns, &model->part) &&
	       open_turns(r, MODEL_CUE_TURNS, tag_stage_cue.shape.types, &model->cue_turns) &&
	       open_turns(r, MODEL_PART_TURNS, tag_stage_part.shape.types, &model->part_turns);
}

enum wa_status model_open(const void *bytes, size_t size, const char *file, struct tag_model *model, struct wa_error *error)
{
	struct reading r = {.bytes = bytes, .size = size, .file = file, .error = error};
	enum wa_status status = check_header(&r);
	if (status != WA_OK)
		return status;
	return open_sections(&r, model) ? WA_OK : refuse(&r, "is a damaged tagger model: its parts do not fit each other");
}
