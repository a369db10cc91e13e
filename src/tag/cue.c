/* Features of the cue stage: is the token part of a cue? */
#include "tag/around.h"
#include "tag/stage.h"

/* Numbers of the templates: they are part of the model's format. */
enum {
	C_WORD = 100,
	C_LEFT,
	C_RIGHT,
	C_LEFT2,
	C_RIGHT2,
	C_WORD_RIGHT,
	C_PL2,
	C_PR2,
	C_PL_POS,
	C_POS_PR,
	C_POS_THREE,
	C_POS_RIGHTS,
	C_WORD_PL,
	C_WORD_PR,
	C_STEM,
	C_SUFFIX,
	C_PREFIX,
	C_CASE_POS,
	C_BANDS,
	C_BAND_LEFT,
	C_BAND_RIGHT,
	C_CHUNK,
	C_HEAD,
	C_BEFORE_CHUNK,
	C_AFTER_CHUNK,
	C_LEFT_HEAD,
	C_LEFT_HEAD_KIND,
	C_RIGHT_HEAD,
	C_RIGHT_HEAD_KIND,
	C_STEM_AFTER,
	C_FRAME,
	C_QUOTE,
	C_QUOTE_LENGTH,
	C_QUOTE_ENDS,
	C_QUOTE_BEFORE,
	C_QUOTE_AFTER,
	C_QUOTE_NEAR,
	C_FROM_START,
	C_TO_END,
	C_SENTENCE,
	C_BESTS,
	C_NEAR_LEFT,
	C_NEAR_LEFT_WORD,
	C_NEAR_RIGHT,
	C_NEAR_RIGHT_WORD,
	C_NEAR_BOTH,
};

static void words(const struct around *a, struct tag_features *f)
{
	uint32_t id = a->w->id;
	feature(f, C_WORD, id);
	feature(f, C_LEFT, a->left);
	feature(f, C_RIGHT, a->right);
	feature(f, C_LEFT2, a->left2);
	feature(f, C_RIGHT2, a->right2);
	feature2(f, C_WORD_RIGHT, id, a->right);
	feature(f, C_STEM, a->w->stem);
	feature(f, C_SUFFIX, a->w->suffix);
	feature(f, C_PREFIX, a->w->prefix);
	feature2(f, C_CASE_POS, a->w->casing, a->pos);
}

static void parts_of_speech(const struct around *a, struct tag_features *f)
{
	feature(f, C_PL2, a->pl2);
	feature(f, C_PR2, a->pr2);
	feature2(f, C_PL_POS, a->pl, a->pos);
	feature2(f, C_POS_PR, a->pos, a->pr);
	feature3(f, C_POS_THREE, a->pl, a->pos, a->pr);
	feature3(f, C_POS_RIGHTS, a->pos, a->pr, a->pr2);
	feature2(f, C_WORD_PL, a->w->id, a->pl);
	feature2(f, C_WORD_PR, a->w->id, a->pr);
}

static void bands(const struct around *a, struct tag_features *f)
{
	uint32_t left = a->i > a->s->first ? a->w[-1].band : 0, right = a->i + 1 < a->s->last ? a->w[1].band : 0;
	feature3(f, C_BANDS, left, a->w->band, right);
	feature2(f, C_BAND_LEFT, a->w->band, a->left);
	feature2(f, C_BAND_RIGHT, a->w->band, a->right);
}

static void chunks(const struct around *a, struct tag_features *f)
{
	uint32_t band = a->w->band, left = kind_of_head(a->left_head), right = kind_of_head(a->right_head);
	feature3(f, C_CHUNK, a->place, a->pos, band);
	feature2(f, C_HEAD, a->words[a->w->head].id, a->place);
	feature2(f, C_BEFORE_CHUNK, a->before_chunk, band);
	feature2(f, C_AFTER_CHUNK, a->after_chunk, band);
	feature2(f, C_LEFT_HEAD, a->left_head ? a->left_head->id : 0, band);
	feature2(f, C_LEFT_HEAD_KIND, left, band);
	feature2(f, C_RIGHT_HEAD, a->right_head ? a->right_head->id : 0, band);
	feature2(f, C_RIGHT_HEAD_KIND, right, band);
	feature2(f, C_STEM_AFTER, a->w->stem, a->after_chunk);
	feature3(f, C_FRAME, left, band, right);
}

