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

bool u8_harmless(uint32_t point)
{
	bool control = (point < 0x20 && point != '\n' && point != '\t') || (point >= 0x7F && point < 0xA0);
	bool turn = (point >= 0x202A && point <= 0x202E) || (point >= 0x2066 && point <= 0x2069);
	return !control && !turn && (point & 0xFFFE) != 0xFFFE;
}
