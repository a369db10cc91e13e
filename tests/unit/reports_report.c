/* The page from data made by hand: it must parse, say what was given, and let no copy become anything but text. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>
#include <libxml/parser.h>
#include <libxml/xpath.h>
#include <stdlib.h>
#include <string.h>

#include "reports/report_page.h"

#define S(literal) ((struct wa_str){(literal), sizeof(literal) - 1})

static struct wa_filter filter;
static struct report_data *data;
static xmlDocPtr document;
static xmlXPathContextPtr context;

/* Fills what every test needs: one desk, one rule, one item with one finding. */
static int setup(void **state)
{
	(void)state;
	filter = (struct wa_filter){.since = "2024-03-01", .until = "2024-03-31"};
	data = calloc(1, sizeof *data);
	if (!data)
		return -1;
	data->items = calloc(1, sizeof *data->items);
	data->title = "March & after";
	data->generated = "2024-04-02T06:05:00Z";
	data->filter = &filter;
	data->step = 1;
	data->totals.found = 12;
	data->totals.counts = (struct wa_counts){.documents = 10, .claims = 9, .grave = 8, .flagged = 1, .findings = {0, 2, 3, 4}};
	data->totals.claims[WA_CLAIM_DEATHS][WA_VERDICT_FLAG] = 1;
	data->totals.claims[WA_CLAIM_DEATHS][WA_VERDICT_OK] = 7;
	data->totals.claims[WA_CLAIM_POLL][WA_VERDICT_OK] = 1;
	data->totals.skipped[WA_SKIP_LANGUAGE] = 2;
	data->desks[0] = (struct report_desk){S("World"), data->totals.counts};
	data->desk_count = data->desk_all = 1;
	data->rules[0] = (struct report_rule){S("WA101"), S("toll-unattributed"), S("Nobody counted"), S("Because readers ask"),
		S("https://desk.example/rules#toll-unattributed"), 3, {0, 2, 3, 4}};
	data->rule_count = data->rule_all = 1;
	data->sources[0] = (struct report_source){.name = S("the harbour office"),
		.kind = WA_SOURCE_ORGANISATION,
		.attributions = 7,
		.said = 5,
		.documents = 3,
		.answers = 6,
		.grave = 4,
		.claims = {[WA_CLAIM_DEATHS] = 1, [WA_CLAIM_INJURED] = 2, [WA_CLAIM_CROWD] = 1, [WA_CLAIM_MONEY] = 2}};
	data->source_count = 1;
	data->source_all = 3;
	data->periods[0] = (struct report_period){{2024, 3, 4}, data->totals.counts};
	data->period_count = 1;
	data->items[0] =
		(struct report_item){.uri = S("a.html"), .title = S("A title"), .desk = S("World"), .date = S("2024-03-05")};
	data->items[0].findings[WA_LEVEL_ERROR] = 4;
	data->items[0].shown[0] = (struct report_finding){.para = 3,
		.item = 1,
		.text = S("Rain came, drowning 4 there."),
		.span = {11, 21},
		.code = S("WA101"),
		.name = S("toll-unattributed"),
		.message = S("Nobody says so"),
		.fingerprint = S("00112233445566ff"),
		.mend = S("Name one"),
		.level = WA_LEVEL_ERROR};
	data->items[0].shown_count = 1;
	data->item_count = 1;
	data->item_all = 5;
	data->skipped.rows[0] =
		(struct report_gap){.uri = S("es.html"), .what = S("Language not covered"), .why = S("language is es")};
	data->skipped.count = 1;
	data->skipped.all = 2;
	return data->items ? 0 : -1;
}

static int teardown(void **state)
{
	(void)state;
	xmlXPathFreeContext(context);
	xmlFreeDoc(document);
	context = NULL;
	document = NULL;
	free(data->items);
	pool_release(&data->pool);
	free(data);
	return 0;
}

/* Writes the page and reads it back. */
static void render(void)
{
	struct wa_sink *sink = wa_sink_memory();
	assert_non_null(sink);
	assert_int_equal(report_write(data, sink, NULL), WA_OK);
	struct wa_str got = wa_sink_text(sink);
	document = xmlReadMemory(got.ptr, (int)got.len, NULL, "UTF-8", XML_PARSE_NONET | XML_PARSE_HUGE);
	assert_non_null(document);
	context = xmlXPathNewContext(document);
	assert_non_null(context);
	wa_sink_abandon(sink);
}

static void expect_count(const char *path, int wanted)
{
	xmlXPathObjectPtr found = xmlXPathEvalExpression((const xmlChar *)path, context);
	assert_non_null(found);
	if (xmlXPathNodeSetGetLength(found->nodesetval) != wanted)
		fail_msg("%s: %d nodes, wanted %d", path, xmlXPathNodeSetGetLength(found->nodesetval), wanted);
	xmlXPathFreeObject(found);
}

