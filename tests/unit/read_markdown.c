/* Markdown: marks go, words stay. */
#include "read_rows.h"

#define LINK "[more](http://h/a_b)"

static const struct read_row rows[] = {
	{"brackets that are no links", "# Ferry\n\n[a](b) A [ferry [sank](c) off [Hale <and [two](d drowned.\n",
		"headline:Ferry|body:a A ferry [sank off [Hale <and [two](d drowned."},
	{"headings, paragraphs, links",
		"# Ferry\n\nA **ferry** _sank_ off `Hale` " LINK ".\n\n## What next\n\nThe pier stays closed.\n",
		"headline:Ferry|body:A ferry sank off Hale more.|subhead:What next|body:The pier stays closed."},
	{"underlined headings", "Ferry\n=====\n\nA ferry sank " LINK ".\n\nWhat next\n---------\n\n# x\n\nIt stays closed.\n",
		"headline:Ferry|body:A ferry sank more.|subhead:What next|subhead:x|body:It stays closed."},
	{"lists, quotations, rules",
		"# Ferry\n\n- One sank " LINK "\n- Two sank\n1. Three sank\n\n> We saw it,\n> he said.\n\n***\n\nThe end.\n",
		"headline:Ferry|body:One sank more|body:Two sank|body:Three sank|body:We saw it, he said.|body:The end."},
	{"code and tables", "# Ferry\n\n```\nint a;\n```\n\n| a | b |\n\nA ferry sank " LINK ".\n",
		"headline:Ferry|listing:int a;|listing:| a | b ||body:A ferry sank more."},
	{"words with marks in them", "# snake_case * 3\n\nA \\*ferry\\* of 3*4 " LINK " &amp; more <b>bold</b>.\n",
		"headline:snake_case * 3|body:A *ferry* of 34 more & more bold."},
	{"a picture", "# Ferry\n\n![The quay](q.jpg)\n\nA ferry sank ![here](x) " LINK ".\n",
		"headline:Ferry|caption:The quay|body:A ferry sank more."},
};

static void paragraphs_are_as_tabled(void **state)
{
	(void)state;
	check_rows(packs, "markdown", rows, ARRAY_COUNT(rows));
}

static void front_matter_is_metadata(void **state)
{
	struct doc doc;
	(void)state;
	read_first(packs,
		"---\ntitle: \"Ferry sinks\"\nauthor: Ida Falk\ndate: 2025-03-04\nlang: en\n---\n# Ferry\n\n[A](b) ferry sank.\n",
		&doc);
	assert_string_equal(doc.format, "markdown");
	assert_string_equal(doc.title.ptr, "Ferry sinks");
	assert_string_equal(doc.byline.ptr, "Ida Falk");
	assert_string_equal(doc.published.ptr, "2025-03-04");
	assert_string_equal(doc.lang.ptr, "en");
	doc_release(&doc);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(paragraphs_are_as_tabled),
		cmocka_unit_test(front_matter_is_metadata),
	};
	return cmocka_run_group_tests(tests, load_packs, unload_packs);
}
