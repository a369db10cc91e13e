/*
 * Character sets of source files: which one, and decoding it a character at a time. UTF-8, UTF-16 and all
 * one-byte sets are decoded here from tables; sets of more bytes (Shift_JIS, GBK ...) through ICU.
 */
#ifndef DOC_CHARSET_H
#define DOC_CHARSET_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "wireaudit/types.h"

enum charset_kind {
	CHARSET_UTF8,
	CHARSET_UTF16LE,
	CHARSET_UTF16BE,
	CHARSET_BYTES, /* one byte a character, the upper half by table */
	CHARSET_ICU,
};

struct charset {
	enum charset_kind kind;
	char name[32];      /* "UTF-8", "windows-1252" ... */
	uint16_t high[128]; /* CHARSET_BYTES: code points of 0x80 to 0xFF, 0xFFFD where there is none */
};

/*
 * Fills *set for a label as pages declare it, in any case. As browsers do, ISO-8859-1 and ASCII are taken for
 * Windows-1252. False when the label is unknown (then *set is untouched).
 */
bool charset_find(struct wa_str label, struct charset *set);
void charset_utf8(struct charset *set);
void charset_utf16(struct charset *set, bool big_endian);
void charset_windows_1252(struct charset *set);
/* What Windows-1252 has for the bytes 0x80 to 0x9F, 0xFFFD for those it lacks. */
uint32_t charset_c1(uint32_t byte);

/* Decodes one set from start to end. `icu` is opened by decoder_init for sets that need it. */
struct decoder {
	const struct charset *set;
	void *icu;
};

/* `set` must outlive the decoder. False when ICU cannot open the set. */
bool decoder_init(struct decoder *decoder, const struct charset *set);
void decoder_release(struct decoder *decoder);

/* Decodes the character at `at` (at < end); returns its length in bytes, at least 1. Broken bytes, and zeros, yield
 * UTF8_REPLACEMENT and *broken. */
size_t decoder_step(struct decoder *decoder, const unsigned char *at, const unsigned char *end, uint32_t *point, bool *broken);

#endif
