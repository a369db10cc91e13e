/* WordPress's shortcodes, "[caption id="1"]...[/caption]", which feeds and exports carry into copy. */
#ifndef READ_SHORTCODE_H
#define READ_SHORTCODE_H

#include "read/source.h"

/* True when there is the end of one: only those that are closed are told from brackets of the copy. */
bool shortcode_is_in(const struct source *source);

/* Appends all of a derivation's outer source without them; a caption's become tags. */
void shortcode_derive(struct derivation *derivation);

#endif
