/*
 * A finding's mark: rule, words and paragraph, with case, spaces and punctuation left out, so that it holds when
 * lines move, are wrapped anew or get other quotation prints. Equal ones are numbered in order.
 */
#include <stdio.h>

#include "base/split.h"
#include "base/str.h"
#include "lint/parts.h"

struct print {
	uint64_t hash;
	uint32_t draft;
};

/* Over the folded words and numbers only. */
static uint64_t hash_words(uint64_t hash, struct wa_str text)
{
	const char *end = text.ptr + text.len;
	struct piece piece;
	if (!text.len)
		return hash;
	for (const char *at = split_next(text.ptr, end, &piece); piece.kind != PIECE_END; at = split_next(at, end, &piece)) {
		if (piece.kind != PIECE_MARK)
			hash = hash_bytes(hash, &piece.hash, sizeof piece.hash);
	}
	return hash;
}

static int by_hash(const void *left, const void *right)
{
	const struct print *a = left, *b = right;
	if (a->hash != b->hash)
		return a->hash < b->hash ? -1 : 1;
	return a->draft < b->draft ? -1 : a->draft > b->draft;
}

static uint64_t hash_draft(const struct lint *lint, const struct draft *draft, uint64_t paragraph)
{
	uint64_t hash = hash_bytes(HASH_SEED, draft->row.code, strlen(draft->row.code));
	hash = hash_words(hash, lint_words(lint, draft->row.para, draft->row.span));
	return hash_bytes(hash, &paragraph, sizeof paragraph);
}

static void number_equal(struct lint *lint, const struct print *prints, size_t count)
{
	uint32_t occurrence = 0;
	for (size_t i = 0; i < count; i++) {
		struct wa_finding *row = &lint->drafts.items[prints[i].draft].row;
		uint64_t hash = prints[i].hash;
		occurrence = i && prints[i - 1].hash == hash ? occurrence + 1 : 0;
		if (occurrence)
			hash = hash_bytes(hash, &occurrence, sizeof occurrence);
		(void)snprintf(row->fingerprint, sizeof row->fingerprint, "%016llx", (unsigned long long)hash);
	}
}

bool fingerprint(struct lint *lint)
{
	size_t count = lint->drafts.count;
	struct print *prints = malloc((count ? count : 1) * sizeof *prints);
	uint64_t paragraph = 0;
	if (!prints)
		return false;
	for (uint32_t i = 0; i < count; i++) {
		const struct draft *draft = &lint->drafts.items[i];
		if (!i || draft[-1].para_index != draft->para_index)
			paragraph = hash_words(HASH_SEED, doc_para_text(lint->doc, draft->para_index));
		prints[i] = (struct print){hash_draft(lint, draft, paragraph), i};
	}
	qsort(prints, count, sizeof *prints, by_hash);
	number_equal(lint, prints, count);
	free(prints);
	return true;
}
