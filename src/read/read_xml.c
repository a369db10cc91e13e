/*
 * XML of a newsroom system's own: told by what elements are called, from a table. An element with a story's name and
 * text in it makes the element around it a document; its other children are headline, byline, date.
 */
#include "base/array.h"
#include "base/str.h"
#include "read/markup.h"
#include "read/news.h"
#include "read/reader.h"
#include "read/xml_write.h"

enum field {
	FIELD_BODY,
	FIELD_HEADLINE,
	FIELD_STANDFIRST,
	FIELD_BYLINE,
	FIELD_CREDIT,
	FIELD_PLACE,
	FIELD_SOURCE,
	FIELD_PUBLISHED,
	FIELD_MODIFIED,
	FIELD_EMBARGO,
	FIELD_SECTION,
	FIELD_URGENCY,
	FIELD_EDNOTE,
	FIELD_ID,
	FIELD_COUNT
};

/* Names in lower case; of a field's several the first listed counts. */
static const struct {
	const char *name;
	enum field field;
} names[] = {
	{"contenttext", FIELD_BODY},
	{"articlebody", FIELD_BODY},
	{"bodytext", FIELD_BODY},
	{"body", FIELD_BODY},
	{"content", FIELD_BODY},
	{"story", FIELD_BODY},
	{"text", FIELD_BODY},
	{"headline", FIELD_HEADLINE},
	{"title", FIELD_HEADLINE},
	{"heading", FIELD_HEADLINE},
	{"subtitle", FIELD_STANDFIRST},
	{"lead", FIELD_STANDFIRST},
	{"leadtext", FIELD_STANDFIRST},
	{"standfirst", FIELD_STANDFIRST},
	{"byline", FIELD_BYLINE},
	{"author", FIELD_BYLINE},
	{"credit", FIELD_CREDIT},
	{"origin", FIELD_CREDIT},
	{"placeline", FIELD_PLACE},
	{"dateline", FIELD_PLACE},
	{"town", FIELD_PLACE},
	{"city", FIELD_PLACE},
	{"source", FIELD_SOURCE},
	{"publisher", FIELD_SOURCE},
	{"publishdate", FIELD_PUBLISHED},
	{"published", FIELD_PUBLISHED},
	{"publishdatetime", FIELD_PUBLISHED},
	{"createddatetime", FIELD_PUBLISHED},
	{"date", FIELD_PUBLISHED},
	{"updateddatetime", FIELD_MODIFIED},
	{"updated", FIELD_MODIFIED},
	{"embargotime", FIELD_EMBARGO},
	{"section", FIELD_SECTION},
	{"category", FIELD_SECTION},
	{"priority", FIELD_URGENCY},
	{"tilredaktionen", FIELD_EDNOTE},
	{"ednote", FIELD_EDNOTE},
	{"newsid", FIELD_ID},
	{"contentitemid", FIELD_ID},
	{"id", FIELD_ID},
};

/* Fewer letters are a label. */
#define LEAST_BODY 80u

/* Index into names[], or its size. */
static size_t name_of(const struct xml *xml, uint32_t node)
{
	struct wa_str name = {xml->text + xml->nodes.items[node].name, xml->nodes.items[node].name_len};
	for (size_t i = 0; i < ARRAY_COUNT(names); i++)
		if (str_eq_nocase(name, str_of(names[i].name)))
			return i;
	return ARRAY_COUNT(names);
}

static bool has_letters(const struct xml *xml, uint32_t node, size_t least)
{
	size_t size = 0;
	for (uint32_t i = node; i < xml->nodes.items[node].end && size < least; i++)
		if (xml->nodes.items[i].type != XML_ELEMENT)
			size += str_trim((struct wa_str){xml->text + xml->nodes.items[i].from,
						 xml->nodes.items[i].to - xml->nodes.items[i].from})
					.len;
	return size >= least;
}

static bool is_body(const struct xml *xml, uint32_t node)
{
	size_t name = xml->nodes.items[node].type == XML_ELEMENT ? name_of(xml, node) : ARRAY_COUNT(names);
	return name < ARRAY_COUNT(names) && names[name].field == FIELD_BODY && has_letters(xml, node, LEAST_BODY);
}