/* How far the nearest end of a quotation is to either side, up to four tokens. */
static uint32_t quote_near(const struct around *a)
{
	enum { FAR = 4 };
	const struct token *t = &a->text->seg->tokens.items[a->i];
	uint32_t left = 0, right = 0;
	for (uint32_t k = 1; k <= FAR && !right && a->i + k < a->s->last; k++)
		right = t[k].quote ? k : 0;
	for (uint32_t k = 1; k <= FAR && !left && a->i >= a->s->first + k; k++)
		left = t[-(int32_t)k].quote ? k : 0;
	return left * 8 + right;
}

static void quotes(const struct around *a, struct tag_features *f)
{
	const struct tag_quote *q = &a->quote;
	uint32_t band = a->w->band, before = TAG_ID_OUTSIDE, after = TAG_ID_OUTSIDE;
	feature2(f, C_QUOTE, q->inside, band);
	if (!q->inside) {
		feature2(f, C_QUOTE_NEAR, quote_near(a), band);
		return;
	}
	if (q->quote->first > 0)
		before = a->words[q->quote->first - 1].id;
	if (q->quote->last < a->text->words.count)
		after = a->words[q->quote->last].id;
	feature3(f, C_QUOTE_LENGTH, q->length, band, q->to_last < 2);
	feature2(f, C_QUOTE_ENDS, q->to_last, q->to_first);
	feature2(f, C_QUOTE_BEFORE, before, band >= BAND_CANDIDATE);
	feature2(f, C_QUOTE_AFTER, after, band >= BAND_CANDIDATE);
}

static void place(const struct around *a, struct tag_features *f)
{
	const struct tag_sentence *t = a->sentence;
	uint32_t band = a->w->band, best = t->best == a->i ? t->second_band : t->band;
	uint32_t strong = t->strong - (t->strong && band >= BAND_STRONG ? 1u : 0u);
	feature2(f, C_FROM_START, tag_bucket(a->i - a->s->first), band);
	feature2(f, C_TO_END, tag_bucket(a->s->last - 1 - a->i), band);
	feature3(f, C_SENTENCE, a->w->sentence == 0, a->w->sentence + 1 == a->view->sentences.count, band);
	feature3(f, C_BESTS, best, strong, band);
}

/* The nearest candidates to both sides. */
static void candidates(const struct around *a, struct tag_features *f)
{
	const struct tag_near *near = &a->view->near.items[a->i];
	uint32_t band = a->w->band, left_band = 0, right_band = 0;
	if (near->left != TAG_NONE_NEAR) {
		const struct tag_word *c = &a->words[near->left];
		left_band = c->band;
		feature3(f, C_NEAR_LEFT, c->band, tag_bucket(a->i - near->left), band);
		feature2(f, C_NEAR_LEFT_WORD, c->id, band);
	}
	if (near->right != TAG_NONE_NEAR) {
		const struct tag_word *c = &a->words[near->right];
		right_band = c->band;
		feature3(f, C_NEAR_RIGHT, c->band, tag_bucket(near->right - a->i), band);
		feature2(f, C_NEAR_RIGHT_WORD, c->id, band);
	}
	feature3(f, C_NEAR_BOTH, left_band, band, right_band);
}

static void cue_features(const struct tag_view *view, uint32_t i, struct tag_features *f, struct tag_group *groups)
{
	const struct around a = around_of(view, i);
	(void)groups;
	words(&a, f);
	parts_of_speech(&a, f);
	bands(&a, f);
	chunks(&a, f);
	quotes(&a, f);
	place(&a, f);
	candidates(&a, f);
}

static uint16_t cue_allowed(const struct tag_view *view, uint32_t i)
{
	return view->near.items[i].maybe ? 1u << CUE_TYPE_NONE | 1u << CUE_TYPE_CUE : 1u << CUE_TYPE_NONE;
}

const struct tag_stage tag_stage_cue = {
	.shape = {.types = 2, .columns = 4, .column = {4, 0}, .plain = {true, false}},
	.features = cue_features,
	.allowed = cue_allowed,
};
