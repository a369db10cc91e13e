#include "engine.h"

#include <stdio.h>
#include <string.h>

#include "attr/attr.h"
#include "audit/engine.h"
#include "scan/scan.h"

/*
 * Each row: a paragraph, and its attributions in order, joined by "; ": cue <- source, kind, why. Attitudes are left
 * out. A paragraph that begins with # is a headline.
 */
static const struct {
	const char *text, *rows;
} cases[] = {
	/* the subject before its verb */
	{"Police said three boats were missing.", "said <- Police, organisation, subject-verb"},
	{"The mayor has repeatedly warned that the dam may break.", "warned <- The mayor, unnamed, subject-verb"},
	{"Gen. Marta Lindqvist on Monday said the bridge would stay shut.", "said <- Gen. Marta Lindqvist, person, subject-verb"},
	{"A spokesman for the navy in Tarn told reporters that two tugs were lost.",
		"told <- A spokesman for the navy in Tarn, unnamed, subject-verb"},
	{"Jan Koval and Irma Vogt said the mill would close.", "said <- Jan Koval and Irma Vogt, person, subject-verb"},
	{"On Friday a customs official said the crates were empty.", "said <- a customs official, unnamed, subject-verb"},
	{"The water company has over the past few weeks denied that the wells are foul.",
		"denied <- The water company, organisation, subject-verb"},
	{"A poll published on Tuesday showed a lead for the mayor.",
		"showed <- A poll published on Tuesday, document, subject-verb"},
	{"Renn's former deputy, according to the court, said the money was gone.",
		"according to <- the court, organisation, according-to; said <- Renn's former deputy, unnamed, insertion"},
	{"The council said a set of plans handed in by the builders on Monday was useless.",
		"said <- The council, organisation, subject-verb"},
	{"The harbour master called the plan a folly.", "called <- The harbour master, unnamed, subject-verb"},
	{"Irma Vogt, a miller, said he already ran the ferry.", "said <- Irma Vogt, person, insertion"},
	{"Irma Vogt, a miller, said rye and oats are up.", "said <- Irma Vogt, person, insertion"},
	{"Irma Vogt and Pavel Grun both said the dam held.", "said <- Irma Vogt and Pavel Grun, person, subject-verb"},
	{"Both said the dam held.", "said <- Both, pronoun, subject-verb"},
	{"Irma Vogt and Pavel Grun each said the dam held.", "said <- Irma Vogt and Pavel Grun, person, subject-verb"},
	{"Tarn Airlines said the ferry was late.", "said <- Tarn Airlines, organisation, subject-verb"},
	{"Twitter said the post was gone.", "said <- Twitter, organisation, subject-verb"},
	{"Scotland Yard said the safe was empty.", "said <- Scotland Yard, organisation, subject-verb"},
	{"Twitter chief Jan Koval said the post was gone.", "said <- Twitter chief Jan Koval, person, subject-verb"},
	{"Farmers see the new dam as a threat.", "see <- Farmers, unnamed, subject-verb"},
	{"Critics fear the dam will burst.", "fear <- Critics, vague, subject-verb"},
	{"The army blamed rebels for the fire.", "blamed <- The army, organisation, subject-verb"},
	{"Gen. Koval told Reuters Lindqvist's letter showed nothing.",
		"told <- Gen. Koval, person, subject-verb; showed <- Lindqvist's letter, document, subject-verb"},
	{"The charity, which runs the camp, said tents were short.", "said <- The charity, organisation, insertion"},
	/* figures put somewhere */
	{"Police put the number of dead at 41.", "put <- Police, organisation, subject-verb"},
	{"The bank pegged his worth at about $3 million.", "pegged <- The bank, organisation, subject-verb"},
	{"Vogt put a lamp at the door.", ""},
	/* surveys */
	{"In a poll for the Gazette, 40 percent chose Vogt.", "In <- a poll for the Gazette, document, survey"},
	{"In the Gazette poll, conducted in May, Vogt led by ten points.", "In <- the Gazette poll, document, survey"},
	{"But in surveys of farmers by the county, rye is ahead.", "in <- surveys of farmers by the county, document, survey"},
	{"He fell to 10 percent in the Gazette poll released on Monday.",
		"in <- the Gazette poll released on Monday, document, survey"},
	{"Vogt leads by ten points in the county's average of three polls.",
		"in <- the county's average of three polls, document, survey"},
	{"The Gazette survey released on Friday had him at 4 percent.",
		"had <- The Gazette survey released on Friday, document, survey"},
	{"The latest poll has Koval leading.", "has <- The latest poll, document, survey"},
	{"The poll has a margin of error of three points.", ""},
	{"Half of the farmers in the survey grow rye.", ""},
	{"Many farmers took part in the survey.", ""},
	{"Vogt rose in the polls.", ""},
	/* what is said before it */
	{"Three boats were missing, police said.", "said <- police, organisation, verb-after"},
	{"Three boats, police said, were missing.", "said <- police, organisation, verb-after"},
	{"\"We left at dawn,\" she said.", "said <- she, pronoun, verb-after"},
	{"\"Stop!\" Vogt shouted.", "shouted <- Vogt, person, verb-after"},
	{"The dam has held, a senior interior ministry official told Reuters.",
		"told <- a senior interior ministry official, unnamed, verb-after"},
	/* the verb before its subject */
	{"\"We left at dawn,\" said Irma Vogt, a nurse.", "said <- Irma Vogt, person, inverted"},
	{"The dam has held, says the county engineer.", "says <- the county engineer, unnamed, inverted"},
	{"The dam has held, reports Afp.", "reports <- Afp, agency, inverted"},
	/* over what stands between */
	{"Jan Koval, who runs the ferry, said five men were missing.", "said <- Jan Koval, person, insertion"},
	{"Jan Koval, 45, the harbour master, said five men were missing.", "said <- Jan Koval, person, insertion"},
	{"The mayor of Tarn, Irma Vogt, said the mill would close.", "said <- The mayor of Tarn, Irma Vogt, person, insertion"},
	{"The Foreign Minister, Jan Koval, said the road was open.", "said <- The Foreign Minister, Jan Koval, person, insertion"},
	{"A prosecutor investigating the fire said the mill was old.",
		"said <- A prosecutor investigating the fire, unnamed, subject-verb"},
	{"The court fined Jan Koval, who said he would pay.", "said <- Jan Koval, person, relative-clause"},
	{"A letter that described the mill as unsafe was found.", "described <- A letter, document, relative-clause"},
	{"A group which supports the dam says it is safe.", "says <- A group, organisation, insertion"},
	/* one subject for several verbs */
	{"Jan Koval said the ferry was safe and warned that the bridge was not.",
		"said <- Jan Koval, person, subject-verb; warned <- Jan Koval, person, shared-subject"},
	{"The navy denied the report, saying that no ship was near.",
		"denied <- The navy, organisation, subject-verb; saying <- The navy, organisation, participle"},
	{"Noting that the river was low, Vogt said there was no danger.",
		"Noting <- Vogt, person, participle; said <- Vogt, person, subject-verb"},
	{"The mill closed, with some workers claiming that it was bankrupt.", "claiming <- some workers, vague, participle"},
	{"#Mayor shuts bridge, says it may fall", "says <- Mayor, unnamed, shared-subject"},
	/* according to */
	{"The bridge was closed, according to the mayor.", "according to <- the mayor, unnamed, according-to"},
	{"According to a person familiar with the talks, the mill was sold.",
		"According to <- a person familiar with the talks, unnamed, according-to"},
	{"The port is shut, the navy reported on Friday, according to the harbour office.",
		"reported <- the navy, organisation, verb-after; according to <- the harbour office, organisation, according-to"},
	/* passives */
	{"The plan was described by the mayor as a folly.", "described <- the mayor, unnamed, passive-by"},
	{"The mill burned down, as reported by Efe.", "as reported by <- Efe, agency, as-reported-by"},
	{"The general was reported to have lost a ship.", "reported <- , vague, passive"},
	{"The harbour is expected to reopen in May.", "expected <- , vague, passive"},
	{"The smuggler was accused of bribing a judge.", "accused <- , vague, passive"},
	{"The death was confirmed in a statement.", "confirmed <- a statement, document, passive-by"},
	{"He spoke of a string of fires blamed on rebels.", "blamed <- , vague, passive"},
	{"Renn was quoted as saying that the mill was lost.", "quoted as saying <- Renn, person, quoted-as-saying"},
	{"Renn was quoted as saying by the Tarn Gazette that the mill was lost.",
		"quoted <- the Tarn Gazette, organisation, passive-by; saying <- Renn, person, quoted-as-saying"},
	{"#Three Said Drowned in Tarn Harbour", "Said <- , vague, passive"},
	/* other words */
	{"The ferry reportedly sank at noon.", "reportedly <- , vague, adverb"},
	{"The alleged smuggler left the court.", "alleged <- , vague, alleged"},
	{"The flood drove out an estimated 300 families.", "estimated <- , vague, estimated"},
	{"The paper carried the army's claim that the hill was held.", "claim <- the army, organisation, noun"},
	{"There was a warning from the mayor that the ice was thin.", "warning <- the mayor, unnamed, noun"},
	{"He left amid accusations of fraud.", "accusations <- , vague, noun"},
	{"AFP journalists saw two trucks burn.", "saw <- AFP journalists, agency, witness"},
	{"The sale fell through, the radio reported, citing Interfax.",
		"reported <- the radio, organisation, verb-after; citing <- Interfax, agency, citing"},
	/* lines */
	{"#Ferry sinks off Tarn: police", ": <- police, organisation, colon"},
	{"#Police: ferry sank at noon", ": <- Police, organisation, colon"},
	{"#Ferry sinks off Tarn - police", "- <- police, organisation, dash"},
	{"#Tarn Harbour: a walk around the walls", ""},
	/* kinds */
	{"Two officials familiar with the talks said the mill was sold.",
		"said <- Two officials familiar with the talks, unnamed, subject-verb"},
	{"Sources said the mill was sold.", "said <- Sources, vague, subject-verb"},
	{"A police source said the mill was sold.", "said <- A police source, unnamed, subject-verb"},
	{"Some analysts say the mill was sold.", "say <- Some analysts, vague, subject-verb"},
	{"The ministry's report says the mill was sold.", "says <- The ministry's report, document, subject-verb"},
	{"France said the mill was sold.", "said <- France, organisation, subject-verb"},
	{"Tarn Mills Corp. said the mill was sold.", "said <- Tarn Mills Corp., organisation, subject-verb"},
	{"News agencies reported that the mill was sold.", "reported <- News agencies, vague, subject-verb"},
	/* whom a speaker cites is no source of the copy */
	{"\"The police told us that the road was open,\" said Vogt.", "said <- Vogt, person, inverted"},
	/* nouns that look like verbs */
	{"The firm put a comment on its page and two reports in the post.", ""},
	{"Nine states will vote on the claims of the islanders.", ""},
	/* no attribution */
	{"The harbour was quiet on Sunday and the ferry ran.", ""},
};

