/* Parts of speech, word by word from the left. */
#include "tag/stage.h"

/* Numbers of the templates: they are part of the model's format. */
enum {
	P_BIAS = 1,
	P_WORD,
	P_SUFFIX,
	P_SUFFIX_CASE,
	P_PREFIX,
	P_STEM,
	P_CASE_TAG,
	P_TAG,
	P_TAGS,
	P_TAG_WORD,
	P_TAG_SUFFIX,
	P_LEFT,
	P_LEFT2,
	P_RIGHT,
	P_RIGHT2,
	P_RIGHT_SUFFIX,
	P_WORD_RIGHT,
	P_TAG_RIGHT,
	P_LEFT_SUFFIX,
};

static uint32_t tag_before(const struct tag_text *text, const struct sentence *s, uint32_t i, uint32_t back)
{
	return tag_pos_at(text, s, (int64_t)i - back);
}

void tag_pos_features(const struct tag_view *view, uint32_t i, struct tag_features *f)
{
	static const struct tag_word none = {.id = TAG_ID_OUTSIDE, .suffix = TAG_ID_OUTSIDE, .casing = CASE_MARK};
	const struct tag_text *text = &view->text;
	const struct sentence *s = tag_sentence_of(text, i);
	const struct tag_word *w = &text->words.items[i];
	uint32_t tag1 = tag_before(text, s, i, 1), tag2 = tag_before(text, s, i, 2);
	const struct tag_word *left = i > s->first ? w - 1 : &none, *left2 = i > s->first + 1 ? w - 2 : &none;
	const struct tag_word *right = i + 1 < s->last ? w + 1 : &none, *right2 = i + 2 < s->last ? w + 2 : &none;
	feature(f, P_BIAS, 0);
	feature2(f, P_WORD, w->id, w->casing == CASE_UPPER || w->casing == CASE_ALL);
	feature(f, P_SUFFIX, w->suffix);
	feature2(f, P_SUFFIX_CASE, w->suffix & 0xFFFF, w->casing);
	feature(f, P_PREFIX, w->prefix);
	feature(f, P_STEM, w->stem);
	feature2(f, P_CASE_TAG, w->casing, tag1);
	feature(f, P_TAG, tag1);
	feature2(f, P_TAGS, tag1, tag2);
	feature2(f, P_TAG_WORD, tag1, w->id);
	feature2(f, P_TAG_SUFFIX, tag1, w->suffix);
	feature(f, P_LEFT, left->id);
	feature(f, P_LEFT2, left2->id);
	feature(f, P_RIGHT, right->id);
	feature(f, P_RIGHT2, right2->id);
	feature2(f, P_RIGHT_SUFFIX, right->suffix, right->casing);
	feature2(f, P_WORD_RIGHT, w->id, right->id);
	feature2(f, P_TAG_RIGHT, tag1, right->suffix);
	feature2(f, P_LEFT_SUFFIX, left->suffix, w->suffix);
}

/* The part of speech of the highest sum, the first of equals. In steps that the compiler does for many at once. */
static uint8_t best_of(const int16_t *sums)
{
	int16_t most = INT16_MIN, from_end = 0;
	for (int16_t t = 0; t < TAG_POS_COUNT; t++)
		most = sums[t] > most ? sums[t] : most;
	for (int16_t t = 0; t < TAG_POS_COUNT; t++) {
		int16_t place = (int16_t)((TAG_POS_COUNT - t) & -(sums[t] == most));
		from_end = place > from_end ? place : from_end;
	}
	return (uint8_t)(TAG_POS_COUNT - from_end);
}

void tag_pos(const struct tag_layer *known, const struct tag_layer *layer, struct tag_view *view, const struct sentence *sentence)
{
	struct tag_features f; /* long: not to be filled with noughts for every word */
	for (uint32_t i = sentence->first; i < sentence->last; i++) {
		struct tag_word *w = &view->text.words.items[i];
		int16_t sums[LAYER_COLUMNS_MAX];
		int sure;
		if (w->casing == CASE_MARK)
			continue;
		sure = layer_value(known, tag_pos_key(w));
		if (sure) {
			w->pos = (uint8_t)(sure - 1);
			continue;
		}
		f.count = 0;
		tag_pos_features(view, i, &f);
		layer_sum(layer, &f, sums);
		w->pos = best_of(sums);
	}
}
