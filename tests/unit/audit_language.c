/* Which language a text is in, by its words and by what it says of itself; packs of a language of one's own. */
#include "audit/language.h"
#include "base/array.h"
#include "base/str.h"
#include "pack_scratch.h"

#define ENGLISH                                                                                                                   \
	"A ferry sank off the coast on Monday in a storm that nobody had foreseen, and two of the men on board were lost before " \
	"the boats came, the coast guard said in a statement on the pier."
#define GERMAN                                                                                                                   \
	"Am Montag sank vor der Insel ein Boot, weil niemand den Sturm vorhergesehen hatte, und zwei Seeleute ertranken, bevor " \
	"Hilfe kam, sagte ein Sprecher der Wache noch am selben Abend am Hafen."

/* The small words of that sentence. */
static const char german_pack[] = "language: de\n"
				  "blocks:\n"
				  "  - {id: de.det, class: [det], words: [der, die, den, ein, eine, selben]}\n"
				  "  - {id: de.prep, class: [prep], words: [am, vor, im, in]}\n"
				  "  - {id: de.conj, class: [conj], words: [und, weil, bevor]}\n"
				  "  - {id: de.aux, class: [aux], words: [hatte, war]}\n";
/* Too few of them to tell a text. */
static const char german_words[] = "language: de\nblocks:\n  - {id: de.det, class: [det], words: [selben]}\n";

static const struct {
	const char *pack;     /* NULL: the built-in ones alone */
	const char *declared; /* NULL: not */
	const char *wanted;   /* by the user; NULL: not */
	const char *text;
	const char *lang; /* settled; NULL: none */
	bool skipped;
} rows[] = {
	{NULL, NULL, NULL, ENGLISH, "en", false},
	{NULL, "en-GB", NULL, ENGLISH, "en-GB", false},
	{NULL, "de", NULL, ENGLISH, "en", false}, /* wrongly declared */
	{NULL, NULL, NULL, GERMAN, NULL, true},
	{NULL, "de", NULL, GERMAN, "de", true},
	{NULL, "en", NULL, GERMAN, NULL, true},
	{NULL, NULL, "de", ENGLISH, "de", true},
	{NULL, NULL, "en", GERMAN, "en", false},
	{NULL, NULL, NULL, "Two drowned.", "en", false}, /* too short to tell */
	{NULL, "de", NULL, "Zwei ertranken.", "de", true},
	{german_pack, "de", NULL, GERMAN, "de", false},
	{german_pack, "de-AT", NULL, GERMAN, "de-AT", false},
	{german_pack, NULL, "de", GERMAN, "de", false},
	{german_pack, "fr", NULL, "Deux morts.", "fr", true},
	{german_words, "de", NULL, GERMAN, "de", true},
	{german_words, NULL, "de", GERMAN, "de", true},
};

static struct packs *packs_with(const char *pack)
{
	struct packs *packs = NULL;
	struct wa_error error = {0};
	const char *paths[] = {pack ? scratch_write("de.yaml", pack, strlen(pack)) : NULL};
	struct wa_options options = {.packs = paths, .pack_count = pack != NULL};
	if (packs_load(&options, &packs, &error) != WA_OK)
		fail_msg("%s:%u: %s", error.file, error.line, error.message);
	if (pack)
		assert_int_equal(unlink(paths[0]), 0);
	return packs;
}

static void languages_are_as_tabled(void **state)
{
	(void)state;
	for (size_t i = 0; i < ARRAY_COUNT(rows); i++) {
		struct packs *packs = packs_with(rows[i].pack);
		struct doc doc;
		doc_init(&doc);
		doc.lang = str_of(rows[i].declared);
		doc_put(&doc, RUN_VERBATIM, rows[i].text, strlen(rows[i].text), 0, (uint32_t)strlen(rows[i].text));
		assert_true(doc_close(&doc, WA_PARA_BODY));
		language_settle(&doc, packs, rows[i].wanted);
		if ((doc.skip != WA_SKIP_NONE) != rows[i].skipped || !str_eq(doc.lang, str_of(rows[i].lang)))
			fail_msg("row %zu: %.*s, skip %d", i, (int)doc.lang.len, doc.lang.ptr ? doc.lang.ptr : "", doc.skip);
		doc_release(&doc);
		packs_free(packs);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {cmocka_unit_test(languages_are_as_tabled)};
	return cmocka_run_group_tests(tests, scratch_make, scratch_remove);
}