static void read_into(struct attr *attr, const char *text)
{
	struct wa_str str = {text, strlen(text)};
	assert_true(seg_paragraph(&attr->seg, &attr->packs->lex, str, false));
	scan_phrases(&attr->seg);
	assert_true(mention_paragraph(attr));
	assert_true(cue_paragraph(attr));
}

static void append(char *out, size_t size, const char *format, ...)
{
	size_t used = strlen(out);
	va_list args;
	va_start(args, format);
	(void)vsnprintf(out + used, size - used, format, args);
	va_end(args);
}

static void describe(char *out, size_t size, const struct attr *attr, const char *text)
{
	bool first = true;
	for (size_t i = 0; i < attr->attributions.count; i++) {
		const struct wa_attribution *a = &attr->attributions.items[i];
		if (a->mode == WA_MODE_ATTITUDE)
			continue;
		append(out, size, "%s%.*s <- %.*s, %s, %s", first ? "" : "; ", (int)(a->cue.end - a->cue.start),
			text + a->cue.start, (int)(a->source.end - a->source.start), text + a->source.start,
			wa_source_kind_name(a->kind), a->why);
		first = false;
	}
}

/* One paragraph that is a document by itself, read by rules alone; a headline when it begins with "#". */
struct alone {
	struct arena arena;
	struct attr attr;
	const char *text; /* without the sign */
};

