/* Charts as inline SVG: no script, colours by class names of report.css, every figure also as text. */
#ifndef REPORTS_SVG_H
#define REPORTS_SVG_H

#include "page.h"

struct svg_column {
	char label[16];       /* below the column */
	char above[16];       /* above it */
	uint64_t part, whole; /* part <= whole; the part is drawn in the strong colour, at the foot */
};

/* Columns side by side; `id` begins the ids of its title and description. */
void svg_columns(struct page *page, const char *id, const char *title, const char *description, const struct svg_column *columns,
	size_t count);

/* A bar for a table cell, `whole` long on a scale that ends at `longest`, the part in the strong colour. The figures stand in the
 * cells beside it. */
void svg_bar(struct page *page, uint64_t part, uint64_t whole, uint64_t longest);

#endif
