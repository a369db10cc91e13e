#include "train/train.h"

#include "train/pos_learn.h"
#include "train/truth.h"

const struct train_settings train_defaults = {
	.folds = 5,
	.pos_epochs = 5,
	.pos_rows = 14000,
	.cue = {.epochs = 5, .min_count = 3, .rate = .02f, .decay = .002f},
	.part = {.epochs = 6, .min_count = 4, .rate = .01f, .decay = .002f},
	.cue_rows = 46000,
	.part_rows = 33000,
	.cue_bias = {[CUE_TYPE_CUE] = .2f},
	.part_bias = {[PART_SOURCE_LEFT] = .5f, [PART_SOURCE_RIGHT] = .5f, [PART_CONTENT_LEFT] = .75f, [PART_CONTENT_RIGHT] = .75f},
};

struct tag_model train_model(const struct trainer *t, uint32_t fold)
{
	return (struct tag_model){
		.words = t->words[fold].layer,
		.stems = t->stems[fold].layer,
		.known = t->known.layer,
		.pos = t->pos.layer,
		.cue = t->cue[fold].layer,
		.part = t->part[fold].layer,
		.cue_turns = {t->cue[fold].turn, t->cue[fold].stay},
		.part_turns = {t->part[fold].turn, t->part[fold].stay},
	};
}

void trainer_release(struct trainer *t)
{
	for (size_t i = 0; t->cues && i < t->corpus.paras.count; i++) {
		free(t->cues[i].labels);
		free(t->cues[i].tells);
	}
	free(t->cues);
	for (uint32_t f = 0; f <= FOLDS_MAX; f++) {
		learned_release(&t->words[f]);
		learned_release(&t->stems[f]);
		learned_release(&t->cue[f]);
		learned_release(&t->part[f]);
	}
	learned_release(&t->known);
	learned_release(&t->pos);
	tagging_release(&t->tagging);
	corpus_release(&t->corpus);
}

bool train_pos(struct trainer *t, const struct bank *bank)
{
	return pos_known(bank, &t->known) &&
	       pos_learn(bank, &t->known.layer, t->settings.pos_epochs, t->settings.pos_rows, &t->pos);
}

bool train_bands(struct trainer *t)
{
	struct band_counts counts = {.words = {0}};
	bool ok = true;
	for (size_t i = 0; ok && i < t->corpus.paras.count; i++) {
		struct gold_para *para = &t->corpus.paras.items[i];
		ok = tag_view_read(&t->tagging.view, &para->seg) && bands_count(&counts, para, &t->tagging.view);
	}
	for (uint32_t f = 0; ok && f <= t->settings.folds; f++)
		ok = bands_build(&counts, f < t->settings.folds ? (int)f : -1, &t->words[f], &t->stems[f]);
	bands_release(&counts);
	return ok;
}

/* What the tagger will have no choice to find is not to be learned. */
static void leave_out(const struct tag_stage *stage, const struct tag_view *view, struct chain_label *truth)
{
	uint16_t plain = 0;
	for (uint32_t t = 0; t < stage->shape.types; t++)
		plain |= (uint16_t)(stage->shape.plain[t] << t);
	for (uint32_t i = 0; i < view->near.count; i++)
		if (!(stage->allowed(view, i) >> truth[i].type & 1))
			truth[i].type = 0;
	truth_mend(truth, (uint32_t)view->near.count, plain);
}

static bool add_features(struct learner *l, const struct tag_features *f, struct learn_token *token)
{
	for (size_t k = 0; k < f->count; k++) {
		uint32_t *slot = vec_push(&l->features);
		if (!slot)
			return false;
		*slot = f->items[k];
	}
	token->feature_count += (uint32_t)f->count;
	return true;
}

static bool add_token(
	struct learner *l, const struct tag_stage *stage, const struct tag_view *view, uint32_t i, struct chain_label truth)
{
	struct tag_features f = {.count = 0};
	struct tag_group groups[TAG_GROUPS];
	struct learn_token *token = vec_push(&l->tokens);
	bool ok = true;
	if (!token)
		return false;
	*token = (struct learn_token){.features = l->features.count,
		.allowed = stage->allowed(view, i),
		.context = tag_border(&view->text, i),
		.truth = truth};
	if (!(token->allowed & (token->allowed - 1)))
		return true;
	tag_groups_begin(groups);
	stage->features(view, i, &f, groups);
	ok = add_features(l, &f, token);
	for (uint32_t g = 0; ok && g < stage->groups; g++)
		ok = add_features(l, &groups[g].features, token);
	return ok;
}

