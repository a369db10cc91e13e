/* The pass over a paragraph: sentences with cues, their frames, rows in the order of the cues. */
#include "attr/cue.h"

#include "base/array.h"
#include "base/limits.h"

enum {
	FINDS_MAX = 64, /* attributions of a sentence that know of each other */
	SPOKEN_MIN = 4, /* words of a quotation that is speech: whom the speaker cites in it is no source of ours */
};

static const struct {
	enum lex_class class;
	cue_frame *frame;
} frames[] = {
	{CLASS_CUE_PREP, cue_prep},
	{CLASS_CITING, cue_citing},
	{CLASS_CUE, cue_verb},
	{CLASS_AGENCY_SAW, cue_witness},
	{CLASS_ALLEGED, cue_alleged},
	{CLASS_CUE_PASSIVE, cue_verb},
	{CLASS_CUE_PASSIVE, cue_estimated},
	{CLASS_CUE_NOUN, cue_noun},
	{CLASS_CUE_ADVERB, cue_adverb},
	{CLASS_CUE_SURVEY, cue_survey},
};

static const char *const whys[] = {
#define WHY(id, name) name,
#include "attr/cue_why.def"
#undef WHY
};

/* A colon or dash that may ascribe: in a headline, behind the speaker of a transcript, or before who signs a quotation. */
static bool is_line_mark(const struct sight *s, int32_t i)
{
	enum mark mark = (enum mark)token_at(s, i)->mark;
	if (mark != MARK_COLON && mark != MARK_DASH)
		return false;
	return cue_is_heading(s->attr->kind) ||
	       (mark == MARK_COLON ? i - s->first <= SPEAKER_MAX + 1 : quote_ends(s, i - 1) != NULL);
}

/* Inside a quotation, but for a few words set off by marks. */
static bool is_spoken(const struct sight *s, const struct token *t)
{
	return t->quote && s->seg->quotes.items[t->quote - 1].words >= SPOKEN_MIN;
}

/* The first token from `i` on that may be a cue, `last` of the sentence when there is none. */
static int32_t next_cue(const struct sight *s, int32_t i)
{
	for (; i < s->last; i++) {
		const struct token *t = token_at(s, i);
		if (t->kind == PIECE_MARK ? is_line_mark(s, i) : senses_at(s, i) & SENSE_CUE && !is_spoken(s, t))
			return i;
	}
	return i;
}

/* Most words of a headline in Title Case begin with a capital. */
static bool in_capitals(const struct sight *s)
{
	uint32_t words = 0, capitals = 0;
	for (int32_t i = s->first; i < s->last && words < 30; i++) {
		const struct token *t = token_at(s, i);
		if (t->kind != PIECE_WORD || t->end - t->start < 4)
			continue;
		words++;
		capitals += (t->shape & SHAPE_UPPER) != 0;
	}
	return words >= 3 && capitals * 10 >= words * 8;
}

static bool ask_frames(const struct sight *s, int32_t i, uint32_t id, int32_t len, struct find *find)
{
	for (size_t f = 0; f < ARRAY_COUNT(frames); f++) {
		if (!lex_is(s->seg->lex, id, frames[f].class))
			continue;
		*find = (struct find){0};
		if (frames[f].frame(s, i, len, find))
			return true;
	}
	return false;
}

static bool read_cue(const struct sight *s, int32_t i, struct find *find)
{
	const struct token *t = token_at(s, i);
	if (t->kind == PIECE_MARK)
		return cue_line(s, i, 1, find);
	if (t->phrase && ask_frames(s, i, t->phrase, t->phrase_len, find))
		return true;
	return ask_frames(s, i, t->word, 1, find);
}

/* Reads the cues from `i` on; returns where to go on when there is no room for more. */
static int32_t read_finds(struct sight *s, int32_t i, struct find *finds)
{
	s->finds = finds;
	s->count = 0;
	for (; i < s->last && s->count < FINDS_MAX; i = next_cue(s, i + 1)) {
		struct find *find = &finds[s->count];
		if (!read_cue(s, i, find))
			continue;
		if (find->cue.last - 1 > i)
			i = find->cue.last - 1;
		s->count++;
	}
	return i;
}

static struct wa_span span_of(const struct sight *s, struct part p)
{
	return seg_span(s->seg, (size_t)p.first, (size_t)p.last);
}

/* The contents with room for one more. */
static struct wa_content *room_for(struct arena *arena, const struct wa_content *content, uint32_t count)
{
	struct wa_content *wider;
	if (count & (count - 1))
		return (struct wa_content *)content;
	wider = arena_calloc(arena, count ? 2 * (size_t)count : 1, sizeof *wider);
	if (wider && count)
		memcpy(wider, content, count * sizeof *wider);
	return wider;
}

/* The array of a row has room for the next power of two, so that a long speech stays linear. */
bool cue_add_content(struct attr *attr, uint32_t row, struct wa_span span)
{
	struct wa_attribution *a = &attr->attributions.items[row];
	uint32_t count = a->content_count;
	struct wa_content *content = room_for(attr->arena, a->content, count);
	if (!content)
		return false;
	content[count] = (struct wa_content){attr->para, span};
	a->content = content;
	a->content_count = count + 1;
	return true;
}

