/* UTF-8 as the formats need it: stepping and checking. */
#ifndef REPORTS_U8_H
#define REPORTS_U8_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define U8_REPLACEMENT "\xEF\xBF\xBD"

/* Length of the valid sequence at `at`, 0 when the byte there begins none. at < end. */
size_t u8_length(const char *at, const char *end);
/* Code point of the sequence of `length` bytes that u8_length() found. */
uint32_t u8_point(const char *at, size_t length);
/* False for control characters other than tab and line feed, for those that turn the direction of writing, and for what is no
 * character: they may stand in copy, but not in a document made of it. */
bool u8_harmless(uint32_t point);

#endif
