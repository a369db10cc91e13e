/* Mail: parts, their encodings, mailboxes. */
#include "read_rows.h"

#define HEAD "From: Ida Falk <ida@hale.example>\nDate: Tue, 4 Mar 2025 08:15:00 +0100\nSubject: Ferry\nMIME-Version: 1.0\n"

static const struct read_row rows[] = {
	{"plain", HEAD "\nA ferry sank.\n\nTwo drowned.\n", "headline:Ferry|body:A ferry sank.|body:Two drowned."},
	{"quoted-printable, wrapped softly",
		HEAD "Content-Type: text/plain; charset=windows-1252\nContent-Transfer-Encoding: quoted-printable\n\nA caf=E9 "
		     "sa=\nnk =97 =\n  and how.\n",
		"headline:Ferry|body:A caf\xC3\xA9 sank \xE2\x80\x94 and how."},
	{"base64 in UTF-8",
		HEAD "Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: "
		     "base64\n\nQSBjYWbDqSBzYW5rLg0K\nDQpUd28gZHJvd25lZC4=\n",
		"headline:Ferry|body:A caf\xC3\xA9 sank.|body:Two drowned."},
	{"a subject in encoded words",
		"From: a\nDate: b\nSubject: =?iso-8859-1?Q?Caf=E9_?= =?utf-8?B?w6k=?=\nMIME-Version: 1.0\n\nA ferry sank.\n",
		"headline:Caf\xC3\xA9 \xC3\xA9|body:A ferry sank."},
	{"a subject over several lines", "From: a\nDate: b\nSubject: Ferry\n sinks\nMIME-Version: 1.0\n\nA ferry sank.\n",
		"headline:Ferry sinks|body:A ferry sank."},
	{"of two forms the plain one",
		HEAD "Content-Type: multipart/alternative; boundary=\"x\"\n\n--x\nContent-Type: "
		     "text/html\n\n<p>HTML</p>\n--x\nContent-Type: text/plain\n\nA ferry sank.\n--x--\n",
		"headline:Ferry|body:A ferry sank."},
	{"HTML when there is nothing else",
		HEAD "Content-Type: text/html; charset=utf-8\n\n<html><body><p>A ferry sank.</p><p>Two &amp; one "
		     "drowned.</p></body></html>\n",
		"headline:Ferry|body:A ferry sank.|body:Two & one drowned."},
	{"parts in parts, an attachment",
		HEAD "Content-Type: multipart/mixed; boundary=a\n\n--a\nContent-Type: multipart/alternative; "
		     "boundary=b\n\n--b\n\nA ferry sank.\n--b--\n--a\n"
		     "Content-Type: text/plain\nContent-Disposition: attachment\n\nNo copy.\n--a--\n",
		"headline:Ferry|body:A ferry sank."},
	{"lines that flow", HEAD "Content-Type: text/plain; format=flowed\n\nA ferry \nsank.\n\nTwo drowned.\n",
		"headline:Ferry|body:A ferry sank.|body:Two drowned."},
	{"bytes as they are, each part in its own set",
		HEAD "Content-Type: text/plain; charset=windows-1251\nContent-Transfer-Encoding: 8bit\n\n\xCF\xE0\xF0\xEE\xEC "
		     "\xF3\xF2\xEE\xED\xF3\xEB.\n",
		"headline:Ferry|body:\xD0\x9F\xD0\xB0\xD1\x80\xD0\xBE\xD0\xBC \xD1\x83\xD1\x82\xD0\xBE\xD0\xBD\xD1\x83\xD0\xBB."},
	{"a mailbox",
		"From ida Tue\nFrom: a\nDate: b\nSubject: Ferry\nMessage-ID: <1@h>\n\nA ferry sank.\n\nFrom jon Tue\nFrom: "
		"a\nSubject: Boat\nMessage-ID: <2@h>\n\nA boat sank.\n",
		"#1@h headline:Ferry|body:A ferry sank. || #2@h headline:Boat|body:A boat sank."},
	{"a boundary that begins as another does",
		HEAD "Content-Type: multipart/mixed; boundary=a\n\n--a\nContent-Type: multipart/alternative; "
		     "boundary=ab\n\n--ab\n\nA ferry "
		     "sank.\n--ab--\n--a--\n",
		"headline:Ferry|body:A ferry sank."},
	{"a form that is mailed in",
		HEAD "\n{\"Dateline\":[\"HALE\",\"\"],\"Abstract\":[\"The \\\"Ida\\\" is lost.\"],\"Headline\":[\"Ferry "
		     "sinks\"],\"Body\":[\"A ferry sank at Hale. \\nTwo drowned.\"]}",
		"headline:Ferry sinks|summary:The \"Ida\" is lost.|body:A ferry sank at Hale.|body:Two drowned."},
	{"labelled lines above the copy, who wrote it below",
		HEAD "\nSDA\nHeadline: Ferry sinks\nAbstract: The \"Ida\" is lost, and the coast guard looks for two of her "
		     "crew\nof nine.\nEmbargo: noon\n\nA ferry sank.\n\nAAP if\n\nIda Falk\nTelephone 555 0100\n",
		"headline:Ferry sinks|other:SDA|summary:The \"Ida\" is lost, and the coast guard looks for two of her crew of "
		"nine.|other:Embargo: noon|body:A ferry sank.|credit:AAP if|other:Ida Falk|other:Telephone 555 0100"},
	{"braces that are no form", HEAD "\n{A ferry} sank.\n", "headline:Ferry|body:{A ferry} sank."},
	{"a boundary that never comes", HEAD "Content-Type: multipart/mixed; boundary=a\n\nA ferry sank.\n", "headline:Ferry"},
};

static void paragraphs_are_as_tabled(void **state)
{
	(void)state;
	check_rows(packs, "mail", rows, ARRAY_COUNT(rows));
}

static void fields_say_who_and_when(void **state)
{
	struct doc doc;
	(void)state;
	read_first(packs, HEAD "Content-Language: en\n\nA ferry sank.\n", &doc);
	assert_string_equal(doc.source.ptr, "Ida Falk <ida@hale.example>");
	assert_string_equal(doc.published.ptr, "2025-03-04T08:15:00+01:00");
	assert_string_equal(doc.lang.ptr, "en");
	doc_release(&doc);
}

static void parts_nest_as_deep_as_they_are_followed(void **state)
{
	enum { DEPTH = 200 };
	static char file[DEPTH * 64 + 512];
	struct doc doc;
	char *at = file + snprintf(file, sizeof file, HEAD);
	(void)state;
	for (unsigned i = 0; i < DEPTH; i++)
		at += snprintf(at, 64, "Content-Type: multipart/mixed; boundary=b%u\n\n--b%u\n", i, i);
	(void)snprintf(at, 64, "\nA ferry sank.\n");
	read_first(packs, file, &doc);
	assert_string_equal(doc.format, "mail");
	assert_int_equal(doc.paras.count, 1); /* the subject: what lies deeper than LIMIT_MAIL_DEPTH is not followed */
	doc_release(&doc);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(paragraphs_are_as_tabled),
		cmocka_unit_test(fields_say_who_and_when),
		cmocka_unit_test(parts_nest_as_deep_as_they_are_followed),
	};
	return cmocka_run_group_tests(tests, load_packs, unload_packs);
}
