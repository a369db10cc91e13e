/*
 * NewsML-G2: news items alone, in a news message or in a package. Items with no text (pictures, films), packages of
 * references, and knowledge, concept and planning items hold no copy; what was passed over is noted.
 */
#include "base/array.h"
#include "base/str.h"
#include "read/read_nitf.h"
#include "read/reader.h"
#include "read/xml_write.h"

/* A name as G2 has it: a child name, a literal, or the code behind the scheme of a qcode. */
static struct wa_str name_of(struct news *news, uint32_t node)
{
	const struct xml *xml = &news->xml;
	struct arena *arena = &news->doc->arena;
	struct wa_str name = {0};
	size_t colon;
	if (!node)
		return name;
	name = xml_text(xml, xml_child(xml, node, "name"), arena);
	if (!name.len)
		name = xml_attr(xml, node, "literal", arena);
	if (!name.len)
		name = xml_attr(xml, node, "uri", arena);
	if (!name.len) {
		name = xml_attr(xml, node, "qcode", arena);
		colon = str_find(name, STR(":"));
		name = colon == SIZE_MAX ? name : str_cut(name, colon + 1, name.len);
	}
	return name;
}

/* The code of a qcode, without its scheme. */
static struct wa_str code_of(struct news *news, uint32_t node, const char *attr)
{
	struct wa_str code = xml_attr(&news->xml, node, attr, &news->doc->arena);
	size_t colon = str_find(code, STR(":"));
	return colon == SIZE_MAX ? code : str_cut(code, colon + 1, code.len);
}

static void read_rights(struct news *news, uint32_t item)
{
	const struct xml *xml = &news->xml;
	uint32_t rights = xml_child(xml, item, "rightsInfo");
	if (!rights)
		return;
	news_set(&news->doc->copyright, name_of(news, xml_child(xml, rights, "copyrightHolder")));
	news_set_text(news, &news->doc->copyright, xml_child(xml, rights, "copyrightNotice"));
}

/* Notes to editors that are for all of them; contacts and the like are marked as not public. */
static void read_notes(struct news *news, uint32_t meta)
{
	const struct xml *xml = &news->xml;
	for (uint32_t note = xml_child(xml, meta, "edNote"); note; note = xml_next(xml, note, "edNote"))
		if (!xml_attr_raw(xml, note, "pubconstraint").len && !xml_child(xml, note, NULL))
			news_add(news->doc, &news->doc->ednote, xml_text(xml, note, &news->doc->arena), (struct wa_str){0});
}

static void read_item_meta(struct news *news, uint32_t item)
{
	const struct xml *xml = &news->xml;
	struct doc *doc = news->doc;
	uint32_t meta = xml_child(xml, item, "itemMeta");
	news_set_attr(news, &doc->version, item, "version");
	news_set_attr(news, &doc->lang, item, "lang");
	if (!meta)
		return;
	news_set(&doc->provider, name_of(news, xml_child(xml, meta, "provider")));
	news_set(&doc->status, code_of(news, xml_child(xml, meta, "pubStatus"), "qcode"));
	news_set_date(news, &doc->embargo, xml_text(xml, xml_child(xml, meta, "embargoed"), &doc->arena));
	news_set_date(news, &doc->published, xml_text(xml, xml_child(xml, meta, "firstCreated"), &doc->arena));
	news_set_date(news, &doc->modified, xml_text(xml, xml_child(xml, meta, "versionCreated"), &doc->arena));
	read_notes(news, meta);
}

static void read_sources(struct news *news, uint32_t meta)
{
	const struct xml *xml = &news->xml;
	for (uint32_t source = xml_child(xml, meta, "infoSource"); source; source = xml_next(xml, source, "infoSource"))
		news_add(news->doc, &news->doc->source, name_of(news, source), code_of(news, source, "role"));
}

static bool is_main_headline(const struct xml *xml, uint32_t headline)
{
	struct wa_str role = xml_attr_raw(xml, headline, "role");
	return !role.len || str_ends(role, STR(":main")) || str_ends(role, STR(":headline"));
}

static void read_headlines(struct news *news, uint32_t meta)
{
	const struct xml *xml = &news->xml;
	uint32_t first = xml_child(xml, meta, "headline");
	for (uint32_t h = first; h; h = xml_next(xml, h, "headline"))
		if (is_main_headline(xml, h))
			news_headline(news, h);
	news_headline(news, first);
	for (uint32_t h = first; h; h = xml_next(xml, h, "headline"))
		if (str_find(xml_attr_raw(xml, h, "role"), STR("sub")) != SIZE_MAX)
			news_standfirst(news, h);
}

static void read_summary(struct news *news, uint32_t meta)
{
	const struct xml *xml = &news->xml;
	for (uint32_t d = xml_child(xml, meta, "description"); d; d = xml_next(xml, d, "description")) {
		struct wa_str role = xml_attr_raw(xml, d, "role");
		if (str_ends(role, STR(":summary")) || str_ends(role, STR(":intro")) || str_ends(role, STR(":lead")))
			news_standfirst(news, d);
	}
}

