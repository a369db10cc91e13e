#include "tests/unit/pack_scratch.h"

#include <math.h>

#include "base/limits.h"
#include "base/split.h"

static const char words[] =
	"language: en\n"
	"blocks:\n"
	"  - id: t.plain\n"
	"    class: [sport, event]\n"
	"    words: [Zwick, zwick's den, \"zwick zwack zwock\", zwick zwack, \"al-Zwick\", \"d\xE2\x80\x99zwick\"]\n"
	"  - id: t.verbs\n"
	"    class: [cue]\n"
	"    verbs:\n"
	"      - zwell/zwells/zwelled/zwollen/zwelling 40\n"
	"      - zwell/zwells/zwelled/zwollen/zwelling up against 7\n"
	"      - zwollen/zwollens/zwollened/zwollened/zwollening\n"
	"  - id: t.values\n"
	"    class: [number]\n"
	"    values: {zwo: 2, zwanzig dozen: 240, zwhalf: 0.5}\n"
	"  - id: t.again\n"
	"    class: [weapon]\n"
	"    words: [zwo, zwell]\n";

static struct packs *load_words(void)
{
	struct packs *packs = NULL;
	struct wa_error error = {0};
	const char *path = scratch_write("words.yaml", words, sizeof words - 1);
	if (load_file(path, &packs, &error) != WA_OK)
		fail_msg("%s:%u: %s", error.file, error.line, error.message);
	(void)unlink(path);
	return packs;
}

/* The id of the first piece of a text as copy has it. */
static uint32_t find(const struct packs *packs, const char *text)
{
	struct piece piece;
	(void)split_next(text, text + strlen(text), &piece);
	assert_int_equal(piece.len, strlen(text));
	return lex_find(&packs->lex, &piece);
}

static void words_have_their_classes(void **state)
{
	struct packs *packs = load_words();
	const struct lexicon *lex = &packs->lex;
	uint32_t id = find(packs, "zwick");
	(void)state;
	assert_true(id > 0);
	assert_int_equal(find(packs, "ZWICK"), id);
	assert_int_equal(lex_find_text(lex, "zwick"), id);
	assert_true(lex_is(lex, id, CLASS_SPORT) && lex_is(lex, id, CLASS_EVENT));
	assert_false(lex_is(lex, id, CLASS_CUE));
	assert_int_equal(lex->entries[id].weight, 100);
	assert_int_equal(lex->entries[id].lemma, id);
	assert_true(lex_is(lex, find(packs, "Al-Zwick"), CLASS_SPORT));
	assert_true(find(packs, "d'zwick") > 0);
	assert_int_equal(find(packs, "d'zwick"), find(packs, "D\xE2\x80\x99Zwick"));
	assert_int_equal(find(packs, "zwickless"), 0);
	/* a word of a phrase is known, but has no class of it */
	assert_true(find(packs, "zwack") > 0);
	assert_false(lex_is(lex, find(packs, "zwack"), CLASS_SPORT));
	packs_free(packs);
}

static void phrases_stand_longest_first(void **state)
{
	struct packs *packs = load_words();
	const struct lexicon *lex = &packs->lex;
	const struct lex_entry *first = &lex->entries[find(packs, "zwick")];
	static const char *const expected[] = {"zwick 's den", "zwick zwack zwock", "zwick zwack"};
	(void)state;
	assert_int_equal(first->phrase_count, 3);
	for (uint32_t i = 0; i < 3; i++) {
		const struct lex_phrase *phrase = &lex->phrases[first->phrases + i];
		assert_int_equal(phrase->id, lex_find_text(lex, expected[i]));
		assert_true(lex_is(lex, phrase->id, CLASS_SPORT));
		assert_int_equal(lex->phrase_words[phrase->words], find(packs, "zwick"));
	}
	assert_int_equal(lex->phrases[first->phrases].count, 3);
	assert_int_equal(lex->phrase_words[lex->phrases[first->phrases + 1].words + 2], find(packs, "zwock"));
	packs_free(packs);
}

static void every_phrase_is_in_its_place(void **state)
{
	struct packs *packs = load_words();
	const struct lexicon *lex = &packs->lex;
	uint32_t seen = 0;
	(void)state;
	for (uint32_t id = 0; id < lex->entry_count; id++) {
		for (uint32_t i = 0; i < lex->entries[id].phrase_count; i++, seen++) {
			const struct lex_phrase *phrase = &lex->phrases[lex->entries[id].phrases + i];
			assert_int_equal(lex->phrase_words[phrase->words], id);
			assert_true(phrase->count >= 2);
			assert_true(i == 0 || phrase[-1].count >= phrase->count);
		}
	}
	assert_int_equal(seen, lex->phrase_count);
	packs_free(packs);
}

