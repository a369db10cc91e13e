/*
 * What each block of the story is. Most paragraphs of a story are of one or two makes (the same element and class
 * in a container of the same); what is of these makes is the story. Everything else between them stands in a box: an element
 * with none of them in it. A box is judged as a whole: a list, a quotation and a single line belong to the story, a heading
 * with lines and links below it does not.
 */
#include "base/str.h"
#include "read/html_finder.h"

/* An item of more words says something, stop or no stop. */
#define BARE_WORDS 12u
/* So many neighbours of a box are looked at. */
#define SECTIONS 64u
/* A part of a story is more than a paragraph with a wrapper of its own. */
#define SECTION_LETTERS 500u

static bool is_shut_out(const struct finder *f, const struct html_block *b)
{
	return f->state[b->parent] & (HINT_JUNK | HINT_COMMENTS | HINT_HIDDEN);
}

static uint32_t prose_in_story(const struct finder *f, uint32_t i)
{
	const struct html_block *b = &f->blocks[i];
	if (!html_within(f->html, b->first, f->story->root) || is_shut_out(f, b) || f->state[b->parent] & HINT_CAPTION)
		return 0;
	return finder_prose(f, i);
}

static bool is_trusted(const struct finder *f, const struct html_block *b)
{
	uint32_t letters = f->makes[finder_make(f, b)];
	return letters && (uint64_t)letters * 12 >= f->story->letters;
}

static void find_homes(struct finder *f)
{
	for (uint32_t i = 0; i < f->count; i++) {
		uint32_t letters = prose_in_story(f, i);
		if (letters)
			f->makes[finder_make(f, &f->blocks[i])] += letters;
	}
	f->first = f->last = WA_NONE;
	for (uint32_t i = 0; i < f->count; i++) {
		const struct html_block *b = &f->blocks[i];
		if (!prose_in_story(f, i) || !is_trusted(f, b))
			continue;
		for (uint32_t at = b->parent; at >= f->story->root && !f->home[at]; at = finder_node(f, at)->parent) {
			f->home[at] = true;
			if (!at)
				break;
		}
		if (f->first == WA_NONE)
			f->first = i;
		f->last = i;
	}
}

/* What is in a box, its blocks being [from, to). */
struct box {
	uint32_t node, from, to;
	uint32_t letters, link_letters, prose, blocks, headings;
	bool picture;
};

static bool has_picture(const struct finder *f, uint32_t node)
{
	for (uint32_t n = node; n < finder_node(f, node)->end; n++) {
		uint8_t tag = finder_node(f, n)->tag;
		if (tag == TAG_IMG || tag == TAG_PICTURE || tag == TAG_VIDEO)
			return true;
	}
	return false;
}

/* The largest element around a block that holds no paragraph of the story, and what is in it from that block on. */
static struct box look_into_box(const struct finder *f, uint32_t i)
{
	struct box box = {.node = f->blocks[i].parent, .from = i, .to = i};
	for (uint32_t up = finder_node(f, box.node)->parent; up > f->story->root && !f->home[up]; up = finder_node(f, up)->parent)
		box.node = up;
	for (; box.to < f->count && (box.to == i || html_within(f->html, f->blocks[box.to].first, box.node)); box.to++) {
		const struct html_block *b = &f->blocks[box.to];
		box.letters += b->letters;
		box.link_letters += b->link_letters;
		box.prose += finder_prose(f, box.to);
		box.headings += finder_heading(f, b) != 0;
		box.blocks += b->tag != TAG_COMMENT;
	}
	box.picture = has_picture(f, box.node);
	return box;
}

static bool is_links(const struct html_block *b)
{
	return b->link_letters * 10 > b->letters * 8;
}

/* An item of a list of three or more that says nothing in a sentence: ingredients, measures, names. */
static bool is_bare_item(const struct finder *f, const struct html_block *b)
{
	uint32_t list = finder_node(f, b->parent)->parent, end = finder_node(f, list)->end, items = 0;
	if (b->tag != TAG_LI || b->words >= BARE_WORDS || f->raw[list])
		return false;
	for (uint32_t i = list + 1; i < end && items < 3; i = finder_node(f, i)->end)
		items += finder_node(f, i)->tag == TAG_LI;
	return items == 3;
}

/* A block of the story itself, or alone in its box. */
static uint8_t kind_alone(const struct finder *f, uint32_t i)
{
	const struct html_block *b = &f->blocks[i];
	if (finder_heading(f, b))
		return is_links(b) && b->anchor_letters < b->link_letters ? WA_PARA_LISTING : WA_PARA_SUBHEAD;
	if (b->tag == TAG_TD || b->tag == TAG_TH || is_links(b) || is_bare_item(f, b))
		return WA_PARA_LISTING;
	return WA_PARA_BODY;
}

static bool is_list_or_quotation(uint8_t tag)
{
	return tag == TAG_UL || tag == TAG_OL || tag == TAG_DL || tag == TAG_BLOCKQUOTE;
}

/* A box beside a part of the story that is named as that part is: what the page cut into such parts is all of the story. */
static bool is_section(const struct finder *f, uint32_t node)
{
	uint32_t up = finder_node(f, node)->parent, end = finder_node(f, up)->end, looked = 0;
	struct wa_str names = html_attr(f->html, finder_node(f, node), "class");
	for (uint32_t i = up + 1; names.len && i < end && looked < SECTIONS; i = finder_node(f, i)->end, looked++)
		if (f->home[i] && f->good[i] >= SECTION_LETTERS && str_eq(html_attr(f->html, finder_node(f, i), "class"), names))
			return true;
	return false;
}

