#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "attr/mention.h"

/*
 * Each row: a paragraph with its mentions in {braces}, and "agency role" of each in order, joined by "; ".
 * A paragraph that begins with # is a headline, with @ a caption.
 */
static const struct {
	const char *text, *mentions;
} rows[] = {
	/* the one who reports */
	{"The ferry was overdue, according to {Reuters}.", "reuters reporter"},
	{"The ferry was overdue, according to the {Associated Press}.", "ap reporter"},
	{"{Xinhua} reported that the dam had held.", "xinhua reporter"},
	{"The {Xinhua News Agency} said the dam had held.", "xinhua reporter"},
	{"The dam has held, the official {Xinhua} news agency said on Monday.", "xinhua reporter"},
	{"The dam has held, reports {Afp}.", "afp reporter"},
	{"The dam has held, as reported by {Efe}.", "efe reporter"},
	{"\"We are safe,\" writes {Agence France-Presse}.", "afp reporter"},
	{"{Interfax} also said that two tugs were on the way.", "interfax reporter"},
	{"{TASS} has reported that the line was cut.", "tass reporter"},
	{"The Iranian news agency {IRNA} quoted a harbour master.", "irna reporter"},
	{"Tehran's {IRNA} news agency said the port was open.", "irna reporter"},
	{"{IRNA}, monitored in Cyprus, said the port was open.", "irna reporter"},
	{"Iran's national news agency, {IRNA}, said the port was open.", "irna reporter"},
	{"The minister was quoted by {Tanjug} as saying that the mill would close.", "tanjug reporter"},
	{"By {AP}'s count the bill is four votes short.", "ap reporter"},
	{"An {AFP} tally puts the number of closed schools at 31.", "afp reporter"},
	{"A {Reuters} report said the refinery would reopen.", "reuters reporter"},
	{"He was reacting to a {Reuters} report that the refinery would reopen.", "reuters reporter"},
	{"{AP} analysis: how the valley voted", "ap reporter"},
	{"#Storm shuts port: {Xinhua}", "xinhua reporter"},
	{"#{Reuters}: Port to shut for a week", "reuters reporter"},
	{"#Mill to Close, {Interfax} Says", "interfax reporter"},
	{"{Reuters} is reporting that the mill will close.", "reuters reporter"},
	{"Both {Reuters} and {AFP} have reported the closure.", "reuters reporter; afp reporter"},
	{"The closure was first reported by the {AP}.", "ap reporter"},
	{"In a dispatch from Nairobi, a report by {Xinhua} gave no figures.", "xinhua reporter"},
	{"The bank lost ground, according to data compiled by {Bloomberg}.", "bloomberg reporter"},
	{"{Bloomberg} reported on Friday that the bank would be sold.", "bloomberg reporter"},
	{"The {Associated Press} called the race at midnight.", "ap reporter"},
	{"The {Kuwait News Agency} {KUNA} said the wells were dry.", "kuna reporter; kuna reporter"},
	{"The state {Saudi Press Agency} ({SPA}) reported the visit.", "spa reporter; spa reporter"},
	{"The state news agency {SANA} said roads were open.", "sana reporter"},
	{"State news agency {MENA} said the envoy had left.", "mena reporter"},
	{"The {Petra} news agency said the envoy had left.", "petra reporter"},
	{"{dpa} reported that the strike was over.", "dpa reporter"},
	{"{PTI} reported that the bridge was closed.", "pti reporter"},
	{"{Interfax-Ukraine} reported that the bridge was closed.", "interfax-ukraine reporter"},
	{"The {Associated Press of Pakistan} reported that the bridge was closed.", "app_pk reporter"},
	{"{Australian Associated Press} reported that the bridge was closed.", "aap reporter"},
	{"{ITAR-TASS} reported that the bridge was closed.", "tass reporter"},
	{"The {New China News Agency} quoted a delegate.", "xinhua reporter"},
	{"{Opecna} said the quota would stay.", "opecna reporter"},
	{"{Yonhap News Agency}, citing two officers, said the ship had left.", "yonhap reporter"},
	{"{Xinhua}, the official news agency, said the ship had left.", "xinhua reporter"},
	{"{Interfax}, {ITAR-Tass} and {RIA Novosti} all reported the crash.", "interfax reporter; tass reporter; ria reporter"},
	{"The sale was first reported by {Bloomberg News} and confirmed by {Reuters}.", "bloomberg reporter; reuters reporter"},
	{"#Mill to close - {Reuters}", "reuters reporter"},
	/* whom it was told or shown */
	{"\"We are safe,\" the mayor told {Reuters}.", "reuters recipient"},
	{"The mayor told the {AP} on Monday that the river was falling.", "ap recipient"},
	{"The mayor told news agency {AFP} that the river was falling.", "afp recipient"},
	{"The mayor told the official Iraqi news agency {INA} that the river was falling.", "ina_iq recipient"},
	{"In an interview with {AFP}, the mayor denied it.", "afp recipient"},
	{"In a telephone call with {Reuters}, the mayor denied it.", "reuters recipient"},
	{"A memo seen by {AFP} lists nine sites.", "afp recipient"},
	{"The letter, obtained by the {Associated Press}, lists nine sites.", "ap recipient"},
	{"Documents reviewed by {Reuters} list nine sites.", "reuters recipient"},
	{"The mayor confirmed the sale to {Efe}.", "efe recipient"},
	{"The mayor declined to comment on the sale to {Reuters}.", "reuters recipient"},
	{"The firm did not respond to {AFP}.", "afp recipient"},
	{"The firm said in a statement to {Bloomberg News} that it would sell.", "bloomberg recipient"},
	{"The firm said so in response to a {Reuters} query.", "reuters recipient"},
	{"The firm did not answer questions from {AP}.", "ap recipient"},
	{"The firm did not return a phone message from the {AP}.", "ap recipient"},
	{"Economists polled by {Reuters} see a cut.", "reuters recipient"},
	{"Letters that {AFP} obtained this week name him.", "afp recipient"},
	{"A miller told {Reuters} and {AFP} that the mill would close.", "reuters recipient; afp recipient"},
	{"A miller told a {Reuters} reporter that the mill would close.", "reuters recipient"},
	{"A commander told a correspondent of the official Iraqi news agency {INA} that the hill was held.", "ina_iq recipient"},
	{"Speaking to {TASS}, the deputy called it a mistake.", "tass recipient"},
	{"The archbishop told {PTI} he would travel.", "pti recipient"},
	{"The trader told {Bloomberg} the deal was off.", "bloomberg recipient"},
	/* itself the witness */
	{"A {Reuters} reporter saw three lorries burn.", "reuters witness"},
	{"{AFP} journalists counted eleven coffins.", "afp witness"},
	{"An {AP} photographer at the scene saw smoke.", "ap witness"},
	{"{AFP} counted nine coffins outside the church.", "afp witness"},
	{"A reporter for {Agence France-Presse} heard two bangs.", "afp witness"},
	{"The {AP}'s Ana Roe reported from the quay.", "ap witness"},
	{"The square was empty, an {AFP} correspondent reported.", "afp witness"},
	{"The square was empty, according to a {Reuters} witness.", "reuters witness"},
	{"Smoke was seen by an {AFP} correspondent.", "afp witness"},
	/* the source behind the source */
	{"{Reuters} reported the sale, citing {Interfax}.", "reuters reporter; interfax chain"},
	{"The paper said so on Monday, quoting the {Kyodo} agency.", "kyodo chain"},
	{"The mill will close, said {Xinhua}, quoted by {Agerpres}.", "xinhua chain; agerpres reporter"},
	{"The mill will close, the broadcaster said, citing the news agency {Prime-Tass}.", "prime chain"},
	/* datelines */
	{"LONDON ({Reuters}) - The mill will close.", "reuters dateline"},
	{"NEW YORK, Jan 21 ({Reuters}) - The mill will close.", "reuters dateline"},
	{"Jan 30 ({Reuters}) - The mill will close.", "reuters dateline"},
	{"OSLO/THE HAGUE, March 7 ({Reuters}) - The mill will close.", "reuters dateline"},
	{"MEXICO CITY ({AP}) \xE2\x80\x94 The mill will close.", "ap dateline"},
	{"({AP}) _ The mill will close.", "ap dateline"},
	{"PARMA, Italy ({AP}) -- The mill will close.", "ap dateline"},
	{"{AP} - The mill will close.", "ap dateline"},
	{"{Reuters} - The mill will close.", "reuters dateline"},
	{"{AFP} - The mill will close.", "afp dateline"},
	{"San Diego (tca/{dpa}) - The mill will close.", "dpa dateline"},
	{"Berlin ({dpa}/tmn) - The mill will close.", "dpa dateline"},
	{"SEOUL, Nov 26 {AFP} - The mill will close.", "afp dateline"},
	{"OSAKA, Japan, Dec. 9 {Kyodo} - The mill will close.", "kyodo dateline"},
	{"MOSCOW, January 21. /{TASS}/. The mill will close.", "tass dateline"},
	{"({ANSA}) - ROME, JUL 11 - The mill will close.", "ansa dateline"},
	{"BEIJING, Sept. 3 ({Xinhua}) -- The mill will close.", "xinhua dateline"},
	{"{Canadian Press} - HALIFAX ({CP}) - The mill will close.", "cp dateline; cp dateline"},
	{"(CBS/{AP}) The mill that fed the valley will close.", "ap dateline"},
	{"New Delhi, Oct 12 ({IANS}) The mill will close.", "ians dateline"},
	{"By JANE ROE BOISE, Idaho ({AP}) -- The mill will close.", "ap dateline"},
	{"(Corrects the name of the town in the second paragraph) By Jane Roe OSLO ({Reuters}) - The mill will close.",
		"reuters dateline"},
	{"Madrid, 4 sep ({EFE}).- The mill will close.", "efe dateline"},
	{"KABUL, May 2 ({AFP}) - Soldiers of the armed forces of the Philippines arrived.", "afp dateline"},
	{"BOISE ({UPI}) The mill will close.", "upi dateline"},
	{"DUBAI \xE2\x80\x94 {AFP} \xE2\x80\x94 The mill will close.", "afp dateline"},
	{"PARIS, July 3, {AP} - The mill will close.", "ap dateline"},
	/* credits */
	{"#Mill to close ({AP})", "ap credit"},
	{"#Mill to close after 80 years ({Reuters})", "reuters credit"},
	{"By {Reuters} Staff", "reuters credit"},
	{"By {Bloomberg News}. The mill will close.", "bloomberg credit"},
	{"By Jane Roe ({AP} Staff Writer).", "ap credit"},
	{"(With {AP})", "ap credit"},
	{"(Reporting by Jane Roe; {Reuters})", "reuters credit"},
	{"{AP} writer Jane Roe contributed from Oslo.", "ap credit"},
	{"{Associated Press} writers Jane Roe and Ian Roe contributed to this report.", "ap credit"},
	{"\xC2\xA9 {Reuters}", "reuters credit"},
	{"\xC2\xA9 2019 {Associated Press}. All rights reserved.", "ap credit"},
	{"The mill will close. [{Bloomberg}]", "bloomberg credit"},
	{"The mill had fed the valley for 80 years. {PTI}", "pti credit"},
	{"The mill had fed the valley for 80 years. {REUTER}", "reuters credit"},
	{"The mill had fed the valley for 80 years. ({ANI})", "ani credit"},
	{"Source: {Reuters}", "reuters credit"},
	{"({AFP}, {Reuters})", "afp credit; reuters credit"},
	{"{Reuters} contributed to this report.", "reuters credit"},
	{"The {Associated Press} and {AFP} contributed to this report.", "ap credit; afp credit"},
	{"({NAN})", "nan credit"},
	/* no information */
	{"{Reuters} could not verify the footage.", "reuters disclaimer"},
	{"{AFP} was unable to contact the firm.", "afp disclaimer"},
	{"{Reuters} has not independently verified the report.", "reuters disclaimer"},
	{"The footage could not be verified by {AP}.", "ap disclaimer"},
	{"{Reuters} could not immediately reach the firm.", "reuters disclaimer"},
	/* pictures */
	{"@A miller rests. {REUTERS}/Jane Roe", "reuters photo"},
	{"@A miller rests ({AP} Photo/Jane Roe)", "ap photo"},
	{"(Photo by Jane Roe / {AFP})", "afp photo"},
	{"Photo: {Reuters}", "reuters photo"},
	{"Jane Roe/{AFP}/{Getty Images}", "afp photo; getty photo"},
	/* what the text is about */
	{"A {Reuters} photographer was killed by a shell.", "reuters subject"},
	{"The shell wounded an {AFP} cameraman.", "afp subject"},
	{"A {Reuters}/Ipsos poll showed a tie.", "reuters subject"},
	{"The {AP}-NORC poll found a tie.", "ap subject"},
	{"A {Bloomberg} poll showed a tie.", "bloomberg subject"},
	{"A {Reuters} survey of traders pointed to a cut.", "reuters subject"},
	{"The {Reuters} Institute studied 40 newsrooms.", "reuters subject"},
	{"Shares of Thomson {Reuters} rose 3 percent.", "reuters subject"},
	{"The survey was made for {AP} and two broadcasters.", "ap subject"},
	{"{Reuters} economist Jane Roe said rates would fall.", "reuters subject"},
	{"The candidate attacked the {AP} story as unfair.", "ap subject"},
	{"See www.{reuters}.com for more.", "reuters subject"},
	{"She worked for {Reuters} in Nairobi.", "reuters subject"},
	{"Quotes are on the {Bloomberg} terminal.", "bloomberg subject"},
	/* something else of that name, and words that are no mention */
	{"The {AFP} chief of staff said his men held the hill.", "afp other"},
	{"{AFP} troops landed on the island.", "afp other"},
	{"{AFP} Commissioner Jane Roe said nine were arrested.", "afp other"},
	{"She took {AP} classes in her last year.", "ap other"},
	{"Michael {Bloomberg} told the crowd he would run.", "bloomberg other"},
	{"Mayor {Bloomberg} said the bridge would stay.", "bloomberg other"},
	{"The {PTI} party called for a march.", "pti other"},
	{"The {DPA} party lost two seats.", "dpa other"},
	{"The {EPA} administrator resigned.", "epa other"},
	{"The {EPA} said the air was clean.", "epa other"},
	{"Mill Holdings <{MTI}.N> rose.", "mti other"},
	{"Mill Holdings ({MTI}.O: Quote) rose.", "mti other"},
	{"The Hollywood Foreign {Press Association} gave a prize.", "pa other"},
	{"Ansari flew the glider and Petraeus watched.", ""},
	{"The news agencies reported that the mill would close.", ""},
	{"The trend is clear, a report said, and the focus is online.", ""},
};

