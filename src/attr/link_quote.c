/*
 * Who speaks in a quotation: the source whose content it is, the source of its own sentence, else, where it stands as
 * sentences of its own, the speaker of the sentence before, or of the sentence after unless that introduces a
 * quotation of its own. A statement nobody speaks is a claim.
 */
#include <math.h>
#include <string.h>

#include "attr/link.h"

enum { FEWEST_WORDS = 3 };

/* A quotation with the sentences it stands in. */
struct quoted {
	const struct quotation *q;
	struct wa_span span;
	uint32_t first, last; /* sentences of the paragraph, both included */
	bool own;             /* nothing else stands in them */
};

static const struct wa_attribution *row_at(const struct link *l, size_t i)
{
	return &l->attr->attributions.items[i];
}

/* A cue of speech that may have a quotation of another sentence: not "rejecting the offer". */
static bool may_quote(const struct link *l, const struct wa_attribution *a)
{
	if (a->mode == WA_MODE_ATTITUDE)
		return link_cue_is(l, a, CLASS_CUE_QUOTE); /* asked */
	return link_cue_is(l, a, CLASS_CUE_QUOTE) || link_cue_is(l, a, CLASS_CUE_PREP) || a->source.start == a->source.end ||
	       (a->mode == WA_MODE_SPEECH && link_cue_is(l, a, CLASS_CUE_THAT));
}

static bool cue_inside(const struct wa_attribution *a, const struct quoted *quoted)
{
	return a->cue.start >= quoted->span.start && a->cue.end <= quoted->span.end;
}

static uint32_t gap(const struct wa_attribution *a, const struct quoted *quoted)
{
	if (a->cue.end <= quoted->span.start)
		return quoted->span.start - a->cue.end;
	return a->cue.start >= quoted->span.end ? a->cue.start - quoted->span.end : 0;
}

static bool in_its_sentences(const struct link *l, const struct wa_attribution *a, const struct quoted *quoted)
{
	const struct sentence_fact *facts = &l->attr->sentences.items[l->first_sentence];
	return a->cue.start >= facts[quoted->first].span.start && a->cue.end <= facts[quoted->last].span.end;
}

/* The row that has the quotation for its content; else the nearest whose cue stands beside it in its sentence. */
static uint32_t speaker_beside(const struct link *l, const struct quoted *quoted)
{
	uint32_t best = WA_NONE, nearest = UINT32_MAX;
	bool best_covers = false;
	uint32_t places[2] = {quoted->span.start, quoted->span.end};
	for (size_t p = 0; p < 2; p++) {
		size_t from, to;
		link_rows_near(l, places[p], &from, &to);
		for (size_t i = from; i < to; i++) {
			const struct wa_attribution *a = row_at(l, i);
			bool covers = link_covers(l->attr, a, quoted->span);
			if (cue_inside(a, quoted) || (!covers && !in_its_sentences(l, a, quoted)))
				continue;
			if (covers < best_covers || (covers == best_covers && gap(a, quoted) >= nearest))
				continue;
			best = (uint32_t)i;
			nearest = gap(a, quoted);
			best_covers = covers;
		}
	}
	return best;
}

static bool has_quotation(const struct link *l, const struct sentence *s)
{
	for (uint32_t i = s->first; i < s->last && i < s->first + LINK_WORDS; i++) {
		const struct token *t = &l->seg->tokens.items[i];
		if (t->quote && l->seg->quotes.items[t->quote - 1].words >= FEWEST_WORDS)
			return true;
	}
	return false;
}

/* The speaker the sentence after lends, WA_NONE when it has none or quotes for itself. */
static uint32_t speaker_after(const struct link *l, uint32_t sentence)
{
	const struct sentence_fact *fact;
	if (sentence >= l->seg->sentences.count || has_quotation(l, &l->seg->sentences.items[sentence]))
		return WA_NONE;
	fact = &l->attr->sentences.items[l->first_sentence + sentence];
	for (uint32_t i = 0; i < fact->attribution_count && i < LINK_REACH; i++)
		if (may_quote(l, row_at(l, fact->first_attribution + i)))
			return fact->first_attribution + i;
	return WA_NONE;
}

static uint32_t speaker_before(const struct link *l, uint32_t sentence)
{
	size_t at = l->first_sentence + sentence;
	if (at == 0 || l->attr->sentences.items[at - 1].item != l->attr->item)
		return WA_NONE;
	return l->attr->sentences.items[at - 1].speaker;
}

static uint32_t speaker_of(const struct link *l, const struct quoted *quoted)
{
	uint32_t speaker = WA_NONE;
	if (quoted->q->continued)
		speaker = speaker_before(l, quoted->first);
	if (speaker == WA_NONE)
		speaker = speaker_beside(l, quoted);
	if (speaker == WA_NONE && quoted->own)
		speaker = speaker_before(l, quoted->first);
	if (speaker == WA_NONE && quoted->own)
		speaker = speaker_after(l, quoted->last + 1);
	return speaker;
}

