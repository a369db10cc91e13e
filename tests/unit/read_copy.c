/* Datelines, bylines, credits, notes and sign-offs. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "base/str.h"
#include "read/copy.h"

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

/* Text, its dateline and where the story begins; "" for none. */
static const struct {
	const char *text, *dateline, *story;
} datelines[] = {
	{"HALE (AP) -- Two men drowned.", "HALE (AP)", "Two men drowned."},
	{"HALE, Orvost, March 4 (Reuters) - Two men drowned.", "HALE, Orvost, March 4 (Reuters)", "Two men drowned."},
	{"NEW HALE (AP) \xE2\x80\x94 Two men drowned.", "NEW HALE (AP)", "Two men drowned."},
	{"Hale (dpa) - Two men drowned.", "Hale (dpa)", "Two men drowned."},
	{"Hale, 4 mar (EFE).- Two men drowned.", "Hale, 4 mar (EFE)", "Two men drowned."},
	{"(AP) _ Two men drowned.", "(AP)", "Two men drowned."},
	{"HALE, Nov 26 AFP - Two men drowned.", "HALE, Nov 26 AFP", "Two men drowned."},
	{"HALE, March 4. /TASS/. Two men drowned.", "HALE, March 4. /TASS/", "Two men drowned."},
	{"Hale /ritzau/: Two men drowned.", "Hale /ritzau/", "Two men drowned."},
	{"HALE/TALIN, March 7 (Reuters) - Two men drowned.", "HALE/TALIN, March 7 (Reuters)", "Two men drowned."},
	{"ST. HALE, Mich. (AP) -- Two men drowned.", "ST. HALE, Mich. (AP)", "Two men drowned."},
	{"HALE \xE2\x80\x94 Two men drowned.", "HALE", "Two men drowned."},
	{"San Hale (tca/dpa) - Two men drowned.", "San Hale (tca/dpa)", "Two men drowned."},
	{"HALE, March 4, 2025 -- (BUSINESS WIRE) -- Two men drowned.", "HALE, March 4, 2025 -- (BUSINESS WIRE)",
		"Two men drowned."},
	{"NEW HALE--(BUSINESS WIRE)--Two men drowned.", "NEW HALE--(BUSINESS WIRE)", "Two men drowned."},
	{"Two men (one of them a diver) - both from Hale - drowned.", "", ""},
	{"The coast guard said - and the police agreed - that two men drowned.", "", ""},
	{"Hale United (2-1) - Orvost", "", ""},
	{"HALE TOWN MEETS TO TALK ABOUT THE NEW PIER - AGAIN", "", ""},
	{"Two men drowned.", "", ""},
	{"", "", ""},
};

static void datelines_are_as_tabled(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof datelines / sizeof datelines[0]; i++) {
		struct wa_str text = str_of(datelines[i].text);
		size_t behind = 0, len = copy_dateline(text, &behind);
		if (len != strlen(datelines[i].dateline))
			print_error("%s: dateline of %zu bytes\n", text.ptr, len);
		assert_int_equal(len, strlen(datelines[i].dateline));
		if (len)
			assert_string_equal(text.ptr + behind, datelines[i].story);
	}
}

/* Datelines that no dash ends; "" for none. */
static const struct {
	const char *text, *dateline;
} bare[] = {
	{"HALE (AP) Two men drowned.", "HALE (AP)"},
	{"HALE, March 4 (Reuters) Two men drowned.", "HALE, March 4 (Reuters)"},
	{"Hale (ats afp) Two men drowned.", "Hale (ats afp)"},
	{"Ida Falk (Labour) Two men drowned.", ""},
	{"HALE (AP) and two more reported it.", ""},
	{"The men who had drowned off Hale (AP) Two.", ""},
	{"HALE (AP", ""},
	{"", ""},
};

static void datelines_without_a_dash_are_as_tabled(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof bare / sizeof bare[0]; i++) {
		size_t len = copy_bare_dateline(packs, str_of(bare[i].text));
		if (len != strlen(bare[i].dateline))
			print_error("%s: dateline of %zu bytes\n", bare[i].text, len);
		assert_int_equal(len, strlen(bare[i].dateline));
	}
}

/* A line, its label and what it labels. */
static const struct {
	const char *line;
	enum copy_label label;
	const char *value;
} labels[] = {
	{"Headline: Ferry sinks", LABEL_HEADLINE, "Ferry sinks"},
	{"ABSTRACT:", LABEL_SUMMARY, ""},
	{"By: Ida Falk", LABEL_BYLINE, "Ida Falk"},
	{"By Ida Falk", LABEL_NONE, ""},
	{"Embargoed until noon", LABEL_EMBARGO, "noon"},
	{"Embargo: noon", LABEL_EMBARGO, "noon"},
	{"Embargo on oil is lifted", LABEL_NONE, ""},
	{"FOR IMMEDIATE RELEASE", LABEL_RELEASE, ""},
	{"For release of two hostages he paid", LABEL_NONE, ""},
	{"MEDIA RELEASE 12", LABEL_RELEASE, "12"},
	{"From the desk of Ida Falk", LABEL_RELEASE, "Ida Falk"},
	{"Word count: 340", LABEL_OTHER, "340"},
	{"Text: A ferry sank.", LABEL_TEXT, "A ferry sank."},
	{"Hale: two men drowned", LABEL_NONE, ""},
	{"", LABEL_NONE, ""},
};

