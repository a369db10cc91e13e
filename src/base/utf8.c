#include "base/utf8.h"

#include "base/eight.h"

size_t utf8_decode(const char *at, const char *end, uint32_t *point)
{
	const unsigned char *b = (const unsigned char *)at;
	size_t left = (size_t)(end - at), len;
	uint32_t value, least;
	if (b[0] < 0x80) {
		*point = b[0];
		return 1;
	}
	*point = UTF8_REPLACEMENT;
	if (b[0] >= 0xC2 && b[0] < 0xE0) {
		len = 2, value = b[0] & 0x1Fu, least = 0x80;
	} else if (b[0] >= 0xE0 && b[0] < 0xF0) {
		len = 3, value = b[0] & 0x0Fu, least = 0x800;
	} else if (b[0] >= 0xF0 && b[0] < 0xF5) {
		len = 4, value = b[0] & 0x07u, least = 0x10000;
	} else {
		return 1;
	}
	if (left < len)
		return 1;
	for (size_t i = 1; i < len; i++) {
		if ((b[i] & 0xC0u) != 0x80u)
			return 1;
		value = value << 6 | (b[i] & 0x3Fu);
	}
	if (value < least || value > 0x10FFFF || (value >= 0xD800 && value < 0xE000))
		return 1;
	*point = value;
	return len;
}

size_t utf8_encode(uint32_t point, char *out)
{
	if (point > 0x10FFFF || (point >= 0xD800 && point < 0xE000))
		point = UTF8_REPLACEMENT;
	if (point < 0x80) {
		out[0] = (char)point;
		return 1;
	}
	if (point < 0x800) {
		out[0] = (char)(0xC0 | point >> 6);
		out[1] = (char)(0x80 | (point & 0x3F));
		return 2;
	}
	if (point < 0x10000) {
		out[0] = (char)(0xE0 | point >> 12);
		out[1] = (char)(0x80 | (point >> 6 & 0x3F));
		out[2] = (char)(0x80 | (point & 0x3F));
		return 3;
	}
	out[0] = (char)(0xF0 | point >> 18);
	out[1] = (char)(0x80 | (point >> 12 & 0x3F));
	out[2] = (char)(0x80 | (point >> 6 & 0x3F));
	out[3] = (char)(0x80 | (point & 0x3F));
	return 4;
}

/* Past the ASCII bytes at `at`, eight at a time: most copy is nothing else. */
static const char *skip_ascii(const char *at, const char *end)
{
	while (end - at >= 8 && eight_is_ascii(eight_at(at)))
		at += 8;
	while (at < end && (unsigned char)*at < 0x80)
		at++;
	return at;
}

size_t utf8_valid_prefix(const char *bytes, size_t size)
{
	const char *at = bytes, *end = bytes + size;
	while (at < end) {
		uint32_t point;
		size_t len;
		if ((unsigned char)*at < 0x80) {
			at = skip_ascii(at, end);
			continue;
		}
		len = utf8_decode(at, end, &point);
		if (len == 1)
			break;
		at += len;
	}
	return (size_t)(at - bytes);
}

bool utf8_is_ascii(const char *bytes, size_t size)
{
	return skip_ascii(bytes, bytes + size) == bytes + size;
}

bool utf8_is_letter(uint32_t point)
{
	if (point < 0xC0)
		return point == 0xAA || point == 0xB5 || point == 0xBA;
	if (point == 0xD7 || point == 0xF7)
		return false;
	if (point < 0x2000)
		return true; /* Latin, Greek, Cyrillic, Hebrew, Arabic, Indic and further letters and their marks */
	if (point < 0x2C00)
		return point >= 0x2100 && point < 0x2190; /* letter-like symbols; the rest is punctuation and signs */
	if (point < 0x3040)
		return point < 0x2E00 || (point >= 0x2E80 && point < 0x3000) || point == 0x3005;
	return point < 0xE000 || (point >= 0xF900 && point < 0xFE10) || (point >= 0xFE70 && point < 0xFEFF) ||
	       (point >= 0xFF21 && point < 0xFFE0) || point >= 0x20000 || (point >= 0x10000 && point < 0x1F000);
}

bool utf8_is_upper(uint32_t point)
{
	if (point < 0x80)
		return point >= 'A' && point <= 'Z';
	if (point >= 0xC0 && point <= 0xDE)
		return point != 0xD7;
	if (point >= 0x100 && point <= 0x17F)
		return (point >= 0x139 && point <= 0x148) || (point >= 0x179 && point <= 0x17E) ? point & 1 : !(point & 1);
	return (point >= 0x391 && point <= 0x3A9) || (point >= 0x400 && point <= 0x42F);
}

bool utf8_is_space(uint32_t point)
{
	return point == 0xA0 || point == 0x1680 || (point >= 0x2000 && point <= 0x200B) || point == 0x2028 || point == 0x2029 ||
	       point == 0x202F || point == 0x205F || point == 0x3000 || point == 0xFEFF;
}
