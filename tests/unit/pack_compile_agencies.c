#include "tests/unit/pack_scratch.h"

#include "base/split.h"

static const char agencies[] =
	"id\tname\taliases\tcountry\tlanguages\ttype\twikidata\tnote\n"
	"# the first of two\n"
	"zwi\tZwinform\tZwinform|?Zwi|Zwinform News|Zwinform News Agency|Z.-Press Zwi\tRU\tru,en\tstate\tQ1\ta note\n"
	"zwo\tZwopress\tZwinform Zwo\tDE\tde\tprivate\t\t\n";
static const char negatives[] = "agency\twhere\tphrase\twhy\n"
				"zwo\tbefore\tzwucker\tw\n"
				"zwi\tnear\tchief of zwaff\tw\n"
				"zwi\tafter\tzwoops\tw\n";

static struct packs *load(void)
{
	const char *paths[] = {
		scratch_write("a.tsv", agencies, sizeof agencies - 1), scratch_write("n.tsv", negatives, sizeof negatives - 1)};
	struct wa_options options = {.packs = paths, .pack_count = 2};
	struct packs *packs = NULL;
	struct wa_error error = {0};
	if (packs_load(&options, &packs, &error) != WA_OK)
		fail_msg("%s:%u: %s", error.file, error.line, error.message);
	(void)unlink(paths[0]);
	(void)unlink(paths[1]);
	return packs;
}

static uint32_t agency(const struct packs *packs, const char *id)
{
	for (uint32_t i = 0; i < packs->agency_count; i++)
		if (strcmp(packs->agencies[i].id, id) == 0)
			return i;
	fail_msg("no agency %s", id);
	return 0;
}

static void rows_are_kept(void **state)
{
	struct packs *packs = load();
	const struct wa_agency *row = &packs->agencies[agency(packs, "zwi")];
	(void)state;
	assert_string_equal(row->name, "Zwinform");
	assert_string_equal(row->languages, "ru,en");
	assert_string_equal(row->type, "state");
	assert_string_equal(row->note, "a note");
	packs_free(packs);
}

static void aliases_stand_by_first_word(void **state)
{
	static const char *const expected[] = {"Zwinform News Agency", "Zwinform News", "Zwinform Zwo", "Zwinform"};
	struct packs *packs = load();
	uint32_t word = lex_find_text(&packs->lex, "zwinform"), first = packs->alias_first[word];
	(void)state;
	assert_int_equal(packs->alias_first[word + 1] - first, 4);
	for (uint32_t i = 0; i < 4; i++) {
		const struct agency_alias *alias = &packs->aliases[first + i];
		assert_string_equal(alias->text, expected[i]);
		assert_int_equal(packs->alias_words[alias->words], word);
		assert_false(alias->weak);
	}
	assert_int_equal(packs->aliases[first + 2].agency, agency(packs, "zwo"));
	word = lex_find_text(&packs->lex, "zwi");
	assert_true(packs->aliases[packs->alias_first[word]].weak);
	assert_string_equal(packs->aliases[packs->alias_first[word]].text, "Zwi");
	packs_free(packs);
}

/* Marks in an alias have the id they have in copy, 0. */
static void marks_are_words_without_id(void **state)
{
	struct packs *packs = load();
	uint32_t word = lex_find_text(&packs->lex, "z");
	const struct agency_alias *alias = &packs->aliases[packs->alias_first[word]];
	const uint32_t *words = packs->alias_words + alias->words;
	(void)state;
	while (strcmp(alias->text, "Z.-Press Zwi") != 0)
		words = packs->alias_words + (++alias)->words;
	assert_int_equal(alias->word_count, 5);
	assert_int_equal(words[1], 0);
	assert_int_equal(words[2], 0);
	assert_int_equal(words[3], lex_find_text(&packs->lex, "press"));
	packs_free(packs);
}

/* Every built-in alias is found where its first word says, and by its own pieces. */
static void index_is_whole(void **state)
{
	struct packs *packs = load();
	uint32_t seen = 0;
	(void)state;
	for (uint32_t id = 0; id < packs->lex.entry_count; id++)
		for (uint32_t i = packs->alias_first[id]; i < packs->alias_first[id + 1]; i++, seen++) {
			const struct agency_alias *alias = &packs->aliases[i];
			struct piece piece;
			(void)split_next(alias->text, alias->text + strlen(alias->text), &piece);
			assert_int_equal(lex_find(&packs->lex, &piece), id);
			assert_true(alias->agency < packs->agency_count);
		}
	assert_int_equal(seen, packs->alias_count);
	assert_int_equal(packs->alias_first[0], packs->alias_first[1]);
	packs_free(packs);
}

static void negatives_stand_by_agency(void **state)
{
	struct packs *packs = load();
	const struct agency_negative *last = &packs->negatives[packs->negative_count - 1];
	(void)state;
	for (uint32_t i = 1; i < packs->negative_count; i++)
		assert_true(packs->negatives[i - 1].agency <= packs->negatives[i].agency);
	assert_int_equal(last->agency, agency(packs, "zwo"));
	assert_int_equal(last->where, NEGATIVE_BEFORE);
	assert_int_equal(last->phrase, lex_find_text(&packs->lex, "zwucker"));
	assert_int_equal(last[-1].agency, agency(packs, "zwi"));
	assert_int_equal(last[-1].phrase, lex_find_text(&packs->lex, "chief of zwaff"));
	packs_free(packs);
}

int main(void)
{
	const struct CMUnitTest tests[] = {cmocka_unit_test(rows_are_kept), cmocka_unit_test(aliases_stand_by_first_word),
		cmocka_unit_test(marks_are_words_without_id), cmocka_unit_test(index_is_whole),
		cmocka_unit_test(negatives_stand_by_agency)};
	return cmocka_run_group_tests(tests, scratch_make, scratch_remove);
}
