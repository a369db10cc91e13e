#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "engine.h"

#include "attr/attr.h"
#include "audit/engine.h"
#include "base/str.h"

/*
 * Each row: a text whose paragraphs are parted by '|' ('#' opens a headline, '=' a subhead), and its claims in reading
 * order as "type state [source]", joined by "; ". The source is the nearest that answers; money is left out.
 */
static const struct {
	const char *text, *claims;
} rows[] = {
	/* clause: before, after, around */
	{"Police said two men were killed in the fire.", "deaths clause [Police]"},
	{"Two men were killed in the fire, police said.", "deaths clause [police]"},
	{"Two men, police said, were killed in the fire.", "deaths clause [police]"},
	{"According to the coast guard, 14 people drowned.", "deaths clause [the coast guard]"},
	{"A blast killed nine people and wounded 20, the ministry said.",
		"deaths clause [the ministry]; injured clause [the ministry]"},
	{"Nine people died, the army reported, according to Reuters.", "deaths clause [the army]"},
	/* a contrast ends what a cue governs */
	{"The mayor said the road was safe, but six drivers died there.", "deaths none"},
	{"The mayor said that the road was safe but that six drivers had died.", "deaths clause [The mayor]"},
	{"No bridge fell, but six drivers died, the mayor said.", "deaths clause [the mayor]"},
	{"The mayor said the road was safe, but in Talin six drivers died.", "deaths none"},
	/* sentence */
	{"The ferry sank in a storm, the coast guard said on Friday, killing nine people.", "deaths clause [the coast guard]"},
	{"The ferry sank, the coast guard said, a day after a fire killed nine people.", "deaths none"},
	/* vague */
	{"Sources said the raid killed 15 villagers.", "deaths vague [Sources]"},
	{"The raid reportedly killed 15 villagers.", "deaths vague"},
	{"The raid reportedly killed 15 villagers, police said.", "deaths clause [police]"},
	/* quotations */
	{"\"They killed 11 of our people,\" said Omar Hadd.", "deaths clause [Omar Hadd]"},
	{"\"The water came at night,\" Omar Hadd said. \"It killed two of my sons.\"", "deaths clause [Omar Hadd]"},
	{"Talks lasted into the night. \"If they want water, they should pay.\" The harbour was quiet.", "quote none"},
	{"Omar Hadd, a farmer, said he had lost his herd.|\"We have nothing left to eat.\"", ""},
	{"Talks lasted into the night.|\"We have nothing left to eat.\"|Omar Hadd, a farmer, said he had lost his herd.", ""},
	{"\"We left at dawn,\" said Irma Vogt.|\"There were no boats. It killed two of my sons.|\"Then the rain came.\"",
		"deaths clause [Irma Vogt]"},
	{"Aldo Renn echoed:|\"We have nothing left to eat.\"|The harbour was quiet.", ""},
	{"\"Why are you leaving us?\" the minister asked. \"We have nothing left to eat.\" The harbour was quiet.", ""},
	{"\"We have nothing left.\" \"There is no food here.\" \"We are going home.\"", ""},
	{"A video shows men who beat a boy to death.", "deaths clause [A video]"},
	{"Talks on fishing went on. The minister praised the guard who killed two men.", "deaths none"},
	{"The minister condemned the raid, in which two men were killed.", "deaths none"},
	{"The group claimed responsibility for the siege, during which 20 pupils were killed.",
		"responsibility clause [The group]; deaths none"},
	{"The storm killed nine people, said the mayor, who lost two cousins in a flood in 2024.", "deaths clause [the mayor]"},
	{"A Norden poll put him at 40 percent among voters.", "poll clause [A Norden poll]"},
	{"In a Norden poll, he had 40 percent among voters.", "poll clause [a Norden poll]"},
	{"In a poll, he had 40 percent among voters.", "poll none"},
	{"He opened the \"people's bank\" with a \"grand and happy gala\" on Monday.", ""},
	/* inherited, paragraph */
	{"The army said the convoy was hit near Sarn. It also lost four soldiers, who were killed by a mine.",
		"deaths inherited [The army]"},
	{"The blast shook the market. Police said nine people were killed. Twenty others were wounded.",
		"deaths clause [Police]; injured paragraph [Police]"},
	{"Twenty people were wounded. Police said nine had been killed.", "injured paragraph [Police]; deaths clause [Police]"},
	{"Coach Ivo Lasky said the pitch was too wet. Three fans were killed on the way.", "deaths none"},
	/* background, repeated, lead */
	{"A stray rocket fell here in 2023, killing four pupils.", "deaths background"},
	{"The coast guard said 14 people drowned.|The owner, Ida Falk, said the ferry had left at dawn.|Families of the 14 people "
	 "who drowned came.",
		"deaths clause [The coast guard]; deaths repeated [The coast guard]"},
	/* headline */
	{"#Ferry sinks, 14 drown|The ferry sank off Hale and 14 people drowned, the coast guard said.",
		"deaths headline [the coast guard]; deaths clause [the coast guard]"},
	{"#Ferry sinks, 14 drown|The ferry sank off Hale and 14 people drowned.", "deaths none; deaths none"},
	{"#22 dead in ferry fire: police|The ferry burned for hours.", "deaths clause [police]"},
	/* dateline and credit, each for its own item */
	{"TALIN, May 3 (AP) - A bomb killed seven people.", "deaths dateline"},
	{"A bomb killed seven people in Talin.|(With AP)", "deaths credit"},
	{"#Bomb kills seven (AP)|A bomb went off in Talin.", "deaths credit"},
	{"TALIN, May 3 (AP) - A ferry sank.|=Bomb Strikes Market In Talin|A bomb killed seven people.", "deaths none"},
	/* exempt */
	{"Thousands would die if the dam broke.", "deaths exempt"},
	{"Pavel Strand was convicted of murder by the district court.", "crime exempt"},
};

