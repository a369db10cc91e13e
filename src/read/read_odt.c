/* OpenDocument texts (ODT): the paragraphs and headings of content.xml. */
#include "base/str.h"
#include "read/news.h"
#include "read/office_text.h"
#include "read/reader.h"

static enum wa_para_kind kind_of(const struct xml *xml, uint32_t paragraph)
{
	enum wa_para_kind kind = office_style(xml_attr_raw(xml, paragraph, "style-name"));
	return kind == WA_PARA_BODY && xml_is(xml, paragraph, "h") ? WA_PARA_SUBHEAD : kind;
}

static bool read_odt(struct reading *reading)
{
	static const char *const paragraphs[] = {"p", "h", NULL};
	static const char *const breaks[] = {"s", "tab", "line-break", NULL};
	static const char *const skipped[] = {
		"tracked-changes", "note", "annotation", "automatic-styles", "scripts", "font-face-decls", "sequence-decls", NULL};
	static const struct office_words words = {paragraphs, breaks, skipped, NULL, "table", kind_of};
	return office_text_read(reading, &words);
}

static unsigned sniff_odt(const struct source *source, struct wa_str uri)
{
	struct wa_str root = news_root(source);
	(void)uri;
	return str_eq(root, STR("document-content")) ? 100 : 0;
}

const struct reader reader_odt = {"odt", sniff_odt, read_odt};
