/* How sources are told: bare witnesses, studies without a home, the outlet itself. */
#include <string.h>

#include "base/str.h"
#include "lint/parts.h"

enum { SENTENCES_NEAR = 4 };

static void tell(struct lint *lint, enum lint_rule which, uint32_t para, struct wa_span span)
{
	uint32_t rule = lint->rule[which];
	struct fill fill = {0};
	if (rule != WA_NONE)
		lint_add(lint, rule, lint_level(lint, rule), para, span, NULL, NULL, &fill);
}

/* Nothing but the noun of the class with an article, and with words that tell no more: "a new study". */
static bool is_bare(struct lint *lint, const struct wa_attribution *a, enum lex_class noun, enum lex_class empty)
{
	const struct seg *seg = lint_source_seg(lint, a);
	bool found = false;
	for (size_t i = 0; seg && i < seg->tokens.count; i++) {
		if (seg_is(seg, i, noun))
			found = true;
		else if (!seg_is(seg, i, CLASS_DET) && !seg_is(seg, i, empty))
			return false;
	}
	return found;
}

static bool is_definite(struct lint *lint, const struct wa_attribution *a)
{
	const struct seg *seg = lint_source_seg(lint, a);
	return seg && seg->tokens.count && seg_is(seg, 0, CLASS_DET_DEF);
}

static void witness(struct lint *lint, const struct wa_attribution *a)
{
	bool described = a->kind == WA_SOURCE_UNNAMED || a->kind == WA_SOURCE_VAGUE;
	/* "A witness, the baker Paul Kern, said" goes on to name him; "the witness" was met before. */
	bool named = a->why && strcmp(a->why, "insertion") == 0;
	if (described && !named && a->mode == WA_MODE_SPEECH && !is_definite(lint, a) &&
		is_bare(lint, a, CLASS_RULE_WITNESS, CLASS_ALSO) && !lint_cue_quoted(lint, a))
		tell(lint, LINT_WITNESS_BARE, a->source_para, a->source);
}

/* A sentence close by says whose study it is. */
static bool has_home(const struct lint *lint, const struct wa_attribution *a)
{
	const struct watch *watch = lint->rows->watch;
	uint32_t index = lint_para_index(lint, a->para);
	size_t at = watch_at(watch, index, a->cue.start), i = at > SENTENCES_NEAR ? at - SENTENCES_NEAR : 0;
	for (; i < watch->sentences.count && i <= at + SENTENCES_NEAR; i++) {
		const struct watch_sentence *s = &watch->sentences.items[i];
		if (s->para + 1 >= index && s->para <= index + 1 && WATCH_HAS(s->has, STUDY_HOME))
			return true;
	}
	return false;
}

static void study(struct lint *lint, const struct wa_attribution *a)
{
	/* A headline has no room for the institute; the text below has. */
	if (lint->rows->paragraphs[lint_para_index(lint, a->para)].kind != WA_PARA_BODY)
		return;
	if ((a->kind == WA_SOURCE_DOCUMENT || a->kind == WA_SOURCE_VAGUE) && a->content_count && a->mode != WA_MODE_ATTITUDE &&
		is_bare(lint, a, CLASS_RULE_STUDY, CLASS_RULE_NEW) && !is_definite(lint, a) && !has_home(lint, a) &&
		!lint_cue_quoted(lint, a))
		tell(lint, LINT_STUDY_UNNAMED, a->source_para, a->source);
}

/* The agency of the item's dateline, or whoever publishes the document. */
static bool is_publisher(const struct lint *lint, const struct wa_attribution *a, const char *sender)
{
	struct wa_str publisher = lint->doc->provider;
	if (sender && a->agency && strcmp(a->agency, sender) == 0)
		return true;
	return publisher.len && str_eq_nocase(lint_words(lint, a->source_para, a->source), publisher);
}

/* Its own tally or analysis is data, and rightly credited to it. */
static void own_outlet(struct lint *lint, const struct wa_attribution *a, const char *sender)
{
	if (a->mode != WA_MODE_ATTITUDE && is_publisher(lint, a, sender) && !lint_source_has(lint, a, CLASS_DOC_NOUN) &&
		!lint_source_has(lint, a, CLASS_AGENCY_TALLY))
		tell(lint, LINT_OWN_OUTLET, a->source_para, a->source);
}

bool credit_rules(struct lint *lint)
{
	const char *sender = NULL; /* the agency of the item's dateline */
	uint32_t item = 0;
	for (size_t i = 0; i < lint->rows->attribution_count; i++) {
		const struct wa_attribution *a = &lint->rows->attributions[i];
		if (a->item != item)
			sender = lint_dateline_agency(lint, a->item);
		item = a->item;
		if (lint_names_source(a)) {
			witness(lint, a);
			study(lint, a);
			own_outlet(lint, a, sender);
		}
	}
	return !lint->drafts.failed;
}
