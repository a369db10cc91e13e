/* Word files (DOCX): the paragraphs of word/document.xml. What was deleted with changes tracked is left out. */
#include "read/news.h"
#include "read/office_text.h"
#include "read/reader.h"

#include "base/str.h"

static enum wa_para_kind kind_of(const struct xml *xml, uint32_t paragraph)
{
	return office_style(xml_attr_raw(xml, xml_path(xml, paragraph, "pPr/pStyle"), "val"));
}

static bool read_docx(struct reading *reading)
{
	static const char *const paragraphs[] = {"p", NULL};
	static const char *const breaks[] = {"br", "tab", "cr", NULL};
	static const char *const skipped[] = {"del", "moveFrom", "instrText", "delText", "Fallback", "pPr", "rPr", "sectPr", NULL};
	static const struct office_words words = {paragraphs, breaks, skipped, "t", "tbl", kind_of};
	return office_text_read(reading, &words);
}

static unsigned sniff_docx(const struct source *source, struct wa_str uri)
{
	struct wa_str head = {source->text, source->size < 2048 ? source->size : 2048};
	(void)uri;
	return str_eq(news_root(source), STR("document")) && str_find(head, STR("wordprocessingml")) != SIZE_MAX ? 100 : 0;
}

const struct reader reader_docx = {"docx", sniff_docx, read_docx};
