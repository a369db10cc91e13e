/*
 * Bands: how often a word was a cue in training. Words met there have their own; others that of all words that begin
 * alike; the rest is not likely a cue.
 */
#include "tag/stage.h"

void tag_bands(const struct tag_layer *words, const struct tag_layer *stems, struct tag_view *view)
{
	for (size_t i = 0; i < view->text.words.count; i++) {
		struct tag_word *w = &view->text.words.items[i];
		int band = layer_value(words, w->id, 0);
		/* the layers hold bands plus one: a row of nought would not be kept */
		w->band = (uint8_t)((band ? band : layer_value(stems, w->stem, TAG_BAND_UNKNOWN + 1)) - 1);
	}
}
