#include "read/news.h"

#include "base/str.h"
#include "read/copy.h"
#include "read/markup.h"
#include "read/xml_write.h"

/* Enough for declarations, comments and a DTD's name before the root element. */
#define ROOT_WINDOW 8192u
#define STANDFIRST_WORDS 4u
/* A list of names is cut off behind this many bytes. */
#define LONGEST_LIST 500u

struct wa_str news_root(const struct source *source)
{
	struct wa_str head = {source->text, source->size < ROOT_WINDOW ? source->size : ROOT_WINDOW};
	for (size_t i = 0; i < head.len; i++) {
		size_t start = i + 1, at;
		struct wa_str rest = str_cut(head, i, head.len);
		if (ascii_is_space(head.ptr[i]))
			continue;
		if (head.ptr[i] != '<')
			break;
		if (str_starts(rest, STR("<!--"))) {
			size_t end = str_find(rest, STR("-->"));
			if (end == SIZE_MAX)
				break;
			i += end + 2;
		} else if (str_starts(rest, STR("<!"))) {
			i = markup_doctype_end(head.ptr, i, head.len) - 1;
		} else if (str_starts(rest, STR("<?"))) {
			const char *end = memchr(rest.ptr, '>', rest.len);
			if (!end)
				break;
			i = (size_t)(end - head.ptr);
		} else {
			for (at = start; at < head.len && markup_is_name(head.ptr[at]); at++)
				if (head.ptr[at] == ':')
					start = at + 1;
			return str_cut(head, start, at);
		}
	}
	return (struct wa_str){0};
}

void news_set(struct wa_str *field, struct wa_str value)
{
	value = str_trim(value);
	if (!field->len && value.len)
		*field = value;
}

void news_set_text(struct news *news, struct wa_str *field, uint32_t node)
{
	if (node && !field->len)
		news_set(field, xml_text(&news->xml, node, &news->doc->arena));
}

void news_set_attr(struct news *news, struct wa_str *field, uint32_t node, const char *name)
{
	if (node && !field->len)
		news_set(field, xml_attr(&news->xml, node, name, &news->doc->arena));
}

void news_set_date(struct news *news, struct wa_str *field, struct wa_str raw)
{
	if (raw.len && !field->len)
		news_set(field, news_date(&news->doc->arena, raw));
}

void news_add(struct doc *doc, struct wa_str *field, struct wa_str name, struct wa_str role)
{
	struct arena *arena = &doc->arena;
	name = str_trim(name);
	if (!name.len || field->len > LONGEST_LIST)
		return;
	*field = str_of(arena_printf(arena, "%.*s%s%.*s%s%.*s%s", (int)field->len, field->len ? field->ptr : "",
		field->len ? "; " : "", (int)name.len, name.ptr, role.len ? " (" : "", (int)role.len, role.len ? role.ptr : "",
		role.len ? ")" : ""));
}

void news_headline(struct news *news, uint32_t node)
{
	struct doc *doc = news->doc;
	if (doc->paras.count || !xml_write_line(&news->xml, node, news->source, doc, WA_PARA_HEADLINE))
		return;
	doc->has_headline = true;
	doc->title = arena_str(&doc->arena, doc_para_text(doc, 0));
}

void news_line(struct news *news, uint32_t node, enum wa_para_kind kind)
{
	(void)xml_write_line(&news->xml, node, news->source, news->doc, kind);
}

void news_standfirst(struct news *news, uint32_t node)
{
	struct wa_str text = xml_text(&news->xml, node, &news->doc->arena);
	unsigned words = 1;
	for (size_t i = 0; i < text.len; i++)
		words += text.ptr[i] == ' ';
	if (words >= STANDFIRST_WORDS)
		news_line(news, node, WA_PARA_SUMMARY);
}

void news_byline(struct news *news, uint32_t node)
{
	struct wa_str text;
	if (!node || news->doc->byline.len)
		return;
	text = xml_text(&news->xml, node, &news->doc->arena);
	if (!text.len)
		return;
	news_set(&news->doc->byline, copy_line(news->source->packs, text) == COPY_BYLINE ? copy_byline(text) : text);
	news_line(news, node, WA_PARA_CREDIT);
}

void news_dateline(struct news *news, uint32_t node)
{
	struct wa_str text;
	if (!node || news->doc->dateline.len)
		return;
	text = xml_text(&news->xml, node, &news->doc->arena);
	news_set(&news->doc->dateline, text);
	/* with an agency in it, it is a credit that the text may lack */
	if (str_find(text, STR("(")) != SIZE_MAX)
		news_line(news, node, WA_PARA_DATELINE);
}

void news_close(struct news *news)
{
	if (news->xml.broken) {
		doc_note(news->doc, "the XML is not well-formed; it was read as far as it makes sense");
		news->doc->damaged = true;
	}
	xml_release(&news->xml);
}
