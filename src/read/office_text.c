#include "read/office_text.h"

#include "base/array.h"
#include "base/str.h"
#include "read/html_write.h"
#include "read/text_layout.h"

struct walk {
	struct reading *reading;
	const struct office_words *words;
	struct xml xml;
	struct writer writer;
};

static bool is_any(const struct xml *xml, uint32_t node, const char *const *names)
{
	for (; *names; names++)
		if (xml_is(xml, node, *names))
			return true;
	return false;
}

enum wa_para_kind office_style(struct wa_str name)
{
	static const struct {
		const char *style;
		enum wa_para_kind kind;
	} styles[] = {
		{"title", WA_PARA_HEADLINE},
		{"headline", WA_PARA_HEADLINE},
		{"subtitle", WA_PARA_SUMMARY},
		{"standfirst", WA_PARA_SUMMARY},
		{"heading", WA_PARA_SUBHEAD},
		{"caption", WA_PARA_CAPTION},
		{"illustration", WA_PARA_CAPTION},
		{"figure", WA_PARA_CAPTION},
		{"toc", WA_PARA_LISTING},
		{"byline", WA_PARA_CREDIT},
		{"header", WA_PARA_OTHER},
		{"footer", WA_PARA_OTHER},
	};
	for (size_t i = 0; i < ARRAY_COUNT(styles); i++)
		if (str_starts_nocase(name, str_of(styles[i].style)))
			return styles[i].kind;
	return WA_PARA_BODY;
}

static bool in_table(const struct walk *walk, uint32_t node)
{
	for (uint32_t at = walk->xml.nodes.items[node].parent; at; at = walk->xml.nodes.items[at].parent)
		if (xml_is(&walk->xml, at, walk->words->table))
			return true;
	return false;
}

static enum wa_para_kind kind_of(const struct walk *walk, uint32_t paragraph)
{
	const struct doc *doc = walk->reading->doc;
	enum wa_para_kind kind = walk->words->kind(&walk->xml, paragraph);
	if (in_table(walk, paragraph))
		return WA_PARA_LISTING;
	if (kind == WA_PARA_HEADLINE && doc->paras.count)
		return WA_PARA_SUBHEAD;
	return kind;
}

/* A heading that opens the document is its headline. */
static void close_paragraph(struct walk *walk, enum wa_para_kind kind)
{
	struct doc *doc = walk->reading->doc;
	bool first = doc->paras.count == 0;
	if (first && kind == WA_PARA_SUBHEAD)
		kind = WA_PARA_HEADLINE;
	if (!writer_close(&walk->writer, kind) || kind != WA_PARA_HEADLINE)
		return;
	doc->has_headline = true;
	doc->title = arena_str(&doc->arena, doc_para_text(doc, 0));
}

static void write_paragraph(struct walk *walk, uint32_t paragraph)
{
	const struct xml *xml = &walk->xml;
	const struct office_words *words = walk->words;
	for (uint32_t i = paragraph + 1; i < xml->nodes.items[paragraph].end; i++) {
		const struct xml_node *node = &xml->nodes.items[i];
		if (node->type == XML_TEXT) {
			if (!words->text || xml_is(xml, node->parent, words->text))
				html_write_text(&walk->writer, node->from, node->to);
		} else if (node->type == XML_CDATA) {
			writer_text(&walk->writer, node->from, node->to);
		} else if (is_any(xml, i, words->breaks)) {
			writer_space(&walk->writer, node->from, node->to);
		} else if (is_any(xml, i, words->skipped) || is_any(xml, i, words->paragraphs)) {
			i = node->end - 1; /* a text box in it is read on its own */
		}
	}
	close_paragraph(walk, kind_of(walk, paragraph));
}

bool office_text_read(struct reading *reading, const struct office_words *words)
{
	struct walk walk = {.reading = reading, .words = words, .writer = {.doc = reading->doc, .source = reading->source}};
	bool ok = xml_parse(&walk.xml, reading->source->text, reading->source->size);
	for (uint32_t i = 1; ok && i < walk.xml.nodes.count; i++) {
		if (is_any(&walk.xml, i, words->skipped))
			i = walk.xml.nodes.items[i].end - 1;
		else if (is_any(&walk.xml, i, words->paragraphs))
			write_paragraph(&walk, i);
	}
	if (ok && !reading->doc->has_headline)
		text_find_headings(reading->doc);
	xml_release(&walk.xml);
	return ok;
}