static void labels_are_as_tabled(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof labels / sizeof labels[0]; i++) {
		size_t value = strlen(labels[i].line);
		if (copy_label(packs, str_of(labels[i].line), &value) != labels[i].label)
			fail_msg("%s is no label of kind %d", labels[i].line, labels[i].label);
		assert_string_equal(labels[i].line + value, labels[i].value);
	}
}

static const struct {
	const char *line;
	enum copy_line kind;
} lines[] = {
	{"By Ida Falk", COPY_BYLINE},
	{"By IDA FALK and Jon Orme, Associated Press", COPY_BYLINE},
	{"Sign up for our morning letter and never miss a ferry.", COPY_PROMO},
	{"Do you have a story for the Mail? Write to us.", COPY_PROMO},
	{"READ MORE: The year of the five wrecks", COPY_PROMO},
	{"More than forty people sign up for a seat each day.", COPY_STORY},
	{"By noon two men had drowned.", COPY_STORY},
	{"By the time it came, two had drowned", COPY_STORY},
	{"(Reporting by Ida Falk; Editing by Jon Orme)", COPY_CREDIT},
	{"Editing by Jon Orme", COPY_CREDIT},
	{"(Edited by Ida Falk)", COPY_CREDIT},
	{"(Writing by Ida Falk)", COPY_CREDIT},
	{"(Writing and editing by Ida Falk)", COPY_CREDIT},
	{"(Translated, edited by Ida Falk and Jon Orme; writing by Ana Reis.)", COPY_CREDIT},
	{"Written by Ida Falk and edited by Jon Orme", COPY_CREDIT},
	{"(Edited by hand and sent on, it was late)", COPY_STORY},
	{"Reported by noon, the loss was two boats.", COPY_STORY},
	{"Written by Ida Falk.", COPY_STORY},
	{"(Story by the sea)", COPY_STORY},
	{"AP NEXT", COPY_STORY},
	{"AAP be", COPY_CREDIT},
	{"HALE, March 4 (AP) --", COPY_DATELINE},
	{"(Adds what the mayor said)", COPY_ADVISORY},
	{"Eds: with photos.", COPY_ADVISORY},
	{"(In March 3 story, corrects the number of the drowned)", COPY_ADVISORY},
	{"AAP RTV id", COPY_CREDIT},
	{"/ritzau/", COPY_CREDIT},
	{"(AP).", COPY_CREDIT},
	{"He told AP so.", COPY_STORY},
	{"HALE (AP) _ It was cold.", COPY_STORY},
	{"L a t e report, replaces:", COPY_ADVISORY},
	{"A plan B", COPY_STORY},
	{"___", COPY_END},
	{"<script>var killed = 30;</script>", COPY_MARKUP},
	{"< 3 >", COPY_STORY},
	{"if/jo/rt", COPY_END},
	{"AP and its clients", COPY_STORY},
	{"Adds is what the mayor said.", COPY_STORY},
	{"ends", COPY_END},
	{"(more)", COPY_END},
	{"###", COPY_END},
	{"-30-", COPY_END},
	{"More than one man drowned.", COPY_STORY},
	{"Editorial contacts", COPY_PRIVATE},
	{"The following information is not intended for publication", COPY_PRIVATE},
	{"The following day two men drowned.", COPY_STORY},
	{"Two men drowned.", COPY_STORY},
	{"", COPY_STORY},
};

static void lines_are_as_tabled(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof lines / sizeof lines[0]; i++) {
		enum copy_line kind = copy_line(packs, str_of(lines[i].line));
		if (kind != lines[i].kind)
			print_error("\"%s\" is told to be %d\n", lines[i].line, (int)kind);
		assert_int_equal(kind, lines[i].kind);
	}
}

static void times_are_no_places(void **state)
{
	static const char *const times[] = {"2014-07-17 00:24:11 GMT+00:00", "20170102T222800+0000", "January 21", "Monday", ""};
	(void)state;
	for (size_t i = 0; i < sizeof times / sizeof times[0]; i++)
		assert_false(copy_names_place(packs, str_of(times[i])));
	assert_true(copy_names_place(packs, STR("HALE, January 21")));
}

static void a_byline_loses_its_first_word(void **state)
{
	struct wa_str name = copy_byline(STR("By  Ida Falk "));
	(void)state;
	assert_int_equal(name.len, strlen("Ida Falk"));
	assert_memory_equal(name.ptr, "Ida Falk", name.len);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(datelines_are_as_tabled),
		cmocka_unit_test(datelines_without_a_dash_are_as_tabled),
		cmocka_unit_test(labels_are_as_tabled),
		cmocka_unit_test(lines_are_as_tabled),
		cmocka_unit_test(times_are_no_places),
		cmocka_unit_test(a_byline_loses_its_first_word),
	};
	return cmocka_run_group_tests(tests, load, unload);
}
