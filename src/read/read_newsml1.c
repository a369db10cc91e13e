/*
 * NewsML 1.2: items of components within components. A story is the innermost component that has a headline line of its own
 * and text somewhere in it; what its parts are (title, lead, body) their roles tell. An item that has its story in several
 * languages is several documents.
 */
#include "base/array.h"
#include "base/str.h"
#include "read/read_nitf.h"
#include "read/reader.h"
#include "read/xml_write.h"

struct story {
	uint32_t item, component;
};

struct package {
	struct news news;
	struct reading *reading;
	VEC(struct story) stories;
};

static bool has_copy(const struct xml *xml, uint32_t node)
{
	for (uint32_t content = xml_find(xml, node, 0, "DataContent"); content;
		content = xml_find(xml, node, content, "DataContent"))
		if (xml_has_text(xml, content))
			return true;
	return false;
}

static bool is_headed(const struct xml *xml, uint32_t component)
{
	return xml_has_text(xml, xml_path(xml, component, "NewsLines/HeadLine"));
}

static void add_story(struct package *package, uint32_t item, uint32_t component)
{
	struct story *story = vec_push(&package->stories);
	if (story)
		*story = (struct story){item, component};
}

/* Goes over the components of an item from the innermost: one that is headed takes what is in it, unless that was taken already. */
static void find_stories(struct package *package, uint32_t item)
{
	const struct xml *xml = &package->news.xml;
	size_t before = package->stories.count;
	uint32_t taken = xml->nodes.items[item].end;
	for (uint32_t i = taken; i-- > item + 1;) {
		if (!xml_is(xml, i, "NewsComponent") || !is_headed(xml, i) || xml->nodes.items[i].end > taken || !has_copy(xml, i))
			continue;
		add_story(package, item, i);
		taken = i;
	}
	if (package->stories.count == before && has_copy(xml, item))
		add_story(package, item, xml_child(xml, item, "NewsComponent"));
	/* found backwards */
	for (size_t a = before, b = package->stories.count; a + 1 < b; a++) {
		struct story story = package->stories.items[a];
		package->stories.items[a] = package->stories.items[--b];
		package->stories.items[b] = story;
	}
}

static void read_parties(struct news *news, uint32_t component)
{
	const struct xml *xml = &news->xml;
	struct doc *doc = news->doc;
	uint32_t admin = xml_child(xml, component, "AdministrativeMetadata");
	if (!admin)
		return;
	news_set_attr(news, &doc->provider, xml_path(xml, admin, "Provider/Party"), "FormalName");
	if (doc->source.len)
		return;
	for (uint32_t source = xml_child(xml, admin, "Source"); source; source = xml_next(xml, source, "Source"))
		news_add(doc, &doc->source, xml_attr(xml, xml_child(xml, source, "Party"), "FormalName", &doc->arena),
			(struct wa_str){0});
}

static void read_lines(struct news *news, uint32_t component)
{
	const struct xml *xml = &news->xml;
	struct doc *doc = news->doc;
	uint32_t lines = xml_child(xml, component, "NewsLines");
	if (!lines)
		return;
	news_set_text(news, &doc->ednote, xml_path(xml, lines, "NewsLine/NewsLineText"));
	news_set_text(news, &doc->copyright, xml_child(xml, lines, "CopyrightLine"));
	news_byline(news, xml_child(xml, lines, "ByLine"));
	news_dateline(news, xml_child(xml, lines, "DateLine"));
	if (!doc->credit.len && xml_has_text(xml, xml_child(xml, lines, "CreditLine"))) {
		news_set_text(news, &doc->credit, xml_child(xml, lines, "CreditLine"));
		news_line(news, xml_child(xml, lines, "CreditLine"), WA_PARA_CREDIT);
	}
}

static void read_management(struct news *news, uint32_t item)
{
	const struct xml *xml = &news->xml;
	struct doc *doc = news->doc;
	uint32_t management = xml_child(xml, item, "NewsManagement"), id = xml_path(xml, item, "Identification/NewsIdentifier");
	if (management) {
		uint32_t first = xml_child(xml, management, "FirstCreated"),
			 last = xml_child(xml, management, "ThisRevisionCreated");
		news_set_attr(news, &doc->status, xml_child(xml, management, "Status"), "FormalName");
		news_set_attr(news, &doc->urgency, xml_child(xml, management, "Urgency"), "FormalName");
		news_set_text(news, &doc->urgency, xml_child(xml, management, "Urgency"));
		news_set_date(news, &doc->published, xml_text(xml, first, &doc->arena));
		news_set_date(news, &doc->modified, xml_text(xml, last, &doc->arena));
		news_set_date(
			news, &doc->embargo, xml_text(xml, xml_path(xml, management, "StatusWillChange/DateAndTime"), &doc->arena));
	}
	if (id) {
		news_set_text(news, &doc->version, xml_child(xml, id, "RevisionId"));
		news_set_text(news, &doc->provider, xml_child(xml, id, "ProviderId"));
	}
}

/* Lines and parties stand at the story or at what it is in; the nearest count. */
static void read_metadata(struct news *news, const struct story *story)
{
	const struct xml *xml = &news->xml;
	struct doc *doc = news->doc;
	for (uint32_t at = story->component; at && at != story->item; at = xml->nodes.items[at].parent) {
		uint32_t lines = xml_child(xml, at, "NewsLines"), descriptive = xml_child(xml, at, "DescriptiveMetadata");
		if (lines) {
			news_headline(news, xml_child(xml, lines, "HeadLine"));
			if (at == story->component)
				news_standfirst(news, xml_child(xml, lines, "SubHeadLine"));
		}
		read_lines(news, at);
		read_parties(news, at);
		if (descriptive)
			news_set_attr(news, &doc->lang, xml_child(xml, descriptive, "Language"), "FormalName");
		news_set_attr(news, &doc->lang, at, "lang");
	}
	news_set_attr(news, &doc->lang, story->item, "lang");
	read_management(news, story->item);
}

