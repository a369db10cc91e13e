#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "attr/attr.h"
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
	/* what is said before it */
	{"Three boats were missing, police said.", "said <- police, organisation, verb-after"},
	{"Three boats, police said, were missing.", "said <- police, organisation, verb-after"},
	{"\"We left at dawn,\" she said.", "said <- she, pronoun, verb-after"},
	/* the verb before its subject */
	{"\"We left at dawn,\" said Irma Vogt, a nurse.", "said <- Irma Vogt, person, inverted"},
	{"The dam has held, says the county engineer.", "says <- the county engineer, unnamed, inverted"},
	/* over what stands between */
	{"Jan Koval, who runs the ferry, said five men were missing.", "said <- Jan Koval, person, insertion"},
	{"Jan Koval, 45, the harbour master, said five men were missing.", "said <- Jan Koval, person, insertion"},
	{"The court fined Jan Koval, who said he would pay.", "said <- Jan Koval, person, relative-clause"},
	/* one subject for several verbs */
	{"Jan Koval said the ferry was safe and warned that the bridge was not.",
		"said <- Jan Koval, person, subject-verb; warned <- Jan Koval, person, shared-subject"},
	{"The navy denied the report, saying that no ship was near.",
		"denied <- The navy, organisation, subject-verb; saying <- The navy, organisation, participle"},
	/* according to */
	{"The bridge was closed, according to the mayor.", "according to <- the mayor, unnamed, according-to"},
	{"The port is shut, the navy reported on Friday, according to the harbour office.",
		"reported <- the navy, organisation, verb-after; according to <- the harbour office, organisation, according-to"},
	/* passives */
	{"The plan was described by the mayor as a folly.", "described <- the mayor, unnamed, passive-by"},
	{"The general was reported to have lost a ship.", "reported <- , vague, passive"},
	/* other words */
	{"The ferry reportedly sank at noon.", "reportedly <- , vague, adverb"},
	{"The alleged smuggler left the court.", "alleged <- , vague, alleged"},
	{"The paper carried the army's claim that the hill was held.", "claim <- the army, organisation, noun"},
	/* lines */
	{"#Ferry sinks off Tarn: police", ": <- police, organisation, colon"},
	{"#Police: ferry sank at noon", ": <- Police, organisation, colon"},
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

static struct packs *load(void)
{
	struct packs *packs = NULL;
	struct wa_error error = {0};
	assert_int_equal(packs_load(NULL, &packs, &error), WA_OK);
	return packs;
}

static int check(const struct packs *packs, const char *text, const char *rows)
{
	struct arena arena;
	struct attr attr;
	char found[1024] = "";
	bool headline = text[0] == '#';
	int wrong;
	arena_init(&arena);
	attr_init(&attr, NULL, packs, &arena);
	attr.para = !headline;
	attr.kind = headline ? WA_PARA_HEADLINE : WA_PARA_BODY;
	text += headline;
	read_into(&attr, text);
	describe(found, sizeof found, &attr, text);
	wrong = strcmp(found, rows) != 0;
	if (wrong)
		print_error("%s\n  want %s\n  got  %s\n", text, rows, found);
	attr_release(&attr);
	arena_release(&arena);
	return wrong;
}

static void finds_attributions(void **state)
{
	struct packs *packs = load();
	int wrong = 0;
	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
		wrong += check(packs, cases[i].text, cases[i].rows);
	packs_free(packs);
	assert_int_equal(wrong, 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(finds_attributions),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