static char *unmark(const char *text, struct wa_span *spans, size_t *count)
{
	char *clean = calloc(1, strlen(text) + 1);
	size_t at = 0;
	*count = 0;
	for (const char *p = text + (*text == '#' || *text == '@'); *p; p++) {
		if (*p == '{')
			spans[*count].start = (uint32_t)at;
		else if (*p == '}')
			spans[(*count)++].end = (uint32_t)at;
		else
			clean[at++] = *p;
	}
	return clean;
}

static void read_into(struct attr *attr, const char *text)
{
	struct wa_str str = {text, strlen(text)};
	assert_true(seg_paragraph(&attr->seg, &attr->packs->lex, str, false));
	scan_phrases(&attr->seg);
	assert_true(mention_paragraph(attr));
}

static int check_row(const struct packs *packs, size_t row)
{
	struct attr attr = {.packs = packs, .item = 1, .para = 1, .kind = WA_PARA_BODY};
	struct wa_span spans[8];
	char found[512] = "";
	size_t count;
	int wrong = 0;
	char *text = unmark(rows[row].text, spans, &count);
	if (rows[row].text[0] == '#')
		attr.kind = WA_PARA_HEADLINE;
	if (rows[row].text[0] == '@')
		attr.kind = WA_PARA_CAPTION;
	read_into(&attr, text);
	for (size_t i = 0; i < attr.mentions.count; i++) {
		const struct wa_mention *m = &attr.mentions.items[i];
		size_t used = strlen(found);
		(void)snprintf(found + used, sizeof found - used, "%s%s %s", i ? "; " : "", m->agency, wa_role_name(m->role));
		wrong |= i >= count || m->span.start != spans[i].start || m->span.end != spans[i].end;
	}
	wrong |= strcmp(found, rows[row].mentions) != 0;
	if (wrong)
		print_error("%s\n  want %s\n  got  %s\n", rows[row].text, rows[row].mentions, found);
	vec_release(&attr.mentions);
	seg_release(&attr.seg);
	free(text);
	return wrong;
}

