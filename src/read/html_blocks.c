#include "read/html_blocks.h"

#include "base/array.h"
#include "base/eight.h"
#include "base/limits.h"
#include "base/str.h"
#include "base/utf8.h"
#include "read/html_hints.h"
#include "read/writer.h"

struct cutter {
	const struct html *html;
	struct html_blocks *out;
	struct html_block open; /* the block being gathered; first == last: none */
	uint32_t ends[LIMIT_HTML_DEPTH + 2];
	uint32_t nodes[LIMIT_HTML_DEPTH + 2];
	unsigned depth;
	unsigned breaks; /* br elements since the last text */
	bool space;      /* white space since the last word */
};

static bool is_ideograph(uint32_t point)
{
	return (point >= 0x2E80 && point < 0xA000) || (point >= 0xF900 && point < 0xFB00) || (point >= 0x20000 && point < 0x32000);
}

static bool ends_sentence(uint32_t point)
{
	static const uint16_t marks[] = {0x2026, 0x3002, 0xFF01, 0xFF1F, 0xFF0E, 0x61F, 0x6D4, 0x964, 0x589, 0x1362};
	if (point < 0x80)
		return point == '.' || point == '!' || point == '?';
	for (size_t i = 0; i < ARRAY_COUNT(marks); i++)
		if (marks[i] == point)
			return true;
	return false;
}

/* Quotation marks and brackets that may follow the end of a sentence. */
static bool is_wrap(uint32_t point)
{
	return point == '"' || point == '\'' || point == ')' || point == ']' || (point >= 0x2018 && point <= 0x201F) ||
	       point == 0xAB || point == 0xBB || point == 0x2039 || point == 0x203A || (point >= 0x300C && point <= 0x300F) ||
	       point == 0xFF09;
}

static void count_char(struct cutter *cutter, uint32_t point, uint8_t link)
{
	struct html_block *b = &cutter->open;
	uint32_t weight = is_ideograph(point) ? 3 : 1;
	b->letters += weight;
	b->link_letters += link ? weight : 0;
	b->anchor_letters += link == HTML_ANCHOR ? weight : 0;
	if (cutter->space) {
		b->stops += b->closed;
		b->words++;
	}
	if (weight == 3)
		b->words += b->letters % 2;
	cutter->space = false;
	if (is_wrap(point))
		return;
	b->closed = ends_sentence(point);
	b->stops += b->closed && point >= 0x3000;
	b->colon = point == ':' || point == 0xFF1A;
}

static bool is_plain(char c)
{
	return (unsigned char)c > ' ' && (unsigned char)c < 0x80 && c != '&';
}

/* Bytes of the ASCII word at `at`: nearly all copy is such words, which need no look at each character. */
static size_t plain_word(const char *at, const char *end)
{
	const char *start = at;
	while (at < end && is_plain(*at))
		at++;
	return (size_t)(at - start);
}

/* As count_char() for each of the characters of a plain word. */
static void count_word(struct cutter *cutter, const char *word, size_t len, uint8_t link)
{
	struct html_block *b = &cutter->open;
	b->letters += (uint32_t)len;
	b->link_letters += link ? (uint32_t)len : 0;
	b->anchor_letters += link == HTML_ANCHOR ? (uint32_t)len : 0;
	b->stops += cutter->space && b->closed;
	b->words += cutter->space;
	cutter->space = false;
	while (len && is_wrap((unsigned char)word[len - 1]))
		len--;
	if (!len)
		return;
	b->closed = ends_sentence((unsigned char)word[len - 1]);
	b->colon = word[len - 1] == ':';
}

/* True when all of eight bytes are white space or letters (or what stands beside them in ASCII): nothing that ends anything. */
static bool is_prose8(uint64_t bytes)
{
	uint64_t marks = eight_is_ascii(bytes) ? eight_below(bytes, '@') & ~eight_below(bytes, ' ' + 1) : 1;
	return !marks && !eight_equal(bytes, ']');
}

/* As count_char() for each of eight such bytes, where no sentence has ended before. */
static void count_prose8(struct cutter *cutter, uint64_t bytes, uint8_t link)
{
	struct html_block *b = &cutter->open;
	uint64_t spaces = eight_below(bytes, ' ' + 1), before = eight_push(spaces, cutter->space, &cutter->space);
	unsigned letters = 8 - eight_count(spaces);
	b->letters += letters;
	b->link_letters += link ? letters : 0;
	b->anchor_letters += link == HTML_ANCHOR ? letters : 0;
	b->words += eight_count(before & ~spaces);
	b->colon = b->colon && !letters;
}

