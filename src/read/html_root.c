/*
 * The element that holds the story: from the body down, as long as one child holds most of the prose. Prose is
 * counted without what the page itself calls something else (menus, comments, teasers), unless it holds so much that
 * the name cannot be meant.
 */
#include "base/str.h"
#include "read/html_finder.h"

/* A teaser has a few lines of text; what has more is a story with a linked headline. */
#define TEASER_LETTERS 700u

uint32_t finder_prose(const struct finder *f, uint32_t i)
{
	const struct html_block *b = &f->blocks[i];
	if (b->link_letters * 3 > b->letters || finder_is_heading(b->tag) || b->tag == TAG_COMMENT)
		return 0;
	if (!(b->closed && b->words >= 6) && b->words < 25 && !(f->known_covers && b->words >= 6 && f->known_share[i] >= 80))
		return 0;
	return b->tag == TAG_LI || b->tag == TAG_TD || b->tag == TAG_FIGCAPTION ? b->letters / 2 : b->letters;
}

static unsigned tag_hints(uint8_t tag)
{
	switch (tag) {
	case TAG_NAV:
	case TAG_FOOTER:
	case TAG_ASIDE:
		return HINT_COMMENTS; /* no story, however much it holds */
	case TAG_FORM:
		return HINT_JUNK;
	case TAG_FIGURE:
	case TAG_FIGCAPTION:
		return HINT_CAPTION;
	}
	return 0;
}

/* Adds what each node has to the node it stands in. */
static void sum_up(const struct finder *f, uint32_t *sums)
{
	for (uint32_t i = f->node_count; i-- > 1;)
		sums[finder_node(f, i)->parent] += sums[i];
}

/*
 * A heading that is a link, with a few lines below it, leads to another story. The largest element around it with no
 * other heading in it is the teaser.
 */
static void mark_teasers(struct finder *f)
{
	for (uint32_t i = 0; i < f->count; i++) {
		const struct html_block *b = &f->blocks[i];
		uint32_t at = b->parent, up;
		if (i == f->story->headline || (b->link_letters - b->anchor_letters) * 2 < b->letters || !finder_heading(f, b))
			continue;
		while ((up = finder_node(f, at)->parent) != 0 && f->headings[up] == f->headings[at])
			at = up;
		f->teaser[at] = f->raw[at] < TEASER_LETTERS && !html_within(f->html, f->headline_node, at);
	}
}

static void find_states(struct finder *f)
{
	for (uint32_t i = 1; i < f->node_count; i++) {
		const struct html_node *node = finder_node(f, i);
		unsigned own = f->hints[i] | tag_hints(node->tag);
		if (f->headline_node && html_within(f->html, f->headline_node, i))
			own = 0;
		else if (f->raw[i] > f->raw[f->body] / 2)
			own &= HINT_COMMENTS | HINT_BODY;
		else if (f->teaser[i])
			own |= HINT_JUNK;
		f->state[i] = (uint8_t)(f->state[node->parent] | own);
	}
}

static uint32_t good_prose(const struct finder *f, uint32_t i)
{
	const struct html_block *b = &f->blocks[i];
	uint32_t letters = finder_prose(f, i);
	if (f->state[b->parent] & (HINT_JUNK | HINT_COMMENTS | HINT_CAPTION | HINT_HIDDEN))
		return 0;
	/* a story hardly ever stands before its headline, but the headline may be mistaken */
	if (f->headline_node && b->first < f->headline_node)
		letters /= 3;
	return f->known_covers && f->known_share[i] < 50 ? letters / 4 : letters;
}

/* The child that holds most prose; 0 when none holds any. */
static uint32_t richest_child(const struct finder *f, uint32_t node)
{
	uint32_t best = 0, most = 0, end = finder_node(f, node)->end;
	for (uint32_t i = node + 1; i < end; i = finder_node(f, i)->end)
		if (f->good[i] > most) {
			most = f->good[i];
			best = i;
		}
	return best;
}

/* An article element in `node` with the headline in it: where several stories stand in one page it is the one. */
static uint32_t headed_article(const struct finder *f, uint32_t node)
{
	uint32_t end = finder_node(f, node)->end;
	for (uint32_t i = node + 1; i < end; i = finder_node(f, i)->end)
		if (finder_node(f, i)->tag == TAG_ARTICLE && html_within(f->html, f->headline_node, i) &&
			f->good[i] >= f->good[node] / 5)
			return i;
	return 0;
}

