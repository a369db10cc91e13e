#include "tag/tag.h"

#include <math.h>

#include "tag/stage.h"

void tagging_release(struct tagging *tagging)
{
	vec_release(&tagging->found);
	vec_release(&tagging->contents);
	vec_release(&tagging->loose);
	tag_view_release(&tagging->view);
	free(tagging->cue_labels);
	free(tagging->part_labels);
	free(tagging->scores);
	free(tagging->cue_scores);
	free(tagging->allowed);
	free(tagging->contexts);
	free(tagging->back);
	*tagging = (struct tagging){0};
}

static bool widen(void *array, size_t count, size_t size)
{
	void *wider = realloc(*(void **)array, count * size);
	if (wider)
		*(void **)array = wider;
	return wider != NULL;
}

static bool reserve(struct tagging *t, size_t tokens)
{
	size_t room = tokens + tokens / 2 + 64;
	if (tokens <= t->capacity)
		return true;
	t->capacity = 0;
	if (!widen(&t->cue_labels, room, sizeof *t->cue_labels) || !widen(&t->part_labels, room, sizeof *t->part_labels) ||
		!widen(&t->scores, room, LAYER_COLUMNS_MAX * sizeof *t->scores) ||
		!widen(&t->cue_scores, room, sizeof *t->cue_scores) || !widen(&t->allowed, room, sizeof *t->allowed) ||
		!widen(&t->contexts, room, 1) || !widen(&t->back, room, (size_t)2 * CHAIN_TYPES_MAX))
		return false;
	t->capacity = room;
	return true;
}

bool tag_read(const struct tag_model *model, const struct seg *seg, struct tagging *t)
{
	struct tag_view *view = &t->view;
	t->found.count = t->contents.count = t->loose.count = 0;
	if (!reserve(t, seg->tokens.count) || !tag_view_read(view, seg))
		return false;
	tag_bands(&model->words, &model->stems, view);
	tag_view_candidates(view);
	for (size_t s = 0; s < view->sentences.count; s++) {
		if (!view->sentences.items[s].active)
			continue;
		tag_pos(&model->pos, view, &seg->sentences.items[s]);
		tag_chunks(&view->text, &seg->sentences.items[s]);
	}
	return true;
}

/* Scores of every token of the sentences worth tagging; others are given no choice but type 0. */
static void run(const struct tag_stage *stage, const struct tag_layer *layer, const struct chain_turns *turns, struct tagging *t,
	struct chain_label *labels)
{
	const struct tag_view *view = &t->view;
	uint32_t count = (uint32_t)view->near.count, columns = stage->shape.columns;
	const struct chain_input in = {count, t->scores, t->contexts, t->allowed};
	memset(t->scores, 0, (size_t)count * columns * sizeof *t->scores);
	for (uint32_t i = 0; i < count; i++) {
		struct tag_features f = {.count = 0};
		t->contexts[i] = tag_border(&view->text, i);
		t->allowed[i] = 1;
		if (!tag_is_active(view, i))
			continue;
		t->allowed[i] = stage->allowed(view, i);
		if (t->allowed[i] & (t->allowed[i] - 1)) {
			stage->features(view, i, &f);
			layer_sum(layer, &f, t->scores + (size_t)i * columns);
		}
	}
	chain_best(&stage->shape, turns, &in, labels, t->back);
}

void tag_find_cues(const struct tag_model *model, struct tagging *t)
{
	uint8_t column = tag_stage_cue.shape.column[CUE_TYPE_CUE];
	run(&tag_stage_cue, &model->cue, &model->cue_turns, t, t->cue_labels);
	for (size_t i = 0; i < t->view.near.count; i++) {
		const int16_t *s = t->scores + i * tag_stage_cue.shape.columns;
		t->cue_scores[i] = (int16_t)(s[column] + s[column + 1] + s[column + 2]);
	}
}

bool tag_find_parts(const struct tag_model *model, struct tagging *t)
{
	if (!tag_view_cues(&t->view, t->cue_labels))
		return false;
	run(&tag_stage_part, &model->part, &model->part_turns, t, t->part_labels);
	return true;
}

uint8_t tag_confidence(const struct tag_model *model, const struct tagging *t, uint32_t first, uint32_t last)
{
	int16_t best = INT16_MIN;
	for (uint32_t i = first; i < last; i++)
		best = t->cue_scores[i] > best ? t->cue_scores[i] : best;
	return (uint8_t)lround(100 / (1 + exp(-best * 1000.0 / model->cue.scale)));
}

size_t tagging_first(const struct tagging *t, uint32_t token)
{
	size_t low = 0, high = t->found.count;
	while (low < high) {
		size_t middle = (low + high) / 2;
		if (t->found.items[middle].cue.first < token)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

bool tag_paragraph(const struct tag_model *model, const struct seg *seg, struct tagging *t)
{
	bool any = false;
	if (!tag_read(model, seg, t))
		return false;
	for (size_t s = 0; s < t->view.sentences.count; s++)
		any = any || t->view.sentences.items[s].active;
	if (!any) {
		memset(t->part_labels, 0, seg->tokens.count * sizeof *t->part_labels);
		memset(t->cue_scores, 0, seg->tokens.count * sizeof *t->cue_scores);
		return true;
	}
	tag_find_cues(model, t);
	if (!tag_find_parts(model, t) || !tag_link(t, (int32_t)(model->cue.scale / 1000)))
		return false;
	for (size_t i = 0; i < t->found.count; i++) {
		struct tag_found *found = &t->found.items[i];
		found->confidence = tag_confidence(model, t, found->cue.first, found->cue.last);
	}
	return true;
}
