/* Pages as they are served, and what of them is the story. Each row: a page, and its paragraphs as KIND:text joined by '|'. */
#include "read_runs.h"

#include <stdio.h>

#include "read/read.h"

static const struct row {
	const char *name, *page, *paragraphs;
} rows[] = {
	{"a page of one sentence", "<html><body><p>Two men drowned.</p></body></html>", "body:Two men drowned."},
	{"headline from the title when the body has none",
		"<title>Ferry sinks</title><p>A ferry sank off Hale on Monday morning.</p>",
		"headline:Ferry sinks|body:A ferry sank off Hale on Monday morning."},
	{"menus and footers are left out",
		"<body><nav><a href=/>Home</a></nav><h1>Ferry sinks</h1><p>A ferry sank off Hale on Monday morning.</p>"
		"<footer>All rights reserved by the Mail, which owns every word of it.</footer>",
		"headline:Ferry sinks|body:A ferry sank off Hale on Monday morning."},
	{"a caption is told from body",
		"<article><h1>Ferry sinks</h1><figure><img src=f><figcaption>The quay at Hale.</figcaption></figure>"
		"<p>A ferry sank off Hale on Monday morning.</p></article>",
		"headline:Ferry sinks|caption:The quay at Hale.|body:A ferry sank off Hale on Monday morning."},
	{"standfirst, subhead, list and quotation are kept",
		"<article><h1>Ferry sinks</h1><p class=standfirst>Fourteen people drown off Hale in a storm.</p><div class=body>"
		"<p>A ferry sank off Hale on Monday morning.</p><h2>What is known</h2><p>It left the pier at six with forty "
		"aboard.</p>"
		"<ul><li>Two cars were lost with it, the owner said.</li></ul>"
		"<blockquote><p>We heard them call for an hour or more.</p></blockquote>"
		"<p>The pier stays closed until Friday, the harbour said.</p></div></article>",
		"headline:Ferry sinks|summary:Fourteen people drown off Hale in a storm.|body:A ferry sank off Hale on Monday "
		"morning.|"
		"subhead:What is known|body:It left the pier at six with forty aboard.|body:Two cars were lost with it, the owner "
		"said.|"
		"body:We heard them call for an hour or more.|body:The pier stays closed until Friday, the harbour said."},
	{"teasers, shares and comments between paragraphs are not the story",
		"<article><h1>Ferry sinks</h1><p>A ferry sank off Hale on Monday morning.</p>"
		"<div class=box><h3>More about Hale</h3><p>Get our letter every day.</p><p><a href=/s>Sign up here</a></p></div>"
		"<div class=social-share><p>Share this with everybody you know, please.</p></div>"
		"<p>The pier stays closed until Friday, the harbour said.</p></article>"
		"<div id=comments><p>I was there and it was not like that at all.</p></div>",
		"headline:Ferry sinks|body:A ferry sank off Hale on Monday morning.|other:More about Hale|other:Get our letter "
		"every day.|"
		"other:Sign up here|body:The pier stays closed until Friday, the harbour said."},
	{"a list of links is a listing",
		"<article><h1>Ferry sinks</h1><p>A ferry sank off Hale on Monday morning.</p><ul><li><a href=a>The owner's "
		"record</a></li>"
		"<li><a href=b>Ferries of the bay</a></li></ul><p>The pier stays closed until Friday, the harbour "
		"said.</p></article>",
		"headline:Ferry sinks|body:A ferry sank off Hale on Monday morning.|listing:The owner's record|listing:Ferries of "
		"the bay|"
		"body:The pier stays closed until Friday, the harbour said."},
	{"of two stories in a page the one with the headline",
		"<title>Ferry sinks</title><main><article><h1>Ferry sinks</h1><p>A ferry sank off Hale on Monday "
		"morning.</p></article>"
		"<article><h2>Another day</h2><p>The council met again on Tuesday to talk about the budget.</p>"
		"<p>It will meet once more before the summer, the mayor said.</p></article></main>",
		"headline:Ferry sinks|body:A ferry sank off Hale on Monday morning."},
	{"line breaks part paragraphs where sentences end",
		"<div><h1>Ferry sinks</h1>A ferry sank off Hale on Monday morning.<br>The pier stays closed "
		"until<br>Friday.<br><br>"
		"Divers go on.</div>",
		"headline:Ferry sinks|body:A ferry sank off Hale on Monday morning.|body:The pier stays closed until Friday.|"
		"body:Divers go on."},
	{"the hour above a post's heading is not copy",
		"<article><h1>Ferry sinks</h1><div class=post><p>A ferry sank off Hale on Monday morning.</p></div>"
		"<div class=post><p>14:05</p><h2>Divers at work</h2><p>Divers went down to the wreck at noon on "
		"Tuesday.</p></div></article>",
		"headline:Ferry sinks|body:A ferry sank off Hale on Monday morning.|other:14:05|subhead:Divers at work|"
		"body:Divers went down to the wreck at noon on Tuesday."},
	{"hidden text is not shown",
		"<h1>Ferry sinks</h1><p>A ferry sank off Hale on Monday morning.</p><p hidden>Never seen by anybody who reads "
		"it.</p>"
		"<p style='display: none'>Nor this one by any reader.</p>",
		"headline:Ferry sinks|body:A ferry sank off Hale on Monday morning."},
	{"the text is in JSON-LD only",
		"<title>Ferry sinks</title><script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"articleBody\":"
		"\"A ferry sank off Hale on Monday morning, the coast guard said, \\u201cin minutes\\u201d.\\n\\nThe pier stays "
		"closed until "
		"Friday &amp; divers go on. The owner said that it had been in good repair. The inquest opens in March at "
		"Orvost.\"}</script>"
		"<div id=app></div>",
		"headline:Ferry sinks|body:A ferry sank off Hale on Monday morning, the coast guard said, \xE2\x80\x9Cin "
		"minutes\xE2\x80\x9D.|"
		"body:The pier stays closed until Friday & divers go on. The owner said that it had been in good repair. The "
		"inquest opens "
		"in March at Orvost."},
	{"what the head says of the story is its standfirst where it stands above it",
		"<meta property='og:description' content='Divers look for the last two of fourteen people'>"
		"<article><h1>Ferry sinks</h1><div class=x1><p>Divers look for the last two of fourteen people</p></div>"
		"<div class=x2><p>A ferry sank off Hale on Monday morning.</p></div></article>",
		"headline:Ferry sinks|summary:Divers look for the last two of fourteen people|"
		"body:A ferry sank off Hale on Monday morning."},
	{"a heading within the story is not its headline, however well it fits the title",
		"<title>The five best ferries of the bay</title><header><h1>Ferries of the bay</h1></header><article>"
		"<p>We took every one of them from Hale to Orvost and back again in the first week of March, in rain and in "
		"snow, with a car and without, and wrote down what the crossing cost, how long it took and what there was to "
		"eat.</p>"
		"<p>None of the nine was late by more than a quarter of an hour, two had no seats left when we came, and one "
		"turned "
		"back at the harbour mouth because the sea was too high for it, as its captain told us then.</p>"
		"<h2>The five best ferries</h2><p>The first of them leaves at six in the morning.</p></article>",
		"headline:Ferries of the bay|"
		"body:We took every one of them from Hale to Orvost and back again in the first week of March, in rain and in "
		"snow, with a car and without, and wrote down what the crossing cost, how long it took and what there was to eat.|"
		"body:None of the nine was late by more than a quarter of an hour, two had no seats left when we came, and one "
		"turned "
		"back at the harbour mouth because the sea was too high for it, as its captain told us then.|"
		"subhead:The five best ferries|body:The first of them leaves at six in the morning."},
	{"a story in sections: one without a sentence is of the story as its neighbours are",
		"<article><h1>Ferries of the bay</h1><div class=part><p>We took every one of them from Hale to Orvost and "
		"back again in the first week of March, in rain and in snow, with a car and without, and wrote down what "
		"the crossing cost, how long it took and what there was to eat.</p><p>None of the nine was late by more "
		"than a quarter of an hour, two had no seats left when we came, and one turned back at the harbour mouth "
		"because the sea was too high for it, as its captain told us then.</p><p>The cheapest of the lot, a "
		"cattle boat with forty folding chairs on its after deck, was also the one on which the crew knew each of "
		"the passengers by name and asked about their children, and the only one with a cat.</p></div><div "
		"class=part><h2>The Grebe</h2><p>Best for cars</p><p>We like: the soup</p></div><div class=part><p>She "
		"leaves Hale at six in the morning.</p></div></article>",
		"headline:Ferries of the bay|body:We took every one of them from Hale to Orvost and back again in the "
		"first week of March, in rain and in snow, with a car and without, and wrote down what the crossing cost, "
		"how long it took and what there was to eat.|body:None of the nine was late by more than a quarter of an "
		"hour, two had no seats left when we came, and one turned back at the harbour mouth because the sea was "
		"too high for it, as its captain told us then.|body:The cheapest of the lot, a cattle boat with forty "
		"folding chairs on its after deck, was also the one on which the crew knew each of the passengers by name "
		"and asked about their children, and the only one with a cat.|subhead:The Grebe|body:Best for "
		"cars|body:We like: the soup|body:She leaves Hale at six in the morning."},
	{"a list of measures or names is a listing, one with sentences is copy",
		"<article><h1>Ferry sinks</h1><p>A ferry sank off Hale on Monday morning.</p><ul><li>Length: 40 m</li><li>Built: "
		"1988</li><li>Cars: 12</li></ul><p>This is what is known of it so far.</p><ul><li>Two cars were lost with it, the "
		"owner said.</li><li>One lorry</li><li>Nine bicycles</li></ul><p>The pier stays closed until Friday.</p></article>",
		"headline:Ferry sinks|body:A ferry sank off Hale on Monday morning.|listing:Length: 40 m|listing:Built: 1988|"
		"listing:Cars: 12|body:This is what is known of it so far.|body:Two cars were lost with it, the owner said.|"
		"body:One lorry|body:Nine bicycles|body:The pier stays closed until Friday."},
	{"elements that nobody knows end where they end",
		"<article><h1>Ferry sinks</h1><p>A ferry sank off Hale on Monday morning.</p><x-ad class=ad><div>buy</div></x-ad>"
		"<p>The pier stays closed until Friday, the harbour said.</p></article>",
		"headline:Ferry sinks|body:A ferry sank off Hale on Monday morning.|body:The pier stays closed until Friday, the "
		"harbour said."},
};

