/* ninjs 1 to 3. */
#include "read/read_ninjs.h"

#include "base/array.h"
#include "base/str.h"
#include "read/copy.h"
#include "read/json_write.h"
#include "read/news.h"
#include "read/reader.h"

#define SNIFF_BYTES 16384u

/*
 * Members that say the same, the best first; those with a capital are of forms that are mailed in. Where ninjs 3 has lists of
 * objects, their "value" or "name" counts.
 */
static const char *const bodies[] = {"body_html", "body_xhtml", "body_html5", "bodies", "body_text", "Body", NULL};
static const char *const headlines[] = {"headline", "headlines", "headline_extended", "title", "Headline", NULL};
static const char *const summaries[] = {
	"description_summary", "description_text", "description_html", "descriptions", "Abstract", NULL};
static const char *const captions[] = {"description_caption", "description_text", "descriptions", NULL};
static const char *const bylines[] = {"byline", "bylines", "by", "authors", "photographer", "Byline", NULL};
static const char *const datelines[] = {"dateline", "located", "datelinelocation", "Dateline", NULL};

struct ninjs {
	struct reading *reading;
	const struct source *source;
	struct json json;
};

/* The text in a member: a string, an object's value or name, or the first of a list of these; 0 when there is none. */
static uint32_t text_of(const struct json *json, uint32_t node)
{
	static const char *const keys[] = {"value", "name", "by", "city", "title", "literal"};
	if (node && json->nodes.items[node].type == JSON_ARRAY && json->nodes.items[node].end > node + 1)
		node++;
	for (size_t i = 0; node && json->nodes.items[node].type == JSON_OBJECT && i < ARRAY_COUNT(keys); i++) {
		uint32_t member = json_member(json, node, keys[i]);
		if (member && json_is_text(json, member))
			return member;
	}
	return node && json_is_text(json, node) ? node : 0;
}

static uint32_t find(const struct json *json, uint32_t story, const char *const *names)
{
	for (; *names; names++) {
		uint32_t node = text_of(json, json_member(json, story, *names));
		if (node)
			return node;
	}
	return 0;
}

static bool has_any(const struct json *json, uint32_t story, const char *const *names)
{
	return find(json, story, names) != 0;
}

static bool is_story(const struct json *json, uint32_t object)
{
	static const char *const ids[] = {"uri", "guid", "id", "altids", NULL};
	if (json->nodes.items[object].type != JSON_OBJECT)
		return false;
	if (has_any(json, object, bodies))
		return true;
	return has_any(json, object, headlines) && (has_any(json, object, ids) || json_member(json, object, "altids"));
}

static void set(struct ninjs *n, struct wa_str *field, uint32_t story, const char *name)
{
	uint32_t member = json_member(&n->json, story, name), node = text_of(&n->json, member);
	struct arena *arena = &n->reading->doc->arena;
	if (node)
		news_set(field, json_text(&n->json, node, arena));
	else if (member && n->json.nodes.items[member].type == JSON_OTHER && !str_eq(json_raw(&n->json, member), STR("null")))
		news_set(field, arena_str(arena, json_raw(&n->json, member)));
}

static void set_date(struct ninjs *n, struct wa_str *field, uint32_t story, const char *name)
{
	uint32_t node = text_of(&n->json, json_member(&n->json, story, name));
	if (node && !field->len)
		news_set(field, news_date(&n->reading->doc->arena, json_raw(&n->json, node)));
}

static void read_metadata(struct ninjs *n, uint32_t story)
{
	struct doc *doc = n->reading->doc;
	set(n, &doc->lang, story, "language");
	set(n, &doc->urgency, story, "urgency");
	set(n, &doc->version, story, "version");
	set(n, &doc->status, story, "pubstatus");
	set(n, &doc->ednote, story, "ednote");
	set(n, &doc->provider, story, "provider");
	set(n, &doc->provider, story, "source");
	set(n, &doc->copyright, story, "copyrightholder");
	set(n, &doc->copyright, story, "copyrightnotice");
	set(n, &doc->source, story, "infosource");
	set(n, &doc->source, story, "infosources");
	set(n, &doc->source, story, "source");
	set(n, &doc->section, story, "service");
	set(n, &doc->section, story, "subject");
	set(n, &doc->section, story, "subjects");
	set_date(n, &doc->embargo, story, "embargoed");
	set_date(n, &doc->published, story, "firstcreated");
	set_date(n, &doc->published, story, "contentcreated");
	set_date(n, &doc->modified, story, "versioncreated");
}

static void write_line(struct ninjs *n, uint32_t node, enum wa_para_kind kind)
{
	(void)json_write_line(&n->json, node, n->source, n->reading->doc, kind);
}