static void expect_text(const char *path, const char *wanted)
{
	char expression[256];
	snprintf(expression, sizeof expression, "normalize-space(%s)", path);
	xmlXPathObjectPtr found = xmlXPathEvalExpression((const xmlChar *)expression, context);
	assert_non_null(found);
	assert_string_equal((const char *)found->stringval, wanted);
	xmlXPathFreeObject(found);
}

/* A kind of claim or a reason that came later has its words, too. */
static void everything_has_words(void **state)
{
	(void)state;
	for (int type = 0; type < WA_CLAIM_TYPE_COUNT; type++)
		if (!report_claim_words((enum wa_claim_type)type))
			fail_msg("no words for claims of the type %s", wa_claim_type_name((enum wa_claim_type)type));
	for (int skip = 0; skip < WA_SKIP_COUNT; skip++)
		assert_non_null(report_skip_words((enum wa_skip)skip));
	for (int kind = 0; kind < WA_SOURCE_KIND_COUNT; kind++)
		assert_non_null(report_source_words((enum wa_source_kind)kind));
}

static void it_says_what_was_found(void **state)
{
	(void)state;
	render();
	expect_text("//h1", "March & after");
	expect_text("//p[@class='period']", "1 Mar 2024 to 31 Mar 2024 All desks 10 documents audited");
	expect_text("//p[@class='lede']", "1 of 8 grave claims has nobody behind them.");
	expect_text("//p[@class='big']", "12.5%");
	expect_text("//p[@class='formula']",
		"Rate of flagged claims = grave claims with verdict flag \xC3\xB7 all grave claims = 1 \xC3\xB7 8");
	expect_text("//p[@class='caveat']", "2 of 12 documents not audited: they count in no figure here. See what and why.");
	expect_text("//table[@class='periods']/tbody/tr[1]", "4 Mar 20248112.5%1043");
	/* Of four kinds of claims the three it answers for most often, in the order of the vocabulary where they are alike. */
	expect_text("//table[@class='sources']/tbody/tr[1]", "the harbour officeOrganisation75364Injured\xC2\xA0"
							     "2, Amounts of money\xC2\xA0"
							     "2, Deaths\xC2\xA0"
							     "1");
	expect_text("//section[@id='sources']//p[@class='more']", "2 more not shown here: sources credited less often.");
	expect_text("//article[1]//blockquote", "Rain came, drowning 4 there.");
	expect_text("//article[1]//mark", "drowning 4");
	expect_text("//article[1]//p[@class='message']", "Nobody says so. Name one.");
	expect_text("//article[1]//code[@class='fingerprint']", "00112233445566ff");
	expect_text("//details[1]/a/@href", "https://desk.example/rules#toll-unattributed");
	expect_text("//article[1]/p[@class='more']", "And 3 more in this item.");
	expect_text("//section[@id='items']/div/p[@class='more']", "4 more not shown here: items with lesser findings.");
	expect_text("//table[@class='gaps']/tbody/tr[1]", "es.htmlLanguage not covered: language is es");
	expect_text("//section[@id='gaps']//p[@class='more']", "1 more not shown here: documents not audited.");
}

/* Findings of one paragraph share its quotation; overlapping spans are marked once. */
static void findings_of_a_paragraph_stand_together(void **state)
{
	(void)state;
	struct report_item *item = &data->items[0];
	item->shown[1] = item->shown[2] = item->shown[3] = item->shown[0];
	item->shown[1].span = (struct wa_span){0, 4};
	item->shown[2].span = (struct wa_span){5, 15};
	item->shown[3].text = S("Another one.");
	item->shown[3].para = 7;
	item->shown_count = 4;
	render();
	expect_count("//article[1]//blockquote", 2);
	expect_text("//article[1]//blockquote", "Rain came, drowning 4 there.");
	expect_count("//article[1]/div[1]//mark", 3);
	expect_text("//article[1]/div[1]//mark[1]", "Rain");
	expect_text("//article[1]/div[1]//mark[2]", "came, drow");
	expect_text("//article[1]/div[1]//mark[3]", "ning 4");
	expect_count("//article[1]/div[1]/ul/li", 3);
	expect_count("//article[1]/div[2]/ul/li", 1);
}