static uint32_t descend(const struct finder *f)
{
	uint32_t at = f->body;
	for (;;) {
		uint32_t next = headed_article(f, at);
		if (!next) {
			next = richest_child(f, at);
			if (!next || (uint64_t)f->good[next] * 10 < (uint64_t)f->good[at] * 6)
				return at;
		}
		if (finder_node(f, next)->tag == TAG_P)
			return at;
		at = next;
	}
}

/* Another child of `up` than `node` that calls itself the story's text and holds some. */
static bool has_other_body(const struct finder *f, uint32_t up, uint32_t node)
{
	for (uint32_t i = up + 1; i < finder_node(f, up)->end; i = finder_node(f, i)->end)
		if (i != node && f->hints[i] & HINT_BODY && f->good[i])
			return true;
	return false;
}

/* The element that calls itself the story's text, when one does and it holds enough; else `root`. */
static uint32_t named_body(const struct finder *f, uint32_t root)
{
	uint32_t best = 0, most = 0, up;
	for (uint32_t i = f->body + 1; i < f->node_count; i++) {
		bool before = i < f->headline_node && !html_within(f->html, f->headline_node, i);
		if (f->hints[i] & HINT_BODY && f->good[i] > most && !before) {
			most = f->good[i];
			best = i;
		}
	}
	if (!best || (uint64_t)most * 3 < f->good[root] || html_within(f->html, root, best))
		return root;
	up = finder_node(f, best)->parent;
	return up && has_other_body(f, up, best) ? up : best;
}

/* The element a block's own element stands in: the container of a p, the list of an li. */
static uint32_t container_of(const struct finder *f, const struct html_block *b)
{
	return finder_node(f, b->parent)->parent;
}

static uint64_t hash_names(const struct finder *f, uint64_t seed, uint32_t node)
{
	const struct html_node *n = finder_node(f, node);
	struct wa_str names = html_attr(f->html, n, "class");
	seed = hash_bytes(seed, &n->tag, 1);
	for (size_t i = 0; i < names.len; i++)
		if (!ascii_is_digit(names.ptr[i])) /* numbered paragraphs are of one make */
			seed = hash_bytes(seed, names.ptr + i, 1);
	return seed;
}

uint32_t finder_make(const struct finder *f, const struct html_block *b)
{
	uint64_t hash = hash_names(f, hash_names(f, HASH_SEED, b->parent), container_of(f, b));
	return (uint32_t)(hash ^ hash >> 32) % FINDER_MAKES;
}

/* The make that holds most of the prose in `root`. */
static uint32_t richest_make(struct finder *f, uint32_t root)
{
	uint32_t best = 0;
	for (uint32_t i = 0; i < f->count; i++)
		if (html_within(f->html, f->blocks[i].first, root)) {
			uint32_t make = finder_make(f, &f->blocks[i]);
			f->makes[make] += good_prose(f, i);
			best = f->makes[make] > f->makes[best] ? make : best;
		}
	memset(f->makes, 0, FINDER_MAKES * sizeof *f->makes);
	return best;
}

/* True when `up` holds a story besides the one at `root`. */
static bool has_other_article(const struct finder *f, uint32_t up, uint32_t root)
{
	for (uint32_t i = up; i < finder_node(f, up)->end; i++)
		if (finder_node(f, i)->tag == TAG_ARTICLE && f->good[i] && !html_within(f->html, root, i) &&
			!html_within(f->html, i, root))
			return true;
	return false;
}

/* A story in several parts, with something else between them: up to the element that holds all paragraphs of the make. */
static uint32_t widen(struct finder *f, uint32_t root)
{
	uint32_t make = richest_make(f, root), up = root, last = root;
	for (uint32_t i = 0; i < f->count; i++)
		if (finder_make(f, &f->blocks[i]) == make && good_prose(f, i) && f->blocks[i].first > root)
			last = f->blocks[i].first;
	while (up && !html_within(f->html, last, up))
		up = finder_node(f, up)->parent;
	return up == root || has_other_article(f, up, root) ? root : up;
}

void finder_find_root(struct finder *f)
{
	for (uint32_t i = 0; i < f->count; i++) {
		f->raw[f->blocks[i].parent] += finder_prose(f, i);
		f->headings[f->blocks[i].parent] += finder_heading(f, &f->blocks[i]) != 0;
	}
	sum_up(f, f->raw);
	sum_up(f, f->headings);
	mark_teasers(f);
	find_states(f);
	for (uint32_t i = 0; i < f->count; i++)
		f->good[f->blocks[i].parent] += good_prose(f, i);
	sum_up(f, f->good);
	f->story->root = widen(f, named_body(f, descend(f)));
	f->story->letters = f->good[f->story->root];
}
