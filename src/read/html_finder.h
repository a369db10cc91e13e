/* What the steps of finding a page's story share. Inside html_story.c, html_root.c and html_kinds.c only. */
#ifndef READ_HTML_FINDER_H
#define READ_HTML_FINDER_H

#include "read/html_hints.h"
#include "read/html_story.h"

/* Makes of blocks are counted by hash; two that share a slot do no harm worth a larger table. */
#define FINDER_MAKES 4096u

struct finder {
	const struct html *html;
	const struct html_block *blocks;
	uint32_t count, node_count;
	const uint8_t *hints;   /* of each node, its own */
	uint32_t body;          /* the body element, 0 when there is none */
	uint32_t headline_node; /* first node of the headline, 0 when there is none */
	struct html_story *story;
	struct wa_str description; /* what the page's head says of the story */
	struct word_set *known;
	bool known_covers;    /* the page's own copy of the story is found among the blocks */
	uint8_t *known_share; /* of each block: hundredths of its words that are in that copy */

	/* By node. */
	uint32_t *raw, *good; /* letters of prose in it, whatever it is called; and without what is no story */
	uint32_t *headings;   /* blocks in it that are headings */
	uint8_t *state;       /* hints of it and of all it stands in, as far as they are believed */
	bool *teaser;         /* a lead to another story */
	bool *home;           /* holds paragraphs of the story */

	uint32_t *makes;      /* letters of prose of each make */
	uint32_t first, last; /* blocks of the first and last of the story's paragraphs, WA_NONE when there is none */
};

static inline const struct html_node *finder_node(const struct finder *f, uint32_t node)
{
	return &f->html->nodes.items[node];
}

static inline bool finder_is_heading(uint8_t tag)
{
	return tag >= TAG_H1 && tag <= TAG_H6;
}

/* The heading element a block stands in, 0 when it stands in none. */
uint32_t finder_heading(const struct finder *f, const struct html_block *b);
/* True when a block says what the page's head says of the story: its standfirst, where one stands there. */
bool finder_is_described(const struct finder *f, const struct html_block *b);
/* Letters of a block that reads as prose where it stands, 0 for all else. */
uint32_t finder_prose(const struct finder *f, uint32_t i);

/* Which make a block is of, below FINDER_MAKES: the same element and class in a container of the same. */
uint32_t finder_make(const struct finder *f, const struct html_block *b);

/* Sets story->root; fills what goes before it. */
void finder_find_root(struct finder *f);
/* Sets story->kinds. */
void finder_find_kinds(struct finder *f);

#endif