static void read_page(struct doc *doc, const char *page, size_t size)
{
	struct wa_input input = {.uri = "page.html", .bytes = page, .size = size, .format = "html"};
	struct wa_error error = {0};
	doc_init(doc);
	assert_int_equal(read_document(NULL, &input, doc, &error), WA_OK);
	check_runs(doc, page, size);
}

static void paragraphs_are_as_tabled(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		struct doc doc;
		char *shown;
		read_page(&doc, rows[i].page, strlen(rows[i].page));
		shown = show_paragraphs(&doc);
		if (strcmp(shown, rows[i].paragraphs) != 0)
			print_error("%s:\n  read   %s\n  wanted %s\n", rows[i].name, shown, rows[i].paragraphs);
		assert_string_equal(shown, rows[i].paragraphs);
		free(shown);
		doc_release(&doc);
	}
}

static void the_head_says_who_and_when(void **state)
{
	static const char page[] =
		"<html lang=en-GB><head><title>Ferry sinks - The Orvost Mail</title><meta property='og:site_name' content='The "
		"Orvost Mail'>"
		"<meta name=author content='Nobody'><meta property='article:modified_time' content='2024-03-05T08:00:00Z'>"
		"<script type='application/ld+json'>[{\"@type\":[\"Thing\",\"NewsArticle\"],\"headline\":\"Ferry sinks\","
		"\"author\":[{\"name\":\"Ida Falk\"},{\"name\":\"The Mail\\u2019s "
		"staff\"}],\"datePublished\":\"2024-03-04T10:00:00Z\","
		"\"articleSection\":[\"Sea &amp; shore\"]}]</script></head>"
		"<body><h1>Ferry sinks</h1><p>A ferry sank off Hale on Monday morning.</p></body></html>";
	struct doc doc;
	(void)state;
	read_page(&doc, page, sizeof page - 1);
	assert_string_equal(doc.title.ptr, "Ferry sinks");
	assert_string_equal(doc.byline.ptr, "Ida Falk, The Mail\xE2\x80\x99s staff");
	assert_string_equal(doc.published.ptr, "2024-03-04T10:00:00Z");
	assert_string_equal(doc.modified.ptr, "2024-03-05T08:00:00Z");
	assert_string_equal(doc.section.ptr, "Sea & shore");
	assert_string_equal(doc.provider.ptr, "The Orvost Mail");
	assert_string_equal(doc.lang.ptr, "en-GB");
	doc_release(&doc);
}

