/*
 * Charts as inline SVG: no script, no style attributes, colours by class names of report.css, every figure also as text beside it.
 * Horizontal places are shares of the width and vertical ones pixels, so that a chart fits any screen with its letters unscaled.
 */
#ifndef REPORTS_SVG_H
#define REPORTS_SVG_H

#include "page.h"

struct svg_column {
	char label[16];       /* below the column */
	char era[8];          /* in a second line below; empty where it is that of the column before */
	char above[16];       /* above it */
	uint64_t part, whole; /* part <= whole; the part is drawn in the strong colour, at the foot */
};

/* Columns side by side; `id` begins the ids of its title and description. */
void svg_columns(struct page *page, const char *id, const char *title, const char *description, const struct svg_column *columns,
	size_t count);

struct svg_share {
	const char *class;
	uint64_t amount;
};

/* Shares of a whole in one bar, in the order given. */
void svg_shares(struct page *page, const char *id, const char *title, const char *description, const struct svg_share *shares,
	size_t count);

/* A bar for a table cell, `whole` long on a scale that ends at `longest`, the part in the strong colour. The figures stand in the
 * cells beside it. */
void svg_bar(struct page *page, uint64_t part, uint64_t whole, uint64_t longest);

#endif