static void alone_open(struct alone *a, const struct wa_engine *engine, const char *text)
{
	bool headline = text[0] == '#';
	arena_init(&a->arena);
	attr_init(&a->attr, NULL, engine_packs(engine), engine_facts(engine), &a->arena);
	a->attr.para = !headline;
	a->attr.kind = headline ? WA_PARA_HEADLINE : WA_PARA_BODY;
	a->text = text + headline;
	read_into(&a->attr, a->text);
	cue_finish(&a->attr);
}

static void alone_close(struct alone *a)
{
	attr_release(&a->attr);
	arena_release(&a->arena);
}

static int differs(const char *text, const char *want, const char *got)
{
	bool wrong = strcmp(got, want) != 0;
	if (wrong)
		print_error("%s\n  want %s\n  got  %s\n", text, want, got);
	return wrong;
}

static void finds_attributions(void **state)
{
	int wrong = 0;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct alone a;
		char found[2048] = "";
		alone_open(&a, *state, cases[i].text);
		describe(found, sizeof found, &a.attr, a.text);
		wrong += differs(a.text, cases[i].rows, found);
		alone_close(&a);
	}
	assert_int_equal(wrong, 0);
}

/* A paragraph, and what each attribution ascribes: its contents joined by " ... ", rows by "; ". */
static const struct {
	const char *text, *contents;
} ascribed[] = {
	{"Police said three boats were missing.", "three boats were missing"},
	{"Three boats were missing, police said.", "Three boats were missing"},
	{"Three boats, police said, were missing.", "Three boats ... were missing"},
	{"\"We left at dawn,\" said Irma Vogt, a nurse.", "\"We left at dawn,\""},
	{"\"We left,\" Vogt said, \"and went home.\"", "\"We left,\" ... \"and went home.\""},
	{"\"We left,\" said Irma Vogt, a nurse, \"and went home.\"", "\"We left,\" ... \"and went home.\""},
	{"\"Stop!\" Vogt shouted.", "\"Stop!\""},
	{"Vogt said on Monday: \"We left.\"", "\"We left.\""},
	{"The mayor told reporters that the dam was safe.", "that the dam was safe"},
	{"The mayor said the dam was safe, but the army said it was not.", "the dam was safe; it was not"},
	{"The mayor said the dam was safe and warned that the mill was not.", "the dam was safe; that the mill was not"},
	{"According to the mayor, the dam is safe.", "the dam is safe"},
	{"The port is shut, the navy reported, according to the mayor.", "The port is shut; The port is shut, the navy reported"},
	{"The mayor criticised the plan on Monday, saying it was late.", "the plan; it was late"},
	{"The mill, which Vogt described as a ruin, was sold.", "which ... as a ruin"},
};

