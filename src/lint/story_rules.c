/* The story as a whole: a headline the text does not bear out, a lead without its source, claims nobody could check. */
#include <math.h>

#include "base/str.h"
#include "lint/parts.h"

static struct draft *tell(struct lint *lint, enum lint_rule which, uint32_t index, enum wa_level most)
{
	const struct wa_claim *claim = &lint->rows->claims[index];
	uint32_t rule = lint->rule[which];
	enum wa_level level;
	struct fill fill = {0};
	struct draft *draft;
	if (rule == WA_NONE)
		return NULL;
	if (claim->attribution_count)
		fill.values[MESSAGE_SOURCE] = lint_source(lint, &lint->rows->attributions[claim->attributions[0]]);
	level = lint_level(lint, rule);
	draft = lint_add(lint, rule, level < most ? level : most, claim->para, claim->span, NULL, NULL, &fill);
	if (draft)
		draft->row.claim = index;
	return draft;
}

static enum wa_para_kind kind_of(const struct lint *lint, const struct wa_claim *claim)
{
	return lint->rows->paragraphs[lint_para_index(lint, claim->para)].kind;
}

/* By an exact number: what is about a number, or more than it, the text may well tell by another. */
static bool is_counted(struct lint *lint, const struct wa_claim *claim)
{
	return claim->low >= 2 && isnan(claim->high) && !lint_claim_says(lint, claim, CLASS_NUMBER_VAGUE) &&
	       !lint_claim_says(lint, claim, CLASS_BOUND_LOW) && !lint_claim_says(lint, claim, CLASS_APPROX);
}

/* What the text of an item says of the type of a headline's claim. */
struct borne {
	double sum;         /* of its counts: "kills 5" over "three soldiers and two farmers" told apart */
	bool same, counted; /* the same count stands there; some count does */
};

static struct borne borne_out(struct lint *lint, const struct wa_claim *headline, size_t from)
{
	struct borne borne = {0};
	for (size_t i = from; i < lint->rows->claim_count && lint->rows->claims[i].item == headline->item; i++) {
		const struct wa_claim *claim = &lint->rows->claims[i];
		bool low = !isnan(claim->low), high = !isnan(claim->high);
		if (kind_of(lint, claim) == WA_PARA_HEADLINE || claim->type != headline->type)
			continue;
		borne.same |= (low && claim->low == headline->low) || (high && claim->high == headline->low);
		borne.same |= lint_claim_says(lint, claim, CLASS_NUMBER_VAGUE);
		borne.counted |= low || high;
		borne.sum += low ? claim->low : 0;
	}
	borne.same |= borne.sum == headline->low;
	return borne;
}

/* Value of the number at a token, with the scale behind it ("2 thousand"); NAN for none. */
static double number_at(const struct seg *seg, size_t i)
{
	const struct token *t = &seg->tokens.items[i];
	double value = seg_is(seg, i, CLASS_NUMBER) ? lex_value(seg->lex, t->word) : NAN;
	if (t->kind == PIECE_NUMBER) {
		value = 0;
		for (uint32_t k = t->start; k < t->end; k++)
			if (ascii_is_digit(seg->text.ptr[k]))
				value = value * 10 + (seg->text.ptr[k] - '0');
	}
	if (i + 1 < seg->tokens.count && seg_is(seg, i + 1, CLASS_NUMBER_SCALE))
		value *= lex_value(seg->lex, seg->tokens.items[i + 1].word);
	return value;
}

/* Numbers of an item's text, the first of them. */
struct numbers {
	double values[48];
	size_t count;
};

static bool read_numbers(struct lint *lint, uint32_t para_index, struct numbers *numbers)
{
	const struct seg *seg = &lint->source;
	if (!seg_paragraph(&lint->source, &lint->packs->lex, doc_para_text(lint->doc, para_index), false)) {
		lint->drafts.failed = true;
		return false;
	}
	for (size_t i = 0; i < seg->tokens.count && numbers->count < sizeof numbers->values / sizeof *numbers->values; i++) {
		double value = number_at(seg, i);
		if (!isnan(value))
			numbers->values[numbers->count++] = value;
	}
	return true;
}

