/* What HTML and XML have in common: attributes within a start tag. */
#ifndef READ_MARKUP_H
#define READ_MARKUP_H

#include "base/str.h"

/* One attribute; `name` as written, `value` raw (references not decoded). */
struct markup_attr {
	struct wa_str name, value;
};

/* The next attribute of the start tag text [from, to); *at is 0 at first. False at the end. */
bool markup_next_attr(const char *text, uint32_t from, uint32_t to, size_t *at, struct markup_attr *attr);

/* True for bytes that may stand in the name of an element. */
static inline bool markup_is_name(char c)
{
	return !ascii_is_space(c) && c != '/' && c != '>' && c != '<';
}

/* Offset behind the document type (or other declaration) at `at`, its internal subset with it; `size` when it does not end. */
size_t markup_doctype_end(const char *text, size_t at, size_t size);

#endif
