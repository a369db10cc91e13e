#include "base/split.h"

#include <string.h>

#include "base/eight.h"
#include "base/utf8.h"

#define HASH_START 2166136261u
#define HASH_STEP(h, c) (((h) ^ (uint8_t)(c)) * 16777619u)

/* Bits, so that a word's bytes can be summed up by or-ing. */
enum char_class { C_OTHER = 0, C_LOWER = 1, C_UPPER = 2, C_DIGIT = 4, C_SPACE = 8, C_WIDE = 16, C_JOINT = 32 };

static const uint8_t char_classes[256] = {
	['\t' ... '\r'] = C_SPACE,
	[' '] = C_SPACE,
	['0' ... '9'] = C_DIGIT,
	['A' ... 'Z'] = C_UPPER,
	['a' ... 'z'] = C_LOWER,
	['-'] = C_JOINT,
	['\''] = C_JOINT,
	['.'] = C_JOINT,
	[0x80 ... 0xFF] = C_WIDE,
};

static inline enum char_class class_of(char c)
{
	return char_classes[(uint8_t)c];
}

/* Length of the apostrophe at `at`, 0 when there is none: ' or U+2019. */
static size_t apostrophe(const char *at, const char *end)
{
	if (at < end && *at == '\'')
		return 1;
	return end - at >= 3 && memcmp(at, "\xE2\x80\x99", 3) == 0 ? 3 : 0;
}

/* Length of the letter or digit at `at`, 0 when it is something else. */
static size_t word_char(const char *at, const char *end, uint8_t *shape)
{
	uint32_t point;
	size_t len;
	switch (class_of(*at)) {
	case C_LOWER:
		return 1;
	case C_UPPER:
		return 1;
	case C_DIGIT:
		*shape |= SHAPE_DIGIT;
		return 1;
	case C_WIDE:
		len = utf8_decode(at, end, &point);
		if (!utf8_is_letter(point) || point == UTF8_REPLACEMENT)
			return 0;
		*shape |= SHAPE_WIDE;
		return len;
	case C_OTHER:
	case C_SPACE:
	case C_JOINT:
		return 0;
	}
	return 0;
}

static bool starts_word(const char *at, const char *end)
{
	uint8_t shape = 0;
	return at < end && word_char(at, end, &shape) > 0;
}

/* At an apostrophe after a letter: is it a final 's, which is a piece of its own? */
static bool is_genitive(const char *after, const char *end)
{
	return after < end && (*after == 's' || *after == 'S') && !starts_word(after + 1, end);
}

/* Letters of the longest abbreviation with stops ("U.S.S.R."): a run that turns out to be none is not read again and again. */
#define STOPS_LETTERS 16u

/* U.S. or a.m.: returns the end of a run of single letters each followed by a stop, or NULL. */
static const char *stops_word(const char *at, const char *end)
{
	const char *p = at;
	unsigned letters = 0;
	while (letters < STOPS_LETTERS && p + 1 < end && (class_of(*p) == C_UPPER || class_of(*p) == C_LOWER) && p[1] == '.') {
		p += 2;
		letters++;
	}
	if (letters < 1)
		return NULL;
	if (letters >= 2)
		return starts_word(p, end) && class_of(*p) != C_DIGIT && p + 1 < end && starts_word(p + 1, end) ? NULL : p;
	/* "U.S" with its last stop missing */
	if (p < end && class_of(*p) == C_UPPER && !starts_word(p + 1, end))
		return p + 1;
	return NULL;
}

