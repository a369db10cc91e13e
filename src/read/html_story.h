/*
 * Which of a page's blocks are the story, and what each is. No rule here knows a site: what counts is where prose
 * stands (html_root.c), what is of one make with it, and what is boxed off from it (html_kinds.c).
 */
#ifndef READ_HTML_STORY_H
#define READ_HTML_STORY_H

#include "read/html_blocks.h"
#include "read/html_words.h"
#include "wireaudit/types.h"

#define STORY_LEFT_OUT 0xFF

struct html_story {
	uint32_t headline; /* block of the headline; WA_NONE when the page's body has none */
	uint32_t root;     /* the element that holds the story */
	uint32_t letters;  /* of the story's prose, as html_block counts them */
	uint8_t *kinds;    /* of each block: enum wa_para_kind, or STORY_LEFT_OUT */
};

/*
 * `title` is what the page's head calls the story, `description` what it says of it; either may be empty. `known` holds the words
 * of the story as the page gives them elsewhere (JSON-LD), NULL when it does not. False when memory ran out; the caller releases in
 * either case.
 */
bool html_story_find(struct html_story *story, const struct html *html, const struct html_blocks *blocks, struct wa_str title,
	struct wa_str description, struct word_set *known);
void html_story_release(struct html_story *story);

#endif
