/* Features of the stage of sources and contents: the cues are given, to which of them does the token belong, and as what? */
#include "tag/around.h"
#include "tag/stage.h"

/* Numbers of the templates: they are part of the model's format. Those of the left cue and of the right stand apart by
 * S_SIDE_TEMPLATES. */
enum {
	S_BIAS = 300,
	S_WORD,
	S_LEFT,
	S_RIGHT,
	S_LEFT2,
	S_RIGHT2,
	S_PL2,
	S_PR2,
	S_PL_POS,
	S_POS_PR,
	S_POS_THREE,
	S_POS_RIGHTS,
	S_STEM,
	S_SUFFIX,
	S_CASE_POS,
	S_BAND,
	S_CHUNK,
	S_HEAD,
	S_HEAD_KIND,
	S_BEFORE_CHUNK,
	S_AFTER_CHUNK,
	S_LEFT_HEAD,
	S_RIGHT_HEAD,
	S_FROM_START,
	S_TO_END,
	S_SENTENCE,
	S_QUOTE,
	S_QUOTE_LENGTH,
	S_QUOTE_ENDS,
	S_QUOTE_SIDES,
	S_BOTH,
	S_BOTH_WORDS,
	S_NEAR_BOTH,
	S_NEXT_1,
	S_NEXT_2,
	S_BEFORE_1,
	S_BEFORE_2,
	S_SIDE = 360,
};

/* Of one side. */
enum {
	S_CUE_WORD,
	S_CUE_DISTANCE,
	S_CUE_PATH,
	S_CUE_PATH_WORD,
	S_CUE_OUTER,
	S_CUE_INNER_POS,
	S_CUE_FRAME,
	S_CUE_FRAME_STEM,
	S_CUE_HEAD_KIND,
	S_CUE_CHUNK,
	S_CUE_QUOTE,
	S_CUE_QUOTE_SIDE,
	S_NEAR,
	S_SIDE_TEMPLATES = 40,
};

/* The nearest cue to one side. */
struct side {
	const struct tag_cue *cue; /* NULL for none */
	const struct tag_word *head;
	uint32_t sentences; /* away, at most 3 */
	uint32_t tokens;
	uint32_t where;                                /* both as one number */
	uint32_t path;                                 /* what stands between */
	uint32_t before, after, before_pos, after_pos; /* ids beside the cue */
	uint32_t base;                                 /* of its templates */
};

enum { NO_CUE = 99, OTHER_SENTENCE = 77 };

static struct side side_of(const struct around *a, bool right)
{
	const struct tag_near *near = &a->view->near.items[a->i];
	uint32_t index = right ? near->cue_right : near->cue_left, count = (uint32_t)a->text->words.count, from;
	struct side s = {.where = NO_CUE, .base = S_SIDE + (right ? S_SIDE_TEMPLATES : 0)};
	if (index == TAG_NONE_NEAR)
		return s;
	s.cue = &a->view->cues.items[index];
	s.head = &a->words[s.cue->head];
	from = a->words[s.cue->first].sentence;
	s.sentences = right ? from - a->w->sentence : a->w->sentence - from;
	s.sentences = s.sentences > 3 ? 3 : s.sentences;
	s.tokens = right ? s.cue->first - a->i : a->i - s.cue->last + 1;
	s.where = s.sentences ? s.sentences * 16 : tag_bucket(s.tokens);
	s.path = s.sentences ? OTHER_SENTENCE + s.sentences
		 : right     ? tag_between(a->view, a->i + 1, s.cue->first)
			     : tag_between(a->view, s.cue->last, a->i);
	s.before = s.cue->first > 0 ? a->words[s.cue->first - 1].id : TAG_ID_OUTSIDE;
	s.after = s.cue->last < count ? a->words[s.cue->last].id : TAG_ID_OUTSIDE;
	s.before_pos = s.cue->first > 0 ? tag_pos_of(&a->words[s.cue->first - 1]) : 63;
	s.after_pos = s.cue->last < count ? tag_pos_of(&a->words[s.cue->last]) : 63;
	return s;
}

static void words(const struct around *a, uint32_t near, struct tag_features *f)
{
	uint32_t id = a->w->id;
	feature2(f, S_WORD, id, near);
	feature2(f, S_LEFT, a->left, near);
	feature2(f, S_RIGHT, a->right, near);
	feature(f, S_LEFT2, a->left2);
	feature(f, S_RIGHT2, a->right2);
	feature(f, S_STEM, a->w->stem);
	feature(f, S_SUFFIX, a->w->suffix);
	feature2(f, S_CASE_POS, a->w->casing, a->pos);
	feature(f, S_BAND, a->w->band);
}