static const char *finish_word(const char *start, const char *at, struct piece *piece)
{
	uint32_t hash = HASH_START;
	unsigned upper = 0, lower = 0;
	for (const char *p = start; p < at; p++) {
		char c = *p;
		enum char_class k = class_of(c);
		if (k == C_UPPER) {
			upper++;
			c = (char)(c | 32);
		} else if (k == C_LOWER) {
			lower++;
		} else if (k == C_WIDE && at - p >= 3 && memcmp(p, "\xE2\x80\x99", 3) == 0) {
			c = '\'';
			p += 2;
		}
		hash = HASH_STEP(hash, c);
	}
	if (class_of(*start) == C_UPPER)
		piece->shape |= SHAPE_UPPER;
	if (piece->shape & SHAPE_WIDE) {
		uint32_t point;
		(void)utf8_decode(start, at, &point);
		if (utf8_is_upper(point))
			piece->shape |= SHAPE_UPPER;
	}
	if (upper >= 2 && lower == 0)
		piece->shape |= SHAPE_ALL_UPPER;
	piece->hash = hash;
	piece->len = (uint32_t)(at - start);
	return at;
}

/* Goes on over letters, digits, inner apostrophes and hyphens. */
static const char *scan_word(const char *at, const char *end, struct piece *piece)
{
	while (at < end) {
		size_t len = word_char(at, end, &piece->shape);
		if (len) {
			at += len;
			continue;
		}
		len = apostrophe(at, end);
		if (len && starts_word(at + len, end) && !is_genitive(at + len, end)) {
			at += len;
			continue;
		}
		if (*at == '-' && starts_word(at + 1, end)) {
			piece->shape |= SHAPE_HYPHEN;
			at++;
			continue;
		}
		break;
	}
	return at;
}

/* What may follow a run of ASCII letters and still belong to its word. */
static bool may_go_on(const char *at, const char *end, const char *start)
{
	if (at >= end || !(class_of(*at) & (C_JOINT | C_WIDE | C_DIGIT)))
		return false;
	return *at != '.' || at - start == 1; /* U.S. */
}

static void set_plain_word(struct piece *piece, const char *start, uint32_t len, bool lower, uint32_t hash)
{
	piece->kind = PIECE_WORD;
	piece->hash = hash;
	piece->len = len;
	if (class_of(*start) == C_UPPER)
		piece->shape |= SHAPE_UPPER;
	if (!lower && len >= 2)
		piece->shape |= SHAPE_ALL_UPPER;
}

/* ASCII letters and nothing else, the first at `start`. NULL when it is not that simple. */
static const char *read_long_word(const char *start, const char *end, struct piece *piece)
{
	uint32_t hash = HASH_START;
	unsigned seen = 0;
	const char *at = start;
	for (enum char_class k; at < end && (k = class_of(*at)) & (C_LOWER | C_UPPER); at++) {
		seen |= k;
		hash = HASH_STEP(hash, *at | 32);
	}
	if (may_go_on(at, end, start))
		return NULL;
	set_plain_word(piece, start, (uint32_t)(at - start), seen & C_LOWER, hash);
	return at;
}

/* The hash of the first `len` bytes, fewer than eight: all are made, for a loop that ends anywhere is badly foreseen. */
static inline uint32_t hash_head(uint64_t bytes, unsigned len)
{
	uint32_t hashes[8] = {HASH_START};
	for (unsigned k = 0; k < 7; k++)
		hashes[k + 1] = HASH_STEP(hashes[k], eight_byte(bytes, k));
	return hashes[len];
}

/* The way of nearly all words: fewer than eight ASCII letters, read at once. */
static inline const char *read_plain_word(const char *start, const char *end, struct piece *piece)
{
	uint64_t bytes;
	unsigned len;
	if (end - start < 8)
		return read_long_word(start, end, piece);
	bytes = eight_at(start);
	len = eight_letters(bytes);
	if (len == 8)
		return read_long_word(start, end, piece);
	if (may_go_on(start + len, end, start))
		return NULL;
	piece->plain = true;
	piece->head = eight_head(bytes | EIGHT(0x20), len);
	set_plain_word(piece, start, len, eight_head(bytes & EIGHT(0x20), len), hash_head(piece->head, len));
	return start + len;
}

static const char *read_word(const char *at, const char *end, struct piece *piece)
{
	const char *stops = stops_word(at, end);
	piece->kind = PIECE_WORD;
	if (stops) {
		piece->shape |= SHAPE_STOPS;
		return finish_word(at, stops, piece);
	}
	return finish_word(at, scan_word(at, end, piece), piece);
}

