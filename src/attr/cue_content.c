/*
 * What is ascribed: the clause or quotation behind the cue, the one before source and cue, or both where they stand
 * in between. A content ends where the source of a later cue begins a clause of its own.
 */
#include "attr/cue.h"

static void add(struct find *f, int32_t first, int32_t last)
{
	if (last > first && f->contents < CONTENT_MAX)
		f->content[f->contents++] = (struct part){first, last};
}

/* The sentence without its last stop. */
static int32_t end_of(const struct sight *s)
{
	int32_t end = s->last;
	while (end > s->first && mark_at(s, end - 1) == MARK_STOP)
		end--;
	return end;
}

static int32_t start_of(const struct find *f)
{
	return part_some(f->source) && f->source.first < f->cue.first && !f->shared ? f->source.first : f->cue.first;
}

static int32_t finish_of(const struct find *f)
{
	return part_some(f->source) && f->source.last > f->cue.last ? f->source.last : f->cue.last;
}

/* Where the content that begins at `first` ends: before a later attribution that is a clause of its own. */
static int32_t right_end(const struct sight *s, const struct find *f, const struct find *later, size_t count, int32_t first)
{
	for (size_t i = 0; i < count; i++) {
		const struct find *n = &later[i];
		int32_t at = start_of(n);
		enum word_tag tag = tag_at(s, at - 1);
		if (at <= first || token_at(s, at)->quote != token_at(s, f->cue.first)->quote)
			continue;
		if (n->shared && tag == TAG_CONJ)
			return at - 1 - is_comma(s, at - 2);
		if (n->before && is_comma(s, at - 1))
			return at - 1;
		if ((tag == TAG_CONTRAST || tag == TAG_CONJ) && is_comma(s, at - 2))
			return at - 2;
	}
	return end_of(s);
}

static void read_right(const struct sight *s, struct find *f, const struct find *later, size_t count)
{
	int32_t first = f->after, last;
	const struct quotation *q;
	while (is_comma(s, first) || mark_at(s, first) == MARK_DASH)
		first++;
	q = quote_opens(s, first);
	last = right_end(s, f, later, count, first);
	if (q && (int32_t)q->last < last && is_comma(s, (int32_t)q->last - 2))
		last = (int32_t)q->last;
	add(f, first, last);
}

/* Behind "A," he said: the quotation, or the clause, that goes on. */
static void read_rest(const struct sight *s, struct find *f, const struct find *later, size_t count)
{
	int32_t at = f->after ? f->after : finish_of(f);
	at = skip_time_right(s, at);
	if (!is_comma(s, at))
		return;
	if (quote_opens(s, at + 1) || (f->contents && !token_at(s, f->content[0].first)->quote)) {
		f->after = at + 1;
		read_right(s, f, later, count);
	}
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
		if (f->before) {
			read_left(s, f, finds, i);
			read_rest(s, f, f + 1, count - i - 1);
		} else if (f->after) {
			read_right(s, f, f + 1, count - i - 1);
		}
	}
}
