#include "read/copy_head.h"

#include "base/str.h"
#include "read/copy.h"
#include "read/news.h"
#include "read/text_layout.h"
#include "read/writer.h"

/* A head is no longer than this, its lines neither; a headline may take a few lines. */
#define HEAD_LINES 40u
#define LONGEST_LINE 300u
#define HEADLINE_LINES 3u
#define HEADLINE_BYTES 200u
/* A line as long as this that ends no sentence goes on in the next. */
#define WRAPPED_LINE 55u
/* Lines that may stand above the first label (a desk's code, a company's name), and how long they are. */
#define PREFACE_LINES 3u
#define PREFACE_BYTES 80u
#define COMPANY_BYTES 30u /* "Norvik Ltd." ends no sentence */
/* An address of a contact stands within so many lines; a telephone number has so many digits. */
#define ADDRESS_LINES 6u
#define PHONE_DIGITS 7u

struct labelled {
	enum copy_label label;  /* LABEL_NONE: above the first that has one */
	size_t from, value, to; /* of the text: the line, what it labels */
};

struct head {
	const struct source *source;
	struct labelled lines[HEAD_LINES];
	unsigned count;
	size_t headline_from, headline_to; /* equal: none */
	size_t body;                       /* where the story begins */
};

static struct wa_str text_between(const struct head *head, size_t from, size_t to)
{
	return (struct wa_str){head->source->text + from, to - from};
}

static bool has_address(struct wa_str line)
{
	unsigned digits = 0;
	for (size_t i = 0; i < line.len; i++)
		digits += ascii_is_digit(line.ptr[i]);
	return digits >= PHONE_DIGITS || str_find(line, STR("@")) != SIZE_MAX;
}

/* The name, firm and street of a contact, down to a telephone number or an address of mail. */
static bool leads_to_address(const struct head *head, size_t from, size_t to)
{
	struct line_reader lines = line_reader_of(head->source, from, to);
	struct line line;
	for (unsigned n = 0; n < ADDRESS_LINES && line_reader_next(&lines, &line) && line.from < line.to; n++)
		if (line.to - line.from <= LONGEST_LINE && has_address(text_between(head, line.from, line.to)))
			return true;
	return false;
}

/* Lines right below one that has no value are its value; a long one goes on in the next line, a contact down to its address. */
static bool goes_on(const struct head *head, const struct line *line, size_t to)
{
	const struct labelled *last = &head->lines[head->count - 1];
	struct wa_str value = text_between(head, last->value, last->to);
	if (last->label == LABEL_NONE || last->label == LABEL_RELEASE)
		return false;
	if (last->label == LABEL_OTHER && leads_to_address(head, line->from, to))
		return true;
	return !value.len || (value.len >= WRAPPED_LINE && !text_is_closed(value));
}

static bool is_preface(const struct head *head, const struct line *line)
{
	size_t len = line->to - line->from;
	if (head->count >= PREFACE_LINES || (head->count && head->lines[head->count - 1].label != LABEL_NONE))
		return false;
	return len <= COMPANY_BYTES || (len <= PREFACE_BYTES && !text_is_closed(text_between(head, line->from, line->to)));
}

/* Goes over the lines of the head, as far as they are such. */
static void find_lines(struct head *head, size_t from, size_t to)
{
	struct line_reader lines = line_reader_of(head->source, from, to);
	struct line line;
	bool close = false; /* no empty line since the last */
	while (head->count < HEAD_LINES && line_reader_next(&lines, &line)) {
		struct labelled found = {LABEL_NONE, line.from, line.to, line.to};
		size_t value = 0;
		if (line.from == line.to) {
			close = false;
			continue;
		}
		if (line.to - line.from <= LONGEST_LINE)
			found.label = copy_label(head->source->packs, text_between(head, line.from, line.to), &value);
		found.value = line.from + value;
		if (found.label != LABEL_NONE || is_preface(head, &line))
			head->lines[head->count++] = found;
		else if (head->count && close && goes_on(head, &line, to))
			head->lines[head->count - 1].to = line.to;
		else
			return;
		close = true;
		if (found.label == LABEL_NONE && head->lines[head->count - 1].label == LABEL_NONE)
			continue;
		head->body = found.label == LABEL_TEXT ? found.value : lines.at;
		if (found.label == LABEL_TEXT)
			return;
	}
}

static unsigned count_label(const struct head *head, enum copy_label label)
{
	unsigned count = 0;
	for (unsigned i = 0; i < head->count; i++)
		count += head->lines[i].label == label;
	return count;
}