static const char *scan_digits(const char *at, const char *end)
{
	while (at < end && (class_of(*at) == C_DIGIT || ((*at == ',' || *at == '.') && at + 1 < end && class_of(at[1]) == C_DIGIT)))
		at++;
	return at;
}

static const char *read_number(const char *start, const char *end, struct piece *piece)
{
	const char *at = scan_digits(start, end);
	piece->kind = PIECE_NUMBER;
	piece->shape |= SHAPE_DIGIT;
	while (at + 1 < end && *at == '-' && class_of(at[1]) == C_DIGIT) {
		piece->shape |= SHAPE_HYPHEN;
		at = scan_digits(at + 1, end);
	}
	if (at < end && (class_of(*at) == C_LOWER || class_of(*at) == C_UPPER)) {
		piece->shape |= SHAPE_SUFFIX;
		at = scan_word(at, end, piece);
		if (piece->shape & SHAPE_HYPHEN)
			piece->kind = PIECE_WORD;
	} else if (at + 1 < end && *at == '-' && starts_word(at + 1, end)) {
		at = scan_word(at, end, piece);
		piece->kind = PIECE_WORD;
	}
	return finish_word(start, at, piece);
}

static enum mark wide_mark(uint32_t point)
{
	switch (point) {
	case 0x201C:
	case 0x201E:
	case 0xAB:
		return MARK_QUOTE_OPEN;
	case 0x201D:
	case 0xBB:
		return MARK_QUOTE_CLOSE;
	case 0x2018:
	case 0x201A:
		return MARK_SINGLE_OPEN;
	case 0x2019:
		return MARK_SINGLE;
	case 0x2010:
	case 0x2011:
	case 0x2012:
	case 0x2013:
	case 0x2014:
	case 0x2015:
		return MARK_DASH;
	case 0x2026:
		return MARK_ELLIPSIS;
	case 0xA3:
	case 0xA5:
	case 0x20AC:
		return MARK_CURRENCY;
	default:
		return MARK_OTHER;
	}
}

static const uint8_t ascii_marks[128] = {
	[','] = MARK_COMMA,
	['.'] = MARK_STOP,
	['?'] = MARK_QUESTION,
	['!'] = MARK_EXCLAMATION,
	[':'] = MARK_COLON,
	[';'] = MARK_SEMICOLON,
	['-'] = MARK_DASH,
	['_'] = MARK_DASH,
	['('] = MARK_OPEN,
	['['] = MARK_OPEN,
	['{'] = MARK_OPEN,
	[')'] = MARK_CLOSE,
	[']'] = MARK_CLOSE,
	['}'] = MARK_CLOSE,
	['"'] = MARK_QUOTE,
	['\''] = MARK_SINGLE,
	['/'] = MARK_SLASH,
	['$'] = MARK_CURRENCY,
	['%'] = MARK_PERCENT,
};

/* How often the character at `at` stands there in a row, counted up to `most`. */
static size_t repeated(const char *at, const char *end, size_t most)
{
	size_t n = 1;
	while (n < most && at + n < end && at[n] == *at)
		n++;
	return n;
}

/* Two marks that stand for one: `` and ''. */
static size_t doubled(const char *at, const char *end, struct piece *piece, enum mark one, enum mark two)
{
	size_t len = repeated(at, end, 2);
	piece->mark = (uint8_t)(len == 2 ? two : one);
	return len;
}

static const char *read_mark(const char *at, const char *end, struct piece *piece)
{
	uint32_t point = (uint8_t)*at;
	size_t len = point < 0x80 ? 1 : utf8_decode(at, end, &point);
	piece->kind = PIECE_MARK;
	piece->mark = point < 128 ? ascii_marks[point] : (uint8_t)wide_mark(point);
	if (*at == '-' || *at == '.')
		len = repeated(at, end, SIZE_MAX);
	else if (*at == '`')
		len = doubled(at, end, piece, MARK_SINGLE_OPEN, MARK_QUOTE_OPEN);
	else if (*at == '\'')
		len = doubled(at, end, piece, MARK_SINGLE, MARK_QUOTE);
	if (*at == '.' && len > 1)
		piece->mark = MARK_ELLIPSIS;
	if (piece->mark == MARK_NONE)
		piece->mark = MARK_OTHER;
	piece->len = (uint32_t)len;
	return at + len;
}

