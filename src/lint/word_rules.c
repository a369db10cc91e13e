/* Words that hide who says so, or what is said. */
#include <string.h>

#include "base/str.h"
#include "lint/parts.h"
#include "scan/scan.h"

/* Bytes looked at behind a verb for what it takes. */
enum { BYTES_AFTER = 40 };

static void tell(struct lint *lint, enum lint_rule which, const struct watch_word *word)
{
	uint32_t rule = lint->rule[which];
	struct fill fill = {0};
	if (rule != WA_NONE)
		lint_add(lint, rule, lint_level(lint, rule), doc_para_number(lint->doc, word->para), word->span, NULL, NULL, &fill);
}

/* The sentence before counts as well: "Police raided the farm. He allegedly kept ..." */
static bool has_accuser(const struct watch *watch, uint32_t sentence)
{
	const struct watch_sentence *s = &watch->sentences.items[sentence];
	if (WATCH_HAS(s->has, ACCUSER))
		return true;
	return sentence && s[-1].number + 1 == s->number && WATCH_HAS(s[-1].has, ACCUSER);
}

static bool overlap(struct wa_span a, struct wa_span b)
{
	return a.start < b.end && b.start < a.end;
}

/* A source that could be asked stands in the word's sentence, or a finding about the word stands already. */
static bool is_settled(const struct lint *lint, const struct watch_word *word, bool vague_settles)
{
	uint32_t para = doc_para_number(lint->doc, word->para);
	struct wa_span sentence = lint->rows->watch->sentences.items[word->sentence].span;
	size_t end, i = lint_attributions_near(lint, para, word->span.start, &end);
	for (; i < end; i++) {
		const struct wa_attribution *a = &lint->rows->attributions[i];
		bool on_word = overlap(a->cue, word->span) || (lint_names_source(a) && overlap(a->source, word->span));
		if (a->para != para)
			continue;
		if (on_word && (lint_answers(a) || lint->told[i] ||
				       (vague_settles && a->kind == WA_SOURCE_VAGUE && a->mode != WA_MODE_ATTITUDE)))
			return true;
		if (!on_word && lint_answers(a) && overlap(a->cue, sentence))
			return true;
	}
	return false;
}

/* "Claimed responsibility", "claimed 12 lives": the verb is part of what is told. */
static bool goes_on(struct lint *lint, const struct watch_word *word)
{
	const struct seg *seg = &lint->source;
	struct wa_str text = doc_para_text(lint->doc, word->para);
	size_t end = word->span.end + BYTES_AFTER < text.len ? word->span.end + BYTES_AFTER : text.len;
	if (!seg_paragraph(&lint->source, &lint->packs->lex, str_cut(text, word->span.start, end), false)) {
		lint->drafts.failed = true;
		return true;
	}
	scan_phrases(&lint->source);
	for (size_t i = 0; i < seg->tokens.count; i++)
		if (seg_says(seg, i, CLASS_RESPONSIBLE) || seg_says(seg, i, CLASS_LIFE))
			return true;
	return false;
}

/* It ascribes words to somebody; what a court hears is told by the same verbs, exactly. */
static bool is_loaded(struct lint *lint, const struct watch_word *word)
{
	uint32_t para = doc_para_number(lint->doc, word->para);
	size_t end, i = lint_attributions_near(lint, para, word->span.start, &end);
	for (; i < end; i++) {
		const struct wa_attribution *a = &lint->rows->attributions[i];
		if (a->para == para && overlap(a->cue, word->span) && lint_answers(a) && a->mode == WA_MODE_SPEECH &&
			a->content_count && a->why && strcmp(a->why, "noun") != 0)
			return !goes_on(lint, word);
	}
	return false;
}

static void judge(struct lint *lint, const struct watch_word *word)
{
	const struct watch *watch = lint->rows->watch;
	uint32_t has = watch->sentences.items[word->sentence].has;
	if (word->quoted)
		return;
	if (WATCH_HAS(word->is, TOLL_WORD) && !WATCH_HAS(has, DEAD_OR_HURT) && !WATCH_HAS(has, NEGATED))
		tell(lint, LINT_TOLL_WORD, word);
	/* A headline has no room for the accuser; the text below has. */
	if (WATCH_HAS(word->is, ALLEGED) && lint->rows->paragraphs[word->para].kind == WA_PARA_BODY &&
		!has_accuser(watch, word->sentence) && !is_settled(lint, word, false))
		tell(lint, LINT_ALLEGED, word);
	if (WATCH_HAS(word->is, RUMOUR) && !WATCH_HAS(has, DENIED) && !is_settled(lint, word, true))
		tell(lint, LINT_RUMOUR, word);
	if (WATCH_HAS(word->is, LOADED) && !WATCH_HAS(has, COURT) && !WATCH_HAS(word->after, NEGATED) && is_loaded(lint, word))
		tell(lint, LINT_LOADED_VERB, word);
	if (WATCH_HAS(word->is, ANON_ROTE))
		tell(lint, LINT_ANON_ROTE, word);
	if (WATCH_HAS(word->is, MEDIA_UNNAMED) && WATCH_HAS(word->after, CITING))
		tell(lint, LINT_SECOND_HAND_UNNAMED, word);
}

bool word_rules(struct lint *lint)
{
	const struct watch *watch = lint->rows->watch;
	for (size_t i = 0; i < watch->words.count; i++)
		judge(lint, &watch->words.items[i]);
	return !lint->drafts.failed;
}
