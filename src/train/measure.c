#include "train/measure.h"

typedef VEC(struct tag_range) range_list;

static double f1(uint32_t right, uint32_t gold, uint32_t found)
{
	return gold + found ? 2.0 * right / (gold + found) : 0;
}

double tally_exact(const struct tally *t)
{
	return f1(t->exact, t->gold, t->found);
}

double tally_half(const struct tally *t)
{
	return f1(t->half, t->gold, t->found);
}

double measure_unattributed(const struct measure *m)
{
	return f1(m->sentences[0][0], m->sentences[0][0] + m->sentences[0][1], m->sentences[0][0] + m->sentences[1][0]);
}

static double share(uint32_t some, uint32_t rest)
{
	return some + rest ? (double)some / (some + rest) : 0;
}

double measure_balanced(const struct measure *m)
{
	return (share(m->sentences[0][0], m->sentences[0][1]) + share(m->sentences[1][1], m->sentences[1][0])) / 2;
}

static bool push(range_list *list, uint32_t first, uint32_t last)
{
	struct tag_range *slot;
	for (size_t i = 0; i < list->count; i++)
		if (list->items[i].first == first && list->items[i].last == last)
			return true;
	if (first == last)
		return true;
	slot = vec_push(list);
	if (slot)
		*slot = (struct tag_range){first, last};
	return slot != NULL;
}

/* Characters of the text both have, over those either has. */
static double overlap(const struct seg *seg, const struct tag_range *a, const struct tag_range *b)
{
	struct wa_span x = seg_span(seg, a->first, a->last), y = seg_span(seg, b->first, b->last);
	int64_t low = x.start > y.start ? x.start : y.start, high = x.end < y.end ? x.end : y.end, shared = high - low;
	return shared <= 0 ? 0 : (double)shared / (double)((int64_t)(x.end - x.start) + (y.end - y.start) - shared);
}

/* Takes the best pair out of both lists; false when none overlaps by half. */
static bool match_best(const struct seg *seg, range_list *gold, range_list *found)
{
	double best = 0;
	size_t g = 0, f = 0;
	if (!gold->count || !found->count)
		return false;
	for (size_t i = 0; i < gold->count; i++)
		for (size_t k = 0; k < found->count; k++) {
			double o = overlap(seg, &gold->items[i], &found->items[k]);
			if (o > best) {
				best = o;
				g = i;
				f = k;
			}
		}
	if (best < .5)
		return false;
	gold->items[g] = gold->items[--gold->count];
	found->items[f] = found->items[--found->count];
	return true;
}

static void compare(struct tally *tally, const struct seg *seg, range_list *gold, range_list *found)
{
	tally->gold += (uint32_t)gold->count;
	tally->found += (uint32_t)found->count;
	for (size_t i = 0; i < gold->count; i++)
		for (size_t k = 0; k < found->count; k++)
			tally->exact +=
				gold->items[i].first == found->items[k].first && gold->items[i].last == found->items[k].last;
	while (match_best(seg, gold, found))
		tally->half++;
}

static bool list_found(enum gold_kind kind, const struct tagging *t, range_list *list)
{
	for (size_t i = 0; i < t->found.count; i++) {
		const struct tag_found *f = &t->found.items[i];
		const struct tag_range *r = kind == GOLD_SOURCE ? &f->source : &f->cue;
		if (kind != GOLD_CONTENT && !push(list, r->first, r->last))
			return false;
		for (uint32_t k = f->content; kind == GOLD_CONTENT && k < f->content + f->contents; k++)
			if (!push(list, t->contents.items[k].first, t->contents.items[k].last))
				return false;
	}
	for (size_t k = 0; kind == GOLD_CONTENT && k < t->loose.count; k++)
		if (!push(list, t->loose.items[k].first, t->loose.items[k].last))
			return false;
	return true;
}

static bool add_kind(struct tally *tally, enum gold_kind kind, const struct gold_para *para, const struct tagging *t)
{
	range_list gold = {0}, found = {0};
	bool ok = list_found(kind, t, &found);
	for (size_t k = 0; ok && k < para->spans.count; k++)
		if (para->spans.items[k].kind == kind)
			ok = push(&gold, para->spans.items[k].first, para->spans.items[k].last);
	if (ok)
		compare(tally, &para->seg, &gold, &found);
	vec_release(&gold);
	vec_release(&found);
	return ok;
}

static bool touches(const struct sentence *s, uint32_t first, uint32_t last)
{
	return first < s->last && last > s->first;
}

static void add_sentences(struct measure *m, const struct gold_para *para, const struct tagging *t)
{
	for (size_t i = 0; i < para->seg.sentences.count; i++) {
		const struct sentence *s = &para->seg.sentences.items[i];
		bool gold = false, found = false;
		for (size_t k = 0; k < para->spans.count; k++)
			gold = gold || (para->spans.items[k].kind == GOLD_CONTENT &&
					       touches(s, para->spans.items[k].first, para->spans.items[k].last));
		for (size_t k = 0; k < t->contents.count; k++)
			found = found || touches(s, t->contents.items[k].first, t->contents.items[k].last);
		for (size_t k = 0; k < t->loose.count; k++)
			found = found || touches(s, t->loose.items[k].first, t->loose.items[k].last);
		m->sentences[gold][found]++;
	}
}

bool measure_add(struct measure *m, const struct gold_para *para, const struct tagging *t)
{
	add_sentences(m, para, t);
	return add_kind(&m->source, GOLD_SOURCE, para, t) && add_kind(&m->cue, GOLD_CUE, para, t) &&
	       add_kind(&m->content, GOLD_CONTENT, para, t);
}
