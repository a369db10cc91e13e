#include "read/markup.h"

bool markup_next_attr(const char *text, uint32_t from, uint32_t to, size_t *at, struct markup_attr *attr)
{
	size_t i = *at, end = to ? to - 1 : 0, start;
	if (!i)
		for (i = from + 1; i < end && markup_is_name(text[i]); i++)
			;
	while (i < end && (ascii_is_space(text[i]) || text[i] == '/' || text[i] == '='))
		i++;
	if (i >= end)
		return false;
	for (start = i; i < end && !ascii_is_space(text[i]) && text[i] != '=' && text[i] != '/'; i++)
		;
	attr->name = (struct wa_str){text + start, i - start};
	attr->value = (struct wa_str){text + i, 0};
	while (i < end && ascii_is_space(text[i]))
		i++;
	if (i < end && text[i] == '=') {
		for (i++; i < end && ascii_is_space(text[i]); i++)
			;
		if (i < end && (text[i] == '"' || text[i] == '\'')) {
			const char *close = memchr(text + i + 1, text[i], end - i - 1);
			size_t stop = close ? (size_t)(close - text) : end;
			attr->value = (struct wa_str){text + i + 1, stop - i - 1};
			i = stop + 1;
		} else {
			for (start = i; i < end && !ascii_is_space(text[i]); i++)
				;
			attr->value = (struct wa_str){text + start, i - start};
		}
	}
	*at = i;
	return true;
}

size_t markup_doctype_end(const char *text, size_t at, size_t size)
{
	unsigned depth = 0;
	for (; at < size; at++) {
		if (text[at] == '[')
			depth++;
		else if (text[at] == ']' && depth)
			depth--;
		else if (text[at] == '>' && !depth)
			return at + 1;
	}
	return size;
}