/* The children of an item by field; of several of one field the one whose name is listed first. */
static void find_fields(const struct xml *xml, uint32_t item, uint32_t *fields)
{
	size_t best[FIELD_COUNT];
	for (unsigned f = 0; f < FIELD_COUNT; f++) {
		best[f] = ARRAY_COUNT(names);
		fields[f] = 0;
	}
	for (uint32_t i = xml_child(xml, item, NULL); i; i = xml_next(xml, i, NULL)) {
		size_t name = name_of(xml, i);
		enum field field = name < ARRAY_COUNT(names) ? names[name].field : FIELD_COUNT;
		if (field == FIELD_COUNT || name >= best[field] || !xml_has_text(xml, i) ||
			(field == FIELD_BODY && !is_body(xml, i)))
			continue;
		best[field] = name;
		fields[field] = i;
	}
}

static bool read_item(struct news *news, uint32_t item, const uint32_t *fields)
{
	const struct xml *xml = &news->xml;
	struct doc *doc = news->doc;
	news_set_date(news, &doc->published, xml_text(xml, fields[FIELD_PUBLISHED], &doc->arena));
	news_set_date(news, &doc->modified, xml_text(xml, fields[FIELD_MODIFIED], &doc->arena));
	news_set_date(news, &doc->embargo, xml_text(xml, fields[FIELD_EMBARGO], &doc->arena));
	news_set_text(news, &doc->section, fields[FIELD_SECTION]);
	news_set_text(news, &doc->urgency, fields[FIELD_URGENCY]);
	news_set_text(news, &doc->ednote, fields[FIELD_EDNOTE]);
	news_set_text(news, &doc->source, fields[FIELD_SOURCE]);
	news_set_text(news, &doc->credit, fields[FIELD_CREDIT]);
	news_set_attr(news, &doc->lang, item, "lang");
	news_headline(news, fields[FIELD_HEADLINE]);
	news_standfirst(news, fields[FIELD_STANDFIRST]);
	news_byline(news, fields[FIELD_BYLINE]);
	news_dateline(news, fields[FIELD_PLACE]);
	if (fields[FIELD_CREDIT])
		news_line(news, fields[FIELD_CREDIT], WA_PARA_CREDIT);
	return xml_write_copy(xml, fields[FIELD_BODY], news->source, doc, false);
}

/* The items of a file: each element that has a body among its children. */
static uint32_t next_item(const struct xml *xml, uint32_t after)
{
	for (uint32_t i = after + 1; i < xml->nodes.count; i++)
		if (xml->nodes.items[i].parent && is_body(xml, i))
			return xml->nodes.items[i].parent;
	return 0;
}

static bool read_xml(struct reading *reading)
{
	struct news news = {.source = reading->source, .doc = reading->doc};
	struct xml *xml = &news.xml;
	bool ok = xml_parse(xml, reading->source->text, reading->source->size), several;
	uint32_t fields[FIELD_COUNT], item = ok ? next_item(xml, 0) : 0;
	several = item && next_item(xml, xml->nodes.items[item].end - 1);
	if (ok && !item) {
		struct wa_str root = news_root(reading->source);
		doc_note(reading->doc, "no story was found in this XML (its root is %.*s)", (int)root.len, root.ptr);
	}
	for (; ok && item; item = next_item(xml, xml->nodes.items[item].end - 1)) {
		find_fields(xml, item, fields);
		if (several && !reading_next(reading, xml_text(xml, fields[FIELD_ID], &reading->doc->arena)))
			break;
		ok = read_item(&news, item, fields);
	}
	news_close(&news);
	return ok;
}

/* Anything that says it is XML and is no page. */
static unsigned sniff_xml(const struct source *source, struct wa_str uri)
{
	struct wa_str head = str_trim((struct wa_str){source->text, source->size < 256 ? source->size : 256});
	struct wa_str root = news_root(source);
	(void)uri;
	return str_starts(head, STR("<?xml")) && root.len && !str_eq_nocase(root, STR("html")) ? 80 : 0;
}

const struct reader reader_xml = {"xml", sniff_xml, read_xml};
