#include "read/html_write.h"

#include "read/html_hints.h"
#include "read/reader.h"
#include "read/shortcode.h"

void html_write_text(struct writer *writer, size_t from, size_t to)
{
	const char *text = writer->source->text;
	while (from < to) {
		const char *ref = memchr(text + from, '&', to - from);
		size_t at = ref ? (size_t)(ref - text) : to, len, utf8_len;
		char utf8[HTML_ENTITY_UTF8];
		writer_text(writer, from, at);
		if (!ref)
			return;
		len = html_entity(ref, text + to, utf8, &utf8_len);
		if (len)
			writer_char(writer, utf8, utf8_len, at, at + len);
		else
			writer_text(writer, at, at + 1);
		from = at + (len ? len : 1);
	}
}

bool html_write_block(struct writer *writer, const struct html *html, const struct html_blocks *blocks,
	const struct html_block *block, enum wa_para_kind kind)
{
	for (uint32_t n = block->first; n < block->last; n++) {
		const struct html_node *node = &html->nodes.items[n];
		if (html_tag_flags(node->tag) & HTML_SKIP || blocks->hints[n] & HINT_HIDDEN)
			n = node->end - 1;
		else if (node->tag == TAG_TEXT)
			html_write_text(writer, node->from, node->to);
		else if (node->tag == TAG_COMMENT)
			(void)reader_directive(writer->source, writer->doc, node->from, node->to);
		else if (node->tag == TAG_BR || blocks->hints[n] & HINT_BREAK)
			writer_space(writer, node->from, node->to);
	}
	return writer_close(writer, kind);
}

/* What an element makes of the text in it; BODY for those that say nothing. */
static enum wa_para_kind kind_of_tag(uint8_t tag)
{
	switch (tag) {
	case TAG_H1:
	case TAG_H2:
	case TAG_H3:
	case TAG_H4:
	case TAG_H5:
	case TAG_H6:
	case TAG_HL1:
	case TAG_HL2:
	case TAG_MELLIS:
	case TAG_RUBRIK:
		return WA_PARA_SUBHEAD;
	case TAG_FIGURE:
	case TAG_FIGCAPTION:
	case TAG_MEDIA:
	case TAG_BILD:
		return WA_PARA_CAPTION;
	case TAG_TABLE:
	case TAG_PRE:
	case TAG_NAV:
		return WA_PARA_LISTING;
	case TAG_BYLINE:
		return WA_PARA_CREDIT;
	case TAG_DAT:
		return WA_PARA_DATELINE;
	case TAG_HEADER:
		return WA_PARA_OTHER;
	}
	return WA_PARA_BODY;
}

static enum wa_para_kind kind_of(const struct html *html, const struct html_block *block)
{
	if (block->link_letters * 10 > block->letters * 8)
		return WA_PARA_LISTING;
	for (uint32_t at = block->parent; at; at = html->nodes.items[at].parent) {
		enum wa_para_kind kind = kind_of_tag(html->nodes.items[at].tag);
		if (kind != WA_PARA_BODY)
			return kind;
	}
	return WA_PARA_BODY;
}

static bool write_fragment(const struct source *source, struct doc *doc, bool xml)
{
	struct writer writer = {.doc = doc, .source = source};
	struct html html;
	struct html_blocks blocks = {0};
	bool ok = html_parse(&html, source->text, source->size, xml) && html_blocks_find(&blocks, &html);
	for (uint32_t i = 0; ok && i < blocks.blocks.count; i++) {
		const struct html_block *block = &blocks.blocks.items[i];
		(void)html_write_block(&writer, &html, &blocks, block, kind_of(&html, block));
	}
	html_blocks_release(&blocks);
	html_release(&html);
	return ok;
}

bool html_write_fragment(const struct source *source, struct doc *doc, bool xml)
{
	struct derivation derivation;
	struct source inner;
	bool ok;
	if (!shortcode_is_in(source))
		return write_fragment(source, doc, xml);
	source_derive(&derivation, &inner, source);
	shortcode_derive(&derivation);
	ok = source_derive_close(&derivation) && write_fragment(&inner, doc, xml);
	source_close(&inner);
	return ok;
}
