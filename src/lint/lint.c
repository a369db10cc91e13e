#include "lint/lint.h"

#include <string.h>

#include "base/str.h"
#include "lint/parts.h"

uint32_t lint_para_index(const struct lint *lint, uint32_t para)
{
	return lint->doc->has_headline ? para : para - 1;
}

struct wa_str lint_words(const struct lint *lint, uint32_t para, struct wa_span span)
{
	uint32_t index = lint_para_index(lint, para);
	struct wa_str text;
	if (para == WA_NONE || index >= lint->doc->paras.count)
		return (struct wa_str){0};
	text = doc_para_text(lint->doc, index);
	if (span.start > span.end || span.end > text.len)
		return (struct wa_str){0};
	return str_cut(text, span.start, span.end);
}

struct wa_str lint_source(const struct lint *lint, const struct wa_attribution *attribution)
{
	struct wa_str source = attribution->name;
	if (!source.len && attribution->source_para != WA_NONE)
		source = lint_words(lint, attribution->source_para, attribution->source);
	return source.len ? source : lint_words(lint, attribution->para, attribution->cue);
}

struct draft *lint_add(struct lint *lint, uint32_t rule, enum wa_level level, uint32_t para, struct wa_span span,
	const char *message, const char *mend, struct fill *fill)
{
	const struct packs *packs = lint->packs;
	struct draft *draft;
	if (rule == WA_NONE || level == WA_LEVEL_OFF)
		return NULL;
	draft = vec_push(&lint->drafts);
	if (!draft)
		return NULL;
	if (!message)
		message = packs->rule_texts[rule].message;
	if (!mend)
		mend = packs->rules[rule].mend;
	fill->values[MESSAGE_QUOTE] = lint_words(lint, para, span);
	*draft = (struct draft){
		.row = {.para = para,
			.span = span,
			.code = packs->rules[rule].code,
			.name = packs->rules[rule].name,
			.level = level,
			.message = message_fill(message ? message : packs->rules[rule].summary, fill, &lint->text, lint->arena),
			.mend = message_fill(mend, fill, &lint->text, lint->arena),
			.claim = WA_NONE},
		.para_index = lint_para_index(lint, para),
		.rule = rule,
		.serial = (uint32_t)lint->drafts.count,
	};
	if (draft->para_index < lint->rows->paragraph_count)
		draft->row.item = lint->rows->paragraphs[draft->para_index].item;
	return draft;
}

static uint32_t rule_named(const struct packs *packs, const char *name)
{
	for (uint32_t i = 0; i < packs->rule_count; i++) {
		const char *other = packs->rules[i].name;
		if (other[0] == name[0] && strcmp(other, name) == 0)
			return i;
	}
	return WA_NONE;
}

static void find_rules(struct lint *lint)
{
	static const char *const names[] = {
#define X(id, name) [LINT_##id] = name,
		LINT_RULES(X)
#undef X
	};
	const struct packs *packs = lint->packs;
	for (size_t i = 0; i < LINT_RULE_COUNT; i++)
		lint->rule[i] = rule_named(packs, names[i]);
	for (size_t type = 0; type < WA_CLAIM_TYPE_COUNT; type++) {
		lint->claim_rule[type] = WA_NONE;
		for (uint32_t i = 0; i < packs->rule_count; i++) {
			if (packs->rule_texts[i].claims >> type & 1)
				lint->claim_rule[type] = i;
		}
	}
}

static int by_place(const void *left, const void *right)
{
	const struct draft *a = left, *b = right;
	if (a->para_index != b->para_index)
		return a->para_index < b->para_index ? -1 : 1;
	if (a->row.span.start != b->row.span.start)
		return a->row.span.start < b->row.span.start ? -1 : 1;
	return a->serial < b->serial ? -1 : a->serial > b->serial;
}

static void sort_drafts(struct lint *lint)
{
	if (lint->drafts.count)
		qsort(lint->drafts.items, lint->drafts.count, sizeof *lint->drafts.items, by_place);
}

static bool check(struct lint *lint)
{
	static bool (*const families[])(struct lint *) = {claim_rules, source_rules, anonymous_rules, credit_rules, agency_rules,
		word_rules, poll_rules, story_rules, toll_rules};
	for (size_t i = 0; i < sizeof families / sizeof *families; i++)
		if (!families[i](lint))
			return false;
	sort_drafts(lint);
	merge_overlaps(lint);
	merge_echoes(lint);
	if (!suppress(lint))
		return false;
	sort_drafts(lint);
	return fingerprint(lint) && !lint->drafts.failed && !arena_failed(lint->arena);
}

static bool hand_over(struct lint *lint, struct wa_finding **findings, size_t *count)
{
	*count = lint->drafts.count;
	*findings = arena_calloc(lint->arena, *count, sizeof **findings);
	if (!*findings)
		return false;
	for (size_t i = 0; i < *count; i++)
		(*findings)[i] = lint->drafts.items[i].row;
	return true;
}

/* Items count from 1, and no paragraph stands before its item's first. */
static bool sum_items(struct lint *lint)
{
	const struct lint_rows *rows = lint->rows;
	uint32_t items = rows->paragraphs[rows->paragraph_count - 1].item;
	lint->item_has = arena_calloc(lint->arena, items + 1u, sizeof *lint->item_has);
	for (size_t i = 0; lint->item_has && i < rows->watch->sentences.count; i++) {
		const struct watch_sentence *sentence = &rows->watch->sentences.items[i];
		lint->item_has[lint_item(lint, sentence->para)] |= sentence->has;
	}
	return lint->item_has;
}

bool lint_findings(const struct packs *packs, const struct doc *doc, const struct lint_rows *rows, struct arena *arena,
	struct wa_finding **findings, size_t *count)
{
	struct lint lint = {.packs = packs, .doc = doc, .rows = rows, .arena = arena, .seg_of = WA_NONE};
	bool ok;
	*findings = NULL;
	*count = 0;
	if (doc->skip != WA_SKIP_NONE || !doc->paras.count)
		return true;
	lint.profile = packs_profile(packs, rows->uri, doc->section, NULL, NULL);
	lint.told = arena_calloc(arena, rows->attribution_count, sizeof *lint.told);
	find_rules(&lint);
	ok = lint.told && sum_items(&lint) && check(&lint) && !lint.text.failed && hand_over(&lint, findings, count);
	vec_release(&lint.drafts);
	vec_release(&lint.text);
	seg_release(&lint.paragraph);
	seg_release(&lint.source);
	return ok;
}
