/*
 * Writing HTML (and SVG within it) through libxml2's writer, so that no text can become markup. Text is
 * cleaned on the way: control characters, characters that turn the direction of writing and broken bytes
 * become U+FFFD. Failure is sticky and told by page_end().
 */
#ifndef REPORTS_PAGE_H
#define REPORTS_PAGE_H

#include <libxml/xmlwriter.h>

#include "sink.h"

struct page {
	xmlTextWriterPtr writer;
	char *scratch;
	size_t capacity;
	bool failed;
};

#define PAGE_ATTRIBUTES __attribute__((sentinel))

bool page_begin(struct page *page, struct wa_sink *sink);
/* Closes what is open and frees everything; false when memory ran out on the way. */
bool page_end(struct page *page);

/* Attributes are pairs of name and value, closed by NULL; a value may not be NULL. */
void page_open(struct page *page, const char *element, ...) PAGE_ATTRIBUTES;
void page_close(struct page *page);
/* An element without content: meta, rect. */
void page_void(struct page *page, const char *element, ...) PAGE_ATTRIBUTES;
/* An element with text and attributes. */
void page_element(struct page *page, const char *element, const char *text, ...) PAGE_ATTRIBUTES;

void page_text(struct page *page, const char *text);
void page_str(struct page *page, struct wa_str text);
void page_textf(struct page *page, const char *format, ...) __attribute__((format(printf, 2, 3)));
/* 12,345 */
void page_count(struct page *page, uint64_t number);
/* "1 document", "12,345 documents" */
void page_counted(struct page *page, uint64_t number, const char *noun);
/* A trusted literal, as it stands. */
void page_literal(struct page *page, const char *markup);

#endif