static void verbs_have_forms_and_lemma(void **state)
{
	static const struct {
		const char *text, *lemma;
		enum lex_class form;
		int weight;
	} rows[] = {
		{"zwell", "zwell", CLASS_FORM_BASE, 40},
		{"zwells", "zwell", CLASS_FORM_S, 40},
		{"zwelled", "zwell", CLASS_FORM_PAST, 40},
		{"zwelling", "zwell", CLASS_FORM_ING, 40},
		{"zwollen", "zwell", CLASS_FORM_PP, 40},
		{"zwollen", "zwell", CLASS_FORM_BASE, 40}, /* also a verb of its own; the first lemma holds */
		{"zwollened", "zwollen", CLASS_FORM_PP, 100},
		{"zwollen up against", "zwell up against", CLASS_FORM_PP, 7},
		{"zwells up against", "zwell up against", CLASS_FORM_S, 7},
	};
	struct packs *packs = load_words();
	const struct lexicon *lex = &packs->lex;
	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		uint32_t id = lex_find_text(lex, rows[i].text);
		assert_true(id > 0);
		assert_true(lex_is(lex, id, rows[i].form) && lex_is(lex, id, CLASS_VERB) && lex_is(lex, id, CLASS_CUE));
		assert_int_equal(lex->entries[id].lemma, lex_find_text(lex, rows[i].lemma));
		assert_int_equal(lex->entries[id].weight, rows[i].weight);
	}
	assert_false(lex_is(lex, lex_find_text(lex, "up"), CLASS_CUE));
	packs_free(packs);
}

static void values_and_classes_add_up(void **state)
{
	struct packs *packs = load_words();
	const struct lexicon *lex = &packs->lex;
	uint32_t two = lex_find_text(lex, "zwo");
	(void)state;
	assert_true(lex_value(lex, two) == 2);
	assert_true(lex_is(lex, two, CLASS_NUMBER) && lex_is(lex, two, CLASS_WEAPON));
	assert_true(lex_value(lex, lex_find_text(lex, "zwanzig dozen")) == 240);
	assert_true(lex_value(lex, lex_find_text(lex, "zwhalf")) == 0.5);
	assert_true(lex_value(lex, 0) == 0);
	assert_int_equal(lex_find_text(lex, "no such word"), 0);
	packs_free(packs);
}

static void too_many_phrases_are_refused(void **state)
{
	const size_t room = 2000000;
	char *text = malloc(room);
	size_t size;
	struct packs *packs = NULL;
	struct wa_error error = {0};
	const char *path;
	(void)state;
	assert_non_null(text);
	size = (size_t)snprintf(text, room, "language: en\nblocks:\n  - {id: t, class: [cue], words: [x");
	for (unsigned i = 0; i <= LIMIT_PHRASES_OF_WORD; i++)
		size += (size_t)snprintf(text + size, room - size, ", zwick x%u", i);
	size += (size_t)snprintf(text + size, room - size, "]}\n");
	path = scratch_write("a.yaml", text, size);
	assert_int_equal(load_file(path, &packs, &error), WA_ERR_CONFIG);
	assert_string_equal(error.message, "more than 60000 phrases of all packs begin with the word \"zwick\"");
	(void)unlink(path);
	free(text);
}

static void classes_have_names(void **state)
{
	(void)state;
	for (int i = 0; i < CLASS_COUNT; i++)
		assert_int_equal(lex_class_from_name(lex_class_name((enum lex_class)i)), i);
	assert_int_equal(lex_class_from_name("no-such-class"), -1);
	assert_string_equal(lex_class_name(CLASS_CUE_BELIEF), "cue-belief");
}

int main(void)
{
	const struct CMUnitTest tests[] = {cmocka_unit_test(words_have_their_classes),
		cmocka_unit_test(phrases_stand_longest_first), cmocka_unit_test(every_phrase_is_in_its_place),
		cmocka_unit_test(verbs_have_forms_and_lemma), cmocka_unit_test(values_and_classes_add_up),
		cmocka_unit_test(too_many_phrases_are_refused), cmocka_unit_test(classes_have_names)};
	return cmocka_run_group_tests(tests, scratch_make, scratch_remove);
}