/* Every link within the page leads somewhere, and no two places have one name. */
static void links_hold(void **state)
{
	(void)state;
	render();
	expect_count("//a[starts-with(@href, '#') and not(//@id = substring(@href, 2))]", 0);
	expect_count("//*[@id and @id = following::*/@id]", 0);
	expect_count("//a[@href = '#rule-1']", 1);
	expect_count("//a[@href = '#desk-1']", 1);
	expect_count("//a[@href = '#item-1']", 3);
	expect_count("//svg[@role='img'][title][desc]", 2);
}

static void silence_is_not_compliance(void **state)
{
	(void)state;
	data->totals = (struct wa_totals){.found = 2, .skipped = {0, 0, 2}};
	data->period_count = data->item_count = data->rule_count = 0;
	render();
	expect_text("//p[@class='lede']", "No document was audited here, so this report says nothing about compliance.");
	expect_text("//p[@class='big']", "\xE2\x80\x93");
	expect_text("//p[@class='caveat']", "2 of 2 documents not audited: they count in no figure here. See what and why.");
	expect_text("//section[@id='items']//p[@class='none']", "Nothing was audited.");
	expect_text("//section[@id='gaps']//ul/li", "2 Language not covered");
}

static void clean_copy_is_called_clean_only_when_all_was_audited(void **state)
{
	(void)state;
	data->totals.found = data->totals.counts.documents;
	data->totals.counts.flagged = 0;
	data->totals.skipped[WA_SKIP_LANGUAGE] = 0;
	data->skipped.all = data->skipped.count = 0;
	render();
	expect_count("//p[@class='caveat']", 0);
	expect_text("//p[@class='lede']",
		"Every grave claim has a source that answers for it, or needs none: 8 claims in 10 documents.");
	expect_text("//section[@id='gaps']//p[@class='none']",
		"Every document of the period was audited in full, and no finding was set aside.");
}

#define HOSTILE "<script>alert(1)</script>\"'><img src=x onerror=alert(1)>\x01\x1B[2J\xE2\x80\xAE\x80]]>&amp;-->"

static void hostile_text_stays_text(void **state)
{
	(void)state;
	data->title = HOSTILE;
	filter.desk = HOSTILE;
	data->desks[0].name = S(HOSTILE);
	data->rules[0].code = data->rules[0].name = data->rules[0].summary = S(HOSTILE);
	data->agencies[0] = (struct report_agency){.name = S(HOSTILE), .documents = 1, .mentions = 1};
	data->agency_count = data->agency_all = 1;
	struct report_item *item = &data->items[0];
	item->uri = S("javascript:alert(1)//" HOSTILE);
	item->title = item->desk = item->date = S(HOSTILE);
	item->shown[0].text = S(HOSTILE HOSTILE HOSTILE);
	item->shown[0].span = (struct wa_span){sizeof HOSTILE - 1, 2 * sizeof HOSTILE - 2};
	item->shown[0].message = item->shown[0].mend = S(HOSTILE);
	data->skipped.rows[0] = (struct report_gap){S(HOSTILE), S(HOSTILE), S(HOSTILE), S(HOSTILE)};
	render();
	expect_count("//script | //img | //iframe | //object | //link | //form | //base | //@onerror | //@style", 0);
	expect_count("//*[@href][not(starts-with(@href, '#'))][not(parent::details)] | //@src | //@srcdoc", 0);
	expect_count(
		"//meta[@http-equiv='Content-Security-Policy'][starts-with(@content, \"default-src 'none'; style-src 'sha256-\")]",
		1);
	expect_text("//article[1]//mark", "<script>alert(1)</script>\"'><img src=x "
					  "onerror=alert(1)>\xEF\xBF\xBD\xEF\xBF\xBD[2J\xEF\xBF\xBD\xEF\xBF\xBD]]>&amp;-->");
}

static void only_web_addresses_are_links(void **state)
{
	(void)state;
	data->items[0].uri = S("https://example.org/a?b=c&d=\"><script>");
	render();
	expect_count("//article//a[@class='uri'][@rel='noopener noreferrer'][starts-with(@href, 'https://example.org/')]", 1);
	expect_count("//script", 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(everything_has_words),
		cmocka_unit_test_setup_teardown(it_says_what_was_found, setup, teardown),
		cmocka_unit_test_setup_teardown(findings_of_a_paragraph_stand_together, setup, teardown),
		cmocka_unit_test_setup_teardown(links_hold, setup, teardown),
		cmocka_unit_test_setup_teardown(silence_is_not_compliance, setup, teardown),
		cmocka_unit_test_setup_teardown(clean_copy_is_called_clean_only_when_all_was_audited, setup, teardown),
		cmocka_unit_test_setup_teardown(hostile_text_stays_text, setup, teardown),
		cmocka_unit_test_setup_teardown(only_web_addresses_are_links, setup, teardown),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
