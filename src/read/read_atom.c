/* Atom feeds and entries. Some agencies put the story in elements of their own beside content that is a line of it. */
#include "base/str.h"
#include "read/news.h"
#include "read/reader.h"
#include "read/xml_write.h"

static size_t text_size(const struct xml *xml, uint32_t node)
{
	size_t size = 0;
	for (uint32_t i = node; node && i < xml->nodes.items[node].end; i++)
		if (xml->nodes.items[i].type != XML_ELEMENT)
			size += xml->nodes.items[i].to - xml->nodes.items[i].from;
	return size;
}

static uint32_t story_of(const struct xml *xml, uint32_t entry)
{
	uint32_t content = xml_child(xml, entry, "content"), body = xml_find(xml, entry, 0, "body");
	if (body && !(content && body > content && body < xml->nodes.items[content].end) &&
		text_size(xml, body) > text_size(xml, content))
		return body;
	return xml_has_text(xml, content) ? content : 0;
}

/* What a feed says of all its entries; looked up once, since it may not be there among thousands of them. */
struct feed {
	uint32_t node, title, rights;
};

static struct feed find_feed(const struct xml *xml)
{
	uint32_t feed = xml_find(xml, 0, 0, "feed");
	return feed ? (struct feed){feed, xml_child(xml, feed, "title"), xml_child(xml, feed, "rights")} : (struct feed){0};
}

static void read_metadata(struct news *news, uint32_t entry, const struct feed *feed)
{
	const struct xml *xml = &news->xml;
	struct doc *doc = news->doc;
	news_set_date(news, &doc->published, xml_text(xml, xml_child(xml, entry, "published"), &doc->arena));
	news_set_date(news, &doc->published, xml_text(xml, xml_child(xml, entry, "updated"), &doc->arena));
	news_set_date(news, &doc->modified, xml_text(xml, xml_child(xml, entry, "updated"), &doc->arena));
	news_set_attr(news, &doc->section, xml_child(xml, entry, "category"), "term");
	news_set_text(news, &doc->source, xml_path(xml, entry, "source/title"));
	news_set_text(news, &doc->copyright, xml_child(xml, entry, "rights"));
	news_set_attr(news, &doc->lang, entry, "lang");
	if (feed->node)
		news_set_attr(news, &doc->lang, feed->node, "lang");
	news_set_text(news, &doc->provider, feed->title);
	news_set_text(news, &doc->copyright, feed->rights);
}

static bool read_entry(struct news *news, uint32_t entry, const struct feed *feed)
{
	const struct xml *xml = &news->xml;
	uint32_t story = story_of(xml, entry), summary = xml_child(xml, entry, "summary");
	struct wa_str type = xml_attr_raw(xml, story, "type");
	read_metadata(news, entry, feed);
	news_headline(news, xml_child(xml, entry, "title"));
	if (!story) {
		story = summary;
		type = xml_attr_raw(xml, story, "type");
		summary = 0;
	}
	if (xml_has_text(xml, summary))
		news_line(news, summary, WA_PARA_SUMMARY);
	news_byline(news, xml_path(xml, entry, "author/name"));
	return xml_write_copy(xml, story, news->source, news->doc, str_eq(type, STR("text")));
}

static bool read_atom(struct reading *reading)
{
	struct news news = {.source = reading->source, .doc = reading->doc};
	struct xml *xml = &news.xml;
	bool ok = xml_parse(xml, reading->source->text, reading->source->size);
	struct feed feed = ok ? find_feed(xml) : (struct feed){0};
	for (uint32_t entry = ok ? xml_find(xml, 0, 0, "entry") : 0; ok && entry;
		entry = xml_find(xml, 0, xml->nodes.items[entry].end - 1, "entry")) {
		if (!reading_next(reading, xml_text(xml, xml_child(xml, entry, "id"), &reading->doc->arena)))
			break;
		ok = read_entry(&news, entry, &feed);
	}
	news_close(&news);
	return ok;
}

static unsigned sniff_atom(const struct source *source, struct wa_str uri)
{
	struct wa_str root = news_root(source);
	(void)uri;
	return str_eq(root, STR("feed")) || str_eq(root, STR("entry")) ? 90 : 0;
}

const struct reader reader_atom = {"atom", sniff_atom, read_atom};
