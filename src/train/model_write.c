#include "train/model_write.h"

#include "tag/stage.h"

struct writing {
	byte_list *out;
	struct model_header header;
	bool failed;
};

static void put(struct writing *w, const void *bytes, size_t size)
{
	if (w->failed || !vec_reserve(w->out, w->out->count + size)) {
		w->failed = true;
		return;
	}
	if (size)
		memcpy(w->out->items + w->out->count, bytes, size);
	w->out->count += size;
}

static void begin(struct writing *w, enum model_section section)
{
	static const unsigned char nothing[8];
	put(w, nothing, (8 - w->out->count % 8) % 8);
	w->header.section[section].offset = (uint32_t)w->out->count;
}

static void end(struct writing *w, enum model_section section)
{
	w->header.section[section].size = (uint32_t)w->out->count - w->header.section[section].offset;
}

static void put_layer(struct writing *w, enum model_section section, const struct tag_layer *layer)
{
	struct model_layer_header header = {layer->places, layer->groups, layer->columns, layer->row_count, layer->scale, 0};
	begin(w, section);
	put(w, &header, sizeof header);
	put(w, layer->entries, layer->places * sizeof *layer->entries);
	put(w, layer->moves, layer->groups * sizeof *layer->moves);
	put(w, layer->rows, (size_t)layer->row_count * layer->columns);
	end(w, section);
}

static void put_turns(struct writing *w, enum model_section section, const struct chain_turns *turns, uint32_t types)
{
	begin(w, section);
	put(w, turns->turn, chain_turn_count(types) * sizeof *turns->turn);
	put(w, turns->stay, chain_stay_count(types) * sizeof *turns->stay);
	end(w, section);
}

bool model_write(const struct tag_model *model, byte_list *out)
{
	struct writing w = {.out = out, .header = {.order = MODEL_ORDER, .version = MODEL_VERSION, .sections = MODEL_SECTIONS}};
	memcpy(w.header.magic, MODEL_MAGIC, sizeof w.header.magic);
	out->count = 0;
	put(&w, &w.header, sizeof w.header);
	begin(&w, MODEL_PROVENANCE);
	put(&w, model->provenance.ptr, model->provenance.len);
	end(&w, MODEL_PROVENANCE);
	put_layer(&w, MODEL_WORDS, &model->words);
	put_layer(&w, MODEL_STEMS, &model->stems);
	put_layer(&w, MODEL_KNOWN, &model->known);
	put_layer(&w, MODEL_POS, &model->pos);
	put_layer(&w, MODEL_CUE, &model->cue);
	put_layer(&w, MODEL_PART, &model->part);
	put_turns(&w, MODEL_CUE_TURNS, &model->cue_turns, tag_stage_cue.shape.types);
	put_turns(&w, MODEL_PART_TURNS, &model->part_turns, tag_stage_part.shape.types);
	if (w.failed)
		return false;
	w.header.size = (uint32_t)out->count;
	w.header.checksum = model_checksum(out->items + sizeof w.header, out->count - sizeof w.header);
	memcpy(out->items, &w.header, sizeof w.header);
	return true;
}
