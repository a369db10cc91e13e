/* Reports that reach us through another. */
#include <string.h>

#include "base/str.h"
#include "lint/parts.h"

static bool is_same(const char *agency, const char *other)
{
	return other && strcmp(agency, other) == 0;
}

/* The one who tells us what the agency of `chain` reported: the reporter nearest to it in the paragraph. */
static const struct wa_mention *teller(const struct lint *lint, size_t chain)
{
	const struct wa_mention *mentions = lint->rows->mentions, *of = &mentions[chain];
	for (size_t i = chain; i-- > 0 && mentions[i].para == of->para;) {
		if (mentions[i].role == WA_ROLE_REPORTER)
			return &mentions[i];
	}
	for (size_t i = chain + 1; i < lint->rows->mention_count && mentions[i].para == of->para; i++) {
		if (mentions[i].role == WA_ROLE_REPORTER)
			return &mentions[i];
	}
	return NULL;
}

/* The chain ends where it began: at the one who tells it, or at the agency that sends the story. */
static bool is_circular(const struct wa_mention *chain, const struct wa_mention *teller, const char *sender)
{
	return is_same(chain->agency, teller ? teller->agency : NULL) || is_same(chain->agency, sender);
}

static void append(struct text *text, struct wa_str words)
{
	text_append(text, words.ptr, words.len);
}

static void tell(struct lint *lint, const struct wa_mention *mention, const struct wa_mention *before, const char *sender,
	struct text *chain)
{
	uint32_t rule = lint->rule[is_circular(mention, before, sender) ? LINT_CIRCULAR : LINT_SECOND_HAND];
	struct fill fill = {0};
	if (rule == WA_NONE)
		return;
	chain->count = 0;
	append(chain, before ? lint_words(lint, before->para, before->span) : STR("this report"));
	append(chain, STR(" cites "));
	append(chain, lint_words(lint, mention->para, mention->span));
	fill.values[MESSAGE_CHAIN] = (struct wa_str){chain->items, chain->count};
	lint_add(lint, rule, lint_level(lint, rule), mention->para, mention->span, NULL, NULL, &fill);
}

/* The agency stands in the item's text as well, whatever it does there. Mentions [from, ...) are the item's. */
static bool is_in_text(const struct lint *lint, size_t from, const char *agency)
{
	const struct lint_rows *rows = lint->rows;
	for (size_t i = from; i < rows->mention_count && rows->mentions[i].item == rows->mentions[from].item; i++) {
		uint32_t index = lint_para_index(lint, rows->mentions[i].para);
		if (rows->paragraphs[index].kind > WA_PARA_SUMMARY && is_same(rows->mentions[i].agency, agency))
			return true;
	}
	return false;
}

/* Once an item: the first that the headline or summary credits and the text does not name. */
static void headlines(struct lint *lint)
{
	uint32_t item = 0, rule = lint->rule[LINT_AGENCY_HEADLINE];
	struct fill fill = {0};
	for (size_t i = 0; i < lint->rows->mention_count && rule != WA_NONE; i++) {
		const struct wa_mention *mention = &lint->rows->mentions[i];
		uint32_t index = lint_para_index(lint, mention->para);
		if (mention->item == item || mention->role != WA_ROLE_REPORTER ||
			lint->rows->paragraphs[index].kind > WA_PARA_SUMMARY)
			continue;
		item = mention->item;
		if (!is_in_text(lint, i, mention->agency))
			lint_add(lint, rule, lint_level(lint, rule), mention->para, mention->span, NULL, NULL, &fill);
	}
}

bool agency_rules(struct lint *lint)
{
	/* Told once a paragraph and once an item: a paragraph full of chains is read once. */
	const struct wa_mention *before = NULL;
	const char *sender = NULL; /* the agency of the item's dateline */
	struct text chain = {0};
	uint32_t para = WA_NONE, item = 0;
	for (size_t i = 0; i < lint->rows->mention_count; i++) {
		const struct wa_mention *mention = &lint->rows->mentions[i];
		if (mention->role != WA_ROLE_CHAIN)
			continue;
		if (mention->item != item)
			sender = lint_dateline_agency(lint, mention->item);
		if (mention->para != para)
			before = teller(lint, i);
		item = mention->item;
		para = mention->para;
		tell(lint, mention, before, sender, &chain);
	}
	vec_release(&chain);
	headlines(lint);
	return !chain.failed && !lint->drafts.failed;
}
