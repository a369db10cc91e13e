/* Atom feeds and single entries. */
#include "read_rows.h"

#define FEED(entries) \
	"<?xml version=\"1.0\"?><feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"en\"><title>Hale</title>" entries "</feed>"

static const struct read_row rows[] = {
	{"markup of its own",
		FEED("<entry><id>a</id><title>Ferry</title><content type=\"xhtml\"><div><p>A ferry sank.</p><p>Two "
		     "drowned.</p></div></content></entry>"),
		"#a headline:Ferry|body:A ferry sank.|body:Two drowned."},
	{"escaped HTML",
		FEED("<entry><id>a</id><title type=\"html\">Ferry &amp;amp; boat</title><content type=\"html\">&lt;p&gt;A ferry "
		     "sank.&lt;/p&gt;</content></entry>"),
		"#a headline:Ferry & boat|body:A ferry sank."},
	{"plain text",
		FEED("<entry><id>a</id><title>Ferry</title><content type=\"text\">A ferry sank at 3 &lt; 4.\n\nTwo "
		     "drowned.</content></entry>"),
		"#a headline:Ferry|body:A ferry sank at 3 < 4.|body:Two drowned."},
	{"a summary when there is nothing longer",
		FEED("<entry><id>a</id><title>Ferry</title><summary>A ferry sank.</summary></entry>"),
		"#a headline:Ferry|body:A ferry sank."},
	{"a body of an agency's own beside a line of content",
		FEED("<entry><id>a</id><title>Ferry</title><content>A ferry.</content>"
		     "<x:body>&lt;p&gt;A ferry sank off Hale on Monday.&lt;/p&gt;</x:body></entry>"),
		"#a headline:Ferry|body:A ferry sank off Hale on Monday."},
	{"an entry alone",
		"<entry xmlns=\"http://www.w3.org/2005/Atom\"><id>a</id><title>Ferry</title><author><name>Ida "
		"Falk</name></author><content>A ferry sank.</content></entry>",
		"#a headline:Ferry|credit:Ida Falk|body:A ferry sank."},
};

static void paragraphs_are_as_tabled(void **state)
{
	(void)state;
	check_rows(packs, "atom", rows, ARRAY_COUNT(rows));
}

static void the_feed_speaks_for_its_entries(void **state)
{
	struct doc doc;
	(void)state;
	read_first(packs,
		FEED("<rights>All</rights><entry><title>Ferry</title><published>2025-03-04T08:15:00Z</published>"
		     "<updated>2025-03-04T09:15:00Z</updated><category term='sea'/><content>A ferry sank.</content></entry>"),
		&doc);
	assert_string_equal(doc.provider.ptr, "Hale");
	assert_string_equal(doc.copyright.ptr, "All");
	assert_string_equal(doc.lang.ptr, "en");
	assert_string_equal(doc.section.ptr, "sea");
	assert_string_equal(doc.published.ptr, "2025-03-04T08:15:00Z");
	assert_string_equal(doc.modified.ptr, "2025-03-04T09:15:00Z");
	doc_release(&doc);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(paragraphs_are_as_tabled),
		cmocka_unit_test(the_feed_speaks_for_its_entries),
	};
	return cmocka_run_group_tests(tests, load_packs, unload_packs);
}
