/* The text formats of the wires: IPTC 7901, ANPA 1312, AAP's. */
#include "read_rows.h"

static const struct read_row iptc[] = {
	{"headline, byline and copy wrapped by hand",
		"\x01hal062 4 i 211 vnw   061\r\n\r\n\x02"
		"Sea/\r\nFerry sinks off Hale \r\nBy Ida Falk, vnw =\r\n\r\n"
		"   Hale (dpa) - A ferry sank off Hale on Monday morning, and two of\r\nthose aboard drowned before a boat came, "
		"the\r\ncoast guard told dpa.\r\n\r\n"
		"   The pier stays closed.\r\n\x03"
		"040915 GMT Mar 25\r\n\x04",
		"headline:Ferry sinks off Hale|credit:By Ida Falk, vnw|body:Hale (dpa) - A ferry sank off Hale on Monday morning, "
		"and two of those "
		"aboard drowned before a boat came, the coast guard told dpa.|body:The pier stays closed."},
	{"status words before the headline, notes behind the story",
		"\x01hal062 4 i 211 vnw   061\r\n\x02"
		"1ST LEAD\r\nFerry sinks =\r\n\r\nHale (dpa) - A ferry sank.\r\n\r\n# vnw Notebook\r\n\r\nCall 123\r\n\x03\x04",
		"headline:Ferry sinks|body:Hale (dpa) - A ferry sank.|other:# vnw Notebook|other:Call 123"},
	{"a header without its marks", "hal062 4 i 211 vnw   061\r\nFerry sinks =\r\n\r\nHale (dpa) - A ferry sank.\r\n",
		"headline:Ferry sinks|body:Hale (dpa) - A ferry sank."},
};

static const struct read_row anpa[] = {
	{"lines in carets, then the copy",
		"\x16\x16\x01"
		"a0047\x1f_vnw\r\nr i\x13\x11 BC-Ferry   03-04 0210\r\n\x02^BC-Ferry,210<\r\n^Ferry sinks off Hale<\r\n^Eds: Adds "
		"police.<\r\n^By IDA FALK=\r\n"
		"^Associated Press=\r\n\tHALE (AP) _ A ferry sank.\r\n\tTwo drowned.\r\n\x03"
		"AP-WF-03-04-25 1509GMT<\r\n\x04",
		"headline:Ferry sinks off Hale|other:Eds: Adds police.|credit:By IDA FALK|credit:Associated Press|body:HALE (AP) _ "
		"A ferry sank.|body:Two drowned."},
	{"rows of a table",
		"\x16\x16\x01"
		"a0047\x1f_vnw\r\nr i\x13\x11 BC-Table   03-04 0210\r\n\x02^BC-Table,210<\r\n^Weather<\r\n\tHALE (AP) _ It was "
		"cold.\r\n\tHale;1;2;3;rn<\r\n\x03\x04",
		"headline:Weather|body:HALE (AP) _ It was cold.|listing:Hale;1;2;3;rn<"},
	{"what stands in capitals above a table goes on with no byline",
		"\x16\x16\x01"
		"a0047\x1f_vnw\r\nr i\x13\x11 BC-Glance   03-04 0210\r\n\x02^BC-Glance<\r\n^Ferries=\r\n^By The Associated "
		"Press=\r\n^BAY LEAGUE=\r\n\tHale at Orvost, 1:05 p.m.\r\n\tTalin 2, Vell 3\r\n\tVell 4, Hale 0\r\n\tTalin at "
		"Vell, "
		"3:05 p.m.\r\n\x03\x04",
		"headline:Ferries|credit:By The Associated Press|other:BAY LEAGUE|listing:Hale at Orvost, 1:05 p.m.|"
		"listing:Talin 2, Vell 3|listing:Vell 4, Hale 0|listing:Talin at Vell, 3:05 p.m."},
	{"without carets: a slug, then the headline",
		"\x01"
		"a0105KYODO\x1f_koko-\r\nu s\x14\x12 BC-Ferry   09-12 0344\r\n\x02"
		"BC-Ferry\r\nFerry sinks off Hale+\r\n     HALE, Dec. 9 Kyodo - A ferry sank.\r\n\x03\x04",
		"headline:Ferry sinks off Hale|body:HALE, Dec. 9 Kyodo - A ferry sank."},
};

static const struct read_row aap[] = {
	{"control lines and a sign-off",
		"ZCZC AAP\n%A NNN\n#ferry\n$Ferry sinks off Hale\n:(HALE)\n   HALE, March 3 AAP - A ferry sank.\n   AAP "
		"RTV\nNNNN\nafter\n",
		"headline:Ferry sinks off Hale|body:HALE, March 3 AAP - A ferry sank.|credit:AAP RTV"},
	{"named fields",
		"zczc\nPD#06 June 2016 14:00:00\nBY#Ida Falk\nTI#Ferry sinks\nAB#It had no boats aboard.\nTX#\nA ferry sank.\n",
		"credit:Ida Falk|summary:Ferry sinks|summary:It had no boats aboard.|body:A ferry sank."},
	{"where it is to go is no headline", "ZCZC FMG000\nYY TDA\n:SPORT\n$Regatta off Hale\nA ferry sank.\nNNNN\n",
		"headline:Regatta off Hale|body:A ferry sank."},
};

/* As a gateway leaves it: no marks, and the time on the last line. */
static const char unmarked[] =
	"vnw0075 3 i 510    vnw 1003\n\nFerry sinks off Hale =\n\nHale (vnw) - A ferry sank.\n\n# Notebook\n\n"
	"041537 GMT Dez 24\n\n";

static void iptc_7901(void **state)
{
	(void)state;
	check_rows(packs, "iptc7901", iptc, ARRAY_COUNT(iptc));
}

static void anpa_1312(void **state)
{
	(void)state;
	check_rows(packs, "anpa", anpa, ARRAY_COUNT(anpa));
}

static void aap_text(void **state)
{
	(void)state;
	check_rows(packs, "aap", aap, ARRAY_COUNT(aap));
}

static void headers_say_who_and_when(void **state)
{
	struct doc doc;
	(void)state;
	read_first(packs, iptc[0].bytes, &doc);
	assert_string_equal(doc.provider.ptr, "vnw");
	assert_string_equal(doc.urgency.ptr, "4");
	assert_string_equal(doc.section.ptr, "i");
	assert_string_equal(doc.published.ptr, "2025-03-04T09:15:00Z");
	doc_release(&doc);
	read_first(packs, unmarked, &doc);
	assert_string_equal(doc.format, "iptc7901");
	assert_string_equal(doc.published.ptr, "2024-12-04T15:37:00Z");
	doc_release(&doc);
	read_first(packs, anpa[0].bytes, &doc);
	assert_string_equal(doc.provider.ptr, "AP");
	assert_string_equal(doc.ednote.ptr, "Eds: Adds police.");
	assert_string_equal(doc.byline.ptr, "IDA FALK");
	assert_string_equal(doc.published.ptr, "2025-03-04T15:09:00Z");
	doc_release(&doc);
	read_first(packs, aap[1].bytes, &doc);
	assert_string_equal(doc.published.ptr, "2016-06-06T14:00:00");
	doc_release(&doc);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(iptc_7901),
		cmocka_unit_test(anpa_1312),
		cmocka_unit_test(aap_text),
		cmocka_unit_test(headers_say_who_and_when),
	};
	return cmocka_run_group_tests(tests, load_packs, unload_packs);
}
