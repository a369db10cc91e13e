/*
 * Lines in which a colon or a dash ascribes: "Ferry sinks: police", "Police: ferry sank", a transcript's "WALLACE: ...", a
 * quotation that is signed.
 */
#include "attr/cue.h"
#include "attr/mention.h"

enum {
	LABEL_MAX = 7, /* words of a source before its colon */
	TAIL_MAX = 5,  /* words of a source behind it */
	SIGNED_MIN = 4 /* words of a quotation that somebody signs */
};

bool cue_is_heading(enum wa_para_kind kind)
{
	return kind == WA_PARA_HEADLINE || kind == WA_PARA_SUMMARY || kind == WA_PARA_SUBHEAD;
}

static bool names_source(const struct sight *s, struct part p)
{
	int32_t head = noun_core(s, p).last - 1;
	return word_is(s, head, CLASS_ROLE_NOUN) || word_is(s, head, CLASS_UNNAMED) || word_is(s, head, CLASS_AUTHORITY) ||
	       word_is(s, head, CLASS_VAGUE) || word_is(s, head, CLASS_ORG_NOUN) || word_is(s, head, CLASS_SOURCE_NOUN) ||
	       word_is(s, head, CLASS_DOC_NOUN) || word_is(s, head, CLASS_MEDIA_NOUN);
}

/* A name no pack knows for a place or a common word. */
static bool is_name(const struct sight *s, struct part p)
{
	for (int32_t i = p.first; i < p.last; i++)
		if (mark_at(s, i) != MARK_STOP && (!shape_at(s, i, SHAPE_UPPER) || word_is(s, i, CLASS_COUNTRY) ||
							  word_is(s, i, CLASS_PLACE_NOUN) || word_is(s, i, CLASS_EVENT)))
			return false;
	return part_some(p);
}

static bool is_agency(const struct sight *s, struct part p)
{
	const struct wa_mention *m = mention_over(s->attr, token_at(s, p.first)->start, token_at(s, p.last - 1)->end);
	return m && m->role == WA_ROLE_REPORTER;
}

static void fill(struct find *find, int32_t mark, struct part source, enum cue_why why)
{
	*find = (struct find){.cue = {mark, mark + 1}, .source = source, .mode = WA_MODE_SPEECH, .why = why};
}

static bool has_verb(const struct sight *s, int32_t first, int32_t last)
{
	for (int32_t i = first; i < last; i++)
		if (tag_at(s, i) == TAG_VERB || tag_at(s, i) == TAG_AUX || tag_at(s, i) == TAG_MODAL)
			return true;
	return false;
}

/* "Police: ferry sank". */
static bool reads_before(const struct sight *s, int32_t mark, struct find *find)
{
	struct part p = noun_before(s, mark);
	if (!part_some(p) || mark - p.first > LABEL_MAX || (p.first > s->first && mark_at(s, p.first - 1) != MARK_SEMICOLON))
		return false;
	if (!names_source(s, p) && !is_agency(s, p) && !(is_name(s, p) && has_verb(s, mark + 1, s->last)))
		return false;
	fill(find, mark, p, CUE_WHY_COLON);
	find->after = mark + 1;
	return true;
}

/* The line without its last stop, and without an agency's "(AP)". */
static int32_t end_of_line(const struct sight *s)
{
	int32_t end = s->last - (mark_at(s, s->last - 1) == MARK_STOP);
	if (mark_at(s, end - 1) == MARK_CLOSE && mark_at(s, end - 3) == MARK_OPEN)
		end -= 3;
	return end;
}

/* "Ferry sinks: police". */
static bool reads_behind(const struct sight *s, int32_t mark, struct find *find)
{
	struct part p = noun_at(s, mark + 1);
	int32_t end = end_of_line(s);
	if (!part_some(p) || p.last != end || p.last - p.first > TAIL_MAX)
		return false;
	if (!names_source(s, p) && !is_agency(s, p) && !word_is(s, p.last - 1, CLASS_COUNTRY) &&
		!(is_name(s, p) && p.last - p.first < 3 && !s->title_case))
		return false;
	fill(find, mark, p, mark_at(s, mark) == MARK_COLON ? CUE_WHY_COLON : CUE_WHY_DASH);
	find->before = true;
	return true;
}

/* "WALLACE: Good evening." */
static bool reads_speaker(const struct sight *s, int32_t mark, struct find *find)
{
	int32_t first = s->first + (quote_opens(s, s->first) != NULL);
	if (mark - first > SPEAKER_MAX || mark == first || s->attr->para <= 1)
		return false; /* "NEW DELHI: ..." opens a story */
	for (int32_t i = first; i < mark; i++)
		if (!shape_at(s, i, SHAPE_ALL_UPPER) && mark_at(s, i) != MARK_STOP)
			return false;
	if (mark + 1 >= s->last || !shape_at(s, mark + 1, SHAPE_UPPER) || shape_at(s, mark + 1, SHAPE_ALL_UPPER))
		return false;
	fill(find, mark, (struct part){first, mark}, CUE_WHY_TRANSCRIPT);
	find->after = mark + 1;
	return true;
}

/* "“It is a ruin. It will fall.” - Jan Koval" closes its paragraph. */
static bool reads_signature(const struct sight *s, int32_t mark, struct find *find)
{
	const struct quotation *q = quote_ends(s, mark - 1);
	struct part p = noun_at(s, mark + 1);
	int32_t end = s->last - (mark_at(s, s->last - 1) == MARK_STOP);
	if (!q || q->words < SIGNED_MIN || s->last != (int32_t)s->seg->tokens.count || !is_name(s, p))
		return false;
	if (p.last < end && !is_comma(s, p.last))
		return false;
	fill(find, mark, p, CUE_WHY_DASH);
	find->before = true;
	return true;
}

bool cue_line(const struct sight *s, int32_t i, int32_t len, struct find *find)
{
	enum mark mark = mark_at(s, i);
	if (len != 1 || token_at(s, i)->quote)
		return false;
	if (!cue_is_heading(s->attr->kind))
		return mark == MARK_COLON ? reads_speaker(s, i, find) : reads_signature(s, i, find);
	return (mark == MARK_COLON && reads_before(s, i, find)) || reads_behind(s, i, find);
}
