/*
 * A page's tree cut into blocks: the stretches of running text between the edges of block elements, each with
 * what can be measured of it (length, share of links, ends of sentences, what its elements are called). Whether
 * a block is part of the story is html_story.h's to say.
 */
#ifndef READ_HTML_BLOCKS_H
#define READ_HTML_BLOCKS_H

#include "base/vec.h"
#include "read/html_tree.h"

struct html_block {
	uint32_t first, last;    /* its nodes, [first, last) */
	uint32_t parent;         /* the block element it stands in directly */
	uint32_t letters;        /* characters that are no white space; ideographs count three */
	uint32_t link_letters;   /* within links */
	uint32_t anchor_letters; /* within links to the same page */
	uint32_t words;          /* by white space; ideographs count as half a word */
	uint32_t stops;          /* marks that end a sentence, with white space or nothing behind them */
	uint8_t tag;             /* of the parent; TAG_COMMENT for a comment that addresses us, outside any text */
	bool closed;             /* ends as a sentence ends, quotation marks and brackets aside */
	bool colon;              /* ends in a colon */
};

struct html_blocks {
	VEC(struct html_block) blocks;
	uint8_t *hints; /* of each node, its own (html_hints.h); blocks' elements only */
};

/* False when memory ran out; then, too, the caller releases. */
bool html_blocks_find(struct html_blocks *blocks, const struct html *html);
void html_blocks_release(struct html_blocks *blocks);

#endif