/* What the packs know of the words of a cue. */
static void note_words(const struct sight *s, struct part cue, struct wa_attribution *row)
{
	const struct lexicon *lex = s->seg->lex;
	for (int32_t i = cue.first; i < cue.last; i++) {
		const struct token *t = token_at(s, i);
		for (unsigned class = CLASS_CUE; class <= CLASS_CUE_PASSIVE; class ++)
			if (has_class(s, i, (enum lex_class) class))
				row->cue_classes |= 1u << (class - CLASS_CUE);
		if (lex->entries[t->word].weight > row->weight)
			row->weight = lex->entries[t->word].weight;
		if (t->phrase && lex->entries[t->phrase].weight > row->weight)
			row->weight = lex->entries[t->phrase].weight;
	}
}

static bool keep(const struct sight *s, struct cue_memory *memory, const struct find *find)
{
	struct wa_attribution *row = vec_push(&s->attr->attributions);
	if (!row)
		return false;
	*row = (struct wa_attribution){
		.para = s->attr->para,
		.item = s->attr->item,
		.cue = span_of(s, find->cue),
		.source_para = WA_NONE,
		.mode = find->mode,
		.why = whys[find->why],
		.found = find->found,
		.confidence = find->confidence,
	};
	note_words(s, find->cue, row);
	if (part_some(find->source)) {
		row->source = span_of(s, find->source);
		row->source_para = s->attr->para;
	}
	if (!cue_describe(s, memory, find, row))
		return false;
	for (uint32_t i = 0; i < find->contents; i++)
		if (!cue_add_content(s->attr, (uint32_t)s->attr->attributions.count - 1, span_of(s, find->content[i])))
			return false;
	return true;
}

/* Keeps the finds of the rules, or what they and the tagger come to together. */
static bool keep_all(const struct sight *s, struct cue_memory *memory, const struct find *finds, struct part range)
{
	struct find joined[2 * FINDS_MAX];
	size_t count = s->count;
	if (s->attr->tagger) {
		count = cue_tagged(s, finds, count, range, joined, 2 * FINDS_MAX);
		finds = joined;
	}
	for (size_t k = 0; k < count; k++)
		if (!keep(s, memory, &finds[k]))
			return false;
	return true;
}

static bool has_tagged(const struct attr *attr, const struct sentence *s)
{
	const struct tagging *t = &attr->tagging;
	size_t first = attr->tagger ? tagging_first(t, s->first) : 0;
	return attr->tagger && first < t->found.count && t->found.items[first].cue.first < s->last;
}

static int32_t words_end(const struct sight *s)
{
	int32_t end = s->last;
	while (end > s->first && mark_at(s, end - 1) == MARK_STOP)
		end--;
	return end;
}

static bool read_sentence(struct attr *attr, const struct sentence *sentence)
{
	struct cue_memory *memory = attr->cues;
	struct find finds[FINDS_MAX];
	bool tagged = has_tagged(attr, sentence);
	struct sight s = {.attr = attr,
		.seg = &attr->seg,
		.tags = memory->tags.items,
		.first = (int32_t)sentence->first,
		.last = (int32_t)sentence->last};
	int32_t i = next_cue(&s, s.first);
	if (i == s.last && !tagged)
		return true;
	s.end = words_end(&s);
	s.title_case = in_capitals(&s);
	tag_sentence(&s, memory->tags.items);
	for (int32_t from = s.first; from < s.last; from = i) {
		i = read_finds(&s, i, finds);
		cue_contents(&s, finds, s.count);
		if (!keep_all(&s, memory, finds, (struct part){from, i}))
			return false;
	}
	return true;
}

static bool cue_init(struct attr *attr)
{
	attr->cues = calloc(1, sizeof *attr->cues);
	return attr->cues;
}

void cue_release(struct attr *attr)
{
	if (!attr->cues)
		return;
	vec_release(&attr->cues->tags);
	vec_release(&attr->cues->short_names);
	free(attr->cues);
	attr->cues = NULL;
}

bool cue_paragraph(struct attr *attr)
{
	if (!attr->cues && !cue_init(attr))
		return false;
	if (!vec_reserve(&attr->cues->tags, attr->seg.tokens.count))
		return false;
	names_paragraph(attr);
	attr->tagger = attr->seg.tokens.count <= LIMIT_TAGGED_TOKENS ? attr->model : NULL;
	if (attr->tagger && !tag_paragraph(attr->tagger, &attr->seg, &attr->tagging))
		return false;
	for (size_t i = 0; i < attr->seg.sentences.count; i++)
		if (!read_sentence(attr, &attr->seg.sentences.items[i]))
			return false;
	return !attr->tagger || cue_tagged_loose(attr);
}

void cue_finish(struct attr *attr)
{
	if (attr->cues)
		names_settle(attr);
}
