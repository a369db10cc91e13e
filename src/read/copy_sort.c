#include "base/str.h"
#include "read/copy.h"

/* A longer paragraph is no byline, credit or sign-off. */
#define LONGEST_LINE 300u
/* A story's dateline opens one of its first paragraphs. */
#define DATELINE_PARAS 4u
/* A signature is no longer than this, nor are its lines. */
#define SIGNATURE_LINES 16u
#define SIGNATURE_BYTES 60u
/* A byline of the metadata stands again in one of the next paragraphs. */
#define CREDIT_REACH 6u

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
	case COPY_MARKUP:
	case COPY_PROMO:
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
	doc_note(doc, "%zu paragraph%s of contacts or not for publication left out", count, count == 1 ? "" : "s");
}

static void find_dateline(struct doc *doc, const struct packs *packs)
{
	size_t seen = 0;
	for (size_t i = 0; i < doc->paras.count && seen < DATELINE_PARAS && !doc->dateline.len; i++) {
		const struct para *para = &doc->paras.items[i];
		struct wa_str text = doc_para_text(doc, i);
		size_t len;
		if (!is_body(para) && para->kind != WA_PARA_DATELINE)
			continue;
		seen++;
		len = copy_dateline(text, NULL);
		text.len = len ? len : copy_bare_dateline(packs, text);
		if (text.len)
			doc->dateline = arena_str(&doc->arena, str_trim(text));
	}
}

/* Goes over the letters and digits of a document's paragraphs from one on. */
struct letters {
	const struct doc *doc;
	size_t para, at, end; /* end: behind the last paragraph */
};

static int next_letter(struct letters *l)
{
	for (; l->para < l->end; l->para++, l->at = 0) {
		struct wa_str text = doc_para_text(l->doc, l->para);
		while (l->at < text.len) {
			char c = ascii_lower(text.ptr[l->at++]);
			if (ascii_is_alpha(c) || ascii_is_digit(c) || (unsigned char)c >= 0x80)
				return (unsigned char)c;
		}
	}
	return -1;
}

/* True when a paragraph says again what the text behind `with` begins with. */
static bool says_again(const struct doc *doc, size_t para, struct letters with)
{
	struct letters a = {doc, para, 0, para + 1};
	size_t same = 0;
	int x = next_letter(&a);
	while (x >= 0 && x == next_letter(&with)) {
		same++;
		x = next_letter(&a);
	}
	return same > 0 && x < 0;
}

static struct letters from_para(const struct doc *doc, size_t para)
{
	return (struct letters){doc, para, 0, doc->paras.count};
}

/* The same, a dateline skipped. */
static struct letters from_story(const struct doc *doc, size_t para)
{
	struct letters letters = from_para(doc, para);
	if (!copy_dateline(doc_para_text(doc, para), &letters.at))
		letters.at = 0;
	return letters;
}

static bool opens_with_dateline(const struct doc *doc, size_t i)
{
	return copy_dateline(doc_para_text(doc, i), NULL) > 0;
}

/* The name in a byline, whether or not it has a word before it. */
static struct wa_str name_in(const struct doc *doc, const struct packs *packs, size_t i)
{
	struct wa_str text = doc_para_text(doc, i);
	return copy_line(packs, text) == COPY_BYLINE ? copy_byline(text) : text;
}

/* True when one of the next paragraphs is the same credit. */
static bool credited_again(const struct doc *doc, const struct packs *packs, size_t i)
{
	struct wa_str name = name_in(doc, packs, i);
	for (size_t k = i + 1; k < doc->paras.count && k < i + CREDIT_REACH; k++)
		if (doc->paras.items[k].len <= LONGEST_LINE && str_eq_nocase(name, name_in(doc, packs, k)))
			return true;
	return false;
}

/* A paragraph of what stands above the story that the headline or the story say as well. */
static bool is_repeat(const struct doc *doc, const struct packs *packs, size_t i, size_t body)
{
	switch (doc->paras.items[i].kind) {
	case WA_PARA_SUMMARY:
	case WA_PARA_SUBHEAD:
		return says_again(doc, i, from_para(doc, body)) || says_again(doc, i, from_story(doc, body)) ||
		       (doc->has_headline && says_again(doc, i, from_para(doc, 0))) ||
		       (i + 1 < body && says_again(doc, i, from_para(doc, i + 1)));
	case WA_PARA_DATELINE:
		return opens_with_dateline(doc, body);
	case WA_PARA_CREDIT:
		return doc->paras.items[i].len <= LONGEST_LINE && credited_again(doc, packs, i);
	case WA_PARA_HEADLINE:
	case WA_PARA_BODY:
	case WA_PARA_CAPTION:
	case WA_PARA_LISTING:
	case WA_PARA_OTHER:
	case WA_PARA_KIND_COUNT:
		break;
	}
	return false;
}

/* What is said twice counts once. */
static void drop_repeats(struct doc *doc, const struct packs *packs)
{
	size_t body = 0;
	while (body < doc->paras.count && !is_body(&doc->paras.items[body]))
		body++;
	if (body == doc->paras.count)
		return;
	for (size_t i = doc->has_headline; i < body; i++)
		if (is_repeat(doc, packs, i, body))
			doc->paras.items[i].kind = WA_PARA_OTHER;
	if (doc->has_headline && doc->paras.items[body].len <= doc->paras.items[0].len + 2 &&
		says_again(doc, body, from_para(doc, 0)))
		doc->paras.items[body].kind = WA_PARA_OTHER;
}

/* A signature's name, telephone number or address. */
static bool is_signature_line(struct wa_str text)
{
	char last = text.ptr[text.len - 1];
	return text.len <= SIGNATURE_BYTES && last != '.' && last != '!' && last != '?' && last != '"';
}

/* What follows the sign-off, when it is nothing but short lines to the end: who wrote it, and how to reach them. */
static void drop_signature(struct doc *doc, const struct packs *packs)
{
	size_t from = doc->paras.count, i = from;
	while (i > doc->has_headline) {
		enum wa_para_kind kind = doc->paras.items[--i].kind;
		struct wa_str text = doc_para_text(doc, i);
		enum copy_line line = kind == WA_PARA_CREDIT ? copy_line(packs, text) : COPY_STORY;
		if (line == COPY_CREDIT || from - i > SIGNATURE_LINES)
			break;
		if (kind == WA_PARA_BODY && !is_signature_line(text))
			return;
	}
	if (from - i > SIGNATURE_LINES || i == doc->has_headline)
		return;
	for (i++; i < from; i++)
		if (is_body(&doc->paras.items[i]))
			doc->paras.items[i].kind = WA_PARA_OTHER;
}

void copy_sort(struct doc *doc, const struct packs *packs)
{
	for (size_t i = doc->has_headline; i < doc->paras.count; i++) {
		struct para *para = &doc->paras.items[i];
		struct wa_str text = doc_para_text(doc, i);
		enum copy_line line;
		if (para->kind == WA_PARA_SUMMARY && copy_line(packs, text) == COPY_PROMO)
			para->kind = WA_PARA_OTHER;
		if (!is_body(para) || (para->len > LONGEST_LINE && text.ptr[0] != '<'))
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
	drop_signature(doc, packs);
	if (doc->dateline.len && !copy_names_place(packs, doc->dateline))
		doc->dateline = (struct wa_str){0};
	drop_repeats(doc, packs);
	find_dateline(doc, packs);
}
