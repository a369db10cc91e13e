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
	S_LEFT_WORD,
	S_WORD_RIGHT,
	S_LEFT_RIGHT,
	S_PL2,
	S_PR2,
	S_PL_POS,
	S_POS_PR,
	S_POS_THREE,
	S_POS_LEFTS,
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
	S_BOTH_POS,
	S_NEAR_BOTH,
	S_NEXT_1,
	S_NEXT_2,
	S_NEXT_3,
	S_NEXT_LEFT,
	S_NEXT_RIGHT,
	S_BEFORE_1,
	S_BEFORE_2,
	S_BEFORE_3,
	S_BEFORE_LEFT,
	S_BEFORE_RIGHT,
	S_SIDE = 360,
};

/* Of one side. */
enum {
	S_CUE_WORD,
	S_CUE_DISTANCE,
	S_CUE_PATH,
	S_CUE_PATH_WORD,
	S_CUE_WORDS,
	S_CUE_POS,
	S_CUE_OUTER,
	S_CUE_INNER,
	S_CUE_INNER_POS,
	S_CUE_STEM_POS,
	S_CUE_PAIR,
	S_CUE_STEM_WORD,
	S_CUE_LEFT,
	S_CUE_STEM_LEFT,
	S_CUE_STEM_RIGHT,
	S_CUE_FRAME,
	S_CUE_FRAME_STEM,
	S_CUE_HEAD,
	S_CUE_HEAD_KIND,
	S_CUE_CHUNK,
	S_CUE_QUOTE,
	S_CUE_QUOTE_SIDE,
	S_NEAR,
	S_NEAR_WORD,
	S_NEAR_PATH,
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
		 : right     ? tag_between(a->text, a->i + 1, s.cue->first)
			     : tag_between(a->text, s.cue->last, a->i);
	s.before = s.cue->first > 0 ? a->words[s.cue->first - 1].id : TAG_ID_OUTSIDE;
	s.after = s.cue->last < count ? a->words[s.cue->last].id : TAG_ID_OUTSIDE;
	s.before_pos = s.cue->first > 0 ? tag_pos_of(&a->words[s.cue->first - 1]) : 63;
	s.after_pos = s.cue->last < count ? tag_pos_of(&a->words[s.cue->last]) : 63;
	return s;
}

