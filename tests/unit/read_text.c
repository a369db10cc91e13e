/* Plain text in the layouts it arrives in. */
#include "read_runs.h"

#include <stdio.h>

#include "pack/packs.h"
#include "read/read.h"

static struct packs *packs;

static int load(void **state)
{
	struct wa_options options = {0};
	struct wa_error error = {0};
	(void)state;
	return packs_load(&options, &packs, &error) == WA_OK ? 0 : -1;
}

static int unload(void **state)
{
	(void)state;
	packs_free(packs);
	return 0;
}

static const struct {
	const char *name, *text, *paragraphs;
} rows[] = {
	{"one sentence", "Two men drowned.", "body:Two men drowned."},
	{"paragraphs by blank lines under a headline",
		"Ferry sinks off Hale\n\nA ferry sank on Monday.\n\nThe pier stays closed.\n",
		"headline:Ferry sinks off Hale|body:A ferry sank on Monday.|body:The pier stays closed."},
	{"one paragraph a line", "Ferry sinks off Hale\nA ferry sank on Monday.\nThe pier stays closed.",
		"headline:Ferry sinks off Hale|body:A ferry sank on Monday.|body:The pier stays closed."},
	{"CRLF, CR and mixed line ends",
		"A ferry sank on Monday.\r\n\r\nThe pier stays closed.\rDivers go on.\n\r\nThe end came fast.",
		"body:A ferry sank on Monday.|body:The pier stays closed.|body:Divers go on.|body:The end came fast."},
	{"the last line ends in CR alone", "A ferry sank on Monday.\rDivers go on.\r",
		"body:A ferry sank on Monday.|body:Divers go on."},
	{"hard-wrapped, paragraphs by blank lines",
		"A ferry sank off Hale on Monday in a storm that the weather\nservice had not foreseen, and fourteen people "
		"drowned, the\n"
		"coast guard said.\n\nThe pier stays closed until Friday while divers look for the\nremaining six of those who had "
		"been "
		"on board.\n",
		"body:A ferry sank off Hale on Monday in a storm that the weather service had not foreseen, and fourteen people "
		"drowned, "
		"the coast guard said.|body:The pier stays closed until Friday while divers look for the remaining six of those "
		"who had "
		"been on board."},
	{"hard-wrapped, paragraphs by indent",
		"  A ferry sank off Hale on Monday in a storm that the weather\nservice had not foreseen, and fourteen people "
		"drowned, "
		"the\ncoast guard said.\n  The pier stays closed until Friday while divers look for the\nremaining six of those "
		"who had "
		"been on board.\n",
		"body:A ferry sank off Hale on Monday in a storm that the weather service had not foreseen, and fourteen people "
		"drowned, "
		"the coast guard said.|body:The pier stays closed until Friday while divers look for the remaining six of those "
		"who had "
		"been on board."},
	{"a word wrapped at its hyphen",
		"A ferry sank off Hale on Monday in a storm that the north-\nern weather service had not foreseen, and fourteen "
		"men and\n"
		"women drowned, the coast guard said on Tuesday at the pier.\n",
		"body:A ferry sank off Hale on Monday in a storm that the north-ern weather service had not foreseen, and fourteen "
		"men "
		"and women drowned, the coast guard said on Tuesday at the pier."},
	{"byline and dateline",
		"Ferry sinks off Hale\n\nBy Ida Falk\n\nHALE (AP) -- A ferry sank on Monday.\n\n(Editing by Jon Orme)\n",
		"headline:Ferry sinks off Hale|credit:By Ida Falk|body:HALE (AP) -- A ferry sank on Monday.|credit:(Editing by Jon "
		"Orme)"},
	{"results are a list, also in two columns",
		"A race was run off Hale on Monday, the club said.\n1. Ida Falk (Talin)              1:14:51\n2. Jon Orme (Hale)   "
		"      "
		"       1:15:02\nThe sea was calm.\n",
		"body:A race was run off Hale on Monday, the club said.|listing:1. Ida Falk (Talin) 1:14:51|listing:2. Jon Orme "
		"(Hale) 1:15:02|body:The sea was calm."},
	{"prices and results line by line are a list",
		"Odds for the regatta off Hale were out on Monday.\n2.90 Ida of Hale\n4.20 Grebe\n5.00 Old Coot\n7.00 Tern\n"
		"The sea was calm.\n",
		"body:Odds for the regatta off Hale were out on Monday.|listing:2.90 Ida of Hale|listing:4.20 Grebe|"
		"listing:5.00 Old Coot|listing:7.00 Tern|body:The sea was calm."},
	{"days and what happened on them are no list of prices",
		"March 1: two men drown at Hale\nMarch 2: three more drown there\nMarch 3: the pier is closed\nMarch 4: it "
		"opens again\n",
		"body:March 1: two men drown at Hale|body:March 2: three more drown there|body:March 3: the pier is closed|"
		"body:March 4: it opens again"},
	{"rows of fields are a list", "\"Day\",\"Place\",\"Dead\"\n\"March 1\",\"Hale, the pier\",\"2\"\n",
		"listing:\"Day\",\"Place\",\"Dead\"|listing:\"March 1\",\"Hale, the pier\",\"2\""},
	{"one paragraph of three is wrapped",
		"Warning lifted\n\nThe warning for the coast from Hale to Orvost has been lifted, but the\nharbours stay "
		"closed.\nNo more warnings will be issued.\nAsk at the pier.\n",
		"headline:Warning lifted|body:The warning for the coast from Hale to Orvost has been lifted, but the harbours "
		"stay closed.|body:No more warnings will be issued.|body:Ask at the pier."},
	{"a press release: its mark, contacts, headline",
		"NORVIK LTD.\n\nFOR IMMEDIATE RELEASE\n\nContact: Ida Falk\nNorvik Ltd.\nida@norvik.example\n\nNorvik buys "
		"Hale Mills\nand keeps all its men\n\nVELL, March 4 -- Norvik Ltd. buys Hale Mills, it said on Tuesday.\n",
		"headline:Norvik buys Hale Mills and keeps all its men|other:NORVIK LTD.|other:FOR IMMEDIATE RELEASE|"
		"other:Contact: Ida Falk Norvik Ltd. ida@norvik.example|"
		"body:VELL, March 4 -- Norvik Ltd. buys Hale Mills, it said on Tuesday."},
	{"labels below a headline",
		"Ferry sinks off Hale\nBy: Ida Falk\nDate: March 4, 2025\nSlug: ferry\n\nA ferry sank on Monday.\n",
		"headline:Ferry sinks off Hale|credit:By: Ida Falk|other:Date: March 4, 2025|other:Slug: ferry|"
		"body:A ferry sank on Monday."},
	{"one label is no head", "Source: the harbour\n\nA ferry sank on Monday.\n",
		"headline:Source: the harbour|body:A ferry sank on Monday."},
	{"the story begins behind its label", "Headline: Ferry sinks\nText: A ferry sank on Monday.\nTwo drowned.\n",
		"headline:Ferry sinks|body:A ferry sank on Monday.|body:Two drowned."},
	{"subheads between paragraphs",
		"Live coverage of Monday\n\nA ferry sank on Monday.\n\nDivers Search The Wreck All Night\n\nDivers went down at "
		"noon, they said.",
		"headline:Live coverage of Monday|body:A ferry sank on Monday.|subhead:Divers Search The Wreck All Night|"
		"body:Divers went down at noon, they said."},
	{"a note to ourselves is no copy",
		"A ferry sank on Monday.\nwireaudit: ignore WA101: checked with the coast guard\nThe pier stays closed.",
		"body:A ferry sank on Monday.|body:The pier stays closed."},
	{"not for publication", "A ferry sank on Monday.\n\nEditorial contacts\n\nIda Falk, telephone 123\n",
		"body:A ferry sank on Monday.|other:Editorial contacts|"
		"other:Ida Falk, telephone 123"},
	{"white space of all kinds", " A \t ferry\xC2\xA0sank\xE3\x80\x80on Monday. ", "body:A ferry sank on Monday."},
	{"nothing", " \n\n \t\r\n", ""},
};