static const char *skip_space(const char *at, const char *end, struct piece *piece)
{
	while (at < end) {
		uint32_t point;
		size_t len;
		if (class_of(*at) == C_SPACE) {
			len = 1;
		} else if (class_of(*at) == C_WIDE) {
			len = utf8_decode(at, end, &point);
			if (!utf8_is_space(point))
				break;
		} else {
			break;
		}
		at += len;
		piece->shape = SHAPE_SPACE;
	}
	return at;
}

/* 's after a word. */
static const char *read_genitive(const char *at, const char *end, struct piece *piece)
{
	size_t len = apostrophe(at, end);
	if (!len || (piece->shape & SHAPE_SPACE) || !is_genitive(at + len, end))
		return NULL;
	piece->kind = PIECE_WORD;
	return finish_word(at, at + len + 1, piece);
}

static inline const char *read_piece(const char *at, const char *end, struct piece *piece)
{
	const char *after;
	enum char_class class;
	*piece = (struct piece){0};
	if (at < end && class_of(*at) & (C_SPACE | C_WIDE))
		at = skip_space(at, end, piece);
	piece->ptr = at;
	if (at >= end)
		return at;
	class = class_of(*at);
	if (class & (C_LOWER | C_UPPER)) {
		after = read_plain_word(at, end, piece);
		return after ? after : read_word(at, end, piece);
	}
	if (class == C_DIGIT)
		return read_number(at, end, piece);
	if (class == C_WIDE && starts_word(at, end))
		return read_word(at, end, piece);
	after = class & (C_WIDE | C_JOINT) ? read_genitive(at, end, piece) : NULL;
	return after ? after : read_mark(at, end, piece);
}

const char *split_next(const char *at, const char *end, struct piece *piece)
{
	return read_piece(at, end, piece);
}

size_t split_some(const char **at, const char *end, struct piece *pieces, size_t max)
{
	const char *next = *at;
	size_t n = 0;
	for (; n < max; n++) {
		next = read_piece(next, end, &pieces[n]);
		if (pieces[n].kind == PIECE_END)
			break;
	}
	*at = next;
	return n;
}

size_t split_fold(const char *ptr, size_t len, char *out, size_t size)
{
	size_t n = 0;
	for (size_t i = 0; i < len && n < size; i++) {
		char c = ptr[i];
		if (class_of(c) == C_UPPER) {
			c = (char)(c | 32);
		} else if (len - i >= 3 && memcmp(ptr + i, "\xE2\x80\x99", 3) == 0) {
			c = '\'';
			i += 2;
		}
		out[n++] = c;
	}
	return n;
}

uint32_t split_hash(const char *folded, size_t len)
{
	uint32_t hash = HASH_START;
	for (size_t i = 0; i < len; i++)
		hash = HASH_STEP(hash, folded[i]);
	return hash;
}

uint64_t split_head(const char *folded, size_t len)
{
	uint64_t head = 0;
	memcpy(&head, folded, len < sizeof head ? len : sizeof head);
	return head;
}

bool split_fold_eq(const char *ptr, size_t len, const char *folded, size_t folded_len)
{
	size_t n = 0;
	while (n < len && n < folded_len && ptr[n] == folded[n])
		n++;
	if (n == len)
		return n == folded_len;
	for (size_t i = n; i < len; i++, n++) {
		char c = ptr[i];
		if (class_of(c) == C_UPPER) {
			c = (char)(c | 32);
		} else if (c == '\xE2' && len - i >= 3 && memcmp(ptr + i, "\xE2\x80\x99", 3) == 0) {
			c = '\'';
			i += 2;
		}
		if (n >= folded_len || c != folded[n])
			return false;
	}
	return n == folded_len;
}