/* Adds a paragraph whose chain is to be learned. */
static bool add_sample(
	struct learner *l, const struct tag_stage *stage, const struct tag_view *view, struct chain_label *truth, uint8_t fold)
{
	uint32_t count = (uint32_t)view->near.count;
	struct learn_sample *sample = vec_push(&l->samples);
	bool ok = sample != NULL;
	leave_out(stage, view, truth);
	if (ok)
		*sample = (struct learn_sample){l->tokens.count, count, fold};
	for (uint32_t i = 0; ok && i < count; i++)
		ok = add_token(l, stage, view, i, truth[i]);
	return ok;
}

static bool keep_answer(const struct tagging *tagging, struct cue_answer *out)
{
	size_t tokens = tagging->view.near.count, sentences = tagging->view.sentences.count;
	out->labels = malloc((tokens + 1) * sizeof *out->labels);
	out->tells = malloc((sentences + 1) * sizeof *out->tells);
	if (!out->labels || !out->tells)
		return false;
	memcpy(out->labels, tagging->cue_labels, tokens * sizeof *out->labels);
	for (size_t s = 0; s < sentences; s++)
		out->tells[s] = tagging->view.sentences.items[s].tells;
	return true;
}

static bool keep_cues(struct trainer *t, uint32_t fold)
{
	struct tag_model model = train_model(t, fold);
	for (size_t i = 0; i < t->corpus.paras.count; i++) {
		struct gold_para *para = &t->corpus.paras.items[i];
		if (para->fold != fold)
			continue;
		if (!tag_read(&model, &para->seg, &t->tagging))
			return false;
		tag_find_cues(&model, &t->tagging);
		if (!keep_answer(&t->tagging, &t->cues[i]))
			return false;
	}
	return true;
}

static bool learn_fold(struct trainer *t, struct learner *l, const struct learn_options *options, uint32_t fold, uint32_t rows,
	const float *bias, struct learned *out)
{
	struct learn_options o = *options;
	o.max_rows = rows;
	o.without_fold = fold < t->settings.folds ? (int)fold : -1;
	return learner_train(l, &o) && learner_compile(l, rows, bias, out);
}

bool train_cues(struct trainer *t)
{
	struct learner l = {.shape = tag_stage_cue.shape};
	bool ok = true;
	for (size_t i = 0; ok && i < t->corpus.paras.count; i++) {
		struct gold_para *para = &t->corpus.paras.items[i];
		struct tag_model model = train_model(t, para->fold);
		ok = tag_read(&model, &para->seg, &t->tagging);
		if (ok) {
			truth_cues(para, t->tagging.cue_labels);
			ok = add_sample(&l, &tag_stage_cue, &t->tagging.view, t->tagging.cue_labels, para->fold);
		}
	}
	t->cues = calloc(t->corpus.paras.count + 1, sizeof *t->cues);
	ok = ok && t->cues;
	for (uint32_t f = 0; ok && f <= t->settings.folds; f++) {
		ok = learn_fold(t, &l, &t->settings.cue, f, t->settings.cue_rows, t->settings.cue_bias, &t->cue[f]);
		if (ok && f < t->settings.folds)
			ok = keep_cues(t, f);
	}
	learner_release(&l);
	return ok;
}

bool train_parts(struct trainer *t, bool jackknife)
{
	struct learner l = {.shape = tag_stage_part.shape};
	bool ok = true;
	for (size_t i = 0; ok && i < t->corpus.paras.count; i++) {
		struct gold_para *para = &t->corpus.paras.items[i];
		struct tag_model model = train_model(t, para->fold);
		ok = tag_read(&model, &para->seg, &t->tagging) && tag_view_cues(&t->tagging.view, t->cues[i].labels);
		if (ok) {
			for (size_t s = 0; s < para->seg.sentences.count; s++)
				t->tagging.view.sentences.items[s].tells = t->cues[i].tells[s];
			truth_parts(para, &t->tagging.view, t->tagging.part_labels);
			ok = add_sample(&l, &tag_stage_part, &t->tagging.view, t->tagging.part_labels, para->fold);
		}
	}
	for (uint32_t f = jackknife ? 0 : t->settings.folds; ok && f <= t->settings.folds; f++)
		ok = learn_fold(t, &l, &t->settings.part, f, t->settings.part_rows, t->settings.part_bias, &t->part[f]);
	learner_release(&l);
	return ok;
}

bool train_measure(const struct tag_model *model, const struct corpus *corpus, int fold, struct measure *out)
{
	struct tagging tagging = {.capacity = 0};
	bool ok = true;
	for (size_t i = 0; ok && i < corpus->paras.count; i++) {
		const struct gold_para *para = &corpus->paras.items[i];
		if (fold < 0 || para->fold == fold)
			ok = tag_paragraph(model, &para->seg, &tagging) && measure_add(out, para, &tagging);
	}
	tagging_release(&tagging);
	return ok;
}
