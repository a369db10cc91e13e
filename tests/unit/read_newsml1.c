/* NewsML 1.2: items of components within components. */
#include "read_rows.h"

#define HEAD "<?xml version=\"1.0\"?><NewsML Version=\"1.2\">"
#define ITEM(id, parts)                                                                                                     \
	"<NewsItem><Identification><NewsIdentifier><NewsItemId>" id "</NewsItemId></NewsIdentifier></Identification>" parts \
	"</NewsItem>"
#define STORY(lines, content)                                                               \
	"<NewsComponent><NewsLines>" lines "</NewsLines><ContentItem><DataContent>" content \
	"</DataContent></ContentItem></NewsComponent>"

static const struct read_row rows[] = {
	{"bare paragraphs",
		HEAD ITEM("n", STORY("<HeadLine>Ferry</HeadLine>", "<p>A ferry sank.</p><p>Two drowned.</p>")) "</NewsML>",
		"headline:Ferry|body:A ferry sank.|body:Two drowned."},
	{"NITF within",
		HEAD ITEM("n", STORY("<HeadLine>Ferry</HeadLine>",
				       "<nitf><body><body.content><p>A ferry sank.</p></body.content></body></nitf>")) "</NewsML>",
		"headline:Ferry|body:A ferry sank."},
	{"HTML in character data, in capitals",
		HEAD ITEM("n",
			STORY("<HeadLine>Ferry</HeadLine>", "<![CDATA[<P>A ferry sank.</P><P>Two drowned.</P>]]>")) "</NewsML>",
		"headline:Ferry|body:A ferry sank.|body:Two drowned."},
	{"two items are two documents",
		HEAD ITEM("n1", STORY("<HeadLine>Ferry</HeadLine>", "<p>A ferry sank.</p>"))
			ITEM("n2", STORY("<HeadLine>Boat</HeadLine>", "<p>A boat sank.</p>")) "</NewsML>",
		"#n1 headline:Ferry|body:A ferry sank. || #n2 headline:Boat|body:A boat sank."},
	{"two items of one name are told apart",
		HEAD ITEM("n", STORY("<HeadLine>Ferry</HeadLine>", "<p>A ferry sank.</p>"))
			ITEM("n", STORY("<HeadLine>Boat</HeadLine>", "<p>A boat sank.</p>")) "</NewsML>",
		"#n headline:Ferry|body:A ferry sank. || #n~2 headline:Boat|body:A boat sank."},
	{"what roles say a part is",
		HEAD ITEM("n", "<NewsComponent><NewsLines><HeadLine>Ferry</HeadLine></NewsLines>"
			       "<NewsComponent><Role FormalName='Lead'/><ContentItem><DataContent>It had no "
			       "boats.</DataContent></ContentItem></NewsComponent>"
			       "<NewsComponent><Role FormalName='Body'/><ContentItem><DataContent><p>A ferry "
			       "sank.</p></DataContent></ContentItem></NewsComponent>"
			       "<NewsComponent><Role FormalName='Caption'/><ContentItem><DataContent>The "
			       "quay.</DataContent></ContentItem></NewsComponent>"
			       "</NewsComponent>") "</NewsML>",
		"headline:Ferry|summary:It had no boats.|body:A ferry sank.|caption:The quay."},
	{"a credit in the dateline of the metadata",
		HEAD ITEM("n", STORY("<HeadLine>Ferry</HeadLine><DateLine>HALE, March 4 (AFP) -</DateLine>",
				       "<p>A ferry sank.</p>")) "</NewsML>",
		"headline:Ferry|dateline:HALE, March 4 (AFP) -|body:A ferry sank."},
	{"a package without text", HEAD ITEM("n", "<NewsComponent><NewsLines/></NewsComponent>") "</NewsML>", ""},
};

static void paragraphs_are_as_tabled(void **state)
{
	(void)state;
	check_rows(packs, "newsml1", rows, ARRAY_COUNT(rows));
}

static void metadata_of_the_nearest_component_counts(void **state)
{
	struct doc doc;
	(void)state;
	read_first(packs,
		HEAD
		"<NewsItem><NewsManagement><FirstCreated>20250304T081500Z</FirstCreated><Status FormalName='Usable'/><Urgency "
		"FormalName='2'/>"
		"</NewsManagement><NewsComponent><NewsLines><HeadLine>Outer</HeadLine><CopyrightLine>Hale</CopyrightLine></"
		"NewsLines>"
		"<AdministrativeMetadata><Provider><Party FormalName='Carrier'/></Provider></AdministrativeMetadata>"
		"<NewsComponent><NewsLines><HeadLine>Inner</HeadLine><ByLine>By Ida "
		"Falk</ByLine></NewsLines><AdministrativeMetadata>"
		"<Source><Party FormalName='AP'/></Source></AdministrativeMetadata><DescriptiveMetadata><Language FormalName='en'/>"
		"</DescriptiveMetadata><ContentItem><DataContent><p>A ferry sank.</p></DataContent></ContentItem></NewsComponent>"
		"</NewsComponent></NewsItem></NewsML>",
		&doc);
	assert_string_equal(doc.title.ptr, "Inner");
	assert_string_equal(doc.byline.ptr, "Ida Falk");
	assert_string_equal(doc.provider.ptr, "Carrier");
	assert_string_equal(doc.source.ptr, "AP");
	assert_string_equal(doc.copyright.ptr, "Hale");
	assert_string_equal(doc.lang.ptr, "en");
	assert_string_equal(doc.status.ptr, "Usable");
	assert_string_equal(doc.urgency.ptr, "2");
	assert_string_equal(doc.published.ptr, "2025-03-04T08:15:00Z");
	doc_release(&doc);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(paragraphs_are_as_tabled),
		cmocka_unit_test(metadata_of_the_nearest_component_counts),
	};
	return cmocka_run_group_tests(tests, load_packs, unload_packs);
}
