#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>
#include <libxml/parser.h>

#include "reports/svg.h"

static struct wa_sink *sink;
static struct page page;

static int setup(void **state)
{
	(void)state;
	sink = wa_sink_memory();
	return sink && page_begin(&page, sink) ? 0 : -1;
}

static int teardown(void **state)
{
	(void)state;
	wa_sink_abandon(sink);
	return 0;
}

static void expect_markup(const char *wanted)
{
	assert_true(page_end(&page));
	struct wa_str got = wa_sink_text(sink);
	char *text = strndup(got.ptr, got.len);
	assert_string_equal(text, wanted);
	free(text);
}

static void text_never_becomes_markup(void **state)
{
	(void)state;
	page_open(&page, "p", "title", "a \"b\" <c> & '\x01", (char *)NULL);
	page_text(&page, "</p><script>alert(1)</script> & \x1B[0m \x80 \xE2\x80\xAE");
	page_open(&page, "td", (char *)NULL);
	page_close(&page);
	page_void(&page, "br", (char *)NULL);
	page_count(&page, 1234567);
	page_close(&page);
	expect_markup(
		"<p title=\"a &quot;b&quot; &lt;c&gt; &amp; '&#xFFFD;\">&lt;/p&gt;&lt;script&gt;alert(1)&lt;/script&gt; &amp; "
		"\xEF\xBF\xBD[0m \xEF\xBF\xBD \xEF\xBF\xBD<td></td><br/>1,234,567</p>\n");
}

static void bars_are_to_scale(void **state)
{
	(void)state;
	svg_bar(&page, 5, 20, 40);
	expect_markup("<svg class=\"bar\" aria-hidden=\"true\" width=\"100%\" height=\"10\">"
		      "<rect class=\"part\" x=\"0.00%\" y=\"0\" width=\"12.50%\" height=\"100%\"/>"
		      "<rect class=\"whole\" x=\"12.50%\" y=\"0\" width=\"37.50%\" height=\"100%\"/></svg>\n");
}

static void nothing_is_drawn_of_nothing(void **state)
{
	(void)state;
	svg_bar(&page, 0, 0, 0);
	expect_markup("<svg class=\"bar\" aria-hidden=\"true\" width=\"100%\" height=\"10\"></svg>\n");
}

static void columns_are_well_formed_and_named(void **state)
{
	struct svg_column columns[40] = {
		{"6 Jan", "2020", "25%", 1, 4}, {"13 <Jan>", "2020", "", 0, 0}, {"20 Jan", "2020", "100%", 900, 900}};
	(void)state;
	svg_columns(&page, "weeks", "By week & day", "A description", columns, 40);
	assert_true(page_end(&page));
	struct wa_str got = wa_sink_text(sink);
	xmlDocPtr document = xmlReadMemory(got.ptr, (int)got.len, NULL, "UTF-8", XML_PARSE_NONET);
	assert_non_null(document);
	xmlFreeDoc(document);
	assert_non_null(memmem(got.ptr, got.len, "<title id=\"weeks-title\">By week &amp; day</title>", 48));
	assert_non_null(memmem(got.ptr, got.len, "13 &lt;Jan&gt;: 0 of 0", 22));
	assert_null(memmem(got.ptr, got.len, "nan", 3));
}

/* Seven columns to a label, the year said once. */
static void labels_are_few_enough_for_a_phone(void **state)
{
	struct svg_column columns[40];
	(void)state;
	for (size_t i = 0; i < 40; i++)
		columns[i] = (struct svg_column){"6 Jan", "2020", "", 1, 4};
	svg_columns(&page, "weeks", "", "", columns, 40);
	assert_true(page_end(&page));
	struct wa_str got = wa_sink_text(sink);
	size_t labels = 0, eras = 0;
	for (const char *at = got.ptr; at < got.ptr + got.len; at++) {
		labels += strncmp(at, "class=\"below\"", 13) == 0;
		eras += strncmp(at, "class=\"below era\"", 17) == 0;
	}
	assert_int_equal(labels, 6);
	assert_int_equal(eras, 1);
}

static void shares_fill_their_bar(void **state)
{
	const struct svg_share shares[] = {{"a", 1}, {"b", 0}, {"c", 3}};
	(void)state;
	svg_shares(&page, "s", "T", "D", shares, 3);
	expect_markup("<svg class=\"shares\" role=\"img\" aria-labelledby=\"s-title s-desc\" width=\"100%\" height=\"28\">"
		      "<title id=\"s-title\">T</title><desc id=\"s-desc\">D</desc>"
		      "<rect class=\"a\" x=\"0.00%\" y=\"0\" width=\"25.00%\" height=\"100%\"/>"
		      "<rect class=\"c\" x=\"25.00%\" y=\"0\" width=\"75.00%\" height=\"100%\"/></svg>\n");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(text_never_becomes_markup, setup, teardown),
		cmocka_unit_test_setup_teardown(bars_are_to_scale, setup, teardown),
		cmocka_unit_test_setup_teardown(nothing_is_drawn_of_nothing, setup, teardown),
		cmocka_unit_test_setup_teardown(columns_are_well_formed_and_named, setup, teardown),
		cmocka_unit_test_setup_teardown(labels_are_few_enough_for_a_phone, setup, teardown),
		cmocka_unit_test_setup_teardown(shares_fill_their_bar, setup, teardown),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
