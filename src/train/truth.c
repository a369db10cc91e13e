#include "train/truth.h"

/* Spans that overlap cut each other; truth_mend() gives what is left its ends. */
static void fill(struct chain_label *labels, uint32_t first, uint32_t last, uint8_t type)
{
	for (uint32_t i = first; i < last; i++)
		labels[i] = (struct chain_label){type, i == first, i + 1 == last};
}

void truth_mend(struct chain_label *labels, uint32_t count, uint16_t plain)
{
	for (uint32_t i = 0; i < count; i++) {
		struct chain_label *l = &labels[i];
		if (plain >> l->type & 1) {
			l->first = l->last = true;
			continue;
		}
		if (i == 0 || l[-1].type != l->type || l[-1].last)
			l->first = true;
		if (i + 1 == count || l[1].type != l->type || l[1].first)
			l->last = true;
	}
}

void truth_cues(const struct gold_para *para, struct chain_label *labels)
{
	uint32_t count = (uint32_t)para->seg.tokens.count;
	fill(labels, 0, count, CUE_TYPE_NONE);
	for (size_t k = 0; k < para->spans.count; k++)
		if (para->spans.items[k].kind == GOLD_CUE)
			fill(labels, para->spans.items[k].first, para->spans.items[k].last, CUE_TYPE_CUE);
	truth_mend(labels, count, 1u << CUE_TYPE_NONE);
}

/* The cue of the view that stands for the annotated cue of an attribution; NULL when it was not found here. */
static const struct tag_cue *cue_of(const struct gold_para *para, const struct tag_view *view, uint32_t attribution)
{
	uint32_t found = 0;
	for (size_t k = 0; attribution != WA_NONE && k < para->spans.count; k++) {
		const struct gold_span *g = &para->spans.items[k];
		if (g->kind != GOLD_CUE || g->attribution != attribution)
			continue;
		for (uint32_t i = g->first; i < g->last; i++)
			found = view->near.items[i].cue ? view->near.items[i].cue : found;
	}
	return found ? &view->cues.items[found - 1] : NULL;
}

/* What stands between the parts of an attribution. */
static void mark_within(const struct gold_para *para, uint32_t attribution, const struct tag_cue *cue, struct chain_label *labels)
{
	uint32_t low = cue->first, high = cue->last;
	for (size_t k = 0; k < para->spans.count; k++) {
		const struct gold_span *g = &para->spans.items[k];
		if (g->attribution != attribution || g->kind == GOLD_CUE)
			continue;
		low = g->first < low ? g->first : low;
		high = g->last > high ? g->last : high;
	}
	for (uint32_t i = low; i < high; i++)
		if (labels[i].type == PART_NONE)
			labels[i].type = PART_WITHIN;
}

static uint8_t type_of(const struct gold_span *g, const struct tag_cue *cue)
{
	bool source = g->kind == GOLD_SOURCE;
	if (!cue)
		return source ? PART_NONE : PART_CONTENT_LOOSE;
	if (g->first < cue->first)
		return source ? PART_SOURCE_RIGHT : PART_CONTENT_RIGHT;
	return source ? PART_SOURCE_LEFT : PART_CONTENT_LEFT;
}

void truth_parts(const struct gold_para *para, const struct tag_view *view, struct chain_label *labels)
{
	const uint16_t plain = 1u << PART_NONE | 1u << PART_WITHIN | 1u << PART_CUE;
	uint32_t count = (uint32_t)para->seg.tokens.count;
	fill(labels, 0, count, PART_NONE);
	for (size_t k = 0; k < para->spans.count; k++) {
		const struct gold_span *g = &para->spans.items[k];
		const struct tag_cue *cue = g->kind == GOLD_CUE ? cue_of(para, view, g->attribution) : NULL;
		if (cue)
			mark_within(para, g->attribution, cue, labels);
	}
	for (size_t k = 0; k < para->spans.count; k++) {
		const struct gold_span *g = &para->spans.items[k];
		if (g->kind != GOLD_CUE)
			fill(labels, g->first, g->last, type_of(g, cue_of(para, view, g->attribution)));
	}
	for (uint32_t i = 0; i < count; i++)
		if (view->near.items[i].cue)
			labels[i].type = PART_CUE;
	truth_mend(labels, count, plain);
}
