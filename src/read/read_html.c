/* HTML pages: finds the story in the page and writes it, paragraph by paragraph. */
#include "base/array.h"
#include "base/str.h"
#include "read/copy.h"
#include "read/html_hints.h"
#include "read/html_meta.h"
#include "read/html_story.h"
#include "read/html_write.h"
#include "read/news.h"
#include "read/reader.h"
#include "read/writer.h"

/* A shorter text in JSON-LD is a teaser. */
#define LEAST_KNOWN 200u
#define SNIFF_BYTES 4096u
/* So many blocks below a headline are looked at for the byline, which has few words. */
#define ABOVE_BLOCKS 24u
#define BYLINE_WORDS 12u

/* The story's text as the page's JSON-LD has it, and its words. */
struct known {
	struct source source;
	struct word_set words;
};

struct page {
	struct html html;
	struct html_blocks blocks;
	struct html_story story;
	struct html_meta meta;
	struct writer writer;
};

/* The title element, for pages whose body has no headline; the whole of it is written, the site's name as well. */
static bool write_title(struct page *page)
{
	for (uint32_t i = 0; i + 1 < page->html.nodes.count; i++) {
		const struct html_node *text = &page->html.nodes.items[i + 1];
		if (page->html.nodes.items[i].tag == TAG_TITLE && text->tag == TAG_TEXT) {
			html_write_text(&page->writer, text->from, text->to);
			return writer_close(&page->writer, WA_PARA_HEADLINE);
		}
	}
	return false;
}

static void write_block(struct page *page, uint32_t i)
{
	const struct html_block *block = &page->blocks.blocks.items[i];
	(void)html_write_block(&page->writer, &page->html, &page->blocks, block, (enum wa_para_kind)page->story.kinds[i]);
}

static void write_headline(struct page *page)
{
	if (page->story.headline != WA_NONE)
		write_block(page, page->story.headline);
	page->writer.doc->has_headline = page->writer.doc->paras.count > 0 || write_title(page);
}

static void write_blocks(struct page *page)
{
	for (uint32_t i = 0; i < page->blocks.blocks.count; i++)
		if (i != page->story.headline && page->story.kinds[i] != STORY_LEFT_OUT)
			write_block(page, i);
}

/* JSON-LD has the text with tags, or plain with line breaks between its paragraphs. */
static bool write_known(const struct known *known, struct doc *doc)
{
	struct writer writer = {.doc = doc, .source = &known->source};
	const char *text = known->source.text, *end = text + known->source.size, *line = text;
	doc_note(doc, "the text is in the page's JSON-LD only");
	if (memmem(text, known->source.size, "</p>", 4) || memmem(text, known->source.size, "<br", 3))
		return html_write_fragment(&known->source, doc, false);
	while (line < end) {
		const char *stop = memchr(line, '\n', (size_t)(end - line));
		stop = stop ? stop : end;
		html_write_text(&writer, (size_t)(line - text), (size_t)(stop - text));
		(void)writer_close(&writer, WA_PARA_BODY);
		line = stop + 1;
	}
	return true;
}

/* The first block with words of the story, behind its headline. */
static uint32_t find_start(const struct page *page)
{
	for (uint32_t i = page->story.headline + 1; i < page->blocks.blocks.count; i++)
		if (page->story.kinds[i] == WA_PARA_BODY)
			return i;
	return page->story.headline;
}

/* "Jan Koval — November 18, 2019", "Jan Koval 0 Comments": the name ends before the first figure, or what parts it from a date. */
static struct wa_str name_only(struct wa_str byline)
{
	static const struct wa_str parts[] = {{"\xE2\x80\x94", 3}, {"\xE2\x80\x93", 3}, {"\xE2\x80\xA2", 3}, {"|", 1}, {" - ", 3}};
	size_t len = 0;
	while (len < byline.len && !ascii_is_digit(byline.ptr[len]))
		len++;
	byline.len = len;
	for (size_t i = 0; i < ARRAY_COUNT(parts); i++) {
		const char *at = memmem(byline.ptr, byline.len, parts[i].ptr, parts[i].len);
		byline.len = at ? (size_t)(at - byline.ptr) : byline.len;
	}
	return str_trim(byline);
}

/* The name in a block that is a byline and nothing else. */
static struct wa_str byline_of(const struct page *page, const struct html_block *block, struct arena *arena)
{
	const struct packs *packs = page->writer.source->packs;
	struct wa_str name = {0};
	struct doc doc;
	struct writer writer = {.doc = &doc, .source = page->writer.source};
	doc_init(&doc);
	if (html_write_block(&writer, &page->html, &page->blocks, block, WA_PARA_CREDIT) && !doc_failed(&doc) &&
		copy_line(packs, doc_para_text(&doc, 0)) == COPY_BYLINE)
		name = arena_str(arena, name_only(copy_byline(doc_para_text(&doc, 0))));
	doc_release(&doc);
	return name;
}

