/*
 * Does a stretch of text occur in another? Told by runs of up to three words, folded and hashed into a bitmap, so that
 * the cost is linear and differences of markup, punctuation and white space do not count.
 */
#ifndef READ_HTML_WORDS_H
#define READ_HTML_WORDS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct word_set {
	uint64_t *bits;
	size_t mask;    /* bits - 1 */
	uint32_t words; /* how many were added */
};

/* Reads characters and hashes the words they make up; ideographs are words of their own. */
struct word_reader {
	struct word_set *set;
	bool adding;          /* else looking up */
	uint32_t hash, depth; /* of the word being read; depth 0: none */
	uint32_t before[2];   /* hashes of the two words before */
	uint32_t words, found;
};

/* Room for the words of `size` bytes of text; false when memory ran out. */
bool word_set_init(struct word_set *set, size_t size);
void word_set_release(struct word_set *set);

void word_reader_start(struct word_reader *reader, struct word_set *set, bool adding);
void word_reader_put(struct word_reader *reader, uint32_t point);
/* Ends the last word. When looking up: the share of words known, in hundredths; 0 for no words. */
unsigned word_reader_finish(struct word_reader *reader);

#endif
