/* NITF 3.x: the News Industry Text Format, alone or within NewsML. */
#include "read/read_nitf.h"

#include "base/str.h"
#include "read/reader.h"
#include "read/xml_write.h"

static void read_docdata(struct news *news, uint32_t head)
{
	struct xml *xml = &news->xml;
	struct doc *doc = news->doc;
	uint32_t data = xml_child(xml, head, "docdata"), pubdata = xml_find(xml, head, 0, "pubdata");
	news_set_date(news, &doc->published, xml_attr_raw(xml, xml_find(xml, head, 0, "date.issue"), "norm"));
	news_set_date(news, &doc->published, xml_attr_raw(xml, pubdata, "date.publication"));
	news_set_date(news, &doc->embargo, xml_attr_raw(xml, xml_find(xml, head, 0, "date.release"), "norm"));
	if (str_eq(doc->embargo, doc->published))
		doc->embargo = (struct wa_str){0};
	news_set_date(news, &doc->modified, xml_attr_raw(xml, xml_find(xml, head, 0, "revision-history"), "norm"));
	news_set_attr(news, &doc->urgency, xml_find(xml, head, 0, "urgency"), "ed-urg");
	news_set_attr(news, &doc->copyright, xml_find(xml, head, 0, "doc.copyright"), "holder");
	news_set_attr(news, &doc->ednote, xml_find(xml, head, 0, "ed-msg"), "info");
	news_set_attr(news, &doc->version, xml_find(xml, head, 0, "du-key"), "version");
	news_set_attr(news, &doc->section, xml_find(xml, head, 0, "doc-scope"), "scope");
	news_set_attr(news, &doc->section, xml_find(xml, head, 0, "tobject.subject"), "tobject.subject.type");
	news_set_attr(news, &doc->provider, xml_find(xml, head, 0, "doc-id"), "regsrc");
	news_set_attr(news, &doc->provider, xml_find(xml, head, 0, "doc.rights"), "agent");
	if (data)
		news_set_attr(news, &doc->status, data, "management-status");
}

static void read_body_head(struct news *news, uint32_t nitf, uint32_t head)
{
	struct xml *xml = &news->xml;
	uint32_t line = xml_find(xml, head, 0, "hl1"), abstract = xml_child(xml, head, "abstract");
	news_headline(news, line ? line : xml_find(xml, head, 0, "hedline"));
	news_headline(news, xml_path(xml, nitf, "head/title"));
	if (!head)
		return;
	news_standfirst(news, xml_find(xml, head, 0, "hl2"));
	if (xml_has_text(xml, abstract))
		news_line(news, abstract, WA_PARA_SUMMARY);
	news_byline(news, xml_child(xml, head, "byline"));
	news_dateline(news, xml_path(xml, head, "dateline/location"));
	news_dateline(news, xml_child(xml, head, "dateline"));
	news_set_text(news, &news->doc->provider, xml_child(xml, head, "distributor"));
	news_set_text(news, &news->doc->copyright, xml_path(xml, head, "rights/rights.owner"));
}

bool nitf_read(struct news *news, uint32_t nitf)
{
	struct xml *xml = &news->xml;
	uint32_t head = xml_child(xml, nitf, "head"), body = xml_child(xml, nitf, "body"), content;
	bool ok = true;
	news_set_attr(news, &news->doc->lang, nitf, "baselang");
	news_set_attr(news, &news->doc->lang, nitf, "lang");
	if (head)
		read_docdata(news, head);
	read_body_head(news, nitf, body ? xml_child(xml, body, "body.head") : 0);
	for (content = body ? xml_child(xml, body, "body.content") : 0; ok && content;
		content = xml_next(xml, content, "body.content"))
		ok = xml_write_copy(xml, content, news->source, news->doc, false);
	if (ok && body)
		ok = xml_write_copy(xml, xml_child(xml, body, "body.end"), news->source, news->doc, false);
	return ok;
}

static bool read_nitf(struct reading *reading)
{
	struct news news = {.source = reading->source, .doc = reading->doc};
	bool ok = xml_parse(&news.xml, reading->source->text, reading->source->size) && nitf_read(&news, xml_root(&news.xml));
	news_close(&news);
	return ok;
}

static unsigned sniff_nitf(const struct source *source, struct wa_str uri)
{
	(void)uri;
	return str_eq(news_root(source), STR("nitf")) ? 100 : 0;
}

const struct reader reader_nitf = {"nitf", sniff_nitf, read_nitf};
