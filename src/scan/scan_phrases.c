#include "scan/scan.h"

/* The phrase stands at the token; its first word does. */
static bool matches(const struct seg *seg, size_t at, const struct lex_phrase *phrase)
{
	const uint32_t *words = seg->lex->phrase_words + phrase->words;
	if (at + phrase->count > seg->tokens.count)
		return false;
	for (size_t i = 1; i < phrase->count; i++)
		if (seg->tokens.items[at + i].word != words[i])
			return false;
	return true;
}

static const struct lex_phrase *longest(const struct seg *seg, size_t at, uint32_t second)
{
	const struct lex_entry *first = &seg->lex->entries[seg->tokens.items[at].word];
	const struct lex_phrase *phrases = seg->lex->phrases + first->phrases;
	for (size_t i = 0; i < first->phrase_count; i++)
		if (phrases[i].second == second && matches(seg, at, &phrases[i]))
			return &phrases[i];
	return NULL;
}

static void set_phrase(struct seg *seg, size_t at, const struct lex_phrase *phrase)
{
	struct token *t = &seg->tokens.items[at];
	t->phrase = phrase->id;
	t->phrase_set = seg->lex->entries[phrase->id].set;
	t->phrase_len = (uint8_t)phrase->count;
	for (size_t w = 0; w < LEX_CLASS_WORDS; w++)
		seg->phrases.bits[w] |= seg->lex->sets[t->phrase_set].bits[w];
	for (size_t k = 1; k < phrase->count; k++)
		t[k].in_phrase = 1;
}

void scan_phrases(struct seg *seg)
{
	const struct token *t = seg->tokens.items;
	for (size_t i = 0; i + 1 < seg->tokens.count; i++) {
		const struct lex_phrase *phrase;
		if (!t[i].word || !t[i + 1].word || !lex_may_pair(seg->lex, t[i].word, t[i + 1].word))
			continue;
		phrase = longest(seg, i, t[i + 1].word);
		if (!phrase)
			continue;
		set_phrase(seg, i, phrase);
		i += phrase->count - 1u;
	}
}