/* Makes a page of `count` times `part` between `head` and `tail`; the caller frees it. */
static char *repeat(const char *head, const char *part, size_t count, const char *tail, size_t *size)
{
	size_t part_len = strlen(part);
	char *page = malloc(strlen(head) + part_len * count + strlen(tail) + 1);
	assert_non_null(page);
	memcpy(page, head, *size = strlen(head));
	for (size_t i = 0; i < count; i++, *size += part_len)
		memcpy(page + *size, part, part_len);
	memcpy(page + *size, tail, strlen(tail) + 1);
	*size += strlen(tail);
	return page;
}

static void no_text_is_lost_in_deep_pages(void **state)
{
	static const struct {
		const char *part, *tail;
		size_t count;
	} deep[] = {
		{"<div>", "A ferry sank off Hale on Monday morning.", 1000},
		{"<div><b><i>", "A ferry sank off Hale on Monday morning.", 10000},
		{"<table><tr><td>", "A ferry sank off Hale on Monday morning.", 2000},
		{"<ul><li>", "A ferry sank off Hale on Monday morning.", 5000},
		{"<x-y>", "A ferry sank off Hale on Monday morning.", 3000},
	};
	(void)state;
	for (size_t i = 0; i < sizeof deep / sizeof deep[0]; i++) {
		struct doc doc;
		size_t size;
		char *page = repeat("<html><body>", deep[i].part, deep[i].count, deep[i].tail, &size);
		read_page(&doc, page, size);
		assert_int_equal(doc.paras.count, 1);
		assert_memory_equal(doc.text.items, deep[i].tail, strlen(deep[i].tail));
		doc_release(&doc);
		free(page);
	}
}

