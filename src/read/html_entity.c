/* Character references of HTML; the table of names is libxml2's. */
#include <libxml/HTMLparser.h>

#include "base/str.h"
#include "base/utf8.h"
#include "doc/charset.h"
#include "read/html_tree.h"

/* Windows-1252 for the C1 range, which pages mean when they write &#150;. */
static uint32_t repair_c1(uint32_t point)
{
	uint32_t meant = point >= 0x80 && point < 0xA0 ? charset_c1(point) : point;
	return meant == UTF8_REPLACEMENT ? point : meant;
}

static size_t numeric_entity(const char *at, const char *end, char *out, size_t *out_len)
{
	const char *start = at;
	bool hex;
	uint32_t point = 0;
	size_t digits = 0;
	at += 2;
	hex = at < end && (*at == 'x' || *at == 'X');
	at += hex;
	for (; at < end; at++, digits++) {
		uint32_t digit;
		if (ascii_is_digit(*at))
			digit = (uint32_t)(*at - '0');
		else if (hex && ascii_lower(*at) >= 'a' && ascii_lower(*at) <= 'f')
			digit = (uint32_t)(ascii_lower(*at) - 'a') + 10;
		else
			break;
		if (point < 0x110000)
			point = point * (hex ? 16 : 10) + digit;
	}
	if (!digits)
		return 0;
	*out_len = utf8_encode(point ? repair_c1(point) : UTF8_REPLACEMENT, out);
	return (size_t)(at - start) + (at < end && *at == ';');
}

static size_t one_entity(const char *at, const char *end, char *out, size_t *out_len)
{
	char name[16];
	size_t len = 0;
	const htmlEntityDesc *entity;
	bool closed;
	if (end - at >= 3 && at[1] == '#')
		return numeric_entity(at, end, out, out_len);
	while (at + 1 + len < end && len + 1 < sizeof name && (ascii_is_alpha(at[1 + len]) || ascii_is_digit(at[1 + len])))
		name[len] = at[1 + len], len++;
	if (!len)
		return 0;
	name[len] = '\0';
	closed = at + 1 + len < end && at[1 + len] == ';';
	if (closed && str_eq((struct wa_str){name, len}, STR("apos"))) { /* XML's, which HTML 4 lacked */
		out[0] = '\'';
		*out_len = 1;
		return 1 + len + 1;
	}
	entity = htmlEntityLookup((const xmlChar *)name);
	/* without its semicolon only the names of the first HTML are read, as browsers do */
	if (!entity || (!closed && entity->value > 0xFF))
		return 0;
	*out_len = utf8_encode(entity->value, out);
	return 1 + len + closed;
}

/* What was escaped once too often on its way, "&amp;quot;", is what it was at first; but no tag is made of text so. */
size_t html_entity(const char *at, const char *end, char *out, size_t *out_len)
{
	char inner[HTML_ENTITY_UTF8];
	size_t len = one_entity(at, end, out, out_len), inner_len, more;
	if (len != strlen("&amp;") || out[0] != '&' || at[len - 1] != ';')
		return len;
	more = one_entity(at + len - 1, end, inner, &inner_len); /* its semicolon stands for the sign before the name */
	if (!more || at[len + more - 2] != ';' || inner[0] == '<' || inner[0] == '>')
		return len;
	memcpy(out, inner, inner_len);
	*out_len = inner_len;
	return len + more - 1;
}

size_t html_decode_char(const char *at, const char *end, uint32_t *point)
{
	char utf8[HTML_ENTITY_UTF8];
	size_t len, utf8_len;
	*point = (unsigned char)*at;
	if (*point >= 0x80)
		return utf8_decode(at, end, point);
	if (*point != '&' || (len = html_entity(at, end, utf8, &utf8_len)) == 0)
		return 1;
	(void)utf8_decode(utf8, utf8 + utf8_len, point);
	return len;
}