/* A single "Date:" may open a story; two labels, or one that says what a headline, a summary or a release is, make a head. */
static bool is_head(const struct head *head)
{
	return head->count - count_label(head, LABEL_NONE) >= 2 || count_label(head, LABEL_HEADLINE) ||
	       count_label(head, LABEL_SUMMARY) || count_label(head, LABEL_EMBARGO) || count_label(head, LABEL_RELEASE);
}

/* The few lines at the beginning of the copy, when they end no sentence and are no dateline or byline. */
static void find_headline_below(struct head *head, size_t to)
{
	struct line_reader lines = line_reader_of(head->source, head->body, to);
	struct line line;
	unsigned count = 0;
	size_t from = 0, end = 0;
	while (count <= HEADLINE_LINES && line_reader_next(&lines, &line)) {
		struct wa_str text = text_between(head, line.from, line.to);
		if (!text.len && count)
			break;
		if (!text.len)
			continue;
		if (copy_dateline(text, NULL) || copy_line(head->source->packs, text) != COPY_STORY)
			return;
		from = count++ ? from : line.from;
		end = line.to;
	}
	if (!count || count > HEADLINE_LINES || end - from > HEADLINE_BYTES || text_is_closed(text_between(head, from, end)))
		return;
	head->headline_from = from;
	head->headline_to = head->body = end;
}

/* The line labelled so, else the one above the labels, else, of a release, what stands below them. */
static void find_headline(struct head *head, size_t to)
{
	const struct labelled *found = NULL;
	for (unsigned i = 0; i < head->count; i++) {
		const struct labelled *line = &head->lines[i];
		bool labelled = line->label == LABEL_HEADLINE && line->value < line->to;
		if (labelled && (!found || found->label == LABEL_NONE))
			found = line;
		else if (line->label == LABEL_NONE && (!found || found->label == LABEL_NONE))
			found = line;
	}
	if (!found || (found->label == LABEL_NONE && count_label(head, LABEL_RELEASE))) {
		find_headline_below(head, to);
		return;
	}
	head->headline_from = found->value;
	head->headline_to = found->to;
}

static void write_between(const struct head *head, struct doc *doc, size_t from, size_t to, enum wa_para_kind kind)
{
	struct writer writer = {.doc = doc, .source = head->source};
	writer_text(&writer, from, to);
	(void)writer_close(&writer, kind);
}

static void write_headline(const struct head *head, struct doc *doc)
{
	if (doc->paras.count || head->headline_from == head->headline_to)
		return;
	write_between(head, doc, head->headline_from, head->headline_to, WA_PARA_HEADLINE);
	doc->has_headline = doc->paras.count > 0;
	if (doc->has_headline)
		doc->title = arena_str(&doc->arena, doc_para_text(doc, 0));
}

static void set(struct doc *doc, struct wa_str *field, struct wa_str value)
{
	if (!field->len && value.len)
		*field = arena_str(&doc->arena, value);
}

static void write_line(const struct head *head, struct doc *doc, const struct labelled *line)
{
	struct wa_str value = str_trim(text_between(head, line->value, line->to));
	if (line->value == head->headline_from && line->value < line->to)
		return;
	switch (line->label) {
	case LABEL_SUMMARY:
		write_between(head, doc, line->value, line->to, WA_PARA_SUMMARY);
		break;
	case LABEL_BYLINE:
		set(doc, &doc->byline, value);
		write_between(head, doc, line->from, line->to, WA_PARA_CREDIT);
		break;
	case LABEL_SOURCE:
		set(doc, &doc->source, value);
		write_between(head, doc, line->from, line->to, WA_PARA_CREDIT);
		break;
	case LABEL_EMBARGO:
		set(doc, &doc->embargo, value);
		write_between(head, doc, line->from, line->to, WA_PARA_OTHER);
		break;
	case LABEL_DATE:
		news_set(&doc->published, news_date(&doc->arena, value));
		write_between(head, doc, line->from, line->to, WA_PARA_OTHER);
		break;
	case LABEL_HEADLINE:
	case LABEL_OTHER:
	case LABEL_RELEASE:
	case LABEL_NONE:
		write_between(head, doc, line->from, line->to, WA_PARA_OTHER);
		break;
	case LABEL_TEXT:
		break;
	}
}

size_t copy_head_write(const struct source *source, struct doc *doc, size_t from, size_t to)
{
	struct head head = {.source = source, .body = from};
	find_lines(&head, from, to);
	if (!is_head(&head))
		return from;
	find_headline(&head, to);
	write_headline(&head, doc);
	for (unsigned i = 0; i < head.count; i++)
		write_line(&head, doc, &head.lines[i]);
	return head.body;
}
