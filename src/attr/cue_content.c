/*
 * What is ascribed: the clause or quotation behind the cue, the one before source and cue, or both where they stand
 * in between. A content ends where the source of a later cue begins a clause of its own.
 */
#include "attr/cue.h"

enum {
	CONTENT_WORDS = 80,     /* words looked at for the end of a content */
	DESCRIPTION_WORDS = 30, /* words of ", a nurse at Tarn," between two parts of a quotation */
};

static void add(struct find *f, int32_t first, int32_t last)
{
	if (last > first && f->contents < CONTENT_MAX)
		f->content[f->contents++] = (struct part){first, last};
}

static int32_t start_of(const struct find *f)
{
	return part_some(f->source) && f->source.first < f->cue.first && !f->shared ? f->source.first : f->cue.first;
}

static int32_t finish_of(const struct find *f)
{
	return part_some(f->source) && f->source.last > f->cue.last ? f->source.last : f->cue.last;
}

/* A clause of its own, with subject and verb, begins at `i`. */
static bool opens_clause(const struct sight *s, int32_t i)
{
	struct part p = noun_at(s, i);
	int32_t v = p.last;
	if (!part_some(p))
		return false;
	while (tag_at(s, v) == TAG_ADVERB)
		v++;
	return tag_at(s, v) == TAG_VERB || tag_at(s, v) == TAG_AUX || tag_at(s, v) == TAG_MODAL;
}

/* ", but the river fell": what stands against what is ascribed is not ascribed. */
static int32_t contrast_end(const struct sight *s, int32_t first, int32_t last)
{
	for (int32_t i = first + 1; i + 1 < last && i - first < CONTENT_WORDS; i++) {
		if (mark_at(s, i) == MARK_SEMICOLON && !token_at(s, i)->quote)
			return i;
		if (is_comma(s, i) && tag_at(s, i + 1) == TAG_CONTRAST && !token_at(s, i)->quote && opens_clause(s, i + 2))
			return i;
	}
	return last;
}

/* "which Vogt called a ruin, ": a relative clause ends with its comma. */
static int32_t comma_end(const struct sight *s, int32_t first, int32_t last)
{
	for (int32_t i = first + 1; i < last && i - first < CONTENT_WORDS; i++)
		if (is_comma(s, i) && !token_at(s, i)->quote)
			return i;
	return last;
}

/* A noun group ends with its adjunct of time, or where a participle or a clause begins. */
static int32_t group_end(const struct sight *s, int32_t first, int32_t last)
{
	for (int32_t i = first + 1; i < last && i - first < CONTENT_WORDS; i++) {
		enum word_tag next = tag_at(s, i + 1);
		if (token_at(s, i)->quote)
			continue;
		if (tag_at(s, i) == TAG_TIME && skip_time_left(s, i + 1) > first && tag_at(s, i + 1) != TAG_GENITIVE)
			return skip_time_left(s, i + 1);
		if (is_comma(s, i) && (next == TAG_VERB || next == TAG_SUBORD || next == TAG_RELATIVE || next == TAG_CONTRAST ||
					      (next == TAG_CONJ && opens_clause(s, i + 2))))
			return i;
	}
	return last;
}

/* Where the content that begins at `first` ends: before a later attribution that is a clause of its own. */
static int32_t right_end(const struct sight *s, const struct find *f, const struct find *later, size_t count, int32_t first)
{
	int32_t end = s->end;
	for (size_t i = 0; i < count && end == s->end; i++) {
		const struct find *n = &later[i];
		int32_t at = start_of(n);
		enum word_tag tag = tag_at(s, at - 1);
		if (at <= first || token_at(s, at)->quote != token_at(s, f->cue.first)->quote)
			continue;
		if (n->shared && tag == TAG_CONJ)
			end = at - 1 - is_comma(s, at - 2);
		else if ((n->before || n->why == CUE_WHY_PARTICIPLE) && is_comma(s, at - 1))
			end = at - 1;
		else if ((tag == TAG_CONTRAST || tag == TAG_CONJ) && is_comma(s, at - 2))
			end = at - 2;
		else if (tag == TAG_CONTRAST && n->subject)
			end = at - 1;
	}
	if (f->object)
		end = comma_end(s, first, end);
	end = contrast_end(s, first, end);
	return f->group ? group_end(s, first, end) : end;
}

