/*
 * Cuts text into pieces: words, numbers and single marks. It knows characters, not language; packs are
 * compiled with the same pieces that copy is read with, so that a phrase matches what it was written as.
 *
 *   words     letters with apostrophes, hyphens and digits inside: don't, Al-Arabiya, B-52, year-old
 *             a final 's or ' s is a piece of its own; U.S. and a.m. keep their stops
 *   numbers   begin with a digit: 1,200  3.5  60m  1990s  7-6;  23-year-old is a word that begins with a digit
 *   marks     one character each, but -- ... `` '' are one piece
 */
#ifndef BASE_SPLIT_H
#define BASE_SPLIT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum piece_kind {
	PIECE_END, /* nothing left */
	PIECE_WORD,
	PIECE_NUMBER,
	PIECE_MARK,
};

enum mark {
	MARK_NONE,
	MARK_COMMA,
	MARK_STOP, /* . */
	MARK_QUESTION,
	MARK_EXCLAMATION,
	MARK_COLON,
	MARK_SEMICOLON,
	MARK_DASH, /* -- or an en or em dash, a hyphen or underscore standing free */
	MARK_ELLIPSIS,
	MARK_OPEN,        /* ( [ { */
	MARK_CLOSE,       /* ) ] } */
	MARK_QUOTE_OPEN,  /* left double quotation mark, « or `` */
	MARK_QUOTE_CLOSE, /* right double quotation mark, » */
	MARK_QUOTE,       /* " or '' */
	MARK_SINGLE_OPEN, /* left single quotation mark */
	MARK_SINGLE,      /* ' or right single quotation mark, where it is no apostrophe */
	MARK_SLASH,
	MARK_CURRENCY, /* $ £ € ¥ */
	MARK_PERCENT,
	MARK_OTHER,
};

/* Bits of piece.shape. */
enum {
	SHAPE_UPPER = 1,     /* begins with an upper-case letter */
	SHAPE_ALL_UPPER = 2, /* two letters or more, all upper case */
	SHAPE_HYPHEN = 4,    /* has a hyphen inside */
	SHAPE_DIGIT = 8,     /* has a digit */
	SHAPE_STOPS = 16,    /* U.S. */
	SHAPE_SUFFIX = 32,   /* a number followed by letters: 60m, 1990s, 5th */
	SHAPE_SPACE = 64,    /* white space stands before it */
	SHAPE_WIDE = 128,    /* has characters beyond ASCII */
};

struct piece {
	const char *ptr;
	uint32_t len;
	uint8_t kind, shape, mark;
	bool plain;    /* a word of few ASCII letters: `head` is all of its fold */
	uint32_t hash; /* of the folded bytes (below); 0 for marks */
	uint64_t head; /* the fold's bytes as split_head() gives them; 0 unless `plain` */
};

/* The next piece of [at, end); returns where it ends. At the end of text the kind is PIECE_END. */
const char *split_next(const char *at, const char *end, struct piece *piece);
/* The next pieces, at most `max`; *at moves behind them. Fewer than `max` when the text ends. */
size_t split_some(const char **at, const char *end, struct piece *pieces, size_t max);

/*
 * Folding: ASCII letters to lower case, typographic apostrophes to '. Writes at most `size` bytes and
 * returns the length. The fold of a piece never is longer than the piece.
 */
size_t split_fold(const char *ptr, size_t len, char *out, size_t size);
/* piece.hash of a piece whose fold this is. */
uint32_t split_hash(const char *folded, size_t len);
/* The first eight bytes of a fold as one number, zeros behind a shorter one. */
uint64_t split_head(const char *folded, size_t len);
/* True when the fold of [ptr, ptr + len) equals `folded`. */
bool split_fold_eq(const char *ptr, size_t len, const char *folded, size_t folded_len);

#endif
