/* XML of newsroom systems' own, and what XML may be used for against a reader. */
#include "read_rows.h"

#define LONG "A ferry sank off Hale on Monday morning, and two of those aboard drowned before a boat came."

static const struct read_row rows[] = {
	{"told by the names of elements",
		"<?xml version=\"1.0\"?><release><title>Ferry</title><byline>By Ida Falk</byline><body>" LONG "</body></release>",
		"headline:Ferry|credit:By Ida Falk|body:" LONG},
	{"HTML escaped within",
		"<?xml version=\"1.0\"?><News><Headline>Ferry</Headline><Content>&lt;p&gt;" LONG
		"&lt;/p&gt;&lt;p&gt;No boat was aboard.&lt;/p&gt;</Content></News>",
		"headline:Ferry|body:" LONG "|body:No boat was aboard."},
	{"several stories",
		"<?xml version=\"1.0\"?><all><s><id>a</id><title>Ferry</title><text>" LONG
		"</text></s><s><id>b</id><title>Boat</title><text>" LONG "</text></s></all>",
		"#a headline:Ferry|body:" LONG " || #b headline:Boat|body:" LONG},
	{"data", "<?xml version=\"1.0\"?><table><row>1</row></table>", ""},
	{"entities that are declared are not expanded",
		"<?xml version=\"1.0\"?><!DOCTYPE r [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;\"><!ENTITY f SYSTEM "
		"\"file:///etc/passwd\">]>"
		"<r><title>Ferry</title><body>" LONG " &b;&f;</body></r>",
		"headline:Ferry|body:" LONG " &b;&f;"},
	{"broken off and wrongly nested", "<?xml version=\"1.0\"?><r><title>Ferry</title><body><p>" LONG "</b></p><i>Two drowned",
		"headline:Ferry|body:" LONG "|body:Two drowned"},
	{"comments and instructions",
		"<?xml version=\"1.0\"?><!-- <body> --><r><?x <body>?><title>Ferry</title><body>" LONG "<!-- gone --></body></r>",
		"headline:Ferry|body:" LONG},
};

static void paragraphs_are_as_tabled(void **state)
{
	(void)state;
	check_rows(packs, "xml", rows, ARRAY_COUNT(rows));
}

static void deep_nesting_loses_nothing(void **state)
{
	enum { DEPTH = 10000 };
	static char file[DEPTH * 7 + 512];
	struct doc doc;
	char *at = file + snprintf(file, sizeof file, "<?xml version=\"1.0\"?><r><title>Ferry</title><body>");
	(void)state;
	for (unsigned i = 0; i < DEPTH; i++, at += 3)
		memcpy(at, "<a>", 3);
	at += snprintf(at, 256, "<p>" LONG "</p>");
	for (unsigned i = 0; i < DEPTH; i++, at += 4)
		memcpy(at, "</a>", 4);
	(void)snprintf(at, 32, "</body></r>");
	read_first(packs, file, &doc);
	check_runs(&doc, file, strlen(file));
	assert_int_equal(doc.paras.count, 2);
	assert_int_equal(doc.paras.items[1].len, strlen(LONG));
	doc_release(&doc);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(paragraphs_are_as_tabled),
		cmocka_unit_test(deep_nesting_loses_nothing),
	};
	return cmocka_run_group_tests(tests, load_packs, unload_packs);
}
