/* What the readers of newsroom formats share: filling a document from elements by IPTC's names. */
#ifndef READ_NEWS_H
#define READ_NEWS_H

#include "doc/doc.h"
#include "read/xml_tree.h"

/* One XML file while it is read. */
struct news {
	const struct source *source;
	struct xml xml;
	struct doc *doc; /* the document being filled */
};

/* The local name of an XML text's root element, from its first kilobytes; empty for what is no XML. */
struct wa_str news_root(const struct source *source);

/* Sets a field that has no value yet, unless `value` is empty. */
void news_set(struct wa_str *field, struct wa_str value);
/* The same from an element's text or from one of its attributes; node 0 sets nothing. */
void news_set_text(struct news *news, struct wa_str *field, uint32_t node);
void news_set_attr(struct news *news, struct wa_str *field, uint32_t node, const char *name);
/* The same, as a date in ISO 8601's extended form; what is none is left out. */
void news_set_date(struct news *news, struct wa_str *field, struct wa_str raw);

/* Adds to a list of names in one field, "; " between them; `role` may be empty. */
void news_add(struct doc *doc, struct wa_str *field, struct wa_str name, struct wa_str role);

/* Writes an element as the headline, when there is none yet. */
void news_headline(struct news *news, uint32_t node);
/* Writes an element as one paragraph. */
void news_line(struct news *news, uint32_t node, enum wa_para_kind kind);
/* Writes an element as a standfirst, unless it is a slug of a few words. */
void news_standfirst(struct news *news, uint32_t node);
/* Byline and dateline: metadata, and a paragraph of their own, since copy does not repeat the one, nor always the other. */
void news_byline(struct news *news, uint32_t node);
void news_dateline(struct news *news, uint32_t node);

/* A date as feeds write them (20240304T100000+0100, Mon, 04 Mar 2024 10:00:00 GMT, 2024-03-04 10:00) in ISO 8601's extended
 * form; NULL for what is none. */
struct wa_str news_date(struct arena *arena, struct wa_str raw);

/* Releases the XML; says in the document that it was damaged, if it was. */
void news_close(struct news *news);

#endif