/* What stands between the headline and the story, for pages whose head does not say who wrote it and when. */
static void look_above_story(struct page *page, struct arena *arena)
{
	struct html_meta *meta = &page->meta;
	const struct html_block *blocks = page->blocks.blocks.items;
	uint32_t first = page->story.headline, start;
	if (first == WA_NONE || !page->writer.source->packs)
		return;
	start = find_start(page);
	for (uint32_t i = first + 1; i < start && i <= first + ABOVE_BLOCKS && !meta->fields[META_BYLINE].len; i++)
		if (blocks[i].words <= BYLINE_WORDS)
			meta->fields[META_BYLINE] = byline_of(page, &blocks[i], arena);
	for (uint32_t n = blocks[first].first; n < blocks[start].first && !meta->fields[META_PUBLISHED].len; n++)
		if (page->html.nodes.items[n].tag == TAG_TIME)
			html_meta_set(
				meta, META_PUBLISHED, 1, html_attr(&page->html, &page->html.nodes.items[n], "datetime"), arena);
}

static void describe(struct doc *doc, const struct html_meta *meta)
{
	doc->title = doc->has_headline ? arena_str(&doc->arena, doc_para_text(doc, 0)) : meta->fields[META_TITLE];
	doc->byline = meta->fields[META_BYLINE];
	doc->dateline = meta->fields[META_DATELINE];
	doc->provider = meta->fields[META_PROVIDER];
	doc->section = meta->fields[META_SECTION];
	doc->published = meta->fields[META_PUBLISHED];
	doc->modified = meta->fields[META_MODIFIED];
	doc->lang = meta->fields[META_LANG];
}

/* Decodes the story's text in JSON-LD and takes stock of its words. */
static bool open_known(struct known *known, const struct page *page, const struct source *outer)
{
	struct derivation derivation;
	struct word_reader reader;
	const char *at, *end;
	source_derive(&derivation, &known->source, outer);
	json_derive(&derivation, page->meta.body_from, page->meta.body_to);
	if (!source_derive_close(&derivation) || !word_set_init(&known->words, known->source.size))
		return false;
	word_reader_start(&reader, &known->words, true);
	for (at = known->source.text, end = at + known->source.size; at < end;) {
		uint32_t point;
		at += html_next_char(at, end, &point);
		word_reader_put(&reader, point);
	}
	(void)word_reader_finish(&reader);
	return true;
}

static bool write_page(struct page *page, const struct source *source)
{
	struct known known = {0};
	bool has_known = page->meta.body_to - page->meta.body_from >= LEAST_KNOWN;
	bool ok = !has_known || open_known(&known, page, source);
	ok = ok && html_story_find(&page->story, &page->html, &page->blocks, page->meta.fields[META_TITLE],
			   page->meta.fields[META_DESCRIPTION], has_known ? &known.words : NULL);
	if (ok) {
		write_headline(page);
		if (has_known && page->story.letters < known.source.size / 4)
			ok = write_known(&known, page->writer.doc);
		else
			write_blocks(page);
	}
	if (has_known)
		source_close(&known.source);
	word_set_release(&known.words);
	return ok;
}

static bool read_html(struct reading *reading)
{
	const struct source *source = reading->source;
	struct doc *doc = reading->doc;
	struct page page = {.writer = {.doc = doc, .source = source}};
	bool ok = html_parse(&page.html, source->text, source->size, false) && html_blocks_find(&page.blocks, &page.html) &&
		  html_meta_read(&page.meta, &page.html, &doc->arena) && write_page(&page, source);
	if (ok) {
		look_above_story(&page, &doc->arena);
		describe(doc, &page.meta);
	}
	if (ok && page.html.truncated) {
		doc_note(doc, "the page is cut off in the middle of its markup");
		doc->damaged = true;
	}
	html_story_release(&page.story);
	html_blocks_release(&page.blocks);
	html_release(&page.html);
	return ok;
}

/* True when `mark`, a start tag without its end, begins `text`. */
static bool is_tag(struct wa_str text, const char *mark)
{
	size_t len = strlen(mark);
	return str_starts_nocase(text, str_of(mark)) && (text.len == len || !markup_is_name(text.ptr[len]));
}

static unsigned sniff_html(const struct source *source, struct wa_str uri)
{
	static const char *const marks[] = {
		"<!doctype", "<html", "<head", "<body", "<article", "<div", "<p", "<meta", "<main", "<section"};
	struct wa_str head = {source->text, source->size < SNIFF_BYTES ? source->size : SNIFF_BYTES};
	unsigned named = str_ends(uri, STR(".html")) || str_ends(uri, STR(".htm")) ? 70 : 0;
	head = str_trim(head);
	if (!head.len || head.ptr[0] != '<')
		return named;
	if (str_starts(head, STR("<?xml")) && !str_eq_nocase(news_root(source), STR("html")))
		return 0;
	for (size_t i = 0; i + 1 < head.len; i++)
		for (size_t k = 0; head.ptr[i] == '<' && k < ARRAY_COUNT(marks); k++)
			if (is_tag(str_cut(head, i, head.len), marks[k]))
				return 90;
	return named;
}

const struct reader reader_html = {"html", sniff_html, read_html};
