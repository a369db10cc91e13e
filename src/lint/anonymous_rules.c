/* Sources whose names the desk withholds: why, what they are heard with, and whether anybody else stands by. */
#include "base/str.h"
#include "lint/parts.h"

/* One or two words in quotation marks may be repeated from elsewhere. */
enum { QUOTED_WORDS = 3 };

/* Paragraphs within which a lead's source must be named to count as named. */
enum { NAMED_WITHIN = 3 };

static bool any_says(const struct seg *seg, enum lex_class class)
{
	for (size_t i = 0; i < seg->tokens.count; i++)
		if (seg_says(seg, i, class))
			return true;
	return false;
}

/* The same before a preposition: the aide, not the governor, in "an aide to the governor". */
static bool heads(const struct seg *seg, enum lex_class class)
{
	for (size_t i = 0; i < seg->tokens.count && !seg_is(seg, i, CLASS_PREP); i++)
		if (seg_says(seg, i, class))
			return true;
	return false;
}

static bool is_indefinite(const struct seg *seg)
{
	return seg->tokens.count && seg_is(seg, 0, CLASS_DET) && !seg_is(seg, 0, CLASS_DET_DEF);
}

/* "A deputy, Nora Feld," is named after all. */
static bool goes_on_with_name(const struct lint *lint, const struct wa_attribution *a)
{
	struct wa_str text = lint_words(lint, a->source_para, (struct wa_span){a->source.end, a->source.end + 3});
	return text.len == 3 && text.ptr[0] == ',' && text.ptr[1] == ' ' && ascii_is_upper(text.ptr[2]);
}

/*
 * One person, or one circle, that could be named and is not: "a source", "a person familiar with the plan", "a senior
 * official". Witnesses and residents are met in the street, and "officials" are an office: nobody asked to be left out.
 */
static bool is_anonymous(struct lint *lint, const struct wa_attribution *a)
{
	const struct seg *seg;
	if ((a->kind != WA_SOURCE_UNNAMED && a->kind != WA_SOURCE_VAGUE) || !lint_names_source(a) || a->mode == WA_MODE_ATTITUDE ||
		goes_on_with_name(lint, a))
		return false;
	seg = lint_source_seg(lint, a);
	if (!seg)
		return false;
	return any_says(seg, CLASS_SOURCE_NOUN) || (is_indefinite(seg) && heads(seg, CLASS_RULE_ANON_WHO)) ||
	       (any_says(seg, CLASS_RULE_ANON_KNOWS) && any_says(seg, CLASS_UNNAMED));
}

static struct draft *tell(
	struct lint *lint, enum lint_rule which, uint32_t para, struct wa_span span, const struct wa_attribution *who)
{
	uint32_t rule = lint->rule[which];
	struct fill fill = {0};
	if (rule == WA_NONE)
		return NULL;
	fill.values[MESSAGE_SOURCE] = lint_source(lint, who);
	return lint_add(lint, rule, lint_level(lint, rule), para, span, NULL, NULL, &fill);
}

static bool opens_item(const struct lint *lint, uint32_t para)
{
	uint32_t index = lint_para_index(lint, para);
	const struct wa_paragraph *rows = lint->rows->paragraphs;
	return index == 0 || rows[index - 1].item != rows[index].item || rows[index - 1].kind < WA_PARA_BODY;
}

/* A lead may keep the name for later: "A senior official said ...", and two paragraphs on "Deputy Minister Clara Boyd said ...". */
static bool is_named_soon(struct lint *lint, size_t i)
{
	const struct wa_attribution *rows = lint->rows->attributions, *a = &rows[i];
	if (!opens_item(lint, a->source_para))
		return false;
	for (size_t k = i + 1; k < lint->rows->attribution_count && k <= i + LINT_ROWS_NEAR; k++) {
		if (rows[k].item != a->item || rows[k].para > a->para + NAMED_WITHIN)
			return false;
		if (rows[k].kind == WA_SOURCE_PERSON && rows[k].mode == WA_MODE_SPEECH &&
			lint_source_has(lint, &rows[k], CLASS_TITLE))
			return true;
	}
	return false;
}

/* Once an item, where the first of them speaks: one reason serves for all of them. */
static void unexplained(struct lint *lint)
{
	uint32_t item = 0;
	for (size_t i = 0; i < lint->rows->attribution_count; i++) {
		const struct wa_attribution *a = &lint->rows->attributions[i];
		uint32_t has = lint->item_has[a->item];
		if (a->item == item || lint->told[i] || a->mode != WA_MODE_SPEECH || WATCH_HAS(has, ANON_REASON) ||
			WATCH_HAS(has, ANON_ROTE) || !is_anonymous(lint, a) || is_named_soon(lint, i) || lint_is_allowed(lint, a))
			continue;
		item = a->item;
		tell(lint, LINT_ANON_UNEXPLAINED, a->source_para, a->source, a);
	}
}

static bool covers(const struct wa_attribution *a, uint32_t para, struct wa_span span)
{
	for (uint32_t i = 0; i < a->content_count; i++)
		if (a->content[i].para == para && a->content[i].span.start <= span.start && a->content[i].span.end >= span.end)
			return true;
	return false;
}

/* Harsh words in quotation marks whose speaker has no name. */
static void opinions(struct lint *lint)
{
	const struct watch *watch = lint->rows->watch;
	for (size_t w = 0; w < watch->words.count; w++) {
		const struct watch_word *word = &watch->words.items[w];
		uint32_t para = doc_para_number(lint->doc, word->para);
		size_t end, i;
		if (!WATCH_HAS(word->is, EVALUATIVE) || word->quoted < QUOTED_WORDS)
			continue;
		for (i = lint_attributions_near(lint, para, word->span.start, &end); i < end; i++) {
			const struct wa_attribution *a = &lint->rows->attributions[i];
			if (covers(a, para, word->span) && is_anonymous(lint, a)) {
				tell(lint, LINT_ANON_OPINION, para, word->span, a);
				break;
			}
		}
	}
}

