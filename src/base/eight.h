/* Eight bytes looked at as one number, for loops over copy, of which nearly all is plain ASCII. */
#ifndef BASE_EIGHT_H
#define BASE_EIGHT_H

#include <stdbool.h>
#include <stdint.h>
#include <string.h>

/* One byte eight times. */
#define EIGHT(byte) (0x0101010101010101ull * (byte))

/* The bytes [at, at + 8). */
static inline uint64_t eight_at(const void *at)
{
	uint64_t bytes;
	memcpy(&bytes, at, sizeof bytes);
	return bytes;
}

static inline bool eight_is_ascii(uint64_t bytes)
{
	return !(bytes & EIGHT(0x80));
}

/* The high bit of each byte that is less than `n`; the bytes are ASCII, n is at most 0x80. */
static inline uint64_t eight_below(uint64_t bytes, unsigned n)
{
	return ~(bytes + EIGHT(0x80 - n)) & EIGHT(0x80);
}

/* The high bit of each byte that is `c`; all are ASCII. */
static inline uint64_t eight_equal(uint64_t bytes, char c)
{
	return eight_below(bytes ^ EIGHT((unsigned char)c), 1);
}

/* How many bytes have their high bit set in `bits`, which has no other bits. */
static inline unsigned eight_count(uint64_t bits)
{
	return (unsigned)((bits >> 7) * EIGHT(1) >> 56);
}

/* The byte that stands at place `k` of the eight. */
static inline uint8_t eight_byte(uint64_t bytes, unsigned k)
{
#if __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
	return (uint8_t)(bytes >> (56 - 8 * k));
#else
	return (uint8_t)(bytes >> (8 * k));
#endif
}

/* The first `n` bytes, fewer than eight; the others are 0. */
static inline uint64_t eight_head(uint64_t bytes, unsigned n)
{
#if __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
	return bytes & ~(UINT64_MAX >> (8 * n));
#else
	return bytes & ~(UINT64_MAX << (8 * n));
#endif
}

/* How many ASCII letters stand before the first byte that is none; bytes beyond ASCII are none. */
static inline unsigned eight_letters(uint64_t bytes)
{
	uint64_t low = (bytes & EIGHT(0x7F)) | EIGHT(0x20), other;
	other = (eight_below(low, 'a') | ~eight_below(low, 'z' + 1) | bytes) & EIGHT(0x80);
	if (!other)
		return 8;
#if __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
	return (unsigned)__builtin_clzll(other) / 8;
#else
	return (unsigned)__builtin_ctzll(other) / 8;
#endif
}

/* Each byte's high bit moved on to the byte that stands behind it; the first gets `first`, and *last the one pushed out. */
static inline uint64_t eight_push(uint64_t bits, bool first, bool *last)
{
#if __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
	*last = bits >> 7 & 1;
	return bits >> 8 | (uint64_t)first << 63;
#else
	*last = bits >> 63;
	return bits << 8 | (uint64_t)first << 7;
#endif
}

#endif