static void read_right(const struct sight *s, struct find *f, const struct find *later, size_t count)
{
	int32_t first = f->after, last;
	const struct quotation *q;
	while (is_comma(s, first) || mark_at(s, first) == MARK_DASH || mark_at(s, first) == MARK_COLON)
		first++;
	q = quote_opens(s, first);
	last = right_end(s, f, later, count, first);
	if (q && ((int32_t)q->last > s->last || ((int32_t)q->last < last && is_comma(s, (int32_t)q->last - 2))))
		last = (int32_t)q->last;
	add(f, first, last);
}

/* Over ", a nurse" to the quotation that goes on; `at` when none does. */
static int32_t over_description(const struct sight *s, int32_t at)
{
	for (int32_t i = at + 1; i < s->last && i - at < DESCRIPTION_WORDS; i++) {
		if (is_comma(s, i) && quote_opens(s, i + 1))
			return i;
		if (tag_at(s, i) == TAG_MARK && !is_comma(s, i))
			break;
	}
	return at;
}

/* May what follows the comma go on with what was ascribed before? Behind a source it may describe that instead. */
static bool goes_on(const struct sight *s, const struct find *f, int32_t i)
{
	enum word_tag tag = tag_at(s, i);
	if (f->contents && token_at(s, f->content[0].first)->quote)
		return false;
	if (part_some(f->source) && f->source.first < f->cue.first)
		return tag != TAG_RELATIVE;
	return tag == TAG_AUX || tag == TAG_MODAL || tag == TAG_VERB || tag == TAG_CONJ;
}

/* Behind "A," he said: the quotation, or the clause, that goes on. */
static void read_rest(const struct sight *s, struct find *f, const struct find *later, size_t count)
{
	int32_t at = f->after ? f->after : finish_of(f);
	if (f->after && quote_opens(s, f->after)) {
		read_right(s, f, later, count);
		return;
	}
	at = skip_time_right(s, at);
	if (!is_comma(s, at) || (count > 0 && start_of(later) == at + 1))
		return;
	at = over_description(s, at);
	if (!quote_opens(s, at + 1) && !goes_on(s, f, at + 1))
		return;
	f->after = at + 1;
	read_right(s, f, later, count);
}

static int32_t skip_marks(const struct sight *s, int32_t first)
{
	while (is_comma(s, first) || mark_at(s, first) == MARK_DASH || tag_at(s, first) == TAG_CONTRAST ||
		tag_at(s, first) == TAG_CONJ)
		first++;
	return first;
}

static void read_left(const struct sight *s, struct find *f, const struct find *finds, size_t index)
{
	int32_t last = start_of(f), first = s->first;
	const struct quotation *q;
	while (last > first && (is_comma(s, last - 1) || mark_at(s, last - 1) == MARK_DASH))
		last--;
	q = quote_ends(s, last - 1);
	for (size_t i = 0; i < index; i++) {
		int32_t end = finish_of(&finds[i]);
		if (end < last && finds[i].before)
			first = end > first ? end : first;
	}
	first = skip_marks(s, first);
	if (q && ((int32_t)q->first <= first || (last - (int32_t)q->first > 4 && is_comma(s, (int32_t)q->first - 1))))
		first = (int32_t)q->first;
	else if (last <= s->first && s->first > 0 && token_at(s, s->first - 1)->quote) {
		/* "Stop!" John said. */
		q = &s->seg->quotes.items[token_at(s, s->first - 1)->quote - 1];
		if ((int32_t)q->last == s->first) {
			first = (int32_t)q->first;
			last = s->first;
		}
	}
	add(f, first, last);
}

void cue_contents(const struct sight *s, struct find *finds, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		struct find *f = &finds[i];
		f->contents = 0;
		if (f->object)
			add(f, f->object, f->object + 1);
		if (f->before) {
			read_left(s, f, finds, i);
			read_rest(s, f, f + 1, count - i - 1);
		} else if (f->after) {
			read_right(s, f, f + 1, count - i - 1);
		}
	}
}
