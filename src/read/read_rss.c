/* RSS 2.0 and 1.0, and WordPress's export, which is RSS with more in it. */
#include "base/array.h"
#include "base/str.h"
#include "read/news.h"
#include "read/reader.h"
#include "read/xml_write.h"

/* The child of that name and prefix, "" for none. */
static uint32_t child(const struct xml *xml, uint32_t item, const char *prefix, const char *name)
{
	uint32_t at = xml_child(xml, item, name);
	while (at && !(prefix[0] ? xml_has_prefix(xml, at, prefix) : xml->nodes.items[at].name == xml->nodes.items[at].from + 1))
		at = xml_next(xml, at, name);
	return at;
}

/* Posts of WordPress that are no story: pictures, menus, and what was thrown away. */
static bool is_story(struct news *news, uint32_t item)
{
	static const char *const types[] = {"attachment", "nav_menu_item", "revision", "custom_css", "wp_template"};
	const struct xml *xml = &news->xml;
	struct arena *arena = &news->doc->arena;
	struct wa_str type = xml_text(xml, child(xml, item, "wp", "post_type"), arena);
	struct wa_str status = xml_text(xml, child(xml, item, "wp", "status"), arena);
	for (size_t i = 0; i < ARRAY_COUNT(types); i++)
		if (str_eq(type, str_of(types[i])))
			return false;
	return !str_eq(status, STR("inherit")) && !str_eq(status, STR("trash"));
}

/* What a channel says of all its items; looked up once, since it may stand behind thousands of them or not be there. */
struct channel {
	uint32_t title, language, copyright;
};

static struct channel find_channel(const struct xml *xml)
{
	uint32_t channel = xml_find(xml, 0, 0, "channel");
	if (!channel)
		return (struct channel){0};
	return (struct channel){
		child(xml, channel, "", "title"), xml_child(xml, channel, "language"), child(xml, channel, "", "copyright")};
}

static void read_metadata(struct news *news, uint32_t item, const struct channel *channel)
{
	const struct xml *xml = &news->xml;
	struct doc *doc = news->doc;
	uint32_t category = xml_child(xml, item, "category");
	news_set_date(news, &doc->published, xml_text(xml, xml_child(xml, item, "pubDate"), &doc->arena));
	news_set_date(news, &doc->published, xml_text(xml, child(xml, item, "dc", "date"), &doc->arena));
	news_set_date(news, &doc->published, xml_text(xml, child(xml, item, "wp", "post_date"), &doc->arena));
	news_set_text(news, &doc->status, child(xml, item, "wp", "status"));
	news_set_text(news, &doc->section, category);
	news_set_text(news, &doc->source, child(xml, item, "", "source"));
	news_set_text(news, &doc->credit, child(xml, item, "media", "credit"));
	news_set_text(news, &doc->provider, channel->title);
	news_set_text(news, &doc->lang, channel->language);
	news_set_text(news, &doc->copyright, channel->copyright);
}

static bool read_item(struct news *news, uint32_t item, const struct channel *channel)
{
	const struct xml *xml = &news->xml;
	uint32_t content = child(xml, item, "content", "encoded"), description = child(xml, item, "", "description");
	uint32_t creator = child(xml, item, "dc", "creator");
	read_metadata(news, item, channel);
	news_headline(news, child(xml, item, "", "title"));
	if (!xml_has_text(xml, content)) {
		content = description;
		description = 0;
	}
	if (xml_has_text(xml, description))
		news_line(news, description, WA_PARA_SUMMARY);
	news_byline(news, creator ? creator : child(xml, item, "", "author"));
	return xml_write_copy(xml, content, news->source, news->doc, false);
}

static struct wa_str id_of(struct news *news, uint32_t item)
{
	const struct xml *xml = &news->xml;
	struct wa_str id = xml_text(xml, xml_child(xml, item, "guid"), &news->doc->arena);
	return id.len ? id : xml_text(xml, child(xml, item, "", "link"), &news->doc->arena);
}

static bool read_rss(struct reading *reading)
{
	struct news news = {.source = reading->source, .doc = reading->doc};
	struct xml *xml = &news.xml;
	bool ok = xml_parse(xml, reading->source->text, reading->source->size);
	struct channel channel = ok ? find_channel(xml) : (struct channel){0};
	uint32_t passed = 0;
	for (uint32_t item = ok ? xml_find(xml, 0, 0, "item") : 0; ok && item;
		item = xml_find(xml, 0, xml->nodes.items[item].end - 1, "item")) {
		if (!is_story(&news, item)) {
			passed++;
			continue;
		}
		if (!reading_next(reading, id_of(&news, item)))
			break;
		ok = read_item(&news, item, &channel);
	}
	if (passed)
		doc_note(reading->doc, "%u post%s without a story passed over", passed, passed == 1 ? "" : "s");
	news_close(&news);
	return ok;
}

static unsigned sniff_rss(const struct source *source, struct wa_str uri)
{
	struct wa_str root = news_root(source);
	(void)uri;
	return str_eq(root, STR("rss")) || str_eq(root, STR("RDF")) ? 100 : 0;
}

const struct reader reader_rss = {"rss", sniff_rss, read_rss};