/* Nothing but a few marks stands in tokens [from, to). */
static bool only_marks(const struct link *l, uint32_t from, uint32_t to)
{
	if (to > from + LINK_WORDS)
		return false;
	for (uint32_t i = from; i < to; i++)
		if (l->seg->tokens.items[i].kind != PIECE_MARK)
			return false;
	return true;
}

/* Finds the sentences of the quotation; `sentence` is where to look from. */
static struct quoted place(const struct link *l, const struct quotation *q, uint32_t sentence)
{
	const struct sentence *s = l->seg->sentences.items;
	struct quoted quoted = {.q = q, .span = seg_span(l->seg, q->first, q->last)};
	while (sentence + 1 < l->seg->sentences.count && s[sentence].last <= q->first)
		sentence++;
	quoted.first = sentence;
	while (sentence + 1 < l->seg->sentences.count && s[sentence].last < q->last)
		sentence++;
	quoted.last = sentence;
	quoted.own = only_marks(l, s[quoted.first].first, q->first) && only_marks(l, q->last, s[quoted.last].last);
	return quoted;
}

/* The last quotation in the sentence, counted from 1; 0 for none. */
static uint32_t last_quote(const struct link *l, const struct sentence *s)
{
	for (uint32_t i = s->last; i > s->first && s->last - i < LINK_WORDS; i--)
		if (l->seg->tokens.items[i - 1].quote)
			return l->seg->tokens.items[i - 1].quote;
	return 0;
}

/*
 * Sentences [from, to) leave off with the speaker of their last cue outside quotations, or with that of the last quotation
 * in them ("he mocks" may not introduce one, yet has one).
 */
static void note_speakers(struct link *l, uint32_t from, uint32_t to)
{
	for (uint32_t k = from; k < to; k++) {
		const struct sentence *s = &l->seg->sentences.items[k];
		struct sentence_fact *fact = &l->attr->sentences.items[l->first_sentence + k];
		uint32_t quote = last_quote(l, s);
		for (uint32_t i = 0; i < fact->attribution_count && i < LINK_REACH && fact->speaker == WA_NONE; i++) {
			uint32_t row = fact->first_attribution + fact->attribution_count - 1 - i;
			uint32_t token = link_token(l->seg, row_at(l, row)->cue.start);
			if (token < s->last && !l->seg->tokens.items[token].quote && may_quote(l, row_at(l, row)))
				fact->speaker = row;
		}
		if (fact->speaker == WA_NONE && quote && quote <= l->attr->speakers.count)
			fact->speaker = l->attr->speakers.items[quote - 1];
	}
}

/* A quotation in sentences of its own is part of what its speaker is credited for. */
static bool give_words(struct link *l, uint32_t speaker, const struct quoted *quoted)
{
	if (speaker == WA_NONE || (!quoted->own && !quoted->q->continued) || quoted->q->words < FEWEST_WORDS)
		return true;
	return link_covers(l->attr, row_at(l, speaker), quoted->span) || cue_add_content(l->attr, speaker, quoted->span);
}

bool link_speakers(struct link *l)
{
	uint32_t done = 0, sentence = 0;
	l->attr->speakers.count = 0;
	for (size_t i = 0; i < l->seg->quotes.count; i++) {
		struct quoted quoted = place(l, &l->seg->quotes.items[i], sentence);
		uint32_t *speaker;
		if (quoted.first > done) {
			note_speakers(l, done, quoted.first);
			done = quoted.first;
		}
		speaker = vec_push(&l->attr->speakers);
		if (!speaker)
			return false;
		*speaker = speaker_of(l, &quoted);
		if (!give_words(l, *speaker, &quoted))
			return false;
		sentence = quoted.first;
	}
	note_speakers(l, done, (uint32_t)l->seg->sentences.count);
	return true;
}

uint32_t link_speaker_of(const struct link *l, const struct claim *c)
{
	uint32_t quote = l->seg->tokens.items[c->first].quote, end = l->seg->tokens.items[c->last - 1].quote;
	if (!quote)
		quote = end;
	if (!quote || quote > l->attr->speakers.count || l->seg->quotes.items[quote - 1].words < FEWEST_WORDS)
		return WA_NONE;
	return l->attr->speakers.items[quote - 1];
}

static bool has_verb(const struct link *l, const struct quotation *q)
{
	for (uint32_t i = q->first + 1; i < q->last; i++) {
		if (link_is(l->seg, i, CLASS_AUX) || link_is(l->seg, i, CLASS_MODAL))
			return true;
		if (link_is(l->seg, i, CLASS_VERB) && (link_is(l->seg, i, CLASS_FORM_PAST) || link_is(l->seg, i, CLASS_FORM_S) ||
							      link_is(l->seg, i, CLASS_MOSTLY_VERB)))
			return true;
	}
	return false;
}

/* Most long words begin with a capital: the title of a work. */
static bool is_title(const struct link *l, const struct quotation *q)
{
	uint32_t words = 0, capitals = 0;
	for (uint32_t i = q->first; i < q->last && words < 20; i++) {
		const struct token *t = &l->seg->tokens.items[i];
		if (t->kind != PIECE_WORD || t->end - t->start < 4)
			continue;
		words++;
		capitals += (t->shape & SHAPE_UPPER) != 0;
	}
	return capitals * 2 > words;
}