/* What stands behind the grave claims of the item being looked at. */
struct support {
	uint32_t item;
	const struct wa_attribution *only; /* the one unnamed source; NULL for none yet */
	uint32_t claim;                    /* first it answers for */
	bool others;                       /* somebody else, too, or nobody */
};

static bool is_the_same(const struct lint *lint, const struct wa_attribution *a, const struct wa_attribution *b)
{
	return a == b || a->kind == WA_SOURCE_PRONOUN || str_eq(lint_source(lint, a), lint_source(lint, b));
}

/* Nobody else speaks in the item at all. */
static bool is_alone(const struct lint *lint, const struct wa_attribution *only)
{
	const struct wa_attribution *rows = lint->rows->attributions;
	size_t at = (size_t)(only - rows), from = at;
	while (from && rows[from - 1].item == only->item)
		from--;
	for (size_t i = from; i < lint->rows->attribution_count && rows[i].item == only->item; i++)
		if (lint_answers(&rows[i]) && rows[i].mode == WA_MODE_SPEECH && !is_the_same(lint, &rows[i], only))
			return false;
	return true;
}

static void close_item(struct lint *lint, const struct support *support)
{
	const struct wa_claim *claim;
	struct draft *draft;
	if (!support->only || support->others || !is_alone(lint, support->only))
		return;
	claim = &lint->rows->claims[support->claim];
	draft = tell(lint, LINT_ANON_ONLY, claim->para, claim->span, support->only);
	if (draft)
		draft->row.claim = support->claim;
}

static void weigh(struct lint *lint, struct support *support, uint32_t index)
{
	const struct wa_claim *claim = &lint->rows->claims[index];
	const struct seg *seg;
	for (uint32_t k = 0; k < claim->attribution_count && !support->others; k++) {
		const struct wa_attribution *a = &lint->rows->attributions[claim->attributions[k]];
		if (support->only) {
			support->others = !is_the_same(lint, a, support->only);
			if (claim->para == a->para && lint->rows->claims[support->claim].para != support->only->para)
				support->claim = index;
			continue;
		}
		support->others = !is_anonymous(lint, a);
		seg = support->others ? NULL : lint_source_seg(lint, a);
		if (!seg || !is_indefinite(seg))
			support->others = true;
		support->only = a;
		support->claim = index;
	}
}

/* One person without a name, and nobody else, for what is grave in an item. */
static void only_source(struct lint *lint)
{
	struct support support = {0};
	for (uint32_t i = 0; i < lint->rows->claim_count; i++) {
		const struct wa_claim *claim = &lint->rows->claims[i];
		if (claim->item != support.item) {
			close_item(lint, &support);
			support = (struct support){.item = claim->item};
		}
		if (wa_claim_grave(claim->type) && claim->type != WA_CLAIM_QUOTE && claim->verdict != WA_VERDICT_EXEMPT)
			weigh(lint, &support, i);
	}
	close_item(lint, &support);
}

/* Which bare sources an item has brought in so far. */
struct bare {
	uint32_t item;
	const struct wa_attribution *many; /* the first plural, without a number of its own */
	bool one, told;                    /* a single one was introduced; the finding stands */
};

static bool has_number(const struct seg *seg)
{
	for (size_t i = 0; i < seg->tokens.count; i++)
		if (seg->tokens.items[i].kind == PIECE_NUMBER || seg_is(seg, i, CLASS_NUMBER))
			return true;
	return false;
}

/* "The source" and no more. */
static bool goes_back_to_one(const struct seg *seg)
{
	return seg->tokens.count == 2 && seg_is(seg, 0, CLASS_DET_DEF) && seg_is(seg, 1, CLASS_RULE_ONE_SOURCE);
}

static void look_at_number(struct lint *lint, struct bare *bare, const struct wa_attribution *a)
{
	const struct seg *seg = lint_source_seg(lint, a);
	if (!seg || !any_says(seg, CLASS_SOURCE_NOUN) || lint_cue_quoted(lint, a))
		return;
	if (bare->many && !bare->one && !bare->told && goes_back_to_one(seg)) {
		tell(lint, LINT_ONE_OR_MANY, a->source_para, a->source, bare->many);
		bare->told = true;
	} else if (any_says(seg, CLASS_RULE_ONE_SOURCE) || has_number(seg)) {
		bare->one = true;
	} else if (!bare->many) {
		bare->many = a;
	}
}

/* "Sources said ...", and further down "the source said": no other single source was brought in, so how many are there? */
static void one_or_many(struct lint *lint)
{
	struct bare bare = {0};
	for (size_t i = 0; i < lint->rows->attribution_count; i++) {
		const struct wa_attribution *a = &lint->rows->attributions[i];
		if (a->item != bare.item)
			bare = (struct bare){.item = a->item};
		/* The paragraph is cut again only for those that may be meant. */
		if (lint_names_source(a) && a->mode != WA_MODE_ATTITUDE &&
			(a->kind == WA_SOURCE_VAGUE || a->kind == WA_SOURCE_UNNAMED))
			look_at_number(lint, &bare, a);
	}
}

bool anonymous_rules(struct lint *lint)
{
	one_or_many(lint);
	unexplained(lint);
	opinions(lint);
	only_source(lint);
	return !lint->drafts.failed;
}
