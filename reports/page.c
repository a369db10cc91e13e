#include "page.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

#include "figure.h"
#include "u8.h"

static int hand_on(void *context, const char *bytes, int size)
{
	sink_bytes(context, bytes, (size_t)size);
	return size;
}

bool page_begin(struct page *page, struct wa_sink *sink)
{
	*page = (struct page){0};
	xmlOutputBufferPtr out = xmlOutputBufferCreateIO(hand_on, NULL, sink, NULL);
	if (out)
		page->writer = xmlNewTextWriter(out);
	if (out && !page->writer)
		xmlOutputBufferClose(out);
	return page->writer != NULL;
}

bool page_end(struct page *page)
{
	if (page->writer && xmlTextWriterEndDocument(page->writer) < 0)
		page->failed = true;
	xmlFreeTextWriter(page->writer);
	free(page->scratch);
	return !page->failed;
}

static void check(struct page *page, int written)
{
	if (written < 0)
		page->failed = true;
}

static bool reserve(struct page *page, size_t size)
{
	if (size <= page->capacity)
		return true;
	char *scratch = realloc(page->scratch, size);
	if (!scratch) {
		page->failed = true;
		return false;
	}
	page->scratch = scratch;
	page->capacity = size;
	return true;
}

/* The text with a terminating NUL and clean, in the page's scratch; NULL when memory ran out. */
static const xmlChar *clean(struct page *page, struct wa_str text)
{
	const char *at = text.ptr, *end = text.ptr + text.len;
	if (page->failed || text.len > INT32_MAX / 4 || !reserve(page, text.len * 3 + 1)) {
		page->failed = true;
		return NULL;
	}
	char *out = page->scratch;
	while (at < end) {
		size_t n = u8_length(at, end);
		if (n && u8_harmless(u8_point(at, n))) {
			memcpy(out, at, n);
			out += n;
		} else {
			memcpy(out, U8_REPLACEMENT, sizeof U8_REPLACEMENT - 1);
			out += sizeof U8_REPLACEMENT - 1;
		}
		at += n ? n : 1;
	}
	*out = 0;
	return (const xmlChar *)page->scratch;
}

static void write_attributes(struct page *page, va_list pairs)
{
	const char *name, *value;
	while ((name = va_arg(pairs, const char *)) != NULL) {
		value = va_arg(pairs, const char *);
		const xmlChar *text = clean(page, (struct wa_str){value, strlen(value)});
		if (text)
			check(page, xmlTextWriterWriteAttribute(page->writer, (const xmlChar *)name, text));
	}
}

void page_open(struct page *page, const char *element, ...)
{
	va_list pairs;
	check(page, xmlTextWriterStartElement(page->writer, (const xmlChar *)element));
	va_start(pairs, element);
	write_attributes(page, pairs);
	va_end(pairs);
}

/* Never <td/>: HTML knows no such short form for elements that may have content. */
void page_close(struct page *page)
{
	check(page, xmlTextWriterFullEndElement(page->writer));
}

void page_void(struct page *page, const char *element, ...)
{
	va_list pairs;
	check(page, xmlTextWriterStartElement(page->writer, (const xmlChar *)element));
	va_start(pairs, element);
	write_attributes(page, pairs);
	va_end(pairs);
	check(page, xmlTextWriterEndElement(page->writer));
}

void page_element(struct page *page, const char *element, const char *text, ...)
{
	va_list pairs;
	check(page, xmlTextWriterStartElement(page->writer, (const xmlChar *)element));
	va_start(pairs, text);
	write_attributes(page, pairs);
	va_end(pairs);
	page_text(page, text);
	page_close(page);
}

void page_text(struct page *page, const char *text)
{
	page_str(page, (struct wa_str){text, strlen(text)});
}

void page_str(struct page *page, struct wa_str text)
{
	const xmlChar *cleaned = text.len ? clean(page, text) : NULL;
	if (cleaned)
		check(page, xmlTextWriterWriteString(page->writer, cleaned));
}

void page_textf(struct page *page, const char *format, ...)
{
	char text[512];
	va_list args;
	va_start(args, format);
	vsnprintf(text, sizeof text, format, args);
	va_end(args);
	page_text(page, text);
}

void page_count(struct page *page, uint64_t number)
{
	page_text(page, figure_count(number).text);
}

void page_counted(struct page *page, uint64_t number, const char *noun)
{
	page_textf(page, "%s %s%s", figure_count(number).text, noun, number == 1 ? "" : "s");
}

void page_literal(struct page *page, const char *markup)
{
	check(page, xmlTextWriterWriteRaw(page->writer, (const xmlChar *)markup));
}