/* Pages cut at every byte: nothing before the cut may be read beyond it, and the runs hold. */
static void cut_pages_are_read_to_the_cut(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		size_t size = strlen(rows[i].page);
		for (size_t cut = 1; cut < size; cut++) {
			char *page = malloc(cut);
			struct doc doc;
			assert_non_null(page);
			memcpy(page, rows[i].page, cut);
			read_page(&doc, page, cut);
			doc_release(&doc);
			free(page);
		}
	}
}

static void runs_hold_in_every_encoding(void **state)
{
	static const struct {
		const char *name, *bytes;
		size_t size;
		const char *text;
	} pages[] = {
#define PAGE(name, bytes, text) {name, bytes, sizeof(bytes) - 1, text}
		PAGE("entities and tags within words",
			"<p>Caf&eacute; &#8220;N&#x00e9;&quot; <b>b</b>o<i>l</i>d &amp &nbsp; &nosuch; a<br>b &#128512;",
			"Caf\xC3\xA9 \xE2\x80\x9CN\xC3\xA9\" bold & &nosuch; a b \xF0\x9F\x98\x80"),
		PAGE("references escaped once too often",
			"<p>&amp;quot;a&amp;#39;s&amp;quot; &amp;amp; &amp;lt;b&amp;gt; &amp;nosuch;",
			"\"a's\" & &lt;b&gt; &nosuch;"),
		PAGE("CRLF and tabs", "<p>one\r\n\ttwo\r\n</p>", "one two"),
		PAGE("byte order mark", "\xEF\xBB\xBF<p>Zo\xC3\xAB</p>", "Zo\xC3\xAB"),
		PAGE("decomposed and astral letters", "<p>e\xCC\x81 \xF0\x9D\x94\xB8</p>", "e\xCC\x81 \xF0\x9D\x94\xB8"),
		PAGE("Latin-1", "<meta charset=iso-8859-1><p>Caf\xE9 \x93no\x94</p>", "Caf\xC3\xA9 \xE2\x80\x9Cno\xE2\x80\x9D"),
		PAGE("declared Latin-1, is UTF-8",
			"<meta charset=iso-8859-1><p>K\xC3\xB8"
			"benhavn</p>",
			"K\xC3\xB8"
			"benhavn"),
		PAGE("declared UTF-8, is Windows-1252", "<meta charset=utf-8><p>Caf\xE9 \x93no\x94 d\xE9j\xE0</p>",
			"Caf\xC3\xA9 \xE2\x80\x9Cno\xE2\x80\x9D d\xC3\xA9j\xC3\xA0"),
		PAGE("Shift_JIS", "<meta charset=Shift_JIS><p>\x93\xFA\x96{</p>", "\xE6\x97\xA5\xE6\x9C\xAC"),
		PAGE("UTF-16", "\xFF\xFE<\0p\0>\0Z\0\xEB\0&\0a\0m\0p\0;\0\x3D\xD8\x00\xDE", "Z\xC3\xAB&\xF0\x9F\x98\x80"),
		PAGE("broken UTF-8",
			"<p>K\xC3\xB8\xC3\xB8\xC3\xB8\xC3\xB8"
			"b \xFF\xC3 a</p>",
			"K\xC3\xB8\xC3\xB8\xC3\xB8\xC3\xB8"
			"b \xEF\xBF\xBD\xEF\xBF\xBD a"),
#undef PAGE
	};
	(void)state;
	for (size_t i = 0; i < sizeof pages / sizeof pages[0]; i++) {
		struct doc doc;
		struct wa_str text;
		read_page(&doc, pages[i].bytes, pages[i].size);
		assert_int_equal(doc.paras.count, 1);
		text = doc_para_text(&doc, 0);
		if (text.len != strlen(pages[i].text) || memcmp(text.ptr, pages[i].text, text.len) != 0)
			print_error("%s: read %.*s\n", pages[i].name, (int)text.len, text.ptr);
		assert_int_equal(text.len, strlen(pages[i].text));
		assert_memory_equal(text.ptr, pages[i].text, text.len);
		doc_release(&doc);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(paragraphs_are_as_tabled),
		cmocka_unit_test(the_head_says_who_and_when),
		cmocka_unit_test(no_text_is_lost_in_deep_pages),
		cmocka_unit_test(cut_pages_are_read_to_the_cut),
		cmocka_unit_test(runs_hold_in_every_encoding),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
