/*
 * The built-in packs that the library starts from are those in src/packs: image FILE... reads the files as users' packs are read,
 * compiles them, and compares every table with the embedded one's.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/str.h"
#include "pack/compile.h"

static char **paths;

struct both {
	struct draft draft;
	struct packs *embedded, *read;
};

static int set_up(void **state)
{
	struct both *b = calloc(1, sizeof *b);
	struct wa_error error = {0};
	assert_non_null(b);
	assert_int_equal(packs_load(NULL, &b->embedded, &error), WA_OK);
	b->read = calloc(1, sizeof *b->read);
	assert_non_null(b->read);
	arena_init(&b->read->arena);
	draft_init(&b->draft, &b->read->arena);
	for (char **path = paths; *path; path++)
		if (draft_read_pack(&b->draft, *path, &error) != WA_OK)
			fail_msg("%s:%u: %s", error.file, error.line, error.message);
	if (compile_packs(&b->draft, b->read, &error) != WA_OK)
		fail_msg("%s:%u: %s", error.file, error.line, error.message);
	*state = b;
	return 0;
}

static int tear_down(void **state)
{
	struct both *b = *state;
	draft_release(&b->draft);
	packs_free(b->embedded);
	packs_free(b->read);
	free(b);
	return 0;
}

#define SAME_COUNT(field) assert_int_equal(a->field, b->field)
#define SAME_TABLE(field, count) assert_memory_equal(a->field, b->field, (count) * sizeof *a->field)

static void words_are_the_same(void **state)
{
	const struct both *both = *state;
	const struct lexicon *a = &both->embedded->lex, *b = &both->read->lex;
	SAME_COUNT(entry_count);
	SAME_COUNT(phrase_count);
	SAME_COUNT(slot_mask);
	SAME_COUNT(pair_mask);
	SAME_TABLE(slots, a->slot_mask + 1u);
	SAME_TABLE(pairs, (a->pair_mask + 1u) / 64);
	assert_true(a->entry_count > 10000);
	for (uint32_t i = 0; i < a->entry_count; i++) {
		const struct lex_entry *x = &a->entries[i], *y = &b->entries[i];
		assert_true(str_eq(lex_text(a, i), lex_text(b, i)) && x->begins_name == y->begins_name && x->head == y->head);
		assert_memory_equal(&a->sets[x->set], &b->sets[y->set], sizeof *a->sets);
		assert_true(x->lemma == y->lemma && x->phrases == y->phrases && x->phrase_count == y->phrase_count);
		assert_true(x->weight == y->weight && lex_value(a, i) == lex_value(b, i));
	}
	for (uint32_t i = 0; i < a->phrase_count; i++) {
		const struct lex_phrase *x = &a->phrases[i], *y = &b->phrases[i];
		assert_true(x->id == y->id && x->count == y->count && x->words == y->words);
		assert_memory_equal(a->phrase_words + x->words, b->phrase_words + y->words, x->count * sizeof *a->phrase_words);
	}
}

static void agencies_are_the_same(void **state)
{
	const struct both *both = *state;
	const struct packs *a = both->embedded, *b = both->read;
	SAME_COUNT(agency_count);
	SAME_COUNT(alias_count);
	SAME_COUNT(negative_count);
	SAME_TABLE(alias_first, a->lex.entry_count + 1u);
	assert_true(a->agency_count > 300);
	for (uint32_t i = 0; i < a->agency_count; i++) {
		const struct wa_agency *x = &a->agencies[i], *y = &b->agencies[i];
		assert_string_equal(x->id, y->id);
		assert_string_equal(x->name, y->name);
		assert_string_equal(x->aliases, y->aliases);
		assert_string_equal(x->country, y->country);
		assert_string_equal(x->languages, y->languages);
		assert_string_equal(x->type, y->type);
		assert_string_equal(x->note, y->note);
	}
	for (uint32_t i = 0; i < a->alias_count; i++) {
		const struct agency_alias *x = &a->aliases[i], *y = &b->aliases[i];
		assert_string_equal(x->text, y->text);
		assert_true(x->agency == y->agency && x->words == y->words && x->word_count == y->word_count && x->weak == y->weak);
		assert_memory_equal(a->alias_words + x->words, b->alias_words + y->words, x->word_count * sizeof *a->alias_words);
	}
	for (uint32_t i = 0; i < a->negative_count; i++) {
		const struct agency_negative *x = &a->negatives[i], *y = &b->negatives[i];
		assert_true(x->agency == y->agency && x->phrase == y->phrase && x->where == y->where);
	}
}

/* Either text may be NULL. */
static void same_text(const char *x, const char *y)
{
	assert_string_equal(x ? x : "(none)", y ? y : "(none)");
}

/* Lists that end with NULL. */
static void same_texts(const char *const *x, const char *const *y)
{
	for (; *x && *y; x++, y++)
		assert_string_equal(*x, *y);
	assert_true(!*x && !*y);
}

static void rules_are_the_same(void **state)
{
	const struct both *both = *state;
	const struct packs *a = both->embedded, *b = both->read;
	SAME_COUNT(rule_count);
	for (uint32_t i = 0; i < a->rule_count; i++) {
		const struct wa_rule *x = &a->rules[i], *y = &b->rules[i];
		assert_string_equal(x->code, y->code);
		assert_string_equal(x->name, y->name);
		assert_string_equal(x->family, y->family);
		assert_int_equal(x->level, y->level);
		assert_string_equal(x->summary, y->summary);
		assert_string_equal(x->why, y->why);
		assert_string_equal(x->mend, y->mend);
		assert_string_equal(x->source, y->source);
		same_texts(x->good, y->good);
		same_texts(x->bad, y->bad);
		same_text(a->rule_texts[i].noun, b->rule_texts[i].noun);
		same_text(a->rule_texts[i].message, b->rule_texts[i].message);
		assert_int_equal(a->rule_texts[i].claims, b->rule_texts[i].claims);
	}
	for (size_t i = 0; i < WA_STATE_COUNT; i++) {
		same_text(a->state_texts[i].message, b->state_texts[i].message);
		same_text(a->state_texts[i].mend, b->state_texts[i].mend);
	}
	assert_string_equal(a->fingerprint, b->fingerprint);
}

int main(int argc, char **argv)
{
	const struct CMUnitTest tests[] = {cmocka_unit_test(words_are_the_same), cmocka_unit_test(agencies_are_the_same),
		cmocka_unit_test(rules_are_the_same)};
	paths = argv + 1;
	return argc < 2 ? 2 : cmocka_run_group_tests(tests, set_up, tear_down);
}
