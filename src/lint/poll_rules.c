/* What must stand with a poll: how many were asked, when, and the margin of error; and a poll that leads. */
#include <math.h>

#include "lint/parts.h"

/* What the sentences of the items tell of polls: a number in the hundreds, a day, a margin. */
struct told {
	bool sample, dates, margin;
};

static struct told told_in(const struct lint *lint, uint32_t item, size_t *at)
{
	const struct watch *watch = lint->rows->watch;
	struct told told = {0};
	for (; *at < watch->sentences.count; ++*at) {
		const struct watch_sentence *s = &watch->sentences.items[*at];
		uint32_t of = lint_item(lint, s->para);
		bool poll = WATCH_HAS(s->has, POLL_ASKED) || WATCH_HAS(s->has, POLL);
		if (of > item)
			break;
		if (of < item)
			continue;
		told.sample |= poll && WATCH_HAS(s->has, HUNDREDS);
		told.dates |= poll && WATCH_HAS(s->has, DAY);
		told.margin |= WATCH_HAS(s->has, POLL_MARGIN);
	}
	return told;
}

static void tell(struct lint *lint, enum lint_rule which, const struct wa_claim *claim)
{
	uint32_t rule = lint->rule[which];
	struct fill fill = {0};
	if (rule != WA_NONE)
		lint_add(lint, rule, lint_level(lint, rule), claim->para, claim->span, NULL, NULL, &fill);
}

/* In the headline, the summary or the first paragraph. */
static bool leads(const struct lint *lint, uint32_t para)
{
	return lint->rows->paragraphs[lint_para_index(lint, para)].kind <= WA_PARA_SUMMARY || lint_is_lead(lint, para);
}

static void judge(struct lint *lint, const struct wa_claim *claim, const struct told *told)
{
	if (!told->sample)
		tell(lint, LINT_POLL_SAMPLE, claim);
	if (!told->dates)
		tell(lint, LINT_POLL_DATES, claim);
	if (!told->margin)
		tell(lint, LINT_POLL_MARGIN, claim);
	if (leads(lint, claim->para))
		tell(lint, LINT_POLL_LEADS, claim);
}

/* Once an item, at its first poll. */
bool poll_rules(struct lint *lint)
{
	uint32_t item = 0;
	size_t at = 0;
	for (size_t i = 0; i < lint->rows->claim_count; i++) {
		const struct wa_claim *claim = &lint->rows->claims[i];
		struct told told;
		if (claim->type != WA_CLAIM_POLL || claim->verdict == WA_VERDICT_EXEMPT || isnan(claim->low) || claim->item == item)
			continue;
		item = claim->item;
		told = told_in(lint, item, &at);
		judge(lint, claim, &told);
	}
	return !lint->drafts.failed;
}
