/* A stretch of a paragraph around a span, short enough for a line. Cost does not grow with the paragraph. */
#ifndef REPORTS_EXCERPT_H
#define REPORTS_EXCERPT_H

#include "wireaudit/types.h"

struct excerpt {
	struct wa_str before, marked, after;    /* pieces of the paragraph that follow each other */
	bool cut_before, cut_marked, cut_after; /* words were left out: before the first, after the second, after the third */
};

/* At most about `cells` terminal columns, ellipses included; a span out of bounds is cut to the text. */
struct excerpt excerpt_make(struct wa_str text, struct wa_span span, unsigned cells);
/* Columns a terminal gives the text. */
size_t excerpt_cells(struct wa_str text);

#endif