/* An audit of one text, as far as attribution goes. */
struct reading {
	struct doc doc;
	struct arena arena;
	struct attr attr;
};

static void write_paragraph(struct doc *doc, const char *text, size_t len)
{
	enum wa_para_kind kind = WA_PARA_BODY;
	if (*text == '#')
		kind = WA_PARA_HEADLINE;
	if (*text == '=')
		kind = WA_PARA_SUBHEAD;
	doc->has_headline |= kind == WA_PARA_HEADLINE;
	text += kind != WA_PARA_BODY;
	len -= kind != WA_PARA_BODY;
	doc_put(doc, RUN_VERBATIM, text, len, 0, (uint32_t)len);
	doc_close(doc, kind);
}

static void read_text(struct reading *r, const struct wa_engine *engine, const char *text)
{
	doc_init(&r->doc);
	arena_init(&r->arena);
	for (const char *at = text; *at;) {
		size_t len = strcspn(at, "|");
		write_paragraph(&r->doc, at, len);
		at += len + (at[len] == '|');
	}
	attr_init(&r->attr, &r->doc, engine_packs(engine), engine_facts(engine), &r->arena);
	for (uint32_t i = 0; i < r->doc.paras.count; i++)
		assert_true(attr_paragraph(&r->attr, i));
	assert_true(attr_finish(&r->attr));
}

static void forget(struct reading *r)
{
	attr_release(&r->attr);
	doc_release(&r->doc);
	arena_release(&r->arena);
}

static struct wa_str source_text(const struct reading *r, uint32_t row)
{
	const struct wa_attribution *a = &r->attr.attributions.items[row];
	if (a->source_para == WA_NONE)
		return (struct wa_str){0};
	return str_cut(
		doc_para_text(&r->doc, r->doc.has_headline ? a->source_para : a->source_para - 1), a->source.start, a->source.end);
}

static void render(const struct reading *r, char *out, size_t size)
{
	size_t n = 0;
	out[0] = 0;
	for (size_t i = 0; i < r->attr.claims.count; i++) {
		const struct wa_claim *c = &r->attr.claims.items[i].row;
		struct wa_str source = c->attribution_count ? source_text(r, c->attributions[0]) : (struct wa_str){0};
		if (c->type >= WA_CLAIM_MONEY)
			continue;
		n += (size_t)snprintf(
			out + n, size - n, "%s%s %s", n ? "; " : "", wa_claim_type_name(c->type), wa_state_name(c->state));
		if (source.len)
			n += (size_t)snprintf(out + n, size - n, " [%.*s]", (int)source.len, source.ptr);
		assert_int_equal(c->verdict, wa_state_verdict(c->state));
	}
}

static void states_are_as_tabled(void **state)
{
	unsigned wrong = 0;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct reading r;
		char got[1024];
		read_text(&r, *state, rows[i].text);
		render(&r, got, sizeof got);
		if (strcmp(got, rows[i].claims) != 0) {
			print_error("%s\n  wanted %s\n  got    %s\n", rows[i].text, rows[i].claims, got);
			wrong++;
		}
		forget(&r);
	}
	assert_int_equal(wrong, 0);
}

/* Who reported it second-hand answers too, behind the one that told him. */
static void chains_answer_nearest_first(void **state)
{
	struct reading r;
	const struct wa_claim *c;
	read_text(&r, *state, "Nine people died, the army reported on Thursday, according to Reuters.");
	assert_int_equal(r.attr.claims.count, 1);
	c = &r.attr.claims.items[0].row;
	assert_int_equal(c->attribution_count, 2);
	assert_string_equal(r.attr.attributions.items[c->attributions[1]].agency, "reuters");
	assert_int_equal(c->nearest, WA_NONE);
	forget(&r);
}

/* A claim nobody answers for shows who stands nearest. */
static void shows_who_stands_nearest(void **state)
{
	struct reading r;
	read_text(&r, *state, "The mayor said the road was safe, but six drivers died there.");
	assert_int_equal(r.attr.claims.count, 1);
	assert_int_equal(r.attr.claims.items[0].row.nearest, 0);
	forget(&r);
}

/* Every look is bounded: hostile text neither hangs nor crashes. */
static void hostile_text_is_read(void **state)
{
	static const char *const units[] = {"said ", "\"They killed 12 people.\" ", "12 people were killed, police said, ",
		"\"We are here now.\"|", "=Bomb Kills Seven In Talin Market|", ", but ", "\"", "police said, killing 12, "};
	const size_t size = 100000;
	char *text = calloc(1, size + 1);
	assert_non_null(text);
	for (size_t i = 0; i < sizeof units / sizeof *units; i++) {
		size_t len = strlen(units[i]), n = 0;
		struct reading r;
		for (; n + len <= size; n += len)
			memcpy(text + n, units[i], len);
		text[n] = 0;
		read_text(&r, *state, text);
		assert_true(r.attr.sentences.count > 0);
		forget(&r);
	}
	free(text);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(states_are_as_tabled),
		cmocka_unit_test(chains_answer_nearest_first),
		cmocka_unit_test(shows_who_stands_nearest),
		cmocka_unit_test(hostile_text_is_read),
	};
	return cmocka_run_group_tests(tests, engine_open, engine_close);
}