static uint8_t kind_in_box(const struct finder *f, const struct box *box, uint32_t i)
{
	if (box->picture && box->blocks <= 2 && !box->headings)
		return WA_PARA_CAPTION;
	if (box->blocks <= 1)
		return kind_alone(f, i);
	if (box->link_letters * 2 > box->letters)
		return WA_PARA_LISTING;
	if (is_list_or_quotation(finder_node(f, box->node)->tag) || is_section(f, box->node))
		return kind_alone(f, i);
	if (!box->headings && box->prose * 10 >= box->letters * 7)
		return kind_alone(f, i);
	return WA_PARA_OTHER;
}

/* Within the story, from its first paragraph to its last. */
static uint8_t kind_inside(const struct finder *f, uint32_t i, struct box *box)
{
	const struct html_block *b = &f->blocks[i];
	if (is_shut_out(f, b))
		return STORY_LEFT_OUT;
	if (b->tag == TAG_COMMENT)
		return WA_PARA_OTHER;
	if (f->state[b->parent] & HINT_CAPTION)
		return WA_PARA_CAPTION;
	if (f->home[b->parent])
		return kind_alone(f, i);
	if (i >= box->to)
		*box = look_into_box(f, i);
	return kind_in_box(f, box, i);
}

/* True when a block stands beside the story's paragraphs, in an element of theirs that the headline does not share. */
static bool is_beside(const struct finder *f, const struct html_block *b)
{
	uint32_t at = b->parent;
	while (at > f->story->root && !f->home[at])
		at = finder_node(f, at)->parent;
	return html_within(f->html, b->first, f->story->root) && !(f->headline_node && html_within(f->html, f->headline_node, at));
}

/* Between the headline and the first paragraph. */
static uint8_t kind_above(const struct finder *f, uint32_t i, struct box *box)
{
	const struct html_block *b = &f->blocks[i];
	unsigned state = f->state[b->parent];
	bool heading = finder_heading(f, b) != 0;
	if (is_shut_out(f, b))
		return STORY_LEFT_OUT;
	if (b->tag == TAG_COMMENT)
		return WA_PARA_OTHER;
	if (state & HINT_CAPTION)
		return WA_PARA_CAPTION;
	if (is_links(b))
		return STORY_LEFT_OUT;
	if ((state & HINT_SUMMARY && b->words >= 4) || finder_is_described(f, b))
		return WA_PARA_SUMMARY;
	if (state & HINT_BYLINE)
		return STORY_LEFT_OUT;
	if (is_beside(f, b) && (heading || b->words >= 6 || b->tag == TAG_LI || is_trusted(f, b)))
		return kind_inside(f, i, box);
	return b->words >= 6 && (b->closed || heading) ? WA_PARA_SUMMARY : STORY_LEFT_OUT;
}

/* Headings with nothing of the story below them stand above something else. */
static void drop_idle_headings(const struct finder *f)
{
	bool text_follows = false;
	for (uint32_t i = f->count; i-- > 0;) {
		uint8_t *kind = &f->story->kinds[i];
		if (*kind == WA_PARA_BODY || *kind == WA_PARA_SUMMARY)
			text_follows = true;
		else if (*kind == WA_PARA_SUBHEAD && !text_follows)
			*kind = WA_PARA_OTHER;
		else if (*kind == WA_PARA_SUBHEAD)
			text_follows = false;
	}
}

/* A few words that end no sentence, directly above a heading, are the hour and author of a post. */
static void drop_kickers(const struct finder *f)
{
	uint8_t next = STORY_LEFT_OUT;
	for (uint32_t i = f->count; i-- > 0;) {
		uint8_t *kind = &f->story->kinds[i];
		if (*kind == WA_PARA_BODY && next == WA_PARA_SUBHEAD && !f->blocks[i].closed && f->blocks[i].words <= 5)
			*kind = WA_PARA_OTHER;
		if (*kind != STORY_LEFT_OUT && *kind != WA_PARA_OTHER)
			next = *kind;
	}
}

/* A page with no prose in it, a few words or nothing but links: all of it that is not called something else. */
static uint8_t kind_without_story(const struct finder *f, uint32_t i)
{
	const struct html_block *b = &f->blocks[i];
	if (is_shut_out(f, b))
		return STORY_LEFT_OUT;
	if (b->tag == TAG_COMMENT)
		return WA_PARA_OTHER;
	return f->state[b->parent] & HINT_CAPTION ? WA_PARA_CAPTION : kind_alone(f, i);
}

static uint8_t kind_of(const struct finder *f, uint32_t i, struct box *box)
{
	const struct html_block *b = &f->blocks[i];
	bool below = f->story->headline == WA_NONE || i > f->story->headline;
	if (i == f->story->headline)
		return WA_PARA_HEADLINE;
	if (f->first == WA_NONE)
		return kind_without_story(f, i);
	if (below && i < f->first)
		return kind_above(f, i, box);
	if (i >= f->first && i <= f->last)
		return kind_inside(f, i, box);
	if (i > f->last && html_within(f->html, b->first, f->story->root) && is_trusted(f, b))
		return kind_inside(f, i, box);
	return STORY_LEFT_OUT;
}

void finder_find_kinds(struct finder *f)
{
	struct box box = {0};
	find_homes(f);
	for (uint32_t i = 0; i < f->count; i++) {
		uint8_t kind = kind_of(f, i, &box);
		if (kind == WA_PARA_BODY && f->known_covers && f->known_share[i] < 50 && !f->blocks[i].closed)
			kind = WA_PARA_OTHER;
		f->story->kinds[i] = kind;
	}
	if (f->first != WA_NONE)
		drop_idle_headings(f);
	drop_kickers(f);
}
