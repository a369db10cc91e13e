/* schema.org's description of a story, as pages carry it in script elements. */
#ifndef READ_JSON_LD_H
#define READ_JSON_LD_H

#include "read/html_meta.h"

/* Adds what one block says to *meta; `block` lies in the page's text. False when memory ran out. */
bool json_ld_read(struct html_meta *meta, const struct html *html, struct wa_str block, struct arena *arena);

#endif