static void parts_of_speech(const struct around *a, uint32_t near, struct tag_features *f)
{
	feature(f, S_PL2, a->pl2);
	feature(f, S_PR2, a->pr2);
	feature3(f, S_PL_POS, a->pl, a->pos, near);
	feature3(f, S_POS_PR, a->pos, a->pr, near);
	feature3(f, S_POS_THREE, a->pl, a->pos, a->pr);
	feature3(f, S_POS_RIGHTS, a->pos, a->pr, a->pr2);
}

static void chunks(const struct around *a, uint32_t near, struct tag_features *f)
{
	const struct tag_word *head = &a->words[a->w->head];
	feature3(f, S_CHUNK, a->place, a->pos, near);
	feature2(f, S_HEAD, head->id, a->place);
	feature2(f, S_HEAD_KIND, kind_of_head(head), a->place);
	feature2(f, S_BEFORE_CHUNK, a->before_chunk, a->place);
	feature2(f, S_AFTER_CHUNK, a->after_chunk, a->place);
	feature2(f, S_LEFT_HEAD, a->left_head ? tag_pos_of(a->left_head) : 63, a->place);
	feature2(f, S_RIGHT_HEAD, a->right_head ? tag_pos_of(a->right_head) : 63, a->place);
	feature2(f, S_FROM_START, tag_bucket(a->i - a->s->first), near);
	feature2(f, S_TO_END, tag_bucket(a->s->last - 1 - a->i), near);
}

/* What a chunk is in a row of chunks. */
static uint32_t kind_of_chunk(const struct around *a, uint32_t token)
{
	enum { A_NOUN_GROUP = 200, A_VERB_GROUP, AN_INFINITIVE };
	const struct tag_word *w = &a->words[token];
	if (w->chunk == CHUNK_NOUN)
		return A_NOUN_GROUP;
	if (w->chunk == CHUNK_VERB)
		return a->words[w->chunk_first].pos == TAG_POS_TO ? AN_INFINITIVE : A_VERB_GROUP;
	return tag_pos_of(w);
}

/* The chunks that follow the token's own, and those before it: one, and two of them. */
static void chunk_rows(const struct around *a, uint32_t near, struct tag_features *f)
{
	enum { CHUNKS = 2, END = 999 };
	uint32_t next = a->w->chunk_last, before = a->w->chunk_first, row = 1, row_before = 1;
	for (uint32_t c = 0; c < CHUNKS; c++) {
		row = tag_mix(row, next < a->s->last ? kind_of_chunk(a, next) : END);
		row_before = tag_mix(row_before, before > a->s->first ? kind_of_chunk(a, before - 1) : END);
		feature3(f, S_NEXT_1 + c, row, a->place, near);
		feature3(f, S_BEFORE_1 + c, row_before, a->place, near);
		next = next < a->s->last ? a->words[next].chunk_last : next;
		before = before > a->s->first ? a->words[before - 1].chunk_first : before;
	}
}

/* Number of the quotation the token stands in, 0 for none. */
static uint32_t quote_of(const struct around *a)
{
	return a->text->seg->tokens.items[a->i].quote;
}

/* What stands beside a quotation: a cue, or a word. */
static uint32_t beside_quote(const struct around *a, uint32_t token)
{
	enum { A_CUE = 2000 };
	if (token >= a->text->words.count)
		return TAG_ID_OUTSIDE;
	return a->view->near.items[token].cue ? A_CUE : a->words[token].id;
}

/* What the cues to both sides, the quotation and the sentence make of a token, wherever between them it stands. */
static void scene(const struct around *a, const struct side *l, const struct side *r, uint32_t near, struct tag_group *group)
{
	const struct tag_quote *q = &a->quote;
	const struct tag_near *n = &a->view->near.items[a->i];
	const uint32_t key[6] = {near, n->cue_left, n->cue_right, q->inside, quote_of(a), a->w->sentence};
	struct tag_features *f = &group->features;
	if (!tag_group_changes(group, key))
		return;
	feature(f, S_BIAS, near);
	feature3(f, S_SENTENCE, a->w->sentence == 0, a->w->sentence + 1 == a->view->sentences.count, near);
	feature3(f, S_BOTH_WORDS, l->cue ? l->head->id : 0, r->cue ? r->head->id : 0, near);
	feature2(f, S_QUOTE, q->inside, near);
	if (!q->inside)
		return;
	feature3(f, S_QUOTE_LENGTH, q->length, q->inside, near);
	feature3(f, S_QUOTE_SIDES, beside_quote(a, q->quote->first - 1), beside_quote(a, q->quote->last), q->inside);
}