static void read_text(struct doc *doc, const char *text, size_t size)
{
	struct wa_input input = {.uri = "a.txt", .bytes = text, .size = size};
	struct wa_error error = {0};
	doc_init(doc);
	assert_int_equal(read_document(packs, &input, doc, &error), WA_OK);
	assert_string_equal(doc->format, "text");
	check_runs(doc, text, size);
}

static void paragraphs_are_as_tabled(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		struct doc doc;
		char *shown;
		read_text(&doc, rows[i].text, strlen(rows[i].text));
		shown = show_paragraphs(&doc);
		if (strcmp(shown, rows[i].paragraphs) != 0)
			print_error("%s:\n", rows[i].name);
		assert_string_equal(shown, rows[i].paragraphs);
		free(shown);
		doc_release(&doc);
	}
}

static void byline_and_dateline_are_kept(void **state)
{
	static const char text[] = "Ferry sinks\n\nBy Ida Falk\n\nHALE, Orvost, March 4 (AP) - A ferry sank on Monday.";
	struct doc doc;
	(void)state;
	read_text(&doc, text, sizeof text - 1);
	assert_string_equal(doc.title.ptr, "Ferry sinks");
	assert_string_equal(doc.byline.ptr, "Ida Falk");
	assert_string_equal(doc.dateline.ptr, "HALE, Orvost, March 4 (AP)");
	doc_release(&doc);
}

/* A line of any length is one paragraph, whole. */
static void no_line_is_too_long(void **state)
{
	size_t size = 10u << 20;
	char *text = malloc(size);
	struct doc doc;
	(void)state;
	assert_non_null(text);
	memset(text, 'a', size);
	for (size_t i = 7; i < size; i += 8)
		text[i] = ' ';
	text[size - 1] = '.';
	read_text(&doc, text, size);
	assert_int_equal(doc.paras.count, 1);
	assert_int_equal(doc.paras.items[0].len, size);
	doc_release(&doc);
	free(text);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(paragraphs_are_as_tabled),
		cmocka_unit_test(byline_and_dateline_are_kept),
		cmocka_unit_test(no_line_is_too_long),
	};
	return cmocka_run_group_tests(tests, load, unload);
}
