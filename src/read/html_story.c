#include "read/html_story.h"

#include "base/str.h"
#include "read/html_finder.h"

/* So much of a heading and of a title is compared. */
#define TITLE_BYTES 400u
/* A story's own copy is believed when so many hundredths of its words are found in the page. */
#define COVERED 70u
#define KNOWN 80u
/* A standfirst is what so many hundredths of its words say again in the page's description. */
#define DESCRIBED 85u
/* An h1 with half of the title's words is scored so; an h2 with this many letters of prose between it and that h1 is of the story.
 */
#define HEADED 160u
#define BELOW_HEADLINE 300u

uint32_t finder_heading(const struct finder *f, const struct html_block *b)
{
	uint32_t at = b->parent;
	for (unsigned n = 0; n < 4 && at; n++, at = finder_node(f, at)->parent)
		if (finder_is_heading(finder_node(f, at)->tag))
			return at;
	return 0;
}

/* Hundredths of the words of `s` that occur in `in`. */
static unsigned overlap(struct wa_str s, struct wa_str in)
{
	unsigned words = 0, found = 0;
	for (size_t i = 0; i < s.len;) {
		size_t start = i;
		while (i < s.len && !ascii_is_space(s.ptr[i]))
			i++;
		if (i > start) {
			words++;
			found += str_find(in, str_cut(s, start, i)) != SIZE_MAX;
		}
		i++;
	}
	return words ? found * 100 / words : 0;
}

static struct wa_str cut_short(struct wa_str s)
{
	return str_cut(s, 0, s.len < TITLE_BYTES ? s.len : TITLE_BYTES);
}

static struct wa_str first_text(const struct finder *f, const struct html_block *b)
{
	const struct html_node *text = finder_node(f, b->first);
	return cut_short((struct wa_str){f->html->text + text->from, text->to - text->from});
}

bool finder_is_described(const struct finder *f, const struct html_block *b)
{
	struct wa_str text = first_text(f, b);
	return b->words >= 4 && text.len * 2 >= f->description.len && overlap(text, f->description) >= DESCRIBED;
}

/* The h1, or h2 of pages without, that says most of what the title says. An h2 within the story is no headline where an h1 is. */
static void find_headline(struct finder *f, struct wa_str title)
{
	unsigned best = 0;
	uint32_t prose = 0; /* letters below the h1 found */
	f->story->headline = WA_NONE;
	for (uint32_t i = 0; i < f->count; i++) {
		const struct html_block *b = &f->blocks[i];
		uint32_t heading = finder_heading(f, b);
		uint8_t tag = finder_node(f, heading)->tag;
		unsigned score;
		prose += best >= HEADED ? finder_prose(f, i) : 0;
		if (!heading || tag > TAG_H2 || (tag == TAG_H2 && prose >= BELOW_HEADLINE))
			continue;
		score = overlap(first_text(f, b), title);
		score = score * (b->words >= 3 ? 2 : 1) + (tag == TAG_H1 ? 60 : 0);
		if (score > best) {
			best = score;
			f->story->headline = i;
			f->headline_node = b->first;
		}
	}
}

static void read_block(const struct finder *f, const struct html_block *b, struct word_reader *reader)
{
	for (uint32_t n = b->first; n < b->last; n++) {
		const struct html_node *node = finder_node(f, n);
		const char *at = f->html->text + node->from, *end = f->html->text + node->to;
		if (html_tag_flags(node->tag) & HTML_SKIP)
			n = node->end - 1;
		while (node->tag == TAG_TEXT && at < end) {
			uint32_t point;
			at += html_next_char(at, end, &point);
			word_reader_put(reader, point);
		}
	}
}

/* Looks each block up in the story's own copy. */
static void find_known(struct finder *f)
{
	uint32_t words = 0;
	for (uint32_t i = 0; f->known && i < f->count; i++) {
		struct word_reader reader;
		word_reader_start(&reader, f->known, false);
		read_block(f, &f->blocks[i], &reader);
		f->known_share[i] = (uint8_t)word_reader_finish(&reader);
		words += f->known_share[i] >= KNOWN ? reader.words : 0;
	}
	f->known_covers = f->known && f->known->words && (uint64_t)words * 100 >= (uint64_t)f->known->words * COVERED;
}

static uint32_t find_body(const struct html *html)
{
	for (uint32_t i = 0; i < html->nodes.count; i++)
		if (html->nodes.items[i].tag == TAG_BODY)
			return i;
	return 0;
}

static bool finder_init(struct finder *f)
{
	uint32_t nodes = f->node_count + 1;
	f->story->kinds = calloc(f->count + 1, 1);
	f->known_share = calloc(f->count + 1, 1);
	f->raw = calloc(nodes, sizeof *f->raw);
	f->good = calloc(nodes, sizeof *f->good);
	f->headings = calloc(nodes, sizeof *f->headings);
	f->state = calloc(nodes, 1);
	f->teaser = calloc(nodes, sizeof *f->teaser);
	f->home = calloc(nodes, sizeof *f->home);
	f->makes = calloc(FINDER_MAKES, sizeof *f->makes);
	return f->story->kinds && f->known_share && f->raw && f->good && f->headings && f->state && f->teaser && f->home &&
	       f->makes;
}

static void finder_release(struct finder *f)
{
	free(f->known_share);
	free(f->raw);
	free(f->good);
	free(f->headings);
	free(f->state);
	free(f->teaser);
	free(f->home);
	free(f->makes);
}

bool html_story_find(struct html_story *story, const struct html *html, const struct html_blocks *blocks, struct wa_str title,
	struct wa_str description, struct word_set *known)
{
	struct finder f = {.html = html,
		.blocks = blocks->blocks.items,
		.count = (uint32_t)blocks->blocks.count,
		.node_count = (uint32_t)html->nodes.count,
		.hints = blocks->hints,
		.body = find_body(html),
		.known = known,
		.description = cut_short(description),
		.story = story};
	bool ok;
	*story = (struct html_story){.headline = WA_NONE};
	ok = finder_init(&f);
	if (ok) {
		find_headline(&f, cut_short(title));
		find_known(&f);
		finder_find_root(&f);
		finder_find_kinds(&f);
	}
	finder_release(&f);
	return ok;
}

void html_story_release(struct html_story *story)
{
	free(story->kinds);
	story->kinds = NULL;
}
