/* Lines of copy that are not the story: by their shape, and by words of the classes copy-* and agency-credit. */
#ifndef READ_COPY_H
#define READ_COPY_H

#include "doc/doc.h"
#include "pack/packs.h"

enum copy_line {
	COPY_STORY,
	COPY_BYLINE,   /* By Ida Falk */
	COPY_CREDIT,   /* (Reporting by Ida Falk) */
	COPY_DATELINE, /* HALE, March 4 (AP) -- with nothing behind it */
	COPY_ADVISORY, /* Eds: adds quotes ...: to editors, about the story */
	COPY_END,      /* sign-offs: the story is over */
	COPY_MARKUP,   /* <script>...</script>: escaped once too often on its way here */
	COPY_PROMO,    /* Sign up for our letter: the site's word to its readers */
	COPY_PRIVATE,  /* what follows is not for publication */
};

/* What a line is. With `packs` NULL only its shape is known. Reads no more than its first 160 bytes. */
enum copy_line copy_line(const struct packs *packs, struct wa_str line);

/* What a line above a story says it holds. */
enum copy_label {
	LABEL_NONE,
	LABEL_HEADLINE, /* Headline: Ferry sinks */
	LABEL_SUMMARY,
	LABEL_BYLINE,
	LABEL_SOURCE,
	LABEL_EMBARGO, /* Embargo: 00:01 on Tuesday; EMBARGOED UNTIL NOON */
	LABEL_DATE,
	LABEL_TEXT,    /* Text: and the story begins */
	LABEL_OTHER,   /* Slug: ferry */
	LABEL_RELEASE, /* FOR IMMEDIATE RELEASE */
};

/* The label a line opens with; *value is where what it labels begins, which may be the line's end. */
enum copy_label copy_label(const struct packs *packs, struct wa_str line, size_t *value);

/* True when a line begins with the word that opens bylines, whatever follows ("By our correspondents"). */
bool copy_opens_byline(const struct packs *packs, struct wa_str line);

/* The author's name in a byline: without the word before it. */
struct wa_str copy_byline(struct wa_str line);

/*
 * Length of the dateline at the head of a text, without the dash behind it: "HALE, March 4 (AP)"; 0 when there is none. *behind,
 * if not NULL, is where the text begins.
 */
size_t copy_dateline(struct wa_str text, size_t *behind);

/*
 * Length of a dateline that no dash ends, "HALE, March 4 (AP) Two men": in brackets stands an agency, a sentence follows; 0 when
 * there is none.
 */
size_t copy_bare_dateline(const struct packs *packs, struct wa_str text);

/* False for datelines of metadata that are times ("2014-07-17 00:24", "January 21"), which many agencies put there. */
bool copy_names_place(const struct packs *packs, struct wa_str dateline);

/*
 * Sorts out what a reader gave as body: bylines and credits, notes to editors, sign-offs and what is not for publication (with a
 * note) get kinds of their own. Fills byline and dateline from the text where the metadata has none.
 */
void copy_sort(struct doc *doc, const struct packs *packs);

#endif
