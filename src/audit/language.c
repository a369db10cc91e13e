#include "audit/language.h"

#include "base/array.h"
#include "base/str.h"

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

/* "en-GB" is a language of packs that speak "en", "eng" is not asked for by anybody. */
static bool is_ours(const struct packs *packs, struct wa_str tag)
{
	for (uint32_t i = 0; i < packs->language_count; i++) {
		struct wa_str ours = str_of(packs->languages[i]);
		if (str_starts_nocase(tag, ours) && (tag.len == ours.len || tag.ptr[ours.len] == '-' || tag.ptr[ours.len] == '_'))
			return true;
	}
	return false;
}

static bool enough(const struct sample *sample, bool against_declared)
{
	return sample->function * (against_declared ? SHARE_AGAINST_DECLARED_ONE_IN : SHARE_OF_ONE_IN) >= sample->words;
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
	bool ours = is_ours(packs, declared);
	struct sample sample;
	if (wanted) {
		doc->lang = arena_str(&doc->arena, str_of(wanted));
		if (!is_ours(packs, doc->lang))
			skip_language(doc, doc->lang);
		return;
	}
	sample = take_sample(doc, &packs->lex);
	if (sample.words < FEWEST_WORDS ? !declared.len || ours : enough(&sample, declared.len && !ours)) {
		if (!ours) /* of several languages nobody says which; the first is the built-in one */
			doc->lang = packs->language_count ? str_of(packs->languages[0]) : (struct wa_str){0};
		return;
	}
	if (ours) /* the declaration is wrong, and which language it is nobody says */
		doc->lang = declared = (struct wa_str){0};
	skip_language(doc, declared);
}
