#include "svg.h"

#include <stdio.h>

enum { TOP = 26, FOOT = 30, LEFT = 48, RIGHT = 12, HEIGHT = 170, LINES = 4 };

/* A coordinate as text; two decimals are below what a screen shows. */
struct coordinate {
	char text[24];
};

static struct coordinate at(double value)
{
	struct coordinate c;
	snprintf(c.text, sizeof c.text, "%.2f", value);
	for (char *s = c.text; *s; s++) /* the locale's decimal mark */
		if (*s == ',')
			*s = '.';
	return c;
}

/* The least of 1, 2, 5 times a power of ten whose LINES multiples reach `most`. */
static uint64_t grid_step(uint64_t most)
{
	static const unsigned steps[] = {1, 2, 5};
	for (uint64_t power = 1;; power *= 10)
		for (size_t i = 0; i < 3; i++)
			if (power * steps[i] * LINES >= most || power > UINT64_MAX / 1000)
				return power * steps[i];
}

static unsigned column_pitch(size_t count)
{
	return count <= 12 ? 60 : count <= 30 ? 34 : count <= 60 ? 20 : 10;
}

static void label(struct page *page, const char *class, double x, double y, const char *text)
{
	page_element(page, "text", text, "class", class, "x", at(x).text, "y", at(y).text, (char *)NULL);
}

static void rectangle(struct page *page, const char *class, double x, double y, double width, double height)
{
	if (height > 0 && width > 0)
		page_void(page, "rect", "class", class, "x", at(x).text, "y", at(y).text, "width", at(width).text, "height",
			at(height).text, (char *)NULL);
}

static void draw_grid(struct page *page, double width, uint64_t step, uint64_t most)
{
	for (uint64_t value = 0; value <= most; value += step) {
		double y = TOP + HEIGHT - (double)value / (double)most * HEIGHT;
		char text[24];
		snprintf(text, sizeof text, "%llu", (unsigned long long)value);
		page_void(page, "line", "class", value ? "grid" : "axis", "x1", at(LEFT).text, "x2", at(width - RIGHT).text, "y1",
			at(y).text, "y2", at(y).text, (char *)NULL);
		label(page, "scale", LEFT - 8, y + 4, text);
	}
}

static void draw_column(struct page *page, const struct svg_column *c, double x, double pitch, uint64_t most, bool labelled)
{
	double width = pitch * 0.62, left = x + (pitch - width) / 2, scale = (double)HEIGHT / (double)most;
	double whole = (double)c->whole * scale, part = (double)(c->part < c->whole ? c->part : c->whole) * scale;
	page_open(page, "g", (char *)NULL);
	page_open(page, "title", (char *)NULL);
	page_textf(page, "%s: %llu of %llu", c->label, (unsigned long long)c->part, (unsigned long long)c->whole);
	page_close(page);
	rectangle(page, "whole", left, TOP + HEIGHT - whole, width, whole - part);
	rectangle(page, "part", left, TOP + HEIGHT - part, width, part);
	if (labelled) {
		label(page, "above", x + pitch / 2, TOP + HEIGHT - whole - 6, c->above);
		label(page, "below", x + pitch / 2, TOP + HEIGHT + 18, c->label);
	}
	page_close(page);
}

static void open_picture(struct page *page, const char *id, const char *title, const char *description, double width)
{
	char names[2][64], both[140], box[64], style[64];
	snprintf(names[0], sizeof names[0], "%s-title", id);
	snprintf(names[1], sizeof names[1], "%s-desc", id);
	snprintf(both, sizeof both, "%s %s", names[0], names[1]);
	snprintf(box, sizeof box, "0 0 %d %d", (int)width, TOP + HEIGHT + FOOT);
	snprintf(style, sizeof style, "width:%dpx;max-width:none", (int)width);
	page_open(page, "svg", "class", "columns", "role", "img", "aria-labelledby", both, "viewBox", box, "style", style,
		(char *)NULL);
	page_element(page, "title", title, "id", names[0], (char *)NULL);
	page_element(page, "desc", description, "id", names[1], (char *)NULL);
}

void svg_columns(struct page *page, const char *id, const char *title, const char *description, const struct svg_column *columns,
	size_t count)
{
	unsigned pitch = column_pitch(count), every = pitch >= 60 ? 1 : (60 + pitch - 1) / pitch;
	double width = LEFT + RIGHT + (double)pitch * (double)count;
	uint64_t most = 1;
	for (size_t i = 0; i < count; i++)
		if (columns[i].whole > most)
			most = columns[i].whole;
	uint64_t step = grid_step(most);
	most = (most + step - 1) / step * step;
	open_picture(page, id, title, description, width);
	draw_grid(page, width, step, most);
	for (size_t i = 0; i < count; i++)
		draw_column(page, &columns[i], LEFT + (double)pitch * (double)i, pitch, most, i % every == 0);
	page_close(page);
}

void svg_bar(struct page *page, uint64_t part, uint64_t whole, uint64_t longest)
{
	double scale = longest ? 100.0 / (double)longest : 0;
	double all = (double)whole * scale, strong = (double)(part < whole ? part : whole) * scale;
	page_open(page, "svg", "class", "bar", "aria-hidden", "true", "viewBox", "0 0 100 10", "preserveAspectRatio", "none",
		(char *)NULL);
	rectangle(page, "part", 0, 0, strong, 10);
	rectangle(page, "whole", strong, 0, all - strong, 10);
	page_close(page);
}
