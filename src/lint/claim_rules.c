/* Claims that nobody stands behind. */
#include <stdio.h>

#include "base/str.h"
#include "lint/parts.h"

enum wa_level lint_level_in(enum wa_level level, enum wa_state state, bool named_near)
{
	switch (state) {
	case WA_STATE_NONE:
		return level;
	case WA_STATE_VAGUE:
		return named_near && level > WA_LEVEL_WARNING ? WA_LEVEL_WARNING : level;
	case WA_STATE_DATELINE:
	case WA_STATE_CREDIT:
		return level > WA_LEVEL_OFF ? level - 1 : level;
	case WA_STATE_PARAGRAPH:
	case WA_STATE_LEAD:
	case WA_STATE_HEADLINE:
		return level > WA_LEVEL_NOTE ? WA_LEVEL_NOTE : level;
	case WA_STATE_REPEATED:
	case WA_STATE_BACKGROUND:
		return level == WA_LEVEL_ERROR ? WA_LEVEL_NOTE : WA_LEVEL_OFF;
	case WA_STATE_CLAUSE:
	case WA_STATE_WITNESS:
	case WA_STATE_SENTENCE:
	case WA_STATE_EXEMPT:
	case WA_STATE_INHERITED:
	case WA_STATE_COUNT:
		return WA_LEVEL_OFF;
	}
	return WA_LEVEL_OFF;
}

static const struct wa_attribution *attribution_at(const struct lint *lint, uint32_t index)
{
	return index < lint->rows->attribution_count ? &lint->rows->attributions[index] : NULL;
}

/* Types of the claims that somebody answers for in the paragraph of claim `first`; *end is the first claim after it. */
static uint32_t answered_types(const struct lint *lint, size_t first, size_t *end)
{
	const struct wa_claim *claims = lint->rows->claims;
	uint32_t types = 0;
	size_t i = first;
	for (; i < lint->rows->claim_count && claims[i].para == claims[first].para; i++) {
		if (claims[i].verdict == WA_VERDICT_OK)
			types |= 1u << claims[i].type;
	}
	*end = i;
	return types;
}

/* Why who stands nearest does not answer. */
static struct wa_str gap_text(enum wa_gap gap)
{
	switch (gap) {
	case WA_GAP_CONTRAST:
		return STR("beyond a contrast");
	case WA_GAP_REACTION:
		return STR("only in reaction to it");
	case WA_GAP_AUTHORITY:
	case WA_GAP_NONE:
	case WA_GAP_ELSEWHERE:
	case WA_GAP_COUNT:
		return STR("on something else");
	}
	return STR("on something else");
}

static struct wa_str where(const struct lint *lint, uint32_t para, uint32_t of, struct text *out)
{
	char words[40];
	int len;
	if (of == para)
		return STR("in this paragraph");
	if (of == 0 && lint->doc->has_headline)
		return STR("in the headline");
	len = snprintf(words, sizeof words, "in paragraph %u", of);
	out->count = 0;
	text_append(out, words, len > 0 ? (size_t)len : 0);
	return (struct wa_str){out->items, out->count};
}

/* The vague words a claim rests on: told here, so that source_rules() need not say it again. */
static const struct wa_attribution *vague_source(struct lint *lint, const struct wa_claim *claim)
{
	const struct wa_attribution *found = NULL;
	for (uint32_t i = 0; i < claim->attribution_count; i++) {
		const struct wa_attribution *a = attribution_at(lint, claim->attributions[i]);
		if (!a || a->kind != WA_SOURCE_VAGUE)
			continue;
		lint->told[claim->attributions[i]] = true;
		found = found ? found : a;
	}
	if (!found && claim->nearest != WA_NONE) {
		found = attribution_at(lint, claim->nearest);
		if (found && found->kind == WA_SOURCE_VAGUE)
			lint->told[claim->nearest] = true;
	}
	return found;
}

static struct fill fill_of(struct lint *lint, const struct wa_claim *claim, uint32_t rule, struct text *place)
{
	const struct wa_attribution *answers = NULL, *near = attribution_at(lint, claim->nearest);
	struct fill fill = {0};
	if (claim->state == WA_STATE_VAGUE)
		answers = vague_source(lint, claim);
	else if (claim->attribution_count)
		answers = attribution_at(lint, claim->attributions[0]);
	fill.values[MESSAGE_NOUN] = str_of(lint->packs->rule_texts[rule].noun);
	if (answers)
		fill.values[MESSAGE_SOURCE] = lint_source(lint, answers);
	if (near && near->kind != WA_SOURCE_VAGUE) {
		fill.values[MESSAGE_NEAR] = lint_source(lint, near);
		fill.values[MESSAGE_WHERE] = where(lint, claim->para, near->para, place);
		fill.values[MESSAGE_GAP] = gap_text(claim->gap);
	}
	return fill;
}

/* A source that comes only after the first paragraph has a rule of its own. */
static bool is_told_as_lead(const struct lint *lint, const struct wa_claim *claim)
{
	uint32_t rule = lint->rule[LINT_LEAD_UNSOURCED];
	return rule != WA_NONE && lint_level(lint, rule) != WA_LEVEL_OFF && lint_leads_unsourced(lint, claim);
}

static void tell(struct lint *lint, uint32_t index, bool named_near, struct text *place)
{
	const struct wa_claim *claim = &lint->rows->claims[index];
	const struct state_text *state = &lint->packs->state_texts[claim->state];
	uint32_t rule = lint->claim_rule[claim->type];
	const char *message;
	struct draft *draft;
	struct fill fill;
	enum wa_level level;
	if (rule == WA_NONE || is_told_as_lead(lint, claim))
		return;
	level = lint_level_in(lint_level(lint, rule), claim->state, named_near);
	if (level == WA_LEVEL_OFF)
		return;
	fill = fill_of(lint, claim, rule, place);
	message = lint->packs->rule_texts[rule].message;
	/* With no source at all the rule's own advice is the better one: it knows what is counted. */
	draft = lint_add(lint, rule, level, claim->para, claim->span, message ? message : state->message,
		claim->state == WA_STATE_NONE ? NULL : state->mend, &fill);
	if (draft)
		draft->row.claim = index;
}

bool claim_rules(struct lint *lint)
{
	const struct wa_claim *claims = lint->rows->claims;
	struct text place = {0};
	uint32_t answered = 0;
	size_t end = 0;
	for (size_t i = 0; i < lint->rows->claim_count; i++) {
		if (i == end)
			answered = answered_types(lint, i, &end);
		tell(lint, (uint32_t)i, answered >> claims[i].type & 1, &place);
	}
	vec_release(&place);
	return !lint->drafts.failed && !place.failed;
}
