/*
 * From labels to attributions. A source or content belongs to the nearest cue on the side its label says. Contents
 * whose cue the stage of cues passed over still tell that there is one: the best candidate beside them is taken.
 */
#include "tag/stage.h"
#include "tag/tag.h"

#define NO_FOUND UINT32_MAX

/* A segment of the chain of parts. */
struct piece_of {
	struct tag_range range;
	uint8_t type;
	uint32_t owner; /* index into found */
};

typedef VEC(struct piece_of) piece_list;

static bool read_segments(const struct tagging *t, piece_list *pieces)
{
	uint32_t first = 0;
	for (uint32_t i = 0; i < t->view.near.count; i++) {
		const struct chain_label *label = &t->part_labels[i];
		struct piece_of *piece;
		if (label->first)
			first = i;
		if (!label->last || !(part_is_source(label->type) || part_is_content(label->type)))
			continue;
		piece = vec_push(pieces);
		if (!piece)
			return false;
		*piece = (struct piece_of){{first, i + 1}, label->type, NO_FOUND};
	}
	return true;
}

static bool add_found(struct tagging *t, uint32_t first, uint32_t last)
{
	struct tag_found *found = vec_push(&t->found);
	if (found)
		*found = (struct tag_found){.cue = {first, last}};
	return found != NULL;
}

static uint32_t owner_of(const struct tagging *t, const struct piece_of *piece)
{
	const struct tag_near *near = t->view.near.items;
	switch ((enum part_type)piece->type) {
	case PART_SOURCE_LEFT:
	case PART_CONTENT_LEFT:
		return near[piece->range.first].cue_left;
	case PART_SOURCE_RIGHT:
	case PART_CONTENT_RIGHT:
		return near[piece->range.last - 1].cue_right;
	case PART_NONE:
	case PART_WITHIN:
	case PART_CUE:
	case PART_CONTENT_LOOSE:
	case PART_TYPES:
		break;
	}
	return NO_FOUND;
}

static bool link_all(struct tagging *t, piece_list *pieces)
{
	for (size_t i = 0; i < t->view.cues.count; i++)
		if (!add_found(t, t->view.cues.items[i].first, t->view.cues.items[i].last))
			return false;
	for (size_t i = 0; i < pieces->count; i++) {
		struct piece_of *piece = &pieces->items[i];
		piece->owner = owner_of(t, piece);
		if (piece->owner != NO_FOUND && part_is_source(piece->type))
			t->found.items[piece->owner].source = piece->range;
	}
	return true;
}

/*
 * Cues passed over that are worth a second look: what weights say of them must be more than this share of minus the scale
 * (odds of one to four and a half), and they must stand near.
 */
enum { SECOND_LOOK_TENTHS = 15, SECOND_LOOK_FAR = 48 };

static bool is_free(const struct tagging *t, uint32_t i)
{
	uint8_t type = t->part_labels[i].type;
	return !part_is_source(type) && !part_is_content(type) && type != PART_CUE;
}

/* The most likely cue of the sentence near the tokens, among those that belong to nothing yet; TAG_NONE_NEAR for none. */
static uint32_t best_left_over(const struct tagging *t, const struct tag_range *near, int32_t least)
{
	const struct sentence *s = tag_sentence_of(&t->view.text, near->first);
	uint32_t best = TAG_NONE_NEAR;
	uint32_t first = near->first > s->first + SECOND_LOOK_FAR ? near->first - SECOND_LOOK_FAR : s->first;
	for (uint32_t i = first; i < s->last && i < near->last + SECOND_LOOK_FAR; i++) {
		if (i == near->first && near->last <= s->last)
			i = near->last;
		if (i >= s->last || t->view.text.words.items[i].pos == TAG_POS_MARK || !is_free(t, i) || t->cue_scores[i] < least)
			continue;
		if (best == TAG_NONE_NEAR || t->cue_scores[i] > t->cue_scores[best])
			best = i;
	}
	return best;
}

/* The attribution whose cue is nearest: on the left, where a speech goes on, else on the right. */
static uint32_t nearest_owner(const struct tagging *t, const struct piece_of *piece)
{
	const struct tag_near *near = t->view.near.items;
	uint32_t left = near[piece->range.first].cue_left;
	return left != TAG_NONE_NEAR ? left : near[piece->range.last - 1].cue_right;
}

/* No cue in the whole paragraph: what is said goes on from another one. */
static bool keep_loose(struct tagging *t, const struct piece_of *piece)
{
	struct tag_range *range = vec_push(&t->loose);
	if (range)
		*range = piece->range;
	return range != NULL;
}

static bool link_loose(struct tagging *t, piece_list *pieces, int32_t scale)
{
	for (size_t i = 0; i < pieces->count; i++) {
		struct piece_of *piece = &pieces->items[i];
		uint32_t cue;
		if (piece->type != PART_CONTENT_LOOSE)
			continue;
		cue = best_left_over(t, &piece->range, -SECOND_LOOK_TENTHS * scale / 10);
		if (cue == TAG_NONE_NEAR) {
			piece->owner = nearest_owner(t, piece);
			if (piece->owner == NO_FOUND && !keep_loose(t, piece))
				return false;
			continue;
		}
		if (!add_found(t, cue, cue + 1))
			return false;
		t->part_labels[cue].type = PART_CUE;
		piece->owner = (uint32_t)t->found.count - 1;
	}
	return true;
}

/* Puts the contents of each attribution side by side: counted, placed, filled. */
static bool gather(struct tagging *t, const piece_list *pieces)
{
	uint32_t at = 0;
	for (size_t i = 0; i < pieces->count; i++)
		if (pieces->items[i].owner != NO_FOUND && part_is_content(pieces->items[i].type))
			t->found.items[pieces->items[i].owner].contents++;
	for (size_t f = 0; f < t->found.count; f++) {
		t->found.items[f].content = at;
		at += t->found.items[f].contents;
		t->found.items[f].contents = 0;
	}
	if (!vec_reserve(&t->contents, at))
		return false;
	t->contents.count = at;
	for (size_t i = 0; i < pieces->count; i++) {
		struct tag_found *f;
		if (pieces->items[i].owner == NO_FOUND || !part_is_content(pieces->items[i].type))
			continue;
		f = &t->found.items[pieces->items[i].owner];
		t->contents.items[f->content + f->contents++] = pieces->items[i].range;
	}
	return true;
}

/* A cue to which nothing belongs was none. */
static void drop_empty(struct tagging *t)
{
	size_t kept = 0;
	for (size_t i = 0; i < t->found.count; i++)
		if (t->found.items[i].source.last || t->found.items[i].contents)
			t->found.items[kept++] = t->found.items[i];
	t->found.count = kept;
}

static int by_cue(const void *a, const void *b)
{
	const struct tag_found *x = a, *y = b;
	return x->cue.first < y->cue.first ? -1 : x->cue.first > y->cue.first;
}

bool tag_link(struct tagging *t, int32_t scale)
{
	piece_list pieces = {0};
	bool ok;
	t->found.count = t->contents.count = t->loose.count = 0;
	ok = read_segments(t, &pieces) && link_all(t, &pieces) && link_loose(t, &pieces, scale);
	ok = ok && gather(t, &pieces);
	vec_release(&pieces);
	if (ok && t->found.count > t->view.cues.count)
		qsort(t->found.items, t->found.count, sizeof *t->found.items, by_cue);
	drop_empty(t);
	return ok;
}
