#include "doc/charset.h"

#include <string.h>
#include <unicode/ucnv.h>

#include "base/array.h"
#include "base/str.h"
#include "base/utf8.h"

static const uint16_t windows_1252_c1[32] = {
	0x20AC,
	0xFFFD,
	0x201A,
	0x0192,
	0x201E,
	0x2026,
	0x2020,
	0x2021,
	0x02C6,
	0x2030,
	0x0160,
	0x2039,
	0x0152,
	0xFFFD,
	0x017D,
	0xFFFD,
	0xFFFD,
	0x2018,
	0x2019,
	0x201C,
	0x201D,
	0x2022,
	0x2013,
	0x2014,
	0x02DC,
	0x2122,
	0x0161,
	0x203A,
	0x0153,
	0xFFFD,
	0x017E,
	0x0178,
};

static void set_name(struct charset *set, enum charset_kind kind, const char *name)
{
	size_t len = strlen(name);
	*set = (struct charset){.kind = kind};
	memcpy(set->name, name, len < sizeof set->name ? len : sizeof set->name - 1);
}

void charset_utf8(struct charset *set)
{
	set_name(set, CHARSET_UTF8, "UTF-8");
}

void charset_utf16(struct charset *set, bool big_endian)
{
	set_name(set, big_endian ? CHARSET_UTF16BE : CHARSET_UTF16LE, big_endian ? "UTF-16BE" : "UTF-16LE");
}

uint32_t charset_c1(uint32_t byte)
{
	return windows_1252_c1[byte - 0x80];
}

void charset_windows_1252(struct charset *set)
{
	set_name(set, CHARSET_BYTES, "windows-1252");
	for (unsigned i = 0; i < 128; i++)
		set->high[i] = i < 32 ? windows_1252_c1[i] : (uint16_t)(0x80 + i);
}

/* The upper half of a one-byte set, as ICU has it. */
static void fill_table(UConverter *converter, struct charset *set)
{
	for (unsigned i = 0; i < 128; i++) {
		char byte = (char)(0x80 + i);
		const char *at = &byte;
		UErrorCode status = U_ZERO_ERROR;
		UChar32 point = ucnv_getNextUChar(converter, &at, &byte + 1, &status);
		set->high[i] = U_SUCCESS(status) && point > 0 && point < 0xFFFD ? (uint16_t)point : 0xFFFD;
		ucnv_reset(converter);
	}
}

/* Sets of several bytes whose characters can be told from their bytes alone; those with shift states cannot be entered midway. */
static bool is_stateless(UConverter *converter)
{
	UErrorCode status = U_ZERO_ERROR;
	const char *name = ucnv_getName(converter, &status);
	return U_SUCCESS(status) && !str_starts_nocase(str_of(name), STR("ISO-2022")) &&
	       !str_starts_nocase(str_of(name), STR("UTF-7")) && !str_starts_nocase(str_of(name), STR("HZ")) &&
	       !str_starts_nocase(str_of(name), STR("SCSU"));
}

static bool find_in_icu(const char *name, struct charset *set)
{
	UErrorCode status = U_ZERO_ERROR;
	UConverter *converter = ucnv_open(name, &status);
	bool known = false;
	if (U_FAILURE(status))
		return false;
	if (ucnv_getMaxCharSize(converter) == 1) {
		set_name(set, CHARSET_BYTES, name);
		fill_table(converter, set);
		known = true;
	} else if (is_stateless(converter)) {
		set_name(set, CHARSET_ICU, name);
		known = true;
	}
	ucnv_close(converter);
	return known;
}

