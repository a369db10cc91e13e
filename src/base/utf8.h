/* UTF-8: decoding, encoding and checking. */
#ifndef BASE_UTF8_H
#define BASE_UTF8_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define UTF8_REPLACEMENT 0xFFFDu

/* Decodes one code point of [at, end) into *point and returns its length in bytes, at least 1; a broken byte yields
 * UTF8_REPLACEMENT and 1. at < end. */
size_t utf8_decode(const char *at, const char *end, uint32_t *point);
/* Writes a code point (surrogates and beyond U+10FFFF become UTF8_REPLACEMENT) to out[4]; returns its length. */
size_t utf8_encode(uint32_t point, char *out);
/* Offset of the first byte that is not valid UTF-8, or `size`. */
size_t utf8_valid_prefix(const char *bytes, size_t size);
/* True when no byte is beyond ASCII. */
bool utf8_is_ascii(const char *bytes, size_t size);
/* Letters of any script, by Unicode blocks used in news copy: true for letters beyond ASCII. */
bool utf8_is_letter(uint32_t point);
/* True for upper-case letters of Latin-1, Latin Extended-A, Greek and Cyrillic. */
bool utf8_is_upper(uint32_t point);
/* White space that is not ASCII: NBSP, thin spaces, line and paragraph separators, BOM. */
bool utf8_is_space(uint32_t point);

#endif