static void read_content_meta(struct news *news, uint32_t item)
{
	const struct xml *xml = &news->xml;
	struct doc *doc = news->doc;
	uint32_t meta = xml_child(xml, item, "contentMeta");
	if (!meta)
		return;
	news_set_attr(news, &doc->lang, xml_child(xml, meta, "language"), "tag");
	news_set_text(news, &doc->urgency, xml_child(xml, meta, "urgency"));
	news_set_date(news, &doc->published, xml_text(xml, xml_child(xml, meta, "contentCreated"), &doc->arena));
	news_set_text(news, &doc->section, xml_path(xml, meta, "subject/name"));
	read_sources(news, meta);
	read_headlines(news, meta);
	read_summary(news, meta);
	news_byline(news, xml_child(xml, meta, "by"));
	news_set(&doc->byline, name_of(news, xml_child(xml, meta, "creator")));
	news_dateline(news, xml_child(xml, meta, "dateline"));
	if (xml_has_text(xml, xml_child(xml, meta, "creditline"))) {
		news_set_text(news, &doc->credit, xml_child(xml, meta, "creditline"));
		news_line(news, xml_child(xml, meta, "creditline"), WA_PARA_CREDIT);
	}
}

/* The content of an item: NITF, or a body of XHTML or of an agency's own elements, or text in CDATA. */
static bool read_content(struct news *news, uint32_t content)
{
	const struct xml *xml = &news->xml;
	uint32_t nitf = xml_find(xml, content, 0, "nitf"), html = xml_find(xml, content, 0, "html"), body;
	bool plain = str_eq(xml_attr_raw(xml, content, "contenttype"), STR("text/plain"));
	if (nitf)
		return nitf_read(news, nitf);
	body = html ? xml_child(xml, html, "body") : 0;
	return xml_write_copy(xml, body ? body : content, news->source, news->doc, plain);
}

/* Content that is copy: not a table of data in a vocabulary of its own. */
static bool is_copy(const struct xml *xml, uint32_t content)
{
	static const char *const marks[] = {"p", "P", "nitf", "html", "body", "BODY"};
	if (!xml_has_text(xml, content))
		return false;
	if (xml_is(xml, content, "inlineData"))
		return !str_starts(xml_attr_raw(xml, content, "contenttype"), STR("image/"));
	for (size_t i = 0; i < ARRAY_COUNT(marks); i++)
		if (xml_find(xml, content, 0, marks[i]))
			return true;
	return false;
}

static uint32_t content_of(const struct xml *xml, uint32_t item)
{
	uint32_t set = xml_child(xml, item, "contentSet");
	for (uint32_t content = set ? xml_child(xml, set, NULL) : 0; content; content = xml_next(xml, content, NULL))
		if ((xml_is(xml, content, "inlineXML") || xml_is(xml, content, "inlineData")) && is_copy(xml, content))
			return content;
	return 0;
}

static bool read_item(struct news *news, uint32_t item)
{
	uint32_t content = content_of(&news->xml, item);
	read_rights(news, item);
	read_item_meta(news, item);
	read_content_meta(news, item);
	return !content || read_content(news, content);
}

struct counts {
	uint32_t copy, pictures, packages, knowledge;
};

static struct counts count_items(const struct xml *xml)
{
	struct counts counts = {0};
	for (uint32_t i = 1; i < xml->nodes.count; i++) {
		if (xml_is(xml, i, "newsItem"))
			*(content_of(xml, i) ? &counts.copy : &counts.pictures) += 1;
		else if (xml_is(xml, i, "packageItem"))
			counts.packages++;
		else if (xml_is(xml, i, "knowledgeItem") || xml_is(xml, i, "conceptItem") || xml_is(xml, i, "planningItem") ||
			 xml_is(xml, i, "catalogItem"))
			counts.knowledge++;
	}
	return counts;
}

static void note(struct doc *doc, uint32_t count, const char *what)
{
	if (count)
		doc_note(doc, "%u %s%s passed over", count, what, count == 1 ? "" : "s");
}

/* An item without text is read for its headline and what else it says, when nothing else is there. */
static bool read_items(struct reading *reading, struct news *news, const struct counts *counts)
{
	struct xml *xml = &news->xml;
	bool ok = true;
	for (uint32_t item = xml_find(xml, 0, 0, "newsItem"); ok && item;
		item = xml_find(xml, 0, xml->nodes.items[item].end - 1, "newsItem")) {
		if (counts->copy && !content_of(xml, item))
			continue;
		if (counts->copy > 1 && !reading_next(reading, xml_attr(xml, item, "guid", &reading->doc->arena)))
			break;
		ok = read_item(news, item);
		if (!counts->copy)
			break;
	}
	return ok;
}

static bool read_newsmlg2(struct reading *reading)
{
	struct news news = {.source = reading->source, .doc = reading->doc};
	bool ok = xml_parse(&news.xml, reading->source->text, reading->source->size);
	if (ok) {
		struct counts counts = count_items(&news.xml);
		ok = read_items(reading, &news, &counts);
		note(reading->doc, counts.pictures, "item without text");
		note(reading->doc, counts.packages, "package");
		note(reading->doc, counts.knowledge, "knowledge item");
	}
	news_close(&news);
	return ok;
}

static unsigned sniff_newsmlg2(const struct source *source, struct wa_str uri)
{
	static const char *const roots[] = {
		"newsMessage", "newsItem", "packageItem", "knowledgeItem", "conceptItem", "planningItem", "catalogItem"};
	struct wa_str root = news_root(source);
	(void)uri;
	for (size_t i = 0; i < ARRAY_COUNT(roots); i++)
		if (str_eq(root, str_of(roots[i])))
			return 100;
	return 0;
}

const struct reader reader_newsmlg2 = {"newsmlg2", sniff_newsmlg2, read_newsmlg2};