bool charset_find(struct wa_str label, struct charset *set)
{
	static const char *const as_1252[] = {"iso-8859-1", "iso8859-1", "iso_8859-1", "latin1", "latin-1", "l1", "us-ascii",
		"ascii", "windows-1252", "cp1252", "x-cp1252"};
	static const char *const as_utf8[] = {"utf-8", "utf8", "unicode-1-1-utf-8"};
	char name[sizeof set->name];
	label = str_trim(label);
	if (!label.len || label.len >= sizeof name)
		return false;
	memcpy(name, label.ptr, label.len);
	name[label.len] = '\0';
	for (size_t i = 0; i < ARRAY_COUNT(as_utf8); i++)
		if (str_eq_nocase(label, str_of(as_utf8[i])))
			return charset_utf8(set), true;
	for (size_t i = 0; i < ARRAY_COUNT(as_1252); i++)
		if (str_eq_nocase(label, str_of(as_1252[i])))
			return charset_windows_1252(set), true;
	if (str_starts_nocase(label, STR("utf-16")))
		return charset_utf16(set, str_eq_nocase(label, STR("utf-16be"))), true;
	return find_in_icu(name, set);
}

bool decoder_init(struct decoder *decoder, const struct charset *set)
{
	UErrorCode status = U_ZERO_ERROR;
	*decoder = (struct decoder){.set = set};
	if (set->kind == CHARSET_ICU)
		decoder->icu = ucnv_open(set->name, &status);
	return U_SUCCESS(status);
}

void decoder_release(struct decoder *decoder)
{
	if (decoder->icu)
		ucnv_close(decoder->icu);
	decoder->icu = NULL;
}

static size_t step_utf16(bool big, const unsigned char *at, const unsigned char *end, uint32_t *point)
{
	uint32_t unit, low;
	*point = UTF8_REPLACEMENT;
	if (end - at < 2)
		return 1;
	unit = big ? (uint32_t)at[0] << 8 | at[1] : (uint32_t)at[1] << 8 | at[0];
	if (unit < 0xD800 || unit >= 0xE000) {
		*point = unit;
		return 2;
	}
	if (unit >= 0xDC00 || end - at < 4)
		return 2;
	low = big ? (uint32_t)at[2] << 8 | at[3] : (uint32_t)at[3] << 8 | at[2];
	if (low < 0xDC00 || low >= 0xE000)
		return 2;
	*point = 0x10000 + ((unit - 0xD800) << 10) + (low - 0xDC00);
	return 4;
}

static size_t step_icu(UConverter *converter, const unsigned char *at, const unsigned char *end, uint32_t *point)
{
	const char *from = (const char *)at;
	/* no character of a stateless set is longer than four bytes; a wider window would let ICU swallow what follows a broken one
	 */
	const char *to = end - at > 4 ? from + 4 : (const char *)end;
	UErrorCode status = U_ZERO_ERROR;
	UChar32 c;
	ucnv_reset(converter);
	c = ucnv_getNextUChar(converter, &from, to, &status);
	if (U_FAILURE(status) || from == (const char *)at) {
		*point = UTF8_REPLACEMENT;
		return 1;
	}
	*point = (uint32_t)c;
	return (size_t)(from - (const char *)at);
}

size_t decoder_step(struct decoder *decoder, const unsigned char *at, const unsigned char *end, uint32_t *point, bool *broken)
{
	size_t len = 1;
	switch (decoder->set->kind) {
	case CHARSET_UTF8:
		len = utf8_decode((const char *)at, (const char *)end, point);
		if (*point && (*point != UTF8_REPLACEMENT || len > 1)) {
			*broken = false;
			return len;
		}
		*point = UTF8_REPLACEMENT;
		break;
	case CHARSET_UTF16LE:
	case CHARSET_UTF16BE:
		len = step_utf16(decoder->set->kind == CHARSET_UTF16BE, at, end, point);
		break;
	case CHARSET_BYTES:
		*point = *at < 0x80 ? *at : decoder->set->high[*at - 0x80];
		break;
	case CHARSET_ICU:
		len = step_icu(decoder->icu, at, end, point);
		break;
	}
	if (*point == 0)
		*point = UTF8_REPLACEMENT;
	*broken = *point == UTF8_REPLACEMENT;
	return len;
}
