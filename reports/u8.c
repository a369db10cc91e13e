#include "u8.h"

size_t u8_length(const char *at, const char *end)
{
	const unsigned char *p = (const unsigned char *)at;
	size_t left = (size_t)(end - at);
	if (p[0] < 0x80)
		return 1;
	if (p[0] < 0xC2 || p[0] > 0xF4 || left < 2 || (p[1] & 0xC0) != 0x80)
		return 0;
	if (p[0] < 0xE0)
		return 2;
	if (left < 3 || (p[2] & 0xC0) != 0x80)
		return 0;
	if (p[0] < 0xF0) {
		if ((p[0] == 0xE0 && p[1] < 0xA0) || (p[0] == 0xED && p[1] > 0x9F))
			return 0;
		return 3;
	}
	if (left < 4 || (p[3] & 0xC0) != 0x80 || (p[0] == 0xF0 && p[1] < 0x90) || (p[0] == 0xF4 && p[1] > 0x8F))
		return 0;
	return 4;
}

uint32_t u8_point(const char *at, size_t length)
{
	static const unsigned char lead[] = {0, 0x7F, 0x1F, 0x0F, 0x07};
	const unsigned char *p = (const unsigned char *)at;
	uint32_t point = p[0] & lead[length];
	for (size_t i = 1; i < length; i++)
		point = point << 6 | (p[i] & 0x3F);
	return point;
}

/* Blocks of marks that take no room and of letters that take two columns; the rest takes one. */
static const struct {
	uint32_t first, last;
	unsigned cells;
} widths[] = {
	{0x0000, 0x001F, 0},
	{0x007F, 0x009F, 0},
	{0x0300, 0x036F, 0},
	{0x0483, 0x0489, 0},
	{0x0591, 0x05BD, 0},
	{0x0610, 0x061A, 0},
	{0x064B, 0x065F, 0},
	{0x06D6, 0x06DC, 0},
	{0x093C, 0x093C, 0},
	{0x0941, 0x0948, 0},
	{0x094D, 0x094D, 0},
	{0x0E31, 0x0E31, 0},
	{0x0E34, 0x0E3A, 0},
	{0x0E47, 0x0E4E, 0},
	{0x1100, 0x115F, 2},
	{0x1AB0, 0x1AFF, 0},
	{0x1DC0, 0x1DFF, 0},
	{0x200B, 0x200F, 0},
	{0x202A, 0x202E, 0},
	{0x2060, 0x2064, 0},
	{0x20D0, 0x20FF, 0},
	{0x2E80, 0x303E, 2},
	{0x3041, 0x33FF, 2},
	{0x3400, 0x4DBF, 2},
	{0x4E00, 0xA4CF, 2},
	{0xA960, 0xA97C, 2},
	{0xAC00, 0xD7A3, 2},
	{0xF900, 0xFAFF, 2},
	{0xFE00, 0xFE0F, 0},
	{0xFE20, 0xFE2F, 0},
	{0xFE30, 0xFE6F, 2},
	{0xFEFF, 0xFEFF, 0},
	{0xFF01, 0xFF60, 2},
	{0xFFE0, 0xFFE6, 2},
	{0x1F300, 0x1F64F, 2},
	{0x1F680, 0x1F6FF, 2},
	{0x1F900, 0x1F9FF, 2},
	{0x20000, 0x3FFFD, 2},
	{0xE0100, 0xE01EF, 0},
};

unsigned u8_cells(uint32_t point)
{
	size_t low = 0, high = sizeof widths / sizeof *widths;
	if (point >= 0x20 && point < 0x7F)
		return 1;
	while (low < high) {
		size_t middle = (low + high) / 2;
		if (point > widths[middle].last)
			low = middle + 1;
		else if (point < widths[middle].first)
			high = middle;
		else
			return widths[middle].cells;
	}
	return 1;
}

bool u8_harmless(uint32_t point)
{
	bool control = (point < 0x20 && point != '\n' && point != '\t') || (point >= 0x7F && point < 0xA0);
	bool turn = (point >= 0x202A && point <= 0x202E) || (point >= 0x2066 && point <= 0x2069);
	return !control && !turn && (point & 0xFFFE) != 0xFFFE;
}
