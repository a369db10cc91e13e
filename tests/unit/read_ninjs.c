/* ninjs 1 to 3, and JSON in general. */
#include "read_rows.h"

static const struct read_row rows[] = {
	{"HTML in a string",
		"{\"uri\":\"a\",\"headline\":\"Ferry\",\"body_html\":\"<p>A ferry <b>sank<\\/b>.<\\/p><p>Two &amp; one "
		"drowned.<\\/p>\"}",
		"headline:Ferry|body:A ferry sank.|body:Two & one drowned."},
	{"plain text with line breaks", "{\"uri\":\"a\",\"headline\":\"Ferry\",\"body_text\":\"A ferry sank.\\n\\nTwo drowned.\"}",
		"headline:Ferry|body:A ferry sank.|body:Two drowned."},
	{"escapes, also of characters beyond the first plane",
		"{\"uri\":\"a\",\"headline\":\"\\u00c4rger\",\"body_text\":\"\\ud83d\\ude00 sank.\"}",
		"headline:\xC3\x84rger|body:\xF0\x9F\x98\x80 sank."},
	{"the HTML is preferred to the text",
		"{\"pubstatus\":\"usable\",\"body_text\":\"text\",\"body_html\":\"<p>html</p>\",\"headline\":\"Ferry\"}",
		"headline:Ferry|body:html"},
	{"lists of version 3",
		"{\"pubstatus\":\"usable\",\"headlines\":[{\"role\":\"main\",\"value\":\"Ferry\"}],\"bodies\":[{\"value\":\"<p>A "
		"ferry sank.</p>\"}]}",
		"headline:Ferry|body:A ferry sank."},
	{"a picture's byline is not the story's",
		"{\"pubstatus\":\"usable\",\"headline\":\"Ferry\",\"associations\":{\"main\":{\"byline\":\"Jon Ode\","
		"\"type\":\"picture\"}},\"body_text\":\"A ferry sank.\"}",
		"headline:Ferry|body:A ferry sank."},
	{"several",
		"{\"versioncreated\":1,\"items\":[{\"guid\":\"a\",\"headline\":\"Ferry\",\"body_text\":\"A ferry "
		"sank.\"},{\"guid\":\"b\",\"headline\":\"Boat\",\"body_text\":\"A boat sank.\"}]}",
		"#a headline:Ferry|body:A ferry sank. || #b headline:Boat|body:A boat sank."},
	{"a list at the top",
		"[{\"guid\":\"a\",\"headline\":\"Ferry\",\"body_text\":\"A ferry "
		"sank.\"},{\"guid\":\"b\",\"headline\":\"Boat\",\"body_text\":\"A boat sank.\"}]",
		"#a headline:Ferry|body:A ferry sank. || #b headline:Boat|body:A boat sank."},
	{"a picture", "{\"pubstatus\":\"usable\",\"uri\":\"a\",\"headline\":\"Ferry\",\"description_text\":\"The quay of Hale.\"}",
		"headline:Ferry|caption:The quay of Hale."},
	{"cut off", "{\"uri\":\"a\",\"headline\":\"Ferry\",\"body_text\":\"A ferry sank.\\n\\nTwo dro",
		"headline:Ferry|body:A ferry sank.|body:Two dro"},
	{"no story", "{\"pubstatus\":\"usable\",\"n\":[1,2,{\"a\":null}]}", ""},
};

static void paragraphs_are_as_tabled(void **state)
{
	(void)state;
	check_rows(packs, "ninjs", rows, ARRAY_COUNT(rows));
}

static void the_item_says_who_and_when(void **state)
{
	struct doc doc;
	(void)state;
	read_first(packs,
		"{\"uri\":\"a\",\"headline\":\"Ferry\",\"byline\":\"By Ida "
		"Falk\",\"located\":\"HALE\",\"language\":\"en\",\"urgency\":3,\"version\":\"2\","
		"\"pubstatus\":\"usable\",\"ednote\":\"Adds "
		"police\",\"copyrightholder\":\"Hale\",\"source\":\"AP\",\"creditline\":\"Hale Wire\","
		"\"embargoed\":\"2025-03-05T00:01:00Z\",\"versioncreated\":\"2025-03-04T09:15:00Z\",\"firstcreated\":\"2025-03-"
		"04T08:15:00Z\","
		"\"subject\":[{\"name\":\"sea\"}],\"body_text\":\"A ferry sank.\"}",
		&doc);
	assert_string_equal(doc.title.ptr, "Ferry");
	assert_string_equal(doc.byline.ptr, "Ida Falk");
	assert_string_equal(doc.dateline.ptr, "HALE");
	assert_string_equal(doc.lang.ptr, "en");
	assert_string_equal(doc.urgency.ptr, "3");
	assert_string_equal(doc.version.ptr, "2");
	assert_string_equal(doc.status.ptr, "usable");
	assert_string_equal(doc.ednote.ptr, "Adds police");
	assert_string_equal(doc.copyright.ptr, "Hale");
	assert_string_equal(doc.source.ptr, "AP");
	assert_string_equal(doc.credit.ptr, "Hale Wire");
	assert_string_equal(doc.section.ptr, "sea");
	assert_string_equal(doc.embargo.ptr, "2025-03-05T00:01:00Z");
	assert_string_equal(doc.modified.ptr, "2025-03-04T09:15:00Z");
	assert_string_equal(doc.published.ptr, "2025-03-04T08:15:00Z");
	doc_release(&doc);
}

/* A file, and what the note on it says. */
static void what_has_no_text_is_noted(void **state)
{
	struct doc doc;
	(void)state;
	read_first(packs,
		"{\"api_version\":\"1\",\"data\":{\"item\":{\"altids\":{\"itemid\":\"k\"},\"headline\":\"Ferry\",\"renditions\":{}}"
		"}}",
		&doc);
	assert_string_equal(doc.format, "apjson");
	assert_string_equal(doc.title.ptr, "Ferry");
	assert_string_equal(doc.note.ptr, "the text is not in the file but behind a link, which is not followed");
	doc_release(&doc);
	read_first(packs, "{\"pubstatus\":\"usable\"", &doc);
	assert_string_equal(doc.note.ptr, "JSON without a story in it; the JSON is cut off or not well-formed");
	doc_release(&doc);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(paragraphs_are_as_tabled),
		cmocka_unit_test(the_item_says_who_and_when),
		cmocka_unit_test(what_has_no_text_is_noted),
	};
	return cmocka_run_group_tests(tests, load_packs, unload_packs);
}