static void finds_contents(void **state)
{
	int wrong = 0;
	for (size_t i = 0; i < sizeof ascribed / sizeof *ascribed; i++) {
		struct alone a;
		char found[1024] = "";
		alone_open(&a, *state, ascribed[i].text);
		for (size_t r = 0; r < a.attr.attributions.count; r++) {
			const struct wa_attribution *row = &a.attr.attributions.items[r];
			append(found, sizeof found, "%s", r ? "; " : "");
			for (uint32_t k = 0; k < row->content_count; k++)
				append(found, sizeof found, "%s%.*s", k ? " ... " : "",
					(int)(row->content[k].span.end - row->content[k].span.start),
					a.text + row->content[k].span.start);
		}
		wrong += differs(a.text, ascribed[i].contents, found);
		alone_close(&a);
	}
	assert_int_equal(wrong, 0);
}

/* Whom each source stands for, "-" where it says so itself. */
static const struct {
	const char *text, *names;
} resolved[] = {
	{"The army estimates that 300 men died. It believes that more will.", "- The army"},
	{"Irma Vogt said the dam held. She added that it was old.", "- Irma Vogt"},
	{"Border officials said the road was open. They said the pass was not.", "- Border officials"},
	{"Maciej Orlik said the dam held. Later Orlik said it was old.", "- Maciej Orlik"},
	{"The defence ministry said the dam held. The ministry said it was old.", "- The defence ministry"},
};

