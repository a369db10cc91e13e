#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "base/str.h"
#include "lint/lint.h"

/* A catalogue of its own, so that the tests hold whatever the built-in one says. */
static struct wa_rule rules[] = {
	{.code = "T1", .name = "toll-unattributed", .level = WA_LEVEL_ERROR, .summary = "s", .mend = "name who counted"},
	{.code = "T2", .name = "damage-unattributed", .level = WA_LEVEL_WARNING, .summary = "s", .mend = "name who saw"},
	{.code = "T3", .name = "second-hand-report", .level = WA_LEVEL_NOTE, .summary = "s", .mend = "m"},
	{.code = "T4", .name = "vague-attribution", .level = WA_LEVEL_WARNING, .summary = "s", .mend = "m"},
	{.code = "T5", .name = "suppression-malformed", .level = WA_LEVEL_WARNING, .summary = "s", .mend = "m"},
	{.code = "T6", .name = "suppression-unknown-rule", .level = WA_LEVEL_WARNING, .summary = "s", .mend = "m"},
	{.code = "T7", .name = "suppression-unused", .level = WA_LEVEL_NOTE, .summary = "s", .mend = "m"},
	{.code = "T9", .name = "suppression-expired", .level = WA_LEVEL_WARNING, .summary = "s", .mend = "m"},
	{.code = "T8", .name = "money-unattributed", .level = WA_LEVEL_OFF, .summary = "s", .mend = "m"},
};
static struct rule_text rule_texts[] = {
	{.noun = "toll", .claims = 1u << WA_CLAIM_DEATHS | 1u << WA_CLAIM_INJURED},
	{.noun = "damage", .claims = 1u << WA_CLAIM_DESTRUCTION},
	{.message = "second hand: {chain}"},
	{.message = "\"{quote}\" names nobody"},
	{.message = "line {line} gives no reason"},
	{.message = "line {line}: no rule {rule}"},
	{.message = "line {line}: {rule} has nothing to do"},
	{.message = "line {line}: {rule} has run out"},
	{.noun = "sum", .claims = 1u << WA_CLAIM_MONEY},
};
static struct lex_entry no_words[1];
static struct lex_slot no_slots[1];
static struct class_set no_classes[1];

/* An audit being put together by hand. */
struct bench {
	struct packs packs;
	struct doc doc;
	struct arena arena;
	struct wa_paragraph paragraphs[8];
	struct wa_mention mentions[4];
	struct wa_attribution attributions[4];
	struct wa_claim claims[8];
	struct lint_rows rows;
	struct watch watch;
	struct wa_finding *findings;
	size_t count;
};

static void start(struct bench *b)
{
	*b = (struct bench){0};
	b->packs.rules = rules;
	b->packs.rule_texts = rule_texts;
	b->packs.rule_count = sizeof rules / sizeof *rules;
	b->packs.lex.entries = no_words;
	b->packs.lex.entry_count = 1;
	b->packs.lex.slots = no_slots;
	b->packs.lex.sets = no_classes;
	for (int i = 0; i < WA_STATE_COUNT; i++)
		b->packs.state_texts[i] = (struct state_text){"{noun} \"{quote}\"[; {near} {where}, {gap}]", "say it again"};
	doc_init(&b->doc);
	arena_init(&b->arena);
	b->rows = (struct lint_rows){b->paragraphs, b->mentions, b->attributions, b->claims, 0, 0, 0, 0, &b->watch, NULL};
}

static void paragraph(struct bench *b, const char *text)
{
	size_t n = strlen(text), at = b->doc.text.count, i = b->rows.paragraph_count++;
	struct para *para;
	assert_true(vec_reserve(&b->doc.text, at + n + 1));
	memcpy(b->doc.text.items + at, text, n);
	b->doc.text.items[at + n] = '\n';
	b->doc.text.count += n + 1;
	para = vec_push(&b->doc.paras);
	assert_non_null(para);
	*para = (struct para){WA_PARA_BODY, (uint32_t)at, (uint32_t)n};
	b->paragraphs[i] = (struct wa_paragraph){.para = doc_para_number(&b->doc, i), .item = 1, .kind = WA_PARA_BODY};
}

/* The span of `words` in paragraph `para`. */
static struct wa_span find(const struct bench *b, uint32_t para, const char *words)
{
	size_t at = str_find(doc_para_text(&b->doc, para - !b->doc.has_headline), str_of(words));
	assert_true(at != SIZE_MAX);
	return (struct wa_span){(uint32_t)at, (uint32_t)(at + strlen(words))};
}

