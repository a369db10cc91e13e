#include "scan/scan.h"

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

static const struct lex_phrase *longest(const struct seg *seg, size_t at)
{
	const struct lex_entry *first = &seg->lex->entries[seg->tokens.items[at].word];
	for (size_t i = 0; i < first->phrase_count; i++)
		if (matches(seg, at, &seg->lex->phrases[first->phrases + i]))
			return &seg->lex->phrases[first->phrases + i];
	return NULL;
}

void scan_phrases(struct seg *seg)
{
	for (size_t i = 0; i < seg->tokens.count; i++) {
		const struct lex_phrase *phrase;
		if (!seg->tokens.items[i].word || !seg->lex->entries[seg->tokens.items[i].word].phrase_count)
			continue;
		phrase = longest(seg, i);
		if (!phrase)
			continue;
		seg->tokens.items[i].phrase = phrase->id;
		seg->tokens.items[i].phrase_set = seg->lex->entries[phrase->id].set;
		seg->tokens.items[i].phrase_len = (uint8_t)phrase->count;
		for (size_t k = 1; k < phrase->count; k++)
			seg->tokens.items[i + k].in_phrase = 1;
		i += phrase->count - 1u;
	}
}
