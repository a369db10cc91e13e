/* RSS and what WordPress exports. */
#include "read_rows.h"

#define RSS(items) \
	"<?xml version=\"1.0\"?><rss version=\"2.0\"><channel><title>Hale</title><language>en</language>" items "</channel></rss>"

static const struct read_row rows[] = {
	{"a description when there is nothing longer",
		RSS("<item><title>Ferry</title><guid>1</guid><description>&lt;p&gt;A ferry sank.&lt;/p&gt;</description></item>"),
		"#1 headline:Ferry|body:A ferry sank."},
	{"the whole text",
		RSS("<item><title>Ferry</title><link>http://h/1</link><description>In short.</description><content:encoded>"
		    "<![CDATA[<p>A ferry sank.</p><p>Two&nbsp;drowned.</p>]]></content:encoded></item>"),
		"#http://h/1 headline:Ferry|summary:In short.|body:A ferry sank.|body:Two drowned."},
	{"text escaped twice",
		RSS("<item><title>Ferry &amp;amp; boat</title><guid>1</guid><description>&lt;p&gt;A ferry &amp;amp; a boat "
		    "sank.&lt;/p&gt;</description></item>"),
		"#1 headline:Ferry & boat|body:A ferry & a boat sank."},
	{"WordPress's shortcodes are no copy, brackets are",
		RSS("<item><title>Ferry</title><guid>1</guid><content:encoded><![CDATA[[dropcap size='2']A[/dropcap] <i>ferry</i> "
		    "[the "
		    "Ida] "
		    "sank.\n[caption id=\"a\"]The pier.[/caption] [gallery]]]></content:encoded></item>"),
		"#1 headline:Ferry|body:A ferry [the Ida] sank.|caption:The pier.|body:[gallery]"},
	{"items without a name are numbered",
		RSS("<item><title>A</title><description>One sank.</description></item><item><title>B</title><description>Two "
		    "sank.</description></item>"),
		"#1 headline:A|body:One sank. || #2 headline:B|body:Two sank."},
	{"pictures and what was thrown away are no stories",
		RSS("<item><title>a.jpg</title><wp:post_type>attachment</wp:post_type></item>"
		    "<item><title>Old</title><wp:status>trash</wp:status></item><item><title>Ferry</title><guid>2</"
		    "guid><content:encoded><![CDATA[A ferry sank.\n\nTwo drowned.]]>"
		    "</content:encoded><wp:post_type>post</wp:post_type></item>"),
		"#2 headline:Ferry|body:A ferry sank.|body:Two drowned."},
	{"RSS 1.0",
		"<rdf:RDF "
		"xmlns:rdf=\"r\"><channel><title>Hale</title></channel><item><title>Ferry</title><link>http://h/1</"
		"link><description>A ferry sank.</description></item></rdf:RDF>",
		"#http://h/1 headline:Ferry|body:A ferry sank."},
	{"a feed without items", RSS(""), ""},
};

static void paragraphs_are_as_tabled(void **state)
{
	(void)state;
	check_rows(packs, "rss", rows, ARRAY_COUNT(rows));
}

static void the_channel_speaks_for_its_items(void **state)
{
	struct doc doc;
	(void)state;
	read_first(packs,
		RSS("<item><title>Ferry</title><dc:creator>Ida Falk</dc:creator><pubDate>Tue, 04 Mar 2025 08:15:00 +0100</pubDate>"
		    "<category>Sea</category><description>A ferry sank.</description></item>"),
		&doc);
	assert_string_equal(doc.provider.ptr, "Hale");
	assert_string_equal(doc.lang.ptr, "en");
	assert_string_equal(doc.byline.ptr, "Ida Falk");
	assert_string_equal(doc.section.ptr, "Sea");
	assert_string_equal(doc.published.ptr, "2025-03-04T08:15:00+01:00");
	doc_release(&doc);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(paragraphs_are_as_tabled),
		cmocka_unit_test(the_channel_speaks_for_its_items),
	};
	return cmocka_run_group_tests(tests, load_packs, unload_packs);
}