static struct packs *load(void)
{
	struct packs *packs = NULL;
	struct wa_error error = {0};
	assert_int_equal(packs_load(NULL, &packs, &error), WA_OK);
	return packs;
}

static void tells_roles(void **state)
{
	struct packs *packs = load();
	int wrong = 0;
	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		wrong += check_row(packs, i);
	packs_free(packs);
	assert_int_equal(wrong, 0);
}

/* A weak name is believed once the text has called it an agency. */
static void remembers_agencies(void **state)
{
	struct packs *packs = load();
	struct attr attr = {.packs = packs, .item = 1, .para = 1, .kind = WA_PARA_BODY};
	(void)state;
	read_into(&attr, "The Turkish news agency Anadolu (AA) said the road was open.");
	attr.para = 2;
	read_into(&attr, "AA said so again on Monday.");
	assert_int_equal(attr.mentions.count, 3);
	assert_int_equal(attr.mentions.items[2].role, WA_ROLE_REPORTER);
	vec_release(&attr.mentions);
	seg_release(&attr.seg);
	packs_free(packs);
}

static void finds_mentions_by_place(void **state)
{
	struct packs *packs = load();
	struct attr attr = {.packs = packs, .item = 2, .para = 3, .kind = WA_PARA_BODY};
	const struct wa_mention *m;
	(void)state;
	read_into(&attr, "OSLO (AP) - The mill will close.");
	attr.para = 4;
	read_into(&attr, "OSLO (AP) - The mill will close, Reuters said.");
	assert_int_equal(attr.mentions.count, 3);
	m = &attr.mentions.items[1];
	assert_string_equal(m->agency, "ap");
	assert_ptr_equal(mention_at(&attr, 6), m);
	assert_null(mention_at(&attr, 5));
	assert_null(mention_at(&attr, 8));
	assert_ptr_equal(mention_over(&attr, 0, 9), m);
	assert_ptr_equal(mention_over(&attr, 7, 40), m + 1);
	assert_null(mention_over(&attr, 0, 6));
	assert_int_equal(mention_behind(&attr, 0), 1);
	assert_int_equal(mention_behind(&attr, 8), 2);
	assert_int_equal(mention_behind(&attr, 45), 3);
	vec_release(&attr.mentions);
	seg_release(&attr.seg);
	packs_free(packs);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(tells_roles),
		cmocka_unit_test(remembers_agencies),
		cmocka_unit_test(finds_mentions_by_place),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
