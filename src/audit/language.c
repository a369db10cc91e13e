#include "audit/language.h"

#include <string.h>

#include "base/array.h"
#include "base/str.h"

/* The language of the built-in packs, as a BCP 47 tag. */
static const char pack_language[] = "en";

/* So many words tell; more add nothing. */
#define SAMPLE_WORDS 200u
/* Fewer tell where every fourth is a function word: no other language comes near. */
#define CLEAR_WORDS 60u
#define CLEAR_ONE_IN 4u
/* Fewer decide nothing: the declaration is believed, and without one the packs' language. */
#define FEWEST_WORDS 25u
/*
 * In prose of the packs' language every third word is a function word, in the tersest wire copy every seventh;
 * in other European languages chance spellings reach one in ten. A declaration of another language is believed sooner.
 */
#define SHARE_OF_ONE_IN 8u
#define SHARE_AGAINST_DECLARED_ONE_IN 6u

struct sample {
	unsigned words, function;
};

static struct class_set function_words(void)
{
	static const enum lex_class classes[] = {
		CLASS_DET, CLASS_PREP, CLASS_PRONOUN, CLASS_CONJ, CLASS_AUX, CLASS_MODAL, CLASS_SUBORD};
	struct class_set set = {0};
	for (size_t i = 0; i < ARRAY_COUNT(classes); i++)
		class_set_add(&set, classes[i]);
	return set;
}

/* Enough has been read. */
static bool is_full(const struct sample *sample)
{
	return sample->words >= SAMPLE_WORDS || (sample->words >= CLEAR_WORDS && sample->function * CLEAR_ONE_IN >= sample->words);
}

static void count_words(struct wa_str text, const struct lexicon *lex, struct sample *sample)
{
	const struct class_set function = function_words();
	const char *at = text.ptr, *end = text.ptr + text.len;
	struct piece piece;
	while (!is_full(sample)) {
		at = split_next(at, end, &piece);
		if (piece.kind == PIECE_END)
			return;
		if (piece.kind != PIECE_WORD)
			continue;
		sample->words++;
		sample->function += lex_touches(lex, lex_find(lex, &piece), &function);
	}
}

static struct sample take_sample(const struct doc *doc, const struct lexicon *lex)
{
	struct sample sample = {0};
	for (size_t i = 0; i < doc->paras.count && !is_full(&sample); i++)
		if (doc->paras.items[i].kind == WA_PARA_BODY || doc->paras.items[i].kind == WA_PARA_SUMMARY)
			count_words(doc_para_text(doc, i), lex, &sample);
	return sample;
}

/* "en-GB" is the packs' language, "eng" is not asked for by anybody. */
static bool is_ours(struct wa_str tag)
{
	size_t len = strlen(pack_language);
	return tag.len >= len && strncasecmp(tag.ptr, pack_language, len) == 0 &&
	       (tag.len == len || tag.ptr[len] == '-' || tag.ptr[len] == '_');
}

static bool enough(const struct sample *sample, struct wa_str declared)
{
	unsigned one_in = !declared.len || is_ours(declared) ? SHARE_OF_ONE_IN : SHARE_AGAINST_DECLARED_ONE_IN;
	return sample->function * one_in >= sample->words;
}

static void skip_language(struct doc *doc, struct wa_str tag)
{
	doc->skip = WA_SKIP_LANGUAGE;
	if (tag.len)
		doc_note(doc, "the language is %.*s and no pack speaks it", (int)tag.len, tag.ptr);
	else
		doc_note(doc, "the text is not in a language that a pack speaks");
}

void language_settle(struct doc *doc, const struct packs *packs, const char *wanted)
{
	struct wa_str declared = doc->lang;
	struct sample sample;
	if (wanted) {
		doc->lang = arena_str(&doc->arena, str_of(wanted));
		if (!is_ours(doc->lang))
			skip_language(doc, doc->lang);
		return;
	}
	sample = take_sample(doc, &packs->lex);
	if (sample.words < FEWEST_WORDS ? !declared.len || is_ours(declared) : enough(&sample, declared)) {
		if (!is_ours(declared))
			doc->lang = str_of(pack_language);
		return;
	}
	if (is_ours(declared)) /* the declaration is wrong, and which language it is nobody says */
		doc->lang = declared = (struct wa_str){0};
	skip_language(doc, declared);
}