enum part { PART_BODY, PART_HEADLINE, PART_SUMMARY, PART_CAPTION, PART_NONE };

static enum part part_of(struct wa_str role)
{
	static const struct {
		const char *role;
		enum part part;
	} parts[] = {
		{"title", PART_HEADLINE},
		{"headline", PART_HEADLINE},
		{"lead", PART_SUMMARY},
		{"abstract", PART_SUMMARY},
		{"summary", PART_SUMMARY},
		{"teaser", PART_SUMMARY},
		{"caption", PART_CAPTION},
		{"stylesheet", PART_NONE},
		{"contact", PART_NONE},
		{"note", PART_NONE},
	};
	for (size_t i = 0; i < ARRAY_COUNT(parts); i++)
		if (str_eq_nocase(role, str_of(parts[i].role)))
			return parts[i].part;
	return PART_BODY;
}

static bool is_plain(const struct xml *xml, uint32_t item)
{
	return str_eq_nocase(xml_attr_raw(xml, xml_child(xml, item, "MimeType"), "FormalName"), STR("text/plain"));
}

/* One of several forms of the same text: the component that offers the choice says so. */
static bool is_choice(const struct xml *xml, uint32_t component)
{
	return xml_child(xml, component, "BasisForChoice") != 0;
}

static bool read_content(struct news *news, uint32_t item, enum part part)
{
	const struct xml *xml = &news->xml;
	uint32_t data = xml_child(xml, item, "DataContent"), nitf;
	if (!xml_has_text(xml, data))
		return true;
	nitf = xml_find(xml, data, 0, "nitf");
	switch (part) {
	case PART_HEADLINE:
		news_headline(news, data);
		return true;
	case PART_SUMMARY:
		news_line(news, data, WA_PARA_SUMMARY);
		return true;
	case PART_CAPTION:
		news_line(news, data, WA_PARA_CAPTION);
		return true;
	case PART_NONE:
		return true;
	case PART_BODY:
		break;
	}
	if (nitf)
		return nitf_read(news, nitf);
	nitf = xml_find(xml, data, 0, "body");
	return xml_write_copy(xml, nitf ? nitf : data, news->source, news->doc, is_plain(xml, item));
}

static bool read_story(struct package *package, const struct story *story)
{
	struct news *news = &package->news;
	const struct xml *xml = &news->xml;
	uint32_t chosen = 0; /* the component whose text was taken in one of its forms */
	bool ok = true;
	read_metadata(news, story);
	for (uint32_t i = xml_find(xml, story->component, 0, "ContentItem"); ok && i;
		i = xml_find(xml, story->component, i, "ContentItem")) {
		uint32_t component = xml->nodes.items[i].parent;
		enum part part = part_of(xml_attr_raw(xml, xml_child(xml, component, "Role"), "FormalName"));
		if (chosen == component)
			continue;
		if (is_choice(xml, component) && xml_has_text(xml, xml_child(xml, i, "DataContent")))
			chosen = component;
		ok = read_content(news, i, part);
	}
	return ok;
}

static bool same_item(const struct package *package, size_t i, size_t k)
{
	return k < package->stories.count && package->stories.items[i].item == package->stories.items[k].item;
}

/* Several stories are told apart by their item's id, and by their language within it. */
static struct wa_str id_of(struct package *package, size_t i)
{
	const struct xml *xml = &package->news.xml;
	const struct story *story = &package->stories.items[i];
	struct arena *arena = &package->reading->doc->arena;
	struct wa_str id = xml_text(xml, xml_path(xml, story->item, "Identification/NewsIdentifier/NewsItemId"), arena);
	struct wa_str lang = xml_attr(xml, story->component, "lang", arena);
	if (!same_item(package, i, i + 1) && !(i && same_item(package, i, i - 1)))
		return id;
	if (!lang.len)
		lang = xml_attr(xml, xml_path(xml, story->component, "DescriptiveMetadata/Language"), "FormalName", arena);
	if (!lang.len)
		return id;
	return str_of(arena_printf(arena, "%.*s-%.*s", (int)id.len, id.len ? id.ptr : "", (int)lang.len, lang.ptr));
}

static bool read_newsml1(struct reading *reading)
{
	struct package package = {.news = {.source = reading->source, .doc = reading->doc}, .reading = reading};
	struct xml *xml = &package.news.xml;
	bool ok = xml_parse(xml, reading->source->text, reading->source->size);
	for (uint32_t item = ok ? xml_find(xml, 0, 0, "NewsItem") : 0; item;
		item = xml_find(xml, 0, xml->nodes.items[item].end - 1, "NewsItem"))
		find_stories(&package, item);
	for (size_t i = 0; ok && i < package.stories.count; i++) {
		if (package.stories.count > 1 && !reading_next(reading, id_of(&package, i)))
			break;
		ok = read_story(&package, &package.stories.items[i]);
	}
	if (ok && !package.stories.count)
		doc_note(reading->doc, "a NewsML package without text");
	ok = ok && !package.stories.failed;
	vec_release(&package.stories);
	news_close(&package.news);
	return ok;
}

static unsigned sniff_newsml1(const struct source *source, struct wa_str uri)
{
	(void)uri;
	return str_eq(news_root(source), STR("NewsML")) ? 100 : 0;
}

const struct reader reader_newsml1 = {"newsml1", sniff_newsml1, read_newsml1};