static struct wa_claim *claim(struct bench *b, uint32_t para, const char *words, enum wa_claim_type type, enum wa_state state)
{
	struct wa_claim *c = &b->claims[b->rows.claim_count++];
	*c = (struct wa_claim){.para = para,
		.item = 1,
		.span = find(b, para, words),
		.type = type,
		.low = NAN,
		.high = NAN,
		.state = state,
		.verdict = wa_state_verdict(state),
		.nearest = WA_NONE};
	return c;
}

static struct wa_attribution *attribution(
	struct bench *b, uint32_t para, const char *source, const char *cue, enum wa_source_kind kind)
{
	struct wa_attribution *a = &b->attributions[b->rows.attribution_count++];
	*a = (struct wa_attribution){.para = para,
		.item = 1,
		.cue = find(b, para, cue),
		.source_para = para,
		.source = find(b, para, source),
		.kind = kind,
		.mode = WA_MODE_SPEECH};
	return a;
}

static void directive(struct bench *b, uint32_t before, bool whole_file, const char *rule, const char *reason)
{
	struct directive *d = vec_push(&b->doc.directives);
	assert_non_null(d);
	*d = (struct directive){before, 0, 7, whole_file, str_of(rule), str_of(reason)};
}

static void lint(struct bench *b)
{
	assert_true(lint_findings(&b->packs, &b->doc, &b->rows, &b->arena, &b->findings, &b->count));
}

static void finish(struct bench *b)
{
	doc_release(&b->doc);
	arena_release(&b->arena);
}

/* The table "From state to finding". */
static const struct {
	enum wa_state state;
	enum wa_level grave, other;
} levels[] = {
	{WA_STATE_CLAUSE, WA_LEVEL_OFF, WA_LEVEL_OFF},
	{WA_STATE_WITNESS, WA_LEVEL_OFF, WA_LEVEL_OFF},
	{WA_STATE_SENTENCE, WA_LEVEL_OFF, WA_LEVEL_OFF},
	{WA_STATE_EXEMPT, WA_LEVEL_OFF, WA_LEVEL_OFF},
	{WA_STATE_INHERITED, WA_LEVEL_OFF, WA_LEVEL_OFF},
	{WA_STATE_PARAGRAPH, WA_LEVEL_NOTE, WA_LEVEL_NOTE},
	{WA_STATE_LEAD, WA_LEVEL_NOTE, WA_LEVEL_NOTE},
	{WA_STATE_HEADLINE, WA_LEVEL_NOTE, WA_LEVEL_NOTE},
	{WA_STATE_REPEATED, WA_LEVEL_NOTE, WA_LEVEL_OFF},
	{WA_STATE_BACKGROUND, WA_LEVEL_NOTE, WA_LEVEL_OFF},
	{WA_STATE_VAGUE, WA_LEVEL_ERROR, WA_LEVEL_WARNING},
	{WA_STATE_DATELINE, WA_LEVEL_WARNING, WA_LEVEL_NOTE},
	{WA_STATE_CREDIT, WA_LEVEL_WARNING, WA_LEVEL_NOTE},
	{WA_STATE_NONE, WA_LEVEL_ERROR, WA_LEVEL_WARNING},
};

static enum wa_level level_of(enum wa_claim_type type, enum wa_state state)
{
	enum wa_level level = WA_LEVEL_OFF;
	struct bench b;
	start(&b);
	paragraph(&b, "A bomb killed 17 people.");
	claim(&b, 1, "killed 17 people", type, state);
	lint(&b);
	assert_true(b.count <= 1);
	if (b.count)
		level = b.findings[0].level;
	finish(&b);
	return level;
}

static void levels_follow_the_state(void **state)
{
	(void)state;
	assert_int_equal(sizeof levels / sizeof *levels, WA_STATE_COUNT);
	for (size_t i = 0; i < sizeof levels / sizeof *levels; i++) {
		assert_int_equal(level_of(WA_CLAIM_DEATHS, levels[i].state), levels[i].grave);
		assert_int_equal(level_of(WA_CLAIM_DESTRUCTION, levels[i].state), levels[i].other);
		assert_int_equal(level_of(WA_CLAIM_MONEY, levels[i].state), WA_LEVEL_OFF);
	}
}

static void a_named_source_for_the_same_softens_vague(void **state)
{
	struct bench b;
	(void)state;
	start(&b);
	paragraph(&b, "Sources say dozens died. Police said 24 died.");
	attribution(&b, 1, "Sources", "say", WA_SOURCE_VAGUE);
	claim(&b, 1, "dozens died", WA_CLAIM_DEATHS, WA_STATE_VAGUE)->nearest = 0;
	claim(&b, 1, "24 died", WA_CLAIM_DEATHS, WA_STATE_CLAUSE);
	lint(&b);
	/* and the vague source is told once, with its claim */
	assert_int_equal(b.count, 1);
	assert_int_equal(b.findings[0].level, WA_LEVEL_WARNING);
	assert_int_equal(b.findings[0].claim, 0);
	finish(&b);
}

