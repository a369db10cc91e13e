/*
 * Bands: how often a word was a cue in training. Words met there have their own; others that of all words that begin
 * alike; the rest is not likely a cue.
 */
#include "tag/stage.h"

void tag_bands(const struct tag_layer *words, const struct tag_layer *stems, struct tag_view *view)
{
	for (size_t i = 0; i < view->text.words.count; i++) {
		struct tag_word *w = &view->text.words.items[i];
		int band = layer_value(words, w->id);
		if (!band)
			band = layer_value(stems, w->stem);
		/* the layers hold bands plus one: nought is what words have that are not in them */
		w->band = band ? (uint8_t)(band - 1) : TAG_BAND_UNKNOWN;
	}
}