/* The number itself, or two that make it ("all 53 passengers and one on the ground"). */
static bool make(const struct numbers *numbers, double value)
{
	for (size_t i = 0; i < numbers->count; i++) {
		if (numbers->values[i] == value)
			return true;
		for (size_t k = 0; k < i; k++)
			if (numbers->values[i] + numbers->values[k] == value)
				return true;
	}
	return false;
}

/* The number stands somewhere in the text below, whatever is said of it there. */
static bool is_written(struct lint *lint, const struct wa_claim *headline)
{
	struct numbers numbers = {.count = 0};
	const struct wa_paragraph *rows = lint->rows->paragraphs;
	for (uint32_t i = lint_para_index(lint, headline->para) + 1; i < lint->rows->paragraph_count; i++) {
		if (rows[i].item != headline->item)
			break;
		if (rows[i].kind <= WA_PARA_BODY && !read_numbers(lint, i, &numbers))
			return true;
	}
	return make(&numbers, headline->low);
}

/* Counts of one headline that are looked at. */
enum { HEADLINE_COUNTS = 8 };

/* A count of the headline that no paragraph has, where some paragraph counts the same thing. Told once an item. */
static void headlines(struct lint *lint)
{
	uint32_t item = 0, looked_at = 0;
	for (uint32_t i = 0; i < lint->rows->claim_count; i++) {
		const struct wa_claim *claim = &lint->rows->claims[i];
		struct borne borne;
		if (claim->item != item)
			looked_at = 0;
		item = claim->item;
		if (looked_at == HEADLINE_COUNTS || kind_of(lint, claim) != WA_PARA_HEADLINE || !is_counted(lint, claim) ||
			claim->type > WA_CLAIM_MISSING)
			continue;
		looked_at++;
		borne = borne_out(lint, claim, i + 1);
		if (!borne.counted || borne.same || is_written(lint, claim))
			continue;
		tell(lint, LINT_HEADLINE_FIGURE, i, WA_LEVEL_ERROR);
		looked_at = HEADLINE_COUNTS;
	}
}

static bool is_grave(const struct wa_claim *claim)
{
	return wa_claim_grave(claim->type) && claim->type != WA_CLAIM_QUOTE;
}

bool lint_leads_unsourced(const struct lint *lint, const struct wa_claim *claim)
{
	return is_grave(claim) && claim->state == WA_STATE_LEAD && lint_is_lead(lint, claim->para);
}

static void leads(struct lint *lint)
{
	for (uint32_t i = 0; i < lint->rows->claim_count; i++) {
		const struct wa_claim *claim = &lint->rows->claims[i];
		if (lint_leads_unsourced(lint, claim))
			tell(lint, LINT_LEAD_UNSOURCED, i, WA_LEVEL_ERROR);
	}
}

/* What one side of a fight says of the fight. */
static bool is_disputed(struct lint *lint, const struct wa_claim *claim)
{
	bool war = claim->type == WA_CLAIM_DEATHS || claim->type == WA_CLAIM_INJURED || claim->type == WA_CLAIM_FORCE ||
		   claim->type == WA_CLAIM_MATERIEL || claim->type == WA_CLAIM_TERRITORY;
	if (!war || claim->verdict != WA_VERDICT_OK || !claim->attribution_count)
		return false;
	return lint_source_has(lint, &lint->rows->attributions[claim->attributions[0]], CLASS_RULE_COMBATANT);
}

/* Once an item. */
static void unverified(struct lint *lint)
{
	uint32_t item = 0;
	for (uint32_t i = 0; i < lint->rows->claim_count; i++) {
		const struct wa_claim *claim = &lint->rows->claims[i];
		if (claim->item == item || WATCH_HAS(lint->item_has[claim->item], VERIFY) || !is_disputed(lint, claim))
			continue;
		item = claim->item;
		tell(lint, LINT_UNVERIFIED, i, WA_LEVEL_ERROR);
	}
}

bool story_rules(struct lint *lint)
{
	headlines(lint);
	leads(lint);
	unverified(lint);
	return !lint->drafts.failed;
}
