/* Attributions that name nobody. */
#include <string.h>

#include "base/str.h"
#include "lint/parts.h"

enum { ROWS_NEAR = 8, TAKEN_UP_WITHIN = 24 };

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

/*
 * A headline has no room to name or describe a source; the text below it has, and is told of it there. Who speaks below
 * without a source noun may be somebody else than the headline's bare "sources".
 */
static bool is_taken_up(struct lint *lint, uint32_t index)
{
	const struct wa_attribution *rows = lint->rows->attributions, *a = &rows[index];
	const struct wa_paragraph *paragraphs = lint->rows->paragraphs;
	bool source_noun = lint_source_has(lint, a, CLASS_SOURCE_NOUN);
	if (paragraphs[lint_para_index(lint, a->para)].kind > WA_PARA_SUMMARY)
		return false;
	for (size_t i = index + 1u; i < lint->rows->attribution_count && i <= index + TAKEN_UP_WITHIN; i++) {
		if (rows[i].item != a->item)
			break;
		if (paragraphs[lint_para_index(lint, rows[i].para)].kind != WA_PARA_BODY || rows[i].mode == WA_MODE_ATTITUDE)
			continue;
		if (source_noun ? lint_source_has(lint, &rows[i], CLASS_SOURCE_NOUN) : lint_names_source(&rows[i]))
			return true;
	}
	return false;
}

static bool has_noun(const struct seg *seg)
{
	for (size_t i = 0; i < seg->tokens.count; i++)
		if (seg_is(seg, i, CLASS_SOURCE_NOUN))
			return true;
	return false;
}

static bool is_generic_agency(const struct seg *seg)
{
	for (size_t i = 0; i < seg->tokens.count; i++) {
		if (seg_says(seg, i, CLASS_AGENCY_GENERIC))
			return true;
	}
	return false;
}

/*
 * No source is to be expected: "is expected to" mostly tells an agenda, seldom a secret, what "was found" tells of the thing,
 * and a noun ("amid hopes that") only mentions what somebody thinks.
 */
static bool is_passing(const struct wa_attribution *a)
{
	if (!a->why)
		return false;
	/* "people who claim to have been there": told of them, not heard from them */
	if (lint_names_source(a))
		return strcmp(a->why, "relative-clause") == 0;
	if (a->mode == WA_MODE_BELIEF || a->mode == WA_MODE_FINDING || strcmp(a->why, "noun") == 0)
		return true;
	/* "was told that", "was criticised for": what somebody heard or met with, not where the story has it from */
	return strcmp(a->why, "passive") == 0 && !(a->cue_classes >> (CLASS_CUE_PASSIVE - CLASS_CUE) & 1);
}

/* The tagger saw a cue and no source: whether the copy names none, or it was overlooked, nobody knows. */
static bool is_guess(const struct wa_attribution *a)
{
	return !lint_names_source(a) && a->why && strcmp(a->why, "tagger") == 0;
}

/* "the most tweeted about": no source at all. */
static bool is_degree(const struct seg *source)
{
	size_t last = source->tokens.count;
	return last > 1 && seg_is(source, 0, CLASS_DET_DEF) && seg_is(source, last - 1, CLASS_VAGUE) &&
	       !seg_is(source, last - 1, CLASS_NOUN) && !seg_is(source, last - 1, CLASS_PLURAL);
}

static bool holds(const struct wa_content *content, uint32_t para, struct wa_span span)
{
	return content->para == para && content->span.start <= span.start && content->span.end >= span.end;
}

/* Somebody who could be asked says all of it: "was held for alleged theft, police said". */
static bool is_reported(const struct lint *lint, uint32_t index)
{
	const struct wa_attribution *a = &lint->rows->attributions[index];
	size_t from = index > ROWS_NEAR ? index - ROWS_NEAR : 0, to = index + ROWS_NEAR + 1;
	for (size_t i = from; i < to && i < lint->rows->attribution_count; i++) {
		const struct wa_attribution *other = &lint->rows->attributions[i];
		if (i == index || other->kind == WA_SOURCE_VAGUE || other->mode == WA_MODE_ATTITUDE)
			continue;
		for (uint32_t k = 0; k < other->content_count; k++)
			if (holds(&other->content[k], a->para, a->cue) &&
				(!lint_names_source(a) || holds(&other->content[k], a->source_para, a->source)))
				return true;
	}
	return false;
}

static void tell(struct lint *lint, enum lint_rule which, uint32_t index, enum wa_level most)
{
	const struct wa_attribution *a = &lint->rows->attributions[index];
	uint32_t rule = lint->rule[which];
	bool source = lint_names_source(a);
	struct fill fill = {0};
	enum wa_level level;
	if (rule == WA_NONE)
		return;
	level = lint_level(lint, rule);
	if (lint_add(lint, rule, level < most ? level : most, source ? a->source_para : a->para, source ? a->source : a->cue, NULL,
		    NULL, &fill))
		lint->told[index] = true;
}

/* "The sources" are those described before. */
static void bare(struct lint *lint, uint32_t index, bool back, bool described)
{
	const struct wa_attribution *a = &lint->rows->attributions[index];
	if (!(back && described) && !lint_cue_quoted(lint, a) && !is_taken_up(lint, index))
		tell(lint, LINT_UNNAMED_BARE, index, WA_LEVEL_ERROR);
}

/* One attribution gets one finding: the most exact that fits. "Allegedly" has a rule of its own among the words. */
static bool judge(struct lint *lint, uint32_t index, bool *described)
{
	const struct wa_attribution *a = &lint->rows->attributions[index];
	const struct seg *source;
	bool describes, candidate = a->kind == WA_SOURCE_VAGUE || a->kind == WA_SOURCE_UNNAMED || a->kind == WA_SOURCE_ORGANISATION;
	if (!candidate || a->mode == WA_MODE_ATTITUDE)
		return true;
	if (lint_is_allowed(lint, a)) {
		*described = true;
		return true;
	}
	source = lint_source_seg(lint, a);
	if (!source)
		return false;
	describes = !is_bare(source) && has_noun(source);
	if (is_generic_agency(source)) {
		if (!lint_cue_quoted(lint, a))
			tell(lint, LINT_GENERIC_AGENCY, index, a->kind == WA_SOURCE_VAGUE ? WA_LEVEL_ERROR : WA_LEVEL_NOTE);
	} else if (a->kind != WA_SOURCE_ORGANISATION && is_bare(source)) {
		bare(lint, index, seg_is(source, 0, CLASS_DET_DEF), *described);
	} else if (a->kind == WA_SOURCE_VAGUE && !lint_cue_is(lint, a, CLASS_RULE_ALLEGED) && !lint->told[index] &&
		   !is_degree(source) && !is_guess(a) && !is_reported(lint, index) && !lint_cue_quoted(lint, a) &&
		   !is_taken_up(lint, index) && !lint_only_grades(lint, a)) {
		tell(lint, LINT_VAGUE_ATTRIBUTION, index, is_passing(a) ? WA_LEVEL_NOTE : WA_LEVEL_ERROR);
	}
	*described |= describes;
	return true;
}

bool source_rules(struct lint *lint)
{
	bool described = false; /* an unnamed source was, in this item */
	uint32_t item = 0;
	for (uint32_t i = 0; i < lint->rows->attribution_count; i++) {
		described = described && lint->rows->attributions[i].item == item;
		item = lint->rows->attributions[i].item;
		if (!judge(lint, i, &described))
			return false;
	}
	return !lint->drafts.failed;
}