/* What a cue makes of the tokens about as far from it. */
static void cue_far(const struct around *a, const struct side *s, uint32_t index, bool right, struct tag_group *group)
{
	const struct tag_quote *q = &a->quote;
	const uint32_t key[6] = {index, s->where, q->inside, quote_of(a)};
	struct tag_features *f = &group->features;
	if (!tag_group_changes(group, key))
		return;
	if (q->inside) {
		uint32_t beside = beside_quote(a, right ? q->quote->last : q->quote->first - 1);
		feature3(f, s->base + S_CUE_QUOTE, s->where, q->inside, q->length);
		feature3(f, s->base + S_CUE_QUOTE_SIDE, beside, q->inside, s->where);
	}
	if (!s->cue)
		return;
	feature2(f, s->base + S_CUE_WORD, s->head->id, s->sentences);
	feature3(f, s->base + S_CUE_OUTER, s->head->id, s->after, s->where);
	feature3(f, s->base + S_CUE_FRAME, s->before, s->after, s->where);
	feature3(f, s->base + S_CUE_FRAME_STEM, s->head->stem, tag_mix(s->before_pos, s->after_pos), s->where);
}

/* What the cue makes of this one. */
static void cue_side(const struct around *a, const struct side *s, bool right, struct tag_features *f)
{
	const struct tag_word *head = &a->words[a->w->head];
	uint32_t base = s->base;
	feature3(f, base + S_CUE_CHUNK, a->place, s->where, s->path);
	if (!s->cue)
		return;
	feature2(f, base + S_CUE_DISTANCE, s->where, a->pos);
	feature2(f, base + S_CUE_PATH, s->path, a->pos);
	feature3(f, base + S_CUE_PATH_WORD, s->path, s->head->id, s->tokens < 3 ? s->tokens : 3);
	feature3(f, base + S_CUE_INNER_POS, right ? s->before_pos : s->after_pos, s->where, a->pos);
	feature3(f, base + S_CUE_HEAD_KIND, s->where, kind_of_head(head), a->place);
}

/* A candidate that the stage of cues did not take. */
static uint32_t candidate_side(const struct around *a, uint32_t token, bool right, uint32_t near, struct tag_features *f)
{
	uint32_t base = S_SIDE + (right ? S_SIDE_TEMPLATES : 0), distance;
	const struct tag_word *c;
	if (token == TAG_NONE_NEAR || a->view->near.items[token].cue)
		return 0;
	c = &a->words[token];
	distance = right ? token - a->i : a->i - token;
	feature3(f, base + S_NEAR, c->band, tag_bucket(distance), near);
	return c->band;
}

static void part_features(const struct tag_view *view, uint32_t i, struct tag_features *f, struct tag_group *groups)
{
	const struct around a = around_of(view, i);
	const struct side l = side_of(&a, false), r = side_of(&a, true);
	const struct tag_near *n = &view->near.items[i];
	/* whether there are cues to both sides, in the same sentence or farther off */
	uint32_t near = (l.cue ? 1u + (l.sentences > 0) : 0u) * 4u + (r.cue ? 1u + (r.sentences > 0) : 0u), left, right;
	words(&a, near, f);
	parts_of_speech(&a, near, f);
	chunks(&a, near, f);
	scene(&a, &l, &r, near, &groups[0]);
	cue_far(&a, &l, n->cue_left, false, &groups[1]);
	cue_far(&a, &r, n->cue_right, true, &groups[2]);
	if (a.quote.inside)
		feature3(f, S_QUOTE_ENDS, a.quote.to_last, a.quote.to_first, a.quote.length);
	cue_side(&a, &l, false, f);
	cue_side(&a, &r, true, f);
	chunk_rows(&a, near, f);
	left = candidate_side(&a, n->left, false, near, f);
	right = candidate_side(&a, n->right, true, near, f);
	feature3(f, S_BOTH, l.where, r.where, a.pos);
	feature3(f, S_NEAR_BOTH, left, right, near);
}

static uint16_t part_allowed(const struct tag_view *view, uint32_t i)
{
	const struct tag_near *near = &view->near.items[i];
	uint16_t types = 1u << PART_NONE | 1u << PART_CONTENT_LOOSE;
	if (near->cue)
		return 1u << PART_CUE;
	if (!view->sentences.items[view->text.words.items[i].sentence].tells)
		return 1u << PART_NONE;
	if (near->cue_left != TAG_NONE_NEAR)
		types |= 1u << PART_WITHIN | 1u << PART_SOURCE_LEFT | 1u << PART_CONTENT_LEFT;
	if (near->cue_right != TAG_NONE_NEAR)
		types |= 1u << PART_WITHIN | 1u << PART_SOURCE_RIGHT | 1u << PART_CONTENT_RIGHT;
	return types;
}

const struct tag_stage tag_stage_part = {
	.shape = {.types = PART_TYPES,
		.columns = 16,
		.column = {16, 0, 16, 1, 4, 7, 10, 13},
		.plain = {true, true, true, false, false, false, false, false}},
	.features = part_features,
	.groups = TAG_GROUPS,
	.allowed = part_allowed,
};