static void resolves_sources(void **state)
{
	int wrong = 0;
	for (size_t i = 0; i < sizeof resolved / sizeof *resolved; i++) {
		struct alone a;
		char found[256] = "";
		alone_open(&a, *state, resolved[i].text);
		for (size_t k = 0; k < a.attr.attributions.count; k++) {
			struct wa_str name = a.attr.attributions.items[k].resolved;
			append(found, sizeof found, "%s%.*s", k ? " " : "", name.ptr ? (int)name.len : 1,
				name.ptr ? name.ptr : "-");
		}
		wrong += differs(a.text, resolved[i].names, found);
		alone_close(&a);
	}
	assert_int_equal(wrong, 0);
}

/* What each source is called. */
static const struct {
	const char *text, *names;
} called[] = {
	{"White House Press Secretary Josh Ernst said the dam held.", "Josh Ernst"},
	{"Secretary of State John F. Grant said the dam held.", "John F. Grant"},
	{"Rep. Anna Dorn (R-Tarn) said the dam held.", "Anna Dorn"},
	{"Gen. Maciej Orlik, who built it, said the dam held.", "Maciej Orlik"},
	{"The mayor of Tarn, Irma Vogt, said the dam held.", "Irma Vogt"},
	{"President Orlik said the dam held.", "President Orlik"},
	{"Jan Koval and Irma Vogt said the dam held.", "Jan Koval and Irma Vogt"},
	{"The defence ministry said the dam held.", "The defence ministry"},
	{"The boat of Pavel Grun sank. Grun said it was old.", "Pavel Grun"},
	{"Grun said it was old. The boat of Pavel Grun sank.", "Pavel Grun"},
	{"The boat of Pavel Grun sank. Mr. Grun said it was old.", "Pavel Grun"},
	{"The boat of Pavel Grun sank. Grun said it was old. He added that it leaked.", "Pavel Grun, Pavel Grun"},
	{"Pavel Grun and Olga Grun sank. Grun said it was cold.", "Grun"},
	{"The boat of Captain Grun sank. Grun said it was old.", "Grun"},
	{"Pavel Grun, Olga Grun and Pavel Grun sailed with Pavel Grun. Grun said it was cold.", "Pavel Grun"},
	{"Team Grun sailed past Pavel Grun. Grun said it was cold.", "Pavel Grun"},
};

static void names_sources(void **state)
{
	int wrong = 0;
	for (size_t i = 0; i < sizeof called / sizeof *called; i++) {
		struct alone a;
		char found[256] = "";
		alone_open(&a, *state, called[i].text);
		for (size_t k = 0; k < a.attr.attributions.count; k++) {
			struct wa_str name = a.attr.attributions.items[k].name;
			append(found, sizeof found, "%s%.*s", k ? ", " : "", (int)name.len, name.ptr);
		}
		wrong += differs(a.text, called[i].names, found);
		alone_close(&a);
	}
	assert_int_equal(wrong, 0);
}

/* More cues in one sentence than are read at a time; rows stay in the order of their cues. */
static void reads_long_sentences(void **state)
{
	struct alone a;
	char text[8192] = "";
	for (int i = 0; i < 150; i++)
		append(text, sizeof text, "%sthe mayor said the dam held", i ? " and " : "");
	alone_open(&a, *state, text);
	assert_int_equal(a.attr.attributions.count, 150);
	for (size_t i = 1; i < a.attr.attributions.count; i++)
		assert_true(a.attr.attributions.items[i - 1].cue.start < a.attr.attributions.items[i].cue.start);
	alone_close(&a);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(finds_attributions),
		cmocka_unit_test(finds_contents),
		cmocka_unit_test(resolves_sources),
		cmocka_unit_test(names_sources),
		cmocka_unit_test(reads_long_sentences),
	};
	return cmocka_run_group_tests(tests, engine_open, engine_close);
}
