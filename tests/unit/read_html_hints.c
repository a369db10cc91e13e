/* What the names of a page's elements tell. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

#include "base/array.h"
#include "base/str.h"
#include "read/html_hints.h"

static const struct {
	const char *name;
	unsigned hints;
} names[] = {
	{"", HINT_NEUTRAL},
	{"article-body", HINT_BODY},
	{"articleBody", HINT_BODY},
	{"ARTICLE_BODY", HINT_BODY},
	{"story__article-body--wide", HINT_BODY},
	{"byline", HINT_BYLINE},
	{"article-author", HINT_BYLINE},
	{"article-summary", HINT_SUMMARY},
	{"caption", HINT_CAPTION},
	{"ad", HINT_JUNK},
	{"ad-slot-3", HINT_JUNK},
	{"header", HINT_NEUTRAL},
	{"adventure", HINT_NEUTRAL}, /* words are whole */
	{"read-more", HINT_JUNK},
	{"teaser", HINT_JUNK},
	{"teaser-content", HINT_NEUTRAL}, /* the part of a story that is free to read */
	{"comments", HINT_COMMENTS},
	{"x1f93ab", HINT_NEUTRAL},
	{"br", HINT_BREAK},
};

static void names_are_as_tabled(void **state)
{
	(void)state;
	for (size_t i = 0; i < ARRAY_COUNT(names); i++)
		if (html_hints_of(str_of(names[i].name)) != names[i].hints)
			fail_msg("\"%s\" is %u, not %u", names[i].name, html_hints_of(str_of(names[i].name)), names[i].hints);
}

static const struct {
	const char *tag;
	unsigned hints;
} tags[] = {
	{"<div>", HINT_NEUTRAL},
	{"<div class=\"wide article-body\">", HINT_BODY},
	{"<div id=byline>", HINT_BYLINE},
	{"<div itemprop='articleBody'>", HINT_BODY},
	{"<div DATA-TESTID=\"byline\" class=\"caption\">", HINT_BYLINE | HINT_CAPTION},
	{"<div data-other=\"byline\">", HINT_NEUTRAL},
	{"<div class=\"md:article-body\">", HINT_NEUTRAL}, /* of a style sheet's prefix nothing is read */
	{"<div hidden>", HINT_HIDDEN},
	{"<div style=\"color: red; display : none\">", HINT_HIDDEN},
	{"<div style=\"display: block\">", HINT_NEUTRAL},
};

static void attributes_are_as_tabled(void **state)
{
	(void)state;
	for (size_t i = 0; i < ARRAY_COUNT(tags); i++) {
		struct html html;
		assert_true(html_parse(&html, tags[i].tag, strlen(tags[i].tag), false));
		assert_int_equal(html.nodes.count, 2);
		if (html_hints(&html, &html.nodes.items[1]) != tags[i].hints)
			fail_msg("%s is %u, not %u", tags[i].tag, html_hints(&html, &html.nodes.items[1]), tags[i].hints);
		html_release(&html);
	}
}

/* The table is looked through by first letters. */
static void the_table_is_in_order(void **state)
{
	static const char *const entries[] = {
#define HINT(words, what) words,
#include "read/html_hints.def"
#undef HINT
	};
	(void)state;
	for (size_t i = 1; i < ARRAY_COUNT(entries); i++)
		if (entries[i - 1][0] > entries[i][0])
			fail_msg("\"%s\" stands behind \"%s\"", entries[i], entries[i - 1]);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(names_are_as_tabled),
		cmocka_unit_test(attributes_are_as_tabled),
		cmocka_unit_test(the_table_is_in_order),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
