/* Which languages the packs speak: those of which they know enough small words to tell a text in them from any other. */
#include <string.h>

#include "base/array.h"
#include "pack/compile.h"

/* A file with the words around agencies' names, or one of a newsroom's own, is no language yet. */
#define FEWEST_CLASSES 3u

static const enum lex_class small[] = {CLASS_DET, CLASS_PREP, CLASS_PRONOUN, CLASS_CONJ, CLASS_AUX, CLASS_MODAL, CLASS_SUBORD};

static bool has_class(const struct class_set *set, enum lex_class class)
{
	return set->bits[class / 64] >> (class % 64) & 1;
}

/* How many classes of small words a language has blocks of. */
static unsigned count_classes(const struct draft *draft, const char *language)
{
	unsigned count = 0;
	for (size_t k = 0; k < ARRAY_COUNT(small); k++) {
		bool found = false;
		for (size_t i = 0; i < draft->blocks.count && !found; i++)
			found = strcmp(draft->blocks.items[i].language, language) == 0 &&
				has_class(&draft->blocks.items[i].classes, small[k]);
		count += found;
	}
	return count;
}

static bool is_listed(const struct packs *packs, const char *language)
{
	for (uint32_t i = 0; i < packs->language_count; i++)
		if (strcmp(packs->languages[i], language) == 0)
			return true;
	return false;
}

bool compile_languages(const struct draft *draft, struct packs *packs)
{
	const char *before = "mul"; /* words of any language */
	const char **languages = arena_calloc(&packs->arena, draft->blocks.count, sizeof *languages);
	packs->languages = languages;
	for (size_t i = 0; languages && i < draft->blocks.count; i++) {
		const char *language = draft->blocks.items[i].language;
		if (strcmp(language, before) == 0 || strcmp(language, "mul") == 0 || is_listed(packs, language))
			continue;
		before = language;
		if (count_classes(draft, language) >= FEWEST_CLASSES)
			languages[packs->language_count++] = language;
	}
	return languages;
}
