/* HTML pages: finds the story in the page and writes it, paragraph by paragraph. */
#include "base/array.h"
#include "base/limits.h"
#include "base/str.h"
#include "read/html_tree.h"
#include "read/reader.h"
#include "read/writer.h"

struct walk {
	struct html html;
	struct writer writer;
	uint32_t root;
	uint32_t ends[LIMIT_HTML_DEPTH + 2]; /* block elements that are open, by the node behind their last */
	unsigned depth;
	enum wa_para_kind kind;
};

static void write_text(struct walk *walk, size_t from, size_t to)
{
	const char *text = walk->html.text;
	while (from < to) {
		const char *ref = memchr(text + from, '&', to - from);
		size_t at = ref ? (size_t)(ref - text) : to, len, utf8_len;
		char utf8[HTML_ENTITY_UTF8];
		writer_text(&walk->writer, from, at);
		if (!ref)
			return;
		len = html_entity(ref, text + to, utf8, &utf8_len);
		if (len)
			writer_char(&walk->writer, utf8, utf8_len, at, at + len);
		else
			writer_text(&walk->writer, at, at + 1);
		from = at + (len ? len : 1);
	}
}

static uint32_t find_tag(const struct html *html, enum html_tag tag, uint32_t from, uint32_t to)
{
	for (uint32_t i = from; i < to; i++)
		if (html->nodes.items[i].tag == tag)
			return i;
	return 0;
}

static size_t text_size(const struct html *html, uint32_t node)
{
	size_t size = 0;
	for (uint32_t i = node; i < html->nodes.items[node].end; i++)
		if (html->nodes.items[i].tag == TAG_TEXT)
			size += html->nodes.items[i].to - html->nodes.items[i].from;
	return size;
}

static uint32_t choose_root(const struct html *html)
{
	uint32_t best = 0;
	size_t most = 0;
	for (uint32_t i = 0; i < html->nodes.count; i++) {
		size_t size;
		if (html->nodes.items[i].tag != TAG_ARTICLE)
			continue;
		size = text_size(html, i);
		if (size > most) {
			most = size;
			best = i;
		}
		i = html->nodes.items[i].end - 1;
	}
	return best ? best : find_tag(html, TAG_BODY, 0, (uint32_t)html->nodes.count);
}

static void close_paragraph(struct walk *walk)
{
	(void)writer_close(&walk->writer, walk->kind);
	walk->kind = WA_PARA_BODY;
}

static void write_nodes(struct walk *walk, uint32_t from, uint32_t to)
{
	for (uint32_t i = from; i < to; i++) {
		const struct html_node *node = &walk->html.nodes.items[i];
		unsigned flags = html_tag_flags(node->tag);
		while (walk->depth && walk->ends[walk->depth - 1] <= i) {
			walk->depth--;
			close_paragraph(walk);
		}
		if (flags & HTML_SKIP) {
			i = node->end - 1;
		} else if (node->tag == TAG_TEXT) {
			write_text(walk, node->from, node->to);
		} else if (node->tag == TAG_COMMENT) {
			(void)reader_directive(walk->writer.source, walk->writer.doc, node->from, node->to);
		} else if (node->tag == TAG_BR) {
			writer_space(&walk->writer, node->from, node->to);
		} else if (flags & HTML_BLOCK) {
			close_paragraph(walk);
			if (walk->depth < LIMIT_HTML_DEPTH)
				walk->ends[walk->depth++] = node->end;
			if (node->tag >= TAG_H2 && node->tag <= TAG_H6)
				walk->kind = WA_PARA_SUBHEAD;
		}
	}
	close_paragraph(walk);
}

static struct wa_str keep_text(struct doc *doc, const struct html *html, uint32_t node)
{
	VEC(char) text = {0};
	struct wa_str kept;
	for (uint32_t i = node; i < html->nodes.items[node].end; i++) {
		const struct html_node *n = &html->nodes.items[i];
		for (size_t at = n->from; n->tag == TAG_TEXT && at < n->to;) {
			char utf8[HTML_ENTITY_UTF8] = {html->text[at]};
			size_t len = 0, utf8_len = 1;
			if (utf8[0] == '&')
				len = html_entity(html->text + at, html->text + n->to, utf8, &utf8_len);
			for (size_t k = 0; k < utf8_len; k++) {
				char *c = vec_push(&text);
				if (c)
					*c = utf8[k];
			}
			at += len ? len : 1;
		}
	}
	kept = arena_str(&doc->arena, str_trim((struct wa_str){text.items ? text.items : "", text.count}));
	vec_release(&text);
	return kept;
}

static void write_headline(struct walk *walk, uint32_t *skip)
{
	struct html *html = &walk->html;
	struct doc *doc = walk->writer.doc;
	uint32_t end = (uint32_t)html->nodes.count, h1 = find_tag(html, TAG_H1, walk->root, html->nodes.items[walk->root].end);
	uint32_t title = find_tag(html, TAG_TITLE, 0, end);
	if (!h1)
		h1 = find_tag(html, TAG_H1, 0, end);
	if (h1)
		write_nodes(walk, h1 + 1, html->nodes.items[h1].end);
	if (!doc->paras.count && title && html->nodes.items[title].end > title + 1 && keep_text(doc, html, title).len > 1) {
		write_text(walk, html->nodes.items[title + 1].from, html->nodes.items[title + 1].to);
		close_paragraph(walk);
	}
	if (doc->paras.count) {
		doc->has_headline = true;
		doc->paras.items[0].kind = WA_PARA_HEADLINE;
		doc->title = arena_str(&doc->arena, doc_para_text(doc, 0));
	}
	*skip = h1;
}

static bool read_html(const struct source *source, struct doc *doc)
{
	struct walk walk = {.writer = {.doc = doc, .source = source}, .kind = WA_PARA_BODY};
	uint32_t h1, html, end;
	bool ok = html_parse(&walk.html, source->text, source->size);
	if (ok) {
		html = find_tag(&walk.html, TAG_HTML, 0, (uint32_t)walk.html.nodes.count);
		if (html)
			doc->lang = arena_str(&doc->arena, html_attr(&walk.html, &walk.html.nodes.items[html], "lang"));
		walk.root = choose_root(&walk.html);
		write_headline(&walk, &h1);
		end = walk.html.nodes.items[walk.root].end;
		if (h1 > walk.root && h1 < end) {
			write_nodes(&walk, walk.root + 1, h1);
			write_nodes(&walk, walk.html.nodes.items[h1].end, end);
		} else {
			write_nodes(&walk, walk.root + 1, end);
		}
		if (walk.html.truncated)
			doc_note(doc, "the page is cut off in the middle of its markup");
	}
	html_release(&walk.html);
	return ok;
}

static unsigned sniff_html(const struct source *source, struct wa_str uri)
{
	static const char *const marks[] = {"<!doctype html", "<html", "<head", "<body", "<article", "<div", "<p>", "<meta"};
	struct wa_str head = {source->text, source->size < 4096 ? source->size : 4096};
	head = str_trim(head);
	if (!head.len || head.ptr[0] != '<')
		return str_ends(uri, STR(".html")) || str_ends(uri, STR(".htm")) ? 70 : 0;
	for (size_t i = 0; i + 1 < head.len; i++)
		for (size_t k = 0; head.ptr[i] == '<' && k < ARRAY_COUNT(marks); k++)
			if (str_starts_nocase(str_cut(head, i, head.len), str_of(marks[k])))
				return 90;
	return str_ends(uri, STR(".html")) || str_ends(uri, STR(".htm")) ? 70 : 0;
}

const struct reader reader_html = {"html", sniff_html, read_html};
