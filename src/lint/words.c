/* Questions about a source's words and a cue's place. */
#include "base/str.h"
#include "lint/parts.h"
#include "scan/scan.h"

const struct seg *lint_paragraph_seg(struct lint *lint, uint32_t index)
{
	if (lint->seg_of != index) {
		lint->seg_of = WA_NONE;
		if (!seg_paragraph(&lint->paragraph, &lint->packs->lex, doc_para_text(lint->doc, index), false)) {
			lint->drafts.failed = true;
			return NULL;
		}
		lint->seg_of = index;
	}
	return &lint->paragraph;
}

/* First token that ends behind `at`. */
static size_t token_at(const struct seg *seg, uint32_t at)
{
	size_t low = 0, high = seg->tokens.count;
	while (low < high) {
		size_t middle = (low + high) / 2;
		if (seg->tokens.items[middle].end <= at)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

bool lint_cue_quoted(struct lint *lint, const struct wa_attribution *a)
{
	const struct seg *seg = lint_paragraph_seg(lint, lint_para_index(lint, a->para));
	size_t token = seg ? token_at(seg, a->cue.start) : 0;
	return seg && token < seg->tokens.count && seg->tokens.items[token].quote;
}

static bool opens_clause(const struct seg *seg, size_t i)
{
	return seg->tokens.items[i].kind != PIECE_WORD || seg_is(seg, i, CLASS_CONJ) || seg_is(seg, i, CLASS_THAT) ||
	       seg_is(seg, i, CLASS_SUBORD) || seg_is(seg, i, CLASS_CONTRAST) || seg_is(seg, i, CLASS_RELATIVE) ||
	       seg_is(seg, i, CLASS_ADVERB);
}

bool lint_only_grades(struct lint *lint, const struct wa_attribution *a)
{
	const struct seg *seg;
	size_t source;
	if (a->source_para != a->para || a->cue.start != a->source.end + 1)
		return false;
	seg = lint_paragraph_seg(lint, lint_para_index(lint, a->para));
	source = seg ? token_at(seg, a->source.start) : 0;
	if (!source || source >= seg->tokens.count || seg->tokens.items[source].end != a->source.end)
		return false;
	for (size_t i = 0; i < seg->sentences.count; i++)
		if (seg->sentences.items[i].first == source)
			return false;
	return (seg_is(seg, source, CLASS_APPROX) || seg_is(seg, source, CLASS_PRONOUN_LOOSE)) && !opens_clause(seg, source - 1);
}

const struct seg *lint_source_seg(struct lint *lint, const struct wa_attribution *a)
{
	struct wa_str words = a->source_para == WA_NONE ? (struct wa_str){0} : lint_words(lint, a->source_para, a->source);
	if (!seg_paragraph(&lint->source, &lint->packs->lex, words, false)) {
		lint->drafts.failed = true;
		return NULL;
	}
	scan_phrases(&lint->source);
	return &lint->source;
}

bool lint_source_has(struct lint *lint, const struct wa_attribution *a, enum lex_class class)
{
	const struct seg *seg = lint_source_seg(lint, a);
	for (size_t i = 0; seg && i < seg->tokens.count; i++)
		if (seg_says(seg, i, class))
			return true;
	return false;
}

bool lint_cue_is(struct lint *lint, const struct wa_attribution *a, enum lex_class class)
{
	const struct seg *seg = lint_paragraph_seg(lint, lint_para_index(lint, a->para));
	size_t token = seg ? token_at(seg, a->cue.start) : 0;
	return seg && token < seg->tokens.count && seg_is(seg, token, class);
}

bool lint_claim_says(struct lint *lint, const struct wa_claim *claim, enum lex_class class)
{
	const struct seg *seg = &lint->source;
	if (!seg_paragraph(&lint->source, &lint->packs->lex, lint_words(lint, claim->para, claim->span), false)) {
		lint->drafts.failed = true;
		return true;
	}
	scan_phrases(&lint->source);
	for (size_t i = 0; i < seg->tokens.count; i++)
		if (seg_says(seg, i, class))
			return true;
	return false;
}

bool lint_is_allowed(const struct lint *lint, const struct wa_attribution *a)
{
	struct wa_str source = a->source_para == WA_NONE ? (struct wa_str){0} : lint_words(lint, a->source_para, a->source);
	for (uint32_t i = 0; i < lint->packs->allowed.count; i++) {
		struct wa_str words = str_of(lint->packs->allowed.items[i]);
		size_t before = source.len - words.len;
		if (words.len <= source.len && str_eq_nocase(str_cut(source, before, source.len), words) &&
			(!before || source.ptr[before - 1] == ' '))
			return true;
	}
	return false;
}

static bool stands_before(const struct wa_attribution *a, uint32_t para, uint32_t at)
{
	return a->para != para ? a->para < para : a->cue.end <= at;
}

size_t lint_attributions_near(const struct lint *lint, uint32_t para, uint32_t at, size_t *end)
{
	const struct wa_attribution *rows = lint->rows->attributions;
	size_t low = 0, high = lint->rows->attribution_count;
	while (low < high) {
		size_t middle = (low + high) / 2;
		if (stands_before(&rows[middle], para, at))
			low = middle + 1;
		else
			high = middle;
	}
	*end = low + LINT_ROWS_NEAR < lint->rows->attribution_count ? low + LINT_ROWS_NEAR : lint->rows->attribution_count;
	return low > LINT_ROWS_NEAR ? low - LINT_ROWS_NEAR : 0;
}

const char *lint_dateline_agency(const struct lint *lint, uint32_t item)
{
	const struct wa_mention *rows = lint->rows->mentions;
	size_t low = 0, high = lint->rows->mention_count;
	while (low < high) {
		size_t middle = (low + high) / 2;
		if (rows[middle].item < item)
			low = middle + 1;
		else
			high = middle;
	}
	for (; low < lint->rows->mention_count && rows[low].item == item; low++)
		if (rows[low].role == WA_ROLE_DATELINE)
			return rows[low].agency;
	return NULL;
}

bool lint_is_lead(const struct lint *lint, uint32_t para)
{
	uint32_t index = lint_para_index(lint, para);
	const struct wa_paragraph *row = &lint->rows->paragraphs[index];
	return row->kind == WA_PARA_BODY && (index == 0 || row[-1].item != row->item || row[-1].kind != WA_PARA_BODY);
}