static void write_head(struct ninjs *n, uint32_t story)
{
	struct doc *doc = n->reading->doc;
	uint32_t byline = find(&n->json, story, bylines), dateline = find(&n->json, story, datelines);
	uint32_t credit = json_member(&n->json, story, "creditline");
	write_line(n, find(&n->json, story, headlines), WA_PARA_HEADLINE);
	if (doc->paras.count) {
		doc->has_headline = true;
		doc->title = arena_str(&doc->arena, doc_para_text(doc, 0));
	}
	if (has_any(&n->json, story, bodies))
		write_line(n, find(&n->json, story, summaries), WA_PARA_SUMMARY);
	else
		write_line(n, find(&n->json, story, captions), WA_PARA_CAPTION);
	if (byline) {
		struct wa_str text = json_text(&n->json, byline, &doc->arena);
		news_set(&doc->byline, copy_line(n->source->packs, text) == COPY_BYLINE ? copy_byline(text) : text);
		write_line(n, byline, WA_PARA_CREDIT);
	}
	if (dateline)
		news_set(&doc->dateline, json_text(&n->json, dateline, &doc->arena));
	if (!credit)
		credit = json_member(&n->json, story, "description_creditline");
	if (credit && json_is_text(&n->json, credit)) {
		news_set(&doc->credit, json_text(&n->json, credit, &doc->arena));
		write_line(n, credit, WA_PARA_CREDIT);
	}
}

static bool read_story(struct ninjs *n, uint32_t story)
{
	read_metadata(n, story);
	write_head(n, story);
	return json_write_copy(&n->json, find(&n->json, story, bodies), n->source, n->reading->doc);
}

static struct wa_str id_of(struct ninjs *n, uint32_t story)
{
	static const char *const ids[] = {"guid", "uri", "id", NULL};
	uint32_t altids = json_member(&n->json, story, "altids"), node = altids ? json_member(&n->json, altids, "itemid") : 0;
	node = node ? node : find(&n->json, story, ids);
	return node ? json_text(&n->json, node, &n->reading->doc->arena) : (struct wa_str){0};
}

/* The next story from node `at` on; 0 when there is none. */
static uint32_t next_story(const struct json *json, uint32_t at, bool root)
{
	for (; at < json->nodes.count; at++)
		if ((at || root) && is_story(json, at))
			return at;
	return 0;
}

bool ninjs_read(struct reading *reading)
{
	struct ninjs n = {.reading = reading, .source = reading->source};
	bool ok = json_parse(&n.json, reading->source->text, 0, reading->source->size), first = true;
	if (ok && n.json.nodes.count && is_story(&n.json, 0)) {
		ok = read_story(&n, 0);
	} else {
		uint32_t story = ok ? next_story(&n.json, 1, false) : 0;
		bool several = story && next_story(&n.json, n.json.nodes.items[story].end, false);
		for (; ok && story; story = next_story(&n.json, n.json.nodes.items[story].end, false)) {
			if (several && !reading_next(reading, id_of(&n, story)))
				break;
			ok = read_story(&n, story);
			first = false;
		}
		if (ok && first)
			doc_note(reading->doc, "JSON without a story in it");
	}
	if (n.json.broken) {
		doc_note(reading->doc, "the JSON is cut off or not well-formed");
		reading->doc->damaged = true;
	}
	json_release(&n.json);
	return ok;
}

bool ninjs_read_part(struct reading *reading, const struct source *part, bool *found)
{
	struct ninjs n = {.reading = reading, .source = part};
	struct wa_str text = str_trim((struct wa_str){part->text, part->size});
	bool ok = true;
	*found = false;
	if (!text.len || text.ptr[0] != '{')
		return true;
	ok = json_parse(&n.json, part->text, 0, part->size);
	*found = ok && !n.json.broken && n.json.nodes.count && has_any(&n.json, 0, bodies) && has_any(&n.json, 0, headlines);
	if (*found)
		ok = read_story(&n, 0);
	json_release(&n.json);
	return ok;
}

bool ninjs_has_member(const struct source *source, const char *const *names)
{
	struct wa_str head = str_trim((struct wa_str){source->text, source->size < SNIFF_BYTES ? source->size : SNIFF_BYTES});
	char quoted[64];
	if (!head.len || (head.ptr[0] != '{' && head.ptr[0] != '['))
		return false;
	for (; *names; names++) {
		(void)snprintf(quoted, sizeof quoted, "\"%s\"", *names);
		if (str_find(head, str_of(quoted)) != SIZE_MAX)
			return true;
	}
	return false;
}

/* Any JSON is read for stories; other readers know theirs better. */
static unsigned sniff_ninjs(const struct source *source, struct wa_str uri)
{
	static const char *const marks[] = {
		"body_text", "body_html", "body_xhtml", "body_html5", "pubstatus", "versioncreated", "bodies", NULL};
	struct wa_str head = str_trim((struct wa_str){source->text, source->size < 64 ? source->size : 64});
	if (ninjs_has_member(source, marks))
		return 95;
	return head.len && (head.ptr[0] == '{' || head.ptr[0] == '[') && str_ends(uri, STR(".json")) ? 85 : 0;
}

const struct reader reader_ninjs = {"ninjs", sniff_ninjs, ninjs_read};
