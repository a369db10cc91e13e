#include "base/str.h"
#include "read/copy.h"

/* A longer paragraph is no byline, credit or sign-off. */
#define LONGEST_LINE 160u
/* A story's dateline opens one of its first paragraphs. */
#define DATELINE_PARAS 4u

static bool is_body(const struct para *para)
{
	return para->kind == WA_PARA_BODY;
}

static enum wa_para_kind kind_of(enum copy_line line)
{
	switch (line) {
	case COPY_BYLINE:
	case COPY_CREDIT:
		return WA_PARA_CREDIT;
	case COPY_DATELINE:
		return WA_PARA_DATELINE;
	case COPY_ADVISORY:
	case COPY_END:
	case COPY_PRIVATE:
		return WA_PARA_OTHER;
	case COPY_STORY:
		break;
	}
	return WA_PARA_BODY;
}

/* From a line that says so to the end of the document. */
static void withhold(struct doc *doc, size_t from)
{
	size_t count = 0;
	for (size_t i = from; i < doc->paras.count; i++) {
		count += doc->paras.items[i].kind <= WA_PARA_CREDIT;
		doc->paras.items[i].kind = WA_PARA_OTHER;
	}
	doc_note(doc, "%zu paragraph%s marked as not for publication left out", count, count == 1 ? "" : "s");
}

static void find_dateline(struct doc *doc)
{
	size_t seen = 0;
	for (size_t i = 0; i < doc->paras.count && seen < DATELINE_PARAS && !doc->dateline.len; i++) {
		const struct para *para = &doc->paras.items[i];
		struct wa_str text = doc_para_text(doc, i);
		if (!is_body(para) && para->kind != WA_PARA_DATELINE)
			continue;
		seen++;
		text.len = copy_dateline(text, NULL);
		if (text.len)
			doc->dateline = arena_str(&doc->arena, str_trim(text));
	}
}

void copy_sort(struct doc *doc, const struct packs *packs)
{
	for (size_t i = doc->has_headline; i < doc->paras.count; i++) {
		struct para *para = &doc->paras.items[i];
		struct wa_str text = doc_para_text(doc, i);
		enum copy_line line;
		if (!is_body(para) || para->len > LONGEST_LINE)
			continue;
		line = copy_line(packs, text);
		if (line == COPY_BYLINE && !doc->byline.len)
			doc->byline = arena_str(&doc->arena, copy_byline(text));
		para->kind = kind_of(line);
		if (line == COPY_PRIVATE && i > doc->has_headline) {
			withhold(doc, i);
			break;
		}
	}
	if (doc->dateline.len && !copy_names_place(packs, doc->dateline))
		doc->dateline = (struct wa_str){0};
	find_dateline(doc);
}