static void messages_name_what_stands_near_and_why_it_does_not_answer(void **state)
{
	static const struct {
		enum wa_gap gap;
		const char *message;
	} gaps[] = {
		{WA_GAP_NONE, "toll \"killed 17 people\"; The army in paragraph 1, on something else"},
		{WA_GAP_ELSEWHERE, "toll \"killed 17 people\"; The army in paragraph 1, on something else"},
		{WA_GAP_AUTHORITY, "toll \"killed 17 people\"; The army in paragraph 1, on something else"},
		{WA_GAP_CONTRAST, "toll \"killed 17 people\"; The army in paragraph 1, beyond a contrast"},
		{WA_GAP_REACTION, "toll \"killed 17 people\"; The army in paragraph 1, only in reaction to it"},
	};
	(void)state;
	for (size_t i = 0; i < sizeof gaps / sizeof *gaps; i++) {
		struct bench b;
		struct wa_claim *toll;
		start(&b);
		paragraph(&b, "The army said it was calm.");
		paragraph(&b, "A bomb killed 17 people.");
		attribution(&b, 1, "The army", "said", WA_SOURCE_ORGANISATION);
		toll = claim(&b, 2, "killed 17 people", WA_CLAIM_DEATHS, WA_STATE_NONE);
		toll->nearest = 0;
		toll->gap = gaps[i].gap;
		lint(&b);
		assert_int_equal(b.count, 1);
		assert_string_equal(b.findings[0].message.ptr, gaps[i].message);
		assert_string_equal(b.findings[0].mend.ptr, "name who counted");
		finish(&b);
	}
}

static void overlaps_are_one_finding(void **state)
{
	struct bench b;
	(void)state;
	start(&b);
	paragraph(&b, "It killed 17 people, including five children.");
	claim(&b, 1, "killed 17 people, including five", WA_CLAIM_DEATHS, WA_STATE_DATELINE);
	claim(&b, 1, "including five children", WA_CLAIM_DEATHS, WA_STATE_NONE);
	lint(&b);
	assert_int_equal(b.count, 1);
	assert_int_equal(b.findings[0].level, WA_LEVEL_ERROR);
	finish(&b);
}

static void chains_are_told(void **state)
{
	struct bench b;
	(void)state;
	start(&b);
	paragraph(&b, "It shut, Reuters reported, citing Interfax.");
	b.mentions[0] = (struct wa_mention){1, 1, find(&b, 1, "Reuters"), "reuters", WA_ROLE_REPORTER};
	b.mentions[1] = (struct wa_mention){1, 1, find(&b, 1, "Interfax"), "interfax", WA_ROLE_CHAIN};
	b.rows.mention_count = 2;
	lint(&b);
	assert_int_equal(b.count, 1);
	assert_string_equal(b.findings[0].message.ptr, "second hand: Reuters cites Interfax");
	finish(&b);
}

static void quoted_vagueness_is_the_speakers(void **state)
{
	struct bench b;
	(void)state;
	start(&b);
	paragraph(&b, "\"Critics say it leaks,\" he said. Experts say it holds.");
	attribution(&b, 1, "Critics", "say", WA_SOURCE_VAGUE);
	attribution(&b, 1, "Experts", "say it holds", WA_SOURCE_VAGUE);
	lint(&b);
	assert_int_equal(b.count, 1);
	assert_string_equal(b.findings[0].message.ptr, "\"Experts\" names nobody");
	finish(&b);
}

static void suppressions(void **state)
{
	struct bench b;
	(void)state;
	start(&b);
	paragraph(&b, "It killed 17 people.");
	paragraph(&b, "It killed 18 people.");
	paragraph(&b, "It ruined a house.");
	claim(&b, 1, "killed 17 people", WA_CLAIM_DEATHS, WA_STATE_NONE);
	claim(&b, 2, "killed 18 people", WA_CLAIM_DEATHS, WA_STATE_NONE);
	claim(&b, 3, "ruined a house", WA_CLAIM_DESTRUCTION, WA_STATE_NONE);
	directive(&b, 0, false, "T1", "our photographer counted");
	directive(&b, 1, false, "toll-unattributed", "");
	directive(&b, 1, false, "T2", "of another paragraph");
	directive(&b, 2, false, "T99", "mistyped");
	directive(&b, 2, true, "T10, Damage-Unattributed", "file");
	lint(&b);
	static const struct {
		uint32_t para;
		const char *code, *message;
		bool suppressed;
	} expected[] = {
		{1, "T1", "toll \"killed 17 people\"", true},
		{2, "T5", "line 7 gives no reason", false},
		{2, "T7", "line 7: T2 has nothing to do", false},
		{2, "T1", "toll \"killed 18 people\"", false},
		{3, "T6", "line 7: no rule T99", false},
		{3, "T6", "line 7: no rule T10", false},
		{3, "T2", "damage \"ruined a house\"", true},
	};
	assert_int_equal(b.count, sizeof expected / sizeof *expected);
	for (size_t i = 0; i < b.count; i++) {
		assert_int_equal(b.findings[i].para, expected[i].para);
		assert_string_equal(b.findings[i].code, expected[i].code);
		assert_string_equal(b.findings[i].message.ptr, expected[i].message);
		assert_int_equal(b.findings[i].suppressed, expected[i].suppressed);
	}
	assert_string_equal(b.findings[0].suppression.ptr, "our photographer counted");
	finish(&b);
}

