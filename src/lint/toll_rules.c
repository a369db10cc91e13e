/* Two totals of one event in one story that disagree, and no word that tells why. */
#include <math.h>

#include "base/str.h"
#include "lint/parts.h"
#include "scan/scan.h"

/* Claims of an item compared with each other: the first ones, so that the work stays linear. */
enum { TOLLS = 16, KEY_WORDS = 6 };

/* Whom a claim counts, and what befell them: its words without number, article, auxiliary. */
struct toll {
	const struct wa_claim *claim;
	uint32_t index;
	uint32_t words[KEY_WORDS];
	uint32_t count;
	uint32_t event; /* lexicon id of the event its sentence names ("landslide"); 0 for none */
};

static bool is_filling(const struct seg *seg, size_t i)
{
	static const enum lex_class filling[] = {
		CLASS_DET, CLASS_AUX, CLASS_NUMBER, CLASS_NUMBER_SCALE, CLASS_BOUND_LOW, CLASS_APPROX, CLASS_ADVERB, CLASS_PREP};
	if (seg->tokens.items[i].kind != PIECE_WORD || seg->tokens.items[i].in_phrase)
		return true;
	for (size_t k = 0; k < sizeof filling / sizeof *filling; k++)
		if (seg_says(seg, i, filling[k]))
			return true;
	return false;
}

/* False when the words are too many or none is left: such claims are not compared. */
static bool read_key(struct lint *lint, struct toll *toll)
{
	const struct seg *seg = &lint->source;
	struct wa_str words = lint_words(lint, toll->claim->para, toll->claim->span);
	if (!seg_paragraph(&lint->source, &lint->packs->lex, words, false)) {
		lint->drafts.failed = true;
		return false;
	}
	scan_phrases(&lint->source);
	for (size_t i = 0; i < seg->tokens.count; i++) {
		if (is_filling(seg, i))
			continue;
		if (toll->count == KEY_WORDS)
			return false;
		toll->words[toll->count++] = seg->tokens.items[i].hash;
	}
	return toll->count >= 2;
}

/* The first event its sentence names. */
static uint32_t event_of(struct lint *lint, const struct wa_claim *claim)
{
	const struct seg *seg = lint_paragraph_seg(lint, lint_para_index(lint, claim->para));
	struct sentence sentence = {0};
	for (size_t i = 0; seg && i < seg->sentences.count; i++) {
		sentence = seg->sentences.items[i];
		if (sentence.last > sentence.first && seg->tokens.items[sentence.last - 1].end >= claim->span.end)
			break;
	}
	for (uint32_t i = sentence.first; i < sentence.last; i++)
		if (seg_is(seg, i, CLASS_EVENT))
			return seg->tokens.items[i].word;
	return 0;
}

static bool same_words(const struct toll *a, const struct toll *b)
{
	if (a->count != b->count)
		return false;
	for (uint32_t i = 0; i < a->count; i++)
		if (a->words[i] != b->words[i])
			return false;
	return true;
}

/* Both sentences say it, and say it differently: another place, another day. */
static bool told_apart_by(
	const struct lint *lint, const struct toll *a, struct wa_span of_a, const struct toll *b, struct wa_span of_b)
{
	struct wa_str words_a = lint_words(lint, a->claim->para, of_a), words_b = lint_words(lint, b->claim->para, of_b);
	return words_a.len && words_b.len && !str_eq_nocase(words_a, words_b);
}

/* The same befell the same, as far as the sentences say; in other words only where both name the event. */
static bool same_event(const struct lint *lint, const struct toll *a, const struct toll *b)
{
	const struct wa_claim *one = a->claim, *two = b->claim;
	struct wa_str what = lint_words(lint, one->para, one->what);
	if (one->type != two->type || told_apart_by(lint, a, one->where, b, two->where) ||
		told_apart_by(lint, a, one->when, b, two->when) || (a->event && b->event && a->event != b->event))
		return false;
	return same_words(a, b) ||
	       (a->event && a->event == b->event && what.len && str_eq_nocase(what, lint_words(lint, two->para, two->what)));
}

/* Words like "earlier" or "another" stand in its sentence. */
static bool is_told_apart(const struct lint *lint, const struct wa_claim *claim)
{
	const struct watch *watch = lint->rows->watch;
	uint32_t index = lint_para_index(lint, claim->para);
	size_t at = watch_at(watch, index, claim->span.start);
	const struct watch_sentence *s = &watch->sentences.items[at];
	return at < watch->sentences.count && s->para == index && s->span.start <= claim->span.start && WATCH_HAS(s->has, REVISED);
}

/* A figure of today's event that somebody gives, or nobody: not an older one told as background. */
static bool is_total(const struct lint *lint, const struct wa_claim *claim)
{
	if (claim->type > WA_CLAIM_MISSING || isnan(claim->low) || claim->low < 3 || !isnan(claim->high))
		return false;
	return claim->state != WA_STATE_BACKGROUND && claim->verdict != WA_VERDICT_EXEMPT && !is_told_apart(lint, claim);
}

/* The first toll that tells another figure of the same; NULL when none does, or one of them tells this figure. */
static const struct toll *other_figure(const struct lint *lint, const struct toll *toll, const struct toll *tolls, size_t count)
{
	const struct toll *other = NULL;
	for (size_t i = 0; i < count; i++) {
		if (!same_event(lint, &tolls[i], toll))
			continue;
		if (tolls[i].claim->low == toll->claim->low)
			return NULL;
		other = other ? other : &tolls[i];
	}
	return other;
}

static void compare(struct lint *lint, const struct toll *toll, const struct toll *tolls, size_t count)
{
	const struct toll *other = other_figure(lint, toll, tolls, count);
	uint32_t rule = lint->rule[LINT_TOLL_CONFLICT];
	struct fill fill = {0};
	struct draft *draft;
	if (!other)
		return;
	fill.values[MESSAGE_SOURCE] = lint_words(lint, other->claim->para, other->claim->span);
	draft = lint_add(lint, rule, lint_level(lint, rule), toll->claim->para, toll->claim->span, NULL, NULL, &fill);
	if (draft)
		draft->row.claim = toll->index;
}

bool toll_rules(struct lint *lint)
{
	struct toll tolls[TOLLS];
	size_t count = 0;
	uint32_t item = 0;
	if (lint->rule[LINT_TOLL_CONFLICT] == WA_NONE)
		return true;
	for (uint32_t i = 0; i < lint->rows->claim_count; i++) {
		const struct wa_claim *claim = &lint->rows->claims[i];
		struct toll toll = {.claim = claim, .index = i};
		if (claim->item != item)
			count = 0;
		item = claim->item;
		if (count == TOLLS || !is_total(lint, claim) || !read_key(lint, &toll))
			continue;
		toll.event = event_of(lint, claim);
		compare(lint, &toll, tolls, count);
		tolls[count++] = toll;
	}
	return !lint->drafts.failed;
}
