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
	free(tagging->ways);
	*tagging = (struct tagging){0};
}

static bool widen(void *array, size_t count, size_t size)
{
	void *wider = realloc(*(void **)array, count * size);
	if (wider)
		*(void **)array = wider;
	return wider != NULL;
}

/* Of the stage that has most; parts of speech keep no scores. */
enum { SCORE_COLUMNS = 16 };

static bool reserve(struct tagging *t, size_t tokens)
{
	size_t room = tokens + tokens / 2 + 64;
	if (tokens <= t->capacity)
		return true;
	t->capacity = 0;
	if (!widen(&t->cue_labels, room, sizeof *t->cue_labels) || !widen(&t->part_labels, room, sizeof *t->part_labels) ||
		!widen(&t->scores, room, SCORE_COLUMNS * sizeof *t->scores) ||
		!widen(&t->cue_scores, room, sizeof *t->cue_scores) || !widen(&t->allowed, room, sizeof *t->allowed) ||
		!widen(&t->contexts, room, 1) || !widen(&t->ways, room, sizeof *t->ways))
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
		tag_pos(&model->known, &model->pos, view, &seg->sentences.items[s]);
		tag_chunks(&view->text, &seg->sentences.items[s]);
	}
	tag_view_kinds(view);
	for (uint32_t i = 0; i < view->near.count; i++)
		t->contexts[i] = tag_border(&view->text, i);
	return true;
}

/* Sums of what groups of features weigh, kept from token to token. */
struct group_sums {
	struct tag_group groups[TAG_GROUPS];
	int16_t sums[TAG_GROUPS][LAYER_COLUMNS_MAX];
};

static void add_groups(const struct tag_stage *stage, const struct tag_layer *layer, struct group_sums *shared, int16_t *scores)
{
	for (uint32_t g = 0; g < stage->groups; g++) {
		if (shared->groups[g].changed)
			layer_sum(layer, &shared->groups[g].features, shared->sums[g]);
		for (uint32_t c = 0; c < stage->shape.columns; c++)
			scores[c] = (int16_t)(scores[c] + shared->sums[g][c]);
	}
}

/* The best chain; tokens that have a choice are scored. */
static void run(const struct tag_stage *stage, const struct tag_layer *layer, const struct chain_turns *turns, struct tagging *t,
	struct chain_label *labels)
{
	const struct tag_view *view = &t->view;
	uint32_t count = (uint32_t)view->near.count, columns = stage->shape.columns;
	const struct chain_input in = {count, t->scores, t->contexts, t->allowed};
	struct tag_features f; /* long: not to be filled with noughts for every token */
	struct group_sums shared;
	tag_groups_begin(shared.groups);
	memset(t->scores, 0, (size_t)count * columns * sizeof *t->scores);
	for (uint32_t i = 0; i < count; i++) {
		t->allowed[i] = stage->allowed(view, i);
		if (t->allowed[i] & (t->allowed[i] - 1)) {
			f.count = 0;
			stage->features(view, i, &f, shared.groups);
			layer_sum(layer, &f, t->scores + (size_t)i * columns);
			add_groups(stage, layer, &shared, t->scores + (size_t)i * columns);
		}
	}
	chain_best(&stage->shape, turns, &in, labels, t->ways);
}

/* Sentences without cue or quotation may tell something when a word's odds to be a cue are better than one to three. */
enum { TELLS_TENTHS = 10 };

void tag_find_cues(const struct tag_model *model, struct tagging *t)
{
	uint8_t column = tag_stage_cue.shape.column[CUE_TYPE_CUE];
	int32_t least = -TELLS_TENTHS * (int32_t)(model->cue.scale / 1000) / 10;
	run(&tag_stage_cue, &model->cue, &model->cue_turns, t, t->cue_labels);
	for (size_t s = 0; s < t->view.sentences.count; s++)
		t->view.sentences.items[s].tells = t->view.sentences.items[s].quotes;
	for (size_t i = 0; i < t->view.near.count; i++) {
		const int16_t *s = t->scores + i * tag_stage_cue.shape.columns;
		struct tag_sentence *sentence = &t->view.sentences.items[t->view.text.words.items[i].sentence];
		t->cue_scores[i] = t->view.near.items[i].maybe ? (int16_t)(s[column] + s[column + 1] + s[column + 2]) : INT16_MIN;
		sentence->tells = sentence->tells || t->cue_labels[i].type || t->cue_scores[i] > least;
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
	if (!tag_read(model, seg, t))
		return false;
	tag_find_cues(model, t);
	if (!tag_find_parts(model, t) || !tag_link(t, (int32_t)(model->cue.scale / 1000)))
		return false;
	for (size_t i = 0; i < t->found.count; i++) {
		struct tag_found *found = &t->found.items[i];
		found->confidence = tag_confidence(model, t, found->cue.first, found->cue.last);
	}
	return true;
}
