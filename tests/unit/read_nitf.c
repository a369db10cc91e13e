/* NITF: what stands where the standard says, and what agencies put elsewhere. */
#include "read_rows.h"

#define NITF(head, content)                                                                                                     \
	"<?xml version=\"1.0\"?><nitf><head><title>T</title></head><body><body.head>" head "</body.head><body.content>" content \
	"</body.content></body></nitf>"

static const struct read_row rows[] = {
	{"paragraphs within blocks and without",
		NITF("<hedline><hl1>Ferry sinks</hl1></hedline>",
			"<block><p>A ferry sank off Hale.</p></block><p>Two men <em>drowned</em> &amp; one was saved.</p>"),
		"headline:Ferry sinks|body:A ferry sank off Hale.|body:Two men drowned & one was saved."},
	{"the title of the head when there is no headline", NITF("", "<p>A ferry sank.</p>"), "headline:T|body:A ferry sank."},
	{"a headline without hl1", NITF("<hedline>Ferry sinks</hedline>", "<p>A ferry sank.</p>"),
		"headline:Ferry sinks|body:A ferry sank."},
	{"an abstract that says more stays",
		NITF("<hedline><hl1>Ferry</hl1></hedline><abstract><p>Two men drown off Hale.</p></abstract>",
			"<p>A ferry sank.</p>"),
		"headline:Ferry|summary:Two men drown off Hale.|body:A ferry sank."},
	{"an abstract that is the first paragraph counts once",
		NITF("<hedline><hl1>Ferry</hl1></hedline><abstract>A ferry sank.</abstract>", "<p>A ferry sank.</p>"),
		"headline:Ferry|other:A ferry sank.|body:A ferry sank."},
	{"HTML escaped within a paragraph",
		NITF("<hedline><hl1>Ferry</hl1></hedline>", "<p>&lt;p&gt;A ferry &amp;amp; a boat sank.&lt;/p&gt;</p>"),
		"headline:Ferry|body:A ferry & a boat sank."},
	{"character data", NITF("<hedline><hl1><![CDATA[Ferry & boat]]></hl1></hedline>", "<p><![CDATA[A ferry sank.]]></p>"),
		"headline:Ferry & boat|body:A ferry sank."},
	{"cut off in the middle", "<?xml version=\"1.0\"?><nitf><body><body.content><p>A ferry sank.</p><p>Two men dro",
		"body:A ferry sank.|body:Two men dro"},
	{"no text at all", "<nitf/>", ""},
};

static void paragraphs_are_as_tabled(void **state)
{
	(void)state;
	check_rows(packs, "nitf", rows, ARRAY_COUNT(rows));
}

static void the_head_says_who_and_when(void **state)
{
	struct doc doc;
	(void)state;
	read_first(packs,
		"<nitf xml:lang='en-GB'><head><docdata management-status='usable'><doc-id regsrc='Hale Wire'/><urgency ed-urg='2'/>"
		"<date.issue norm='20250304T081500+0100'/><date.release norm='20250305T000100Z'/><du-key version='3'/>"
		"<ed-msg info='Embargoed to 0001'/><doc.copyright "
		"holder='Hale'/></docdata></head><body><body.head><hedline><hl1>Ferry"
		"</hl1></hedline><byline>By <person>Ida "
		"Falk</person></byline><dateline><location>HALE</location></dateline></body.head>"
		"<body.content><p>A ferry sank.</p></body.content></body></nitf>",
		&doc);
	assert_string_equal(doc.lang.ptr, "en-GB");
	assert_string_equal(doc.status.ptr, "usable");
	assert_string_equal(doc.provider.ptr, "Hale Wire");
	assert_string_equal(doc.urgency.ptr, "2");
	assert_string_equal(doc.published.ptr, "2025-03-04T08:15:00+01:00");
	assert_string_equal(doc.embargo.ptr, "2025-03-05T00:01:00Z");
	assert_string_equal(doc.version.ptr, "3");
	assert_string_equal(doc.ednote.ptr, "Embargoed to 0001");
	assert_string_equal(doc.copyright.ptr, "Hale");
	assert_string_equal(doc.byline.ptr, "Ida Falk");
	assert_string_equal(doc.dateline.ptr, "HALE");
	doc_release(&doc);
}

static void the_carrier_is_whose_rights_are_given(void **state)
{
	struct doc doc;
	(void)state;
	read_first(packs,
		"<nitf><head><docdata><doc-id id-string='1'/><doc.copyright holder='Hale Press'/><doc.rights owner='Talin' "
		"agent='Talin'/></docdata></head><body><body.content><p>A ferry sank.</p></body.content></body></nitf>",
		&doc);
	assert_string_equal(doc.provider.ptr, "Talin");
	assert_string_equal(doc.copyright.ptr, "Hale Press");
	doc_release(&doc);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(paragraphs_are_as_tabled),
		cmocka_unit_test(the_head_says_who_and_when),
		cmocka_unit_test(the_carrier_is_whose_rights_are_given),
	};
	return cmocka_run_group_tests(tests, load_packs, unload_packs);
}