static void count_text(struct cutter *cutter, const struct html_node *node)
{
	const char *text = cutter->html->text, *at = text + node->from, *end = text + node->to;
	while (at < end) {
		uint32_t point;
		size_t len;
		while (end - at >= 8 && !cutter->open.closed && is_prose8(eight_at(at))) {
			count_prose8(cutter, eight_at(at), node->link);
			at += 8;
		}
		len = plain_word(at, end);
		if (len) {
			count_word(cutter, at, len, node->link);
			at += len;
		}
		if (at == end)
			return;
		at += html_next_char(at, end, &point);
		if (point <= ' ' || utf8_is_space(point))
			cutter->space = true;
		else
			count_char(cutter, point, node->link);
	}
}

static void close_block(struct cutter *cutter)
{
	struct html_block *block = &cutter->open, *kept;
	if (block->letters) {
		block->stops += block->closed;
		kept = vec_push(&cutter->out->blocks);
		if (kept)
			*kept = *block;
	}
	*block = (struct html_block){0};
	cutter->breaks = 0;
	cutter->space = true;
}

static void open_block(struct cutter *cutter, uint32_t node)
{
	struct html_block *block = &cutter->open;
	block->parent = cutter->depth ? cutter->nodes[cutter->depth - 1] : 0;
	block->tag = cutter->html->nodes.items[block->parent].tag;
	block->first = node;
	cutter->space = true;
}

static bool is_blank(const struct html *html, const struct html_node *node)
{
	const char *at = html->text + node->from, *end = html->text + node->to;
	while (at < end) {
		size_t len = writer_is_space(at, end);
		if (!len)
			return false;
		at += len;
	}
	return true;
}

/* Two line breaks in a row part paragraphs, as pages without p elements have them, and one does behind the end of a sentence. */
static void take_text(struct cutter *cutter, uint32_t i)
{
	const struct html_node *node = &cutter->html->nodes.items[i];
	if (is_blank(cutter->html, node)) {
		cutter->space = true;
		return;
	}
	if (cutter->breaks >= 2 || (cutter->breaks && cutter->open.closed && cutter->open.words >= 6))
		close_block(cutter);
	cutter->breaks = 0;
	if (cutter->open.last == 0)
		open_block(cutter, i);
	count_text(cutter, node);
	cutter->open.last = i + 1;
}

static void take_comment(struct cutter *cutter, uint32_t i)
{
	struct html_block *block;
	if (cutter->open.letters)
		return;
	block = vec_push(&cutter->out->blocks);
	if (block)
		*block = (struct html_block){.first = i,
			.last = i + 1,
			.tag = TAG_COMMENT,
			.parent = cutter->depth ? cutter->nodes[cutter->depth - 1] : 0};
}

static void enter(struct cutter *cutter, uint32_t i)
{
	close_block(cutter);
	if (cutter->depth < LIMIT_HTML_DEPTH) {
		cutter->nodes[cutter->depth] = i;
		cutter->ends[cutter->depth++] = cutter->html->nodes.items[i].end;
	}
}

static bool takes_hints(const struct html_node *node)
{
	return (html_tag_flags(node->tag) & HTML_BLOCK || node->tag == TAG_SPAN || node->tag == TAG_A ||
		       node->tag == TAG_UNKNOWN) &&
	       node->to - node->from > 8;
}

/* Goes on to the next node; skips what is never shown. */
static uint32_t take_node(struct cutter *cutter, uint32_t i)
{
	const struct html_node *node = &cutter->html->nodes.items[i];
	unsigned flags = html_tag_flags(node->tag);
	if (flags & HTML_SKIP)
		return node->end;
	if (takes_hints(node))
		cutter->out->hints[i] = (uint8_t)html_hints(cutter->html, node);
	if (cutter->out->hints[i] & HINT_HIDDEN)
		return node->end;
	if (cutter->out->hints[i] & HINT_BREAK && node->end == i + 1)
		cutter->breaks++;
	if (node->tag == TAG_TEXT)
		take_text(cutter, i);
	else if (node->tag == TAG_COMMENT)
		take_comment(cutter, i);
	else if (node->tag == TAG_BR)
		cutter->breaks++, cutter->space = true;
	else if (flags & HTML_BLOCK)
		enter(cutter, i);
	return i + 1;
}

bool html_blocks_find(struct html_blocks *blocks, const struct html *html)
{
	struct cutter cutter = {.html = html, .out = blocks, .space = true};
	uint32_t count = (uint32_t)html->nodes.count;
	*blocks = (struct html_blocks){.hints = calloc(count + 1, 1)};
	if (!blocks->hints)
		return false;
	for (uint32_t i = 1; i < count;) {
		while (cutter.depth && cutter.ends[cutter.depth - 1] <= i) {
			cutter.depth--;
			close_block(&cutter);
		}
		i = take_node(&cutter, i);
	}
	close_block(&cutter);
	return !blocks->blocks.failed;
}

void html_blocks_release(struct html_blocks *blocks)
{
	vec_release(&blocks->blocks);
	free(blocks->hints);
	*blocks = (struct html_blocks){0};
}
