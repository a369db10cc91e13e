/* NewsML-G2: items alone and in messages, and what holds no copy. */
#include "read_rows.h"

#define ITEM(guid, meta, content)                                                                                           \
	"<newsItem guid=\"" guid "\" version=\"2\" xml:lang=\"en\"><contentMeta>" meta "</contentMeta><contentSet>" content \
	"</contentSet></newsItem>"
#define HTML(body)                                                                                        \
	"<inlineXML contenttype=\"application/xhtml+xml\"><html><head><title>t</title></head><body>" body \
	"</body></html></inlineXML>"
#define MESSAGE(items) "<?xml version=\"1.0\"?><newsMessage><itemSet>" items "</itemSet></newsMessage>"

static const struct read_row rows[] = {
	{"XHTML", ITEM("g", "<headline>Ferry</headline>", HTML("<p>A ferry sank.</p><section><p>Two drowned.</p></section>")),
		"headline:Ferry|body:A ferry sank.|body:Two drowned."},
	{"NITF",
		ITEM("g", "<headline>Ferry</headline>",
			"<inlineXML><nitf><body><body.content><block><p>A ferry "
			"sank.</p></block></body.content></body></nitf></inlineXML>"),
		"headline:Ferry|body:A ferry sank."},
	{"plain text",
		ITEM("g", "<headline>Ferry</headline>",
			"<inlineData contenttype=\"text/plain\"><![CDATA[A ferry sank.\n\nTwo drowned.]]></inlineData>"),
		"headline:Ferry|body:A ferry sank.|body:Two drowned."},
	{"elements of an agency's own",
		ITEM("g", "<headline>Ferry</headline>",
			"<inlineXML><BODY><TEXT><P>A ferry sank.</P><P>Two drowned.</P></TEXT></BODY></inlineXML>"),
		"headline:Ferry|body:A ferry sank.|body:Two drowned."},
	{"the main headline and the rest",
		ITEM("g",
			"<headline role=\"h:sub\">Nobody saw it coming at all</headline><headline role=\"h:main\">Ferry</headline>",
			HTML("<p>A ferry sank.</p>")),
		"headline:Ferry|summary:Nobody saw it coming at all|body:A ferry sank."},
	{"a message of two, a picture and a package",
		MESSAGE(ITEM("a", "<headline>Ferry</headline>", HTML("<p>A ferry sank.</p>"))
				ITEM("p", "<headline>The quay</headline>", "<remoteContent/>") "<packageItem guid=\"x\"/>" ITEM(
					"b", "<headline>Boat</headline>", HTML("<p>A boat sank.</p>"))),
		"#a headline:Ferry|body:A ferry sank. || #b headline:Boat|body:A boat sank."},
	{"a credit line", ITEM("g", "<headline>Ferry</headline><creditline>Hale Wire</creditline>", HTML("<p>A ferry sank.</p>")),
		"headline:Ferry|credit:Hale Wire|body:A ferry sank."},
	{"a concept item", "<conceptItem guid=\"c\"><concept/></conceptItem>", ""},
};

static void paragraphs_are_as_tabled(void **state)
{
	(void)state;
	check_rows(packs, "newsmlg2", rows, ARRAY_COUNT(rows));
}

static void carrier_and_sources_are_kept_apart(void **state)
{
	struct doc doc;
	(void)state;
	read_first(packs,
		"<newsItem version='2'><rightsInfo><copyrightHolder literal='Hale'/></rightsInfo><itemMeta><provider "
		"qcode='nprov:CARRIER'/>"
		"<versionCreated>2025-03-04T08:15:00Z</versionCreated><embargoed>2025-03-05T00:01:00Z</embargoed><pubStatus "
		"qcode='stat:canceled'/>"
		"<edNote>Second version</edNote><edNote pubconstraint='x:nonpublic'>Call "
		"us</edNote></itemMeta><contentMeta><urgency>4</urgency>"
		"<infoSource literal='AP' role='isrol:origProv'/><infoSource><name>Hale Wire</name></infoSource><creator><name>Ida "
		"Falk</name></creator>"
		"<language tag='sv'/><headline>Ferry</headline></contentMeta><contentSet><inlineXML><html><body><p>A ferry "
		"sank.</p></body></html>"
		"</inlineXML></contentSet></newsItem>",
		&doc);
	assert_string_equal(doc.provider.ptr, "CARRIER");
	assert_string_equal(doc.source.ptr, "AP (origProv); Hale Wire");
	assert_string_equal(doc.byline.ptr, "Ida Falk");
	assert_string_equal(doc.ednote.ptr, "Second version");
	assert_string_equal(doc.status.ptr, "canceled");
	assert_string_equal(doc.embargo.ptr, "2025-03-05T00:01:00Z");
	assert_string_equal(doc.modified.ptr, "2025-03-04T08:15:00Z");
	assert_string_equal(doc.copyright.ptr, "Hale");
	assert_string_equal(doc.lang.ptr, "sv");
	assert_string_equal(doc.version.ptr, "2");
	assert_string_equal(doc.urgency.ptr, "4");
	doc_release(&doc);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(paragraphs_are_as_tabled),
		cmocka_unit_test(carrier_and_sources_are_kept_apart),
	};
	return cmocka_run_group_tests(tests, load_packs, unload_packs);
}