static void words(const struct around *a, uint32_t near, struct tag_features *f)
{
	uint32_t id = a->w->id;
	feature(f, S_BIAS, near);
	feature2(f, S_WORD, id, near);
	feature2(f, S_LEFT, a->left, near);
	feature2(f, S_RIGHT, a->right, near);
	feature(f, S_LEFT2, a->left2);
	feature(f, S_RIGHT2, a->right2);
	feature2(f, S_LEFT_WORD, a->left, id);
	feature2(f, S_WORD_RIGHT, id, a->right);
	feature2(f, S_LEFT_RIGHT, a->left, a->right);
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
	feature3(f, S_POS_LEFTS, a->pl2, a->pl, a->pos);
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
	feature3(f, S_SENTENCE, a->w->sentence == 0, a->w->sentence + 1 == a->view->sentences.count, near);
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

/* The chunks that follow the token's own, and those before it: one, two and three of them. */
static void chunk_rows(const struct around *a, const struct side *l, const struct side *r, uint32_t near, struct tag_features *f)
{
	enum { CHUNKS = 3, END = 999 };
	uint32_t next = a->w->chunk_last, before = a->w->chunk_first, row = 1, row_before = 1;
	for (uint32_t c = 0; c < CHUNKS; c++) {
		row = tag_mix(row, next < a->s->last ? kind_of_chunk(a, next) : END);
		row_before = tag_mix(row_before, before > a->s->first ? kind_of_chunk(a, before - 1) : END);
		feature3(f, S_NEXT_1 + c, row, a->place, near);
		feature3(f, S_BEFORE_1 + c, row_before, a->place, near);
		next = next < a->s->last ? a->words[next].chunk_last : next;
		before = before > a->s->first ? a->words[before - 1].chunk_first : before;
	}
	feature3(f, S_NEXT_LEFT, row, a->pos, l->where);
	feature3(f, S_NEXT_RIGHT, row, a->pos, r->where);
	feature3(f, S_BEFORE_LEFT, row_before, a->pos, l->where);
	feature3(f, S_BEFORE_RIGHT, row_before, a->pos, r->where);
}

/* What stands beside a quotation: a cue, or a word. */
static uint32_t beside_quote(const struct around *a, uint32_t token)
{
	enum { A_CUE = 2000 };
	if (token >= a->text->words.count)
		return TAG_ID_OUTSIDE;
	return a->view->near.items[token].cue ? A_CUE : a->words[token].id;
}

static void quotes(const struct around *a, const struct side *l, const struct side *r, uint32_t near, struct tag_features *f)
{
	const struct tag_quote *q = &a->quote;
	uint32_t before, after;
	feature2(f, S_QUOTE, q->inside, near);
	if (!q->inside)
		return;
	before = beside_quote(a, q->quote->first - 1);
	after = beside_quote(a, q->quote->last);
	feature3(f, S_QUOTE_LENGTH, q->length, q->inside, near);
	feature3(f, S_QUOTE_ENDS, q->to_last, q->to_first, q->length);
	feature3(f, S_QUOTE_SIDES, before, after, q->inside);
	feature3(f, l->base + S_CUE_QUOTE, l->where, q->inside, q->length);
	feature3(f, r->base + S_CUE_QUOTE, r->where, q->inside, q->length);
	feature3(f, l->base + S_CUE_QUOTE_SIDE, before, q->inside, l->where);
	feature3(f, r->base + S_CUE_QUOTE_SIDE, after, q->inside, r->where);
}

/* `outer` and `inner` are what stands beside the cue, away from the token and towards it. */
static void cue_side(const struct around *a, const struct side *s, bool right, struct tag_features *f)
{
	const struct tag_word *head = &a->words[a->w->head];
	uint32_t base = s->base, word, stem;
	feature3(f, base + S_CUE_CHUNK, a->place, s->where, s->path);
	if (!s->cue)
		return;
	word = s->head->id;
	stem = s->head->stem;
	feature2(f, base + S_CUE_WORD, word, s->sentences);
	feature2(f, base + S_CUE_DISTANCE, s->where, a->pos);
	feature2(f, base + S_CUE_PATH, s->path, a->pos);
	feature3(f, base + S_CUE_PATH_WORD, s->path, word, s->tokens < 3 ? s->tokens : 3);
	feature3(f, base + S_CUE_WORDS, word, a->w->id, s->sentences);
	feature3(f, base + S_CUE_POS, word, a->pos, s->where);
	feature3(f, base + S_CUE_OUTER, word, s->after, s->where);
	feature3(f, base + S_CUE_INNER, s->before, s->where, a->pos);
	feature3(f, base + S_CUE_INNER_POS, right ? s->before_pos : s->after_pos, s->where, a->pos);
	feature3(f, base + S_CUE_STEM_POS, stem, a->pos * 128 + a->pr, s->sentences);
	feature3(f, base + S_CUE_STEM_WORD, stem, a->w->id, s->where < 3 ? s->where : 3);
	feature3(f, base + S_CUE_LEFT, word, a->left, s->sentences);
	feature3(f, base + S_CUE_STEM_LEFT, stem, a->left, a->pos);
	feature3(f, base + S_CUE_STEM_RIGHT, stem, a->right, right);
	feature3(f, base + S_CUE_FRAME, s->before, s->after, s->where);
	feature3(f, base + S_CUE_FRAME_STEM, stem, tag_mix(s->before_pos, s->after_pos), s->where);
	feature3(f, base + S_CUE_HEAD, stem, head->id, a->place);
	feature3(f, base + S_CUE_HEAD_KIND, s->where, kind_of_head(head), a->place);
	feature3(f, base + S_CUE_PAIR, s->where, right ? a->w->id : a->left, right ? a->right : a->w->id);
}

/* A candidate that the stage of cues did not take. */
static uint32_t candidate_side(const struct around *a, uint32_t token, bool right, uint32_t near, struct tag_features *f)
{
	uint32_t base = S_SIDE + (right ? S_SIDE_TEMPLATES : 0), path, distance;
	const struct tag_word *c;
	if (token == TAG_NONE_NEAR || a->view->near.items[token].cue)
		return 0;
	c = &a->words[token];
	path = right ? tag_between(a->text, a->i + 1, token) : tag_between(a->text, token + 1, a->i);
	distance = right ? token - a->i : a->i - token;
	feature3(f, base + S_NEAR, c->band, tag_bucket(distance), near);
	feature2(f, base + S_NEAR_WORD, c->id, a->pos);
	feature3(f, base + S_NEAR_PATH, path, c->band, near);
	return c->band;
}

static void part_features(const struct tag_view *view, uint32_t i, struct tag_features *f)
{
	const struct around a = around_of(view, i);
	const struct side l = side_of(&a, false), r = side_of(&a, true);
	const struct tag_near *n = &view->near.items[i];
	/* whether there are cues to both sides, in the same sentence or farther off */
	uint32_t near = (l.cue ? 1u + (l.sentences > 0) : 0u) * 4u + (r.cue ? 1u + (r.sentences > 0) : 0u), left, right;
	words(&a, near, f);
	parts_of_speech(&a, near, f);
	chunks(&a, near, f);
	quotes(&a, &l, &r, near, f);
	cue_side(&a, &l, false, f);
	cue_side(&a, &r, true, f);
	chunk_rows(&a, &l, &r, near, f);
	left = candidate_side(&a, n->left, false, near, f);
	right = candidate_side(&a, n->right, true, near, f);
	feature3(f, S_BOTH, l.where, r.where, a.pos);
	feature3(f, S_BOTH_WORDS, l.cue ? l.head->id : 0, r.cue ? r.head->id : 0, near);
	feature3(f, S_BOTH_POS, l.where, r.where, tag_mix(a.pl, a.pr));
	feature3(f, S_NEAR_BOTH, left, right, near);
}

static uint16_t part_allowed(const struct tag_view *view, uint32_t i)
{
	const uint16_t cue = 1u << PART_CUE, all = (1u << PART_TYPES) - 1;
	return view->near.items[i].cue ? cue : all & (uint16_t)~cue;
}

const struct tag_stage tag_stage_part = {
	.shape = {.types = PART_TYPES,
		.columns = 16,
		.column = {16, 0, 16, 1, 4, 7, 10, 13},
		.plain = {true, true, true, false, false, false, false, false}},
	.features = part_features,
	.allowed = part_allowed,
};
