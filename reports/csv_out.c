#include "csv_out.h"

#include <math.h>

#include "number.h"
#include "u8.h"

static void separate(struct csv *csv)
{
	if (csv->comma)
		sink_char(csv->sink, ',');
	csv->comma = true;
}

/* What spreadsheets take for the start of a formula, full-width forms included. */
static bool starts_formula(struct wa_str text)
{
	static const char *const starts[] = {
		"=", "+", "-", "@", "\t", "\r", "\xEF\xBC\x9D", "\xEF\xBC\x8B", "\xEF\xBC\x8D", "\xEF\xBC\xA0"};
	for (size_t i = 0; i < sizeof starts / sizeof *starts; i++) {
		size_t n = strlen(starts[i]);
		if (text.len >= n && memcmp(text.ptr, starts[i], n) == 0)
			return true;
	}
	return false;
}

static bool needs_quotes(struct wa_str text)
{
	if (text.ptr[0] == ' ' || text.ptr[text.len - 1] == ' ')
		return true;
	for (size_t i = 0; i < text.len; i++)
		if (text.ptr[i] == ',' || text.ptr[i] == '"' || text.ptr[i] == '\r' || text.ptr[i] == '\n')
			return true;
	return false;
}

/* Quotation marks doubled, broken bytes and NUL replaced. */
static void write_body(struct wa_sink *sink, struct wa_str text)
{
	const char *at = text.ptr, *end = text.ptr + text.len, *run = at;
	size_t n;
	for (; at < end; at += n) {
		n = u8_length(at, end);
		if (n && *at && *at != '"')
			continue;
		sink_bytes(sink, run, (size_t)(at - run));
		if (*at == '"')
			sink_literal(sink, "\"\"");
		else
			sink_literal(sink, U8_REPLACEMENT);
		n = n ? n : 1;
		run = at + n;
	}
	sink_bytes(sink, run, (size_t)(end - run));
}

void csv_str(struct csv *csv, struct wa_str text)
{
	separate(csv);
	if (!text.len)
		return;
	bool formula = csv->guard && starts_formula(text), quotes = needs_quotes(text);
	if (quotes)
		sink_char(csv->sink, '"');
	if (formula)
		sink_char(csv->sink, '\'');
	write_body(csv->sink, text);
	if (quotes)
		sink_char(csv->sink, '"');
}

void csv_text(struct csv *csv, const char *text)
{
	csv_str(csv, (struct wa_str){text, text ? strlen(text) : 0});
}

void csv_uint(struct csv *csv, uint64_t number)
{
	separate(csv);
	sink_number(csv->sink, number);
}

void csv_number(struct csv *csv, double number)
{
	separate(csv);
	if (isfinite(number))
		number_write(csv->sink, number);
}

void csv_empty(struct csv *csv)
{
	separate(csv);
}

void csv_row(struct csv *csv)
{
	sink_literal(csv->sink, "\r\n");
	csv->comma = false;
}