static void suppressions_run_out(void **state)
{
	static const struct {
		const char *field, *today;
		const char *code, *until; /* of the first finding; NULL for the toll's and for no end */
	} rows[] = {
		{"T1 until 2026-12-31", "2026-12-30", NULL, "2026-12-31"},
		{"T1 until 2026-12-31", "2026-12-31", NULL, "2026-12-31"},
		{"T1 until 2026-12-31", "2027-01-01", "T9", NULL},
		{"T1 until 2026-12-31", NULL, NULL, "2026-12-31"},
		{"T2, toll-unattributed until 2026-12-31", "2031-05-01", "T9", NULL},
		{"T1", "2031-05-01", NULL, NULL},
		{"T1 until 2026-02-30", "2026-01-01", "T5", NULL},
		{"T1 until 2026-12-31 or so", "2026-01-01", "T5", NULL},
		{"T1 until", "2026-01-01", "T5", NULL},
		{"until 2026-12-31", "2026-01-01", "T5", NULL},
	};
	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct bench b;
		const struct wa_finding *toll;
		start(&b);
		paragraph(&b, "It killed 17 people.");
		claim(&b, 1, "killed 17 people", WA_CLAIM_DEATHS, WA_STATE_NONE);
		directive(&b, 0, false, rows[i].field, "the ministry counts");
		b.rows.today = rows[i].today;
		lint(&b);
		toll = &b.findings[b.count - 1];
		assert_string_equal(toll->code, "T1");
		assert_int_equal(toll->suppressed, !rows[i].code);
		assert_string_equal(b.findings[0].code, rows[i].code ? rows[i].code : "T1");
		assert_int_equal(toll->until.len, rows[i].until ? 10 : 0);
		if (rows[i].until)
			assert_memory_equal(toll->until.ptr, rows[i].until, 10);
		finish(&b);
	}
}

static void fingerprints_survive_what_moves(void **state)
{
	struct bench a, b;
	(void)state;
	start(&a);
	paragraph(&a, "A bomb \"went off\" and killed 17 people.");
	claim(&a, 1, "killed 17 people", WA_CLAIM_DEATHS, WA_STATE_NONE);
	lint(&a);
	start(&b);
	paragraph(&b, "A new first paragraph.");
	paragraph(&b, "A bomb \xE2\x80\x9Cwent off\xE2\x80\x9D and killed 17 people!");
	paragraph(&b, "A bomb \"went off\" and killed 17 people.");
	claim(&b, 2, "killed 17 people", WA_CLAIM_DEATHS, WA_STATE_NONE);
	claim(&b, 3, "killed 17 people", WA_CLAIM_DEATHS, WA_STATE_NONE);
	lint(&b);
	assert_int_equal(a.count, 1);
	assert_int_equal(b.count, 2);
	assert_int_equal(strlen(a.findings[0].fingerprint), 16);
	assert_string_equal(a.findings[0].fingerprint, b.findings[0].fingerprint);
	assert_string_not_equal(b.findings[0].fingerprint, b.findings[1].fingerprint);
	finish(&a);
	finish(&b);
}

static void nothing_is_said_of_what_was_not_audited(void **state)
{
	struct bench b;
	(void)state;
	start(&b);
	paragraph(&b, "Una bomba.");
	directive(&b, 0, false, "T1", "r");
	b.doc.skip = WA_SKIP_LANGUAGE;
	lint(&b);
	assert_int_equal(b.count, 0);
	finish(&b);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(levels_follow_the_state),
		cmocka_unit_test(a_named_source_for_the_same_softens_vague),
		cmocka_unit_test(messages_name_what_stands_near_and_why_it_does_not_answer),
		cmocka_unit_test(overlaps_are_one_finding),
		cmocka_unit_test(chains_are_told),
		cmocka_unit_test(quoted_vagueness_is_the_speakers),
		cmocka_unit_test(suppressions),
		cmocka_unit_test(suppressions_run_out),
		cmocka_unit_test(fingerprints_survive_what_moves),
		cmocka_unit_test(nothing_is_said_of_what_was_not_audited),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