/* Text whose every piece stands in marks was quoted by a machine. */
static bool in_run(const struct link *l, size_t i)
{
	const struct quotation *q = &l->seg->quotes.items[i];
	return (i > 0 && q[-1].last == q->first) || (i + 1 < l->seg->quotes.count && q[1].first == q->last);
}

/* The sentence before ends in a colon: "Stated Strand:". */
static bool is_introduced(const struct link *l, const struct quoted *quoted)
{
	size_t at = l->first_sentence + quoted->first;
	return at > 0 && l->attr->sentences.items[at - 1].item == l->attr->item && l->attr->sentences.items[at - 1].ends_in_colon;
}

/* Whole sentences between the marks, not a word or name set off by them; one that goes on is judged where it ends. */
static bool is_statement(const struct link *l, const struct quoted *quoted)
{
	const struct quotation *q = quoted->q;
	if (q->words < FEWEST_WORDS || !quoted->own || !q->closed || q->first + 1 >= q->last || is_introduced(l, quoted))
		return false;
	if (!q->continued && !(l->seg->tokens.items[q->first + 1].shape & SHAPE_UPPER))
		return false;
	return has_verb(l, q) && !is_title(l, q);
}

static bool is_body(const struct link *l)
{
	return l->attr->kind == WA_PARA_BODY;
}

/* Puts the newest claim where it belongs among those of the paragraph. */
static void sort_in(struct link *l)
{
	struct claim *items = l->attr->claims.items, claim;
	size_t at = l->attr->claims.count - 1;
	claim = items[at];
	while (at > l->first_claim && items[at - 1].row.span.start > claim.row.span.start)
		at--;
	memmove(&items[at + 1], &items[at], (l->attr->claims.count - 1 - at) * sizeof *items);
	items[at] = claim;
}

static bool push_quotation(struct link *l, const struct quoted *quoted, bool open)
{
	struct claim *claim = vec_push(&l->attr->claims);
	if (!claim)
		return false;
	*claim = (struct claim){
		.row = {.para = l->attr->para,
			.item = l->attr->item,
			.span = quoted->span,
			.type = WA_CLAIM_QUOTE,
			.low = NAN,
			.high = NAN,
			.state = WA_STATE_NONE,
			.verdict = WA_VERDICT_FLAG,
			.nearest = WA_NONE},
		.sentence = (uint32_t)(l->first_sentence + quoted->first),
		.first = quoted->q->first,
		.last = quoted->q->last,
		.open = open,
		.vague = WA_NONE,
	};
	/* Its words, not its marks. */
	claim->row.span.start = l->seg->tokens.items[claim->first + 1].start;
	if (quoted->q->closed && claim->last > claim->first + 2)
		claim->row.span.end = l->seg->tokens.items[claim->last - 2].end;
	sort_in(l);
	return true;
}

/* Claims within a quotation that may yet find its speaker. */
static void mark_open(struct link *l, const struct quotation *q)
{
	for (size_t i = l->attr->claims.count; i > l->first_claim; i--) {
		struct claim *c = &l->attr->claims.items[i - 1];
		if (c->first < q->first)
			return;
		c->open = true;
	}
}

/* What the paragraph before left open belongs to the speaker of this one's first sentence. */
static bool close_open(struct link *l)
{
	struct attr *attr = l->attr;
	uint32_t speaker = speaker_after(l, 0);
	struct answer answer = {{speaker}, 1};
	size_t first = l->first_claim, kept;
	while (first > 0 && attr->claims.items[first - 1].open)
		first--;
	kept = first;
	for (size_t i = first; i < attr->claims.count; i++) {
		struct claim *c = &attr->claims.items[i];
		if (c->open && speaker != WA_NONE && c->row.item == attr->item) {
			if (c->row.type == WA_CLAIM_QUOTE)
				continue;
			if (link_named(row_at(l, speaker)) && !link_settle(attr, c, WA_STATE_CLAUSE, &answer))
				return false;
		}
		c->open = c->open && i >= l->first_claim;
		attr->claims.items[kept++] = *c;
	}
	l->first_claim -= attr->claims.count - kept;
	attr->claims.count = kept;
	return true;
}

bool link_quotations(struct link *l)
{
	uint32_t sentence = 0;
	if (!is_body(l))
		return true;
	if (l->first_claim > 0 && l->attr->claims.items[l->first_claim - 1].open && !close_open(l))
		return false;
	for (size_t i = 0; i < l->seg->quotes.count; i++) {
		const struct quotation *q = &l->seg->quotes.items[i];
		struct quoted quoted = place(l, q, sentence);
		bool open = quoted.last + 1 == l->seg->sentences.count;
		sentence = quoted.first;
		if (l->attr->speakers.items[i] != WA_NONE || in_run(l, i) || !is_statement(l, &quoted))
			continue;
		if (!push_quotation(l, &quoted, open))
			return false;
		if (open)
			mark_open(l, q);
	}
	return true;
}
