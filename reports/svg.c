#include "svg.h"

#include <stdio.h>

#include "figure.h"

enum { TOP = 22, PLOT = 180, FOOT = 42, LINES = 4, LABELS = 6 };

/* Column labels beyond this number would touch on a phone; report.css hides them there. */
enum { PAIR = 2, FEW = 6, SOME = 12 };

/* A coordinate as text; two decimals are below what a screen shows. */
struct coordinate {
	char text[24];
};

static struct coordinate at(double value, const char *unit)
{
	struct coordinate c;
	snprintf(c.text, sizeof c.text, "%.2f%s", value, unit);
	for (char *s = c.text; *s; s++) /* the locale's decimal mark */
		if (*s == ',')
			*s = '.';
	return c;
}

#define PX(value) at((value), "").text
#define PERCENT(value) at((value), "%").text

/* The least of 1, 2, 5 times a power of ten whose LINES multiples reach `most`. */
static uint64_t grid_step(uint64_t most)
{
	static const unsigned steps[] = {1, 2, 5};
	for (uint64_t power = 1;; power *= 10)
		for (size_t i = 0; i < 3; i++)
			if (power * steps[i] * LINES >= most || power > UINT64_MAX / 1000)
				return power * steps[i];
}

static void open_picture(
	struct page *page, const char *class, const char *height, const char *id, const char *title, const char *description)
{
	char names[2][64], both[140];
	snprintf(names[0], sizeof names[0], "%s-title", id);
	snprintf(names[1], sizeof names[1], "%s-desc", id);
	snprintf(both, sizeof both, "%s %s", names[0], names[1]);
	page_open(page, "svg", "class", class, "role", "img", "aria-labelledby", both, "width", "100%", "height", height,
		(char *)NULL);
	page_element(page, "title", title, "id", names[0], (char *)NULL);
	page_element(page, "desc", description, "id", names[1], (char *)NULL);
}

static void label(struct page *page, const char *class, const char *x, double y, const char *text)
{
	if (*text)
		page_element(page, "text", text, "class", class, "x", x, "y", PX(y), (char *)NULL);
}

static void draw_grid(struct page *page, uint64_t step, uint64_t most)
{
	for (uint64_t value = 0; value <= most; value += step) {
		double y = TOP + PLOT - (double)value / (double)most * PLOT;
		page_void(page, "line", "class", value ? "grid" : "axis", "x1", "0", "x2", "100%", "y1", PX(y), "y2", PX(y),
			(char *)NULL);
		label(page, "scale", "-8", y + 4, figure_count(value).text);
	}
}

static void draw_part(struct page *page, const char *class, double left, double width, double from, double to)
{
	if (to > from)
		page_void(page, "rect", "class", class, "x", PERCENT(left), "y", PX(TOP + PLOT - to), "width", PERCENT(width),
			"height", PX(to - from), (char *)NULL);
}

static void draw_column(struct page *page, const struct svg_column *c, double left, double pitch, uint64_t most)
{
	double scale = (double)PLOT / (double)most, whole = (double)c->whole * scale;
	double part = (double)(c->part < c->whole ? c->part : c->whole) * scale;
	page_open(page, "g", (char *)NULL);
	page_open(page, "title", (char *)NULL);
	page_textf(page, "%s: %s of %s", c->label, figure_count(c->part).text, figure_count(c->whole).text);
	page_close(page);
	draw_part(page, "part", left + pitch * 0.14, pitch * 0.72, 0, part);
	draw_part(page, "whole", left + pitch * 0.14, pitch * 0.72, part, whole);
	label(page, "above", PERCENT(left + pitch / 2), TOP + PLOT - whole - 6, c->above);
	page_close(page);
}

/* As many labels as a phone has room for. */
static void draw_labels(struct page *page, const struct svg_column *columns, size_t count, double pitch)
{
	size_t every = (count + LABELS - 1) / LABELS;
	const char *era = "";
	for (size_t i = 0; i < count; i += every) {
		double middle = pitch * ((double)i + 0.5);
		label(page, "below", PERCENT(middle), TOP + PLOT + 18, columns[i].label);
		if (strcmp(era, columns[i].era) != 0)
			label(page, "below era", PERCENT(middle), TOP + PLOT + 34, columns[i].era);
		era = columns[i].era;
	}
}

void svg_columns(struct page *page, const char *id, const char *title, const char *description, const struct svg_column *columns,
	size_t count)
{
	const char *class = count <= PAIR   ? "columns pair"
			    : count <= FEW  ? "columns few"
			    : count <= SOME ? "columns some"
					    : "columns many";
	double pitch = count ? 100.0 / (double)count : 100;
	uint64_t most = 1;
	for (size_t i = 0; i < count; i++)
		if (columns[i].whole > most)
			most = columns[i].whole;
	uint64_t step = grid_step(most);
	most = (most + step - 1) / step * step;
	open_picture(page, class, PX(TOP + PLOT + FOOT), id, title, description);
	draw_grid(page, step, most);
	for (size_t i = 0; i < count; i++)
		draw_column(page, &columns[i], pitch * (double)i, pitch, most);
	draw_labels(page, columns, count, pitch);
	page_close(page);
}

void svg_shares(
	struct page *page, const char *id, const char *title, const char *description, const struct svg_share *shares, size_t count)
{
	uint64_t whole = 0;
	double left = 0;
	for (size_t i = 0; i < count; i++)
		whole += shares[i].amount;
	open_picture(page, "shares", "28", id, title, description);
	for (size_t i = 0; i < count && whole; i++) {
		double width = (double)shares[i].amount * 100 / (double)whole;
		if (width > 0)
			page_void(page, "rect", "class", shares[i].class, "x", PERCENT(left), "y", "0", "width", PERCENT(width),
				"height", "100%", (char *)NULL);
		left += width;
	}
	page_close(page);
}

static void bar_part(struct page *page, const char *class, double left, double width)
{
	if (width > 0)
		page_void(page, "rect", "class", class, "x", PERCENT(left), "y", "0", "width", PERCENT(width), "height", "100%",
			(char *)NULL);
}

void svg_bar(struct page *page, uint64_t part, uint64_t whole, uint64_t longest)
{
	double scale = longest ? 100.0 / (double)longest : 0;
	double all = (double)whole * scale, strong = (double)(part < whole ? part : whole) * scale;
	page_open(page, "svg", "class", "bar", "aria-hidden", "true", "width", "100%", "height", "10", (char *)NULL);
	bar_part(page, "part", 0, strong);
	bar_part(page, "whole", strong, all - strong);
	page_close(page);
}
