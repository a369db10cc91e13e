/* Attributions that name nobody. */
#include <string.h>

#include "base/str.h"
#include "lint/parts.h"
#include "scan/scan.h"

enum { ROWS_NEAR = 8 };

/* The paragraph of the cue, cut once for all its attributions. */
static const struct seg *paragraph_of(struct lint *lint, uint32_t index)
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

/* Words inside quotation marks are the speaker's own, not the desk's. */
static bool is_quoted(struct lint *lint, const struct wa_attribution *a)
{
	const struct seg *seg = paragraph_of(lint, lint_para_index(lint, a->para));
	size_t token = seg ? token_at(seg, a->cue.start) : 0;
	return seg && token < seg->tokens.count && seg->tokens.items[token].quote;
}

static const struct seg *source_of(struct lint *lint, const struct wa_attribution *a)
{
	struct wa_str words = a->source_para == WA_NONE ? (struct wa_str){0} : lint_words(lint, a->source_para, a->source);
	if (!seg_paragraph(&lint->source, &lint->packs->lex, words, false))
		return NULL;
	scan_phrases(&lint->source);
	return &lint->source;
}

static bool says(const struct seg *seg, size_t token, enum lex_class class)
{
	return seg_is(seg, token, class) || seg_phrase_is(seg, token, class);
}

/* Nothing but the bare noun with its article or number: "a source", "two sources". */
static bool is_bare(const struct seg *seg)
{
	bool noun = false;
	for (size_t i = 0; i < seg->tokens.count; i++) {
		bool number = seg->tokens.items[i].kind == PIECE_NUMBER || seg_is(seg, i, CLASS_NUMBER) ||
			      seg_is(seg, i, CLASS_NUMBER_VAGUE);
		if (seg_is(seg, i, CLASS_SOURCE_NOUN))
			noun = true;
		else if (!number && !seg_is(seg, i, CLASS_DET) && !seg_is(seg, i, CLASS_VAGUE))
			return false;
	}
	return noun;
}

static bool is_generic_agency(const struct seg *seg)
{
	for (size_t i = 0; i < seg->tokens.count; i++) {
		if (says(seg, i, CLASS_AGENCY_GENERIC))
			return true;
	}
	return false;
}

static bool names_source(const struct wa_attribution *a)
{
	return a->source_para != WA_NONE && a->source.end > a->source.start;
}

/*
 * No source is to be expected: "is expected to" mostly tells an agenda, seldom a secret, what "was found" tells of the thing,
 * and a noun ("amid hopes that") only mentions what somebody thinks.
 */
static bool is_passing(const struct wa_attribution *a)
{
	return !names_source(a) &&
	       (a->mode == WA_MODE_BELIEF || a->mode == WA_MODE_FINDING || (a->why && strcmp(a->why, "noun") == 0));
}

/* Somebody who could be asked says all of it: "was held for alleged theft, police said". */
static bool is_reported(const struct lint *lint, uint32_t index)
{
	const struct wa_attribution *a = &lint->rows->attributions[index];
	size_t from = index > ROWS_NEAR ? index - ROWS_NEAR : 0, to = index + ROWS_NEAR + 1;
	if (names_source(a))
		return false;
	for (size_t i = from; i < to && i < lint->rows->attribution_count; i++) {
		const struct wa_attribution *other = &lint->rows->attributions[i];
		if (other->kind == WA_SOURCE_VAGUE || other->mode == WA_MODE_ATTITUDE)
			continue;
		for (uint32_t k = 0; k < other->content_count; k++)
			if (other->content[k].para == a->para && other->content[k].span.start <= a->cue.start &&
				other->content[k].span.end >= a->cue.end)
				return true;
	}
	return false;
}

static void tell(struct lint *lint, enum lint_rule which, const struct wa_attribution *a, enum wa_level most)
{
	uint32_t rule = lint->rule[which];
	bool source = names_source(a);
	struct fill fill = {0};
	enum wa_level level;
	if (rule == WA_NONE)
		return;
	level = lint->packs->rules[rule].level;
	lint_add(lint, rule, level < most ? level : most, source ? a->source_para : a->para, source ? a->source : a->cue, NULL,
		NULL, &fill);
}

/* One attribution gets one finding: the most exact that fits. */
static bool judge(struct lint *lint, uint32_t index)
{
	const struct wa_attribution *a = &lint->rows->attributions[index];
	const struct seg *source;
	bool candidate = a->kind == WA_SOURCE_VAGUE || a->kind == WA_SOURCE_UNNAMED || a->kind == WA_SOURCE_ORGANISATION;
	if (!candidate || a->mode == WA_MODE_ATTITUDE)
		return true;
	source = source_of(lint, a);
	if (!source)
		return false;
	if (is_generic_agency(source)) {
		if (!is_quoted(lint, a))
			tell(lint, LINT_GENERIC_AGENCY, a, a->kind == WA_SOURCE_VAGUE ? WA_LEVEL_ERROR : WA_LEVEL_NOTE);
	} else if (a->kind != WA_SOURCE_ORGANISATION && is_bare(source)) {
		if (!is_quoted(lint, a))
			tell(lint, LINT_UNNAMED_BARE, a, WA_LEVEL_ERROR);
	} else if (a->kind == WA_SOURCE_VAGUE && !lint->told[index] && !is_reported(lint, index) && !is_quoted(lint, a)) {
		tell(lint, LINT_VAGUE_ATTRIBUTION, a, is_passing(a) ? WA_LEVEL_NOTE : WA_LEVEL_ERROR);
	}
	return true;
}

bool source_rules(struct lint *lint)
{
	for (uint32_t i = 0; i < lint->rows->attribution_count; i++) {
		if (!judge(lint, i))
			return false;
	}
	return !lint->drafts.failed;
}
